"""Working days: days off, holidays and hours, by example and for any week."""

import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from models.workdays import SEARCH_LIMIT, WorkWeek, has_holidays, holiday_name

JAKARTA, NEW_YORK = ZoneInfo("Asia/Jakarta"), ZoneInfo("America/New_York")
FRIDAY, MONDAY = date(2026, 11, 27), date(2026, 11, 30)
INDEPENDENCE = date(2026, 8, 17)
DAY = timedelta(days=1)

days = st.dates(date(2000, 1, 1), date(2060, 12, 31))
weeks = st.builds(
    WorkWeek,
    start=st.integers(0, 11).map(time),
    end=st.integers(12, 23).map(time),
    days_off=st.frozensets(st.integers(0, 6)),
    country=st.sampled_from(["", "ID", "US"]),
)


def test_days_off_and_holidays_are_free() -> None:
    week = WorkWeek(country="ID")
    assert week.is_working(FRIDAY)
    assert not week.is_working(FRIDAY + DAY)
    assert not week.is_working(INDEPENDENCE)
    assert WorkWeek().is_working(INDEPENDENCE)
    assert week.next_working_day(FRIDAY) == MONDAY
    assert week.last_working_day(MONDAY) == FRIDAY
    assert week.moved_by(MONDAY, -2) == FRIDAY - DAY
    assert week.moved_by(MONDAY, 0) == MONDAY


def test_hours_are_those_of_the_wall_clock() -> None:
    begin, end = datetime(2026, 11, 27, 2, tzinfo=UTC), datetime(2026, 11, 27, 11, tzinfo=UTC)
    assert WorkWeek().hours(FRIDAY, JAKARTA) == (begin, end)
    assert list(WorkWeek().hours_between(FRIDAY, MONDAY - DAY, JAKARTA)) == [(begin, end)]
    night = WorkWeek(time(1), time(4), days_off=frozenset())
    changed = night.hours(date(2026, 3, 8), NEW_YORK)
    assert changed is not None
    assert changed[1] - changed[0] == timedelta(hours=2)


def test_a_holiday_has_a_name_in_both_languages() -> None:
    assert holiday_name("ID", INDEPENDENCE, "id") == "Hari Kemerdekaan Republik Indonesia"
    assert holiday_name("ID", INDEPENDENCE, "en") == "Independence Day"
    assert holiday_name("ID", FRIDAY, "id") is None
    assert holiday_name("", INDEPENDENCE, "id") is None


def test_countries_are_known_by_their_code() -> None:
    assert has_holidays("ID")
    assert not has_holidays("XX")
    assert WorkWeek(country="XX").is_working(INDEPENDENCE)


def test_a_week_without_work_has_a_next_day_all_the_same() -> None:
    never = WorkWeek(days_off=frozenset(range(7)))
    assert never.next_working_day(FRIDAY) == FRIDAY + DAY
    assert never.hours(FRIDAY, JAKARTA) is None


@given(weeks, days)
def test_the_next_working_day_is_the_first_one_that_is(week: WorkWeek, day: date) -> None:
    found = week.next_working_day(day)
    between = [day + count * DAY for count in range(1, (found - day).days)]
    assert found > day
    assert not any(week.is_working(each) for each in between)
    if len(week.days_off) < 7:
        assert week.is_working(found)
        assert found - day < SEARCH_LIMIT
        assert week.last_working_day(found) <= day or not week.is_working(day)


@given(weeks, days, st.sampled_from([JAKARTA, NEW_YORK]))
def test_hours_lie_on_working_days_only(week: WorkWeek, day: date, home: ZoneInfo) -> None:
    hours = week.hours(day, home)
    assert (hours is not None) is week.is_working(day)
    if hours is not None:
        assert hours[0] < hours[1]
        assert hours[0].astimezone(home).date() == day


def test_the_package_is_not_imported_before_it_is_needed() -> None:
    said = subprocess.run(
        [sys.executable, "-c", "import sys, models.workdays; print('holidays' in sys.modules)"],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.strip() == "False"
