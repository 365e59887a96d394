"""What can be done to a task, one gesture at a time."""

from datetime import UTC, datetime, timedelta

import pytest

from models.errors import (
    AmbiguousUid,
    CircularParent,
    ImpossibleValue,
    UnknownGoal,
    UnknownTask,
    UnknownZone,
)
from models.task import Reminder, ReminderAnchor, RepeatFrom, Status, TaskFields
from services import goals, tasks, undo
from services.changes import Changed
from services.clock import FixedClock
from services.workspace import Workspace
from tests.rig.desk import JAKARTA, NOW, TODAY, add, at, plain


@pytest.fixture
def told(desk: Workspace) -> list[Changed]:
    heard: list[Changed] = []
    desk.changes.subscribe(heard.append)
    return heard


def test_every_field_comes_back_as_it_was_given(desk: Workspace) -> None:
    goal = goals.create_goal(desk, {"name": "Peluncuran"})
    parent = add(desk, "Kampanye")
    fields: TaskFields = {
        "summary": "Tulis naskah",
        "description": "dua\nbaris",
        "status": Status.IN_PROCESS,
        "priority": 1,
        "dtstart": at(TODAY),
        "due": at(TODAY, "18:30", JAKARTA),
        "lead": timedelta(hours=2),
        "estimate": timedelta(minutes=45),
        "rrule": "FREQ=WEEKLY;BYDAY=MO",
        "repeat_from": RepeatFrom.COMPLETION,
        "percent_complete": 30,
        "categories": ("ig", "reels"),
        "attendees": ("Rani",),
        "reminders": (
            Reminder(ReminderAnchor.READY, timedelta(minutes=-15)),
            Reminder(ReminderAnchor.AT, at=datetime(2026, 11, 24, 1, tzinfo=UTC)),
        ),
        "goal": goal.uid,
        "parent": parent.uid,
        "position": "m1",
        "pinned": True,
        "url": "https://example.com/a",
    }
    task = tasks.capture(desk, fields)
    assert tasks.task(desk, task.uid) == task
    assert {name: getattr(task, name) for name in fields} == fields
    assert task.created == task.last_modified == NOW
    assert tasks.line(desk, task.uid).goal_name == "Peluncuran"
    assert tasks.line(desk, task.uid).parent_summary == "Kampanye"


def test_completing_twice_is_one_change(desk: Workspace, told: list[Changed]) -> None:
    task = add(desk)
    done = tasks.complete(desk, task.uid)
    assert (done.status, done.completed, done.percent_complete) == (Status.COMPLETED, NOW, 100)
    assert tasks.complete(desk, task.uid).sequence == done.sequence == 1
    assert [each.action for each in told] == ["capture", "complete"]
    assert [each.action for each in tasks.history(desk, task.uid)] == ["complete", "capture"]


def test_reopening_an_open_task_changes_nothing(desk: Workspace, told: list[Changed]) -> None:
    task = add(desk)
    assert tasks.reopen(desk, task.uid).sequence == 0
    tasks.complete(desk, task.uid)
    again = tasks.reopen(desk, task.uid)
    assert (again.status, again.completed, again.percent_complete) == (
        Status.NEEDS_ACTION,
        None,
        0,
    )
    assert [each.action for each in told] == ["capture", "complete", "reopen"]


def test_an_edit_that_changes_nothing_writes_nothing(desk: Workspace, told: list[Changed]) -> None:
    task = add(desk, due=at(TODAY, "09:00"), categories=("a",))
    same: TaskFields = {"summary": task.summary, "due": task.due, "categories": ("a",)}
    assert tasks.edit(desk, task.uid, same).sequence == 0
    assert len(told) == 1


def test_progress_survives_beginning_and_is_kept_when_given(desk: Workspace) -> None:
    task = add(desk, percent_complete=50)
    begun = tasks.edit(desk, task.uid, {"status": Status.IN_PROCESS})
    assert begun.percent_complete == 50
    told = tasks.edit(desk, task.uid, {"status": Status.NEEDS_ACTION, "percent_complete": 40})
    assert told.percent_complete == 40
    done = tasks.edit(desk, task.uid, {"status": Status.COMPLETED})
    assert (done.completed, done.percent_complete) == (NOW, 100)
    partly = tasks.edit(desk, task.uid, {"status": Status.IN_PROCESS, "percent_complete": 70})
    assert (partly.completed, partly.percent_complete) == (None, 70)


def test_the_trash_takes_the_steps_along_and_gives_them_back(
    desk: Workspace, clock: FixedClock
) -> None:
    parent = add(desk)
    step = add(desk, "step", parent=parent.uid)
    deep = add(desk, "deep", parent=step.uid)
    gone = add(desk, "gone before", parent=parent.uid)
    tasks.delete(desk, gone.uid)
    clock.advance(timedelta(minutes=1))
    tasks.delete(desk, parent.uid)
    assert all(tasks.task(desk, each.uid).deleted for each in (parent, step, deep, gone))
    tasks.restore(desk, parent.uid)
    assert not any(tasks.task(desk, each.uid).deleted for each in (parent, step, deep))
    assert tasks.task(desk, gone.uid).deleted is not None


