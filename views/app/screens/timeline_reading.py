"""What the timeline reads: days with their tasks, and how full each is.

Owns the reads of all its modes. Must know no control.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from models.due_line import DueLine
from models.lists import DayOfTasks
from models.moment import Moment
from services import timeline
from services.board import empty_slots
from services.day_layout import REACH
from services.workspace import Workspace

#: How far ahead an empty slot is worth telling.
AHEAD = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Days:
    """Some days of the timeline.

    Attributes:
        days: each of them in order, then those that are read for work reaching back from them.
        first, last: the days that were asked for.
        load: open work by day.
    """

    first: date
    last: date
    days: tuple[DayOfTasks, ...]
    load: dict[date, timedelta] = field(default_factory=dict[date, timedelta])

    def asked(self) -> tuple[DayOfTasks, ...]:
        """The days that were asked for."""
        return self.days[: (self.last - self.first).days + 1]

    def on(self, day: date) -> DayOfTasks:
        """One of the days; an empty one when it was not read."""
        at = (day - self.first).days
        return self.days[at] if 0 <= at < len(self.days) else DayOfTasks(day, ())

    def load_on(self, day: date) -> timedelta:
        """Open work due on a day."""
        return self.load.get(day, timedelta(0))


@dataclass(frozen=True, slots=True)
class Month:
    """The days of a month, and those beside it in its weeks.

    Attributes:
        lines: the tasks of each day; empty days are absent.
        load: open work by day.
        slots: those of each day that are still to be filled, past ones too; near ahead only.
        holidays: the public ones that are no day off anyway.
    """

    lines: dict[date, list[DueLine]]
    load: dict[date, timedelta]
    slots: dict[date, tuple[Moment, ...]]
    holidays: frozenset[date]

    def on(self, day: date) -> Sequence[DueLine]:
        """The tasks of a day."""
        return self.lines.get(day, ())

    def load_on(self, day: date) -> timedelta:
        """Open work due on a day."""
        return self.load.get(day, timedelta(0))


def read_days(desk: Workspace, first: date, last: date, *, reach: timedelta = REACH) -> Days:
    """The days from `first` to `last`, and as many behind as `reach` says."""
    days = timeline.days(desk, first, last + reach)
    load = {entry.day: timeline.load_of(entry.lines) for entry in days if entry.day <= last}
    return Days(first, last, days, load)


def read_month(desk: Workspace, first: date, last: date) -> Month:
    """The days from `first` to `last`, their holidays, and near ahead the empty slots."""
    lines = timeline.due_lines(desk, first, last)
    week, today = desk.settings.work_week, desk.today()
    every = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    near = (day for day in every if today <= day <= today + AHEAD)
    work_days = (day for day in every if day.weekday() not in week.days_off)
    return Month(
        lines,
        load={day: timeline.load_of(of_day) for day, of_day in lines.items()},
        slots={day: empty_slots(desk, day, lines.get(day, ())) for day in near},
        holidays=frozenset(day for day in work_days if not week.is_working(day)),
    )
