"""Days, floating times and times in a zone, across DST changes."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import ImpossibleDate, UnknownZone
from models.moment import Moment, utc_of_wall, zone_named
from models.task import Task
from tests.rig.desk import JAKARTA, NEW_YORK, NOW

ZONES = [JAKARTA, NEW_YORK, "Europe/London", "Australia/Lord_Howe", "America/Sao_Paulo", "UTC"]
SPRING = date(2026, 3, 8)
AUTUMN = date(2026, 11, 1)

zones = st.sampled_from(ZONES)
days = st.dates(date(1970, 1, 2), date(2100, 1, 1))
clocks = st.times()
instants = st.integers(1, 4 * 10**15).map(
    lambda count: datetime(1971, 1, 1, tzinfo=UTC) + timedelta(microseconds=count)
)


def test_a_day_is_over_when_the_next_begins_not_at_midnight_before() -> None:
    whole = Moment(date(2026, 11, 24))
    assert whole.is_all_day
    assert whole.time is None
    assert whole.instant(ZoneInfo(JAKARTA)) == datetime(2026, 11, 24, 16, 59, 59, 999999, UTC)


def test_a_day_that_comes_back_to_its_last_hour_is_over_after_the_second_one() -> None:
    havana = ZoneInfo("America/Havana")
    end = Moment(date(2026, 10, 31)).instant(havana)
    assert end + timedelta(microseconds=1) == utc_of_wall(
        datetime.combine(date(2026, 11, 1), time()), havana
    )
    paulo = ZoneInfo("America/Sao_Paulo")
    assert Moment(date(2018, 2, 17)).instant(paulo) == datetime(2018, 2, 18, 2, 59, 59, 999999, UTC)


def test_a_time_that_spring_skips_moves_on_by_the_gap() -> None:
    skipped = Moment(SPRING, time(2, 30), NEW_YORK)
    assert skipped.local(ZoneInfo(NEW_YORK)).time() == time(3, 30)


def test_of_a_time_that_comes_twice_the_first_is_meant() -> None:
    twice = Moment(AUTUMN, time(1, 30), NEW_YORK)
    assert twice.instant(ZoneInfo(JAKARTA)) == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)


def test_a_floating_time_is_the_same_clock_everywhere() -> None:
    floating = Moment(date(2026, 11, 24), time(10))
    assert floating.is_floating
    for zone in ZONES:
        assert floating.local(ZoneInfo(zone)).time() == time(10)


def test_a_time_in_a_zone_is_the_same_instant_everywhere() -> None:
    zoned = Moment(date(2026, 11, 24), time(23), NEW_YORK)
    assert {zoned.instant(ZoneInfo(zone)) for zone in ZONES} == {
        datetime(2026, 11, 25, 4, tzinfo=UTC)
    }
    assert zoned.day(ZoneInfo(JAKARTA)) == date(2026, 11, 25)


def test_a_whole_day_has_no_zone() -> None:
    assert Moment(date(2026, 11, 24), None, JAKARTA) == Moment(date(2026, 11, 24))


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "../etc/passwd", "Asia", "\udc80", "a\0b"])
def test_an_unknown_zone_is_refused(name: str) -> None:
    with pytest.raises(UnknownZone):
        zone_named(name)


def test_a_time_with_an_offset_of_its_own_is_refused() -> None:
    with pytest.raises(ImpossibleDate):
        Moment(date(2026, 1, 1), time(10, tzinfo=UTC))


@pytest.mark.parametrize("day", [date(1969, 12, 31), date(9001, 1, 1), date.min, date.max])
def test_a_year_outside_the_calendar_is_refused(day: date) -> None:
    with pytest.raises(ImpossibleDate):
        Moment(day)


@given(instants, zones)
def test_an_instant_comes_back_from_its_moment_unless_it_is_the_second_of_two(
    instant: datetime, zone: str
) -> None:
    back = Moment.at(instant, zone).instant(ZoneInfo("UTC"))
    is_second = instant.astimezone(ZoneInfo(zone)).fold == 1
    assert back == instant or is_second


@given(days, clocks, zones, zones)
def test_wall_time_survives_unless_it_does_not_exist(
    day: date, clock: time, zone: str, home: str
) -> None:
    local = Moment(day, clock, zone).instant(ZoneInfo(home)).astimezone(ZoneInfo(zone))
    wall = datetime.combine(day, clock)
    assert local.replace(tzinfo=None) == wall or local.replace(tzinfo=None) > wall


@given(days, zones)
def test_a_whole_day_lies_inside_itself(day: date, zone: str) -> None:
    home = ZoneInfo(zone)
    assert Moment(day).local(home).date() == day
    assert Moment(day).day(home) == day


@given(days, st.timedeltas(timedelta(0), timedelta(days=20)))
def test_a_whole_day_moves_by_whole_days(day: date, step: timedelta) -> None:
    assert Moment(day).moved_by(step) == Moment(day + timedelta(days=step.days))


def test_isoformat_says_what_kind_it_is() -> None:
    day = date(2026, 11, 24)
    assert Moment(day).isoformat() == "2026-11-24"
    assert Moment(day, time(10)).isoformat() == "2026-11-24T10:00"
    assert Moment(day, time(10), JAKARTA).isoformat() == "2026-11-24T10:00+07:00"
    assert Moment(day, time(10, 0, 5)).isoformat() == "2026-11-24T10:00:05"


def _task(due: Moment | None, lead: timedelta | None) -> Task:
    return Task(uid="x", summary="x", created=NOW, last_modified=NOW, due=due, lead=lead)


def test_ready_by_is_elapsed_time_before_a_due_in_a_zone() -> None:
    task = _task(Moment(SPRING, time(3, 30), NEW_YORK), timedelta(hours=1))
    assert task.ready_by == Moment(SPRING, time(1, 30), NEW_YORK)


@pytest.mark.parametrize(
    ("due", "lead"),
    [
        (None, timedelta(hours=1)),
        (Moment(SPRING), timedelta(hours=1)),
        (Moment(SPRING, time(9)), None),
        (Moment(date(1970, 1, 2), time(9)), timedelta(days=300)),
    ],
)
def test_there_is_no_ready_by_without_a_time_and_a_lead(
    due: Moment | None, lead: timedelta | None
) -> None:
    assert _task(due, lead).ready_by is None