def test_a_step_brings_back_what_it_is_a_step_of(desk: Workspace) -> None:
    parent = add(desk)
    step = add(desk, parent=parent.uid)
    other = add(desk, parent=parent.uid)
    tasks.delete(desk, parent.uid)
    assert tasks.restore(desk, step.uid).deleted is None
    assert tasks.task(desk, parent.uid).deleted is None
    assert tasks.task(desk, other.uid).deleted is not None
    assert [line.uid for line in tasks.steps(desk, parent.uid)] == [step.uid]


def test_many_are_one_step_back(desk: Workspace, told: list[Changed]) -> None:
    several = [add(desk, str(number)) for number in range(3)]
    uids = [task.uid for task in several]
    tasks.complete_many(desk, [*uids, uids[0]])
    assert told[-1].tasks == frozenset(uids)
    tasks.reschedule_many(desk, uids, at(TODAY))
    tasks.delete_many(desk, uids)
    for _ in range(3):
        undo.undo(desk)
    assert [plain(tasks.task(desk, uid)) for uid in uids] == [plain(task) for task in several]


def test_many_with_one_unknown_change_none(desk: Workspace, told: list[Changed]) -> None:
    task = add(desk)
    with pytest.raises(UnknownTask):
        tasks.complete_many(desk, [task.uid, "nobody"])
    assert tasks.task(desk, task.uid) == task
    assert len(told) == 1


@pytest.mark.parametrize("uid", ["", "nobody", "\ud800", "a\0b", "é" * 500, "' OR 1=1 --"])
def test_an_unknown_uid_is_refused(desk: Workspace, uid: str) -> None:
    add(desk)
    for refused in (
        tasks.task,
        tasks.line,
        tasks.complete,
        tasks.reopen,
        tasks.delete,
        tasks.restore,
        tasks.resolve,
    ):
        with pytest.raises(UnknownTask):
            refused(desk, uid)
    with pytest.raises(UnknownTask):
        tasks.edit(desk, uid, {"summary": "x"})
    with pytest.raises(UnknownTask):
        tasks.reschedule(desk, uid, None)
    with pytest.raises(UnknownTask):
        add(desk, parent=uid)
    with pytest.raises(UnknownGoal):
        add(desk, goal=uid)
    assert tasks.history(desk, uid) == ()
    assert tasks.steps(desk, uid) == ()


def test_a_task_is_no_step_of_itself_or_of_its_steps(desk: Workspace) -> None:
    parent = add(desk)
    step = add(desk, parent=parent.uid)
    deep = add(desk, parent=step.uid)
    for uid in (parent.uid, step.uid, deep.uid):
        with pytest.raises(CircularParent):
            tasks.edit(desk, parent.uid, {"parent": uid})
    assert tasks.task(desk, parent.uid) == parent


def test_a_goal_in_the_trash_takes_no_tasks(desk: Workspace) -> None:
    goal = goals.create_goal(desk, {"name": "Peluncuran"})
    goals.delete_goal(desk, goal.uid)
    with pytest.raises(UnknownGoal):
        add(desk, goal=goal.uid)


def test_a_zone_that_nobody_knows_is_refused(desk: Workspace) -> None:
    with pytest.raises(UnknownZone):
        add(desk, due=at(TODAY, "10:00", "Mars/Olympus"))


@pytest.mark.parametrize(
    "fields",
    [
        {"priority": 10},
        {"priority": -1},
        {"percent_complete": 101},
        {"lead": timedelta(seconds=-1)},
        {"estimate": timedelta(days=4_000)},
        {"status": "DONE"},
        {"repeat_from": "never"},
        {"position": "a/b"},
        {"position": ""},
        {"url": "javascript:alert(1)"},
        {"url": "https://[half"},
    ],
)
def test_an_impossible_value_is_refused(desk: Workspace, fields: TaskFields) -> None:
    with pytest.raises(ImpossibleValue):
        add(desk, **fields)
    task = add(desk)
    with pytest.raises(ImpossibleValue):
        tasks.edit(desk, task.uid, fields)
    assert tasks.task(desk, task.uid) == task


def test_a_prefix_finds_the_one_task_that_begins_with_it(
    desk: Workspace, clock: FixedClock
) -> None:
    first = add(desk)
    clock.advance(timedelta(days=400))
    second = add(desk)
    assert tasks.resolve(desk, first.uid[:12]) == first.uid
    assert tasks.resolve(desk, second.uid) == second.uid
    with pytest.raises(AmbiguousUid):
        tasks.resolve(desk, "0")


def test_several_made_at_once_stand_as_they_were_given(desk: Workspace):
    parent = add(desk, "Reel")
    titles = [f"Langkah {at}" for at in range(60)]
    tasks.capture_many(desk, [{"summary": title, "parent": parent.uid} for title in titles])
    assert [step.summary for step in tasks.steps(desk, parent.uid)] == titles
