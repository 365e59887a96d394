"""A recurrence rule as a value, and its text (RFC 5545 section 3.3.10).

Only says what a rule is: `parsing` reads one and refuses what cannot be,
`expansion` works it out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

#: By RFC 5545's names, from Monday.
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Frequency(StrEnum):
    """FREQ. SECONDLY and MINUTELY are refused: nobody's tasks come that often."""

    HOURLY = "HOURLY"
    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


class WeekdayOf(NamedTuple):
    """One value of BYDAY: the weekday (0 is Monday), and which of the period; 0 is every one."""

    weekday: int
    number: int = 0

    @property
    def text(self) -> str:
        """``MO``, ``1MO`` or ``-1FR``."""
        return f"{self.number or ''}{WEEKDAYS[self.weekday]}"


@dataclass(frozen=True, slots=True)
class Rule:
    """One RRULE. Values are sorted and each stands once; an empty tuple: the part is not there.

    Attributes:
        until: a date, a naive wall-clock time or an aware UTC instant, as it was written.
        wkst: the day on which weeks begin; 0 is Monday.
    """

    freq: Frequency
    interval: int = 1
    count: int | None = None
    until: date | datetime | None = None
    by_month: tuple[int, ...] = ()
    by_week_no: tuple[int, ...] = ()
    by_year_day: tuple[int, ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_day: tuple[WeekdayOf, ...] = ()
    by_hour: tuple[int, ...] = ()
    by_minute: tuple[int, ...] = ()
    by_second: tuple[int, ...] = ()
    by_set_pos: tuple[int, ...] = ()
    wkst: int = 0

    @property
    def text(self) -> str:
        """The canonical text, without the ``RRULE:`` prefix: equal rules have equal texts."""
        parts = [f"FREQ={self.freq.value}"]
        if self.interval != 1:
            parts.append(f"INTERVAL={self.interval}")
        if self.count is not None:
            parts.append(f"COUNT={self.count}")
        if self.until is not None:
            parts.append(f"UNTIL={until_text(self.until)}")
        numbers = {
            "BYMONTH": self.by_month,
            "BYWEEKNO": self.by_week_no,
            "BYYEARDAY": self.by_year_day,
            "BYMONTHDAY": self.by_month_day,
            "BYDAY": [day.text for day in self.by_day],
            "BYHOUR": self.by_hour,
            "BYMINUTE": self.by_minute,
            "BYSECOND": self.by_second,
            "BYSETPOS": self.by_set_pos,
        }
        parts += (f"{name}={_joined(values)}" for name, values in numbers.items() if values)
        if self.wkst:
            parts.append(f"WKST={WEEKDAYS[self.wkst]}")
        return ";".join(parts)


def until_text(until: date | datetime) -> str:
    """``20261231``, ``20261231T170000`` or ``20261231T170000Z``."""
    text = f"{until.year:04}{until.month:02}{until.day:02}"
    if isinstance(until, datetime):
        text += f"T{until.hour:02}{until.minute:02}{until.second:02}"
        text += "" if until.tzinfo is None else "Z"
    return text


def _joined(values: Iterable[object]) -> str:
    return ",".join(map(str, values))
