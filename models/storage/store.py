"""One data file: opens it, brings its schema up to date, hands out units of work."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlalchemy import bindparam, insert, select

from models.storage import schema, sqlite, sqlite_search
from models.storage.connections import Readers, Writer
from models.storage.tables import accounts
from models.storage.unit import UnitOfWork

_LOCAL_ACCOUNT = (
    select(accounts.c.id).where(accounts.c.kind == "local").order_by(accounts.c.id).limit(1)
)
_ADD_ACCOUNT = insert(accounts).values(uid=bindparam("new_uid"), kind="local", name="")


class Store:
    """The data file at `database`, for one process. Threads may share it.

    Its copies are in the folder `copies`, which is only looked at when the file
    turns out to be damaged.
    """

    def __init__(self, database: Path, copies: Path) -> None:
        self.database = database
        self._engine = sqlite.engine_for(database)
        self._readers = Readers(self._engine, database, copies)
        self._writer = Writer(self._engine, database, copies)

    @classmethod
    def open(cls, database: Path, copies: Path, now: datetime) -> Store:
        """The store on a file that is made, or migrated, when it has to be.

        Raises:
            StorageRefusal: see `schema.prepare`.
        """
        schema.prepare(database, copies, now)
        store = cls(database, copies)
        store._settle_index()
        store.has_news()
        return store

    def local_account(self, new_uid: str, now: datetime) -> int:
        """The id of the device's own account, made with `new_uid` when there is none."""
        with self._readers.refusals():
            connection = self._readers.borrow()
            try:
                found = connection.execute(_LOCAL_ACCOUNT).scalar()
            finally:
                self._readers.give_back(connection)
            return self._made_account(new_uid, now) if found is None else found

    def reading(self, account_id: int) -> UnitOfWork:
        """A consistent look at one account's rows; a write in it is rolled back."""
        return UnitOfWork(self._readers, account_id)

    def writing(self, account_id: int) -> UnitOfWork:
        """A change to one account's rows; waits for other writers first."""
        return UnitOfWork(self._writer, account_id)

    def has_news(self) -> bool:
        """Whether another store, mostly of another process, wrote since the last call."""
        with self._writer.refusals():
            return self._writer.has_news()

    def close(self) -> None:
        """Let go of the file."""
        self._writer.close()
        self._engine.dispose()

    def _settle_index(self) -> None:
        with self._readers.refusals():
            connection = self._readers.borrow()
            try:
                is_settled = sqlite_search.is_settled(connection)
            finally:
                self._readers.give_back(connection)
            if not is_settled:
                sqlite_search.settle(self.database)

    def _made_account(self, new_uid: str, now: datetime) -> int:
        connection = self._writer.borrow()
        try:
            if (found := connection.execute(_LOCAL_ACCOUNT).scalar()) is None:
                connection.execute(_ADD_ACCOUNT, {"new_uid": new_uid, "created": now})
                found = connection.execute(_LOCAL_ACCOUNT).scalar_one()
            connection.commit()
        finally:
            self._writer.give_back(connection)
        return found
