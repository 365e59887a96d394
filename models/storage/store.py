"""One data file: opens it, brings its schema up to date, hands out units of work."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlalchemy import bindparam, insert, select

from models.storage import schema, sqlite
from models.storage.tables import accounts
from models.storage.unit import UnitOfWork

_LOCAL_ACCOUNT = (
    select(accounts.c.id).where(accounts.c.kind == "local").order_by(accounts.c.id).limit(1)
)
_ADD_ACCOUNT = insert(accounts).values(uid=bindparam("new_uid"), kind="local", name="")


class Store:
    """The data file at `database`, for one process. Threads may share it."""

    def __init__(self, database: Path) -> None:
        self.database = database
        self._reading = sqlite.engine_for(database)
        self._writing = sqlite.writing(self._reading)

    @classmethod
    def open(cls, database: Path, backups: Path, now: datetime) -> Store:
        """The store on a file that is made, or migrated, when it has to be.

        Raises:
            StorageRefusal: see `schema.prepare`.
        """
        schema.prepare(database, backups, now)
        return cls(database)

    def local_account(self, new_uid: str, now: datetime) -> int:
        """The id of the device's own account, made with `new_uid` when there is none."""
        with sqlite.refusals(self.database):
            with self._reading.connect() as connection:
                if (found := connection.execute(_LOCAL_ACCOUNT).scalar()) is not None:
                    return found
            with self._writing.begin() as connection:
                if (found := connection.execute(_LOCAL_ACCOUNT).scalar()) is None:
                    connection.execute(_ADD_ACCOUNT, {"new_uid": new_uid, "created": now})
                    found = connection.execute(_LOCAL_ACCOUNT).scalar_one()
                return found

    def reading(self, account_id: int) -> UnitOfWork:
        """A consistent look at one account's rows; a write in it is rolled back."""
        return UnitOfWork(self._reading, self.database, account_id)

    def writing(self, account_id: int) -> UnitOfWork:
        """A change to one account's rows; waits for other writers first."""
        return UnitOfWork(self._writing, self.database, account_id)

    def close(self) -> None:
        """Let go of the file."""
        self._reading.dispose()
