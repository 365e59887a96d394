"""Copies: consistent, whole or not there, one a day, and back again."""

import sqlite3
import threading
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from models.errors import (
    FileExists,
    FileMissing,
    StorageDamaged,
    StorageForeign,
    StorageNewer,
    StorageRefusal,
    StorageUnreachable,
)
from models.lists import ListName
from models.storage import backups, schema, sqlite
from services import care, lists, tasks
from services.clock import FixedClock
from services.paths import Paths
from services.workspace import Workspace
from tests.rig.desk import NOW, OpenDesk, add, rows


def _titles(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {title for (title,) in connection.execute("SELECT summary FROM tasks")}


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_copy_holds_everything_in_one_file(desk: Workspace, tmp_path: Path) -> None:
    add(desk, "a")
    target = care.backup(desk, tmp_path / "out.db")
    assert _titles(target) == {"a"}
    assert sqlite.problems(target) == ()
    assert _names(tmp_path) == ["data", "out.db"]


def test_a_copy_into_a_folder_is_named_by_the_local_day(
    desk: Workspace, tmp_path: Path, clock: FixedClock
) -> None:
    clock.instant = NOW + timedelta(hours=15)
    assert care.backup(desk, tmp_path) == tmp_path / "docheck-2026-11-24.db"
    with pytest.raises(FileExists):
        care.backup(desk, tmp_path)


def test_a_file_that_is_there_stays_unless_it_may_be_overwritten(
    desk: Workspace, tmp_path: Path
) -> None:
    target = tmp_path / "mine.txt"
    target.write_text("mine")
    with pytest.raises(FileExists):
        care.backup(desk, target)
    assert target.read_text() == "mine"
    add(desk, "a")
    care.backup(desk, target, overwrite=True)
    assert _titles(target) == {"a"}


def test_the_data_itself_is_never_overwritten(desk: Workspace) -> None:
    with pytest.raises(FileExists):
        care.backup(desk, desk.paths.database, overwrite=True)


@pytest.mark.parametrize("where", ["nowhere/out.db", "file.txt/out.db"])
def test_a_copy_that_cannot_be_written_leaves_nothing(
    desk: Workspace, tmp_path: Path, where: str
) -> None:
    (tmp_path / "file.txt").touch()
    with pytest.raises(StorageRefusal) as caught:
        care.backup(desk, tmp_path / where)
    assert type(caught.value) is StorageUnreachable
    assert _names(tmp_path) == ["data", "file.txt"]


def test_a_copy_that_fails_on_the_way_leaves_what_was_there(
    desk: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = care.backup(desk, tmp_path / "out.db")
    before = target.read_bytes()

    def fail(_: Path) -> None:
        raise StorageUnreachable(target)

    monkeypatch.setattr(sqlite, "make_single", fail)
    with pytest.raises(StorageUnreachable):
        care.backup(desk, target, overwrite=True)
    assert target.read_bytes() == before
    assert _names(tmp_path) == ["data", "out.db"]


def test_a_copy_is_consistent_while_others_write(
    desk: Workspace, open_desk: OpenDesk, tmp_path: Path
) -> None:
    writer, is_enough = open_desk(), threading.Event()

    def write() -> None:
        while not is_enough.is_set():
            tasks.complete(writer, add(writer).uid)

    thread = threading.Thread(target=write)
    thread.start()
    copies = [care.backup(desk, tmp_path / f"{number}.db") for number in range(5)]
    is_enough.set()
    thread.join()
    for copy in copies:
        assert sqlite.problems(copy) == ()
        with closing(sqlite3.connect(copy)) as connection:
            statement = (
                "SELECT (SELECT count(*) FROM tasks) + (SELECT count(*) FROM tasks WHERE shelf=1)"
                " - (SELECT count(*) FROM history)"
            )
            assert connection.execute(statement).fetchone() == (0,)


def test_one_copy_a_day_and_the_newest_seven_stay(desk: Workspace, clock: FixedClock) -> None:
    folder = desk.paths.backups
    for number in range(5):
        backups.keep(
            desk.paths.database, folder, NOW + timedelta(days=number), "before-schema-0002"
        )
    kept = backups.keep(desk.paths.database, folder, NOW, backups.BEFORE_RESTORE)
    made = []
    for _ in range(10):
        made.append(care.daily_backup(desk))
        clock.advance(timedelta(minutes=1))
        assert care.daily_backup(desk) is None
        clock.advance(timedelta(days=1))
    assert backups.listed(folder, backups.DAILY) == made[:2:-1]
    assert len(backups.listed(folder, backups.BEFORE_MIGRATION)) == 3
    assert kept.exists()


def test_damage_never_drives_out_a_good_copy(desk: Workspace, clock: FixedClock) -> None:
    for number in range(300):
        add(desk, f"t{number}" * 20)
    good = care.daily_backup(desk)
    folder, database = desk.paths.folder, desk.paths.database
    desk._store.close()
    rows(folder, "PRAGMA wal_checkpoint(TRUNCATE)")
    ((root,),) = rows(folder, "SELECT rootpage FROM sqlite_master WHERE name='history'")
    with database.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xff" * 4096)
    clock.advance(timedelta(days=1))
    with pytest.raises(StorageDamaged) as caught:
        care.daily_backup(desk)
    assert caught.value.backup == good
    assert backups.listed(desk.paths.backups) == [good]


@pytest.fixture
def copy(desk: Workspace, tmp_path: Path) -> Path:
    """A copy with one task, after which a second was made and the data closed."""
    add(desk, "a")
    copy = care.backup(desk, tmp_path / "copy.db")
    add(desk, "b")
    desk.close()
    return copy


def test_restoring_keeps_what_was_there(folder: Path, copy: Path, open_desk: OpenDesk) -> None:
    kept = care.restore_backup(folder, copy, NOW)
    assert kept is not None
    assert _titles(kept) == {"a", "b"}
    assert kept.parent == Paths(folder).backups
    assert [line.summary for line in lists.every_line(open_desk(), ListName.ALL)] == ["a"]
    assert rows(folder, "PRAGMA journal_mode") == [("wal",)]
    assert care.doctor(folder).is_sound
    care.restore_backup(folder, kept, NOW + timedelta(seconds=1))
    assert _titles(Paths(folder).database) == {"a", "b"}


def test_restoring_into_an_empty_folder_keeps_nothing(tmp_path: Path, copy: Path) -> None:
    folder = tmp_path / "new" / "folder"
    assert care.restore_backup(folder, copy, NOW) is None
    assert care.doctor(folder).is_sound
    assert _names(folder) == ["docheck.db"]


@pytest.mark.parametrize("content", [b"no database" * 100, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_file_is_moved_aside_whole(folder: Path, copy: Path, content: bytes) -> None:
    paths = Paths(folder)
    paths.database.write_bytes(content)
    Path(f"{paths.database}-wal").write_bytes(b"log")
    kept = care.restore_backup(folder, copy, NOW)
    assert kept is not None
    assert kept.read_bytes() == content
    assert Path(f"{kept}-wal").read_bytes() == b"log"
    assert _titles(paths.database) == {"a"}
    assert care.doctor(folder).is_sound
    assert care.newest_backup(folder) is None


def test_another_programs_file_is_moved_aside_not_overwritten(tmp_path: Path, copy: Path) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir()
    rows(folder, "CREATE TABLE notes (body TEXT)")
    before = Paths(folder).database.read_bytes()
    kept = care.restore_backup(folder, copy, NOW)
    assert kept is not None
    assert kept.read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "refusal"),
    [
        ("UPDATE alembic_version SET version_num='9999'", StorageNewer),
        ("PRAGMA application_id=42", StorageForeign),
        ("DELETE FROM alembic_version", StorageDamaged),
        ("UPDATE tasks SET parent_uid='nobody'", StorageDamaged),
    ],
)
def test_what_is_no_good_copy_is_refused_and_nothing_changes(
    folder: Path, copy: Path, statement: str, refusal: type[StorageRefusal]
) -> None:
    before = Paths(folder).database.read_bytes()
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.execute(statement)
    with pytest.raises(refusal) as caught:
        care.restore_backup(folder, copy, NOW)
    assert caught.value.path == copy
    assert Paths(folder).database.read_bytes() == before
    assert _names(folder) == ["docheck.db"]


def test_a_missing_an_empty_and_the_same_file_are_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        care.restore_backup(folder, tmp_path / "nowhere.db", NOW)
    (tmp_path / "empty.db").touch()
    with pytest.raises(StorageForeign):
        care.restore_backup(folder, tmp_path / "empty.db", NOW)
    with pytest.raises(FileExists):
        care.restore_backup(folder, Paths(folder).database, NOW)


def test_a_copy_of_an_older_schema_is_accepted(
    folder: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "REVISIONS", (*schema.REVISIONS, "9999"))
    monkeypatch.setattr(schema, "HEAD", "9999")
    care.restore_backup(folder, copy, NOW)
    assert _titles(Paths(folder).database) == {"a"}


def test_a_newer_file_is_kept_and_replaced(folder: Path, copy: Path) -> None:
    rows(folder, "UPDATE alembic_version SET version_num='9999'")
    kept = care.restore_backup(folder, copy, NOW)
    assert kept is not None
    assert _titles(kept) == {"a", "b"}
    assert care.doctor(folder).is_sound
