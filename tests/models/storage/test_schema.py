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
from models.storage import backups, migrations, schema, sqlite
from models.storage.store import Store
from models.storage.tables import metadata
from services import care, goals, tasks, time_spent, trash, undo
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


def test_revisions_are_the_migrations_in_their_order() -> None:
    script = ScriptDirectory.from_config(migrations.configuration())
    walked = [each.revision for each in script.walk_revisions()]
    assert tuple(reversed(walked)) == schema.REVISIONS


def test_the_migrated_schema_is_the_one_of_the_tables(folder: Path) -> None:
    engine = sqlite.engine_for(Paths(folder).database)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def first_schema(folder: Path, where: Path) -> None:
    """Write what `folder` holds into a file of the first release's schema in `where`."""
    database = Paths(where).database
    where.mkdir()
    sqlite.make_ready(database)
    migrations.upgrade(database, "0001")
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("ATTACH ? AS later", (str(Paths(folder).database),))
        found = connection.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall()
        for (table,) in found:
            if table not in ("alembic_version", "sqlite_sequence"):
                info = connection.execute(f"PRAGMA main.table_info({table})")
                names = ", ".join(f'"{column[1]}"' for column in info)
                connection.execute(
                    f"INSERT INTO {table} ({names}) SELECT {names} FROM later.{table}"
                )


def test_a_filled_file_of_the_first_schema_keeps_all_and_gets_what_came_later(
    folder: Path, tmp_path: Path, desk: Workspace, open_desk: OpenDesk
) -> None:
    goal = goals.create_goal(desk, {"name": "Konten"})
    task = add(desk, goal=goal.uid, categories=("ig",), lead=timedelta(hours=1))
    step = add(desk, parent=task.uid)
    gone = add(desk)
    tasks.delete(desk, gone.uid)
    done = tasks.complete(desk, step.uid)
    desk.close()
    old = tmp_path / "old"
    first_schema(folder, old)
    again = open_desk(where=old)
    assert [tasks.task(again, each.uid) for each in (task, step)] == [task, done]
    assert goals.goals(again)[0].tasks_total == 1
    assert len(tasks.history(again, step.uid)) == 2
    schemas = "SELECT type, name, sql FROM sqlite_master WHERE name LIKE ? ORDER BY name"
    for name in ("ix_tasks_undated", "%time_entries%", "history_refuses%"):
        assert rows(old, schemas, name) == rows(folder, schemas, name) != []
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        rows(old, "DELETE FROM history")
    # What came with the later schema works on what was there before.
    assert undo.undo(again).action == "complete"
    assert undo.redo(again).action == "complete"
    entry = time_spent.start(again, task.uid)
    assert time_spent.of_task(again, task.uid) == (entry,)
    assert trash.empty(again) == 1
    assert care.doctor(old).is_sound


def test_a_new_file_has_our_mark_a_log_and_the_triggers(folder: Path) -> None:
    assert rows(folder, "PRAGMA application_id") == [(sqlite.APPLICATION_ID,)]
    assert rows(folder, "PRAGMA journal_mode") == [("wal",)]
    assert rows(folder, "SELECT count(*) FROM sqlite_master WHERE type='trigger'") == [(2,)]


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
