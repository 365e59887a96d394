"""All that only SQLite knows: pragmas, locks, file checks, copies, error codes.

PostgreSQL gets a module like this one; nothing else has to change for it.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from models.errors import (
    FileMissing,
    StorageBusy,
    StorageDamaged,
    StorageForeign,
    StorageFull,
    StorageReadOnly,
    StorageRefusal,
    StorageUnreachable,
)

#: "DoCk" in ASCII, in the header of every data file (PRAGMA application_id).
APPLICATION_ID = 0x446F436B

#: Seconds that a write waits for another process's write.
BUSY_SECONDS = 30

_HEADER = b"SQLite format 3\x00"

_REFUSALS: dict[int, type[StorageRefusal]] = {
    sqlite3.SQLITE_READONLY: StorageReadOnly,
    sqlite3.SQLITE_PERM: StorageReadOnly,
    sqlite3.SQLITE_FULL: StorageFull,
    sqlite3.SQLITE_BUSY: StorageBusy,
    sqlite3.SQLITE_LOCKED: StorageBusy,
    sqlite3.SQLITE_CANTOPEN: StorageUnreachable,
    sqlite3.SQLITE_IOERR: StorageUnreachable,
    sqlite3.SQLITE_CORRUPT: StorageDamaged,
    sqlite3.SQLITE_NOTADB: StorageDamaged,
}

#: What makes the history append-only.
HISTORY_TRIGGERS = tuple(
    f"CREATE TRIGGER history_refuses_{verb.lower()} BEFORE {verb} ON history "
    "BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END"
    for verb in ("UPDATE", "DELETE")
)


def engine_for(path: Path) -> Engine:
    """An engine on the file at `path`; connections are made when first needed."""
    engine = create_engine(
        f"sqlite:///{path}",
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
        pool_reset_on_return=None,
    )
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def writing(engine: Engine) -> Engine:
    """The same engine, whose transactions take the write lock at their start.

    A transaction that reads first and writes later cannot wait for another
    writer: SQLite answers "locked" at once. Taking the lock first can.
    """
    return engine.execution_options(takes_write_lock=True)


def _on_connect(connection: Any, _record: object) -> None:
    # The driver's own transactions begin too late; ours begin in _on_begin.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA synchronous=NORMAL")


def _on_begin(connection: Connection) -> None:
    takes_lock = connection.get_execution_options().get("takes_write_lock", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if takes_lock else "BEGIN")


@contextlib.contextmanager
def refusals(path: Path) -> Iterator[None]:
    """Turn what the database says of the file at `path` into a `StorageRefusal`."""
    try:
        yield
    except DBAPIError as error:
        if (refusal := _refusal_for(error.orig, path)) is None:
            raise
        raise refusal from error
    except sqlite3.Error as error:
        if (refusal := _refusal_for(error, path)) is None:
            raise
        raise refusal from error
    except PermissionError as error:
        raise StorageReadOnly(path) from error
    except OSError as error:
        kind = StorageFull if error.errno == 28 else StorageUnreachable
        raise kind(path) from error


def _refusal_for(error: object, path: Path) -> StorageRefusal | None:
    code = getattr(error, "sqlite_errorcode", None)
    kind = _REFUSALS.get(code & 0xFF) if code is not None else None
    return kind(path) if kind else None


def make_ready(path: Path) -> None:
    """Give the new file at `path` our mark and write-ahead logging."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode=WAL")


def inspect(path: Path) -> str | None:
    """The schema revision of the file at `path`; None of an empty database.

    Only the header and one row are read: `problems` reads the rest.

    Raises:
        StorageDamaged: the file is not a database.
        StorageForeign: it is another program's database.
        StorageRefusal: it cannot be opened.
    """
    with refusals(path):
        with path.open("rb") as file:
            header = file.read(len(_HEADER))
        if header and header != _HEADER:
            raise StorageDamaged(path)
        with contextlib.closing(_open(path)) as connection:
            (mark,) = connection.execute("PRAGMA application_id").fetchone()
            try:
                row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
                    raise
                row = None
                if connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
                    raise StorageForeign(path) from error
    if row is not None and mark != APPLICATION_ID:
        raise StorageForeign(path)
    return row[0] if row else None


def problems(path: Path) -> tuple[str, ...]:
    """What SQLite's own full check says against the file; empty when it is sound."""
    with refusals(path), contextlib.closing(_open(path)) as connection:
        found = [row[0] for row in connection.execute("PRAGMA integrity_check(20)")]
        loose = connection.execute("PRAGMA foreign_key_check").fetchall()
    told = [line for line in found if line != "ok"]
    return (*told, *(f"{row[0]} row {row[1]} refers to no {row[2]}" for row in loose))


def switch_foreign_keys_off(connection: Connection) -> None:
    """For this connection, until it is closed; only possible outside a transaction."""
    raw = connection.connection.dbapi_connection
    if raw is None:
        raise RuntimeError("the connection is closed")
    raw.cursor().execute("PRAGMA foreign_keys=OFF")


def loose_references(connection: Connection) -> list[str]:
    """Rows that refer to a row that is not there."""
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    return [f"{row[0]} row {row[1]} refers to no {row[2]}" for row in rows]


def copy(source: Path, target: Path) -> None:
    """Write a consistent copy of the database `source` over the database `target`.

    Page by page under SQLite's locks, so it is right even while another program
    writes to either; `target` keeps its old content until the copy is complete.
    """
    if not source.is_file():
        raise FileMissing(source)
    with (
        refusals(target),
        contextlib.closing(_open(source)) as reader,
        contextlib.closing(sqlite3.connect(target, timeout=BUSY_SECONDS)) as writer,
    ):
        reader.backup(writer)


def _open(path: Path) -> sqlite3.Connection:
    address = f"file:{quote(str(path.absolute()))}?mode=rw"
    try:
        connection = sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS)
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.OperationalError as error:
        # A file that may only be read, in a folder where no log can be made.
        if (error.sqlite_errorcode & 0xFF) not in (
            sqlite3.SQLITE_CANTOPEN,
            sqlite3.SQLITE_READONLY,
        ):
            raise
        connection = sqlite3.connect(f"{address[:-2]}ro", uri=True, timeout=BUSY_SECONDS)
    return connection
