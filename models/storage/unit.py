"""One gesture, one transaction, one account.

Leaving the block without `commit` undoes everything. Statements go through
`execute`, which takes none that forgets the account.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, CursorResult, Engine, Executable, Insert
from sqlalchemy.exc import DBAPIError

from models.storage import sqlite
from models.storage.guard import ACCOUNT, require_account


class UnitOfWork:
    """A transaction for the account `account_id` on the data file at `path`."""

    def __init__(self, engine: Engine, path: Path, account_id: int) -> None:
        self.account_id = account_id
        self._engine = engine
        self._path = path
        self._connection: Connection | None = None

    def __enter__(self) -> Self:
        with sqlite.refusals(self._path):
            connection = self._engine.connect()
            try:
                connection.begin()
            except BaseException:
                connection.close()
                raise
        self._connection = connection
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        connection, self._connection = self._open, None
        if isinstance(error, DBAPIError):
            with sqlite.refusals(self._path):
                connection.close()
                raise error
        connection.close()

    @property
    def _open(self) -> Connection:
        if self._connection is None:
            raise RuntimeError("a unit of work is used outside its with block")
        return self._connection

    def execute(
        self,
        statement: Executable,
        parameters: Mapping[str, Any] | Sequence[Mapping[str, Any]] = (),
    ) -> CursorResult[*tuple[Any, ...]]:
        """Run `statement` with `parameters` and the account's id.

        Raises:
            UnscopedStatement: an owned table in it is not tied to the account.
        """
        require_account(statement)
        key = "account_id" if isinstance(statement, Insert) else ACCOUNT
        if isinstance(parameters, Mapping):
            return self._open.execute(statement, {**parameters, key: self.account_id})
        if not parameters:
            return self._open.execute(statement, {key: self.account_id})
        rows = [{**row, key: self.account_id} for row in parameters]
        return self._open.execute(statement, rows)

    def commit(self) -> None:
        """Make every change of the unit last."""
        with sqlite.refusals(self._path):
            self._open.commit()
