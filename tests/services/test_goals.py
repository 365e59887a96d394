"""Goals: making, finding, editing, progress, trash and undo."""

import pytest

from models.errors import (
    EmptySummary,
    ImpossibleValue,
    TextTooLong,
    UnknownGoal,
    UnknownTask,
)
from models.goal import GoalColor, GoalFields
from services import goals, tasks, undo
from services.workspace import Workspace
from tests.rig.desk import NOW, add, plain, rows

FIELDS: GoalFields = {
    "name": "Peluncuran 🚀",
    "description": "dua\nbaris",
    "category": "Kerja",
    "color": GoalColor.VIOLET,
    "icon": "rocket",
    "pinned": True,
    "position": "m1",
}


def test_every_field_comes_back_and_the_account_owns_it(desk: Workspace) -> None:
    goal = goals.create_goal(desk, FIELDS)
    assert goals.goal(desk, goal.uid) == goal
    assert {name: getattr(goal, name) for name in FIELDS} == FIELDS
    assert goal.created == NOW
    members = rows(desk.paths.folder, "SELECT goal_uid, member_id, role FROM goal_members")
    assert members == [(goal.uid, 1, "owner")]


def test_an_edit_changes_what_it_names_and_is_one_step_back(desk: Workspace) -> None:
    goal = goals.create_goal(desk, FIELDS)
    edited = goals.edit_goal(desk, goal.uid, {"name": "b", "color": GoalColor.ROSE})
    assert (edited.name, edited.color, edited.category) == ("b", GoalColor.ROSE, "Kerja")
    assert goals.edit_goal(desk, goal.uid, {"name": "b"}).sequence == edited.sequence
    undo.undo(desk)
    assert plain(goals.goal(desk, goal.uid)) == plain(goal)


def test_archiving_keeps_the_tasks(desk: Workspace) -> None:
    goal = goals.create_goal(desk, FIELDS)
    task = add(desk, goal=goal.uid)
    assert goals.archive_goal(desk, goal.uid).archived
    assert tasks.task(desk, task.uid).goal == goal.uid
    assert [each.uid for each in goals.goals(desk)] == [goal.uid]


def test_deleting_lets_go_of_all_tasks(desk: Workspace) -> None:
    goal = goals.create_goal(desk, FIELDS)
    open_one, trashed = add(desk, goal=goal.uid), add(desk, goal=goal.uid)
    tasks.delete(desk, trashed.uid)
    assert goals.delete_goal(desk, goal.uid).deleted == NOW
    assert goals.goals(desk) == ()
    assert tasks.task(desk, open_one.uid).goal is None
    assert tasks.restore(desk, trashed.uid).goal is None
    assert goals.goal(desk, goal.uid).deleted == NOW


def test_progress_counts_tasks_without_parent(desk: Workspace) -> None:
    goal = goals.create_goal(desk, FIELDS)
    several = [add(desk, goal=goal.uid) for _ in range(4)]
    add(desk, goal=goal.uid, parent=several[0].uid)
    tasks.complete(desk, several[0].uid)
    tasks.complete(desk, several[1].uid)
    tasks.delete(desk, several[1].uid)
    progress = goals.goals(desk)[0]
    assert (progress.tasks_done, progress.tasks_total) == (1, 3)


@pytest.mark.parametrize(
    ("name", "asked"), [("Peluncuran", " PELUNCURAN "), ("Élan", "éLAN"), ("İş", "i̇ş")]
)
def test_a_goal_is_found_by_name_whatever_the_letter_case(
    desk: Workspace, name: str, asked: str
) -> None:
    goal = goals.create_goal(desk, {"name": name})
    assert goals.goal_named(desk, asked, create=True) == goal
    assert len(goals.goals(desk)) == 1


def test_a_goal_that_is_not_there_is_made_only_when_asked(desk: Workspace) -> None:
    with pytest.raises(UnknownGoal):
        goals.goal_named(desk, "Peluncuran")
    made = goals.goal_named(desk, "Peluncuran", create=True)
    assert goals.goal_named(desk, "Peluncuran") == made
    goals.delete_goal(desk, made.uid)
    with pytest.raises(UnknownGoal):
        goals.goal_named(desk, "Peluncuran")


def test_giving_a_task_a_new_goal_is_one_step_back(desk: Workspace) -> None:
    task = add(desk)
    goal = goals.give_goal(desk, task.uid, "Peluncuran")
    assert tasks.task(desk, task.uid).goal == goal.uid
    undo.undo(desk)
    assert tasks.task(desk, task.uid).goal is None
    assert goals.goals(desk) == ()
    with pytest.raises(UnknownTask):
        goals.give_goal(desk, "nobody", "Peluncuran")
    assert goals.goals(desk) == ()


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"name": " "}, EmptySummary),
        ({"name": "x" * 121}, TextTooLong),
        ({"category": "x" * 121}, TextTooLong),
        ({"description": "x" * 100_001}, TextTooLong),
        ({"color": "beige"}, ImpossibleValue),
    ],
)
def test_what_cannot_be_is_refused(
    desk: Workspace, fields: GoalFields, refusal: type[Exception]
) -> None:
    goal = goals.create_goal(desk, FIELDS)
    with pytest.raises(refusal):
        goals.create_goal(desk, {"name": "x", **fields})
    with pytest.raises(refusal):
        goals.edit_goal(desk, goal.uid, fields)
    assert goals.goals(desk) == (goal,)


@pytest.mark.parametrize("uid", ["", "nobody", "\ud800"])
def test_an_unknown_goal_is_refused(desk: Workspace, uid: str) -> None:
    for refused in (goals.goal, goals.archive_goal, goals.delete_goal):
        with pytest.raises(UnknownGoal):
            refused(desk, uid)
    with pytest.raises(UnknownGoal):
        goals.edit_goal(desk, uid, {"name": "x"})
