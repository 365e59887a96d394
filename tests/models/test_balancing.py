"""Moves that lighten days."""

from datetime import date, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from models.balancing import Item, suggest

DAY = date(2026, 12, 7)
HOUR = timedelta(hours=1)


def item(uid: str, hours: float, day: int = 0, priority: int = 0, span: tuple[int, int] = (-9, 9)):
    own = DAY + timedelta(days=day)
    first, last = (own + timedelta(days=n) for n in span)
    return Item(uid, hours * HOUR, own, priority, first, last)


def loads(items: list[Item]) -> dict[date, timedelta]:
    found: dict[date, timedelta] = {}
    for each in items:
        found[each.day] = found.get(each.day, timedelta(0)) + each.work
    return found


def capacity(hours: int = 6) -> dict[date, timedelta]:
    return {DAY + timedelta(days=n): hours * HOUR for n in range(-9, 10)}


def moved(items: list[Item], limits: dict[date, timedelta] | None = None) -> dict[str, int]:
    moves = suggest(items, loads(items), limits or capacity())
    return {move.uid: (move.to - DAY).days for move in moves}


def test_a_day_that_is_not_over_is_left_alone():
    assert moved([item("a", 3), item("b", 3)]) == {}


def test_one_move_does_where_one_is_enough():
    assert moved([item("a", 1), item("b", 1), item("c", 2), item("d", 4)]) == {"c": -1}


def test_the_less_important_one_goes():
    assert moved([item("a", 4, priority=1), item("b", 4, priority=9)]) == {"b": -1}
    assert moved([item("a", 4, priority=5), item("b", 4, priority=1)]) == {"a": -1}


def test_a_deadline_is_kept():
    found = moved([item("a", 4, span=(0, 0)), item("b", 4, span=(-3, 0))])
    assert found == {"b": -1}
    assert moved([item("a", 4, span=(0, 0)), item("b", 4, span=(0, 0))]) == {}


def test_no_day_is_filled_beyond_its_capacity():
    items = [item("a", 4), item("b", 4), item("c", 5, day=-1), item("d", 5, day=1)]
    assert moved(items) == {"a": -2}


def test_as_much_as_can_be_is_moved_where_not_all_can():
    items = [item("a", 5, span=(-1, 0)), item("b", 5, span=(-1, 0)), item("c", 5, span=(0, 0))]
    assert len(moved(items)) == 1


ITEMS = st.lists(
    st.tuples(st.integers(1, 8), st.integers(-4, 4), st.integers(0, 9), st.integers(-4, 0)),
    max_size=12,
)


@settings(deadline=None)
@given(ITEMS, st.integers(1, 8))
def test_windows_and_capacities_hold(drawn: list[tuple[int, int, int, int]], hours: int):
    items = [
        item(str(number), work, day, priority, (back, 0))
        for number, (work, day, priority, back) in enumerate(drawn)
    ]
    limits, held = capacity(hours), loads(items)
    moves = suggest(items, held, limits)
    by_uid = {each.uid: each for each in items}
    assert len({move.uid for move in moves}) == len(moves)
    for move in moves:
        own = by_uid[move.uid]
        assert own.earliest <= move.to <= own.latest
        assert held[move.origin] > limits[move.origin]
    after = dict(held)
    for move in moves:
        after[move.origin] -= move.work
        after[move.to] = after.get(move.to, timedelta(0)) + move.work
    for day, spent in after.items():
        assert spent <= max(limits[day], held.get(day, timedelta(0)))


@settings(deadline=None)
@given(st.lists(st.integers(1, 6), min_size=1, max_size=7), st.integers(2, 6))
def test_of_one_full_day_as_few_are_moved_as_will_do(works: list[int], hours: int):
    items = [item(str(number), work) for number, work in enumerate(works) if work <= hours]
    excess = sum((each.work for each in items), timedelta(0)) / HOUR - hours if items else 0
    moves = moved(items, capacity(hours))
    if excess <= 0:
        assert moves == {}
        return
    least = next(
        count
        for count in range(1, len(items) + 1)
        if any(
            sum((each.work for each in chosen), timedelta(0)) / HOUR >= excess
            for chosen in combinations(items, count)
        )
    )
    if least <= 4:
        assert len(moves) == least
