"""Reads what stands after an operator: days and spans of time, as people type them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from models.folding import folded
from models.query.lexicon import PERIODS
from models.query.tree import Period, PeriodKind

# Patterns as text, so that a start does not wait until they are compiled.
_DATE = r"(\d{4})-(\d{1,2})-(\d{1,2})"
_MONTH = r"(\d{4})-(\d{1,2})"
_DAY_FIRST = r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})"
_COUNTED = r"([+-]?\d{1,4})-?(?:(?P<days>d|days?|hari)|(?P<weeks>w|weeks?|minggu|pekan))"
_LENGTH = r"(\d{1,4}(?:[.,]\d{1,2})?)\s*([a-z]*)\s*"
_UNITS = {
    unit: minutes
    for minutes, units in (
        (1, ("", "m", "min", "mins", "minute", "minutes", "mnt", "menit")),
        (60, ("h", "hour", "hours", "j", "jam")),
        (1440, ("d", "day", "days", "hari")),
    )
    for unit in units
}
#: The years that a moment may lie in.
_YEARS = range(1970, 9001)


def name_of(text: str) -> str:
    """How a word stands in the lexicon."""
    return folded(text).replace(" ", "-").replace("_", "-")


def read_period(text: str) -> Period | None:
    """Days from ``today``, ``minggu-depan``, ``2026-12-01``, ``1/12/2026``, ``2026-12``,
    ``friday``, ``7d`` or ``-2pekan``; else None."""
    name = name_of(text)
    if (known := PERIODS.get(name)) is not None:
        return Period(known[0], (known[1],))
    if match := re.fullmatch(_COUNTED, name, re.ASCII):
        days = int(match[1]) * (7 if match["weeks"] else 1)
        return Period(PeriodKind.DAY_FROM_TODAY, (days,))
    if match := re.fullmatch(_DATE, name, re.ASCII):
        return _dated(*map(int, match.groups()))
    if match := re.fullmatch(_DAY_FIRST, name, re.ASCII):
        return _dated(*map(int, reversed(match.groups())))
    if match := re.fullmatch(_MONTH, name, re.ASCII):
        year, month = map(int, match.groups())
        if year in _YEARS and 1 <= month <= 12:
            return Period(PeriodKind.MONTH, (year, month))
    return None


def read_length(text: str) -> timedelta | None:
    """A span from ``30``, ``1h``, ``2 jam``, ``1h30m`` or ``1,5j``; bare numbers are minutes."""
    rest, minutes = folded(text), 0.0
    if not rest:
        return None
    while rest:
        match = re.match(_LENGTH, rest, re.ASCII)
        if match is None or match[2] not in _UNITS:
            return None
        minutes += float(match[1].replace(",", ".")) * _UNITS[match[2]]
        rest = rest[match.end() :]
    return timedelta(minutes=round(minutes))


def _dated(year: int, month: int, day: int) -> Period | None:
    try:
        date(year, month, day)
    except ValueError:
        return None
    return Period(PeriodKind.DATE, (year, month, day)) if year in _YEARS else None
