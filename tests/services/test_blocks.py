"""Moving blocks of the timeline and making them longer."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import ImpossibleDate
from models.moment import Moment
from services import blocks, tasks, undo
from services.block_moves import (
    STEP,
    alike,
    days_on,
    extent_of,
    lasting,
    length_of,
    minute_in,
    moved,
    snapped,
    stepped,
)
from services.clock import FixedClock
from services.day_layout import DayScale
from services.workspace import Workspace, open_workspace

ZONE = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 11, 23, 7, 13, tzinfo=UTC)
DAY = date(2026, 11, 23)
HOUR = timedelta(hours=1)


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return open_workspace(tmp_path, clock=FixedClock(NOW), zone=ZONE.key)


def at(hour: int, minute: int = 0, day: date = DAY, zone: str | None = ZONE.key) -> Moment:
    return Moment(day, time(hour, minute), zone)


def instant(hour: int, minute: int = 0, day: date = DAY) -> datetime:
    return at(hour, minute, day).instant(ZONE)


def add(desk: Workspace, **fields: Any) -> str:
    values: Any = {"summary": "Reels", **fields}
    return tasks.capture(desk, values).uid


class TestMoving:
    def test_what_is_published_goes_by_its_publish_time(self, desk: Workspace) -> None:
        uid = add(desk, due=at(16), lead=HOUR, estimate=2 * HOUR)
        blocks.move(desk, uid, instant(17, 15))
        task = tasks.task(desk, uid)
        assert (task.due, task.lead, task.estimate) == (at(17, 15), HOUR, 2 * HOUR)

    def test_work_goes_by_its_beginning_and_takes_its_due_along(self, desk: Workspace) -> None:
        uid = add(desk, due=at(15), estimate=HOUR)
        blocks.move(desk, uid, instant(9))
        assert tasks.task(desk, uid).due == at(10)

    def test_a_start_that_counts_goes_along(self, desk: Workspace) -> None:
        uid = add(desk, dtstart=at(9), due=at(11))
        blocks.move(desk, uid, instant(13, 30))
        task = tasks.task(desk, uid)
        assert (task.dtstart, task.due) == (at(13, 30), at(15, 30))

    def test_it_is_one_step_of_undo(self, desk: Workspace) -> None:
        uid = add(desk, dtstart=at(9), due=at(11))
        before = tasks.task(desk, uid)
        blocks.move(desk, uid, instant(13, 30))
        undo.undo(desk)
        after = tasks.task(desk, uid)
        assert (after.dtstart, after.due) == (before.dtstart, before.due)

    def test_a_start_days_before_stays(self, desk: Workspace) -> None:
        start = at(9, day=date(2026, 11, 20))
        uid = add(desk, dtstart=start, due=at(16))
        blocks.move(desk, uid, instant(17))
        task = tasks.task(desk, uid)
        assert (task.dtstart, task.due) == (start, at(17, 30))

    def test_one_without_a_date_is_due_then(self, desk: Workspace) -> None:
        uid = add(desk)
        blocks.move(desk, uid, instant(10))
        assert tasks.task(desk, uid).due == at(10)

    def test_floating_and_foreign_times_stay_what_they_are(self, desk: Workspace) -> None:
        floating = add(desk, due=at(15, zone=None))
        london = add(desk, due=Moment(DAY, time(10), "Europe/London"))
        blocks.move(desk, floating, instant(16))
        blocks.move(desk, london, instant(18))
        assert tasks.task(desk, floating).due == at(16, 30, zone=None)
        assert tasks.task(desk, london).due == Moment(DAY, time(11, 30), "Europe/London")

    def test_by_days_the_time_of_day_stays(self, desk: Workspace) -> None:
        timed = add(desk, dtstart=at(9, 7), due=at(11, 7))
        whole = add(desk, due=Moment(DAY))
        blocks.move_days(desk, timed, 2)
        blocks.move_days(desk, whole, -1)
        day = date(2026, 11, 25)
        task = tasks.task(desk, timed)
        assert (task.dtstart, task.due) == (at(9, 7, day), at(11, 7, day))
        assert tasks.task(desk, whole).due == Moment(date(2026, 11, 22))

    def test_steps_go_to_the_quarters_of_the_clock(self, desk: Workspace) -> None:
        uid = add(desk, due=at(16, 5), lead=HOUR)
        blocks.step(desk, uid, 1)
        assert tasks.task(desk, uid).due == at(16, 15)
        blocks.step(desk, uid, -1)
        assert tasks.task(desk, uid).due == at(16)

    def test_a_whole_day_has_no_quarters(self, desk: Workspace) -> None:
        uid = add(desk, due=Moment(DAY))
        blocks.step(desk, uid, 1)
        assert tasks.task(desk, uid).due == Moment(DAY)
        assert len(tasks.history(desk, uid)) == 1

    def test_another_due_keeps_the_length(self, desk: Workspace) -> None:
        uid = add(desk, dtstart=at(9), due=at(11))
        blocks.move_due(desk, uid, at(17, day=date(2026, 11, 24)))
        task = tasks.task(desk, uid)
        assert task.dtstart == at(15, day=date(2026, 11, 24))

    def test_no_task_may_be_due_after_the_last_year(self, desk: Workspace) -> None:
        uid = add(desk, due=at(16, day=date(9000, 12, 31)))
        with pytest.raises(ImpossibleDate):
            blocks.move_days(desk, uid, 1)


class TestLength:
    def test_what_is_published_keeps_its_due(self, desk: Workspace) -> None:
        uid = add(desk, due=at(16), lead=HOUR)
        blocks.last(desk, uid, 2 * HOUR)
        task = tasks.task(desk, uid)
        assert (task.due, task.estimate) == (at(16), 2 * HOUR)

    def test_work_keeps_its_beginning(self, desk: Workspace) -> None:
        uid = add(desk, due=at(15), estimate=HOUR)
        blocks.grow(desk, uid, 2)
        task = tasks.task(desk, uid)
        assert (task.due, task.estimate) == (at(15, 30), HOUR * 3 / 2)

    def test_a_start_stays_and_an_estimate_of_its_own_too(self, desk: Workspace) -> None:
        uid = add(desk, dtstart=at(9), due=at(11), estimate=HOUR)
        blocks.last(desk, uid, 3 * HOUR)
        task = tasks.task(desk, uid)
        assert (task.dtstart, task.due, task.estimate) == (at(9), at(12), HOUR)

    def test_a_quarter_is_the_least(self, desk: Workspace) -> None:
        uid = add(desk, due=at(15), estimate=HOUR)
        blocks.grow(desk, uid, -9)
        assert tasks.task(desk, uid).estimate == timedelta(minutes=15)

    def test_of_a_whole_day_it_is_the_estimate(self, desk: Workspace) -> None:
        uid = add(desk, due=Moment(DAY))
        blocks.last(desk, uid, 2 * HOUR)
        task = tasks.task(desk, uid)
        assert (task.due, task.estimate) == (Moment(DAY), 2 * HOUR)


ZONES = st.sampled_from(["Asia/Jakarta", "Europe/Berlin", "America/New_York"])


@given(
    zone=ZONES,
    day=st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    minute=st.integers(0, 95).map(lambda quarter: quarter * STEP),
    is_wall=st.booleans(),
)
def test_a_minute_and_its_instant_are_each_others(
    zone: str, day: date, minute: int, is_wall: bool
) -> None:
    scale = DayScale.of(day, ZoneInfo(zone), is_wall=is_wall)
    back = minute_in(scale, scale.instant_at(minute))
    # A wall time that a DST change skips is moved on by the gap.
    assert back == minute or (is_wall and back == minute + 60)


@given(
    hour=st.integers(0, 23),
    minute=st.integers(0, 59),
    estimate=st.none() | st.integers(5, 600).map(lambda n: timedelta(minutes=n)),
    lead=st.none() | st.just(HOUR),
    to=st.integers(0, 95),
)
def test_a_moved_block_is_as_long_and_begins_where_it_was_put(
    hour: int, minute: int, estimate: timedelta | None, lead: timedelta | None, to: int
) -> None:
    line = _line(at(hour, minute), estimate, lead)
    start = DayScale.of(DAY, ZONE).instant_at(to * STEP)
    due = moved(line, start, ZONE).get("due")
    assert due is not None
    there = extent_of(_line(due, estimate, lead))
    assert there is not None
    assert there.start == start
    assert there.end - there.start == length_of(line)


@given(minutes=st.integers(1, 600))
def test_a_block_is_as_long_as_it_is_told_to_be(minutes: int) -> None:
    line = _line(at(12), HOUR, None)
    length = max(timedelta(minutes=15), timedelta(minutes=minutes))
    fields = lasting(line, timedelta(minutes=minutes), ZONE)
    due = fields.get("due")
    assert due is not None
    assert length_of(_line(due, fields.get("estimate"), None)) == length


@given(day=st.dates(date(2026, 1, 1), date(2027, 12, 31)), days=st.integers(-40, 40))
def test_days_forth_and_back_lead_home(day: date, days: int) -> None:
    line = _line(at(12, day=day), HOUR, None)
    there = days_on(line, days, ZONE).get("due")
    assert there is not None
    back = days_on(_line(there, HOUR, None), -days, ZONE)
    assert back.get("due") == line.due


def test_quarters() -> None:
    assert [snapped(minute) for minute in (0, 7, 8, 52.6, -8)] == [0, 0, 15, 60, -15]
    line = _line(at(16), None, HOUR)
    assert stepped(line, -4, ZONE) == instant(15)
    assert alike(instant(9), None, ZONE) == at(9)


def _line(due: Moment, estimate: timedelta | None, lead: timedelta | None) -> Any:
    """What these rules read of a line."""

    class Line:
        due_at = due.instant(ZONE)
        due_time = due.time
        ready_at = due_at - lead if lead else due_at
        start_at = None

    line: Any = Line()
    line.due, line.estimate, line.lead = due, estimate, lead
    return line
