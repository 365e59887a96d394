"""Repeating tasks on a real file: completed late, early and twice; skipped, edited, taken back."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.errors import ImpossibleRule, ImpossibleValue, NothingToUndo, NotRepeating
from models.lists import ListName
from models.series import Scope
from models.storage import history_rows
from models.task import Reminder, ReminderAnchor, RepeatFrom, Status, Task, TaskLine
from services import care, goals, lists, series, tasks, undo
from services.changes import Changed
from services.clock import FixedClock
from services.workspace import Workspace
from tests.rig.desk import JAKARTA, NOW, TODAY, ScratchDesk, add, at, plain

DAY = timedelta(days=1)
MONDAYS = "FREQ=WEEKLY;BYDAY=MO"


def nth(day: int, month: int = 11, year: int = 2026) -> date:
    return date(year, month, day)


def open_ones(desk: Workspace) -> list[TaskLine]:
    return [line for line in lists.every_line(desk, ListName.ALL) if line.parent is None]


def the_open(desk: Workspace) -> Task:
    """The one open task, whole."""
    (line,) = open_ones(desk)
    return tasks.task(desk, line.uid)


def dues(desk: Workspace) -> list[str]:
    return [line.due.isoformat() if line.due else "" for line in open_ones(desk)]


class TestCompleting:
    def test_the_next_one_takes_everything_over(self, desk: Workspace) -> None:
        goal = goals.create_goal(desk, {"name": "Konten"})
        task = add(
            desk,
            "Reels",
            description="Hook",
            due=at(TODAY, "16:00", JAKARTA),
            dtstart=at(TODAY - DAY),
            lead=timedelta(hours=1),
            estimate=timedelta(minutes=45),
            rrule=MONDAYS,
            priority=1,
            categories=("ig", "reels"),
            attendees=("Rani",),
            reminders=(
                Reminder(ReminderAnchor.READY, timedelta(minutes=-15)),
                Reminder(ReminderAnchor.AT, at=datetime(2026, 11, 23, 1, tzinfo=UTC)),
            ),
            goal=goal.uid,
            pinned=True,
            url="https://example.com/a",
            percent_complete=40,
        )
        done = tasks.complete(desk, task.uid)
        after = the_open(desk)
        same = plain(task).keys() - {
            *("uid", "created", "due", "dtstart", "reminders", "percent_complete"),
            *("series", "recurrence_id", "series_start"),
        }
        assert {name: getattr(after, name) for name in same} == {
            name: getattr(task, name) for name in same
        }
        assert after.due == at(TODAY + 7 * DAY, "16:00", JAKARTA)
        assert after.dtstart == at(TODAY + 6 * DAY)
        assert after.reminders == (
            Reminder(ReminderAnchor.READY, timedelta(minutes=-15)),
            Reminder(ReminderAnchor.AT, at=datetime(2026, 11, 30, 1, tzinfo=UTC)),
        )
        assert (after.percent_complete, after.sequence, after.created) == (0, 0, NOW)
        assert (done.status, done.completed) == (Status.COMPLETED, NOW)
        assert done.series == after.series == task.uid
        assert (done.recurrence_id, after.recurrence_id) == (task.due, after.due)

    def test_steps_come_along_open_and_as_far_before_it(self, desk: Workspace) -> None:
        task = add(desk, due=at(TODAY, "16:00"), rrule=MONDAYS)
        script = add(desk, "Naskah", parent=task.uid, due=at(TODAY - 3 * DAY))
        tasks.complete(desk, script.uid)
        deep = add(desk, "Rapikan", parent=script.uid, due=at(TODAY, "14:00"))
        gone = add(desk, "Buang", parent=task.uid)
        tasks.delete(desk, gone.uid)
        tasks.complete(desk, task.uid)
        (first,) = tasks.steps(desk, the_open(desk).uid)
        assert (first.summary, first.status, first.due) == (
            "Naskah",
            "NEEDS-ACTION",
            at(TODAY + 4 * DAY),
        )
        (second,) = tasks.steps(desk, first.uid)
        assert (second.summary, second.due) == ("Rapikan", at(TODAY + 7 * DAY, "14:00"))
        assert tasks.task(desk, deep.uid).parent == script.uid

    def test_a_step_that_repeats_begins_a_series_of_its_own(self, desk: Workspace) -> None:
        task = add(desk, due=at(TODAY), rrule=MONDAYS)
        daily = add(desk, "Cek", parent=task.uid, due=at(TODAY), rrule="FREQ=DAILY")
        tasks.complete(desk, daily.uid)
        tasks.complete(desk, task.uid)
        (step,) = tasks.steps(desk, the_open(desk).uid)
        assert step.due == at(TODAY + 8 * DAY)
        tasks.complete(desk, step.uid)
        opened = [line.due for line in tasks.steps(desk, the_open(desk).uid) if not line.is_done]
        assert opened == [at(TODAY + 9 * DAY)]

    def test_early_means_the_one_after_it(self, desk: Workspace) -> None:
        task = add(desk, due=at(TODAY + 7 * DAY), rrule=MONDAYS)
        assert tasks.complete(desk, task.uid).passed_over == 0
        assert dues(desk) == ["2026-12-07"]

    @pytest.mark.parametrize(
        ("due", "expected", "passed"),
        [
            (at(TODAY - 3 * DAY), "2026-11-23", 2),
            (at(TODAY - 3 * DAY, "09:00"), "2026-11-24T09:00", 3),
            (at(TODAY - 3 * DAY, "11:00"), "2026-11-23T11:00", 2),
        ],
    )
    def test_late_means_the_first_that_is_not_past(
        self, desk: Workspace, due: Any, expected: str, passed: int
    ) -> None:
        task = add(desk, due=due, rrule="FREQ=DAILY")
        assert tasks.complete(desk, task.uid).passed_over == passed
        assert dues(desk) == [expected]

    def test_twice_opens_one(self, desk: Workspace) -> None:
        task = add(desk, due=at(TODAY), rrule="FREQ=DAILY")
        tasks.complete(desk, task.uid)
        tasks.complete(desk, task.uid)
        tasks.complete_many(desk, [task.uid, task.uid])
        assert dues(desk) == ["2026-11-24"]

    def test_an_old_one_that_was_opened_again_opens_no_second_next(self, desk: Workspace) -> None:
        task = add(desk, due=at(TODAY), rrule="FREQ=DAILY")
        tasks.complete(desk, task.uid)
        tasks.complete(desk, the_open(desk).uid)
        tasks.reopen(desk, task.uid)
        assert dues(desk) == ["2026-11-23", "2026-11-25"]
        tasks.complete(desk, task.uid)
        assert dues(desk) == ["2026-11-25"]

    def test_saying_that_it_is_done_is_completing(self, desk: Workspace) -> None:
        task = add(desk, due=at(TODAY), rrule="FREQ=DAILY")
        done = tasks.edit(desk, task.uid, {"status": Status.COMPLETED, "summary": "Baru"})
        assert (done.status, the_open(desk).summary) == (Status.COMPLETED, "Baru")
        undo.undo(desk)
        assert plain(tasks.task(desk, task.uid)) == plain(task)

    def test_without_a_date_it_comes_again_from_today(self, desk: Workspace) -> None:
        tasks.complete(desk, add(desk, rrule="FREQ=DAILY").uid)
        assert dues(desk) == ["2026-11-24"]

    def test_a_start_alone_moves_on(self, desk: Workspace) -> None:
        task = add(desk, dtstart=at(TODAY, "09:00"), rrule="FREQ=DAILY")
        tasks.complete(desk, task.uid)
        after = the_open(desk)
        assert (after.due, after.dtstart) == (None, at(TODAY + DAY, "09:00"))

    def test_by_the_hour_without_a_time_begins_with_the_day(self, desk: Workspace) -> None:
        tasks.complete(desk, add(desk, due=at(TODAY), rrule="FREQ=HOURLY;INTERVAL=6").uid)
        assert dues(desk) == ["2026-11-24T00:00"]

    def test_a_time_that_spring_moved_comes_back_the_day_after(
        self, desk: Workspace, clock: FixedClock
    ) -> None:
        clock.instant = datetime(2026, 3, 27, 12, tzinfo=UTC)
        add(desk, due=at(nth(28, 3), "02:30", "Europe/Berlin"), rrule="FREQ=DAILY")
        for expected in ("2026-03-29T03:30+02:00", "2026-03-30T02:30+02:00"):
            tasks.complete(desk, the_open(desk).uid)
            assert dues(desk) == [expected]

    def test_in_the_trash_it_opens_nothing(self, desk: Workspace) -> None:
        task = add(desk, due=at(TODAY), rrule="FREQ=DAILY")
        tasks.delete(desk, task.uid)
        tasks.complete(desk, task.uid)
        assert open_ones(desk) == []

    def test_the_open_one_of_a_series_is_found(self, desk: Workspace) -> None:
        task = add(desk, due=at(TODAY), rrule="FREQ=DAILY")
        tasks.complete(desk, task.uid)
        assert series.open_occurrence(desk, task.uid) == open_ones(desk)[0]
        assert series.open_occurrence(desk, None) is None


class TestEnd:
    def test_count_is_used_up_one_by_one(self, desk: Workspace) -> None:
        add(desk, due=at(TODAY), rrule="FREQ=DAILY;COUNT=3")
        for left in (1, 1, 0):
            tasks.complete(desk, the_open(desk).uid)
            assert len(open_ones(desk)) == left
        done = lists.every_line(desk, ListName.DONE)
        assert {line.due_date for line in done} == {nth(23), nth(24), nth(25)}

    def test_what_was_passed_over_is_used_up_too(self, desk: Workspace) -> None:
        task = add(desk, due=at(TODAY - 5 * DAY), rrule="FREQ=DAILY;COUNT=7")
        tasks.complete(desk, task.uid)
        tasks.complete(desk, the_open(desk).uid)
        tasks.complete(desk, the_open(desk).uid)
        assert open_ones(desk) == []

    def test_until_is_the_last(self, desk: Workspace) -> None:
        task = add(desk, due=at(TODAY), rrule="FREQ=DAILY;UNTIL=20261124")
        tasks.complete(desk, task.uid)
        tasks.complete(desk, the_open(desk).uid)
        assert open_ones(desk) == []
        assert len(lists.every_line(desk, ListName.DONE)) == 2


class TestFromCompletion:
    @pytest.mark.parametrize(
        ("due", "rrule", "expected"),
        [
            (at(TODAY - 9 * DAY), "FREQ=DAILY;INTERVAL=3", "2026-11-26"),
            (at(TODAY + 2 * DAY), "FREQ=DAILY;INTERVAL=3", "2026-11-26"),
            (at(TODAY - DAY, "16:00"), "FREQ=DAILY", "2026-11-24T16:00"),
            (at(TODAY, "16:00", JAKARTA), "FREQ=WEEKLY", "2026-11-30T16:00+07:00"),
            (at(TODAY, "08:30", JAKARTA), "FREQ=HOURLY;INTERVAL=4", "2026-11-23T14:00+07:00"),
            (None, "FREQ=DAILY;INTERVAL=3", "2026-11-26"),
        ],
    )
    def test_it_counts_from_the_day_it_was_done(
        self, desk: Workspace, due: Any, rrule: str, expected: str
    ) -> None:
        task = add(desk, due=due, rrule=rrule, repeat_from=RepeatFrom.COMPLETION)
        tasks.complete(desk, task.uid)
        assert dues(desk) == [expected]

    @pytest.mark.parametrize(
        ("done", "rrule", "expected"),
        [
            ("2026-01-31", "FREQ=MONTHLY", "2026-02-28"),
            ("2026-01-31", "FREQ=MONTHLY;INTERVAL=2", "2026-03-31"),
            ("2024-02-29", "FREQ=YEARLY", "2025-02-28"),
        ],
    )
    def test_a_shorter_month_has_its_last_day(
        self, desk: Workspace, clock: FixedClock, done: str, rrule: str, expected: str
    ) -> None:
        clock.instant = datetime.fromisoformat(f"{done}T05:00+00:00")
        task = add(desk, due=at(nth(1, 1, 2024)), rrule=rrule, repeat_from=RepeatFrom.COMPLETION)
        tasks.complete(desk, task.uid)
        assert dues(desk) == [expected]

    def test_count_counts_down(self, desk: Workspace, clock: FixedClock) -> None:
        add(
            *(desk, "Siram"),
            due=at(TODAY),
            rrule="FREQ=DAILY;INTERVAL=2;COUNT=2",
            repeat_from=RepeatFrom.COMPLETION,
        )
        tasks.complete(desk, the_open(desk).uid)
        assert the_open(desk).rrule == "FREQ=DAILY;INTERVAL=2;COUNT=1"
        clock.advance(5 * DAY)
        tasks.complete(desk, the_open(desk).uid)
        assert open_ones(desk) == []


class TestTakingBack:
    def test_undoing_a_completion_takes_the_next_one_away(self, desk: Workspace) -> None:
        task = add(desk, due=at(TODAY), rrule="FREQ=DAILY;COUNT=2")
        step = add(desk, "Langkah", parent=task.uid)
        tasks.complete(desk, task.uid)
        undone = undo.undo(desk)
        assert (undone.action, undone.tasks) == ("complete", (task.uid,))
        assert plain(the_open(desk)) == plain(task)
        assert [line.uid for line in tasks.steps(desk, task.uid)] == [step.uid]
        assert lists.every_line(desk, ListName.TRASH) == ()
        tasks.complete(desk, task.uid)
        assert dues(desk) == ["2026-11-24"]

    def test_opening_it_again_does_too(self, desk: Workspace) -> None:
        task = add(desk, due=at(TODAY), rrule="FREQ=DAILY", percent_complete=30)
        add(desk, "Langkah", parent=task.uid)
        tasks.complete(desk, task.uid)
        tasks.reopen(desk, task.uid)
        assert plain(the_open(desk)) == plain(task)
        assert lists.every_line(desk, ListName.TRASH) == ()
        assert care.doctor(desk.paths.folder).is_sound

    def test_undoing_that_makes_the_next_one_anew(self, desk: Workspace) -> None:
        task = add(desk, due=at(TODAY), rrule="FREQ=DAILY", categories=("ig",))
        add(desk, "Langkah", parent=task.uid)
        tasks.complete(desk, task.uid)
        following = the_open(desk)
        tasks.reopen(desk, task.uid)
        assert undo.undo(desk).action == "reopen"
        assert plain(the_open(desk)) == plain(following)
        assert [line.summary for line in tasks.steps(desk, following.uid)] == ["Langkah"]
        assert not tasks.task(desk, task.uid).is_open
        assert care.doctor(desk.paths.folder).is_sound

    def test_of_several_completed_at_once_each_has_its_own_next(self, desk: Workspace) -> None:
        first = add(desk, "a", due=at(TODAY), rrule="FREQ=DAILY")
        second = add(desk, "b", due=at(TODAY), rrule="FREQ=DAILY")
        tasks.complete_many(desk, [first.uid, second.uid])
        tasks.reopen(desk, second.uid)
        assert sorted((line.summary, line.due_date) for line in open_ones(desk)) == [
            ("a", nth(24)),
            ("b", nth(23)),
        ]

    def test_what_was_edited_with_the_completion_stays(self, desk: Workspace) -> None:
        task = add(desk, due=at(TODAY), rrule="FREQ=DAILY")
        tasks.edit(desk, task.uid, {"status": Status.COMPLETED, "summary": "Baru"})
        assert tasks.reopen(desk, task.uid).summary == "Baru"
        assert dues(desk) == ["2026-11-23"]

    def test_a_next_one_that_was_edited_goes_to_the_trash(self, desk: Workspace) -> None:
        task = add(desk, due=at(TODAY), rrule="FREQ=DAILY")
        tasks.complete(desk, task.uid)
        following = the_open(desk)
        tasks.edit(desk, following.uid, {"description": "penting"})
        tasks.reopen(desk, task.uid)
        assert [line.uid for line in open_ones(desk)] == [task.uid]
        assert [line.uid for line in lists.every_line(desk, ListName.TRASH)] == [following.uid]

    def test_everything_can_be_undone(self, desk: Workspace) -> None:
        task = add(desk, due=at(TODAY), rrule="FREQ=WEEKLY;BYDAY=MO,TH;COUNT=9")
        tasks.complete(desk, task.uid)
        series.skip(desk, the_open(desk).uid)
        tasks.reschedule(desk, the_open(desk).uid, at(TODAY + DAY))
        series.edit_series(desk, the_open(desk).uid, {"summary": "Baru"}, Scope.ALL)
        series.stop_repeating(desk, the_open(desk).uid)
        for _ in range(5):
            undo.undo(desk)
        assert plain(the_open(desk)) == plain(task)
        undo.undo(desk)
        with pytest.raises(NothingToUndo):
            undo.undo(desk)


class TestMoving:
    def test_a_moved_due_is_this_ones_alone(self, desk: Workspace) -> None:
        task = add(desk, due=at(TODAY), rrule=MONDAYS)
        moved = tasks.reschedule(desk, task.uid, at(TODAY + 2 * DAY))
        assert (moved.recurrence_id, moved.series_start) == (at(TODAY), at(TODAY))
        tasks.reschedule(desk, task.uid, at(TODAY + 3 * DAY))
        tasks.complete(desk, task.uid)
        assert dues(desk) == ["2026-11-30"]

    def test_every_third_day_keeps_its_days(self, desk: Workspace) -> None:
        task = add(desk, due=at(TODAY), rrule="FREQ=DAILY;INTERVAL=3")
        tasks.reschedule_many(desk, [task.uid], at(TODAY + DAY))
        tasks.complete(desk, task.uid)
        assert dues(desk) == ["2026-11-26"]

    def test_a_new_rule_counts_from_the_due_of_then_on(self, desk: Workspace) -> None:
        task = add(desk, due=at(TODAY), rrule="FREQ=DAILY;COUNT=5")
        tasks.complete(desk, task.uid)
        tasks.edit(desk, the_open(desk).uid, {"rrule": "FREQ=WEEKLY;COUNT=2"})
        tasks.complete(desk, the_open(desk).uid)
        assert dues(desk) == ["2026-12-01"]
        tasks.complete(desk, the_open(desk).uid)
        assert open_ones(desk) == []

    def test_a_rule_is_kept_in_its_one_form(self, desk: Workspace) -> None:
        task = add(desk, rrule="rrule:byday=th,mo;freq=weekly")
        assert task.rrule == "FREQ=WEEKLY;BYDAY=MO,TH"
        assert tasks.edit(desk, task.uid, {"rrule": " "}).rrule is None
        with pytest.raises(ImpossibleRule):
            tasks.edit(desk, task.uid, {"rrule": "FREQ=DAILY;INTERVAL=0"})


class TestSkipping:
    def test_this_one_is_left_out_and_the_next_stands_there(self, desk: Workspace) -> None:
        task = add(desk, due=at(TODAY), rrule=MONDAYS)
        step = add(desk, "Naskah", parent=task.uid, due=at(TODAY - DAY))
        tasks.complete(desk, step.uid)
        skipped = series.skip(desk, task.uid)
        assert (skipped.uid, skipped.due) == (task.uid, at(TODAY + 7 * DAY))
        assert skipped.exdates == (at(TODAY),)
        (line,) = tasks.steps(desk, task.uid)
        assert (line.due, line.is_done) == (at(TODAY + 6 * DAY), False)
        undo.undo(desk)
        assert plain(the_open(desk)) == plain(task)
        assert tasks.steps(desk, task.uid)[0].is_done

    def test_count_counts_what_was_skipped(self, desk: Workspace) -> None:
        task = add(desk, due=at(TODAY), rrule="FREQ=DAILY;COUNT=2")
        series.skip(desk, task.uid)
        tasks.complete(desk, task.uid)
        assert open_ones(desk) == []

    def test_the_last_one_is_let_go(self, desk: Workspace) -> None:
        task = add(desk, due=at(TODAY), rrule="FREQ=DAILY;COUNT=1")
        assert series.skip(desk, task.uid).status is Status.CANCELLED
        undo.undo(desk)
        assert plain(the_open(desk)) == plain(task)

    def test_what_does_not_repeat_is_refused(self, desk: Workspace) -> None:
        plain_task = add(desk)
        done = add(desk, due=at(TODAY), rrule="FREQ=DAILY")
        tasks.complete(desk, done.uid)
        for uid in (plain_task.uid, done.uid):
            for refused in (series.skip, series.stop_repeating):
                with pytest.raises(NotRepeating):
                    refused(desk, uid)

    def test_stopping_leaves_a_task_like_any_other(self, desk: Workspace) -> None:
        task = add(desk, due=at(TODAY), rrule="FREQ=DAILY")
        assert series.stop_repeating(desk, task.uid).rrule is None
        tasks.complete(desk, task.uid)
        assert open_ones(desk) == []


class TestScopes:
    @pytest.fixture
    def two(self, desk: Workspace) -> tuple[str, str]:
        """A completed occurrence and the open one."""
        first = add(desk, "Reels", due=at(TODAY), rrule=MONDAYS, categories=("ig",))
        tasks.complete(desk, first.uid)
        return first.uid, the_open(desk).uid

    def test_this_one_alone(self, desk: Workspace, two: tuple[str, str]) -> None:
        done, uid = two
        changes: Any = {"summary": "Khusus", "categories": ("sekali",), "due": at(nth(2, 12))}
        series.edit_series(desk, uid, changes, Scope.THIS)
        series.edit_series(desk, uid, {"summary": "Lebih khusus"}, Scope.THIS)
        tasks.complete(desk, uid)
        after = the_open(desk)
        assert (after.summary, after.categories) == ("Reels", ("ig",))
        assert (after.due, after.series_fields) == (at(nth(7, 12)), None)
        assert tasks.task(desk, uid).summary == "Lebih khusus"
        assert tasks.task(desk, done).summary == "Reels"

    def test_this_and_those_that_follow(self, desk: Workspace, two: tuple[str, str]) -> None:
        done, uid = two
        series.edit_series(desk, uid, {"summary": "Khusus"}, Scope.THIS)
        series.edit_series(desk, uid, {"summary": "Baru"}, Scope.FOLLOWING)
        tasks.complete(desk, uid)
        assert the_open(desk).summary == "Baru"
        assert tasks.task(desk, done).summary == "Reels"

    def test_all_of_them(self, desk: Workspace, two: tuple[str, str]) -> None:
        done, uid = two
        series.edit_series(desk, uid, {"summary": "Baru", "due": at(nth(1, 12))}, Scope.ALL)
        assert tasks.task(desk, done).summary == "Baru"
        assert tasks.task(desk, done).due == at(TODAY)
        undo.undo(desk)
        assert {tasks.task(desk, each).summary for each in two} == {"Reels"}

    def test_from_a_done_one_on(self, desk: Workspace, two: tuple[str, str]) -> None:
        series.edit_series(desk, two[0], {"summary": "Baru"}, Scope.FOLLOWING)
        assert {tasks.task(desk, each).summary for each in two} == {"Baru"}

    @pytest.mark.parametrize(
        ("rrule", "due", "expected"),
        [
            ("FREQ=WEEKLY;BYDAY=MO", at(nth(25)), "FREQ=WEEKLY;BYDAY=WE"),
            ("FREQ=WEEKLY;BYDAY=MO,FR", at(nth(25)), "FREQ=WEEKLY;BYDAY=WE,SU"),
            ("FREQ=MONTHLY;BYMONTHDAY=23", at(nth(25)), "FREQ=MONTHLY;BYMONTHDAY=25"),
            ("FREQ=MONTHLY;BYDAY=4MO", at(nth(25)), "FREQ=MONTHLY;BYDAY=4WE"),
            ("FREQ=MONTHLY;BYDAY=-1MO", at(nth(27)), "FREQ=MONTHLY;BYDAY=-1FR"),
            (
                "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=23",
                at(nth(1, 12)),
                "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1",
            ),
            ("FREQ=DAILY;INTERVAL=3", at(nth(25)), "FREQ=DAILY;INTERVAL=3"),
        ],
    )
    def test_a_due_that_moves_for_all_moves_the_rule(
        self, desk: Workspace, rrule: str, due: Any, expected: str
    ) -> None:
        task = add(desk, due=at(TODAY), rrule=rrule)
        moved = series.edit_series(desk, task.uid, {"due": due}, Scope.FOLLOWING)
        assert (moved.rrule, moved.series_start, moved.recurrence_id) == (expected, due, due)

    def test_what_is_left_of_count_goes_along(self, desk: Workspace) -> None:
        add(desk, due=at(TODAY), rrule="FREQ=DAILY;COUNT=4")
        tasks.complete(desk, the_open(desk).uid)
        uid = the_open(desk).uid
        moved = series.edit_series(desk, uid, {"due": at(nth(26))}, Scope.FOLLOWING)
        assert moved.rrule == "FREQ=DAILY;COUNT=3"
        for _ in range(3):
            tasks.complete(desk, the_open(desk).uid)
        assert open_ones(desk) == []

    def test_a_rule_does_not_change_for_one_alone(
        self, desk: Workspace, two: tuple[str, str]
    ) -> None:
        with pytest.raises(ImpossibleValue):
            series.edit_series(desk, two[1], {"rrule": "FREQ=DAILY"}, Scope.THIS)

    def test_a_task_that_does_not_repeat_has_only_itself(self, desk: Workspace) -> None:
        for scope in Scope:
            task = add(desk)
            edited = series.edit_series(desk, task.uid, {"summary": "Baru"}, scope)
            assert (edited.summary, edited.series_fields) == ("Baru", None)


def test_the_next_dates_before_saving(desk: Workspace) -> None:
    found = series.next_dates(desk, MONDAYS, at(TODAY, "16:00"))
    assert [each.date for each in found] == [TODAY + n * 7 * DAY for n in range(5)]
    past = series.next_dates(desk, MONDAYS, at(TODAY - 70 * DAY, "09:00"), 1)
    assert past == (at(TODAY + 7 * DAY, "09:00"),)
    assert series.next_dates(desk, "FREQ=DAILY", None, 2) == (at(TODAY), at(TODAY + DAY))


def test_completing_is_one_step_and_is_announced_whole(desk: Workspace) -> None:
    heard: list[Changed] = []
    task = add(desk, due=at(TODAY), rrule="FREQ=DAILY")
    desk.changes.subscribe(heard.append)
    tasks.complete(desk, task.uid)
    assert [each.action for each in heard] == ["complete"]
    assert heard[0].tasks == {task.uid, the_open(desk).uid}


gestures = st.lists(
    st.sampled_from(["complete", "skip", "move", "reopen", "this", "all", "advance"]), max_size=8
)
rules = st.sampled_from(
    ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=DAILY;INTERVAL=3"]
)


def newest_gesture(desk: Workspace) -> str | None:
    """The one that undo would take back."""
    with desk.reading() as unit:
        return history_rows.last_gesture(unit)


@given(rules, st.sampled_from(RepeatFrom), gestures)
@example("FREQ=DAILY", RepeatFrom.DUE, ["all", "this", "complete", "all"])
@settings(max_examples=40)
def test_an_endless_series_has_one_open_task_whatever_is_done(
    scratch: ScratchDesk, rule: str, repeat_from: RepeatFrom, done: list[str]
) -> None:
    with scratch() as desk:
        task = add(desk, due=at(TODAY), rrule=rule, repeat_from=repeat_from)
        add(desk, "Langkah", parent=task.uid)
        begun = newest_gesture(desk)
        closed: list[str] = []
        for gesture in done:
            uid = the_open(desk).uid
            match gesture:
                case "complete":
                    tasks.complete(desk, uid)
                    closed.append(uid)
                case "skip":
                    series.skip(desk, uid)
                case "move":
                    tasks.reschedule(desk, uid, at(TODAY + 2 * DAY))
                case "reopen":
                    if closed:
                        tasks.reopen(desk, closed.pop())
                case "advance":
                    desk.clock = FixedClock(desk.now() + 5 * DAY)
                case scope:
                    series.edit_series(desk, uid, {"summary": scope + "!"}, Scope(scope))
            assert len(open_ones(desk)) == 1
            assert len(tasks.steps(desk, the_open(desk).uid)) == 1
        while newest_gesture(desk) != begun:
            undo.undo(desk)
        assert plain(the_open(desk)) == plain(task)
        assert lists.every_line(desk, ListName.TRASH) == ()
        assert care.doctor(desk.paths.folder).is_sound


@pytest.mark.parametrize(("scope", "kept"), [(Scope.FOLLOWING, 1), (Scope.ALL, 0)])
def test_a_series_is_deleted_from_here_or_whole(desk: Workspace, scope: Scope, kept: int) -> None:
    first = add(desk, "Rekap", due=at(TODAY), rrule=MONDAYS)
    tasks.complete(desk, first.uid)
    uid = the_open(desk).uid
    assert series.delete_series(desk, uid, scope).deleted is not None
    assert open_ones(desk) == []
    assert sum(tasks.task(desk, each).deleted is None for each in (first.uid, uid)) == kept
    undo.undo(desk)
    assert all(tasks.task(desk, each).deleted is None for each in (first.uid, uid))


def test_deleting_this_one_of_a_series_goes_on_with_the_next(desk: Workspace) -> None:
    task = add(desk, "Rekap", due=at(TODAY), rrule=MONDAYS)
    series.delete_series(desk, task.uid, Scope.THIS)
    assert the_open(desk).due == at(TODAY + timedelta(days=7))
