"""Dates, times and spans in both languages, as the design writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.moment import Moment
from views.text import Dates

JAKARTA = ZoneInfo("Asia/Jakarta")
BERLIN = ZoneInfo("Europe/Berlin")
ID = Dates("id", JAKARTA)
EN = Dates("en", JAKARTA)
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 7, 13, tzinfo=UTC)  # 14.13 in Jakarta


def minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


def test_times() -> None:
    assert (ID.time(time(16)), EN.time(time(16))) == ("16.00", "16:00")
    assert ID.time(NOW) == "14.13"
    assert ID.time_range(time(9, 30), time(10, 30)) == "09.30 – 10.30"
    assert EN.time_range(time(9, 30), time(10, 30)) == "09:30 – 10:30"
    assert ID.hours(time(16), time(18)) == EN.hours(time(16), time(18)) == "16–18"
    assert ID.hours(time(16), time(18, 30)) == "16.00–18.30"


def test_days() -> None:
    assert (ID.short_day(TODAY), EN.short_day(TODAY)) == ("Sen 23 Nov", "Mon 23 Nov")
    assert ID.short_day(date(2027, 1, 4), TODAY) == "Sen 4 Jan 2027"
    assert ID.long_day(TODAY, TODAY) == "Senin, 23 November"
    assert EN.long_day(TODAY, TODAY) == "Monday, 23 November"
    assert EN.long_day(date(2027, 1, 4), TODAY) == "Monday, 4 January 2027"
    assert (ID.weekday_and_number(TODAY), EN.weekday_and_number(TODAY)) == (
        "Senin 23",
        "Monday 23",
    )
    assert (ID.month_title(2026, 8), EN.month_title(2026, 8)) == ("Agustus 2026", "August 2026")
    assert (ID.month_name(12), EN.month_name(12)) == ("Desember", "December")


@pytest.mark.parametrize(
    ("first", "last", "indonesian", "english"),
    [
        (TODAY, date(2026, 11, 29), "23–29 Nov", "23–29 Nov"),
        (date(2026, 11, 30), date(2026, 12, 6), "30 Nov – 6 Des", "30 Nov – 6 Dec"),
        (date(2026, 12, 28), date(2027, 1, 3), "28 Des 2026 – 3 Jan 2027", None),
        (date(2027, 2, 1), date(2027, 2, 7), "1–7 Feb 2027", "1–7 Feb 2027"),
        (TODAY, TODAY, "23 Nov", "23 Nov"),
    ],
)
def test_day_ranges(first: date, last: date, indonesian: str, english: str | None) -> None:
    assert ID.day_range(first, last, TODAY) == indonesian
    if english is not None:
        assert EN.day_range(first, last, TODAY) == english


@pytest.mark.parametrize(
    ("days", "indonesian", "english"),
    [
        (-2, "Sab 21 Nov", "Sat 21 Nov"),
        (-1, "kemarin", "yesterday"),
        (0, "hari ini", "today"),
        (1, "besok", "tomorrow"),
        (2, "lusa", "Wed 25 Nov"),
        (3, "Kam 26 Nov", "Thu 26 Nov"),
    ],
)
def test_relative_days(days: int, indonesian: str, english: str) -> None:
    day = TODAY + timedelta(days=days)
    assert (ID.relative_day(day, TODAY), EN.relative_day(day, TODAY)) == (indonesian, english)
    assert ID.heading(day, TODAY) == indonesian[0].upper() + indonesian[1:]


def test_weekdays_begin_where_the_reader_says() -> None:
    assert ID.weekday_letters() == ("S", "S", "R", "K", "J", "S", "M")
    assert EN.weekday_letters() == ("M", "T", "W", "T", "F", "S", "S")
    assert Dates("id", JAKARTA, 6).weekday_letters() == ("M", "S", "S", "R", "K", "J", "S")
    assert Dates("en", JAKARTA, 6).weekday_names()[0] == "Sun"
    assert ID.long_weekday_names()[-1] == "Minggu"


@pytest.mark.parametrize(
    ("moment", "indonesian", "english"),
    [
        (Moment(TODAY, time(14, 30), "Asia/Jakarta"), "14.30", "14:30"),
        (Moment(TODAY), "hari ini", "today"),
        (Moment(date(2026, 11, 22), time(17)), "kemarin 17.00", "yesterday 17:00"),
        (Moment(date(2026, 11, 20)), "Jum 20 Nov", "Fri 20 Nov"),
        (Moment(date(2026, 11, 24), time(10)), "besok 10.00", "tomorrow 10:00"),
        (Moment(date(2026, 12, 1), time(10)), "Sel 1 Des 10.00", "Tue 1 Dec 10:00"),
        # 23:30 in Berlin is the next morning in Jakarta.
        (Moment(TODAY, time(23, 30), "Europe/Berlin"), "besok 05.30", "tomorrow 05:30"),
    ],
)
def test_due_labels(moment: Moment, indonesian: str, english: str) -> None:
    assert (ID.due(moment, NOW), EN.due(moment, NOW)) == (indonesian, english)


def test_moments_with_their_day() -> None:
    today = Moment(TODAY, time(16), "Asia/Jakarta")
    tomorrow = Moment(date(2026, 11, 24), time(10), "Asia/Jakarta")
    assert (ID.spoken(today, NOW), EN.spoken(today, NOW)) == ("hari ini 16.00", "today 16:00")
    assert ID.exact(tomorrow, NOW) == "Sel 24 Nov 10.00"
    assert EN.exact(today, NOW) == "Mon 23 Nov, 16:00"
    assert EN.exact(Moment(TODAY), NOW) == "Mon 23 Nov"
    assert ID.instant(NOW - timedelta(days=1), NOW) == "kemarin 14.13"


def test_leads() -> None:
    due = Moment(TODAY, time(16), "Asia/Jakarta")
    assert ID.lead(due, timedelta(hours=1)) == "siap 1 j sebelumnya · 15.00"
    assert EN.lead(due, timedelta(hours=1)) == "ready 1 h before · 15:00"
    assert ID.lead(due, timedelta(days=1)) == "siap 1 hari sebelumnya · Min 22 Nov 16.00"
    assert ID.lead(due, timedelta(0)) == "siap tepat pada waktunya"
    assert EN.lead(Moment(TODAY), timedelta(days=1)) == "ready 1 d before"


@pytest.mark.parametrize(
    ("span", "indonesian", "english"),
    [
        (minutes(0), "0 mnt", "0 min"),
        (minutes(47), "47 mnt", "47 min"),
        (minutes(60), "1 j", "1 h"),
        (minutes(130), "2 j 10 mnt", "2 h 10 min"),
        (timedelta(days=1), "1 hari", "1 d"),
        (timedelta(days=1, hours=3, minutes=20), "1 hari 3 j", "1 d 3 h"),
        (timedelta(days=1200), "1.200 hari", "1,200 d"),
        (-minutes(47), "47 mnt", "47 min"),
    ],
)
def test_durations(span: timedelta, indonesian: str, english: str) -> None:
    assert (ID.duration(span), EN.duration(span)) == (indonesian, english)


def test_offsets() -> None:
    assert ID.offset(timedelta(days=-7)) == "−7 hari"
    assert EN.offset(timedelta(hours=-2)) == "−2 h"
    assert EN.offset(minutes(15)) == "+15 min"
    assert EN.offset(minutes(0)) == "0 min"


def test_loads() -> None:
    six = timedelta(hours=6)
    assert (ID.compact(minutes(330)), EN.compact(minutes(330))) == ("5 j 30 m", "5 h 30")
    assert (ID.compact(minutes(305)), EN.compact(minutes(305))) == ("5 j 5 m", "5 h 05")
    assert (ID.compact(minutes(45)), EN.compact(minutes(45))) == ("45 m", "45 min")
    assert ID.load(minutes(330), six) == "5 j 30 m dari 6 j"
    assert EN.load(minutes(330), six) == "5 h 30 / 6 h"
    assert EN.load(minutes(0), six) == "— / 6 h"


def test_countdowns() -> None:
    def left(seconds: int, dates: Dates = ID) -> str:
        return dates.countdown(NOW + timedelta(seconds=seconds), NOW)

    assert left(47 * 60) == left(46 * 60 + 1) == "47 mnt"
    assert left(1) == "1 mnt"
    assert (left(0), left(-59), left(0, EN)) == ("sekarang", "sekarang", "now")
    assert (left(-12 * 60), left(-12 * 60, EN)) == ("lewat 12 mnt", "12 min past")


def test_ago() -> None:
    def said(span: timedelta, dates: Dates = ID) -> str:
        return dates.ago(NOW - span, NOW)

    assert (said(minutes(0)), said(minutes(0), EN)) == ("baru saja", "just now")
    assert (said(minutes(5)), said(minutes(5), EN)) == ("5 mnt lalu", "5 min ago")
    assert said(minutes(130)) == "2 j lalu"
    assert said(timedelta(hours=15)) == "kemarin 23.13"
    assert said(timedelta(days=5), EN) == "Wed 18 Nov 14:13"


@pytest.mark.parametrize(
    ("hour", "indonesian", "english"),
    [
        (0, "Malam", "Good evening"),
        (4, "Pagi", "Good morning"),
        (10, "Pagi", "Good morning"),
        (11, "Siang", "Good morning"),
        (13, "Siang", "Good afternoon"),
        (14, "Sore", "Good afternoon"),
        (18, "Malam", "Good evening"),
    ],
)
def test_greetings(hour: int, indonesian: str, english: str) -> None:
    now = datetime(2026, 11, 23, hour, 13, tzinfo=JAKARTA)
    assert ID.greeting(now, "Dhila") == f"{indonesian}, Dhila"
    assert ID.greeting(now) == f"Selamat {indonesian.lower()}"
    assert EN.greeting(now, "Dhila") == f"{english}, Dhila"
    assert EN.greeting(now) == english


def test_the_day_that_loses_an_hour() -> None:
    berlin = Dates("en", BERLIN)
    before = datetime(2026, 3, 29, 1, 30, tzinfo=BERLIN)
    after = datetime(2026, 3, 29, 3, 30, tzinfo=BERLIN)
    assert berlin.countdown(after, before) == "1 h"
    skipped = Moment(date(2026, 3, 29), time(2, 30), "Europe/Berlin")
    assert berlin.due(skipped, before) == "03:30"
    assert berlin.relative_day(date(2026, 3, 30), berlin.today(before)) == "tomorrow"


def test_the_day_that_gains_an_hour() -> None:
    berlin = Dates("en", BERLIN)
    first = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN)
    second = first.replace(fold=1)
    assert berlin.countdown(second, first) == "1 h"
    assert berlin.time(first) == berlin.time(second) == "02:30"
    assert berlin.ago(first, second) == "1 h ago"
    assert berlin.lead(Moment(date(2026, 10, 25), time(16)), timedelta(days=1)) == (
        "ready 1 d before · Sat 24 Oct 16:00"
    )


@given(
    st.dates(date(1970, 1, 2), date(9000, 1, 1)),
    st.none() | st.times(),
    st.sampled_from([None, "Europe/Berlin", "Asia/Jakarta", "America/New_York"]),
)
def test_any_moment_can_be_told(day: date, at: time | None, zone: str | None) -> None:
    moment = Moment(day, at, zone)
    for dates in (ID, EN):
        assert dates.due(moment, NOW)
        assert str(moment.day(JAKARTA).day) in dates.exact(moment, NOW)
