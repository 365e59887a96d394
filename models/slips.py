"""Slips: which new deadlines are suggested for a task that was missed, or may be.

A suggestion lies after now and after the due that it replaces, and leaves time to be
ready. No storage, no clock, no language; now and the zone are arguments.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from models.errors import ImpossibleDate
from models.moment import Moment, utc_of_wall
from models.task import ready_by
from models.workdays import WorkWeek

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
#: The time to get ready in, where nobody knows how much work there is.
_SOME_WORK = timedelta(minutes=30)
#: "Later today" is offered up to this hour.
LAST_HOUR = 21
#: How many days ahead a free slot is looked for.
SLOT_DAYS = 28
#: Two deadlines that are nearer to each other take the same slot.
SLOT_APART = timedelta(minutes=30)


class NewDue(StrEnum):
    """A new deadline that is suggested."""

    LATER = "later"
    TOMORROW = "tomorrow"
    SLOT = "slot"


@dataclass(frozen=True, slots=True)
class Slipped:
    """The task that needs another deadline, as far as the rules look at it.

    Attributes:
        due: its deadline.
        lead: how long before it the task must be ready.
        open_work: how much work is left; None: nobody knows.
    """

    due: Moment | None
    lead: timedelta | None = None
    open_work: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """How one plans, and what the days ahead hold already.

    Attributes:
        slip_hour: when what slipped is suggested for the next day.
        best_start, best_end: the best hours.
        slot_weekdays, slot_times: when one publishes; 0 is Monday.
        capacity_of: how much work a day of a weekday holds.
        load: the work that each day holds already, without the task's.
        taken: the UTC instants at which other tasks are due, sorted or not.
    """

    slip_hour: time
    best_start: time
    best_end: time
    work_week: WorkWeek
    slot_weekdays: Sequence[int]
    slot_times: Sequence[time]
    capacity_of: Callable[[int], timedelta]
    load: Mapping[date, timedelta]
    taken: Sequence[datetime]


def moment_on(day: date, at: time | None, before: Moment | None, home: ZoneInfo) -> Moment:
    """`day` and `at` on the wall clock of `home`, of the kind that `before` is.

    A time of a DST change that there is not is the first one after it.
    """
    if at is None:
        return Moment(day)
    zone = before.zone if before is not None and before.time is not None else None
    if zone is None or zone == home.key:
        return Moment(day, at, zone)
    return Moment.at(utc_of_wall(datetime.combine(day, at), home), zone)


def later_today(now: datetime, home: ZoneInfo, needed: timedelta = _HOUR) -> time | None:
    """The first full hour that leaves `needed` time; None when the day is over by then."""
    local = now.astimezone(home)
    # Along the clock that passes, also over a DST change.
    soonest = (now.astimezone(UTC) + needed).astimezone(home)
    at = soonest.replace(minute=0, second=0, microsecond=0, fold=0)
    if at.replace(fold=soonest.fold) < soonest:
        at = (at.replace(tzinfo=None) + _HOUR).replace(tzinfo=home)
    return at.time() if at.date() == local.date() and at.hour <= LAST_HOUR else None


def suggestions(task: Slipped, days: Days, now: datetime, home: ZoneInfo) -> dict[NewDue, Moment]:
    """What is suggested, in the order in which it is offered; each another instant.

    ``tomorrow`` is the next day at the slip hour, or the first one that leaves time to be
    ready; ``slot`` the next one in the best hours, on a working day that has room for the work.
    """
    found: dict[NewDue, Moment] = {}
    taken: set[datetime] = set()
    for way, offered in (
        (NewDue.LATER, _later(task, now, home)),
        (NewDue.TOMORROW, next_day(task, days.slip_hour, now, home)),
        (NewDue.SLOT, next_slot(task, days, now, home)),
    ):
        if offered is None or (at := offered.instant(home)) in taken:
            continue
        found[way] = offered
        taken.add(at)
    return found


def next_slot(task: Slipped, days: Days, now: datetime, home: ZoneInfo) -> Moment | None:
    """The next free slot in the best hours with room for the task's work; None near enough."""
    work = task.open_work or timedelta(0)
    for day in _days_from(now.astimezone(home).date()):
        if not days.work_week.is_working(day):
            continue
        if days.load.get(day, timedelta(0)) + work > days.capacity_of(day.weekday()):
            continue
        for at in _times_of(days, day.weekday()):
            offered = moment_on(day, at, task.due, home)
            if _is_possible(offered, task, now, home) and _is_free(offered.instant(home), days):
                return offered
    return None


def _later(task: Slipped, now: datetime, home: ZoneInfo) -> Moment | None:
    needed = max((task.lead or timedelta(0)) + (task.open_work or _SOME_WORK), _HOUR)
    at = later_today(now, home, needed) if needed < _DAY else None
    if at is None:
        return None
    offered = moment_on(now.astimezone(home).date(), at, task.due, home)
    return offered if _is_possible(offered, task, now, home) else None


def next_day(task: Slipped, at: time | None, now: datetime, home: ZoneInfo) -> Moment | None:
    """Tomorrow at that time, or the first day after it that leaves time to be ready.

    After the due that it has, if that lies ahead; None when there is none near enough.
    """
    today = now.astimezone(home).date()
    first = max(today, task.due.day(home)) if task.due is not None else today
    for day in _days_from(first, 1):
        offered = moment_on(day, at, task.due, home)
        if _is_possible(offered, task, now, home):
            return offered
    return None


def _days_from(first: date, start: int = 0) -> Iterator[date]:
    for count in range(start, SLOT_DAYS + 1):
        try:
            Moment(first + count * _DAY)
        except (ImpossibleDate, OverflowError):
            return
        yield first + count * _DAY


def _times_of(days: Days, weekday: int) -> list[time]:
    """The slots of a weekday in the best hours, else every half hour of these."""
    within = [at for at in days.slot_times if days.best_start <= at < days.best_end]
    if within:
        return sorted(within) if weekday in days.slot_weekdays else []
    start, end = (at.hour * 60 + at.minute for at in (days.best_start, days.best_end))
    return [time(minute // 60, minute % 60) for minute in range(start, end, 30)]


def _is_possible(offered: Moment, task: Slipped, now: datetime, home: ZoneInfo) -> bool:
    """Whether it lies after now and the present due, and leaves time to be ready."""
    ready = ready_by(offered, task.lead) or offered
    if ready.instant(home) <= now:
        return False
    return task.due is None or offered.instant(home) > task.due.instant(home)


def _is_free(at: datetime, days: Days) -> bool:
    return all(abs(at - other) >= SLOT_APART for other in days.taken)
