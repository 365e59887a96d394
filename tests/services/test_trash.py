"""The trash: restoring, deleting for good, emptying, and what expires by itself."""

from datetime import timedelta

import pytest

from models.errors import NothingToUndo, NotInTrash, UnknownTask
from models.lists import ListName
from models.trash import KEPT
from services import care, goals, lists, tasks, time_spent, trash, undo
from services.changes import Changed
from services.clock import FixedClock
from services.workspace import Workspace
from tests.rig.desk import add, plain


def trashed(desk: Workspace) -> set[str]:
    return {line.uid for line in lists.every_line(desk, ListName.TRASH)}


def test_one_several_or_all_come_back_as_one_step_of_undo(desk: Workspace) -> None:
    several = [add(desk, f"t{number}").uid for number in range(4)]
    tasks.delete_many(desk, several)
    tasks.restore(desk, several[0])
    tasks.restore_many(desk, several[1:3])
    assert trashed(desk) == {several[3]}
    undo.undo(desk)
    assert trash.restore_all(desk) == 3
    assert trashed(desk) == set()
    undo.undo(desk)
    assert trashed(desk) == set(several[1:])


def test_for_good_takes_steps_and_time_along_and_can_be_undone(desk: Workspace) -> None:
    parent = add(desk, categories=("ig",))
    step = add(desk, parent=parent.uid)
    deeper = add(desk, parent=step.uid)
    entry = time_spent.add(desk, step.uid, timedelta(minutes=5))
    tasks.delete(desk, parent.uid)
    before = [plain(tasks.task(desk, each.uid)) for each in (parent, step, deeper)]
    assert trash.delete_for_good(desk, parent.uid) == 3
    for each in (parent, step, deeper):
        with pytest.raises(UnknownTask):
            tasks.task(desk, each.uid)
    assert tasks.history(desk, step.uid)[0].action == "delete-for-good"
    assert undo.undo(desk).summary == parent.summary
    assert [plain(tasks.task(desk, each.uid)) for each in (parent, step, deeper)] == before
    assert time_spent.of_task(desk, step.uid) == (entry,)
    undo.redo(desk)
    assert trashed(desk) == set()
    assert care.doctor(desk.paths.folder).is_sound


def test_what_is_in_use_is_not_deleted_for_good_unless_asked(desk: Workspace) -> None:
    task = add(desk)
    with pytest.raises(NotInTrash):
        trash.delete_for_good(desk, task.uid)
    assert trash.delete_for_good(desk, task.uid, also_kept=True) == 1
    undo.undo(desk)
    assert plain(tasks.task(desk, task.uid)) == plain(task)


def test_emptying_says_how_many_and_is_undone_as_a_whole(
    desk: Workspace, clock: FixedClock
) -> None:
    parent = add(desk)
    step = add(desk, parent=parent.uid)
    other, kept = add(desk), add(desk)
    # The step goes first, alone: it is another day's deletion.
    tasks.delete(desk, step.uid)
    clock.advance(timedelta(days=1))
    tasks.delete_many(desk, [parent.uid, other.uid])
    assert trash.count(desk) == 3
    assert trash.empty(desk) == 3
    assert trash.empty(desk) == 0
    assert tasks.task(desk, kept.uid) == kept
    undo.undo(desk)
    assert trashed(desk) == {parent.uid, step.uid, other.uid}


def test_a_step_in_use_lets_go_of_a_task_that_is_deleted_for_good(desk: Workspace) -> None:
    parent = add(desk)
    tasks.delete(desk, parent.uid)
    step = add(desk, parent=parent.uid)
    deeper = add(desk, parent=step.uid)
    assert trash.empty(desk) == 1
    assert tasks.task(desk, step.uid).parent is None
    assert tasks.task(desk, deeper.uid).parent == step.uid
    undo.undo(desk)
    assert tasks.task(desk, step.uid).parent == parent.uid


def test_after_thirty_days_it_goes_by_itself(desk: Workspace, clock: FixedClock) -> None:
    parent = add(desk)
    step = add(desk, parent=parent.uid)
    tasks.delete(desk, parent.uid)
    clock.advance(timedelta(days=1))
    later = add(desk)
    tasks.delete(desk, later.uid)
    clock.advance(KEPT - timedelta(days=1, seconds=1))
    assert trash.expire(desk) == 0
    clock.advance(timedelta(seconds=1))
    assert trash.expire(desk) == 2
    assert trashed(desk) == {later.uid}
    assert [change.action for change in tasks.history(desk, step.uid)] == [
        "expire",
        "delete",
        "capture",
    ]


def test_what_expired_is_no_step_of_undo(desk: Workspace, clock: FixedClock) -> None:
    told: list[Changed] = []
    desk.changes.subscribe(told.append)
    kept, gone = add(desk, "kept"), add(desk, "gone")
    tasks.complete_many(desk, [kept.uid, gone.uid])
    tasks.delete(desk, gone.uid)
    clock.advance(KEPT)
    trash.expire(desk)
    # The deletion is void by now; the completion still holds for one of the two.
    assert undo.undo(desk).action == "complete"
    assert tasks.task(desk, kept.uid).is_open
    with pytest.raises(NothingToUndo):
        undo.undo(desk, told[-2].gesture)
    assert undo.undo(desk).summary == "kept"


def test_what_expired_does_not_drop_what_can_be_done_again(
    desk: Workspace, clock: FixedClock
) -> None:
    gone = add(desk)
    tasks.delete(desk, gone.uid)
    task = add(desk, "kept")
    undo.undo(desk)
    clock.advance(KEPT)
    assert trash.expire(desk) == 1
    undo.redo(desk)
    assert tasks.task(desk, task.uid).summary == "kept"


def test_goals_expire_with_the_tasks_that_went_with_them(
    desk: Workspace, clock: FixedClock
) -> None:
    goal = goals.create_goal(desk, {"name": "Peluncuran"})
    task = add(desk, goal=goal.uid)
    goals.delete_goal(desk, goal.uid, with_tasks=True)
    other = goals.create_goal(desk, {"name": "Kuis"})
    moved = add(desk, goal=other.uid)
    tasks.delete(desk, moved.uid)
    clock.advance(KEPT)
    assert trash.expire(desk) == 2
    assert [each.uid for each in goals.goals(desk)] == [other.uid]
    assert tasks.history(desk, task.uid)[0].action == "expire"
    assert care.doctor(desk.paths.folder).is_sound
