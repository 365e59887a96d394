"""Where a row of a list stands, by what the client told of the heights over it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from views.app.screens.list_heights import CONTEXT, HEADING, ROW, Heights

ROOM = 400.0


def _heights(*heights: float) -> Heights:
    """A list of rows ``0``, ``1`` … of these heights."""
    known = Heights()
    known.lay_out(tuple(str(at) for at in range(len(heights))))
    for at, height in enumerate(heights):
        known.told(str(at), height)
    return known


def test_nothing_moves_while_a_row_and_its_neighbours_are_in_sight():
    rows = _heights(*[100.0] * 20)
    for row in ("1", "2"):
        assert rows.offset_for(row, 0, ROOM) == 0
    assert rows.offset_for("5", 350, ROOM) == 350


def test_it_scrolls_no_further_than_until_the_row_is_in_sight_with_what_follows():
    rows = _heights(*[100.0] * 20)
    assert rows.offset_for("4", 0, ROOM) == 500 + CONTEXT - ROOM
    assert rows.offset_for("4", 500, ROOM) == 400 - CONTEXT
    assert rows.offset_for("0", 250, ROOM) == 0


def test_the_last_row_comes_to_the_foot_and_not_above_it():
    rows = _heights(*[100.0] * 20)
    assert rows.offset_for("19", 0, ROOM) == 2000 - ROOM


def test_what_is_not_known_yet_is_guessed_and_what_is_gone_moves_nothing():
    rows = Heights()
    rows.lay_out(("", "a", "", "b", *("c",) * 20))
    assert rows.offset_for("b", 1000, ROOM) == 2 * HEADING + ROW - CONTEXT
    assert rows.offset_for("z", 10, ROOM) == 10


def test_a_row_that_folds_away_is_as_high_as_before_when_it_comes_back():
    rows = _heights(50, 300, 300, 300)
    before = rows.offset_for("3", 0, ROOM)
    rows.told("1", 0)
    assert rows.offset_for("3", 0, ROOM) == before


@given(
    heights=st.lists(st.integers(40, 200).map(float), min_size=1, max_size=30),
    offset=st.integers(0, 6000).map(float),
    data=st.data(),
)
def test_wherever_one_was_the_row_is_wholly_in_sight(
    heights: list[float], offset: float, data: st.DataObject
):
    at = data.draw(st.integers(0, len(heights) - 1))
    offset = min(offset, max(0.0, sum(heights) - ROOM))
    there = _heights(*heights).offset_for(str(at), offset, ROOM)
    top = sum(heights[:at])
    assert there <= top
    assert top + heights[at] <= there + ROOM
    assert 0 <= there <= max(offset, sum(heights) - ROOM)


def test_another_list_begins_with_guesses():
    rows = _heights(200, 200)
    rows.forget()
    assert rows.offset_for("1", 500, ROOM) == pytest.approx(ROW - CONTEXT)
