"""Where the keyboard is when a list changes under it, and what a span selects."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from views.app.screens.list_walk import Order, Walk, place_after

ABCDE = tuple("abcde")
orders = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=8).map(tuple)


@pytest.mark.parametrize(
    ("at", "after", "is_acted_on", "place"),
    [
        ("c", "abde", False, "d"),
        ("e", "abcd", False, "d"),
        ("c", "a", False, "a"),
        ("c", "", False, ""),
        ("c", "cabde", False, "c"),
        ("c", "abdec", True, "d"),
        ("c", "cabde", True, "d"),
        ("e", "eabcd", True, "d"),
        ("c", "abcde", True, "c"),
        ("c", "abcdef", True, "c"),
        ("c", "acdeb", True, "c"),
        ("z", "abc", False, ""),
        ("", "abc", False, ""),
    ],
)
def test_the_row_that_took_its_place_is_gone_on_from(
    at: str, after: str, is_acted_on: bool, place: str
):
    assert place_after(at, ABCDE, tuple(after), is_acted_on=is_acted_on) == place


@given(orders, orders, st.booleans())
def test_the_keyboard_is_at_a_row_while_any_is_left(before: Order, after: Order, is_acted_on: bool):
    for at in before:
        place = place_after(at, before, after, is_acted_on=is_acted_on)
        assert place in after or not place
        assert place or not set(before) & set(after)


@given(orders.filter(bool), st.lists(st.sampled_from([1, -1]), min_size=1), st.data())
def test_a_span_is_all_between_where_it_began_and_where_one_is(
    order: Order, steps: list[int], data: st.DataObject
):
    walk = Walk("list", order)
    began = at = data.draw(st.sampled_from(order))
    before = frozenset(data.draw(st.sets(st.sampled_from(order))))
    picked = before
    for by in steps:
        to = walk.step(at, by)
        picked = walk.extend(at, to, picked)
        at = to
    first, last = sorted((order.index(began), order.index(at)))
    assert picked == before | set(order[first : last + 1])


def test_walking_on_without_shift_begins_another_span():
    walk = Walk("list", ABCDE)
    picked = walk.extend("a", "b", None)
    picked = walk.extend("d", "e", picked)
    assert picked == set("abde")
    assert walk.extend("e", "d", picked) == set("abd")


def test_the_first_span_begins_where_the_first_step_leads():
    walk = Walk("list", ABCDE)
    assert walk.extend("", walk.step("", 1), None) == {"a"}
    assert walk.step("", -1) == "e"
    assert Walk("list").step("a", 1) == ""


def test_all_is_selected_from_the_row_that_was_selected_last():
    walk = Walk(order=ABCDE)
    walk.picked_last = "b"
    assert walk.up_to("d", frozenset("b")) == frozenset("bcd")
    assert walk.up_to("a", frozenset("be")) == frozenset("abe")
    # It was let go again: from the nearest that is selected.
    assert walk.up_to("d", frozenset("a")) == frozenset("abcd")
    assert walk.up_to("d", frozenset("ae")) == frozenset("ade")
    assert walk.up_to("d", frozenset()) == frozenset("d")
    assert walk.up_to("z", frozenset("b")) == frozenset("b")
