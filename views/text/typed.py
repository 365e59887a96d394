"""Reads times, dates and spans as people type them into a field.

Whatever is not understood is None; nothing is guessed. Whole sentences
("besok jam 10 …") are not read here.
"""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from models.errors import ImpossibleDate
from models.moment import Moment

_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:\s*[.:]\s*(?P<minute>\d{2})|(?P<joined>\d{2}))?"
    r"\s*(?:(?P<half>[ap])\.?\s?m\.?)?",
    re.IGNORECASE | re.ASCII,
)
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_UNITS = {
    "days": r"d|days?|hari",
    "hours": r"h|hours?|j|jam",
    "minutes": r"m|mins?|minutes?|mnt|menit",
}
_SPAN = re.compile(
    "".join(
        rf"(?:(?P<{unit}>\d{{1,4}}(?:[.,]\d{{1,2}})?)\s*(?:{names}))?\s*"
        for unit, names in _UNITS.items()
    )
    + r"(?P<rest>\d{1,2})?",
    re.IGNORECASE | re.ASCII,
)


def parse_time(text: str) -> time | None:
    """A time of day from ``16``, ``16.00``, ``16:00``, ``1630`` or ``4:30 pm``; else None."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return None
    hour = int(match["hour"])
    minute = int(match["minute"] or match["joined"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def parse_date(text: str) -> date | None:
    """A date from ``2026-11-24`` (ISO 8601, a leading zero may be left out); else None."""
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return None
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        return None


def parse_moment(text: str, zone: ZoneInfo | None = None) -> Moment | None:
    """A moment from a date, or a date and a time after ``T`` or spaces; else None.

    With a time it is in `zone`; without a zone it floats.
    """
    parts = re.split(r"\s*[Tt]\s*|\s+", text.strip(), maxsplit=1)
    day = parse_date(parts[0])
    if day is None:
        return None
    at = parse_time(parts[1]) if len(parts) == 2 else None
    if len(parts) == 2 and at is None:
        return None
    try:
        return Moment(day, at, zone.key if zone is not None and at is not None else None)
    except ImpossibleDate:
        return None


def parse_duration(text: str) -> timedelta | None:
    """A span from ``30 mnt``, ``2h``, ``2 j 10 mnt``, ``1,5 jam``, ``5 h 30``; else None.

    A bare number is minutes.
    """
    text = text.strip()
    if re.fullmatch(r"\d{1,4}", text, re.ASCII):
        return timedelta(minutes=int(text))
    match = _SPAN.fullmatch(text)
    if not text or match is None:
        return None
    parts = {unit: float((match[unit] or "0").replace(",", ".")) for unit in _UNITS}
    if match["rest"]:
        # "5 h 30": a last number without a unit is minutes, and only after hours.
        if match["hours"] is None or match["minutes"] is not None:
            return None
        parts["minutes"] = float(match["rest"])
    return timedelta(minutes=round(timedelta(**parts) / timedelta(minutes=1)))
