"""Reads what people type after an option, and refuses what it cannot be.

Owns the words for days and priorities in both languages, and ISO 8601 spans.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from models.errors import ImpossibleDate, ImpossibleValue
from models.moment import Moment
from models.task import Priority
from views.text.typed import parse_date, parse_duration, parse_time

_DAYS = {
    "the day after tomorrow": 2,
    "day after tomorrow": 2,
    "hari ini": 0,
    "tomorrow": 1,
    "yesterday": -1,
    "kemarin": -1,
    "today": 0,
    "besok": 1,
    "lusa": 2,
}
_PRIORITIES = {
    "p1": Priority.HIGH,
    "p2": Priority.MEDIUM,
    "p3": Priority.LOW,
    "p4": Priority.NONE,
    "high": Priority.HIGH,
    "medium": Priority.MEDIUM,
    "low": Priority.LOW,
    "none": Priority.NONE,
    "tinggi": Priority.HIGH,
    "sedang": Priority.MEDIUM,
    "rendah": Priority.LOW,
} | {str(number): number for number in range(10)}
_SPAN = re.compile(
    r"P(?:(?P<weeks>\d{1,3})W|(?:(?P<days>\d{1,4})D)?"
    r"(?:T(?=\d)(?:(?P<hours>\d{1,5})H)?(?:(?P<minutes>\d{1,6})M)?(?:(?P<seconds>\d{1,7})S)?)?)",
    re.ASCII,
)

_BEFORE_OR_AFTER = re.compile(
    r"(?P<span>.+?) (?:(?P<before>before|sebelum(?:nya)?)|after|sesudah(?:nya)?)",
    re.IGNORECASE,
)


def read_when(text: str, today: date) -> tuple[date, time | None]:
    """A day, and a time where one follows: ``besok``, ``2026-11-24 10.00``, ``today 16:00``.

    Raises:
        ImpossibleDate: there is no such day or time.
    """
    said = " ".join(text.split())
    for name, distance in _DAYS.items():
        if said.lower() == name or said.lower().startswith(f"{name} "):
            rest = said[len(name) :].strip()
            return _in_range(today, distance, text), read_time(rest) if rest else None
    parts = re.split(r"[Tt ]", said, maxsplit=1)
    if (day := parse_date(parts[0])) is None:
        raise ImpossibleDate(text)
    try:
        return day, read_time(parts[1]) if len(parts) == 2 else None
    except ImpossibleDate as error:
        raise ImpossibleDate(text) from error


def read_day(text: str, today: date) -> date:
    """A day alone.

    Raises:
        ImpossibleDate: there is no such day, or a time follows it.
    """
    day, at = read_when(text, today)
    if at is not None:
        raise ImpossibleDate(text)
    return day


def read_month(text: str | None, today: date) -> tuple[int, int]:
    """A month written ``2026-11``; without a text the one after that of `today`.

    Raises:
        ImpossibleDate: it is none.
    """
    if text is None:
        index = today.year * 12 + today.month
        return index // 12, index % 12 + 1
    said = re.fullmatch(r"(\d{4})-(\d{2})", text, re.ASCII)
    if said is None or not 1 <= int(said[2]) <= 12 or not 1970 <= int(said[1]) <= 9000:
        raise ImpossibleDate(text)
    return int(said[1]), int(said[2])


def read_moment(text: str, zone: str | None) -> Moment:
    """A day, or a day and time, as ISO 8601 and RFC 5545 write them; with a time it is in `zone`.

    ``2026-11-24``, ``20261124T100000``, ``2026-11-24T10:00``. What tells its distance from
    UTC is turned to the clock of `zone`; without one it stays in UTC, and other times float.

    Raises:
        ImpossibleDate: there is no such day or time.
    """
    said = text.strip()
    try:
        if not re.search(r"[Tt ]", said):
            return Moment(date.fromisoformat(said))
        wall = datetime.fromisoformat(said)
        if wall.tzinfo is not None:
            return Moment.at(wall, zone or "UTC")
    except (ValueError, OverflowError) as error:
        raise ImpossibleDate(text) from error
    return Moment(wall.date(), wall.time(), zone)


def read_time(text: str) -> time:
    """A time of day.

    Raises:
        ImpossibleDate: there is no such time.
    """
    if (at := parse_time(text)) is None:
        raise ImpossibleDate(text)
    return at


def read_instant(text: str, today: date, zone: ZoneInfo, day_time: time) -> datetime:
    """A point in time as a UTC instant: ``2026-11-24T10:00+07:00``, or a day and time in `zone`.

    A day alone means its `day_time`.

    Raises:
        ImpossibleDate: there is no such day or time.
    """
    try:
        instant = datetime.fromisoformat(text.strip())
        if instant.tzinfo is not None:
            return instant.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    day, at = read_when(text, today)
    return Moment(day, at or day_time).instant(zone)


def read_priority(text: str) -> int:
    """RFC 5545's number of ``0`` to ``9``, ``p1`` to ``p4``, ``high`` or ``tinggi``.

    Raises:
        ImpossibleValue: it is none of them.
    """
    priority = _PRIORITIES.get(text.strip().lower())
    if priority is None:
        raise ImpossibleValue("priority", text)
    return priority


def read_span(field: str, text: str) -> timedelta:
    """A span: ``45``, ``1h 30m``, ``2 jam`` or ``PT1H30M`` (RFC 5545 section 3.3.6).

    Raises:
        ImpossibleValue: `field` cannot be that.
    """
    match = _SPAN.fullmatch(text.strip().upper())
    if match is not None and any(match.groups()):
        return timedelta(**{unit: int(count or 0) for unit, count in match.groupdict().items()})
    if (span := parse_duration(text)) is None:
        raise ImpossibleValue(field, text)
    return span


def read_offset(text: str) -> timedelta:
    """How far from its task a step is due: ``-7d``, ``+2h``, ``-P7D``, ``7 hari sebelumnya``.

    Raises:
        ImpossibleValue: it says no distance.
    """
    said = " ".join(text.replace("\N{MINUS SIGN}", "-").split())
    sign = 1
    if said[:1] in ("-", "+"):
        sign, said = (-1 if said[0] == "-" else 1), said[1:]
    elif match := _BEFORE_OR_AFTER.fullmatch(said):
        sign, said = (-1 if match["before"] else 1), match["span"]
    try:
        return sign * read_span("offset", said)
    except ImpossibleValue as error:
        raise ImpossibleValue("offset", text) from error


def span_text(span: timedelta) -> str:
    """The span as RFC 5545 writes it: ``PT1H``, ``P1DT30M``, ``-P7D``, ``PT0S``."""
    if span < timedelta(0):
        return f"-{span_text(-span)}"
    minutes, seconds = divmod(span.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    days = f"{span.days}D" if span.days else ""
    clock = "".join(
        f"{count}{unit}" for count, unit in ((hours, "H"), (minutes, "M"), (seconds, "S")) if count
    )
    if not days and not clock:
        return "PT0S"
    return f"P{days}{'T' if clock else ''}{clock}"


def _in_range(today: date, distance: int, text: str) -> date:
    try:
        return today + timedelta(days=distance)
    except OverflowError as error:
        raise ImpossibleDate(text) from error
