"""Reads reports: any span of days, the tasks behind a number, and the streak up to now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from models.errors import ImpossibleDate
from models.promise import Promise
from models.record import Rate, original_rate
from models.reporting import Report, Span, report_of
from models.storage import goal_rows, lines, promise_rows, time_rows
from models.streak import Streak, streak_of, verdicts
from models.task import TaskLine
from services.calendar import bounds, month_of
from services.workspace import Workspace

#: Longest span of a report.
LONGEST = timedelta(days=366 * 5)
#: How far back a streak is looked for, and how much of that is read at a time.
_STREAK_LIMIT = timedelta(days=366)
_STREAK_STEP = timedelta(days=35)


@dataclass(frozen=True, slots=True)
class Reported:
    """A report, with the names of the goals that it is about; one that is gone has none."""

    report: Report
    goals: dict[str, str]


@dataclass(frozen=True, slots=True)
class OnTime:
    """How much of a month was on time so far, and how many days in a row up to now."""

    rate: Rate
    streak: Streak


def report(desk: Workspace, first: date, last: date) -> Reported:
    """The report of the days from `first` to `last`, as of now.

    Raises:
        ImpossibleDate: `last` is before `first`, or the span is longer than `LONGEST`.
    """
    if not timedelta(0) <= last - first <= LONGEST:
        raise ImpossibleDate(last.isoformat())
    begin, end = bounds(first, last, desk.zone)
    with desk.reading() as unit:
        promised = promise_rows.promised_between(unit, begin, end)
        moved = promise_rows.moved_into(unit, begin, end)
        worked = time_rows.between(unit, begin, end)
        goals = goal_rows.names(unit)
    span = Span(first, last, begin, end)
    return Reported(report_of(promised + moved, worked, span, desk.now()), goals)


def behind(desk: Workspace, uids: Sequence[str]) -> tuple[TaskLine, ...]:
    """The tasks of a number, in the order of `uids`; those that are gone for good are left out."""
    with desk.reading() as unit:
        found = {line.uid: line for line in lines.several(unit, uids)}
    return tuple(found[uid] for uid in uids if uid in found)


def on_time(desk: Workspace) -> OnTime:
    """This month so far, against what was promised first, and the streak."""
    now, today = desk.now(), desk.today()
    first, last = month_of(today.year, today.month)
    promised = _promised(desk, first, last)
    rate = original_rate(promised, *bounds(first, last, desk.zone), now)
    streak = streak_of(verdicts(promised, now), first, today, desk.settings.work_week)
    return OnTime(rate, _going_on(desk, streak, first - timedelta(days=1)))


def _going_on(desk: Workspace, streak: Streak, last: date) -> Streak:
    """`streak`, looked for from `last` back; a year before today at most."""
    now, earliest = desk.now(), desk.today() - _STREAK_LIMIT
    while not streak.is_broken and last > earliest:
        first = max(last - _STREAK_STEP, earliest) + timedelta(days=1)
        promised = _promised(desk, first, last)
        if not promised:
            # Nothing was promised for weeks: what lies before is another story.
            break
        streak = streak_of(verdicts(promised, now), first, last, desk.settings.work_week, streak)
        last = first - timedelta(days=1)
    return streak


def _promised(desk: Workspace, first: date, last: date) -> tuple[Promise, ...]:
    """What was promised first for these days."""
    with desk.reading() as unit:
        return promise_rows.promised_between(unit, *bounds(first, last, desk.zone))
