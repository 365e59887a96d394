"""All that only SQLite knows: pragmas, locks, file checks, copies, error codes.

PostgreSQL gets a module like this one; nothing else has to change for it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

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

_OS_REFUSALS: dict[int, type[StorageRefusal]] = {
    errno.EACCES: StorageReadOnly,
    errno.EPERM: StorageReadOnly,
    errno.EROFS: StorageReadOnly,
    errno.ENOSPC: StorageFull,
    errno.EDQUOT: StorageFull,
}


def _append_only(table: str) -> tuple[str, ...]:
    return tuple(
        f"CREATE TRIGGER {table}_refuses_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'the {table} is append-only'); END"
        for verb in ("UPDATE", "DELETE")
    )


#: What makes the history append-only, and the ledger.
HISTORY_TRIGGERS = _append_only("history")
LEDGER_TRIGGERS = _append_only("ledger")


def engine_for(path: Path) -> Engine:
    """An engine on the file at `path`; connections are made when first needed."""
    engine = create_engine(
        # Not from text: a folder's name may hold what an address gives a meaning to.
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
        pool_reset_on_return=None,
    )
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def for_writing(connection: Connection) -> Connection:
    """The same connection, whose transactions take the write lock at their start.

    A transaction that reads first and writes later cannot wait for another
    writer: SQLite answers "locked" at once. Taking the lock first can.
    """
    return connection.execution_options(takes_write_lock=True)


def _on_begin(connection: Connection) -> None:
    takes_lock = connection.get_execution_options().get("takes_write_lock", False)
    _raw(connection).execute("BEGIN IMMEDIATE" if takes_lock else "BEGIN")


def _on_connect(connection: Any, _record: object) -> None:
    # The driver's own transactions begin too late; ours begin in _on_begin.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA synchronous=NORMAL")


def _raw(connection: Connection) -> Any:
    raw = connection.connection.dbapi_connection
    if raw is None:
        raise RuntimeError("the connection is closed")
    return raw


def roll_back(connection: Connection) -> None:
    """End its transaction, if it is in one, without keeping anything.

    After a commit that failed SQLAlchemy holds the transaction for ended; SQLite does not.
    """
    connection.rollback()
    raw = _raw(connection)
    if raw.in_transaction:
        raw.rollback()


def data_version(connection: Connection) -> int:
    """A number that is another one after anyone but this connection has committed."""
    return _raw(connection).execute("PRAGMA data_version").fetchone()[0]


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
    except OSError as error:
        raise _OS_REFUSALS.get(error.errno or 0, StorageUnreachable)(path) from error


def _refusal_for(error: object, path: Path) -> StorageRefusal | None:
    code = getattr(error, "sqlite_errorcode", None)
    kind = _REFUSALS.get(code & 0xFF) if code is not None else None
    if kind is StorageUnreachable and path.exists() and not os.access(path.parent, os.W_OK):
        kind = StorageReadOnly
    return kind(path) if kind else None


def make_ready(path: Path) -> None:
    """Give the new file at `path` our mark and write-ahead logging."""
    with (
        refusals(path),
        contextlib.closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as connection,
    ):
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode=WAL")


def lay_out(path: Path, statements: str) -> None:
    """Make what `statements` say in the new file at `path`, which nobody else uses."""
    with refusals(path), contextlib.closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"BEGIN;\n{statements}\nCOMMIT;")


def make_single(path: Path) -> None:
    """Make the file at `path`, which nobody else uses, one that needs no other beside it."""
    with refusals(path), contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")


def inspect(path: Path) -> str | None:
    """The schema revision of the file at `path`; None of one that holds no table.

    Only the header and two rows are read: `problems` reads the rest.

    Raises:
        StorageDamaged: the file is not a database, or lost its revision.
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
            (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if mark != APPLICATION_ID and (mark or tables):
                raise StorageForeign(path)
            if not tables:
                return None
            return _revision(connection, path)


def _revision(connection: sqlite3.Connection, path: Path) -> str:
    try:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
            raise
        row = None
    if row is None:
        raise StorageDamaged(path)
    return row[0]


def has_header(path: Path) -> bool:
    """Whether the file at `path` begins as a SQLite database does."""
    with refusals(path), path.open("rb") as file:
        return file.read(len(_HEADER)) == _HEADER


def look(path: Path) -> sqlite3.Connection:
    """A connection to the file at `path` that can change nothing."""
    connection = _open(path)
    connection.execute("PRAGMA query_only=ON")
    return connection


def on(connection: sqlite3.Connection) -> Connection:
    """The open `connection`, for statements that are no text; whoever opened it closes it."""
    return create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool).connect()


def problems(path: Path) -> tuple[str, ...]:
    """What SQLite's own full check says against the file; empty when it is sound."""
    return (*damages(path), *loose_rows(path))


def damages(path: Path) -> tuple[str, ...]:
    """Broken pages, indexes and constraints, at most twenty."""
    with refusals(path), contextlib.closing(look(path)) as connection:
        found = [row[0] for row in connection.execute("PRAGMA integrity_check(20)")]
    return tuple(line for line in found if line != "ok")


def loose_rows(path: Path) -> tuple[str, ...]:
    """Rows that refer to a row that is not there."""
    with refusals(path), contextlib.closing(look(path)) as connection:
        return _loose(connection.execute("PRAGMA foreign_key_check").fetchall())


def _loose(rows: Iterable[Sequence[Any]]) -> tuple[str, ...]:
    return tuple(f"{row[0]} row {row[1]} refers to no {row[2]}" for row in rows)


def switch_foreign_keys_off(connection: Connection) -> None:
    """For this connection, until it is closed; only possible outside a transaction."""
    _raw(connection).execute("PRAGMA foreign_keys=OFF")


def loose_references(connection: Connection) -> tuple[str, ...]:
    """`loose_rows`, of the transaction on this connection."""
    return _loose(_raw(connection).execute("PRAGMA foreign_key_check").fetchall())


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
