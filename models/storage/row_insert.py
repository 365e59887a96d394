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

#: The statement, the columns in its order, and those whose values are converted, by place.
_Prepared = tuple[str, tuple[str, ...], tuple[tuple[int, Callable[[Any], Any]], ...]]


class RowInsert:
    """Adds rows to `table`; a column that a row does not name gets NULL, or its key's default."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._columns = [
            column
            for column in table.c
            if not (column.primary_key and column.autoincrement is True)
        ]
        self._prepared: dict[str, _Prepared] = {}

    def run(
        self, connection: Connection, account_id: int, rows: Sequence[Mapping[str, Any]]
    ) -> None:
        """Write `rows`, all of them the account's."""
        prepared = self._prepared.get(connection.dialect.name)
        text, names, converters = prepared or self._prepare(connection.dialect)
        values: list[tuple[Any, ...]] = []
        for row in rows:
            row = {**row, "account_id": account_id}
            cells = [row.get(name) for name in names]
            for place, convert in converters:
                cells[place] = convert(cells[place])
            values.append(tuple(cells))
        connection.exec_driver_sql(text, values[0] if len(values) == 1 else values)

    def _prepare(self, dialect: Dialect) -> _Prepared:
        compiled = insert(self._table).compile(
            dialect=dialect, column_keys=[column.name for column in self._columns]
        )
        by_name = {column.name: column for column in self._columns}
        names = tuple(getattr(compiled, "positiontup", None) or by_name)
        converters = tuple(
            (place, convert)
            for place, name in enumerate(names)
            if (convert := by_name[name].type.dialect_impl(dialect).bind_processor(dialect))
        )
        prepared = self._prepared[dialect.name] = (compiled.string, names, converters)
        return prepared
