"""The due of a step by its offset, and back: days on the calendar, hours as they pass."""

from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import ImpossibleDate
from models.moment import Moment
from models.steps import OFFSET_LIMIT, due_of_step, offset_of_step
from tests.models.test_moment import ZONES
from tests.rig.desk import JAKARTA, NEW_YORK, at

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
#: Clocks go forward at 02:00 on 8 March and back on 1 November.
SPRING = date(2026, 3, 8)
AUTUMN = date(2026, 11, 1)

moments = st.builds(
    Moment,
    st.dates(date(1985, 1, 1), date(2100, 1, 1)),
    st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59)),
    st.none() | st.sampled_from(ZONES),
)
offsets = st.one_of(
    st.integers(-3_000, 3_000).map(lambda days: timedelta(days=days)),
    st.integers(-100_000, 100_000).map(lambda minutes: timedelta(minutes=minutes)),
)
homes = st.sampled_from(ZONES).map(ZoneInfo)


@pytest.mark.parametrize(
    ("due", "offset", "step"),
    [
        (at(date(2026, 12, 25)), -7 * DAY, at(date(2026, 12, 18))),
        (at(date(2026, 12, 25), "16:00"), -7 * DAY, at(date(2026, 12, 18), "16:00")),
        (at(date(2026, 12, 25), "16:00"), -2 * HOUR, at(date(2026, 12, 25), "14:00")),
        (at(date(2026, 12, 25), "01:00"), -2 * HOUR, at(date(2026, 12, 24), "23:00")),
        (at(date(2026, 12, 25)), -2 * HOUR, at(date(2026, 12, 25), "22:00")),
        (at(date(2026, 12, 25)), 2 * HOUR, at(date(2026, 12, 26), "02:00")),
        (at(date(2026, 12, 25)), -25 * HOUR, at(date(2026, 12, 24), "23:00")),
        (at(SPRING, "09:00", NEW_YORK), -DAY, at(date(2026, 3, 7), "09:00", NEW_YORK)),
        (at(SPRING, "09:00", NEW_YORK), -23 * HOUR, at(date(2026, 3, 7), "09:00", NEW_YORK)),
        (at(SPRING, "03:30", NEW_YORK), -HOUR, at(SPRING, "01:30", NEW_YORK)),
        (at(AUTUMN, "09:00", NEW_YORK), -DAY, at(date(2026, 10, 31), "09:00", NEW_YORK)),
        (at(AUTUMN, "09:00", NEW_YORK), -25 * HOUR, at(date(2026, 10, 31), "09:00", NEW_YORK)),
        (at(SPRING, "09:00"), -23 * HOUR, at(date(2026, 3, 7), "10:00")),
        (None, -7 * DAY, None),
    ],
)
def test_days_are_the_calendars_and_hours_pass(
    due: Moment | None, offset: timedelta, step: Moment | None
) -> None:
    assert due_of_step(due, offset) == step


@given(moments, offsets, homes)
def test_the_offset_of_a_step_gives_its_due_again(
    due: Moment, offset: timedelta, home: ZoneInfo
) -> None:
    step = due_of_step(due, offset)
    assert step is not None
    found = offset_of_step(due, step, home)
    assert found is not None
    assert due_of_step(due, found) == step


@given(moments, st.integers(-3_000, 3_000), homes)
def test_days_come_back_as_they_were(due: Moment, days: int, home: ZoneInfo) -> None:
    step = due_of_step(due, days * DAY)
    assert step is not None
    assert offset_of_step(due, step, home) == days * DAY


@given(moments, moments, homes)
def test_an_offset_that_is_found_gives_that_instant(
    due: Moment, step: Moment, home: ZoneInfo
) -> None:
    offset = offset_of_step(due, step, home)
    if offset is None:
        return
    assert abs(offset) <= OFFSET_LIMIT
    given_by_it = due_of_step(due, offset)
    assert given_by_it is not None
    assert given_by_it.instant(home) == step.instant(home)


@given(moments, offsets, offsets)
def test_a_later_offset_is_a_later_due(due: Moment, one: timedelta, other: timedelta) -> None:
    home = ZoneInfo(JAKARTA)
    first, second = sorted((one, other))
    early, late = due_of_step(due, first), due_of_step(due, second)
    assert early is not None
    assert late is not None
    # Where a clock is put back or forward a calendar day has an hour more or less.
    assert early.instant(home) <= late.instant(home) + HOUR


@pytest.mark.parametrize(
    ("due", "step"),
    [
        (at(date(2026, 12, 25), "16:00"), at(date(2026, 12, 18))),
        # 24 hours, but another clock: no day, and a day's worth of hours is one.
        (at(SPRING, "10:00", NEW_YORK), at(date(2026, 3, 7), "09:00", NEW_YORK)),
        (at(date(2026, 12, 25)), at(date(2006, 12, 25))),
    ],
)
def test_some_dues_are_no_offset(due: Moment, step: Moment) -> None:
    assert offset_of_step(due, step, ZoneInfo(NEW_YORK)) is None


@pytest.mark.parametrize(
    ("due", "offset"),
    [
        (at(date(1970, 1, 3)), -7 * DAY),
        (at(date(1970, 1, 1), "01:00", JAKARTA), -2 * HOUR),
        (at(date(9000, 12, 31)), OFFSET_LIMIT),
        (at(date(9000, 12, 31), "23:00"), 2 * HOUR),
    ],
)
def test_what_lies_outside_the_calendar_is_refused(due: Moment, offset: timedelta) -> None:
    with pytest.raises(ImpossibleDate):
        due_of_step(due, offset)
