"""Duplicates on a real file: all that is copied, all that is not, where the copy stands."""

from datetime import UTC, datetime, timedelta

import pytest

from models.errors import TaskClosed, UnknownTask
from models.lists import ListName
from models.series import Scope
from models.task import Reminder, ReminderAnchor, Status, TaskLine
from services import copying, goals, lists, search, series, tasks, time_spent, undo
from services.clock import FixedClock
from services.workspace import Workspace
from tests.rig.desk import JAKARTA, NOW, TODAY, add, at, plain

DAY = timedelta(days=1)
MONDAYS = "FREQ=WEEKLY;BYDAY=MO"


def titles(desk: Workspace) -> list[str]:
    return [line.summary for line in lists.every_line(desk, ListName.NO_DATE)]


def tree(desk: Workspace, uid: str) -> list[object]:
    """Titles and states of the steps at every depth, in their order."""
    return [(step.summary, step.status, tree(desk, step.uid)) for step in tasks.steps(desk, uid)]


def open_steps(desk: Workspace, uid: str) -> list[TaskLine]:
    return [step for step in tasks.steps(desk, uid) if not step.is_done]


class TestTheTask:
    def test_it_has_every_field_of_its_original_but_pin_and_progress(self, desk: Workspace) -> None:
        goal = goals.create_goal(desk, {"name": "Konten"})
        task = add(
            desk,
            "Reels",
            description="Hook",
            status=Status.IN_PROCESS,
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
        copied = copying.duplicate(desk, task.uid)
        own = {"uid", "position", "status", "pinned", "percent_complete"}
        assert copied == tasks.task(desk, copied.uid)
        assert {name: value for name, value in plain(copied).items() if name not in own} == {
            name: value for name, value in plain(task).items() if name not in own
        }
        assert (copied.status, copied.pinned, copied.percent_complete, copied.sequence) == (
            Status.NEEDS_ACTION,
            False,
            0,
            0,
        )
        assert plain(tasks.task(desk, task.uid)) == plain(task)

    def test_of_a_done_task_it_is_open_and_made_now(
        self, desk: Workspace, clock: FixedClock
    ) -> None:
        task = add(desk)
        tasks.complete(desk, task.uid)
        clock.instant = NOW + DAY
        copied = copying.duplicate(desk, task.uid)
        assert (copied.status, copied.completed, copied.created) == (
            Status.NEEDS_ACTION,
            None,
            NOW + DAY,
        )
        assert titles(desk) == ["Balas komentar"]
        assert tasks.task(desk, task.uid).status is Status.COMPLETED

    def test_time_that_was_spent_stays_with_the_original(self, desk: Workspace) -> None:
        task = add(desk)
        time_spent.add(desk, task.uid, timedelta(hours=1))
        copied = copying.duplicate(desk, task.uid)
        assert time_spent.of_task(desk, copied.uid) == ()
        assert len(time_spent.of_task(desk, task.uid)) == 1

    @pytest.mark.parametrize("uid", ["nobody", ""])
    def test_of_an_unknown_task_it_is_refused(self, desk: Workspace, uid: str) -> None:
        with pytest.raises(UnknownTask):
            copying.duplicate(desk, uid)

    def test_of_a_task_in_the_trash_it_is_refused(self, desk: Workspace) -> None:
        task = add(desk)
        tasks.delete(desk, task.uid)
        with pytest.raises(TaskClosed):
            copying.duplicate(desk, task.uid)
        assert len(lists.every_line(desk, ListName.TRASH)) == 1
        assert titles(desk) == []


class TestSteps:
    def test_they_come_along_open_at_every_depth_in_their_order(self, desk: Workspace) -> None:
        task = add(desk)
        script = add(desk, "Naskah", parent=task.uid, due=at(TODAY - 3 * DAY))
        add(desk, "Rekam", parent=task.uid, position="0b")
        polish = add(desk, "Rapikan", parent=script.uid, pinned=True)
        deepest = add(desk, "Ejaan", parent=polish.uid)
        tasks.complete_many(desk, [script.uid, deepest.uid])
        before = tree(desk, task.uid)
        copied = copying.duplicate(desk, task.uid)
        still = "NEEDS-ACTION"
        assert tree(desk, copied.uid) == [
            ("Rekam", still, []),
            ("Naskah", still, [("Rapikan", still, [("Ejaan", still, [])])]),
        ]
        script_copied = tasks.steps(desk, copied.uid)[1]
        assert script_copied.due == at(TODAY - 3 * DAY)
        assert not tasks.steps(desk, script_copied.uid)[0].pinned
        assert tree(desk, task.uid) == before

    def test_one_in_the_trash_stays_behind_with_what_is_below_it(self, desk: Workspace) -> None:
        task = add(desk)
        gone = add(desk, "Buang", parent=task.uid)
        add(desk, "Juga", parent=gone.uid)
        tasks.delete(desk, gone.uid)
        assert tree(desk, copying.duplicate(desk, task.uid).uid) == []

    def test_of_a_step_the_copy_is_a_step_beside_it(self, desk: Workspace) -> None:
        task = add(desk)
        first = add(desk, "Satu", parent=task.uid)
        add(desk, "Dua", parent=task.uid, position=f"{first.position}i")
        copying.duplicate(desk, first.uid)
        assert [step.summary for step in tasks.steps(desk, task.uid)] == ["Satu", "Satu", "Dua"]

    def test_a_search_finds_the_copy_by_its_steps(self, desk: Workspace) -> None:
        task = add(desk)
        add(desk, "Thumbnail", parent=task.uid)
        copied = copying.duplicate(desk, task.uid)
        found = {line.uid for line in search.search(desk, "thumbnail").lines}
        assert {task.uid, copied.uid} <= found


class TestOrder:
    def test_it_stands_right_behind_its_original(self, desk: Workspace, clock: FixedClock) -> None:
        for minute, title in enumerate(("Satu", "Dua", "Tiga")):
            clock.instant = NOW + timedelta(minutes=minute)
            add(desk, title)
        first, second, third = lists.every_line(desk, ListName.NO_DATE)
        for line in (first, third):
            tasks.edit(desk, copying.duplicate(desk, line.uid).uid, {"summary": "Salinan"})
        tasks.edit(desk, copying.duplicate(desk, first.uid).uid, {"summary": "Baru"})
        assert titles(desk) == ["Satu", "Baru", "Salinan", "Dua", "Tiga", "Salinan"]
        assert tasks.task(desk, second.uid).position == second.position

    def test_what_is_made_later_stands_behind_a_copy_of_the_last(
        self, desk: Workspace, clock: FixedClock
    ) -> None:
        last = add(desk)
        clock.instant = NOW + timedelta(minutes=1)
        copying.duplicate(desk, last.uid)
        clock.instant = NOW + timedelta(minutes=2)
        add(desk, "Nanti")
        assert titles(desk) == ["Balas komentar", "Balas komentar", "Nanti"]

    def test_of_one_that_was_moved_to_the_very_end_it_is_the_last(self, desk: Workspace) -> None:
        task = add(desk, position="zz")
        assert copying.duplicate(desk, task.uid).position > "zz"


class TestRepeating:
    def test_the_copy_is_a_series_of_its_own_from_its_due(
        self, desk: Workspace, clock: FixedClock
    ) -> None:
        first = add(desk, due=at(TODAY), rrule=MONDAYS)
        opened = series.open_occurrence(desk, tasks.complete(desk, first.uid).series)
        assert opened is not None
        series.edit_series(desk, opened.uid, {"due": at(TODAY + 8 * DAY)}, Scope.THIS)
        copied = copying.duplicate(desk, opened.uid)
        assert (copied.rrule, copied.due) == (MONDAYS, at(TODAY + 8 * DAY))
        assert (copied.series, copied.series_start, copied.recurrence_id) == (None, None, None)
        clock.instant = NOW + 8 * DAY
        done = tasks.complete(desk, copied.uid)
        following = series.open_occurrence(desk, done.series)
        assert following is not None
        assert following.due == at(TODAY + 14 * DAY)
        assert tasks.task(desk, opened.uid).is_open

    def test_of_a_done_occurrence_it_repeats_again(self, desk: Workspace) -> None:
        first = add(desk, due=at(TODAY), rrule=MONDAYS)
        tasks.complete(desk, first.uid)
        copied = copying.duplicate(desk, first.uid)
        assert (copied.due, copied.series, copied.passed_over) == (at(TODAY), None, 0)
        assert tasks.complete(desk, copied.uid).series == copied.uid

    def test_what_was_edited_or_left_out_once_is_the_copys_own(self, desk: Workspace) -> None:
        task = add(desk, due=at(TODAY), rrule=MONDAYS)
        series.skip(desk, task.uid)
        series.edit_series(desk, task.uid, {"summary": "Sekali"}, Scope.THIS)
        copied = copying.duplicate(desk, task.uid)
        assert (copied.summary, copied.series_fields, copied.exdates) == ("Sekali", None, ())

    def test_of_a_step_that_repeats_only_the_open_one_is_copied(self, desk: Workspace) -> None:
        task = add(desk)
        daily = add(desk, "Cek", parent=task.uid, due=at(TODAY), rrule="FREQ=DAILY")
        tasks.complete(desk, daily.uid)
        copied = copying.duplicate(desk, task.uid)
        (step,) = tasks.steps(desk, copied.uid)
        assert step.due == at(TODAY + DAY)
        tasks.complete(desk, step.uid)
        assert [each.due for each in open_steps(desk, copied.uid)] == [at(TODAY + 2 * DAY)]
        assert [each.due for each in open_steps(desk, task.uid)] == [at(TODAY + DAY)]


def test_undo_takes_all_of_it_back_and_redo_brings_it_again(desk: Workspace) -> None:
    task = add(desk, due=at(TODAY), rrule=MONDAYS, categories=("ig",))
    script = add(desk, "Naskah", parent=task.uid)
    add(desk, "Ejaan", parent=script.uid)
    copied = copying.duplicate(desk, task.uid)
    made = tree(desk, copied.uid)
    undone = undo.undo(desk)
    assert (undone.action, undone.summary) == ("duplicate", "Balas komentar")
    with pytest.raises(UnknownTask):
        tasks.task(desk, copied.uid)
    assert tree(desk, copied.uid) == []
    assert len(lists.every_line(desk, ListName.ALL)) == 1
    undo.redo(desk)
    assert plain(tasks.task(desk, copied.uid)) == plain(copied)
    assert tree(desk, copied.uid) == made
    assert tasks.history(desk, copied.uid)[-1].action == "duplicate"
