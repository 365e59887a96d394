"""What the timeline reads: days with their tasks, and how full each is.

Owns the reads of all its modes. Must know no control.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from models.lists import DayOfTasks
from services import timeline
from services.board import Slot, slots_on
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
        load: open work by day; empty days are absent.
        slots: those to publish in, by day; only where they were asked for.
        holidays: the public ones that are no day off anyway; likewise.
    """

    first: date
    last: date
    days: tuple[DayOfTasks, ...]
    load: dict[date, timedelta] = field(default_factory=dict[date, timedelta])
    slots: dict[date, tuple[Slot, ...]] = field(default_factory=dict[date, tuple[Slot, ...]])
    holidays: frozenset[date] = frozenset()

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


def read_days(desk: Workspace, first: date, last: date, *, reach: timedelta = REACH) -> Days:
    """The days from `first` to `last`, and as many behind as `reach` says."""
    days = timeline.days(desk, first, last + reach)
    return Days(first, last, days, timeline.load(desk, first, last))


def read_month(desk: Workspace, first: date, last: date) -> Days:
    """The days from `first` to `last`, their holidays, and near ahead the slots to publish in."""
    week = desk.settings.work_week
    days, today = timeline.days(desk, first, last), desk.today()
    near = (entry for entry in days if today <= entry.day <= today + AHEAD)
    slots = {entry.day: slots_on(desk, entry.day, entry.lines) for entry in near}
    work_days = (entry.day for entry in days if entry.day.weekday() not in week.days_off)
    holidays = frozenset(day for day in work_days if not week.is_working(day))
    return Days(first, last, days, timeline.load(desk, first, last), slots, holidays)
