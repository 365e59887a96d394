"""What the daily review shows: the evening's look back, and the morning's look ahead.

Values only; no storage, no clock, no language.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from models.fullness import Fullness, fullness
from models.task import TaskLine

#: So many tasks are picked for the next day.
PICKS = 3


@dataclass(frozen=True, slots=True)
class Evening:
    """A day as its evening sees it.

    Attributes:
        done: what was done on it.
        slipped: what is still to do though its due has passed.
        tomorrow: what is open for the next day, pinned ones first: of these one picks.
    """

    day: date
    done: tuple[TaskLine, ...]
    slipped: tuple[TaskLine, ...]
    tomorrow: tuple[TaskLine, ...]


@dataclass(frozen=True, slots=True)
class Morning:
    """A day as its morning sees it.

    Attributes:
        open: what is due on it, earliest first.
        load: work that is still to be done for it.
        capacity: how much the day holds; zero on a day off.
        first_ready: what must be ready first.
    """

    day: date
    open: tuple[TaskLine, ...]
    load: timedelta
    capacity: timedelta
    first_ready: TaskLine | None

    @property
    def over(self) -> timedelta:
        """How much more there is than fits."""
        return max(self.load - self.capacity, timedelta(0))

    @property
    def fullness(self) -> Fullness:
        """How full it is, as the timeline says it."""
        return fullness(self.load, self.capacity)
