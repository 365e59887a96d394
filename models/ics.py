"""Writes iCalendar: one task as a request to somebody (VTODO, METHOD:REQUEST; RFC 5546 3.4.2).

Owns how values are written, escaped and folded (RFC 5545 section 3.1, 3.3.11; RFC 6868).
No storage, no clock, no language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from models.moment import Moment
from models.task import Task

_PRODUCT = "-//DoCheck//DoCheck//EN"
#: Longest line, in octets, without its end (RFC 5545 section 3.1).
_LINE_OCTETS = 75
_MAIL = re.compile(r"[^\s<>,;:\"]+@[^\s<>,;:\"]+\.[^\s<>,;:\"]+")
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class CalendarUser:
    """Somebody in a calendar file: a name, and free text in which a mail address may stand."""

    name: str
    channel: str = ""

    @property
    def address(self) -> str:
        """A CAL-ADDRESS (section 3.3.3): their mail, else a URN made of the name."""
        found = _MAIL.search(self.channel)
        if found is not None:
            return f"mailto:{found[0]}"
        return f"urn:uuid:{uuid5(NAMESPACE_URL, f'docheck:{self.name.casefold()}')}"


def request(
    task: Task,
    due: Moment | None,
    organizer: CalendarUser,
    attendee: CalendarUser,
    text: str,
    stamp: datetime,
    home: ZoneInfo,
) -> str:
    """The file that asks `attendee` to do `task` by `due`.

    Args:
        due: what is asked for; a floating one stays so, one in a zone is written in UTC.
        text: what is said with it.
        stamp: when it is asked, aware.
        home: the zone in which a floating due is read.
    """
    properties = [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", _PRODUCT),
        ("METHOD", "REQUEST"),
        ("BEGIN", "VTODO"),
        ("UID", task.uid),
        ("DTSTAMP", _utc(stamp)),
        ("SEQUENCE", str(task.sequence)),
        (f"ORGANIZER;CN={_parameter(organizer.name)}", organizer.address),
        (
            f"ATTENDEE;CN={_parameter(attendee.name)};ROLE=REQ-PARTICIPANT"
            ";PARTSTAT=NEEDS-ACTION;RSVP=TRUE",
            attendee.address,
        ),
        *_span(due, stamp, home),
        ("PRIORITY", str(task.priority)),
        ("SUMMARY", _text(task.summary)),
        ("DESCRIPTION", _text(text)),
        ("STATUS", "NEEDS-ACTION"),
        ("END", "VTODO"),
        ("END", "VCALENDAR"),
    ]
    return "".join(_folded(f"{name}:{value}") for name, value in properties)


def _span(due: Moment | None, stamp: datetime, home: ZoneInfo) -> Iterator[tuple[str, str]]:
    """DTSTART, which the request must have, and DUE: of one kind, and in this order."""
    if due is None:
        yield "DTSTART", _utc(stamp)
    elif due.time is None:
        # DUE must be later (RFC 5545 section 3.8.2.3), also for a day alone.
        start = min(stamp.astimezone(home).date(), due.date - timedelta(days=1))
        yield "DTSTART;VALUE=DATE", f"{start:%Y%m%d}"
        yield "DUE;VALUE=DATE", f"{due.date:%Y%m%d}"
    elif due.zone is None:
        wall = datetime.combine(due.date, due.time)
        start = min(stamp.astimezone(home).replace(tzinfo=None), wall - _MINUTE)
        yield "DTSTART", f"{start:%Y%m%dT%H%M%S}"
        yield "DUE", f"{wall:%Y%m%dT%H%M%S}"
    else:
        end = due.instant(home)
        yield "DTSTART", _utc(min(stamp, end - _MINUTE))
        yield "DUE", _utc(end)


def _utc(instant: datetime) -> str:
    return f"{instant.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(value: str) -> str:
    r"""A TEXT value (section 3.3.11): backslash, semicolon, comma and line ends escaped."""
    lined = value.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(c for c in lined if c in "\n\t" or (c >= " " and c != "\x7f"))
    for char in ("\\", ";", ","):
        kept = kept.replace(char, f"\\{char}")
    return kept.replace("\n", "\\n")


def _parameter(value: str) -> str:
    """A quoted parameter value, with what may not stand in one written as RFC 6868 does."""
    kept = "".join(c for c in value if c >= " " and c != "\x7f")
    return '"{}"'.format(kept.replace("^", "^^").replace('"', "^'"))


def _folded(line: str) -> str:
    """The line, folded where it has too many octets; no character is parted."""
    parts: list[str] = []
    part, room = "", _LINE_OCTETS
    for char in line:
        size = len(char.encode())
        if size > room:
            parts.append(part)
            # The space that begins the next line is one of its octets.
            part, room = "", _LINE_OCTETS - 1
        part += char
        room -= size
    return "\r\n ".join((*parts, part)) + "\r\n"
