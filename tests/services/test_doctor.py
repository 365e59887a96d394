"""The doctor names what is wrong, also with a file that cannot be opened."""

from pathlib import Path

import pytest

from models.diagnosis import Counts, Finding, Problem
from models.storage import backups, schema
from models.task import Status
from services import care, goals, tasks
from services.paths import Paths
from services.workspace import Workspace
from tests.rig.desk import JAKARTA, NEW_YORK, NOW, TODAY, add, at, rows


def _kinds(folder: Path) -> set[Problem]:
    return {finding.problem for finding in care.doctor(folder).problems}


def test_a_sound_file_is_told_with_its_numbers(desk: Workspace) -> None:
    goals.create_goal(desk, {"name": "Peluncuran"})
    add(desk, due=at(TODAY, "10:00", NEW_YORK), dtstart=at(TODAY))
    add(desk, due=at(TODAY), status=Status.IN_PROCESS)
    tasks.complete(desk, add(desk).uid)
    tasks.delete(desk, add(desk).uid)
    copy = care.daily_backup(desk)
    found = care.doctor(desk.paths.folder)
    assert found.problems == ()
    assert found.is_sound
    assert found.counts == Counts(tasks=4, open=2, done=1, trash=1, goals=1, history=7)
    assert (found.revision, found.expected) == (schema.HEAD, schema.HEAD)
    assert (found.backups, found.newest_backup, found.zone) == (1, copy, JAKARTA)
    assert found.database == desk.paths.database
    assert found.size >= desk.paths.database.stat().st_size > 0


def test_looking_changes_nothing(folder: Path) -> None:
    database = Paths(folder).database
    before = database.read_bytes()
    care.doctor(folder)
    assert database.read_bytes() == before
    assert [path.name for path in folder.iterdir()] == ["docheck.db"]


def test_an_empty_folder_has_no_data(tmp_path: Path) -> None:
    found = care.doctor(tmp_path)
    assert found.problems == (Finding(Problem.MISSING, str(Paths(tmp_path).database)),)
    assert (found.size, found.revision, found.newest_backup) == (0, None, None)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE alembic_version SET version_num='9999'", Problem.NEWER_SCHEMA),
        ("DELETE FROM alembic_version", Problem.DAMAGED),
        ("PRAGMA application_id=42", Problem.FOREIGN),
        ("PRAGMA journal_mode=DELETE", Problem.NOT_WRITE_AHEAD),
        ("UPDATE tasks SET shelf=1", Problem.WRONG_SHELF),
        ("UPDATE tasks SET status='COMPLETED'", Problem.WRONG_SHELF),
        ("UPDATE tasks SET deleted=1", Problem.WRONG_SHELF),
        ("UPDATE tasks SET due_at=due_at+1", Problem.WRONG_INSTANT),
        ("UPDATE tasks SET due_at=NULL", Problem.WRONG_INSTANT),
        ("UPDATE tasks SET ready_at=due_at", Problem.WRONG_INSTANT),
        ("UPDATE tasks SET start_at=1", Problem.WRONG_INSTANT),
        ("UPDATE tasks SET due_zone='Mars/Olympus'", Problem.WRONG_INSTANT),
        ("UPDATE settings SET value='\"Mars\"' WHERE name='reckoned_zone'", Problem.WRONG_INSTANT),
        ("UPDATE tasks SET parent_uid='nobody'", Problem.LOOSE_REFERENCE),
        ("UPDATE tasks SET goal_uid='nobody'", Problem.LOOSE_REFERENCE),
        ("UPDATE tasks SET parent_uid=uid", Problem.CIRCULAR_PARENT),
        ("UPDATE tasks SET summary='lain'", Problem.WRONG_WORDS),
        ("DELETE FROM task_words", Problem.WRONG_WORDS),
        ("UPDATE promises SET outcome='done'", Problem.WRONG_PROMISE),
        ("DELETE FROM promises", Problem.WRONG_PROMISE),
        ("UPDATE promises SET task_uid='it'", Problem.WRONG_PROMISE),
        ("UPDATE tasks SET uid='it'; UPDATE task_words SET task_uid='it'", Problem.NO_CAPTURE),
    ],
)
def test_what_is_wrong_is_named(desk: Workspace, statement: str, problem: Problem) -> None:
    add(desk, due=at(TODAY, "10:00"), lead=desk.settings.default_lead)
    folder = desk.paths.folder
    desk.close()
    for one in statement.split("; "):
        rows(folder, one)
    assert _kinds(folder) == {problem}
    assert not care.doctor(folder).is_sound


def test_a_file_that_is_no_database_is_told_with_the_newest_good_copy(desk: Workspace) -> None:
    copy = care.daily_backup(desk)
    folder, database = desk.paths.folder, desk.paths.database
    desk.close()
    database.write_bytes(b"no database" * 100)
    found = care.doctor(folder)
    assert [each.problem for each in found.problems] == [Problem.NOT_A_DATABASE]
    assert (found.newest_backup, found.counts) == (copy, Counts())


@pytest.mark.parametrize("table", ["tasks", "history", "sqlite_autoindex_tasks_1"])
def test_a_broken_page_is_told(desk: Workspace, table: str) -> None:
    for number in range(30):
        add(desk, f"t{number}")
    folder, database = desk.paths.folder, desk.paths.database
    desk.close()
    ((root,),) = rows(folder, "SELECT rootpage FROM sqlite_master WHERE name=?", table)
    with database.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xff" * 4096)
    assert Problem.DAMAGED in _kinds(folder)


def test_a_folder_in_the_place_of_the_file_is_no_data(tmp_path: Path) -> None:
    Paths(tmp_path).database.mkdir()
    assert _kinds(tmp_path) == {Problem.MISSING}


def test_a_copy_from_before_a_schema_is_told_as_older(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "REVISIONS", (*schema.REVISIONS, "9000"))
    monkeypatch.setattr(schema, "HEAD", "9000")
    assert _kinds(folder) == {Problem.OLDER_SCHEMA}


def test_copies_that_are_not_sound_are_not_offered(desk: Workspace) -> None:
    assert care.newest_backup(desk.paths.folder) is None
    good = backups.keep(desk.paths.database, desk.paths.backups, NOW, backups.DAILY)
    later = good.with_name("20991231T000000000000Z-daily.db")
    later.write_bytes(good.read_bytes()[:5000])
    assert care.newest_backup(desk.paths.folder) == good
