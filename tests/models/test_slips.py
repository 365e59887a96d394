"""Which new deadlines are suggested, and what holds of every one of them."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.moment import Moment, utc_of_wall
from models.slips import (
    SLOT_APART,
    Days,
    NewDue,
    Slipped,
    later_today,
    next_slot,
    suggestions,
)
from models.task import ready_by
from models.workdays import WorkWeek

JAKARTA = "Asia/Jakarta"
HOME = ZoneInfo(JAKARTA)
NEW_YORK = ZoneInfo("America/New_York")
MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
DAYS = Days(
    slip_hour=time(10),
    best_start=time(16),
    best_end=time(18),
    work_week=WorkWeek(),
    slot_weekdays=(0, 1, 2, 3, 4),
    slot_times=(time(16),),
    capacity_of=lambda _: 6 * HOUR,
    load={},
    taken=(),
)


def wall(day: date, clock: str, home: ZoneInfo = HOME) -> datetime:
    return utc_of_wall(datetime.combine(day, time.fromisoformat(clock)), home)


def moment(day: date, clock: str) -> Moment:
    return Moment(day, time.fromisoformat(clock), JAKARTA)


MISSED = Slipped(moment(MONDAY, "16:00"), HOUR)


def test_the_story_of_the_sheet() -> None:
    found = suggestions(MISSED, DAYS, wall(MONDAY, "16:10"), HOME)
    assert found == {
        NewDue.LATER: moment(MONDAY, "18:00"),
        NewDue.TOMORROW: moment(MONDAY + DAY, "10:00"),
        NewDue.SLOT: moment(MONDAY + DAY, "16:00"),
    }


@pytest.mark.parametrize(
    ("clock", "lead", "work", "later"),
    [
        ("16:10", HOUR, None, "18:00"),
        ("16:10", None, None, "18:00"),
        ("16:31", HOUR, None, "19:00"),
        ("14:00", 2 * HOUR, HOUR, "17:00"),
        ("19:59", None, None, "21:00"),
        ("20:01", None, None, None),
        ("10:00", DAY, None, None),
        ("16:10", None, 5 * HOUR, None),
    ],
)
def test_later_today_leaves_time_for_the_work_and_to_be_ready(
    clock: str, lead: timedelta | None, work: timedelta | None, later: str | None
) -> None:
    task = Slipped(moment(MONDAY - DAY, "16:00"), lead, work)
    found = suggestions(task, DAYS, wall(MONDAY, clock), HOME)
    assert found.get(NewDue.LATER) == (moment(MONDAY, later) if later else None)


def test_what_is_due_ahead_is_put_off_beyond_its_due() -> None:
    ahead = replace(MISSED, due=moment(MONDAY + 2 * DAY, "16:00"))
    found = suggestions(ahead, DAYS, wall(MONDAY, "10:00"), HOME)
    assert found == {
        NewDue.TOMORROW: moment(MONDAY + 3 * DAY, "10:00"),
        NewDue.SLOT: moment(MONDAY + 3 * DAY, "16:00"),
    }


def test_a_slot_is_on_a_working_day_with_room_that_nobody_has() -> None:
    now = wall(MONDAY + 4 * DAY, "17:00")  # Friday
    monday = MONDAY + 7 * DAY
    assert next_slot(MISSED, DAYS, now, HOME) == moment(monday, "16:00")
    taken = replace(DAYS, taken=(wall(monday, "16:20"),))
    assert next_slot(MISSED, taken, now, HOME) == moment(monday + DAY, "16:00")
    work = replace(MISSED, open_work=2 * HOUR)
    full = replace(DAYS, load={monday: 5 * HOUR, monday + DAY: 4 * HOUR})
    assert next_slot(work, full, now, HOME) == moment(monday + DAY, "16:00")
    holiday = replace(DAYS, work_week=WorkWeek(country="ID"))
    christmas = wall(date(2026, 12, 24), "17:00")
    assert next_slot(MISSED, holiday, christmas, HOME) == moment(date(2026, 12, 28), "16:00")


def test_without_slots_in_the_best_hours_each_half_hour_of_them_is_one() -> None:
    free = replace(DAYS, slot_times=(time(9),), taken=(wall(MONDAY, "16:00"),))
    morning = replace(MISSED, due=moment(MONDAY, "08:00"))
    assert next_slot(morning, free, wall(MONDAY, "09:00"), HOME) == moment(MONDAY, "16:30")


def test_no_slot_where_no_day_has_room() -> None:
    none = replace(DAYS, capacity_of=lambda _: timedelta(0))
    work = replace(MISSED, open_work=HOUR)
    assert next_slot(work, none, wall(MONDAY, "17:00"), HOME) is None
    offered = suggestions(work, none, wall(MONDAY, "17:00"), HOME)
    assert NewDue.SLOT not in offered


def test_the_same_instant_is_offered_once() -> None:
    same = replace(DAYS, slip_hour=time(16))
    found = suggestions(MISSED, same, wall(MONDAY, "21:30"), HOME)
    assert found == {NewDue.TOMORROW: moment(MONDAY + DAY, "16:00")}


def test_a_slip_hour_that_a_dst_change_skips_is_the_one_after_it() -> None:
    day = date(2026, 3, 7)
    night = replace(DAYS, slip_hour=time(2, 30))
    task = Slipped(Moment(day, time(16), NEW_YORK.key))
    found = suggestions(task, night, wall(day, "17:00", NEW_YORK), NEW_YORK)
    tomorrow = found[NewDue.TOMORROW]
    assert tomorrow.local(NEW_YORK).isoformat() == "2026-03-08T03:30:00-04:00"


def test_an_hour_that_comes_twice_is_counted_as_it_passes() -> None:
    day = date(2026, 11, 1)
    before = wall(day, "00:30", NEW_YORK)
    assert later_today(before, NEW_YORK) == time(2)
    assert later_today(before + HOUR, NEW_YORK) == time(2)


def test_the_last_days_of_the_calendar_end_the_search() -> None:
    last = date(9000, 12, 30)
    found = suggestions(Slipped(Moment(last)), DAYS, wall(last, "22:00"), HOME)
    assert all(due.date <= date(9000, 12, 31) for due in found.values())


zones = st.sampled_from([HOME, NEW_YORK, ZoneInfo("Europe/London"), ZoneInfo("Pacific/Apia")])
clocks = st.times().map(lambda at: at.replace(second=0, microsecond=0))
instants = st.timedeltas(timedelta(0), timedelta(days=729)).map(
    lambda past: datetime(2026, 1, 1, tzinfo=UTC) + past
)
spans = st.none() | st.timedeltas(timedelta(0), timedelta(days=3))


@given(
    now=instants,
    ago=st.timedeltas(timedelta(days=-40), timedelta(days=40)),
    kind=st.sampled_from(["day", "floating", "zoned"]),
    lead=spans,
    work=spans,
    home=zones,
    slip_hour=clocks,
    days_off=st.frozensets(st.integers(0, 6)),
    loads=st.dictionaries(st.integers(0, 28), st.timedeltas(timedelta(0), timedelta(hours=9))),
)
def test_every_suggestion_lies_ahead_leaves_time_and_respects_the_week(
    now: datetime,
    ago: timedelta,
    kind: str,
    lead: timedelta | None,
    work: timedelta | None,
    home: ZoneInfo,
    slip_hour: time,
    days_off: frozenset[int],
    loads: dict[int, timedelta],
) -> None:
    due = Moment.at(now - ago, home.key)
    if kind == "day":
        due = Moment(due.date)
    elif kind == "floating":
        due = Moment(due.date, due.time)
    today = now.astimezone(home).date()
    days = replace(
        DAYS,
        slip_hour=slip_hour,
        work_week=WorkWeek(days_off=days_off),
        slot_weekdays=tuple(range(7)),
        load={today + count * DAY: load for count, load in loads.items()},
        taken=tuple(now + count * timedelta(hours=7) for count in range(30)),
    )
    task = Slipped(due, lead, work)
    found = suggestions(task, days, now, home)
    instants = [each.instant(home) for each in found.values()]
    assert len(set(instants)) == len(instants)
    for way, each in found.items():
        ready = ready_by(each, lead) or each
        assert ready.instant(home) > now
        assert each.instant(home) > due.instant(home)
        assert each.is_floating is (kind != "zoned")
        if way is NewDue.LATER:
            assert each.day(home) == today
        if way is NewDue.SLOT:
            day = each.local(home).date()
            assert day.weekday() not in days_off
            assert days.load.get(day, timedelta(0)) + (work or timedelta(0)) <= 6 * HOUR
            assert all(abs(each.instant(home) - other) >= SLOT_APART for other in days.taken)
    assert suggestions(task, days, now, home) == found
