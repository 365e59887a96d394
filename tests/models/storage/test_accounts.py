"""Two accounts on one file never meet."""

import sqlite3
from collections.abc import Iterator

import pytest

from models.errors import NothingToUndo, UnknownGoal, UnknownTask
from models.lists import ListName
from models.storage import history_rows, task_rows
from services import goals, lists, settings, tasks, undo
from services.workspace import Workspace
from tests.rig.desk import TODAY, add, at, rows, second_account


@pytest.fixture
def stranger(desk: Workspace) -> Iterator[Workspace]:
    other = second_account(desk)
    yield other
    other.close()


def test_a_second_account_sees_nothing_of_the_first(desk: Workspace, stranger: Workspace) -> None:
    goal = goals.create_goal(desk, {"name": "Peluncuran"})
    task = add(desk, due=at(TODAY, "12:00"), goal=goal.uid, categories=("ig",))
    settings.change_settings(desk, name="Dhila")
    assert all(lists.every_line(stranger, name) == () for name in ListName)
    assert set(lists.counts(stranger).values()) == {0}
    assert goals.goals(stranger) == ()
    assert tasks.history(stranger, task.uid) == ()
    assert stranger.settings.name == ""
    for refused in (tasks.task, tasks.complete, tasks.delete, tasks.restore, tasks.line):
        with pytest.raises(UnknownTask):
            refused(stranger, task.uid)
    with pytest.raises(UnknownTask):
        tasks.resolve(stranger, task.uid[:8])
    with pytest.raises(UnknownGoal):
        goals.goal(stranger, goal.uid)
    with pytest.raises(UnknownGoal):
        add(stranger, goal=goal.uid)
    with pytest.raises(UnknownTask):
        add(stranger, parent=task.uid)
    with pytest.raises(NothingToUndo):
        undo.undo(stranger)


def test_two_accounts_may_hold_the_same_uid(desk: Workspace, stranger: Workspace) -> None:
    mine = add(desk, "mine")
    with stranger.writing() as unit:
        task_rows.add(unit, mine, stranger.zone)
        unit.commit()
    tasks.edit(stranger, mine.uid, {"summary": "theirs"})
    tasks.delete(stranger, mine.uid)
    assert tasks.task(desk, mine.uid) == mine
    with stranger.writing() as unit:
        task_rows.purge(unit, mine.uid)
        unit.commit()
    assert tasks.task(desk, mine.uid) == mine


def test_a_gesture_of_another_account_cannot_be_undone(
    desk: Workspace, stranger: Workspace
) -> None:
    add(desk)
    with desk.reading() as unit:
        gesture = history_rows.last_gesture(unit)
    with pytest.raises(NothingToUndo):
        undo.undo(stranger, gesture)


@pytest.mark.parametrize("column", ["goal_uid", "parent_uid"])
def test_a_foreign_key_cannot_cross_accounts(
    desk: Workspace, stranger: Workspace, column: str
) -> None:
    goal = goals.create_goal(desk, {"name": "Peluncuran"})
    parent = add(desk)
    theirs = add(stranger)
    wanted = goal.uid if column == "goal_uid" else parent.uid
    with sqlite3.connect(desk.paths.database) as connection:
        connection.execute("PRAGMA foreign_keys=ON")
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            connection.execute(f"UPDATE tasks SET {column}=? WHERE uid=?", (wanted, theirs.uid))
    connection.close()
    assert rows(desk.paths.folder, f"SELECT {column} FROM tasks WHERE uid=?", theirs.uid) == [
        (None,)
    ]
