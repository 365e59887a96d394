"""Lightening days that hold more work than they can: which tasks to move, and where to.

Pure: days, their room and what may move are arguments. As few tasks are moved as will do; of
those that would do equally the less important ones, and the least far. No task leaves the days
between which it may lie, so deadlines and the order of steps are kept, and no day is filled
beyond its capacity.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from models.task import Priority

NOTHING = timedelta(0)
_DAY = timedelta(days=1)
#: How many tasks of a day are tried together, and how many at a time.
_CANDIDATES, _TOGETHER = 14, 4
#: How far a task is moved at most.
REACH = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Item:
    """A task that may be moved: its work, its day, and the days between which it may lie."""

    uid: str
    work: timedelta
    day: date
    priority: int
    earliest: date
    latest: date


@dataclass(frozen=True, slots=True)
class Move:
    """A task that goes to another day."""

    uid: str
    work: timedelta
    origin: date
    to: date


def suggest(
    items: Iterable[Item],
    load: Mapping[date, timedelta],
    capacity: Mapping[date, timedelta],
) -> tuple[Move, ...]:
    """The moves that bring each day in `load` under its capacity, as far as can be.

    Args:
        load: what each day holds, with whatever stays.
        capacity: what each day may hold; a day that is not there takes nothing more.
    """
    left = dict(load)
    by_day: dict[date, list[Item]] = {}
    for item in items:
        if item.work > NOTHING:
            by_day.setdefault(item.day, []).append(item)
    moves: list[Move] = []
    for day in sorted(by_day, key=lambda each: (-_excess(left, capacity, each), each)):
        for move in _lightened(day, by_day[day], left, capacity):
            left[move.origin] -= move.work
            left[move.to] = left.get(move.to, NOTHING) + move.work
            moves.append(move)
    return tuple(sorted(moves, key=lambda move: (move.origin, move.to, move.uid)))


def _excess(
    left: Mapping[date, timedelta], capacity: Mapping[date, timedelta], day: date
) -> timedelta:
    return left.get(day, NOTHING) - capacity.get(day, NOTHING)


def _lightened(
    day: date,
    items: Sequence[Item],
    left: Mapping[date, timedelta],
    capacity: Mapping[date, timedelta],
) -> list[Move]:
    """The fewest moves that take the excess of a day away; else those that take most of it."""
    excess = _excess(left, capacity, day)
    if excess <= NOTHING:
        return []
    able = [item for item in items if _place(item, left, capacity) is not None]
    able.sort(key=lambda item: (-Priority.level(item.priority), -item.work, item.uid))
    able = able[:_CANDIDATES]
    for count in range(1, min(_TOGETHER, len(able)) + 1):
        best: tuple[tuple[int, ...], list[Move]] | None = None
        for chosen in combinations(able, count):
            if sum((item.work for item in chosen), NOTHING) < excess:
                continue
            found = _placed(chosen, left, capacity)
            if found is not None:
                cost = _cost(chosen, found, excess)
                if best is None or cost < best[0]:
                    best = cost, found
        if best is not None:
            return best[1]
    return _as_many(able, left, capacity, excess)


def _as_many(
    able: Sequence[Item],
    left: Mapping[date, timedelta],
    capacity: Mapping[date, timedelta],
    excess: timedelta,
) -> list[Move]:
    """The largest ones, less important first, for as long as they find room and help."""
    chosen: list[Item] = []
    for item in sorted(able, key=lambda item: (-item.work, -Priority.level(item.priority))):
        if excess <= NOTHING:
            break
        if _placed([*chosen, item], left, capacity) is not None:
            chosen.append(item)
            excess -= item.work
    return _placed(chosen, left, capacity) or []


def _placed(
    chosen: Sequence[Item],
    left: Mapping[date, timedelta],
    capacity: Mapping[date, timedelta],
) -> list[Move] | None:
    """Each of them on the nearest day with room, the largest first; None where one has none."""
    held = dict(left)
    moves: list[Move] = []
    for item in sorted(chosen, key=lambda item: (-item.work, item.uid)):
        to = _place(item, held, capacity)
        if to is None:
            return None
        held[to] = held.get(to, NOTHING) + item.work
        moves.append(Move(item.uid, item.work, item.day, to))
    return moves


def _place(
    item: Item, left: Mapping[date, timedelta], capacity: Mapping[date, timedelta]
) -> date | None:
    """The nearest day with room for it, an earlier one first; None: there is none."""
    farthest = min(REACH, max(item.day - item.earliest, item.latest - item.day))
    for distance in range(1, farthest.days + 1):
        for day in (item.day - distance * _DAY, item.day + distance * _DAY):
            is_free = item.earliest <= day <= item.latest and day in capacity
            if is_free and left.get(day, NOTHING) + item.work <= capacity[day]:
                return day
    return None


def _cost(chosen: Sequence[Item], moves: Sequence[Move], excess: timedelta) -> tuple[int, ...]:
    """Importance first, the most important one counting most; then days, then work too much."""
    levels = sorted(Priority.level(item.priority) for item in chosen)
    days = sum(abs((move.to - move.origin).days) for move in moves)
    over = sum((move.work for move in moves), NOTHING) - excess
    return (*(-level for level in levels), days, int(over.total_seconds()))
