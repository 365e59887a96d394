"""The folder of copies: their names, which is the newest good one, which may go.

A name is the UTC instant, then why the copy was made:
``20261124T021500000000Z-daily.db``. So the names sort by age.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from models.errors import StorageDamaged, StorageRefusal
from models.storage import sqlite

DAILY = "daily"
BEFORE_MIGRATION = "before-schema"
BEFORE_RESTORE = "before-restore"
BY_HAND = "by-hand"

#: What SQLite keeps beside a data file.
SIDE_FILES = ("-wal", "-shm")

_STAMP = "%Y%m%dT%H%M%S%fZ"


def stamp(now: datetime) -> str:
    """How a copy's name begins; `now` is UTC."""
    return now.strftime(_STAMP)


def made_at(path: Path) -> datetime | None:
    """When a copy was made, aware UTC, by its name; None for a name that is not ours."""
    try:
        return datetime.strptime(path.name.split("-")[0], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def listed(folder: Path, label: str = "") -> list[Path]:
    """The copies whose label begins with `label`, the newest first."""
    return sorted(folder.glob(f"*Z-{label}*.db"), reverse=True) if folder.is_dir() else []


def newest(folder: Path) -> Path | None:
    """The newest copy that is a sound database of ours; None when there is none."""
    return next((path for path in listed(folder) if is_sound(path)), None)


def is_sound(path: Path) -> bool:
    """Whether a copy could be restored: our mark, our tables, SQLite's full check."""
    try:
        return sqlite.inspect(path) is not None and not sqlite.problems(path)
    except StorageRefusal:
        return False


@contextlib.contextmanager
def refusals(database: Path, folder: Path) -> Iterator[None]:
    """`sqlite.refusals`; a damaged file comes with its newest good copy."""
    try:
        with sqlite.refusals(database):
            yield
    except StorageDamaged as damage:
        if damage.backup is not None:
            raise
        raise StorageDamaged(database, newest(folder)) from damage


def keep(database: Path, folder: Path, now: datetime, label: str) -> Path:
    """Copy `database` into `folder` under the time `now` (UTC) and a label; its path."""
    with sqlite.refusals(folder):
        folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{stamp(now)}-{label}.db"
    write(database, target)
    return target


def write(database: Path, target: Path) -> None:
    """Copy `database` to `target`: the whole of it under that name, or nothing.

    The copy is one file that needs no other beside it, and was checked.

    Raises:
        StorageDamaged: `database` is not sound.
    """
    partial = target.with_name(f"{target.name}.partial")
    try:
        with sqlite.refusals(target):
            partial.unlink(missing_ok=True)
        sqlite.copy(database, partial)
        sqlite.make_single(partial)
        if sqlite.problems(partial):
            raise StorageDamaged(database)
        with sqlite.refusals(target):
            partial.replace(target)
    finally:
        for end in ("", *SIDE_FILES, "-journal"):
            with contextlib.suppress(OSError):
                partial.with_name(partial.name + end).unlink(missing_ok=True)


def prune(folder: Path, label: str, keeping: int) -> None:
    """Delete all but the newest `keeping` copies of that label."""
    for path in listed(folder, label)[keeping:]:
        with sqlite.refusals(path):
            path.unlink(missing_ok=True)


def move_aside(database: Path, folder: Path, now: datetime) -> Path:
    """Move a damaged data file, with what lies beside it, into `folder`; its new path."""
    target = folder / f"{stamp(now)}-damaged"
    with sqlite.refusals(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for end in ("", *SIDE_FILES):
            with contextlib.suppress(FileNotFoundError):
                database.with_name(database.name + end).rename(target.with_name(target.name + end))
    return target
