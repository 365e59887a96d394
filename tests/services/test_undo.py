"""Taking back: field by field, in any order, also after a restart."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import NothingToUndo, Refusal, UnknownGoal, UnknownTask
from models.goal import GoalColor
from models.lists import ListName
from models.task import Status
from services import care, goals, lists, tasks, undo
from services.changes import Changed
from services.clock import FixedClock
from services.workspace import Workspace
from tests.rig.desk import TODAY, OpenDesk, ScratchDesk, add, at, plain


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


def test_edits_of_a_task_that_is_gone_do_not_block_what_was_before(
    desk: Workspace, told: list[Changed]
) -> None:
    other = add(desk, "other")
    tasks.complete(desk, other.uid)
    task = add(desk)
    tasks.edit(desk, task.uid, {"summary": "b"})
    undo.undo(desk, told[2].gesture)
    assert undo.undo(desk).action == "complete"
    assert tasks.task(desk, other.uid).is_open


def test_an_undoing_that_changes_nothing_is_on_record(desk: Workspace, told: list[Changed]) -> None:
    task = add(desk)
    tasks.complete(desk, task.uid)
    tasks.reopen(desk, task.uid)
    undo.undo(desk, told[1].gesture)
    with pytest.raises(NothingToUndo):
        undo.undo(desk, told[1].gesture)
    assert undo.undo(desk).action == "reopen"


def test_a_capture_with_steps_goes_to_the_trash_with_them(
    desk: Workspace, told: list[Changed]
) -> None:
    parent = add(desk)
    step = add(desk, parent=parent.uid)
    undo.undo(desk, told[0].gesture)
    assert tasks.task(desk, parent.uid).deleted
    assert tasks.task(desk, step.uid).deleted


def test_what_refers_to_a_purged_parent_or_goal_lets_go_of_it(
    desk: Workspace, told: list[Changed]
) -> None:
    parent = add(desk)
    goal = goals.create_goal(desk, {"name": "Peluncuran"})
    task = add(desk, parent=parent.uid, goal=goal.uid)
    tasks.edit(desk, task.uid, {"parent": None, "goal": None})
    undo.undo(desk, told[0].gesture)
    undo.undo(desk, told[1].gesture)
    undo.undo(desk, told[3].gesture)
    kept = tasks.task(desk, task.uid)
    assert (kept.parent, kept.goal) == (None, None)


def test_undoing_out_of_order_makes_no_circle(desk: Workspace, told: list[Changed]) -> None:
    parent = add(desk)
    task = add(desk, parent=parent.uid)
    tasks.edit(desk, task.uid, {"parent": None})
    tasks.edit(desk, parent.uid, {"parent": task.uid})
    undo.undo(desk, told[2].gesture)
    assert tasks.task(desk, task.uid).parent is None
    assert care.doctor(desk.paths.folder).is_sound


def test_a_goal_whose_tasks_are_in_the_trash_can_be_undone(
    desk: Workspace, told: list[Changed]
) -> None:
    goal = goals.create_goal(desk, {"name": "Peluncuran"})
    task = add(desk, goal=goal.uid)
    tasks.delete(desk, task.uid)
    undo.undo(desk, told[0].gesture)
    assert goals.goals(desk) == ()
    assert tasks.restore(desk, task.uid).goal is None


def test_a_deleted_goal_comes_back_with_its_tasks(desk: Workspace) -> None:
    goal = goals.create_goal(desk, {"name": "Peluncuran"})
    several = [add(desk, goal=goal.uid), add(desk, goal=goal.uid)]
    goals.delete_goal(desk, goal.uid)
    assert {tasks.task(desk, task.uid).goal for task in several} == {None}
    undone = undo.undo(desk)
    assert (undone.action, undone.summary) == ("goal.delete", "Peluncuran")
    assert goals.goals(desk)[0].tasks_total == 2


def _state(desk: Workspace) -> dict[str, Any]:
    uids = {line.uid for name in ListName for line in lists.every_line(desk, name)}
    uids |= {step.uid for uid in uids for step in tasks.steps(desk, uid)}
    return {
        **{uid: plain(tasks.task(desk, uid)) for uid in uids},
        **{goal.uid: plain(goal) for goal in goals.goals(desk)},
    }


numbers = st.integers(0, 9)
operations = st.lists(
    st.tuples(st.sampled_from(range(11)), numbers, numbers), min_size=1, max_size=14
)


def _do(desk: Workspace, which: int, one: int, other: int) -> None:
    """One gesture or none, on things picked by number."""
    known = sorted(lists.every_line(desk, ListName.ALL) + lists.every_line(desk, ListName.TRASH))
    known += lists.every_line(desk, ListName.DONE)
    made = goals.goals(desk)
    if which == 0 or not known:
        parent = known[one % len(known)].uid if known and one % 2 else None
        add(desk, f"t{one}", parent=parent, due=at(TODAY, "09:00") if other % 2 else None)
        return
    uid, another = known[one % len(known)].uid, known[other % len(known)].uid
    goal = made[other % len(made)].uid if made else None
    match which:
        case 1:
            tasks.complete(desk, uid)
        case 2:
            tasks.reopen(desk, uid)
        case 3:
            tasks.delete(desk, uid)
        case 4:
            tasks.restore(desk, uid)
        case 5:
            tasks.edit(desk, uid, {"summary": f"e{other}", "categories": (str(other),)})
        case 6:
            tasks.edit(desk, uid, {"parent": another, "goal": goal})
        case 7:
            goals.create_goal(desk, {"name": f"g{one}"})
        case 8 if goal is not None:
            goals.edit_goal(desk, goal, {"color": GoalColor.ROSE, "pinned": one % 2 == 0})
        case 9 if goal is not None:
            goals.delete_goal(desk, goal)
        case _:
            tasks.edit(desk, uid, {"status": list(Status)[other % 4], "lead": timedelta(hours=one)})


@settings(max_examples=30, deadline=None)
@given(operations, operations)
def test_whatever_was_done_all_of_it_taken_back_is_the_start(
    scratch: ScratchDesk, before: list[tuple[int, int, int]], after: list[tuple[int, int, int]]
) -> None:
    with scratch() as desk:
        clock = desk.clock
        assert isinstance(clock, FixedClock)
        told: list[Changed] = []

        def run(each: tuple[int, int, int]) -> None:
            clock.advance(timedelta(seconds=1))
            try:
                _do(desk, *each)
            except Refusal:
                return

        for each in before:
            run(each)
        start = _state(desk)
        dispose = desk.changes.subscribe(told.append)
        for each in after:
            run(each)
        dispose()
        for _ in told:
            undo.undo(desk)
        assert _state(desk) == start
        assert care.doctor(desk.paths.folder).is_sound


@settings(max_examples=40, deadline=None)
@given(operations, st.randoms(use_true_random=False))
def test_gestures_undone_in_any_order_leave_the_data_sound(
    scratch: ScratchDesk, done: list[tuple[int, int, int]], order: Any
) -> None:
    with scratch() as desk:
        told: list[Changed] = []
        dispose = desk.changes.subscribe(told.append)
        for each in done:
            try:
                _do(desk, *each)
            except Refusal:
                continue
        dispose()
        gestures = [changed.gesture for changed in told]
        order.shuffle(gestures)
        for gesture in gestures:
            undo.undo(desk, gesture)
        with pytest.raises(NothingToUndo):
            undo.undo(desk)
        assert care.doctor(desk.paths.folder).is_sound


def test_an_unknown_goal_is_refused(desk: Workspace) -> None:
    for refused in (goals.goal, goals.archive_goal, goals.delete_goal):
        with pytest.raises(UnknownGoal):
            refused(desk, "nobody")
