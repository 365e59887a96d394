"""Insertions of whole rows, compiled once for each database.

SQLAlchemy works an INSERT's values out anew for each call, which costs more than
SQLite takes to write them. Here the text and the columns' converters are kept,
and a row goes straight to the driver.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, insert
from sqlalchemy.engine import Dialect

_Converter = Callable[[Any], Any]


class RowInsert:
    """Adds rows to `table`; a column that a row does not name gets NULL, or its key's default."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._columns = [
            column
            for column in table.c
            if not (column.primary_key and column.autoincrement is True)
        ]
        self._prepared: dict[str, tuple[str, tuple[tuple[str, _Converter | None], ...]]] = {}

    def run(
        self, connection: Connection, account_id: int, rows: Sequence[Mapping[str, Any]]
    ) -> None:
        """Write `rows`, all of them the account's."""
        text, columns = self._prepared.get(connection.dialect.name) or self._prepare(
            connection.dialect
        )
        values = [
            tuple(
                account_id
                if name == "account_id"
                else convert(row.get(name))
                if convert
                else row.get(name)
                for name, convert in columns
            )
            for row in rows
        ]
        connection.exec_driver_sql(text, values[0] if len(values) == 1 else values)

    def _prepare(self, dialect: Dialect) -> tuple[str, tuple[tuple[str, _Converter | None], ...]]:
        compiled = insert(self._table).compile(
            dialect=dialect, column_keys=[column.name for column in self._columns]
        )
        by_name = {column.name: column for column in self._columns}
        order = getattr(compiled, "positiontup", None) or list(by_name)
        columns = tuple(
            (name, by_name[name].type.dialect_impl(dialect).bind_processor(dialect))
            for name in order
        )
        prepared = self._prepared[dialect.name] = (compiled.string, columns)
        return prepared
