"""The timeline: tasks by day, and how full each day is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from models.due_line import Due, DueLine
from models.errors import ImpossibleDate
from models.lists import DayOfTasks
from models.storage import line_counts, lines
from services.calendar import BEGINNING, END, bounds, month_of
from services.workspace import Workspace

_Line = TypeVar("_Line", bound=Due)

#: The longest range that is answered at once.
RANGE_LIMIT = timedelta(days=1_100)

#: The days that may be shown: a little more than may be due.
EARLIEST, LATEST = BEGINNING.date(), END.date()


def days(desk: Workspace, first: date, last: date) -> tuple[DayOfTasks, ...]:
    """Every day from `first` to `last` with the tasks due on it, done ones too.

    Raises:
        ImpossibleDate: `last` is before `first`, or too far from it; or outside 1969 to 9099.
    """
    _check(first, last)
    with desk.reading() as unit:
        by_day = _by_day(lines.kept_between(unit, *bounds(first, last, desk.zone)), desk.zone)
    span = range((last - first).days + 1)
    every = (first + timedelta(days=n) for n in span)
    return tuple(DayOfTasks(day, tuple(by_day.get(day, ()))) for day in every)


def month(desk: Workspace, year: int, month: int) -> tuple[DayOfTasks, ...]:
    """Every day of a month with its tasks.

    Raises:
        ImpossibleDate: there is no such month.
    """
    try:
        first, last = month_of(year, month)
    except (ValueError, OverflowError) as error:
        raise ImpossibleDate(f"{year}-{month}") from error
    return days(desk, first, last)


def due_lines(desk: Workspace, first: date, last: date) -> dict[date, list[DueLine]]:
    """The tasks of `days` as a month shows them, by day; empty days are absent.

    Raises:
        ImpossibleDate: as `days`.
    """
    _check(first, last)
    with desk.reading() as unit:
        return _by_day(lines.due_between(unit, *bounds(first, last, desk.zone)), desk.zone)


def load(desk: Workspace, first: date, last: date) -> dict[date, timedelta]:
    """The estimates of open tasks, summed by the day they are due; empty days are absent."""
    _check(first, last)
    sums: dict[date, timedelta] = defaultdict(timedelta)
    with desk.reading() as unit:
        for due_at, estimate in line_counts.load(unit, *bounds(first, last, desk.zone)):
            sums[due_at.astimezone(desk.zone).date()] += estimate
    return dict(sums)


def load_of(lines: Iterable[Due]) -> timedelta:
    """The estimates of the open ones, summed."""
    work = (line.estimate for line in lines if not line.is_done and line.estimate)
    return sum(work, timedelta(0))


def _by_day(lines: Iterable[_Line], zone: ZoneInfo) -> dict[date, list[_Line]]:
    by_day: dict[date, list[_Line]] = {}
    for line in lines:
        if line.due_zone is None or line.due_zone == zone.key:
            day = line.due_date
        else:
            day = line.due_at.astimezone(zone).date() if line.due_at else None
        if day is not None:
            by_day.setdefault(day, []).append(line)
    return by_day


def _check(first: date, last: date) -> None:
    if last < first or last - first > RANGE_LIMIT or not EARLIEST <= first <= last <= LATEST:
        raise ImpossibleDate(f"{first}/{last}")
