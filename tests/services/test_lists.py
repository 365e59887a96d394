"""Which list holds what: the bounds of days and weeks, whole and by page."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from models.errors import ImpossibleValue
from models.lists import CHIP_LISTS, ListName
from models.moment import Moment
from models.task import Status
from services import goals, lists, settings, tasks
from services.clock import FixedClock
from services.workspace import Workspace
from tests.rig.desk import JAKARTA, NEW_YORK, TODAY, OpenDesk, add, at

DAY = timedelta(days=1)


def _lists_of(desk: Workspace, uid: str) -> set[ListName]:
    return {name for name in ListName if uid in {line.uid for line in lists.every_line(desk, name)}}


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (at(TODAY), {"today", "week"}),
        (at(TODAY, "10:00"), {"today", "week"}),
        (at(TODAY, "23:59"), {"today", "week"}),
        (at(TODAY, "00:00"), {"today", "week", "missed"}),
        (at(TODAY, "09:59"), {"today", "week", "missed"}),
        (at(TODAY - DAY, "23:59"), {"missed"}),
        (at(TODAY - DAY), {"missed"}),
        (at(TODAY + DAY, "00:00"), {"tomorrow", "week"}),
        (at(TODAY + DAY), {"tomorrow", "week"}),
        (at(TODAY + 2 * DAY, "00:00"), {"week"}),
        (at(date(2026, 11, 29), "23:59"), {"week"}),
        (at(date(2026, 11, 29)), {"week"}),
        (at(date(2026, 11, 30), "00:00"), {"next-week"}),
        (at(date(2026, 12, 6)), {"next-week"}),
        (at(date(2026, 12, 7), "00:00"), set()),
        (at(date(1970, 1, 1)), {"missed"}),
        (at(date(9000, 12, 31)), set()),
        (at(TODAY, "00:30", NEW_YORK), {"today", "week"}),
        (at(TODAY, "12:00", NEW_YORK), {"tomorrow", "week"}),
        (at(TODAY - DAY, "12:00", NEW_YORK), {"today", "week", "missed"}),
        (None, {"no-date"}),
    ],
)
def test_an_open_task_is_in_the_lists_of_its_due(
    desk: Workspace, due: Moment | None, expected: set[str]
) -> None:
    task = add(desk, due=due)
    assert _lists_of(desk, task.uid) == {ListName(name) for name in {*expected, "all"}}
    tasks.complete(desk, task.uid)
    assert _lists_of(desk, task.uid) == {ListName.DONE}
    tasks.delete(desk, task.uid)
    assert _lists_of(desk, task.uid) == {ListName.TRASH}


def test_a_due_is_missed_after_its_instant_not_at_it(desk: Workspace, clock: FixedClock) -> None:
    task = add(desk, due=at(TODAY, "10:00"))
    assert ListName.MISSED not in _lists_of(desk, task.uid)
    clock.advance(timedelta(microseconds=1))
    assert ListName.MISSED in _lists_of(desk, task.uid)


def test_a_day_is_missed_when_it_is_over(desk: Workspace, clock: FixedClock) -> None:
    task = add(desk, due=at(TODAY))
    clock.instant = datetime(2026, 11, 23, 16, 59, 59, 999999, UTC)
    assert ListName.MISSED not in _lists_of(desk, task.uid)
    clock.instant = datetime(2026, 11, 23, 17, tzinfo=UTC)
    assert _lists_of(desk, task.uid) == {ListName.MISSED, ListName.WEEK, ListName.ALL}


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        (NEW_YORK, date(2026, 3, 8), 23),
        (NEW_YORK, date(2026, 11, 1), 25),
        ("America/Havana", date(2026, 11, 1), 25),
        ("America/Sao_Paulo", date(2018, 11, 4), 23),
        ("America/Sao_Paulo", date(2018, 2, 17), 25),
        (JAKARTA, date(2026, 3, 8), 24),
    ],
)
def test_a_day_of_any_length_holds_all_of_its_hours(
    open_desk: OpenDesk, clock: FixedClock, zone: str, day: date, hours: int
) -> None:
    desk = open_desk(zone=zone)
    clock.instant = datetime.combine(day, time(12), ZoneInfo(zone))
    for hour in range(24):
        add(desk, due=Moment(day, time(hour, 30)))
    add(desk, due=Moment(day))
    before, after = add(desk, due=Moment(day - DAY)), add(desk, due=Moment(day + DAY, time(3)))
    today = lists.every_line(desk, ListName.TODAY)
    assert len(today) == 25
    assert {line.due_date for line in today} == {day}
    assert ListName.MISSED in _lists_of(desk, before.uid)
    assert ListName.TOMORROW in _lists_of(desk, after.uid)
    first, last = lists._range(desk, ListName.TODAY)
    assert last - first == timedelta(hours=hours)


def test_a_floating_due_follows_the_zone_and_a_zoned_one_stays(open_desk: OpenDesk) -> None:
    desk = open_desk(zone=None)
    settings.change_settings(desk, zone=JAKARTA)
    floating = add(desk, "floating", due=at(TODAY, "23:00"))
    zoned = add(desk, "zoned", due=at(TODAY, "23:00", JAKARTA))
    assert {line.uid for line in lists.every_line(desk, ListName.TODAY)} == {
        floating.uid,
        zoned.uid,
    }
    settings.change_settings(desk, zone=NEW_YORK)
    # In New York it is Sunday, 22:00.
    assert desk.today() == TODAY - DAY
    assert _lists_of(desk, floating.uid) >= {ListName.TOMORROW}
    assert tasks.line(desk, floating.uid).due_at == datetime(2026, 11, 24, 4, tzinfo=UTC)
    assert tasks.line(desk, zoned.uid).due_at == datetime(2026, 11, 23, 16, tzinfo=UTC)
    again = open_desk(zone=None)
    assert tasks.line(again, floating.uid).due_at == datetime(2026, 11, 24, 4, tzinfo=UTC)
    elsewhere = open_desk(zone="UTC")
    assert tasks.line(elsewhere, floating.uid).due_at == datetime(2026, 11, 23, 23, tzinfo=UTC)


def test_the_week_begins_on_the_day_that_was_chosen(desk: Workspace) -> None:
    sunday = add(desk, due=at(date(2026, 11, 29)))
    settings.change_settings(desk, first_weekday=6)
    assert ListName.NEXT_WEEK in _lists_of(desk, sunday.uid)


def test_undated_steps_stay_with_their_parent_and_dated_ones_are_listed(desk: Workspace) -> None:
    parent = add(desk)
    undated = add(desk, parent=parent.uid)
    dated = add(desk, parent=parent.uid, due=at(TODAY))
    assert _lists_of(desk, undated.uid) == set()
    assert ListName.TODAY in _lists_of(desk, dated.uid)
    assert {line.uid for line in tasks.steps(desk, parent.uid)} == {undated.uid, dated.uid}
    line = tasks.line(desk, parent.uid)
    assert (line.steps_done, line.steps_total) == (0, 2)
    tasks.complete(desk, dated.uid)
    assert tasks.line(desk, parent.uid).steps_done == 1


def test_done_and_trash_show_the_latest_first(desk: Workspace, clock: FixedClock) -> None:
    several = [add(desk, str(number)).uid for number in range(3)]
    for uid in several:
        clock.advance(timedelta(minutes=1))
        tasks.complete(desk, uid)
    assert [line.uid for line in lists.every_line(desk, ListName.DONE)] == several[::-1]
    for uid in several:
        clock.advance(timedelta(minutes=1))
        tasks.delete(desk, uid)
    assert [line.uid for line in lists.every_line(desk, ListName.TRASH)] == several[::-1]


def test_a_list_is_by_time_with_whole_days_last(desk: Workspace) -> None:
    for title, due in {
        "whole": at(TODAY),
        "late": at(TODAY, "21:00"),
        "early": at(TODAY, "08:00"),
        "there": at(TODAY, "07:00", NEW_YORK),
    }.items():
        add(desk, title, due=due)
    titles = [line.summary for line in lists.every_line(desk, ListName.TODAY)]
    assert titles == ["early", "there", "late", "whole"]


def test_done_today_is_by_the_local_day(desk: Workspace, clock: FixedClock) -> None:
    yesterday, today = add(desk), add(desk)
    clock.instant = datetime(2026, 11, 22, 16, 59, tzinfo=UTC)
    tasks.complete(desk, yesterday.uid)
    clock.instant = datetime(2026, 11, 22, 17, tzinfo=UTC)
    tasks.complete(desk, today.uid)
    assert [line.uid for line in lists.done_today(desk)] == [today.uid]


def test_a_goals_page_has_its_open_tasks_by_hand(desk: Workspace) -> None:
    goal = goals.create_goal(desk, {"name": "Peluncuran"}).uid
    by_hand = [add(desk, goal=goal, position=position).uid for position in ("b", "a", "c")]
    add(desk, goal=goal, parent=by_hand[0])
    tasks.complete(desk, add(desk, goal=goal).uid)
    first = lists.goal_page(desk, goal, limit=2)
    second = lists.goal_page(desk, goal, cursor=first.cursor, limit=2)
    assert [line.uid for line in first.lines + second.lines] == [by_hand[n] for n in (1, 0, 2)]
    assert second.cursor is None


@pytest.mark.parametrize("cursor", ["", "x", "1/2", "1e9/a/b", f"{10**30}/a/b"])
@pytest.mark.parametrize("name", [ListName.ALL, ListName.DONE])
def test_a_cursor_that_is_not_ours_is_refused(desk: Workspace, name: ListName, cursor: str) -> None:
    with pytest.raises(ImpossibleValue):
        lists.page(desk, name, cursor=cursor)


@pytest.mark.parametrize("make", [add, lambda desk: add(desk, status=Status.IN_PROCESS)])
def test_total_counts_every_open_task(desk: Workspace, make: Callable[[Workspace], object]) -> None:
    make(desk)
    tasks.complete(desk, add(desk).uid)
    assert lists.total_open(desk) == 1
    assert set(lists.counts(desk)) == set(CHIP_LISTS)
