"""When one works: days off, public holidays, and the hours of a working day.

Owns the only use of the `holidays` package, which is imported when a country's days are
first asked for: it is too heavy for a start. No storage, no clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from models.moment import utc_of_wall

_DAY = timedelta(days=1)
#: How far the next working day may be: longer than any holidays, so that the search ends.
SEARCH_LIMIT = timedelta(days=60)
#: The years whose holidays are known well enough to be asked for.
_FIRST_YEAR, _LAST_YEAR = 1970, 2100


@dataclass(frozen=True, slots=True)
class WorkWeek:
    """When one works.

    Attributes:
        start, end: local wall times; `start` is before `end`.
        days_off: weekdays without work, 0 is Monday.
        country: ISO 3166-1 code whose public holidays are free; empty for none.
    """

    start: time = time(9)
    end: time = time(18)
    days_off: frozenset[int] = frozenset({5, 6})
    country: str = ""

    def is_working(self, day: date) -> bool:
        """Whether `day` is neither a day off nor a public holiday."""
        return day.weekday() not in self.days_off and day not in _holidays(self.country, day.year)

    def next_working_day(self, day: date) -> date:
        """The first working day after `day`; the next day where none is near."""
        return self._near(day, _DAY)

    def last_working_day(self, day: date) -> date:
        """The last working day before `day`; the day before where none is near."""
        return self._near(day, -_DAY)

    def moved_by(self, day: date, count: int) -> date:
        """The day `count` working days after `day`, negative: before; `day` itself for none."""
        for _ in range(abs(count)):
            day = self.next_working_day(day) if count > 0 else self.last_working_day(day)
        return day

    def hours(self, day: date, home: ZoneInfo) -> tuple[datetime, datetime] | None:
        """When work on `day` begins and ends, in UTC, for somebody in `home`; None: it is free.

        None too where a DST change leaves nothing of the hours.
        """
        if not self.is_working(day):
            return None
        begin, end = (
            utc_of_wall(datetime.combine(day, clock), home) for clock in (self.start, self.end)
        )
        return (begin, end) if begin < end else None

    def hours_between(
        self, first: date, last: date, home: ZoneInfo
    ) -> Iterator[tuple[datetime, datetime]]:
        """The `hours` of each working day from `first` to `last`, in their order."""
        for count in range((last - first).days + 1):
            if (found := self.hours(first + count * _DAY, home)) is not None:
                yield found

    def _near(self, day: date, step: timedelta) -> date:
        for count in range(1, SEARCH_LIMIT.days + 1):
            if self.is_working(found := day + count * step):
                return found
        return day + step


def has_holidays(country: str) -> bool:
    """Whether the public holidays of this country (ISO 3166-1) are known."""
    import holidays

    return country in holidays.list_supported_countries(include_aliases=False)


def holiday_name(country: str, day: date, language: str) -> str | None:
    """What a public holiday is called, in `language` (``id``, ``en``) where it can be."""
    return _holidays(country, day.year, language).get(day)


@lru_cache(maxsize=64)
def _holidays(country: str, year: int, language: str | None = None) -> dict[date, str]:
    if not country or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return {}
    import holidays

    try:
        locale = {"en": "en_US"}.get(language or "", language)
        return dict(holidays.country_holidays(country, years=year, language=locale))
    except NotImplementedError:
        # A country that this version of the package does not know.
        return {}
