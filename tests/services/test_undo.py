"""Taking back: field by field, in any order, also after a restart."""

from datetime import timedelta

import pytest

from models.errors import (
    ChangedSince,
    NothingToRedo,
    NothingToUndo,
    UnknownGoal,
    UnknownTask,
)
from models.ledger import commitment
from models.storage import ledger_rows
from models.task import Status
from models.trash import KEPT
from services import care, goals, tasks, trash, undo
from services.changes import Changed
from services.clock import FixedClock
from services.workspace import Workspace
from tests.rig.desk import TODAY, OpenDesk, add, at, plain


@pytest.fixture
def told(desk: Workspace) -> list[Changed]:
    heard: list[Changed] = []
    desk.changes.subscribe(heard.append)
    return heard


def test_an_undone_capture_is_gone_and_stays_in_the_history(desk: Workspace) -> None:
    task = add(desk, categories=("ig",))
    undone = undo.undo(desk)
    assert (undone.action, undone.tasks, undone.summary) == ("capture", (task.uid,), task.summary)
    with pytest.raises(UnknownTask):
        tasks.task(desk, task.uid)
    assert [each.action for each in tasks.history(desk, task.uid)] == ["undo", "capture"]


def test_what_was_done_is_taken_back_newest_first_also_after_a_restart(
    desk: Workspace, open_desk: OpenDesk
) -> None:
    task = add(desk)
    tasks.edit(desk, task.uid, {"summary": "b", "due": at(TODAY, "09:00"), "categories": ("x",)})
    tasks.complete(desk, task.uid)
    desk.close()
    again = open_desk()
    assert undo.undo(again).action == "complete"
    assert tasks.task(again, task.uid).categories == ("x",)
    assert undo.undo(again).action == "edit"
    assert plain(tasks.task(again, task.uid)) == plain(task)
    undo.undo(again)
    with pytest.raises(NothingToUndo):
        undo.undo(again)


def test_only_the_fields_of_the_gesture_go_back(desk: Workspace, told: list[Changed]) -> None:
    task = add(desk)
    tasks.edit(desk, task.uid, {"summary": "b"})
    tasks.edit(desk, task.uid, {"priority": 1})
    undo.undo(desk, told[1].gesture)
    kept = tasks.task(desk, task.uid)
    assert (kept.summary, kept.priority) == (task.summary, 1)


def test_a_gesture_is_undone_once(desk: Workspace, told: list[Changed]) -> None:
    add(desk)
    undo.undo(desk, told[0].gesture)
    with pytest.raises(NothingToUndo):
        undo.undo(desk, told[0].gesture)
    with pytest.raises(NothingToUndo):
        undo.undo(desk, "nobody's")


def test_what_was_changed_since_is_refused_whole(desk: Workspace, told: list[Changed]) -> None:
    task, other = add(desk), add(desk, "other")
    tasks.complete_many(desk, [task.uid, other.uid])
    tasks.reopen(desk, other.uid)
    for gesture in told[1], told[2]:
        with pytest.raises(ChangedSince, match="other"):
            undo.undo(desk, gesture.gesture)
    assert tasks.task(desk, task.uid).status is Status.COMPLETED
    assert [undo.undo(desk).action for _ in range(2)] == ["reopen", "complete"]


def test_a_due_and_its_lead_are_one_promise(desk: Workspace, told: list[Changed]) -> None:
    task = add(desk)
    tasks.reschedule(desk, task.uid, at(TODAY, "16:00"))
    tasks.edit(desk, task.uid, {"lead": timedelta(hours=2)})
    _, moved, led = (each.gesture for each in told)
    with pytest.raises(ChangedSince):
        undo.undo(desk, moved)
    undo.undo(desk, led)
    undo.undo(desk, moved)
    with desk.reading() as unit:
        found = commitment(ledger_rows.of_task(unit, task.uid))
    assert tasks.task(desk, task.uid).due is None
    assert found is None


def test_what_was_changed_and_changed_back_counts_as_untouched(
    desk: Workspace, told: list[Changed]
) -> None:
    task = add(desk)
    tasks.edit(desk, task.uid, {"summary": "b"})
    tasks.edit(desk, task.uid, {"summary": "c"})
    undo.undo(desk, told[2].gesture)
    undo.undo(desk, told[1].gesture)
    assert plain(tasks.task(desk, task.uid)) == plain(task)
    with pytest.raises(ChangedSince):
        undo.redo(desk, told[2].gesture)
    undo.redo(desk, told[1].gesture)
    assert tasks.task(desk, task.uid).summary == "b"


