"""A filled file of the first release, brought to the schema of today."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from models.lists import ListName
from models.storage import backups, migrations, schema, sqlite
from models.task import RepeatFrom
from services import care, lists, series, tasks, undo
from services.paths import Paths
from services.workspace import Workspace
from tests.rig.desk import NOW, TODAY, OpenDesk, at, rows

#: Microseconds since 1970, as the file counts them: `NOW`, and the end of `TODAY` in Jakarta.
CREATED = int(NOW.timestamp()) * 1_000_000
DUE = CREATED + 14 * 3_600 * 1_000_000 - 1
COMMON = {
    "description": "",
    "status": "NEEDS-ACTION",
    "shelf": 0,
    "priority": 0,
    "repeat_from": "due",
    "percent_complete": 0,
    "position": "m1",
    "pinned": 0,
    "created": CREATED,
    "last_modified": CREATED,
    "sequence": 0,
}


def _insert(connection: sqlite3.Connection, table: str, **values: object) -> None:
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" for _ in values)
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values()))


@pytest.fixture
def first_release(tmp_path: Path) -> Path:
    """A folder as the first release left it: a goal, a repeating task with a step, history."""
    folder = tmp_path / "first"
    folder.mkdir()
    database = Paths(folder).database
    sqlite.make_ready(database)
    migrations.upgrade(database, "0001")
    with closing(sqlite3.connect(database)) as connection:
        _insert(connection, "accounts", id=1, uid="a", name="", kind="local", created=CREATED)
        dated = {"due_date": TODAY.isoformat(), "due_at": DUE, "ready_at": DUE}
        for uid, more in {
            "task": {**dated, "rrule": "FREQ=DAILY", "repeat_from": "completion"},
            "step": {"parent_uid": "task"},
            "done": {"status": "COMPLETED", "shelf": 1, "completed": CREATED},
        }.items():
            _insert(connection, "tasks", account_id=1, uid=uid, summary=uid, **{**COMMON, **more})
            _insert(
                connection,
                "history",
                account_id=1,
                gesture=f"g-{uid}",
                action="capture",
                at=CREATED,
                subject="task",
                subject_uid=uid,
                after="{}",
            )
        _insert(connection, "task_categories", account_id=1, task_uid="task", name="ig")
        _insert(connection, "settings", account_id=1, name="reckoned_zone", value='"Asia/Jakarta"')
        connection.commit()
    return folder


@pytest.fixture
def opened(first_release: Path, open_desk: OpenDesk) -> Workspace:
    return open_desk(where=first_release)


def test_it_is_copied_first_and_nothing_is_lost(opened: Workspace, first_release: Path) -> None:
    assert rows(first_release, "SELECT version_num FROM alembic_version") == [(schema.HEAD,)]
    (kept,) = backups.listed(opened.paths.backups, backups.BEFORE_MIGRATION)
    with closing(sqlite3.connect(kept)) as copy:
        assert copy.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
    task = tasks.task(opened, "task")
    assert (task.summary, task.due, task.categories) == ("task", at(TODAY), ("ig",))
    assert (task.rrule, task.repeat_from) == ("FREQ=DAILY", RepeatFrom.COMPLETION)
    assert (task.series, task.recurrence_id, task.series_start) == (None, None, None)
    assert (task.exdates, task.series_fields, task.passed_over) == ((), None, 0)
    assert [line.uid for line in tasks.steps(opened, "task")] == ["step"]
    assert [line.uid for line in lists.every_line(opened, ListName.DONE)] == ["done"]
    assert len(tasks.history(opened, "task")) == 1
    assert care.doctor(first_release).is_sound


def test_it_ends_with_the_indexes_and_triggers_of_a_new_file(
    opened: Workspace, first_release: Path, folder: Path, open_desk: OpenDesk
) -> None:
    made = "SELECT name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') ORDER BY name"
    open_desk(where=folder)
    assert rows(first_release, made) == rows(folder, made)


def test_the_history_still_refuses_changes(opened: Workspace, first_release: Path) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        rows(first_release, "DELETE FROM history")


def test_what_repeated_goes_on(opened: Workspace) -> None:
    before = tasks.task(opened, "task")
    tasks.complete(opened, "task")
    following = series.open_occurrence(opened, "task")
    assert following is not None
    assert (following.due_date, following.categories) == (TODAY.replace(day=24), ("ig",))
    undo.undo(opened)
    assert tasks.task(opened, "task").due == before.due
    assert series.open_occurrence(opened, "task") is None
