"""What a plan is asked for and what it comes to: wishes, days, and steps with their times.

No storage, no clock, no language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from models.moment import Moment
from models.recipe import Gap
from models.workdays import WorkWeek

NOTHING = timedelta(0)


class Problem(StrEnum):
    """Why a step has no time, or one that is not good."""

    DUE_PASSED = "due-passed"
    OUTSIDE = "outside-calendar"
    NO_ROOM = "no-room"
    OVER_CAPACITY = "over-capacity"


class Shift(StrEnum):
    """Why a step is not done exactly when its recipe says."""

    HOLIDAY = "holiday"
    DAY_OFF = "day-off"
    OFF_HOURS = "off-hours"
    FULL_DAY = "full-day"
    NEXT_STEP = "next-step"
    LATE_START = "late-start"


@dataclass(frozen=True, slots=True)
class Wish:
    """A step to be planned.

    Attributes:
        key: what the planned step is known by.
        fixed: start and end (UTC) of one that is locked and stays; None: it is planned.
        is_done: it stays as well, and nothing waits for it.
    """

    key: str
    gap: Gap
    estimate: timedelta = NOTHING
    fixed: tuple[datetime, datetime] | None = None
    is_done: bool = False

    @property
    def is_planned(self) -> bool:
        """Whether the planner may move it."""
        return self.fixed is None and not self.is_done


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """Where a step has come to stand; `start` and `end` are UTC, None where it has no time.

    Attributes:
        wanted: when its recipe wants it done; None outside the calendar.
        loads: what of its estimate falls on which day.
        shift: why `end` is not what is wanted.
    """

    key: str
    gap: Gap
    estimate: timedelta
    start: datetime | None
    end: datetime | None
    wanted: Moment | None
    loads: Mapping[date, timedelta]
    is_fixed: bool = False
    is_done: bool = False
    shift: Shift | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """What the days hold: when one works, how much, and what is planned on them already."""

    week: WorkWeek
    home: ZoneInfo
    capacity_of: Callable[[int], timedelta]
    load: Mapping[date, timedelta]

    def room(self, day: date) -> timedelta:
        """How much of the day's capacity is left."""
        return self.capacity_of(day.weekday()) - self.load.get(day, NOTHING)


def loads_of(steps: Sequence[PlannedStep]) -> dict[date, timedelta]:
    """What the planned steps add to each day."""
    found: dict[date, timedelta] = {}
    for step in steps:
        for day, spent in step.loads.items():
            found[day] = found.get(day, NOTHING) + spent
    return found
