"""Days become UTC bounds of the account's zone, once."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from models.query import parse
from models.query.meaning import AllOf, AnyOf, Circumstances, Condition, NoneOf, understood
from tests.rig.desk import NOW, TODAY

JAKARTA = Circumstances(
    NOW,
    ZoneInfo("Asia/Jakarta"),
    goals={"1": "Konten Desember", "2": "Kuis", "3": "KONTEN desember"},
    people=("Raka", "Réka", "Sinta"),
)


def _utc(day: date) -> datetime:
    """When that day begins in Jakarta."""
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo("Asia/Jakarta")).astimezone(UTC)


@pytest.mark.parametrize(
    ("text", "first", "end"),
    [
        ("due:today", date(2026, 11, 23), date(2026, 11, 24)),
        ("due:besok", date(2026, 11, 24), date(2026, 11, 25)),
        ("due:kemarin", date(2026, 11, 22), date(2026, 11, 23)),
        ("due:3d", date(2026, 11, 26), date(2026, 11, 27)),
        ("due:this-week", date(2026, 11, 23), date(2026, 11, 30)),
        ("due:next-week", date(2026, 11, 30), date(2026, 12, 7)),
        ("due:last-week", date(2026, 11, 16), date(2026, 11, 23)),
        ("due:bulan-ini", date(2026, 11, 1), date(2026, 12, 1)),
        ("due:next-month", date(2026, 12, 1), date(2027, 1, 1)),
        ("due:last-month", date(2026, 10, 1), date(2026, 11, 1)),
        ("due:tahun-ini", date(2026, 1, 1), date(2027, 1, 1)),
        ("due:tahun-lalu", date(2025, 1, 1), date(2026, 1, 1)),
        ("due:2026-12", date(2026, 12, 1), date(2027, 1, 1)),
        ("due:senin", date(2026, 11, 23), date(2026, 11, 24)),
        ("due:sunday", date(2026, 11, 29), date(2026, 11, 30)),
        ("due:2026-12-01..2026-12-03", date(2026, 12, 1), date(2026, 12, 4)),
    ],
)
def test_days_are_bounds(text: str, first: date, end: date) -> None:
    assert understood(parse(text), JAKARTA) == Condition("due.within", (_utc(first), _utc(end)))


@pytest.mark.parametrize(
    ("sign", "kind", "day"),
    [("<", "before", 1), ("<=", "before", 2), (">", "from", 2), (">=", "from", 1)],
)
def test_before_and_after_a_day(sign: str, kind: str, day: int) -> None:
    meaning = understood(parse(f"created:{sign}2026-12-01"), JAKARTA)
    assert meaning == Condition(f"created.{kind}", (_utc(date(2026, 12, day)),))


def test_weeks_begin_when_the_account_says() -> None:
    sunday = Circumstances(NOW, JAKARTA.zone, first_weekday=6)
    week = understood(parse("due:this-week"), sunday)
    assert week == Condition("due.within", (_utc(date(2026, 11, 22)), _utc(date(2026, 11, 29))))


def test_a_day_without_a_midnight_begins_when_it_begins() -> None:
    havana = Circumstances(NOW, ZoneInfo("America/Havana"))
    day = understood(parse("due:2026-03-08"), havana)
    assert day == Condition(
        "due.within", (datetime(2026, 3, 8, 5, tzinfo=UTC), datetime(2026, 3, 9, 4, tzinfo=UTC))
    )


def test_names_are_found_whatever_their_case_and_accents() -> None:
    assert understood(parse('goal:"konten desember"'), JAKARTA) == Condition("goal", (("1", "3"),))
    assert understood(parse("goal:k*"), JAKARTA) == Condition("goal", (("1", "2", "3"),))
    assert understood(parse("goal:tidak"), JAKARTA) == Condition("goal", ((),))
    assert understood(parse("with:reka"), JAKARTA) == Condition("with", (("Réka",),))
    assert understood(parse("#Réels"), JAKARTA) == Condition("tag", ("\nreels\n",))
    assert understood(parse("#re*"), JAKARTA) == Condition("tag", ("\nre",))


def test_connectives_and_what_is_lacking() -> None:
    assert understood(parse("Á -b or no:date missed"), JAKARTA) == AnyOf(
        (
            AllOf((Condition("text", ("a",)), NoneOf(Condition("text", ("b",))))),
            AllOf((NoneOf(Condition("has.date")), Condition("is.missed", (NOW,)))),
        )
    )


def test_today_is_the_one_of_the_zone() -> None:
    assert JAKARTA.today == TODAY
    assert Circumstances(NOW, ZoneInfo("Pacific/Honolulu")).today == date(2026, 11, 22)