def test_a_task_or_goal_that_others_hang_on_is_not_unmade(
    desk: Workspace, told: list[Changed]
) -> None:
    parent = add(desk)
    goal = goals.create_goal(desk, {"name": "Peluncuran"})
    step = add(desk, parent=parent.uid, goal=goal.uid)
    for made in told[:2]:
        with pytest.raises(ChangedSince):
            undo.undo(desk, made.gesture)
    assert tasks.task(desk, step.uid) == step
    tasks.edit(desk, step.uid, {"parent": None, "goal": None})
    for made in told[:2]:
        undo.undo(desk, made.gesture)
    # What refers to them lets go.
    undo.undo(desk, told[3].gesture)
    kept = tasks.task(desk, step.uid)
    assert (kept.parent, kept.goal) == (None, None)
    assert care.doctor(desk.paths.folder).is_sound


def test_what_was_undone_is_done_again_in_its_order(desk: Workspace) -> None:
    task = add(desk, categories=("ig",), lead=timedelta(hours=1))
    tasks.edit(desk, task.uid, {"summary": "b"})
    tasks.complete(desk, task.uid)
    end = plain(tasks.task(desk, task.uid))
    for _ in range(2):
        assert [undo.undo(desk).action for _ in range(3)] == ["complete", "edit", "capture"]
        with pytest.raises(NothingToUndo):
            undo.undo(desk)
        assert [undo.redo(desk).action for _ in range(3)] == ["capture", "edit", "complete"]
        with pytest.raises(NothingToRedo):
            undo.redo(desk)
        assert plain(tasks.task(desk, task.uid)) == end


def test_a_new_change_drops_what_could_be_done_again(desk: Workspace) -> None:
    task = add(desk)
    tasks.complete(desk, task.uid)
    undo.undo(desk)
    tasks.edit(desk, task.uid, {"priority": 1})
    with pytest.raises(NothingToRedo):
        undo.redo(desk)
    undo.undo(desk)
    assert undo.redo(desk).action == "edit"


def test_redo_works_after_a_restart(desk: Workspace, open_desk: OpenDesk) -> None:
    task = add(desk)
    undo.undo(desk)
    desk.close()
    again = open_desk()
    redone = undo.redo(again)
    assert (redone.action, redone.summary) == ("capture", task.summary)
    assert plain(tasks.task(again, task.uid)) == plain(task)


def test_an_undoing_that_changes_nothing_is_on_record(
    desk: Workspace, clock: FixedClock, told: list[Changed]
) -> None:
    task = add(desk)
    tasks.complete(desk, task.uid)
    tasks.delete(desk, task.uid)
    clock.advance(KEPT)
    trash.expire(desk)
    assert undo.undo(desk, told[1].gesture).tasks == (task.uid,)
    with pytest.raises(NothingToUndo):
        undo.undo(desk, told[1].gesture)
    with pytest.raises(NothingToUndo):
        undo.undo(desk)


def test_only_what_was_made_by_then_is_undone(desk: Workspace, clock: FixedClock) -> None:
    first = add(desk, "first")
    began = clock.now()
    clock.advance(timedelta(seconds=1))
    add(desk, "second")
    assert undo.undo(desk, until=began).tasks == (first.uid,)
    with pytest.raises(NothingToUndo):
        undo.undo(desk, until=began)


def test_undoing_out_of_order_makes_no_circle(desk: Workspace, told: list[Changed]) -> None:
    parent = add(desk)
    task = add(desk, parent=parent.uid)
    tasks.edit(desk, task.uid, {"parent": None})
    tasks.edit(desk, parent.uid, {"parent": task.uid})
    undo.undo(desk, told[2].gesture)
    assert tasks.task(desk, task.uid).parent is None
    assert care.doctor(desk.paths.folder).is_sound


def test_a_deleted_goal_comes_back_with_its_tasks(desk: Workspace) -> None:
    goal = goals.create_goal(desk, {"name": "Peluncuran"})
    several = [add(desk, goal=goal.uid), add(desk, goal=goal.uid)]
    goals.delete_goal(desk, goal.uid)
    assert {tasks.task(desk, task.uid).goal for task in several} == {None}
    undone = undo.undo(desk)
    assert (undone.action, undone.summary) == ("goal.delete", "Peluncuran")
    assert goals.goals(desk)[0].tasks_total == 2


def test_a_goal_deleted_with_its_tasks_comes_back_as_a_whole(desk: Workspace) -> None:
    goal = goals.create_goal(desk, {"name": "Peluncuran"})
    task = add(desk, goal=goal.uid)
    step = add(desk, parent=task.uid)
    goals.delete_goal(desk, goal.uid, with_tasks=True)
    assert tasks.task(desk, step.uid).deleted
    undo.undo(desk)
    assert plain(tasks.task(desk, step.uid)) == plain(step)
    assert goals.goals(desk)[0].tasks_total == 1
    undo.redo(desk)
    assert goals.goals(desk) == ()
    assert tasks.restore(desk, task.uid).goal is None


def test_an_unknown_goal_is_refused(desk: Workspace) -> None:
    for refused in (goals.goal, goals.archive_goal, goals.delete_goal):
        with pytest.raises(UnknownGoal):
            refused(desk, "nobody")
