"""Repeat rules in full sentences of both languages."""

from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.recurrence import parse
from models.task import RepeatFrom
from views.text import Dates
from views.text.repeats import repeat_text
from views.text.words import Language

JAKARTA = ZoneInfo("Asia/Jakarta")


def told(
    rule: str,
    language: Language,
    repeat_from: RepeatFrom = RepeatFrom.DUE,
    first_weekday: int = 0,
) -> str:
    return repeat_text(rule, Dates(language, JAKARTA, first_weekday), repeat_from)


@pytest.mark.parametrize(
    ("rule", "indonesian", "english"),
    [
        ("FREQ=HOURLY", "setiap jam", "every hour"),
        ("FREQ=DAILY", "setiap hari", "every day"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "setiap hari", "every day"),
        ("FREQ=WEEKLY", "setiap minggu", "every week"),
        ("FREQ=YEARLY;INTERVAL=2", "setiap 2 tahun", "every 2 years"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "setiap hari kerja", "every weekday"),
        ("FREQ=DAILY;BYDAY=SA,SU", "setiap Sabtu dan Minggu", "every Saturday and Sunday"),
        (
            "FREQ=WEEKLY;BYDAY=MO,WE,FR",
            "setiap Senin, Rabu, dan Jumat",
            "every Monday, Wednesday and Friday",
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20261231",
            "setiap 2 minggu pada Senin dan Kamis, sampai 31 Des 2026",
            "every 2 weeks on Monday and Thursday, until 31 Dec 2026",
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU",
            "setiap 2 minggu pada Selasa dan Minggu, minggu mulai Minggu",
            "every 2 weeks on Tuesday and Sunday, weeks from Sunday on",
        ),
        (
            "FREQ=MONTHLY;BYDAY=-1FR;COUNT=10",
            "setiap bulan pada Jumat terakhir, 10 kali",
            "every last Friday of the month, 10 times",
        ),
        (
            "FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO,3MO",
            "setiap 2 bulan pada Senin pertama dan Senin ketiga",
            "every 2 months on the first Monday and third Monday",
        ),
        (
            "FREQ=MONTHLY;INTERVAL=2;BYDAY=MO",
            "setiap 2 bulan pada setiap Senin",
            "every 2 months on every Monday",
        ),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "setiap bulan pada hari kerja terakhir",
            "every last weekday of the month",
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=1,15",
            "setiap bulan pada tanggal 1 dan 15",
            "every month on the 1st and 15th",
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            "setiap bulan pada hari terakhir",
            "every month on the last day",
        ),
        (
            "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25",
            "setiap tahun pada 25 Desember",
            "every year on 25 December",
        ),
        (
            "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
            "setiap tahun pada Kamis keempat bulan November",
            "every year on the fourth Thursday of November",
        ),
        (
            "FREQ=YEARLY;BYDAY=20MO",
            "setiap tahun pada Senin ke-20 di tahun itu",
            "every year on the 20th Monday of the year",
        ),
        (
            "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
            "setiap tahun pada Senin di minggu ke-20",
            "every year on Monday of week 20",
        ),
        (
            "FREQ=YEARLY;BYYEARDAY=1,100",
            "setiap tahun pada hari ke-1 dan 100",
            "every year on day 1 and 100 of the year",
        ),
        ("FREQ=DAILY;BYMONTH=1", "setiap hari di bulan Januari", "every day in January"),
        (
            "FREQ=DAILY;BYHOUR=9,17;BYMINUTE=30;COUNT=1",
            "setiap hari pukul 09.30 dan 17.30, 1 kali",
            "every day at 09:30 and 17:30, 1 time",
        ),
    ],
)
def test_a_rule_is_said_in_full(rule: str, indonesian: str, english: str) -> None:
    assert told(rule, "id") == indonesian
    assert told(rule, "en") == english


@pytest.mark.parametrize(
    ("rule", "indonesian", "english"),
    [
        ("FREQ=DAILY;INTERVAL=3", "3 hari setelah selesai", "3 days after completion"),
        ("FREQ=MONTHLY", "1 bulan setelah selesai", "1 month after completion"),
        (
            "FREQ=WEEKLY;BYDAY=MO;COUNT=4",
            "setiap Senin, dihitung sejak selesai, 4 kali",
            "every Monday, counted from completion, 4 times",
        ),
    ],
)
def test_what_is_counted_from_completion_says_so(rule: str, indonesian: str, english: str) -> None:
    assert told(rule, "id", RepeatFrom.COMPLETION) == indonesian
    assert told(rule, "en", RepeatFrom.COMPLETION) == english


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "FREQ=DAILY;INTERVAL=2;BYDAY=MO",
        "FREQ=DAILY;BYHOUR=9",
        "FREQ=YEARLY;BYYEARDAY=-1",
        "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1",
        "no rule at all",
    ],
)
def test_what_makes_no_sentence_is_told_as_it_is(rule: str) -> None:
    assert told(rule, "id") == f"berulang dengan aturan sendiri: {rule}"
    assert told(rule, "en") == f"repeats by a rule of its own: {rule}"


def test_an_end_in_utc_is_told_by_the_readers_day() -> None:
    assert told("FREQ=DAILY;UNTIL=20261231T170000Z", "en") == "every day, until 1 Jan 2027"
    assert told("FREQ=DAILY;UNTIL=99991231T235959Z", "en") == "every day, until 31 Dec 9999"


def test_days_stand_in_the_order_of_the_readers_week() -> None:
    assert told("FREQ=WEEKLY;BYDAY=MO,SU", "en", first_weekday=6) == "every Sunday and Monday"


@given(
    st.sampled_from(["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY"]),
    st.dictionaries(
        st.sampled_from(["BYDAY=MO", "BYDAY=1TU,FR", "BYMONTH=1,2", "BYMONTHDAY=-2,3"]),
        st.none(),
        max_size=2,
    ),
    st.sampled_from(["", ";COUNT=2", ";UNTIL=00010101T000000Z", ";BYSETPOS=1;BYHOUR=4"]),
)
def test_any_rule_can_be_said(freq: str, parts: dict[str, None], end: str) -> None:
    rule = ";".join([f"FREQ={freq}", *parts]) + end
    for language in ("id", "en"):
        text = told(rule, language)
        assert text
        assert "{" not in text


def test_a_rule_that_was_read_already_is_taken_too() -> None:
    assert repeat_text(parse("FREQ=DAILY"), Dates("en", JAKARTA)) == "every day"
