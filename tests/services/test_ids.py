"""New uids sort by time; there is always a position in between."""

import uuid
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from services.ids import position_at, position_between, uuid7

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
instants = st.integers(0, 250_000_000_000_000).map(lambda ms: EPOCH + timedelta(milliseconds=ms))


@given(instants)
def test_a_uid_is_a_uuid_of_version_7_that_tells_its_instant(now: datetime) -> None:
    made = uuid.UUID(uuid7(now))
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert made.int >> 80 == (now - EPOCH) // timedelta(milliseconds=1)


@given(instants, instants)
def test_uids_and_positions_sort_by_instant(one: datetime, other: datetime) -> None:
    first, last = sorted((one, other))
    if first != last:
        assert uuid7(first) < uuid7(last)
        assert position_at(first, "ffff") < position_at(last, "0000")


def test_uids_of_one_instant_differ() -> None:
    assert len({uuid7(EPOCH) for _ in range(1_000)}) == 1_000


@given(st.lists(st.integers(0, 1_000), max_size=60))
def test_there_is_always_a_position_in_between(places: list[int]) -> None:
    order: list[str] = []
    for place in places:
        index = place % (len(order) + 1)
        before = order[index - 1] if index else None
        after = order[index] if index < len(order) else None
        order.insert(index, position_between(before, after))
    assert order == sorted(set(order))


@given(instants, instants, st.integers(1, 40))
def test_what_is_moved_between_two_new_ones_stays_between(
    one: datetime, other: datetime, times: int
) -> None:
    low, high = sorted((position_at(one, "aaaa"), position_at(other, "bbbb")))
    for _ in range(times):
        middle = position_between(low, high)
        assert low < middle < high
        low = middle


def test_what_is_moved_to_the_top_comes_first() -> None:
    top = position_at(EPOCH, "0000")
    for _ in range(200):
        above = position_between(None, top)
        assert above < top
        top = above
