"""The working time of days: where a stretch of work has room, and what others have taken.

No storage, no clock, no language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from models.planned import NOTHING, Days

#: How many days from where it is wanted a stretch is looked for room at most.
SEARCH_DAYS = 400
_DAY = timedelta(days=1)
_Hours = Callable[[date], tuple[datetime, datetime] | None]


@dataclass(frozen=True, slots=True)
class Place:
    """Working time from `start` to `end` (UTC), and what of it falls on which day."""

    start: datetime
    end: datetime
    loads: Mapping[date, timedelta]


class WorkingTime:
    """The hours of `days`, less what was taken of them.

    Attributes:
        hours: when work on a day begins and ends (UTC); None for a free one.
        used: what was taken, by day.
    """

    def __init__(self, days: Days, hours: _Hours | None = None) -> None:
        self.days = days
        self.hours: _Hours = hours or lru_cache(maxsize=None)(
            lambda day: days.week.hours(day, days.home)
        )
        self.used: dict[date, timedelta] = {}

    def afresh(self) -> WorkingTime:
        """The same days, with nothing taken."""
        return WorkingTime(self.days, self.hours)

    def fill_back(
        self, limit: datetime, span: timedelta, floor: datetime, *, is_capped: bool = True
    ) -> Place | None:
        """The latest working time of length `span` that ends at `limit` and begins at `floor`."""
        if limit < floor:
            return None
        day, left = limit.astimezone(self.days.home).date(), span
        last_day = floor.astimezone(self.days.home).date()
        end: datetime | None = None
        loads: dict[date, timedelta] = {}
        for _ in range(SEARCH_DAYS):
            if day < last_day:
                return None
            hours = self.hours(day)
            if hours is not None:
                bottom, top = max(hours[0], floor), min(hours[1], limit)
                room = self._room(day, top - bottom, is_capped)
                if bottom <= top and (room > NOTHING or not span):
                    taken = min(left, room)
                    end = end or top
                    left -= taken
                    loads[day] = taken
                    if not left:
                        return Place(top - taken, end, loads)
            day -= _DAY
        return None

    def fill_on(
        self, floor: datetime, span: timedelta, limit: datetime | None, *, is_capped: bool
    ) -> Place | None:
        """The earliest working time of length `span` from `floor` on, that ends at `limit`."""
        day, left = floor.astimezone(self.days.home).date(), span
        start: datetime | None = None
        loads: dict[date, timedelta] = {}
        for _ in range(SEARCH_DAYS):
            hours = self.hours(day)
            if limit is not None and hours is not None and hours[0] > limit:
                return None
            if hours is not None:
                bottom = max(hours[0], floor)
                top = hours[1] if limit is None else min(hours[1], limit)
                room = self._room(day, top - bottom, is_capped)
                if bottom <= top and (room > NOTHING or not span):
                    taken = min(left, room)
                    start = start or bottom
                    left -= taken
                    loads[day] = taken
                    if not left:
                        return Place(start, bottom + taken, loads)
            day += _DAY
        return None

    def take(self, place: Place, times: int = 1) -> None:
        """Take the time of a place; -1 times: give it back."""
        for day, spent in place.loads.items():
            self.used[day] = self.used.get(day, NOTHING) + times * spent

    def is_over(self, place: Place) -> bool:
        """Whether a day of the place holds more than it can."""
        return any(
            spent and self.used[day] > self.days.room(day) for day, spent in place.loads.items()
        )

    def is_full(self, day: date) -> bool:
        """Whether nothing more fits on a day."""
        spent = self.used.get(day, NOTHING) + self.days.load.get(day, NOTHING)
        return spent >= self.days.capacity_of(day.weekday())

    def _room(self, day: date, free: timedelta, is_capped: bool) -> timedelta:
        if is_capped:
            free = min(free, self.days.room(day) - self.used.get(day, NOTHING))
        return max(free, NOTHING)
