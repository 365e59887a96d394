"""Reads an RRULE and refuses what RFC 5545 section 3.3.10 does not allow or nobody can follow.

Owns the limits. What a rule means for a first moment is not known here, except
that one that can never come true is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from models.errors import ImpossibleRule, RuleFault
from models.recurrence.rule import WEEKDAYS, Frequency, Rule, WeekdayOf

#: Longest text of a rule; one that names every week of the year has half of it.
RULE_LIMIT = 1_000
INTERVAL_LIMIT = 99_999
COUNT_LIMIT = 9_999
#: How many times of day a rule may name: every five minutes.
TIMES_LIMIT = 288
#: How many moments BYSETPOS may choose from.
SET_LIMIT = 4_000

_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d{1,6}", re.ASCII)
_UNTIL = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?", re.ASCII)
_MOST_DAYS = {
    Frequency.YEARLY: 366,
    Frequency.MONTHLY: 31,
    Frequency.WEEKLY: 7,
    Frequency.DAILY: 1,
    Frequency.HOURLY: 1,
}


@lru_cache(maxsize=512)
def parse(text: str) -> Rule:
    """The rule of an RRULE's value, with or without the ``RRULE:`` prefix, in any letters.

    Raises:
        ImpossibleRule: it is no rule, or one that nobody can follow; `fault` says why and
            `part` where.
    """
    if len(text) > RULE_LIMIT:
        raise ImpossibleRule(RuleFault.TOO_LONG, text)
    said = text.strip().upper().removeprefix("RRULE:").rstrip(";")
    parts: dict[str, str] = {}
    for part in said.split(";"):
        name, equals, value = part.partition("=")
        if not equals or not value:
            raise ImpossibleRule(RuleFault.UNREADABLE, part or text)
        if name not in _PARTS:
            raise ImpossibleRule(RuleFault.UNKNOWN_PART, name)
        if name in parts:
            raise ImpossibleRule(RuleFault.REPEATED_PART, name)
        parts[name] = value
    if "FREQ" not in parts:
        raise ImpossibleRule(RuleFault.UNREADABLE, text)
    if "COUNT" in parts and "UNTIL" in parts:
        raise ImpossibleRule(RuleFault.COUNT_AND_UNTIL, "COUNT, UNTIL")
    values: dict[str, Any] = {}
    for name, value in parts.items():
        field, read = _PARTS[name]
        try:
            values[field] = read(value)
        except ValueError as error:
            raise ImpossibleRule(RuleFault.IMPOSSIBLE_VALUE, f"{name}={value}") from error
    rule = Rule(**values)
    _require_places(rule)
    _require_measure(rule)
    _require_possible(rule)
    return rule


def _freq(text: str) -> Frequency:
    if text in ("SECONDLY", "MINUTELY"):
        raise ImpossibleRule(RuleFault.TOO_OFTEN, f"FREQ={text}")
    return Frequency(text)


def _number(low: int, high: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not _NUMBER.fullmatch(text) or not low <= int(text) <= high:
            raise ValueError(text)
        return int(text)

    return read


def _numbers(low: int, high: int) -> Callable[[str], tuple[int, ...]]:
    """Reads numbers of `low` to `high`; from a negative `low` on, zero is none of them."""
    read = _number(low, high)

    def read_all(text: str) -> tuple[int, ...]:
        found = {read(each) for each in text.split(",")}
        if low < 0 and 0 in found:
            raise ValueError(text)
        # Counted from the beginning first, then from the end.
        return tuple(sorted(found, key=lambda number: (number < 0, number)))

    return read_all


def _seconds(text: str) -> tuple[int, ...]:
    # RFC 5545 section 3.3.12: who knows no leap second takes 60 for 59.
    return tuple(sorted({min(second, 59) for second in _numbers(0, 60)(text)}))


def _days(text: str) -> tuple[WeekdayOf, ...]:
    found: set[WeekdayOf] = set()
    for each in text.split(","):
        if (match := _DAY.fullmatch(each)) is None:
            raise ValueError(text)
        number = int(match[1] or 0)
        if (match[1] and not number) or abs(number) > 53:
            raise ValueError(text)
        found.add(WeekdayOf(WEEKDAYS.index(match[2]), number))
    return tuple(sorted(found))


def _until(text: str) -> date | datetime:
    if (match := _UNTIL.fullmatch(text)) is None:
        raise ValueError(text)
    day = date(int(match[1]), int(match[2]), int(match[3]))
    if match[4] is None:
        return day
    second = min(int(match[6]), 59) if match[6] == "60" else int(match[6])
    wall = datetime(day.year, day.month, day.day, int(match[4]), int(match[5]), second)  # noqa: DTZ001
    return wall.replace(tzinfo=UTC) if match[7] else wall


#: Each part's field and what reads its value, raising ValueError.
_PARTS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "FREQ": ("freq", _freq),
    "INTERVAL": ("interval", _number(1, INTERVAL_LIMIT)),
    "COUNT": ("count", _number(1, COUNT_LIMIT)),
    "UNTIL": ("until", _until),
    "BYMONTH": ("by_month", _numbers(1, 12)),
    "BYWEEKNO": ("by_week_no", _numbers(-53, 53)),
    "BYYEARDAY": ("by_year_day", _numbers(-366, 366)),
    "BYMONTHDAY": ("by_month_day", _numbers(-31, 31)),
    "BYDAY": ("by_day", _days),
    "BYHOUR": ("by_hour", _numbers(0, 23)),
    "BYMINUTE": ("by_minute", _numbers(0, 59)),
    "BYSECOND": ("by_second", _seconds),
    "BYSETPOS": ("by_set_pos", _numbers(-366, 366)),
    "WKST": ("wkst", WEEKDAYS.index),
}


def _require_places(rule: Rule) -> None:
    """Refuse a part where the RFC says that it must not stand."""
    freq = rule.freq
    is_numbered = any(day.number for day in rule.by_day)
    misplaced = {
        "BYWEEKNO": rule.by_week_no and freq is not Frequency.YEARLY,
        "BYYEARDAY": rule.by_year_day and freq not in (Frequency.YEARLY, Frequency.HOURLY),
        "BYMONTHDAY": rule.by_month_day and freq is Frequency.WEEKLY,
        "BYDAY": is_numbered
        and (freq not in (Frequency.MONTHLY, Frequency.YEARLY) or rule.by_week_no),
        "BYSETPOS": rule.by_set_pos and not _has_other_by(rule),
    }
    for name, is_misplaced in misplaced.items():
        if is_misplaced:
            raise ImpossibleRule(RuleFault.MISPLACED_PART, name)


def _has_other_by(rule: Rule) -> bool:
    dates = (rule.by_month, rule.by_week_no, rule.by_year_day, rule.by_month_day, rule.by_day)
    return any((*dates, rule.by_hour, rule.by_minute, rule.by_second))


def _require_measure(rule: Rule) -> None:
    """Refuse what would come too often, and a place that a set is too small for."""
    is_hourly = rule.freq is Frequency.HOURLY
    minutes = max(1, len(rule.by_minute)) * max(1, len(rule.by_second))
    times = minutes * max(1, len(rule.by_hour))
    if (24 * minutes if is_hourly else times) > TIMES_LIMIT:
        raise ImpossibleRule(RuleFault.TOO_OFTEN, rule.text)
    most = minutes if is_hourly else times * _MOST_DAYS[rule.freq]
    if rule.by_set_pos and most > SET_LIMIT:
        raise ImpossibleRule(RuleFault.TOO_OFTEN, rule.text)
    if rule.by_set_pos and all(abs(place) > most for place in rule.by_set_pos):
        raise ImpossibleRule(RuleFault.NEVER, rule.text)


def _require_possible(rule: Rule) -> None:
    """Refuse dates that no calendar has, such as 30 February."""
    most = 5 if rule.freq is Frequency.MONTHLY or rule.by_month else 53
    if rule.by_day and all(abs(day.number) > most for day in rule.by_day):
        raise ImpossibleRule(RuleFault.NEVER, rule.text)
    is_numbered = any(day.number for day in rule.by_day)
    limits = (rule.by_month, rule.by_week_no, rule.by_year_day, rule.by_month_day, is_numbered)
    if not rule.by_set_pos and sum(map(bool, limits)) < 2:
        return
    from models.recurrence.expansion import is_possible

    if not is_possible(rule):
        raise ImpossibleRule(RuleFault.NEVER, rule.text)
