"""What SQLite and the system refuse, told by kind; what was there stays."""

import errno
import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.exc import IntegrityError

from models.errors import (
    StorageBusy,
    StorageDamaged,
    StorageFull,
    StorageReadOnly,
    StorageRefusal,
    StorageUnreachable,
    UnknownZone,
)
from models.lists import ListName
from models.storage import backups, setting_rows, sqlite, task_rows
from services import lists, tasks
from services.paths import Paths
from services.workspace import Workspace
from tests.rig.desk import NOW, OpenDesk, add, every_connection, rows


def _fill(desk: Workspace) -> None:
    for _ in range(50):
        add(desk, "x" * 9_000, description="y" * 50_000)


def test_a_full_disk_is_told_and_nothing_is_half_done(desk: Workspace) -> None:
    before = add(desk)
    every_connection(desk, lambda c: c.execute("PRAGMA max_page_count=1"))
    with pytest.raises(StorageFull):
        _fill(desk)
    kept = lists.every_line(desk, ListName.ALL)
    assert kept[0].uid == before.uid
    assert {len(tasks.history(desk, line.uid)) for line in kept} == {1}
    assert rows(desk.paths.folder, "SELECT count(*) FROM history") == [(len(kept),)]
    assert sqlite.problems(desk.paths.database) == ()


def test_a_file_that_may_only_be_read_is_read_and_its_writes_are_refused(desk: Workspace) -> None:
    task = add(desk)
    every_connection(desk, lambda c: c.execute("PRAGMA query_only=ON"))
    assert tasks.task(desk, task.uid) == task
    with pytest.raises(StorageReadOnly):
        add(desk)
    with pytest.raises(StorageReadOnly):
        tasks.complete(desk, task.uid)
    assert tasks.task(desk, task.uid) == task


def test_an_opened_read_only_file_refuses_by_kind(folder: Path) -> None:
    database = Paths(folder).database
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    with pytest.raises(StorageReadOnly), sqlite.refusals(database):
        connection.execute("DELETE FROM settings")
    connection.close()


def test_a_file_held_too_long_is_told(desk: Workspace) -> None:
    other = sqlite3.connect(desk.paths.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    every_connection(desk, lambda c: c.execute("PRAGMA busy_timeout=1"))
    with pytest.raises(StorageBusy):
        add(desk)
    other.execute("ROLLBACK")
    other.close()
    assert add(desk)


def _damage(desk: Workspace) -> None:
    """Overwrite the pages of the tasks' table, header aside."""
    folder = desk.paths.folder
    rows(folder, "PRAGMA wal_checkpoint(TRUNCATE)")
    ((root,),) = rows(folder, "SELECT rootpage FROM sqlite_master WHERE name='tasks'")
    ((size,),) = rows(folder, "PRAGMA page_size")
    with desk.paths.database.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)


def test_damage_met_in_a_query_is_told_with_the_newest_good_copy(desk: Workspace) -> None:
    task = add(desk)
    good = backups.keep(desk.paths.database, desk.paths.backups, NOW, backups.DAILY)
    every_connection(desk, lambda c: None)
    _damage(desk)
    with pytest.raises(StorageDamaged) as reading:
        tasks.task(desk, task.uid)
    with pytest.raises(StorageDamaged) as writing:
        add(desk)
    assert reading.value.backup == writing.value.backup == good
    assert reading.value.path == desk.paths.database


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.EACCES, StorageReadOnly),
        (errno.EPERM, StorageReadOnly),
        (errno.EROFS, StorageReadOnly),
        (errno.ENOSPC, StorageFull),
        (errno.EDQUOT, StorageFull),
        (errno.ENOENT, StorageUnreachable),
        (errno.EIO, StorageUnreachable),
    ],
)
def test_what_the_system_refuses_is_told_by_kind(
    number: int, kind: type[StorageRefusal], tmp_path: Path
) -> None:
    with pytest.raises(kind) as caught, sqlite.refusals(tmp_path):
        raise OSError(number, os.strerror(number))
    assert type(caught.value) is kind


def test_a_fault_of_ours_is_no_refusal(desk: Workspace) -> None:
    task = add(desk)
    with pytest.raises(IntegrityError), desk.writing() as unit:
        task_rows.add(unit, task, desk.zone)
    assert add(desk)


def test_a_unit_of_work_takes_no_statement_after_its_commit(desk: Workspace) -> None:
    with desk.writing() as unit:
        unit.commit()
        with pytest.raises(RuntimeError):
            setting_rows.read(unit)


def test_without_commit_everything_is_undone(desk: Workspace) -> None:
    with desk.writing() as unit:
        setting_rows.write(unit, {"name": "x"})
    with desk.reading() as unit:
        assert "name" not in setting_rows.read(unit)


def test_a_failing_commit_announces_nothing_and_leaves_nothing(desk: Workspace) -> None:
    def fail(_: Connection) -> None:
        raise sqlite3.OperationalError("no room")

    told: list[object] = []
    desk.changes.subscribe(told.append)
    event.listen(desk._store._engine, "commit", fail)
    with pytest.raises(sqlite3.OperationalError):
        add(desk)
    event.remove(desk._store._engine, "commit", fail)
    assert told == []
    assert lists.total_open(desk) == 0
    add(desk)
    assert len(told) == 1


def test_a_zone_that_is_unknown_leaves_no_open_file(open_desk: OpenDesk, folder: Path) -> None:
    with pytest.raises(UnknownZone):
        open_desk(zone="Mars/Olympus")
    assert not Path(f"{Paths(folder).database}-wal").exists()
