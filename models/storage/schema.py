"""Which schema this program speaks, and how a file is brought to it.

A new file is made of the structure that the migrations leave. Alembic is imported only for an
older one: its import alone costs more than opening the app.
"""

from __future__ import annotations

import contextlib
import os
import threading
from datetime import datetime
from pathlib import Path

from models.errors import StorageNewer
from models.storage import backups, sqlite

#: Every schema revision, oldest first: the names of the migrations.
REVISIONS = (
    *("0001", "0002", "0003", "0004", "0005", "0006"),
    *("0007", "0008", "0009", "0010", "0011", "0012"),
    *("0013", "0014"),
)
HEAD = REVISIONS[-1]
#: What the migrations leave, statement by statement; `migrations.structure` writes it.
STRUCTURE = Path(__file__).with_name("structure.sql")


def prepare(database: Path, copies: Path, now: datetime) -> None:
    """Leave a database with the current schema at `database`.

    A missing one is made; an older one is copied into `copies` and migrated.

    Raises:
        StorageNewer: a newer program wrote it; it was not touched.
        StorageForeign: another program's database; it was not touched.
        StorageDamaged: it is not a sound database; it was not touched. The
            newest good copy, if any, comes with the refusal.
        StorageRefusal: the folder cannot be used.
    """
    with backups.refusals(database, copies):
        database.parent.mkdir(parents=True, exist_ok=True)
        if not database.exists():
            _create(database)
        revision = sqlite.inspect(database)
        if revision != HEAD:
            if revision is None:
                # A file without a page or a table: nothing that could be lost.
                sqlite.make_ready(database)
            elif revision in REVISIONS:
                backups.keep(database, copies, now, f"{backups.BEFORE_MIGRATION}-{HEAD}")
            else:
                raise StorageNewer(database)
            _upgrade(database)


def _create(database: Path) -> None:
    """Make a new database beside its place and move it there whole.

    Two instances may start at once: the first to arrive wins, and the other
    uses what it made.
    """
    maker = f"{os.getpid()}-{threading.get_ident()}"
    fresh = database.with_name(f".{database.name}.{maker}.new")
    try:
        fresh.unlink(missing_ok=True)
        sqlite.make_ready(fresh)
        sqlite.lay_out(fresh, STRUCTURE.read_text(encoding="utf-8"))
        try:
            os.link(fresh, database)
        except FileExistsError:
            pass
        except OSError:
            # Some file systems have no links (Android's shared storage).
            if not database.exists():
                fresh.rename(database)
    finally:
        for end in ("", *backups.SIDE_FILES):
            with contextlib.suppress(OSError):
                fresh.with_name(fresh.name + end).unlink(missing_ok=True)


def _upgrade(database: Path) -> None:
    from models.storage.migrations import upgrade

    upgrade(database)
