"""Which schema this program speaks, and how a file is brought to it.

Alembic is imported only when there is something to do: its import alone costs
more than opening the app.
"""

from __future__ import annotations

import contextlib
import os
from datetime import datetime
from pathlib import Path

from models.errors import StorageDamaged, StorageNewer
from models.storage import sqlite

#: Every schema revision, oldest first: the names of the migrations.
REVISIONS = ("0001",)
HEAD = REVISIONS[-1]


def prepare(database: Path, backups: Path, now: datetime) -> None:
    """Leave a database with the current schema at `database`.

    A missing one is made; an older one is copied to `backups` and migrated.

    Raises:
        StorageNewer: a newer program wrote it; it was not touched.
        StorageDamaged: it is not a sound database; it was not touched. The
            newest backup, if any, comes with the refusal.
        StorageRefusal: the folder cannot be used.
    """
    with sqlite.refusals(database):
        database.parent.mkdir(parents=True, exist_ok=True)
        if not database.exists() or database.stat().st_size == 0:
            _create(database)
    try:
        revision = sqlite.inspect(database)
    except StorageDamaged as damage:
        raise StorageDamaged(database, newest(backups)) from damage
    if revision == HEAD:
        return
    if revision is not None and revision not in REVISIONS:
        raise StorageNewer(database)
    keep_copy(database, backups, now, f"before-{HEAD}")
    _upgrade(database)


def newest(backups: Path) -> Path | None:
    """The most recent backup file in the folder, by name (they begin with the UTC time)."""
    return max(backups.glob("*.db"), default=None) if backups.is_dir() else None


def keep_copy(database: Path, backups: Path, now: datetime, label: str) -> Path:
    """Copy `database` into `backups` under the time `now` (UTC) and a label; its path."""
    with sqlite.refusals(backups):
        backups.mkdir(parents=True, exist_ok=True)
    target = backups / f"{now:%Y%m%dT%H%M%S%fZ}-{label}.db"
    partial = target.with_suffix(".partial")
    try:
        sqlite.copy(database, partial)
        with sqlite.refusals(target):
            partial.replace(target)
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
    return target


def _create(database: Path) -> None:
    """Make a new database beside its place and move it there whole.

    Two instances may start at once: the first to arrive wins, and the other
    uses what it made.
    """
    fresh = database.with_name(f".{database.name}.{os.getpid()}.new")
    try:
        fresh.unlink(missing_ok=True)
        sqlite.make_ready(fresh)
        _upgrade(fresh)
        try:
            if database.exists() and database.stat().st_size == 0:
                database.unlink()
            os.link(fresh, database)
        except FileExistsError:
            pass
        except OSError:
            # Some file systems have no links (Android's shared storage).
            if not database.exists():
                fresh.rename(database)
    finally:
        for leftover in (fresh, *(fresh.with_name(fresh.name + end) for end in ("-wal", "-shm"))):
            with contextlib.suppress(OSError):
                leftover.unlink(missing_ok=True)


def _upgrade(database: Path) -> None:
    from models.storage.migrations import upgrade

    with sqlite.refusals(database):
        upgrade(database)
