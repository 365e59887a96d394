"""There is always a position in between, and it stays short."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.position import (
    FRESH_LIMIT,
    POSITION,
    POSITION_LIMIT,
    is_room,
    position_between,
    positions_between,
)
from services.ids import position_at
from tests.rig.desk import NOW

positions = st.from_regex(POSITION, fullmatch=True)


@given(st.tuples(positions, positions).map(sorted), st.sampled_from(["both", "low", "high"]))
def test_it_lies_strictly_between(pair: list[str], ends: str) -> None:
    low, high = pair
    before, after = None if ends == "high" else low, None if ends == "low" else high
    if before is not None and before == after:
        assert not is_room(before, after)
        return
    found = position_between(before, after)
    assert (before or "") < found
    assert after is None or found < after
    assert not found.endswith("0")
    assert is_room(before, after) == (len(found) <= POSITION_LIMIT)


@given(st.lists(st.integers(0, 1_000), max_size=60))
def test_there_is_always_a_position_in_between(places: list[int]) -> None:
    order: list[str] = []
    for place in places:
        index = place % (len(order) + 1)
        before = order[index - 1] if index else None
        after = order[index] if index < len(order) else None
        order.insert(index, position_between(before, after))
    assert order == sorted(set(order))


def test_many_moves_into_one_gap_need_few_characters() -> None:
    low, high = position_at(NOW, "aaaa"), position_at(NOW, "bbbb")
    moves = 0
    while is_room(low, high):
        low = position_between(low, high)
        moves += 1
    assert moves > 200


@given(st.tuples(positions, positions).map(sorted), st.integers(0, 300))
def test_several_are_in_order_and_apart(pair: list[str], count: int) -> None:
    low, high = pair
    if low == high:
        return
    found = positions_between(low, high, count)
    assert len(found) == count
    assert [low, *found, high] == sorted({low, *found, high})


def test_a_hundred_thousand_are_short() -> None:
    assert max(map(len, positions_between(None, None, 100_000))) < FRESH_LIMIT


@pytest.mark.parametrize("text", ["", "0", "a0", "A", "a/b", "a" * 65])
def test_what_leaves_no_room_is_no_position(text: str) -> None:
    assert re.fullmatch(POSITION, text) is None
    if text.endswith("0"):
        assert not is_room("", text)
