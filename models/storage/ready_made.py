"""Statements made ready once for each database: rows written whole, taken away or looked up.

SQLAlchemy works each call out anew, which for a single row costs more than SQLite
takes. Here the text and the values' converters are kept, and the values go
straight to the driver. What the driver refuses is told as SQLAlchemy tells it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import TracebackType
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, Delete, Insert, Select, Table, insert
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import DBAPIError

from models.storage.guard import ACCOUNT, require_account

T = TypeVar("T")

#: So many rows are made at a time.
_ROWS = 128

_Converters = tuple[tuple[int, Callable[[Any], Any]], ...]


class _Ready(NamedTuple):
    """A statement's text, its values' names in its order, and the converted ones by place."""

    text: str
    names: tuple[str, ...]
    converters: _Converters

    def cells(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        """The values as the driver takes them; what is not named is NULL."""
        cells = [values.get(name) for name in self.names]
        for place, convert in self.converters:
            cells[place] = convert(cells[place])
        return tuple(cells)


class _Sent:
    """The driver's cursor, for as long as it is used; what it refuses is told as SQLAlchemy's.

    No generator: a gesture sends so many statements that the time of those would show.
    """

    __slots__ = ("_cursor", "_dialect", "_text")

    def __init__(self, connection: Connection, text: str) -> None:
        self._dialect = connection.dialect
        self._text = text
        self._cursor: Any = connection.connection.cursor()

    def __enter__(self) -> Any:
        return self._cursor

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._cursor.close()
        if error is not None and isinstance(error, self._dialect.loaded_dbapi.Error):
            raise _told(error, self._text, self._dialect) from error


class _Asked:
    """A statement of one account, made ready once for each database."""

    def __init__(self, statement: Delete | Select[*tuple[Any, ...]]) -> None:
        require_account(statement)
        self._statement = statement
        self._ready: dict[str, _Ready] = {}

    def _ready_for(self, dialect: Dialect) -> _Ready:
        if (ready := self._ready.get(dialect.name)) is None:
            ready = self._ready[dialect.name] = _made(self._statement, dialect)
        return ready


class RowInsert:
    """Adds rows to `table`; a column that a row does not name gets NULL, or its key's default."""

    def __init__(self, table: Table) -> None:
        self._statement = insert(table)
        self._columns = [
            column.name
            for column in table.c
            if not (column.primary_key and column.autoincrement is True)
        ]
        self._ready: dict[str, _Ready] = {}

    def run(
        self, connection: Connection, account_id: int, rows: Sequence[Mapping[str, Any]]
    ) -> None:
        """Write `rows`, all of them the account's.

        Raises:
            DBAPIError: the database refuses one.
        """
        dialect = connection.dialect
        if (ready := self._ready.get(dialect.name)) is None:
            ready = self._ready[dialect.name] = _made(self._statement, dialect, self._columns)
        values = [ready.cells({**row, "account_id": account_id}) for row in rows]
        with _Sent(connection, ready.text) as cursor:
            if len(values) == 1:
                cursor.execute(ready.text, values[0])
            else:
                cursor.executemany(ready.text, values)


class RowsTake(_Asked):
    """Takes away the rows that `statement`, a DELETE, finds.

    Raises:
        UnscopedStatement: the table is not tied to the account.
    """

    def run(self, connection: Connection, account_id: int, values: Mapping[str, Any]) -> None:
        """Those of the account that are found with `values`.

        Raises:
            DBAPIError: the database refuses it.
        """
        ready = self._ready_for(connection.dialect)
        with _Sent(connection, ready.text) as cursor:
            cursor.execute(ready.text, ready.cells({**values, ACCOUNT: account_id}))


class RowLookup(_Asked):
    """Finds the first row of `statement`, whose columns come as the driver gives them.

    Raises:
        UnscopedStatement: an owned table in it is not tied to the account.
    """

    def run(
        self, connection: Connection, account_id: int, values: Mapping[str, Any]
    ) -> tuple[Any, ...] | None:
        """The row for the account and `values`; None when there is none.

        Raises:
            DBAPIError: the database cannot be read.
        """
        ready = self._ready_for(connection.dialect)
        with _Sent(connection, ready.text) as cursor:
            cursor.execute(ready.text, ready.cells({**values, ACCOUNT: account_id}))
            return cursor.fetchone()


class RowsRead(_Asked):
    """Reads all rows of `statement`, each as `make` has it from the values of its columns.

    A value goes through its type's converter once: of thousands of rows many name the same day.

    Raises:
        UnscopedStatement: an owned table in it is not tied to the account.
    """

    def __init__(self, statement: Select[*tuple[Any, ...]]) -> None:
        super().__init__(statement)
        self._columns = statement
        self._converters: dict[str, _Converters] = {}

    def run(
        self,
        connection: Connection,
        account_id: int,
        values: Mapping[str, Any],
        make: Callable[[tuple[Any, ...]], T],
    ) -> tuple[T, ...]:
        """The rows for the account and `values`, in their order.

        Raises:
            DBAPIError: the database cannot be read.
        """
        dialect = connection.dialect
        ready = self._ready_for(dialect)
        if (converters := self._converters.get(dialect.name)) is None:
            converters = self._converters[dialect.name] = _converters(self._columns, dialect)
        # Columns that are converted alike share what they know: a last due is often the first.
        by_convert = {convert: _Known(convert).__getitem__ for _, convert in converters}
        known = [(place, by_convert[convert]) for place, convert in converters]
        found: list[T] = []
        with _Sent(connection, ready.text) as cursor:
            cursor.execute(ready.text, ready.cells({**values, ACCOUNT: account_id}))
            # A column at a time, of few rows: those let go of soon cost no collecting of garbage.
            while rows := cursor.fetchmany(_ROWS):
                columns: list[Iterable[Any]] = list(zip(*rows, strict=True))
                for place, convert in known:
                    columns[place] = map(convert, columns[place])
                found += map(make, zip(*columns, strict=True))
        return tuple(found)


class _Known(dict[Any, Any]):
    """What each value is converted to, worked out when it is asked for first."""

    def __init__(self, convert: Callable[[Any], Any]) -> None:
        self._convert = convert

    def __missing__(self, value: Any) -> Any:
        found = self[value] = self._convert(value)
        return found


def _converters(statement: Select[*tuple[Any, ...]], dialect: Dialect) -> _Converters:
    """The converters of a statement's columns, by place; most columns need none."""
    found = (
        (place, column.type.dialect_impl(dialect).result_processor(dialect, None))
        for place, column in enumerate(statement.selected_columns)
    )
    return tuple((place, convert) for place, convert in found if convert is not None)


def _made(
    statement: Delete | Insert | Select[*tuple[Any, ...]],
    dialect: Dialect,
    columns: list[str] | None = None,
) -> _Ready:
    compiled: Any = statement.compile(dialect=dialect, column_keys=columns)
    names = tuple(compiled.positiontup or compiled.binds)
    converters = (
        (place, compiled.binds[name].type.dialect_impl(dialect).bind_processor(dialect))
        for place, name in enumerate(names)
    )
    return _Ready(compiled.string, names, tuple((at, one) for at, one in converters if one))


def _told(error: Exception, text: str, dialect: Dialect) -> BaseException:
    """The driver's `error` as SQLAlchemy's; without the values, which are somebody's own."""
    return DBAPIError.instance(
        text, None, error, dialect.loaded_dbapi.Error, hide_parameters=True, dialect=dialect
    )
