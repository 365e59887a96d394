"""Blocks of a day: where tasks stand, what is clipped, and that none lies on another."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.lists import DayOfTasks
from models.moment import Moment
from models.task import TaskLine
from services.day_columns import Placed, lay_out
from services.day_layout import DayScale, Span, over_hours, shown_hours, span_of, spans_in

JAKARTA = ZoneInfo("Asia/Jakarta")
BERLIN = ZoneInfo("Europe/Berlin")
DAY = date(2026, 11, 23)
HOUR = timedelta(hours=1)


def line_of(
    uid: str = "a",
    due: Moment | None = None,
    start: Moment | None = None,
    lead: timedelta | None = None,
    estimate: timedelta | None = None,
    zone: ZoneInfo = JAKARTA,
) -> TaskLine:
    due_at = due.instant(zone) if due else None
    return TaskLine(
        uid=uid,
        summary=f"Task {uid}",
        status="NEEDS-ACTION",
        priority=0,
        due_date=due.date if due else None,
        due_time=due.time if due else None,
        due_zone=due.zone if due else None,
        due_at=due_at,
        ready_at=due_at - lead if due_at and lead else due_at,
        start_at=start.instant(zone) if start else None,
        lead=lead,
        estimate=estimate,
        rrule=None,
        goal=None,
        goal_name=None,
        goal_color=None,
        parent=None,
        parent_summary=None,
        position="a",
        pinned=False,
        completed=None,
        deleted=None,
        has_description=False,
        steps_done=0,
        steps_total=0,
    )


def at(hour: int, minute: int = 0, day: date = DAY) -> Moment:
    return Moment(day, time(hour, minute))


def span(line: TaskLine, day: date = DAY) -> tuple[int, int, int | None] | None:
    found = span_of(line, DayScale.of(day, JAKARTA))
    return (found.start, found.end, found.turn) if found else None


class TestSpan:
    def test_work_runs_from_its_start_to_its_due(self) -> None:
        assert span(line_of(due=at(13), start=at(11))) == (660, 780, None)

    def test_work_without_a_start_takes_its_estimate_up_to_its_due(self) -> None:
        assert span(line_of(due=at(15), estimate=HOUR)) == (840, 900, None)

    def test_work_without_either_takes_half_an_hour(self) -> None:
        assert span(line_of(due=at(15))) == (870, 900, None)

    def test_a_start_behind_the_due_is_no_start(self) -> None:
        assert span(line_of(due=at(15), start=at(16), estimate=HOUR)) == (840, 900, None)

    def test_a_publish_block_stands_behind_its_ready_window(self) -> None:
        line = line_of(due=at(16), lead=HOUR, estimate=2 * HOUR)
        assert span(line) == (900, 1080, 960)

    def test_a_publish_block_without_an_estimate_takes_an_hour(self) -> None:
        assert span(line_of(due=at(16), lead=HOUR)) == (900, 1020, 960)

    def test_a_ready_window_of_another_day_is_told_where_it_begins(self) -> None:
        line = line_of(due=at(16), lead=24 * HOUR)
        assert span(line) == (960, 1020, 960)
        assert span(line, DAY - timedelta(days=1)) == (960, 1020, 1020)

    def test_work_that_began_the_day_before_is_clipped_to_each_day(self) -> None:
        line = line_of(due=at(0, 15), estimate=2 * HOUR)
        assert span(line) == (0, 15, None)
        assert span(line, DAY - timedelta(days=1)) == (1335, 1440, None)

    def test_a_publish_block_ends_with_the_day(self) -> None:
        assert span(line_of(due=at(23, 30), lead=HOUR)) == (1350, 1440, 1410)

    def test_work_of_another_day_takes_nothing(self) -> None:
        assert span(line_of(due=at(15)), DAY + timedelta(days=1)) is None

    def test_a_whole_day_and_no_date_take_no_hours(self) -> None:
        assert span(line_of(due=Moment(DAY))) is None
        assert span(line_of()) is None


class TestOverTheHours:
    def over(self, line: TaskLine, due: date, day: date = DAY) -> bool:
        return bool(over_hours([DayOfTasks(due, (line,))], DayScale.of(day, JAKARTA)))

    def test_a_whole_day_stands_over_the_hours(self) -> None:
        assert self.over(line_of(due=Moment(DAY)), DAY)

    def test_a_task_with_a_time_does_not(self) -> None:
        assert not self.over(line_of(due=at(15)), DAY)

    def test_work_that_lasts_stands_over_each_of_its_days(self) -> None:
        last = DAY + timedelta(days=4)
        line = line_of(due=Moment(last), start=Moment(DAY - timedelta(days=1)))
        assert self.over(line, last)
        assert self.over(line, last, last)
        assert not self.over(line, last, DAY - timedelta(days=2))
        assert not self.over(line, last, last + timedelta(days=1))

    def test_on_its_last_day_it_stands_at_its_hour(self) -> None:
        last = DAY + timedelta(days=2)
        line = line_of(due=at(16, day=last), start=at(9), estimate=HOUR)
        assert self.over(line, last)
        assert not self.over(line, last, last)
        assert span(line, last) == (900, 960, None)
        assert span(line) is None


class TestScale:
    def test_an_ordinary_day_has_24_hours(self) -> None:
        scale = DayScale.of(DAY, JAKARTA)
        assert scale.length == 1440
        assert scale.hours() == tuple((60 * hour, time(hour)) for hour in range(24))

    def test_a_day_that_skips_an_hour_has_23(self) -> None:
        scale = DayScale.of(date(2026, 3, 29), BERLIN)
        assert scale.length == 23 * 60
        assert [hour.hour for _, hour in scale.hours()] == [0, 1, *range(3, 24)]
        assert scale.minute_of(time(3)) == 120

    def test_a_day_that_repeats_an_hour_has_25(self) -> None:
        scale = DayScale.of(date(2026, 10, 25), BERLIN)
        assert scale.length == 25 * 60
        assert [hour.hour for _, hour in scale.hours()] == [0, 1, 2, 2, *range(3, 24)]
        assert scale.minute_of(time(3)) == 240

    def test_blocks_of_such_days_stand_at_their_hours(self) -> None:
        for day in (date(2026, 3, 29), date(2026, 10, 25)):
            scale = DayScale.of(day, BERLIN)
            line = line_of(due=at(16, day=day), estimate=HOUR, zone=BERLIN)
            found = span_of(line, scale)
            assert found is not None
            hours = {hour.hour: minute for minute, hour in scale.hours()}
            assert (found.start, found.end) == (hours[15], hours[16])

    def test_on_the_wall_every_day_has_the_same_hours(self) -> None:
        for day in (DAY, date(2026, 3, 29), date(2026, 10, 25)):
            scale = DayScale.of(day, BERLIN, is_wall=True)
            assert scale.length == 1440
            assert scale.minute_of(time(16)) == 960

    def test_a_minute_leads_back_to_its_instant(self) -> None:
        for day in (DAY, date(2026, 3, 29), date(2026, 10, 25)):
            scale = DayScale.of(day, BERLIN)
            for minute in range(0, scale.length, 30):
                assert scale.minute(scale.instant_at(minute)) == minute

    @pytest.mark.parametrize("zone", ["Asia/Kathmandu", "Australia/Lord_Howe", "Africa/Cairo"])
    def test_hours_of_odd_zones_are_full_hours(self, zone: str) -> None:
        for day in (DAY, date(2026, 4, 5), date(2026, 4, 24)):
            scale = DayScale.of(day, ZoneInfo(zone))
            for minute, hour in scale.hours():
                local = (scale.start + minute * timedelta(minutes=1)).astimezone(scale.zone)
                assert (local.hour, local.minute, hour) == (hour.hour, 0, time(hour.hour))


class TestShownHours:
    scale = DayScale.of(DAY, JAKARTA)

    def shown(self, *lines: TaskLine, now: datetime | None = None) -> tuple[int, int]:
        found = [span_of(line, self.scale) for line in lines]
        return shown_hours([each for each in found if each], self.scale, now)

    def test_an_empty_day_shows_six_to_ten(self) -> None:
        assert self.shown() == (360, 1320)

    def test_earlier_and_later_blocks_are_shown_from_their_hour(self) -> None:
        assert self.shown(line_of(due=at(5, 45))) == (300, 1320)
        assert self.shown(line_of(due=at(22, 10))) == (360, 1380)
        assert self.shown(line_of(due=at(23, 50))) == (360, 1440)

    def test_now_is_shown_on_its_day(self) -> None:
        now = datetime(2026, 11, 22, 21, 30, tzinfo=UTC)
        assert self.shown(now=now) == (240, 1320)
        assert self.shown(now=now + timedelta(days=1)) == (360, 1320)


# --- side by side --------------------------------------------------------------------------------

LENGTH = 1440


@st.composite
def spans(draw: st.DrawFn) -> list[Span]:
    found: list[Span] = []
    for at_ in range(draw(st.integers(0, 25))):
        start = draw(st.integers(0, LENGTH - 1))
        end = draw(st.integers(start + 1, min(LENGTH, start + 600)))
        turn = draw(st.one_of(st.none(), st.integers(start, end)))
        found.append(Span(line_of(f"t{at_}"), start, end, turn))
    return found


def overlap(one: Placed, other: Placed) -> bool:
    return one.start < other.end and other.start < one.end


def columns_of(block: Placed) -> tuple[float, float]:
    return block.column / block.columns, (block.column + block.width) / block.columns


@given(spans(), st.integers(1, 60), st.integers(1, 8))
def test_no_block_lies_on_another_or_leaves_the_day(
    found: list[Span], least: int, limit: int
) -> None:
    placed = lay_out(found, LENGTH, least=least, limit=limit)
    shown = [each.line.uid for block in placed for each in block.spans]
    assert sorted(shown) == sorted(each.line.uid for each in found)
    for block in placed:
        assert 0 <= block.start < block.end <= LENGTH
        assert block.end - block.start >= least
        assert 0 <= block.column < block.column + block.width <= block.columns <= limit
    for at_, one in enumerate(placed):
        for other in placed[at_ + 1 :]:
            if overlap(one, other):
                assert one.columns == other.columns
                (left, right), (left2, right2) = columns_of(one), columns_of(other)
                assert right <= left2 or right2 <= left


@given(spans(), st.integers(0, LENGTH - 1))
def test_the_blocks_of_a_minute_are_together_as_wide_as_the_day_at_most(
    found: list[Span], minute: int
) -> None:
    there = [each for each in lay_out(found, LENGTH) if each.start <= minute < each.end]
    assert sum(each.width / each.columns for each in there) <= 1 + 1e-9


def test_a_block_widens_where_nothing_stands_beside_it() -> None:
    found = [
        Span(line_of("a"), 0, 60),
        Span(line_of("b"), 30, 300),
        Span(line_of("c"), 30, 45),
        Span(line_of("d"), 120, 180),
    ]
    placed = {block.span.line.uid: block for block in lay_out(found, LENGTH)}
    assert (placed["d"].column, placed["d"].width, placed["d"].columns) == (0, 1, 3)
    assert (placed["b"].column, placed["c"].column) == (1, 2)
    assert placed["b"].width == 1


def test_a_publish_block_is_as_wide_as_the_day_under_what_stands_beside_its_window() -> None:
    found = [Span(line_of("a"), 0, 200, turn=100), Span(line_of("b"), 20, 40)]
    placed = {block.span.line.uid: block for block in lay_out(found, LENGTH)}
    assert (placed["a"].width, placed["a"].low, placed["a"].columns) == (1, 2, 2)
    assert (placed["b"].column, placed["b"].low) == (1, 1)


def done(uid: str) -> TaskLine:
    return line_of(uid)._replace(status="COMPLETED", completed=datetime(2026, 11, 23, tzinfo=UTC))


def test_what_is_done_stands_right_of_what_is_open_beside_it() -> None:
    found = [
        Span(done("a"), 0, 120),
        Span(line_of("b"), 30, 90),
        Span(line_of("c"), 60, 200),
        Span(done("d"), 130, 180),
    ]
    placed = {block.span.line.uid: block.column for block in lay_out(found, LENGTH)}
    assert placed == {"a": 2, "b": 0, "c": 1, "d": 2}


@given(spans(), st.sets(st.integers(0, 24)))
def test_a_block_beside_nothing_is_as_wide_as_the_day_and_done_ones_give_way(
    found: list[Span], dones: set[int]
) -> None:
    mixed = [
        replace(each, line=done(each.line.uid)) if at_ in dones else each
        for at_, each in enumerate(found)
    ]
    placed = lay_out(mixed, LENGTH, limit=len(mixed) + 1)
    for one in placed:
        beside = [each for each in placed if each is not one and overlap(one, each)]
        if not beside:
            assert columns_of(one) == (0, 1)
        for other in beside:
            (left, right), (left2, right2) = columns_of(one), columns_of(other)
            assert right <= left2 + 1e-9 or right2 <= left + 1e-9
            if one.span.line.is_done and not other.span.line.is_done:
                assert other.column < one.column
            if one.turn is not None and other.start < one.end and one.turn < other.end:
                assert other.column < one.column or one.column + one.low <= other.column


def test_forty_tasks_at_one_time_share_the_last_column() -> None:
    found = [Span(line_of(f"t{at_:02}"), 600, 660) for at_ in range(40)]
    placed = lay_out(found, LENGTH, limit=3)
    assert [len(block.spans) for block in placed] == [1, 1, 38]
    assert placed[2].is_several


def test_the_order_of_the_lines_changes_nothing() -> None:
    found = [Span(line_of(f"t{at_}"), 600 + at_ * 20, 660 + at_ * 20) for at_ in range(6)]
    assert lay_out(found, LENGTH) == lay_out(found[::-1], LENGTH)


def test_the_spans_of_a_day_include_work_due_on_the_next() -> None:
    scale = DayScale.of(DAY, JAKARTA)
    tomorrow = DAY + timedelta(days=1)
    days = [
        DayOfTasks(DAY - timedelta(days=1), (line_of("y", at(9, day=DAY - timedelta(days=1))),)),
        DayOfTasks(DAY, (line_of("a", at(9)),)),
        DayOfTasks(tomorrow, (line_of("b", at(0, 15, tomorrow), estimate=2 * HOUR),)),
    ]
    assert [each.line.uid for each in spans_in(days, scale)] == ["a", "b"]
