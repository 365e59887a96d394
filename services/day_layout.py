"""Where tasks stand in a day's hours: as spans of minutes.

Pure: lines, day and zone are arguments. Knows no pixels and no control; its unit is the minute
from the top of the day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from models.lists import DayOfTasks
from models.moment import LAST_MOMENT_OF_DAY
from models.task import TaskLine
from services.calendar import bounds

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
#: How long a block is that says neither when it starts nor how long it takes.
SHORT = timedelta(minutes=30)
#: From this length on, work lasts for days: it is a line over the hours until its last day.
LONG = timedelta(days=1)
#: How many days behind a day are looked through for work that reaches back to it.
REACH = timedelta(days=31)
#: The hours that are always shown.
FIRST_HOUR, LAST_HOUR = 6, 22


@dataclass(frozen=True, slots=True)
class DayScale:
    """A day as a line of minutes.

    Attributes:
        start, end: UTC instants; 23 or 25 hours apart on a day with a DST change.
        is_wall: minutes are those of the clock on the wall, 1440 a day, so that days of one
            week stand beside the same hours; else those that pass.
    """

    day: date
    zone: ZoneInfo
    start: datetime
    end: datetime
    is_wall: bool = False

    @classmethod
    def of(cls, day: date, zone: ZoneInfo, *, is_wall: bool = False) -> DayScale:
        """The scale of a local day."""
        return cls(day, zone, *bounds(day, day, zone), is_wall)

    @property
    def length(self) -> int:
        """How many minutes the day has."""
        return 1440 if self.is_wall else (self.end - self.start) // MINUTE

    def holds(self, instant: datetime) -> bool:
        """Whether the instant lies in the day."""
        return self.start <= instant < self.end

    def minute(self, instant: datetime) -> int:
        """The minute of an aware instant, clipped to the day."""
        at = instant.astimezone(UTC)
        if at <= self.start:
            return 0
        if at >= self.end:
            return self.length
        if self.is_wall:
            local = at.astimezone(self.zone)
            return local.hour * 60 + local.minute
        return (at - self.start) // MINUTE

    def minute_of(self, wall: time) -> int:
        """The minute of a time on the day's wall clock; of one that comes twice, the first."""
        return self.minute(datetime.combine(self.day, wall, self.zone))

    def instant_at(self, minute: int) -> datetime:
        """The UTC instant of a minute of the day."""
        if self.is_wall:
            wall = time(min(minute, 1439) // 60, min(minute, 1439) % 60)
            return datetime.combine(self.day, wall, self.zone).astimezone(UTC)
        return self.start + minute * MINUTE

    def hours(self) -> tuple[tuple[int, time], ...]:
        """Each full hour of the wall clock as (minute, time); one may lack, or come twice."""
        if self.is_wall:
            return tuple((hour * 60, time(hour)) for hour in range(24))
        steps = range(0, self.length, 15)
        local = ((at, (self.start + at * MINUTE).astimezone(self.zone)) for at in steps)
        return tuple((at, time(when.hour)) for at, when in local if when.minute == 0)


@dataclass(frozen=True, slots=True)
class Span:
    """A task's stretch of a day, in minutes from the day's start; ``start < end``.

    Attributes:
        turn: where the ready window ends and the publish block begins; `start` for a publish
            block alone, `end` for a window alone, None for plain work.
    """

    line: TaskLine
    start: int
    end: int
    turn: int | None = None


def span_of(line: TaskLine, scale: DayScale) -> Span | None:
    """The part of the day that a task takes; None for none, and for a task without a time.

    Work runs from its start to its due, else takes its estimate up to its due. What is published
    takes its estimate, or an hour, from its due on, behind the window in which it must be ready.
    """
    due, ready = line.due_at, line.ready_at
    if due is None or line.due_time is None:
        return None
    if line.lead and ready is not None and ready < due:
        return _publish_span(line, ready, due, scale)
    return _clipped(line, begin_of(line), due, scale)


def begin_of(line: TaskLine) -> datetime:
    """When the block of work on a task that is due begins: at its start, else by its estimate."""
    start, due = line.start_at, line.due_at
    assert due is not None
    if start is None or start >= due or is_lasting(line):
        return due - (line.estimate or SHORT)
    return start


def _publish_span(line: TaskLine, ready: datetime, due: datetime, scale: DayScale) -> Span | None:
    is_ready_here, is_due_here = scale.holds(ready), scale.holds(due)
    until = due + (line.estimate or HOUR)
    if is_ready_here and is_due_here:
        span = _clipped(line, ready, until, scale)
        return span and replace(span, turn=max(span.start, min(span.end, scale.minute(due))))
    if is_due_here:
        span = _clipped(line, due, until, scale)
        return span and replace(span, turn=span.start)
    if is_ready_here:
        # A window that ends on a later day is told where it begins.
        span = _clipped(line, ready, min(due, ready + HOUR), scale)
        return span and replace(span, turn=span.end)
    return None


def _clipped(line: TaskLine, start: datetime, end: datetime, scale: DayScale) -> Span | None:
    if end <= scale.start or start >= scale.end:
        return None
    first = min(scale.minute(start), scale.length - 1)
    return Span(line, first, max(first + 1, scale.minute(end)))


def is_lasting(line: TaskLine) -> bool:
    """Whether a task lasts from one day to another, rather than from one hour to another."""
    start, due = line.start_at, line.due_at
    if start is None or due is None or start >= due:
        return False
    # The instant of a whole day is its last microsecond.
    return start.microsecond == LAST_MOMENT_OF_DAY.microsecond or due - start >= LONG


def over_hours(days: Iterable[DayOfTasks], scale: DayScale) -> tuple[TaskLine, ...]:
    """What stands over the hours of the scale's day.

    These are the tasks due on it without a time, and those that last and are due on a later day;
    on the day on which it is due a task with a time stands at its hour.
    """
    return tuple(
        line
        for each in days
        if each.day >= scale.day
        for line in each.lines
        if _is_over(line, each.day, scale)
    )


def _is_over(line: TaskLine, due: date, scale: DayScale) -> bool:
    if due == scale.day:
        return line.due_time is None
    if line.start_at is None or not is_lasting(line):
        return False
    return line.start_at.astimezone(scale.zone).date() <= scale.day


def spans_in(days: Iterable[DayOfTasks], scale: DayScale) -> tuple[Span, ...]:
    """The spans of the scale's day, also of tasks that are due on a later one."""
    lines = (line for each in days if each.day >= scale.day for line in each.lines)
    spans = (span_of(line, scale) for line in lines)
    return tuple(span for span in spans if span is not None)


def shown_hours(
    spans: Iterable[Span], scale: DayScale, now: datetime | None = None
) -> tuple[int, int]:
    """First and last minute to show: 06:00 to 22:00, and as much more as is needed.

    Args:
        now: shown too when it lies in the day.
    """
    hours = scale.hours()
    starts = [at for at, _ in hours]
    first = next((at for at, hour in hours if hour.hour >= FIRST_HOUR), 0)
    last = next((at for at, hour in hours if hour.hour >= LAST_HOUR), scale.length)
    for start, end in _extents(spans, scale, now):
        first = min(first, start)
        last = max(last, end)
    top = max((at for at in starts if at <= first), default=0)
    return top, min((at for at in starts if at >= last), default=scale.length)


def _extents(
    spans: Iterable[Span], scale: DayScale, now: datetime | None
) -> Iterable[tuple[int, int]]:
    yield from ((span.start, span.end) for span in spans)
    if now is not None and scale.holds(now):
        yield scale.minute(now), scale.minute(now)
