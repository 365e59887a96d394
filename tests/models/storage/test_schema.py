"""Opening files of every kind: missing, empty, older, newer, foreign, damaged."""

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from models.errors import StorageDamaged, StorageForeign, StorageNewer, StorageUnreachable
from models.storage import backups, migrations, schema, sqlite, sqlite_search
from models.storage.migrations.structure import structure
from models.storage.store import Store
from models.storage.tables import metadata
from models.task import Reminder, ReminderAnchor
from services import reminders, tasks
from services.paths import Paths
from services.workspace import Workspace
from tests.rig.desk import NOW, OpenDesk, add, rows

CURRENT = schema.HEAD
LATER = f'''
"""A later schema."""
import sqlalchemy as sa
from alembic import op

revision = "9000"
down_revision = "{CURRENT}"


def upgrade():
    op.add_column("goals", sa.Column("extra", sa.Integer()))
'''

#: An account with a task, a reminder, a setting and an entry of history.
FILLED_FIRST_SCHEMA = """
INSERT INTO accounts (id, uid, name, kind, created) VALUES (1, 'me', '', 'local', 0);
INSERT INTO tasks (account_id, uid, summary, description, status, shelf, priority, due_date,
    due_time, due_zone, due_at, lead, ready_at, repeat_from, percent_complete, position, pinned,
    created, last_modified, sequence)
VALUES (1, 'old-1', 'Reels', '', 'NEEDS-ACTION', 0, 0, '2026-11-24', '16:00:00.000000',
    'Asia/Jakarta', 1795510800000000, 3600, 1795507200000000, 'due', 0, 'm1', 0, 0, 0, 0);
INSERT INTO task_reminders (account_id, task_uid, place, anchor, "offset")
VALUES (1, 'old-1', 0, 'ready', -900);
INSERT INTO settings (account_id, name, value) VALUES (1, 'language', '"en"');
INSERT INTO history (account_id, gesture, action, at, subject, subject_uid, after)
VALUES (1, 'g', 'capture', 0, 'task', 'old-1', '{"summary": "Reels"}');
"""


def test_revisions_are_the_migrations_in_their_order() -> None:
    script = ScriptDirectory.from_config(migrations.configuration())
    walked = [each.revision for each in script.walk_revisions()]
    assert tuple(reversed(walked)) == schema.REVISIONS


def test_the_migrated_schema_is_the_one_of_the_tables(folder: Path) -> None:
    engine = sqlite.engine_for(Paths(folder).database)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "include_name": lambda name, kind, _: name not in sqlite_search.INDEX_TABLES,
            },
        )
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_a_new_file_is_made_of_what_the_migrations_leave() -> None:
    assert schema.STRUCTURE.read_text(encoding="utf-8") == structure()


def test_a_filled_file_of_the_first_schema_gets_all_that_came_later_and_keeps_its_rows(
    tmp_path: Path, folder: Path, open_desk: OpenDesk
) -> None:
    database = Paths(tmp_path / "old").database
    database.parent.mkdir()
    sqlite.make_ready(database)
    migrations.upgrade(database, "0001")
    with closing(sqlite3.connect(database)) as old:
        old.executescript(FILLED_FIRST_SCHEMA)
    desk = open_desk(where=tmp_path / "old")
    task = tasks.task(desk, "old-1")
    assert task.reminders == (Reminder(ReminderAnchor.READY, timedelta(minutes=-15)),)
    assert [each.action for each in tasks.history(desk, "old-1")] == ["capture"]
    for kind in ("table", "index", "trigger"):
        made = f"SELECT name, sql FROM sqlite_master WHERE type='{kind}' ORDER BY name"
        assert rows(tmp_path / "old", made) == rows(folder, made)
    reminders.snooze(desk, "old-1", NOW + timedelta(hours=1))
    assert rows(tmp_path / "old", "SELECT task_uid FROM held_notices") == [("old-1",)]
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        rows(tmp_path / "old", "DELETE FROM history")
    assert sqlite.problems(database) == ()
    assert len(backups.listed(desk.paths.backups, backups.BEFORE_MIGRATION)) == 1


def test_a_new_file_has_our_mark_a_log_and_the_triggers(folder: Path) -> None:
    assert rows(folder, "PRAGMA application_id") == [(sqlite.APPLICATION_ID,)]
    assert rows(folder, "PRAGMA journal_mode") == [("wal",)]
    assert rows(folder, "SELECT count(*) FROM sqlite_master WHERE type='trigger'") == [(7,)]


def test_making_a_file_leaves_nothing_beside_it(tmp_path: Path) -> None:
    database = tmp_path / "deep" / "er" / "docheck.db"
    Store.open(database, tmp_path / "backups", NOW).close()
    assert [path.name for path in database.parent.iterdir()] == ["docheck.db"]


@pytest.mark.parametrize("name", ["what?x=1", "50%20 & #1", "a b:c@d", "日記"])
def test_a_folder_may_have_any_name(tmp_path: Path, open_desk: OpenDesk, name: str) -> None:
    task = add(open_desk(where=tmp_path / name))
    assert tasks.task(open_desk(where=tmp_path / name), task.uid) == task
    assert [path.name for path in tmp_path.iterdir() if path.name != "data"] == [name]
    assert backups.keep(Paths(tmp_path / name).database, tmp_path / name, NOW, "x").exists()


