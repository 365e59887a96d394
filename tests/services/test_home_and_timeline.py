"""What Home and the timeline show, and how full a day is."""

from datetime import UTC, date, datetime, timedelta

import pytest

from models.due_line import DueLine
from models.errors import ImpossibleDate
from services import tasks, timeline
from services.clock import FixedClock
from services.home import home
from services.workspace import Workspace
from tests.rig.desk import NEW_YORK, NOW, TODAY, OpenDesk, add, at

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def test_home_of_an_empty_app(desk: Workspace) -> None:
    shown = home(desk)
    assert (shown.next_deadline, shown.missed, shown.today, shown.done_today) == (None, 0, (), ())
    assert shown.now == NOW


def test_home_shows_today_what_was_missed_and_what_is_done(
    desk: Workspace, clock: FixedClock
) -> None:
    add(desk, "yesterday", due=at(TODAY - DAY))
    add(desk, "whole day", due=at(TODAY))
    add(desk, "early", due=at(TODAY, "08:00"))
    add(desk, "late", due=at(TODAY, "20:00"))
    add(desk, "tomorrow", due=at(TODAY + DAY, "00:00"))
    add(desk, "no date")
    for title, due in {
        "was today": at(TODAY, "09:00"),
        "was next week": at(TODAY + 7 * DAY),
    }.items():
        tasks.complete(desk, add(desk, title, due=due).uid)
    before = add(desk, "done early", due=at(TODAY, "11:00"))
    clock.instant = NOW - DAY
    tasks.complete(desk, before.uid)
    clock.instant = NOW
    shown = home(desk)
    assert [line.summary for line in shown.today] == ["early", "late", "whole day"]
    assert {line.summary for line in shown.done_today} == {
        "was today",
        "was next week",
        "done early",
    }
    assert shown.missed == 2
    assert shown.today_total == 6


def next_one(desk: Workspace) -> str:
    shown = home(desk).next_deadline
    assert shown is not None
    return shown.summary


def test_the_next_deadline_is_the_one_to_be_ready_first(desk: Workspace) -> None:
    add(desk, "missed", due=at(TODAY, "09:00"))
    add(desk, "whole day", due=at(TODAY))
    add(desk, "chore", due=at(TODAY, "10:30"))
    later = add(desk, "ready later", due=at(TODAY, "13:00"), lead=HOUR)
    sooner = add(desk, "sooner ready", due=at(TODAY, "14:00"), lead=3 * HOUR)
    assert next_one(desk) == "sooner ready"
    shown = home(desk).next_deadline
    assert shown is not None
    assert shown.ready_at == datetime(2026, 11, 23, 4, tzinfo=UTC)
    tasks.complete(desk, sooner.uid)
    assert next_one(desk) == "ready later"
    tasks.complete(desk, later.uid)
    assert next_one(desk) == "chore"


def test_what_is_to_be_published_after_tomorrow_waits_for_the_chores_before_it(
    desk: Workspace,
) -> None:
    add(desk, "publish", due=at(TODAY + 2 * DAY, "16:00"), lead=HOUR)
    add(desk, "chore", due=at(TODAY + DAY, "10:30"))
    assert next_one(desk) == "chore"
    add(desk, "publish tomorrow", due=at(TODAY + DAY, "23:59"), lead=HOUR)
    assert next_one(desk) == "publish tomorrow"


def test_a_month_has_every_day_of_it(desk: Workspace) -> None:
    for day in (date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 30), date(2026, 12, 1)):
        add(desk, day.isoformat(), due=at(day, "23:59"))
    shown = timeline.month(desk, 2026, 11)
    assert [each.day for each in shown] == [date(2026, 11, 1) + n * DAY for n in range(30)]
    assert [line.summary for each in shown for line in each.lines] == ["2026-11-01", "2026-11-30"]
    assert len(timeline.month(desk, 2028, 2)) == 29


def test_a_day_is_by_time_with_whole_days_last_and_done_ones_too(desk: Workspace) -> None:
    add(desk, "whole", due=at(TODAY))
    tasks.complete(desk, add(desk, "done", due=at(TODAY, "21:00")).uid)
    add(desk, "there", due=at(TODAY - DAY, "20:00", NEW_YORK))
    tasks.delete(desk, add(desk, "gone", due=at(TODAY)).uid)
    (shown,) = timeline.days(desk, TODAY, TODAY)
    assert [line.summary for line in shown.lines] == ["there", "done", "whole"]


