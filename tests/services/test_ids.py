"""New uids, and the positions of what is newest, sort by time."""

import uuid
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from services.ids import Uuid7, position_at, uuid7

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
        assert position_at(first, uuid7(first)) < position_at(last, uuid7(last))


def test_uids_of_one_instant_differ() -> None:
    assert len({uuid7(EPOCH) for _ in range(1_000)}) == 1_000


@settings(max_examples=20)
@given(instants, st.integers(2, 9_000))
def test_what_one_instant_makes_sorts_as_it_was_made(now: datetime, many: int) -> None:
    ids = Uuid7()
    made = [ids(now) for _ in range(many)]
    assert made == sorted(set(made))
    positions = [position_at(now, uid) for uid in made]
    assert positions == sorted(positions)
