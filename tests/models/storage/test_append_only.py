"""History and ledger keep everything; instants are aware; dates are dates."""

import sqlite3
from dataclasses import replace

import pytest

from models.storage import task_rows
from models.task import Task
from services import tasks
from services.workspace import Workspace
from tests.rig.desk import NOW, TODAY, add, at, rows


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE history SET action='x'",
        "DELETE FROM history",
        "UPDATE ledger SET at=0",
        "DELETE FROM ledger",
        "DELETE FROM accounts",
    ],
)
def test_history_and_ledger_refuse_to_be_changed(desk: Workspace, statement: str) -> None:
    add(desk, due=at(TODAY))
    before = [rows(desk.paths.folder, f"SELECT * FROM {name}") for name in ("history", "ledger")]
    connection = sqlite3.connect(desk.paths.database)
    connection.execute("PRAGMA foreign_keys=ON")
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(statement)
    connection.close()
    assert before == [
        rows(desk.paths.folder, f"SELECT * FROM {name}") for name in ("history", "ledger")
    ]


def test_a_purged_task_keeps_its_history(desk: Workspace) -> None:
    task = add(desk)
    with desk.writing() as unit:
        task_rows.purge(unit, task.uid)
        unit.commit()
    assert [change.action for change in tasks.history(desk, task.uid)] == ["capture"]


@pytest.mark.parametrize("field", ["created", "last_modified", "completed", "deleted"])
def test_a_naive_datetime_is_refused(desk: Workspace, field: str) -> None:
    task = Task(uid="x", summary="x", created=NOW, last_modified=NOW)
    naive = replace(task, **{field: NOW.replace(tzinfo=None)})
    with desk.writing() as unit, pytest.raises(ValueError, match="naive"):
        task_rows.add(unit, naive, desk.zone)
    assert rows(desk.paths.folder, "SELECT count(*) FROM tasks") == [(0,)]


def test_a_date_is_kept_as_a_date_and_never_as_midnight(desk: Workspace) -> None:
    task = add(desk, due=at(TODAY))
    ((day, clock, zone),) = rows(
        desk.paths.folder, "SELECT due_date, due_time, due_zone FROM tasks"
    )
    assert (day, clock, zone) == ("2026-11-23", None, None)
    due = tasks.task(desk, task.uid).due
    assert due == at(TODAY)
    assert due != at(TODAY, "00:00")
