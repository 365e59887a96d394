"""Days and weeks of a zone as UTC bounds. Pure: the day and the zone are arguments."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from models.moment import utc_of_wall

#: Bounds that every due lies between.
BEGINNING = datetime(1969, 1, 1, tzinfo=UTC)
END = datetime(9100, 1, 1, tzinfo=UTC)


def start_of(day: date, zone: ZoneInfo) -> datetime:
    """The UTC instant at which `day` begins in `zone`, also where midnight is skipped."""
    return utc_of_wall(datetime.combine(day, time()), zone)


def bounds(first: date, last: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """UTC start of `first` and of the day after `last`."""
    return start_of(first, zone), start_of(last + timedelta(days=1), zone)


def week_of(day: date, first_weekday: int) -> tuple[date, date]:
    """First and last day of the week that holds `day`; 0 is Monday."""
    first = day - timedelta(days=(day.weekday() - first_weekday) % 7)
    return first, first + timedelta(days=6)


def month_of(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    first = date(year, month, 1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