def _refused_untouched(folder: Path, refusal: type[Exception]) -> Exception:
    database = Paths(folder).database
    before = database.read_bytes()
    with pytest.raises(refusal) as caught:
        Store.open(database, Paths(folder).backups, NOW)
    assert database.read_bytes() == before
    assert [path.name for path in folder.iterdir() if path != database] in ([], ["backups"])
    return caught.value


def test_a_newer_schema_is_refused_untouched(folder: Path) -> None:
    rows(folder, "UPDATE alembic_version SET version_num='9999'")
    _refused_untouched(folder, StorageNewer)


def test_another_programs_database_is_refused_untouched(tmp_path: Path) -> None:
    rows(tmp_path, "CREATE TABLE notes (body TEXT)")
    _refused_untouched(tmp_path, StorageForeign)


def test_another_programs_empty_database_is_refused_untouched(tmp_path: Path) -> None:
    rows(tmp_path, "PRAGMA application_id=42")
    _refused_untouched(tmp_path, StorageForeign)


def test_another_programs_alembic_database_is_refused_untouched(tmp_path: Path) -> None:
    rows(tmp_path, "CREATE TABLE alembic_version (version_num TEXT)")
    rows(tmp_path, "INSERT INTO alembic_version VALUES ('0001')")
    _refused_untouched(tmp_path, StorageForeign)


def test_a_file_that_lost_its_revision_is_refused_untouched(folder: Path) -> None:
    rows(folder, "DELETE FROM alembic_version")
    _refused_untouched(folder, StorageDamaged)


@pytest.mark.parametrize(
    "content", [b"not a database at all, just text" * 99, b"\x00" * 5000, b"x"]
)
def test_what_is_no_database_is_refused_untouched_and_the_newest_good_copy_is_offered(
    folder: Path, content: bytes
) -> None:
    paths = Paths(folder)
    good = backups.keep(paths.database, paths.backups, NOW, backups.DAILY)
    worse = paths.backups / "29990101T000000000000Z-daily.db"
    worse.write_bytes(b"broken")
    paths.database.write_bytes(content)
    refusal = _refused_untouched(folder, StorageDamaged)
    assert isinstance(refusal, StorageDamaged)
    assert refusal.backup == good


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    Paths(tmp_path).database.mkdir()
    with pytest.raises(StorageUnreachable):
        Store.open(Paths(tmp_path).database, Paths(tmp_path).backups, NOW)


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("mine")
    with pytest.raises(StorageUnreachable):
        Store.open(Paths(tmp_path / "data").database, tmp_path / "backups", NOW)


@pytest.mark.parametrize("pragma", [None, "PRAGMA user_version=1"])
def test_an_empty_file_becomes_a_database_of_ours(
    tmp_path: Path, open_desk: OpenDesk, pragma: str | None
) -> None:
    Paths(tmp_path).database.touch()
    if pragma:
        rows(tmp_path, pragma)
    add(open_desk(where=tmp_path))
    again = open_desk(where=tmp_path)
    assert tasks.resolve(again, "0")
    assert rows(tmp_path, "PRAGMA journal_mode") == [("wal",)]


@pytest.fixture
def later_program(desk: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program as if it had one migration more than the one that opened `desk`."""
    scripts = tmp_path / "migrations"
    shutil.copytree(Path(migrations.__file__).parent, scripts)
    (scripts / "versions" / "9000_later.py").write_text(LATER)
    ours = migrations.configuration

    def configuration() -> object:
        config = ours()
        config.set_main_option("script_location", str(scripts))
        return config

    monkeypatch.setattr(migrations, "configuration", configuration)
    monkeypatch.setattr(schema, "REVISIONS", (*schema.REVISIONS, "9000"))
    monkeypatch.setattr(schema, "HEAD", "9000")


@pytest.mark.usefixtures("later_program")
def test_an_older_schema_is_copied_first_and_then_migrated(
    folder: Path, desk: Workspace, open_desk: OpenDesk
) -> None:
    assert rows(folder, "SELECT version_num FROM alembic_version") == [(CURRENT,)]
    task = add(desk)
    desk.close()
    again = open_desk()
    assert tasks.task(again, task.uid) == task
    assert rows(folder, "SELECT version_num FROM alembic_version") == [("9000",)]
    (kept,) = backups.listed(again.paths.backups, backups.BEFORE_MIGRATION)
    with closing(sqlite3.connect(kept)) as copy:
        assert copy.execute("SELECT version_num FROM alembic_version").fetchone() == (CURRENT,)
        assert copy.execute("SELECT uid FROM tasks").fetchall() == [(task.uid,)]
    open_desk()
    assert backups.listed(again.paths.backups) == [kept]


@pytest.mark.usefixtures("later_program")
def test_a_migration_that_leaves_loose_references_is_taken_back(
    folder: Path, tmp_path: Path, desk: Workspace
) -> None:
    child = add(desk, parent=add(desk).uid)
    desk.close()
    script = tmp_path / "migrations" / "versions" / "9000_later.py"
    script.write_text(f"{LATER}    op.execute(\"DELETE FROM tasks WHERE uid <> '{child.uid}'\")\n")
    with pytest.raises(migrations.BrokenReferences):
        Store.open(Paths(folder).database, Paths(folder).backups, NOW)
    assert rows(folder, "SELECT version_num FROM alembic_version") == [(CURRENT,)]
    assert rows(folder, "SELECT count(*) FROM tasks") == [(2,)]
    assert sqlite.problems(Paths(folder).database) == ()
