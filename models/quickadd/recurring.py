"""A repeat as a value: how RFC 5545 writes it, and the first day that it comes on.

Only the shapes that people say are known here, and of those only the first day; what a
rule gives after that is the recurrence engine's.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from models.moment import Moment, utc_of_wall
from models.quickadd.calendar import last_of_month
from models.quickadd.kinds import Part
from models.quickadd.parsed import Reading
from models.task import RepeatFrom

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKDAYS = tuple((0, day) for day in range(5))
WEEKEND = ((0, 5), (0, 6))
#: 29 February comes at most this many days after another.
_FARTHEST = 366 * 8 + 1


class Repeat(NamedTuple):
    """A rule in parts.

    Attributes:
        byday: pairs of a number in the month (0: each, -1: the last) and a weekday.
        part: the part of the day that was said with it.
        others: what else it can mean.
    """

    freq: str
    interval: int = 1
    byday: tuple[tuple[int, int], ...] = ()
    bymonthday: tuple[int, ...] = ()
    bymonth: tuple[int, ...] = ()
    bysetpos: int = 0
    part: Part | None = None
    is_from_completion: bool = False
    others: tuple[tuple[Reading, Repeat], ...] = ()

    @property
    def repeat_from(self) -> RepeatFrom:
        """What the next occurrence is counted from."""
        return RepeatFrom.COMPLETION if self.is_from_completion else RepeatFrom.DUE


def rrule_text(repeat: Repeat, until: str | None = None, count: int | None = None) -> str:
    """The rule as RFC 5545 section 3.3.10 writes it; `until` and `count` exclude each other."""
    parts = [f"FREQ={repeat.freq}"]
    if repeat.interval != 1:
        parts.append(f"INTERVAL={repeat.interval}")
    if repeat.bymonth:
        parts.append("BYMONTH=" + ",".join(map(str, repeat.bymonth)))
    if repeat.bymonthday:
        parts.append("BYMONTHDAY=" + ",".join(map(str, repeat.bymonthday)))
    if repeat.byday:
        days = (f"{number or ''}{_CODES[day]}" for number, day in repeat.byday)
        parts.append("BYDAY=" + ",".join(days))
    if repeat.bysetpos:
        parts.append(f"BYSETPOS={repeat.bysetpos}")
    if until is not None:
        parts.append(f"UNTIL={until}")
    elif count is not None:
        parts.append(f"COUNT={count}")
    return ";".join(parts)


def until_text(last: Moment, due: Moment, home: ZoneInfo) -> str:
    """UNTIL for the last day or time: a date where `due` is one, else that day's end in UTC.

    RFC 5545 section 3.3.10: UNTIL has the type of DTSTART, and is UTC where that has a zone;
    a `due` without a zone will have `home`'s.
    """
    if due.time is None:
        return last.date.strftime("%Y%m%d")
    zone = ZoneInfo(due.zone) if due.zone else home
    wall = datetime.combine(last.date, last.time or time(23, 59, 59))
    return utc_of_wall(wall, zone).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def first_day(repeat: Repeat, today: date) -> date:
    """The first day on or after `today` that the rule can begin on."""
    day = today
    for _ in range(_FARTHEST):
        if _is_on(repeat, day):
            return day
        day += timedelta(days=1)
    return today


def _is_on(repeat: Repeat, day: date) -> bool:
    if repeat.bymonth and day.month not in repeat.bymonth:
        return False
    if repeat.bymonthday:
        from_end = day.day - last_of_month(day).day - 1
        if day.day not in repeat.bymonthday and from_end not in repeat.bymonthday:
            return False
    if repeat.bysetpos:
        return day == _workday_of_month(day, repeat.bysetpos)
    if repeat.byday:
        return any(
            weekday == day.weekday() and number in (0, *_numbers_in_month(day))
            for number, weekday in repeat.byday
        )
    return True


def _numbers_in_month(day: date) -> tuple[int, int]:
    """Which of its weekday `day` is in its month, from the beginning and from the end."""
    return (day.day - 1) // 7 + 1, -((last_of_month(day).day - day.day) // 7) - 1


def _workday_of_month(day: date, number: int) -> date | None:
    first, last = day.replace(day=1), last_of_month(day)
    days = [first + timedelta(days=step) for step in range(last.day)]
    workdays = [each for each in days if each.weekday() < 5]
    return workdays[number] if number < 0 else workdays[number - 1] if number else None
