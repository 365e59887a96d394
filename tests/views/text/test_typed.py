"""What people type for times, dates and spans."""

from __future__ import annotations

from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.moment import Moment
from views.text import Dates, Language
from views.text.typed import parse_date, parse_duration, parse_moment, parse_time

JAKARTA = ZoneInfo("Asia/Jakarta")
LANGUAGES: tuple[Language, ...] = ("id", "en")
minutes_of_day = st.builds(time, st.integers(0, 23), st.integers(0, 59))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("16", time(16)),
        (" 16.00 ", time(16)),
        ("16:05", time(16, 5)),
        ("1630", time(16, 30)),
        ("930", time(9, 30)),
        ("4:30 pm", time(16, 30)),
        ("4PM", time(16)),
        ("4.30 p.m.", time(16, 30)),
        ("12 am", time(0)),
        ("12:15 pm", time(12, 15)),
        ("0", time(0)),
    ],
)
def test_times(text: str, expected: time) -> None:
    assert parse_time(text) == expected


@pytest.mark.parametrize(
    "text", ["", "24", "24.00", "16.60", "13 pm", "0 am", "16.5", "12345", "pm", "-4", "jam", "٤"]
)
def test_what_is_no_time(text: str) -> None:
    assert parse_time(text) is None


@given(minutes_of_day)
def test_a_told_time_is_read_again(value: time) -> None:
    for language in LANGUAGES:
        assert parse_time(Dates(language, JAKARTA).time(value)) == value
    assert parse_time(value.strftime("%I:%M %p")) == value
    assert parse_time(value.strftime("%H%M")) == value


@given(st.text(max_size=12))
def test_no_text_raises(text: str) -> None:
    parse_time(text)
    parse_date(text)
    parse_duration(text)
    parse_moment(text)


def test_dates() -> None:
    assert parse_date("2026-11-24") == parse_date(" 2026-11-24 ") == date(2026, 11, 24)
    assert parse_date("2026-1-4") == date(2026, 1, 4)
    for text in ("2026-02-30", "24-11-2026", "2026-W48-2", "besok", ""):
        assert parse_date(text) is None


@given(st.dates(date(1970, 1, 1), date(9000, 12, 31)), st.none() | minutes_of_day)
def test_a_moment_is_read_again(day: date, at: time | None) -> None:
    moment = Moment(day, at)
    assert parse_moment(moment.isoformat()) == moment


def test_moments() -> None:
    ten = Moment(date(2026, 11, 24), time(10), "Asia/Jakarta")
    for text in ("2026-11-24T10:00", "2026-11-24 10.00", "2026-11-24  10"):
        assert parse_moment(text, JAKARTA) == ten
    assert parse_moment("2026-11-24", JAKARTA) == Moment(date(2026, 11, 24))
    for text in ("", "10.00", "2026-11-24 25.00", "2026-11-24 sore", "1969-12-31"):
        assert parse_moment(text, JAKARTA) is None


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("30", 30),
        ("120", 120),
        ("30 mnt", 30),
        ("45m", 45),
        ("2h", 120),
        ("2 jam", 120),
        ("2 j 10 mnt", 130),
        ("1h30", 90),
        ("5 h 30", 330),
        ("1,5 jam", 90),
        ("1 hari 3 j", 27 * 60),
        ("1 d", 24 * 60),
    ],
)
def test_spans(text: str, minutes: int) -> None:
    assert parse_duration(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["", "jam", "-5", "1 d 30", "5 lama", "10 mnt 5", "99999"])
def test_what_is_no_span(text: str) -> None:
    assert parse_duration(text) is None


@given(st.integers(0, 24 * 60 - 1))
def test_a_told_span_is_read_again(minutes: int) -> None:
    span = timedelta(minutes=minutes)
    for language in LANGUAGES:
        dates = Dates(language, JAKARTA)
        assert parse_duration(dates.duration(span)) == span
        assert minutes == 0 or parse_duration(dates.compact(span)) == span
