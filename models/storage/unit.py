"""One gesture, one transaction, one account.

Leaving the block without `commit` undoes everything. Statements go through
`execute`, which takes none that forgets the account.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import Connection, CursorResult, Executable, Insert
from sqlalchemy.exc import DBAPIError

from models.storage.connections import Source
from models.storage.guard import ACCOUNT, require_account
from models.storage.ready_made import RowInsert, RowLookup, RowsRead, RowsTake

T = TypeVar("T")


class UnitOfWork:
    """A transaction for the account `account_id` on a connection of `source`."""

    def __init__(self, source: Source, account_id: int) -> None:
        self.account_id = account_id
        self._source = source
        self._connection: Connection | None = None
        #: What is done once, by its name, when all else is written.
        self.at_commit: dict[str, Callable[[], None]] = {}

    def __enter__(self) -> Self:
        try:
            self._connection = self._source.borrow()
        except BaseException:
            with self._source.refusals():
                raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if isinstance(error, DBAPIError):
            with self._source.refusals():
                self._end()
                raise error
        self._end()

    @property
    def _open(self) -> Connection:
        if self._connection is None:
            raise RuntimeError("a unit of work is used before or after its transaction")
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

    def insert(self, into: RowInsert, *rows: Mapping[str, Any]) -> None:
        """Add `rows`; they become the account's."""
        into.run(self._open, self.account_id, rows)

    def take(self, rows: RowsTake, **values: Any) -> None:
        """Take away the account's rows that `rows` finds with `values`."""
        rows.run(self._open, self.account_id, values)

    def find(self, lookup: RowLookup, **values: Any) -> tuple[Any, ...] | None:
        """The account's row that `lookup` finds with `values`; None when there is none."""
        return lookup.run(self._open, self.account_id, values)

    def read(
        self, rows: RowsRead, make: Callable[[tuple[Any, ...]], T], **values: Any
    ) -> tuple[T, ...]:
        """The account's rows that `rows` finds with `values`, as `make` has them."""
        return rows.run(self._open, self.account_id, values, make)

    def commit(self) -> None:
        """Make every change of the unit last. It takes no statement after that."""
        for finish in self.at_commit.values():
            finish()
        try:
            self._open.commit()
        except BaseException:
            with self._source.refusals():
                raise
        self._end()

    def _end(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            self._source.give_back(connection)
