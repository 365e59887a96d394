"""The full-text index as only SQLite knows it: FTS5 with trigrams over `task_words`.

The index keeps no text of its own; triggers keep it in step with that table,
whose columns are folded already, so it compares characters as they are and
finds exactly what `contains` does. A SQLite without FTS5 has only `contains`:
there the triggers go, and the first one that has it makes the index anew.
"""

from __future__ import annotations

import contextlib
import functools
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import (
    BindParameter,
    Column,
    ColumnElement,
    Connection,
    Integer,
    MetaData,
    Table,
    UnaryExpression,
    func,
    literal_column,
    select,
)
from sqlalchemy.sql.operators import custom_op

from models.storage.sqlite import BUSY_SECONDS, refusals

T = TypeVar("T")

#: A text to be matched has at least so many characters.
SHORTEST_MATCH = 3
INDEX = "task_search"
#: The index and the tables in which SQLite keeps it: none of them is one of ours.
INDEX_TABLES = (INDEX, *(f"{INDEX}_{part}" for part in ("config", "data", "docsize", "idx")))
WORD_COLUMNS = ("summary", "description", "categories", "steps")

_COLUMNS = ", ".join(WORD_COLUMNS)
_OLD = ", ".join(f"old.{name}" for name in WORD_COLUMNS)
_NEW = ", ".join(f"new.{name}" for name in WORD_COLUMNS)
_ADD = f"INSERT INTO {INDEX}(rowid, {_COLUMNS}) VALUES (new.id, {_NEW});"
_TAKE = f"INSERT INTO {INDEX}({INDEX}, rowid, {_COLUMNS}) VALUES ('delete', old.id, {_OLD});"
# Nobody ranks by the length of a text, so the sizes of columns need not be kept.
_CREATE = (
    f"CREATE VIRTUAL TABLE {INDEX} USING fts5({_COLUMNS}, content='task_words', "
    "content_rowid='id', columnsize=0, tokenize='trigram case_sensitive 1')"
)
_TRIGGERS = {
    "task_words_added": f"AFTER INSERT ON task_words BEGIN {_ADD} END",
    "task_words_changed": f"AFTER UPDATE OF {_COLUMNS} ON task_words BEGIN {_TAKE} {_ADD} END",
    "task_words_taken": f"AFTER DELETE ON task_words BEGIN {_TAKE} END",
}
_HAS_TRIGGER = "SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND name = 'task_words_added'"

#: The index; its rowid is the id of the words.
FOUND = Table(INDEX, MetaData(), Column("rowid", Integer, primary_key=True))


@functools.cache
def is_supported() -> bool:
    """Whether the SQLite of this Python has FTS5 with trigrams (3.34 and later)."""
    if sqlite3.sqlite_version_info < (3, 34):
        return False
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        found = connection.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'")
        return found.fetchone() is not None


def index_statements() -> tuple[str, ...]:
    """What makes the index of the words that there are; nothing where it is not supported."""
    if not is_supported():
        return ()
    triggers = (f"CREATE TRIGGER {name} {body}" for name, body in _TRIGGERS.items())
    return (_CREATE, f"INSERT INTO {INDEX}({INDEX}) VALUES ('rebuild')", *triggers)


def settle(path: Path) -> None:
    """Leave the file at `path` with an index in step where this SQLite can keep one.

    Else without the triggers, which would let no task be written.
    """
    with (
        refusals(path),
        contextlib.closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as connection,
    ):
        connection.isolation_level = None
        connection.execute("BEGIN IMMEDIATE")
        has_triggers = connection.execute(_HAS_TRIGGER).fetchone() is not None
        if has_triggers != is_supported():
            if is_supported():
                connection.execute(f"DROP TABLE IF EXISTS {INDEX}")
                statements = index_statements()
            else:
                statements = tuple(f"DROP TRIGGER {name}" for name in _TRIGGERS)
            for statement in statements:
                connection.execute(statement)
        connection.execute("COMMIT")


def is_settled(connection: Connection) -> bool:
    """Whether the file has nothing for `settle` to do."""
    found = connection.exec_driver_sql(_HAS_TRIGGER).first()
    return (found is not None) == is_supported()


def matches(match: BindParameter[Any]) -> ColumnElement[bool]:
    """Whether the FTS5 expression `match` finds the row of `FOUND`."""
    return literal_column(INDEX).op("MATCH", is_comparison=True)(match)


def is_among(words_id: ColumnElement[int], match: BindParameter[Any]) -> ColumnElement[bool]:
    """Whether the words with that id are among those that `match` finds."""
    # Else SQLite walks through all that was found for each task.
    return unindexed(words_id).in_(select(FOUND.c.rowid).where(matches(match)))


def unindexed(column: ColumnElement[T]) -> ColumnElement[T]:
    """The column with a plus before it, which says: look nothing up by its index."""
    return UnaryExpression(column, operator=custom_op("+"), type_=column.type)


def quoted(text: str, column: str | None = None) -> str:
    """The FTS5 expression that finds `text`, of any characters, in one column or in all."""
    doubled = text.replace('"', '""')
    return f'({column} : "{doubled}")' if column else f'"{doubled}"'


def contains(column: ColumnElement[str], text: BindParameter[Any]) -> ColumnElement[bool]:
    """Whether the characters of `text` stand in `column`."""
    return func.instr(column, text) > literal_column("0")


def any_contains(columns: Iterable[ColumnElement[str]], text: BindParameter[Any]) -> Any:
    """Whether they stand in one of `columns`."""
    first, *rest = columns
    found: Any = contains(first, text)
    for column in rest:
        found = found | contains(column, text)
    return found
