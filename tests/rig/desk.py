"""Workspaces on real files for tests: a template file is made once and copied.

Owns the instant at which tests stand still: Monday 23 November 2026, 10:00 in Jakarta.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from dataclasses import fields
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, Unpack

import pytest
from sqlalchemy import event

from models.goal import Goal
from models.moment import Moment
from models.storage import sqlite
from models.storage.store import Store
from models.task import Task, TaskFields
from services import tasks
from services.clock import FixedClock
from services.ids import uuid7
from services.paths import Paths
from services.workspace import Workspace, open_workspace

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)
TODAY = date(2026, 11, 23)
JAKARTA = "Asia/Jakarta"
NEW_YORK = "America/New_York"

OpenDesk = Callable[..., Workspace]
ScratchDesk = Callable[..., AbstractContextManager[Workspace]]


def at(day: date, clock: str | None = None, zone: str | None = None) -> Moment:
    """A moment from a day and ``HH:MM``."""
    return Moment(day, time.fromisoformat(clock) if clock else None, zone)


def add(desk: Workspace, title: str = "Balas komentar", **more: Unpack[TaskFields]) -> Task:
    """Capture a task of that title."""
    return tasks.capture(desk, {"summary": title, **more})


def rows(folder: Path, statement: str, *values: object) -> list[Any]:
    """What any other program would read from, or write to, the data file."""
    with closing(sqlite3.connect(Paths(folder).database, isolation_level=None)) as connection:
        return connection.execute(statement, values).fetchall()


def every_connection(desk: Workspace, apply: Callable[[sqlite3.Connection], object]) -> None:
    """Apply something to the connections that the workspace opens from now on."""
    desk._store.close()
    event.listen(desk._store._engine, "connect", lambda connection, _: apply(connection))


def plain(thing: Task | Goal) -> dict[str, Any]:
    """The fields of a value but those that count its changes."""
    counting = ("last_modified", "sequence")
    return {f.name: getattr(thing, f.name) for f in fields(thing) if f.name not in counting}


def second_account(desk: Workspace) -> Workspace:
    """A workspace of another account on the same file."""
    rows(
        desk.paths.folder,
        "INSERT INTO accounts (uid, name, kind, created) VALUES (?, '', 'server', 0)",
        uuid7(NOW),
    )
    ((account_id,),) = rows(desk.paths.folder, "SELECT max(id) FROM accounts")
    store = Store.open(desk.paths.database, desk.paths.backups, NOW)
    return Workspace(
        store, account_id, paths=desk.paths, clock=desk.clock, ids=uuid7, zone=desk.zone.key
    )


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an empty, current data file."""
    folder = tmp_path_factory.mktemp("template")
    open_workspace(folder, clock=FixedClock(NOW), zone=JAKARTA).close()
    return folder


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def folder(tmp_path: Path, template: Path) -> Path:
    """A data folder with an empty, current data file."""
    folder = tmp_path / "data"
    shutil.copytree(template, folder)
    return folder


@pytest.fixture
def open_desk(folder: Path, clock: FixedClock) -> Iterator[OpenDesk]:
    """Opens workspaces on `folder`: ``open_desk(zone=…, language=…)``."""
    with ExitStack() as opened:

        def open_one(
            zone: str | None = JAKARTA, where: Path = folder, language: str | None = None
        ) -> Workspace:
            desk = open_workspace(where, clock=clock, zone=zone, language=language)
            opened.callback(desk.close)
            return desk

        yield open_one


@pytest.fixture
def desk(open_desk: OpenDesk) -> Workspace:
    return open_desk()


@pytest.fixture(scope="session")
def scratch(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ScratchDesk]:
    """Empty workspaces for one example of many: ``with scratch() as desk``.

    The file is one for each zone, and emptied: SQLAlchemy keeps its compiled statements.
    """
    made: dict[str, Workspace] = {}

    @contextmanager
    def empty(zone: str = JAKARTA) -> Iterator[Workspace]:
        if zone not in made:
            folder = tmp_path_factory.mktemp("scratch")
            made[zone] = open_workspace(folder, clock=FixedClock(NOW), zone=zone)
        desk = made[zone]
        desk.clock = FixedClock(NOW)
        sqlite.copy(Paths(template).database, desk.paths.database)
        desk.poll()
        yield desk

    yield empty
    for desk in made.values():
        desk.close()
