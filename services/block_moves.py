"""Where a block of the hours goes: what its task is given when it is moved or made longer.

Pure: the task's line, the hour and the zone are arguments. What is published is moved by its
publish time and takes its estimate from there on; work is moved by its beginning, and its due
goes with it. A longer block keeps its beginning: of what is published the estimate grows, of
work the due too, and the estimate where it says how long the block is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from models.moment import Moment, utc_of_wall
from models.task import TaskFields, TaskLine
from services.day_layout import HOUR, SHORT, DayScale, begin_of

#: Moved blocks stand on quarters of an hour, and are as long at least.
STEP = 15
QUARTER = timedelta(minutes=STEP)


@dataclass(frozen=True, slots=True)
class Extent:
    """From when to when a block lasts, as UTC instants.

    Attributes:
        start: what the block is moved by: the publish time, or the beginning of work.
        is_published: whether `start` is the due.
        has_start: whether the task itself says when its work begins.
    """

    start: datetime
    end: datetime
    is_published: bool
    has_start: bool


def extent_of(line: TaskLine) -> Extent | None:
    """The extent of a task's block; None for a task without a time, which has no block."""
    due = line.due_at
    if due is None or line.due_time is None:
        return None
    if line.lead and line.ready_at is not None and line.ready_at < due:
        return Extent(due, due + (line.estimate or HOUR), is_published=True, has_start=False)
    start = begin_of(line)
    return Extent(start, due, is_published=False, has_start=start == line.start_at)


def snapped(minute: float) -> int:
    """The nearest quarter of an hour."""
    return round(minute / STEP) * STEP


def moved(line: TaskLine, start: datetime, home: ZoneInfo) -> TaskFields:
    """What a task is given when its block begins at the instant `start`.

    A task without a time is given one: it is due then.

    Raises:
        ImpossibleDate: no task may be due then.
    """
    extent = extent_of(line)
    if extent is None:
        return TaskFields(due=alike(start, line.due, home))
    if extent.is_published:
        return TaskFields(due=alike(start, line.due, home))
    fields = TaskFields(due=alike(start + (extent.end - extent.start), line.due, home))
    if extent.has_start:
        fields["dtstart"] = alike(start, line.due, home)
    return fields


def lasting(line: TaskLine, length: timedelta, home: ZoneInfo) -> TaskFields:
    """What a task is given when its block is to be `length` long, a quarter at least.

    Raises:
        ImpossibleDate: no task may be due then.
    """
    length = max(length, QUARTER)
    extent = extent_of(line)
    if extent is None or extent.is_published:
        return TaskFields(estimate=length)
    fields = TaskFields(due=alike(extent.start + length, line.due, home))
    if not extent.has_start or line.estimate == extent.end - extent.start:
        fields["estimate"] = length
    return fields


def length_of(line: TaskLine) -> timedelta:
    """How long a task's block is; of one without a block, what its estimate says."""
    extent = extent_of(line)
    return extent.end - extent.start if extent is not None else line.estimate or SHORT


def stepped(line: TaskLine, steps: int, home: ZoneInfo) -> datetime | None:
    """Where a block begins after `steps` quarters, on the clock's quarters; None without one."""
    extent = extent_of(line)
    if extent is None:
        return None
    local = extent.start.astimezone(home)
    minute = local.hour * 60 + local.minute
    to = (minute // STEP if steps > 0 or minute % STEP == 0 else minute // STEP + 1) + steps
    return wall_instant(local, to * STEP, home)


def days_on(line: TaskLine, days: int, home: ZoneInfo) -> TaskFields:
    """What a task is given when it is moved by whole days, at the same time of day.

    Raises:
        ImpossibleDate: no task may be due then.
    """
    extent = extent_of(line)
    if extent is None:
        due = line.due
        return TaskFields(due=due.moved_by(timedelta(days=days)) if due is not None else None)
    local = extent.start.astimezone(home)
    minute = local.hour * 60 + local.minute
    return moved(line, wall_instant(local, minute + days * 1440, home), home)


def wall_instant(day: datetime, minute: int, home: ZoneInfo) -> datetime:
    """The UTC instant of a minute on the wall clock of a day; it may lie on another day."""
    midnight = datetime.combine(day.date(), time())
    return utc_of_wall(midnight + timedelta(minutes=minute), home)


def minute_in(scale: DayScale, instant: datetime) -> int:
    """The minute of an instant from the top of the scale's day; before it negative."""
    if not scale.is_wall:
        return (instant - scale.start) // timedelta(minutes=1)
    local = instant.astimezone(scale.zone).replace(tzinfo=None)
    return (local - datetime.combine(scale.day, time())) // timedelta(minutes=1)


def alike(instant: datetime, before: Moment | None, home: ZoneInfo) -> Moment:
    """The moment of an instant, of the kind that `before` is: floating, or in its zone."""
    if before is None or before.time is None:
        return Moment.at(instant, home.key)
    if before.zone is not None:
        return Moment.at(instant, before.zone)
    wall = instant.astimezone(UTC).astimezone(home)
    return Moment(wall.date(), wall.time())
