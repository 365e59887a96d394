"""The calendar file, as another library reads it."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from models.ics import CalendarUser, request
from models.moment import Moment
from models.task import Task

HOME = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)
DHILA = CalendarUser("Dhila")
RAKA = CalendarUser("Raka", "WA +62 812, raka@example.com")


def task(summary: str = "Reels") -> Task:
    return Task(uid="0-1", summary=summary, created=NOW, last_modified=NOW, sequence=3, priority=1)


def floating(day: int, hour: int, minute: int) -> datetime:
    return datetime.combine(date(2026, 11, day), time(hour, minute))


def read(written: str) -> Any:
    """The one VTODO; what the library gives its properties is a union of all of its types."""
    calendar = Calendar.from_ical(written.encode())
    assert calendar["METHOD"] == "REQUEST"
    assert calendar["VERSION"] == "2.0"
    (todo,) = calendar.walk("VTODO")
    return todo


def test_it_has_what_a_request_must_have() -> None:
    due = Moment(date(2026, 11, 24), time(10), "Asia/Jakarta")
    todo = read(request(task(), due, DHILA, RAKA, "Bisa?", NOW, HOME))
    assert (todo["UID"], int(todo["SEQUENCE"]), int(todo["PRIORITY"])) == ("0-1", 3, 1)
    assert todo.decoded("DTSTAMP") == NOW
    assert todo.decoded("DTSTART") == NOW
    assert todo.decoded("DUE") == datetime(2026, 11, 24, 3, tzinfo=UTC)
    assert todo["ATTENDEE"] == "mailto:raka@example.com"
    assert todo["ATTENDEE"].params["CN"] == "Raka"
    assert todo["ATTENDEE"].params["PARTSTAT"] == "NEEDS-ACTION"
    assert todo["ORGANIZER"].startswith("urn:uuid:")
    assert todo["SUMMARY"] == "Reels"
    assert todo["DESCRIPTION"] == "Bisa?"


@pytest.mark.parametrize(
    ("due", "start", "end"),
    [
        (Moment(date(2026, 11, 24)), date(2026, 11, 23), date(2026, 11, 24)),
        (Moment(date(2026, 11, 20)), date(2026, 11, 19), date(2026, 11, 20)),
        (
            Moment(date(2026, 11, 24), time(10)),
            floating(23, 10, 0),
            floating(24, 10, 0),
        ),
        (
            Moment(date(2026, 11, 20), time(10)),
            floating(20, 9, 59),
            floating(20, 10, 0),
        ),
        (None, NOW, None),
    ],
)
def test_start_and_due_are_of_one_kind_and_in_order(
    due: Moment | None, start: date, end: date | None
) -> None:
    todo = read(request(task(), due, DHILA, RAKA, "", NOW, HOME))
    assert todo.decoded("DTSTART") == start
    assert todo.decoded("DUE", None) == end


texts = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1)
lines = st.lists(texts, min_size=1, max_size=4).map("\n".join)


@given(summary=texts, text=lines, name=texts)
def test_whatever_is_said_is_read_back(summary: str, text: str, name: str) -> None:
    person = CalendarUser(name)
    due = Moment(date(2026, 11, 24), time(10), "Asia/Jakarta")
    written = request(task(summary), due, person, person, text, NOW, HOME)
    assert all(len(line) <= 75 for line in written.encode().split(b"\r\n"))
    assert written.endswith("END:VCALENDAR\r\n")
    todo = read(written)
    assert str(todo["SUMMARY"]) == summary
    assert str(todo["DESCRIPTION"]) == text
    assert str(todo["ATTENDEE"]) == str(todo["ORGANIZER"])


def test_an_address_without_a_mail_stays_the_same_for_a_name() -> None:
    assert CalendarUser("Raka").address == CalendarUser("RAKA").address
    assert CalendarUser("Raka").address != CalendarUser("Sinta").address


def test_what_a_parameter_cannot_hold_is_written_as_rfc_6868_does() -> None:
    odd = CalendarUser('Ra"ka^; B,\nC')
    written = request(task(), None, odd, odd, "", NOW + timedelta(0), HOME)
    unfolded = written.replace("\r\n ", "")
    assert """ORGANIZER;CN="Ra^'ka^^; B,C":urn""" in unfolded
