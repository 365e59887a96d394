"""The month ahead as a board: its publishing slots, what fills them, and what each day holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

from models.due_line import Due
from models.errors import ImpossibleDate, TaskClosed
from models.moment import Moment
from models.recipe import Recipe
from models.storage import goal_rows
from models.storage.unit import UnitOfWork
from models.task import Task, TaskFields, TaskLine
from services import timeline
from services.amending import change_task, read_task
from services.calendar import month_of
from services.gesture import Gesture
from services.plans import apply_in
from services.tasks import capture_in, usual_lead
from services.workspace import Workspace

NOTHING = timedelta(0)
#: What is published so near to a slot fills it.
NEAR = timedelta(hours=1)

_Line = TypeVar("_Line", bound=Due)


@dataclass(frozen=True, slots=True)
class Slot:
    """A time to publish at, and what is published then; None: it is empty."""

    at: time
    line: TaskLine | None = None
    is_past: bool = False


@dataclass(frozen=True, slots=True)
class BoardDay:
    """A day of the board.

    Attributes:
        slots: those of its weekday, in order; none on a day without any.
        others: what is published at other times.
        lines: everything that is due on it.
        load: the work of what is open; `capacity` what the day holds.
        is_working: whether it is neither a day off nor a public holiday.
    """

    day: date
    slots: tuple[Slot, ...]
    others: tuple[TaskLine, ...]
    lines: tuple[TaskLine, ...]
    load: timedelta
    capacity: timedelta
    is_working: bool

    @property
    def is_over(self) -> bool:
        """Whether it holds more work than it can."""
        return self.load > self.capacity

    @property
    def empty(self) -> int:
        """How many slots are still to be filled."""
        return sum(slot.line is None and not slot.is_past for slot in self.slots)


@dataclass(frozen=True, slots=True)
class Board:
    """A month: its days, each with its slots."""

    days: tuple[BoardDay, ...]

    @property
    def filled(self) -> int:
        """How many slots something is published in."""
        return sum(slot.line is not None for day in self.days for slot in day.slots)

    @property
    def slots(self) -> int:
        """How many slots there are."""
        return sum(len(day.slots) for day in self.days)

    @property
    def over(self) -> tuple[BoardDay, ...]:
        """The days that hold more than they can."""
        return tuple(day for day in self.days if day.is_over)


def board(desk: Workspace, year: int, month: int) -> Board:
    """The board of a month.

    Raises:
        ImpossibleDate: there is no such month.
    """
    try:
        first, last = month_of(year, month)
    except (ValueError, OverflowError) as error:
        raise ImpossibleDate(f"{year}-{month}") from error
    return board_between(desk, first, last)


def board_between(desk: Workspace, first: date, last: date) -> Board:
    """The board of these days.

    Raises:
        ImpossibleDate: `last` is before `first`, or too far from it.
    """
    now = desk.now()
    return Board(
        tuple(_day(desk, entry.day, entry.lines, now) for entry in timeline.days(desk, first, last))
    )


def empty_slots(desk: Workspace, day: date, lines: Sequence[Due]) -> tuple[Moment, ...]:
    """The slots of a day that none of `lines`, which are due on it, fills; past ones too."""
    times = _times(desk, day)
    taken, _ = _filled(desk, day, times, lines)
    return tuple(slot_moment(desk, day, at) for at in times if at not in taken)


def is_published(line: Due) -> bool:
    """Whether a task is one that is published: it has a time, and a lead, be it none at all."""
    return line.parent is None and line.due_time is not None and line.lead is not None


def slot_moment(desk: Workspace, day: date, at: time) -> Moment:
    """The moment of a slot, in the account's zone."""
    return Moment(day, at, desk.zone.key)


def put_on_slot(desk: Workspace, uid: str, due: Moment, recipe: Recipe | None = None) -> Task:
    """Have a task published at `due`, with the recipe's steps before it, as one undo step.

    It gets the usual lead of its goal where it has none.

    Raises:
        UnknownTask: there is no such task.
        TaskClosed: it is done, or in the trash.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "plan")
        task = read_task(unit, uid)
        if not task.is_open:
            raise TaskClosed(task.summary)
        values: dict[str, Any] = {"due": due, "offset": None}
        if task.lead is None:
            values["lead"] = _lead(unit, desk, task.goal)
        task = change_task(unit, gesture, uid, values, task)
        if recipe is not None:
            apply_in(unit, gesture, task, recipe)
        return gesture.commit(unit, task)


def add_on_slot(desk: Workspace, summary: str, due: Moment, recipe: Recipe | None = None) -> Task:
    """Make a task that is published at `due`, with the recipe's steps, as one undo step.

    Raises:
        EmptySummary, SummaryTooLong: it cannot be called so.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "plan")
        fields = TaskFields(summary=summary, due=due, lead=_lead(unit, desk, None))
        task = capture_in(unit, gesture, fields)
        if recipe is not None:
            apply_in(unit, gesture, task, recipe)
        return gesture.commit(unit, task)


def _lead(unit: UnitOfWork, desk: Workspace, goal: str | None) -> timedelta:
    """How long before its slot something is ready; it is published, also with no time before."""
    of_goal = goal_rows.default_lead(unit, goal) if goal is not None else None
    return usual_lead(desk, of_goal) or NOTHING


def _day(desk: Workspace, day: date, lines: Sequence[TaskLine], now: datetime) -> BoardDay:
    slots, others = _slots(desk, day, lines, now)
    return BoardDay(
        day=day,
        slots=slots,
        others=others,
        lines=tuple(lines),
        load=timeline.load_of(lines),
        capacity=desk.settings.capacity_of(day.weekday()),
        is_working=desk.settings.work_week.is_working(day),
    )


def _slots(
    desk: Workspace, day: date, lines: Sequence[TaskLine], now: datetime
) -> tuple[tuple[Slot, ...], tuple[TaskLine, ...]]:
    """The day's slots, and what is published at other times."""
    times = _times(desk, day)
    taken, rest = _filled(desk, day, times, lines)
    slots = (
        Slot(at, taken.get(at), is_past=slot_moment(desk, day, at).instant(desk.zone) < now)
        for at in times
    )
    return tuple(slots), tuple(rest)


def _times(desk: Workspace, day: date) -> tuple[time, ...]:
    settings = desk.settings
    has_slots = day.weekday() in settings.slot_weekdays and settings.work_week.is_working(day)
    return settings.slot_times if has_slots else ()


def _filled(
    desk: Workspace, day: date, times: tuple[time, ...], lines: Sequence[_Line]
) -> tuple[dict[time, _Line], list[_Line]]:
    """What fills each slot, and what is published at other times."""
    rest = [line for line in lines if is_published(line)]
    taken: dict[time, _Line] = {}
    for near in (NOTHING, NEAR):
        for at in times:
            if at in taken:
                continue
            wall = datetime.combine(day, at)
            found = [line for line in rest if abs(_wall(desk, line) - wall) <= near]
            if found:
                taken[at] = min(found, key=lambda line: abs(_wall(desk, line) - wall))
                rest.remove(taken[at])
    return taken, rest


def _wall(desk: Workspace, line: Due) -> datetime:
    """When it is published, on the account's wall clock, naive."""
    assert line.due_at is not None
    return line.due_at.astimezone(desk.zone).replace(tzinfo=None)
