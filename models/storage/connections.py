"""The connections to one data file: readers from a pool, and the one that writes.

SQLite has one writer at a time, so a process keeps one connection for its
writes: whatever that connection does not know of was written by somebody else.
"""

from __future__ import annotations

import sqlite3
import threading
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from models.errors import StorageBusy
from models.storage import backups, sqlite


class Source(Protocol):
    """Lends connections on which a transaction has begun."""

    def borrow(self) -> Connection:
        """A connection inside a new transaction."""
        ...

    def give_back(self, connection: Connection) -> None:
        """End the borrowing; what was not committed is undone."""
        ...

    def refusals(self) -> AbstractContextManager[None]:
        """Turns what the database says inside the block into a `StorageRefusal`."""
        ...


class Lent:
    """A connection that somebody else has opened, and whose transaction is theirs to end."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def borrow(self) -> Connection:
        """That connection."""
        return self._connection

    def give_back(self, connection: Connection) -> None:
        """Leave it as it is."""

    def refusals(self) -> AbstractContextManager[None]:
        """Who opened it knows what its errors mean."""
        return nullcontext()


class Readers:
    """Connections for looking: as many at a time as there are threads that ask."""

    def __init__(self, engine: Engine, database: Path, copies: Path) -> None:
        self._engine = engine
        self._database = database
        self._copies = copies

    def borrow(self) -> Connection:
        """A connection with a consistent view of the file."""
        connection = self._engine.connect()
        try:
            connection.begin()
        except BaseException:
            connection.close()
            raise
        return connection

    def give_back(self, connection: Connection) -> None:
        """Forget the view."""
        connection.close()

    def refusals(self) -> AbstractContextManager[None]:
        """See `Source`."""
        return backups.refusals(self._database, self._copies)


class Writer:
    """The one connection that writes. Threads take turns."""

    def __init__(self, engine: Engine, database: Path, copies: Path) -> None:
        self._engine = engine
        self._database = database
        self._copies = copies
        self._turn = threading.RLock()
        self._kept: Connection | None = None
        self._seen: object = None

    def borrow(self) -> Connection:
        """The connection, holding the file's write lock; waits for other writers first.

        Raises:
            StorageBusy: another thread writes for too long.
        """
        if not self._turn.acquire(timeout=sqlite.BUSY_SECONDS):
            raise StorageBusy(self._database)
        try:
            connection = self._connection()
            connection.begin()
        except BaseException:
            self._turn.release()
            raise
        return connection

    def give_back(self, connection: Connection) -> None:
        """Undo what was not committed, and let the next thread write."""
        try:
            sqlite.roll_back(connection)
        except (DBAPIError, sqlite3.Error):
            self._drop()
            raise
        finally:
            self._turn.release()

    def refusals(self) -> AbstractContextManager[None]:
        """See `Source`."""
        return backups.refusals(self._database, self._copies)

    def has_news(self) -> bool:
        """Whether anyone but this writer changed the file since the last call.

        While a thread of ours writes the answer is False; the next call tells.
        """
        if not self._turn.acquire(blocking=False):
            return False
        try:
            seen, self._seen = self._seen, sqlite.data_version(self._connection())
            return seen is not None and seen != self._seen
        finally:
            self._turn.release()

    def close(self) -> None:
        """Let go of the connection."""
        with self._turn:
            self._drop()

    def _connection(self) -> Connection:
        if self._kept is None:
            self._kept = sqlite.for_writing(self._engine.connect())
        return self._kept

    def _drop(self) -> None:
        kept, self._kept = self._kept, None
        self._seen = None
        if kept is not None:
            kept.invalidate()
            kept.close()
