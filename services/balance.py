"""Days of the board that hold too much: moves that would lighten them, and making those.

What is published, locked, repeats or has steps of its own stays. A task is moved no later than
its due, a step neither before the one that comes first nor past the one that follows it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from models.balancing import Item, Move, suggest
from models.moment import Moment
from models.storage import board_rows, lines
from models.storage.unit import UnitOfWork
from models.task import TaskLine
from services.amending import change_task, read_task
from services.board import Board, board, is_published
from services.calendar import bounds
from services.gesture import Gesture
from services.workspace import Workspace

NOTHING = timedelta(0)


@dataclass(frozen=True, slots=True)
class SuggestedMove:
    """A task that would go to another day.

    Attributes:
        due: what it would be due then.
        parent: the summary of the task that it is a step of; empty for none.
    """

    uid: str
    summary: str
    work: timedelta
    origin: date
    to: date
    due: Moment
    parent: str = ""


@dataclass(frozen=True, slots=True)
class DayAfter:
    """What a day holds now, and with the moves; `capacity` is what it can hold."""

    day: date
    before: timedelta
    after: timedelta
    capacity: timedelta


@dataclass(frozen=True, slots=True)
class Balance:
    """The moves that are suggested, and the days that they change or that stay too full."""

    moves: tuple[SuggestedMove, ...]
    days: tuple[DayAfter, ...]

    @property
    def still_over(self) -> tuple[DayAfter, ...]:
        """The days that hold too much even so."""
        return tuple(day for day in self.days if day.after > day.capacity)


def balance(desk: Workspace, year: int, month: int) -> Balance:
    """The moves that bring the days of a month, from today on, under their capacity.

    Raises:
        ImpossibleDate: there is no such month.
    """
    found = board(desk, year, month)
    today = desk.today()
    capacity = {day.day: day.capacity for day in found.days if day.is_working and day.day >= today}
    load = {day.day: day.load for day in found.days}
    with desk.reading() as unit:
        every = {line.uid: (line, item) for line, item in _movable(unit, desk, found, today)}
    limits = capacity | {day.day: day.capacity for day in found.over}
    moves = suggest((item for _, item in every.values()), load, _only(limits, capacity, load))
    return _told(desk, moves, {uid: line for uid, (line, _) in every.items()}, load, found)


def apply_balance(desk: Workspace, moves: Iterable[SuggestedMove]) -> int:
    """Make these moves, as one undo step; gives how many tasks were moved.

    Raises:
        UnknownTask: one of the tasks is not there.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "balance")
        count = 0
        for move in moves:
            task = read_task(unit, move.uid)
            # A recipe's step stays one: it is planned anew when its task moves.
            values = {"due": move.due, "offset": None, "gap": task.gap}
            change_task(unit, gesture, move.uid, values, task)
            count += 1
        return gesture.commit(unit, count)


def _only(
    limits: dict[date, timedelta],
    capacity: dict[date, timedelta],
    load: dict[date, timedelta],
) -> dict[date, timedelta]:
    """What days may hold; one that nothing may be moved to holds what it has, or its limit."""
    return {
        day: limit if day in capacity else min(limit, load.get(day, NOTHING))
        for day, limit in limits.items()
    }


def _movable(
    unit: UnitOfWork, desk: Workspace, found: Board, today: date
) -> list[tuple[TaskLine, Item]]:
    first, last = found.days[0].day, found.days[-1].day
    locked = board_rows.locked_between(unit, *bounds(first, last, desk.zone))
    items: list[tuple[TaskLine, Item]] = []
    for day in found.over:
        if day.day < today:
            continue
        for line in day.lines:
            if line.uid in locked or not _may_move(line):
                continue
            earliest, latest = _window(unit, desk, line, day.day, first, last)
            item = Item(
                line.uid,
                line.estimate or NOTHING,
                day.day,
                line.priority,
                max(earliest, today),
                latest,
            )
            items.append((line, item))
    return items


def _may_move(line: TaskLine) -> bool:
    is_free = not line.is_done and not is_published(line) and not line.rrule
    return is_free and bool(line.estimate) and not line.steps_total


def _window(
    unit: UnitOfWork, desk: Workspace, line: TaskLine, day: date, first: date, last: date
) -> tuple[date, date]:
    """The days between which a task may be due: until its deadline, between its neighbours."""
    if line.parent is None or line.due_at is None:
        return first, day
    steps = [step for step in lines.steps_of(unit, line.parent) if step.due_at is not None]
    parent = lines.one(unit, line.parent)
    work = line.estimate or NOTHING
    before = [s.due_at for s in steps if s.due_at and s.uid != line.uid and s.due_at <= line.due_at]
    after = [
        s.due_at - (s.estimate or NOTHING)
        for s in steps
        if s.due_at and s.uid != line.uid and s.due_at > line.due_at
    ]
    if parent is not None and parent.ready_at is not None:
        after.append(parent.ready_at)
    earliest = first
    if before:
        while earliest < day and _at(desk, line, earliest) - work < max(before):
            earliest += timedelta(days=1)
    latest = last if after else day
    while latest > day and _at(desk, line, latest) > min(after):
        latest -= timedelta(days=1)
    return earliest, latest


def _at(desk: Workspace, line: TaskLine, day: date) -> datetime:
    """When the task would be due on that day."""
    return _due_on(desk, line, day).instant(desk.zone)


def _due_on(desk: Workspace, line: TaskLine, day: date) -> Moment:
    due = line.due
    assert due is not None
    return due.moved_by(day - due.day(desk.zone))


def _told(
    desk: Workspace,
    moves: tuple[Move, ...],
    by_uid: dict[str, TaskLine],
    load: dict[date, timedelta],
    found: Board,
) -> Balance:
    after = dict(load)
    for move in moves:
        after[move.origin] -= move.work
        after[move.to] += move.work
    told = tuple(
        SuggestedMove(
            move.uid,
            by_uid[move.uid].summary,
            move.work,
            move.origin,
            move.to,
            _due_on(desk, by_uid[move.uid], move.to),
            by_uid[move.uid].parent_summary or "",
        )
        for move in moves
    )
    days = tuple(
        DayAfter(day.day, day.load, after[day.day], day.capacity)
        for day in found.days
        if after[day.day] != day.load or day.is_over
    )
    return Balance(told, days)
