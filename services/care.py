"""Looking after the data file: is it sound, copies of it, and getting one back.

What concerns a folder takes the folder, because it must work just when the data
in it cannot be opened.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from models.diagnosis import Diagnosis
from models.errors import FileExists, FileMissing, StorageDamaged, StorageForeign, StorageNewer
from models.storage import backups, checks, schema, sqlite
from services.paths import Paths
from services.workspace import Workspace

#: How many automatic copies of each kind are kept.
DAILY_COPIES = 7
MIGRATION_COPIES = 3


def doctor(folder: Path) -> Diagnosis:
    """Examine the data in `folder` and change nothing; also when it cannot be opened."""
    paths = Paths(folder)
    found = checks.examine(paths.database)
    files = (paths.database.with_name(paths.database.name + end) for end in ("", "-wal"))
    return Diagnosis(
        problems=tuple(found.findings),
        revision=found.revision,
        expected=schema.HEAD,
        counts=found.counts,
        database=paths.database,
        size=sum(file.stat().st_size for file in files if file.is_file()),
        backups=len(backups.listed(paths.backups)),
        newest_backup=backups.newest(paths.backups),
        zone=found.zone,
    )


def backup(desk: Workspace, target: Path, *, overwrite: bool = False) -> Path:
    """Copy the data to the file `target`, or into the folder `target` under today's date.

    The copy is consistent while others write, and complete or not there at all.

    Raises:
        FileExists: there is a file already, and not `overwrite`; or it is the data itself.
        StorageDamaged: the data is not sound.
        StorageRefusal: `target` cannot be written.
    """
    database = desk.paths.database
    if target.is_dir():
        target /= f"docheck-{desk.today():%Y-%m-%d}.db"
    if target.exists() and (not overwrite or target.samefile(database)):
        raise FileExists(target)
    with backups.refusals(database, desk.paths.backups):
        backups.write(database, target)
    return target


def backup_now(desk: Workspace) -> Path:
    """Copy the data among the backups, because someone asks for it; such copies stay for ever.

    Raises:
        StorageDamaged: the data is not sound.
        StorageRefusal: the copy cannot be written.
    """
    with backups.refusals(desk.paths.database, desk.paths.backups):
        return backups.keep(desk.paths.database, desk.paths.backups, desk.now(), backups.BY_HAND)


def restore_backup(folder: Path, source: Path, now: datetime) -> Path | None:
    """Put the copy `source` in the place of the data in `folder`.

    What was there is kept among the backups, and its path comes back; None where
    there was nothing. Whoever has the data open goes on with what was restored.
    `now` is UTC.

    Raises:
        FileMissing, StorageForeign, StorageDamaged, StorageNewer: `source` cannot be
            restored; nothing was changed.
        StorageRefusal: the folder cannot be written.
    """
    paths = Paths(folder)
    _verify(source)
    if paths.database.exists() and source.samefile(paths.database):
        raise FileExists(source)
    kept = _keep(paths, now)
    with sqlite.refusals(paths.database):
        folder.mkdir(parents=True, exist_ok=True)
    if not paths.database.exists():
        sqlite.make_ready(paths.database)
    sqlite.copy(source, paths.database)
    return kept


def newest_backup(folder: Path) -> Path | None:
    """The newest copy in `folder`'s backups that is sound."""
    return backups.newest(Paths(folder).backups)


def last_backup(desk: Workspace) -> datetime | None:
    """When the newest copy was made, aware UTC; whether it is sound is not looked at."""
    return next(map(backups.made_at, backups.listed(desk.paths.backups)), None)


def made_at(copy: Path) -> datetime | None:
    """When a copy among the backups was made, aware UTC; None for a file of another name."""
    return backups.made_at(copy)


def daily_backup(desk: Workspace) -> Path | None:
    """Copy the data once a day (UTC); None when that was done already.

    The newest copies stay, seven daily ones and three from before migrations;
    those from before a restore stay for ever.

    Raises:
        StorageDamaged: the data is not sound; the copies were left alone.
        StorageRefusal: the copy cannot be written.
    """
    folder, now = desk.paths.backups, desk.now()
    today = f"{now:%Y%m%d}"
    if any(path.name.startswith(today) for path in backups.listed(folder, backups.DAILY)):
        return None
    with backups.refusals(desk.paths.database, folder):
        made = backups.keep(desk.paths.database, folder, now, backups.DAILY)
    backups.prune(folder, backups.DAILY, DAILY_COPIES)
    backups.prune(folder, backups.BEFORE_MIGRATION, MIGRATION_COPIES)
    return made


def _verify(source: Path) -> None:
    if not source.is_file():
        raise FileMissing(source)
    revision = sqlite.inspect(source)
    if revision is None:
        raise StorageForeign(source)
    if revision not in schema.REVISIONS:
        raise StorageNewer(source)
    if sqlite.problems(source):
        raise StorageDamaged(source)


def _keep(paths: Paths, now: datetime) -> Path | None:
    """A copy of what is there; a file that cannot be copied whole is moved aside itself."""
    if not paths.database.exists():
        return None
    try:
        sqlite.inspect(paths.database)
        return backups.keep(paths.database, paths.backups, now, backups.BEFORE_RESTORE)
    except (StorageDamaged, StorageForeign):
        return backups.move_aside(paths.database, paths.backups, now)
