"""A point on the calendar as people say it: a day, a day and time, a time in a zone.

RFC 5545 tells three kinds apart and so do we: DATE (a whole day), DATE-TIME in
local time ("floating", the same wall clock everywhere) and DATE-TIME with a
TZID. This module knows no clock; the reader's zone is always an argument.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Self
from zoneinfo import ZoneInfo

from models.errors import ImpossibleDate, UnknownZone

#: The wall time of the instant that stands for a whole day.
LAST_MOMENT_OF_DAY = time(23, 59, 59, 999999)


@lru_cache(maxsize=64)
def zone_named(name: str) -> ZoneInfo:
    """The zone of an IANA name such as ``Asia/Jakarta``.

    Raises:
        UnknownZone: there is no such zone.
    """
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise UnknownZone(name) from error


def utc_of_wall(wall: datetime, zone: ZoneInfo) -> datetime:
    """The UTC instant of a naive wall-clock time in `zone`.

    A time that a DST change skips is moved on by the length of the gap, and of
    one that comes twice the first is meant (RFC 5545 section 3.3.5).
    """
    return wall.replace(tzinfo=zone, fold=0).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, a floating date-time, or a date-time in a zone.

    Attributes:
        date: the local calendar day.
        time: local wall time, minutes exact enough; None means the whole day.
        zone: IANA name; None means floating. Always None for a whole day.
    """

    date: date
    time: time | None = None
    zone: str | None = None

    def __post_init__(self) -> None:
        if self.time is None and self.zone is not None:
            object.__setattr__(self, "zone", None)
        if self.time is not None and self.time.tzinfo is not None:
            raise ImpossibleDate(str(self.time))
        if not 1970 <= self.date.year <= 9000:
            raise ImpossibleDate(self.date.isoformat())

    @classmethod
    def at(cls, instant: datetime, zone: str) -> Self:
        """The moment in `zone` of an aware `instant`."""
        local = instant.astimezone(zone_named(zone))
        return cls(local.date(), local.time().replace(fold=0), zone)

    @property
    def is_all_day(self) -> bool:
        """Whether this is a whole day (RFC 5545 VALUE=DATE)."""
        return self.time is None

    @property
    def is_floating(self) -> bool:
        """Whether the instant depends on where the reader is."""
        return self.zone is None

    def instant(self, home: ZoneInfo) -> datetime:
        """The UTC instant for a reader whose zone is `home`.

        Of a whole day it is the day's last microsecond: a task due on a date is
        late only when that day is over.
        """
        if self.time is None:
            tomorrow = datetime.combine(self.date + timedelta(days=1), time())
            return utc_of_wall(tomorrow, home) - timedelta(microseconds=1)
        zone = zone_named(self.zone) if self.zone else home
        return utc_of_wall(datetime.combine(self.date, self.time), zone)

    def local(self, home: ZoneInfo) -> datetime:
        """The instant on the reader's wall clock, aware, in `home`."""
        return self.instant(home).astimezone(home)

    def day(self, home: ZoneInfo) -> date:
        """The calendar day on which the reader sees this moment."""
        return self.date if self.zone is None else self.local(home).date()

    def moved_by(self, step: timedelta) -> Self:
        """The same kind of moment, `step` of wall-clock time later.

        A whole day moves by whole days (the rest of `step` is dropped).
        """
        if self.time is None:
            return type(self)(self.date + timedelta(days=step.days))
        wall = datetime.combine(self.date, self.time) + step
        return type(self)(wall.date(), wall.time(), self.zone)

    def isoformat(self) -> str:
        """``2026-11-24``, ``2026-11-24T10:00`` or ``2026-11-24T10:00+07:00``."""
        if self.time is None:
            return self.date.isoformat()
        wall = datetime.combine(self.date, self.time)
        if self.zone is not None:
            wall = wall.replace(tzinfo=zone_named(self.zone))
        seconds = "minutes" if not (self.time.second or self.time.microsecond) else "seconds"
        return wall.isoformat(timespec=seconds)
