"""Two instances on one file: nothing is lost, nobody is told that it is locked."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from models.errors import StorageUnreachable
from models.lists import ListName
from services import care, lists, settings, tasks
from services.changes import Changed
from services.paths import Paths
from services.workspace import Workspace, open_workspace
from tests.rig.desk import JAKARTA, NEW_YORK, TODAY, OpenDesk, add, at

ROOT = Path(__file__).parents[2]
WRITES = 1_000


@contextmanager
def _started(*arguments: str) -> Iterator[list[subprocess.Popen[str]]]:
    """Two workers that stand at the ready."""
    command = [sys.executable, "-m", "tests.services.writers", *arguments]
    pipe = subprocess.PIPE
    workers = [
        subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
        for _ in range(2)
    ]
    for worker in workers:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "ready\n"
    yield workers
    for worker in workers:
        worker.communicate()


def _go(workers: list[subprocess.Popen[str]]) -> list[str]:
    """Let them work; the uids that they say, when both succeeded."""
    for worker in workers:
        assert worker.stdin is not None
        worker.stdin.write("go\n")
        worker.stdin.flush()
    told: list[str] = []
    for worker in workers:
        out, error = worker.communicate()
        assert worker.returncode == 0, error
        told += out.split()
    return told


def test_two_instances_lose_nothing(folder: Path, open_desk: OpenDesk) -> None:
    with _started("write", str(folder), str(WRITES)) as workers:
        told = _go(workers)
    desk = open_desk()
    assert len(set(told)) == 2 * WRITES
    opened = {line.uid for line in lists.every_line(desk, ListName.ALL)}
    done = {line.uid for line in lists.every_line(desk, ListName.DONE)}
    assert opened | done == set(told)
    assert len(done) == WRITES
    diagnosis = care.doctor(folder)
    assert diagnosis.problems == ()
    assert diagnosis.counts.history == 3 * WRITES


@pytest.mark.parametrize("has_empty_file", [False, True])
def test_two_instances_may_make_the_data_at_the_same_moment(
    tmp_path: Path, has_empty_file: bool
) -> None:
    for round_ in range(2):
        folder = tmp_path / str(round_)
        if has_empty_file:
            folder.mkdir()
            Paths(folder).database.touch()
        with _started("create", str(folder)) as workers:
            told = _go(workers)
        desk = open_workspace(folder, zone=JAKARTA)
        assert {line.uid for line in lists.every_line(desk, ListName.ALL)} == set(told)
        desk.close()
        assert care.doctor(folder).is_sound
        assert sorted(path.name for path in folder.iterdir()) == ["docheck.db"]


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    with pytest.raises(StorageUnreachable):
        open_workspace(tmp_path / "data")


@pytest.fixture
def other(open_desk: OpenDesk) -> Workspace:
    return open_desk()


def test_writes_of_another_are_noticed_and_ones_own_are_not(
    desk: Workspace, other: Workspace
) -> None:
    told: list[Changed] = []
    desk.changes.subscribe(told.append)
    assert not desk.poll()
    task = add(other)
    assert desk.poll()
    assert told == [Changed(is_everything=True)]
    assert not desk.poll()
    tasks.complete(desk, task.uid)
    assert not desk.poll()
    assert other.poll()
    add(other)
    add(desk)
    assert desk.poll()
    assert not desk.poll()


def test_what_is_only_read_is_no_news(desk: Workspace, other: Workspace) -> None:
    other.poll()
    lists.every_line(other, ListName.ALL)
    assert not desk.poll()


def test_settings_of_another_are_taken_over(open_desk: OpenDesk) -> None:
    desk, other = open_desk(zone=None), open_desk(zone=None)
    told: list[Changed] = []
    other.changes.subscribe(told.append)
    task = add(desk, due=at(TODAY, "09:00"))
    settings.change_settings(desk, zone=NEW_YORK, name="Dhila", theme="dark")
    assert other.poll()
    assert (other.settings, other.zone) == (desk.settings, desk.zone)
    assert told[-1].has_settings
    assert tasks.line(other, task.uid) == tasks.line(desk, task.uid)


def test_a_restored_backup_is_news(desk: Workspace, other: Workspace, tmp_path: Path) -> None:
    task = add(desk)
    copy = care.backup(desk, tmp_path / "copy.db")
    tasks.delete(desk, task.uid)
    care.restore_backup(desk.paths.folder, copy, desk.now())
    assert desk.poll()
    assert other.poll()
    assert tasks.task(desk, task.uid).deleted is None
    assert tasks.complete(other, task.uid).sequence == 1