def test_the_lines_of_a_month_are_those_of_its_days(desk: Workspace) -> None:
    add(desk, "whole", due=at(TODAY))
    tasks.complete(desk, add(desk, "done", due=at(TODAY, "21:00"), estimate=HOUR).uid)
    add(desk, "there", due=at(TODAY - DAY, "20:00", NEW_YORK), attendees=("Raka",))
    add(desk, "waits", due=at(TODAY, "12:00"), lead=HOUR, waiting_for="Sari")
    post = add(desk, "post", due=at(TODAY + DAY, "09:00"), estimate=2 * HOUR)
    add(desk, "step", due=at(TODAY + DAY, "08:00"), estimate=HOUR, parent=post.uid)
    tasks.delete(desk, add(desk, "gone", due=at(TODAY)).uid)
    found = timeline.due_lines(desk, TODAY, TODAY + 5 * DAY)
    asked = timeline.days(desk, TODAY, TODAY + 5 * DAY)
    shared = DueLine._fields
    assert {day: [line._asdict() for line in lines] for day, lines in found.items()} == {
        entry.day: [{name: getattr(line, name) for name in shared} for line in entry.lines]
        for entry in asked
        if entry.lines
    }
    assert [line.is_shared for line in found[TODAY]] == [True, False, False, False]
    assert {day: timeline.load_of(lines) for day, lines in found.items()} == {
        TODAY: HOUR * 0,
        TODAY + DAY: 3 * HOUR,
    }
    for now in (at(TODAY, "08:00"), at(TODAY, "11:30"), at(TODAY, "13:00")):
        instant = now.instant(desk.zone)
        assert [line.standing(instant) for lines in found.values() for line in lines] == [
            line.standing(instant) for entry in asked for line in entry.lines
        ]


def test_days_across_a_dst_change_are_each_there_once(open_desk: OpenDesk) -> None:
    desk = open_desk(zone=NEW_YORK)
    for day in (date(2026, 3, 8), date(2026, 11, 1)):
        for clock in ("00:00", "01:30", "02:30", "23:59", None):
            add(desk, due=at(day, clock))
        shown = timeline.days(desk, day - DAY, day + DAY)
        assert [len(each.lines) for each in shown] == [0, 5, 0]


def test_the_load_of_a_day_is_the_work_that_is_open(desk: Workspace) -> None:
    add(desk, due=at(TODAY, "10:00"), estimate=HOUR)
    add(desk, due=at(TODAY), estimate=HOUR / 2)
    add(desk, due=at(TODAY + DAY), estimate=HOUR)
    add(desk, due=at(TODAY - DAY))
    add(desk, estimate=HOUR)
    tasks.complete(desk, add(desk, due=at(TODAY), estimate=HOUR).uid)
    assert timeline.load(desk, TODAY - DAY, TODAY + DAY) == {
        TODAY: HOUR * 1.5,
        TODAY + DAY: HOUR,
    }


@pytest.mark.parametrize(("year", "month"), [(2026, 13), (2026, 0), (0, 1), (10_000, 1)])
def test_there_is_no_such_month(desk: Workspace, year: int, month: int) -> None:
    with pytest.raises(ImpossibleDate):
        timeline.month(desk, year, month)


@pytest.mark.parametrize("last", [TODAY - DAY, TODAY + 2_000 * DAY])
def test_a_range_that_is_none_or_too_long_is_refused(desk: Workspace, last: date) -> None:
    with pytest.raises(ImpossibleDate):
        timeline.days(desk, TODAY, last)
    with pytest.raises(ImpossibleDate):
        timeline.load(desk, TODAY, last)


@pytest.mark.parametrize("day", [date.min, date(1968, 12, 31), date(9100, 1, 2), date.max])
def test_days_outside_the_calendar_are_refused(desk: Workspace, day: date) -> None:
    for asked in (timeline.days, timeline.load):
        with pytest.raises(ImpossibleDate):
            asked(desk, day, day)
    with pytest.raises(ImpossibleDate):
        timeline.month(desk, day.year, day.month)


def test_the_month_before_the_first_is_empty(desk: Workspace) -> None:
    assert [each.lines for each in timeline.month(desk, 1969, 12)] == [()] * 31
