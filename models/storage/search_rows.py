"""Searches as statements: what a meaning asks for, as conditions on one account's tasks.

A statement is built once for each shape of a query; its values are bound. No
function is applied to an indexed column, the bounds are UTC instants, and every
test is false, never NULL, of a task that lacks what it looks at, so that its
opposite is true.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    and_,
    bindparam,
    func,
    literal,
    literal_column,
    not_,
    or_,
    select,
    true,
    tuple_,
    type_coerce,
)

from models.query.meaning import AllOf, AnyOf, Condition, Meaning, NoneOf
from models.storage import sqlite_search
from models.storage.conditions import KEPT, MINE
from models.storage.guard import ACCOUNT
from models.storage.search_tests import TESTS
from models.storage.tables import task_attendees, task_words, tasks
from models.storage.types import UtcDateTime
from models.storage.unit import UnitOfWork

#: Where tasks without a due come in the order.
_UNDATED = datetime(9999, 1, 1, tzinfo=UTC)
#: Of so many words of a query it is told whether they stand in the title.
_TOLD_WORDS = 8


class Place(NamedTuple):
    """Where a task stands among what was found, in the order of the fields.

    `misses` counts the words that its title lacks; `due_at` is far away without a due.
    """

    shelf: int
    misses: int
    due_at: datetime
    position: str
    uid: str


#: A shape is a kind of test, or a connective with the shapes below it.
_Shape = str | tuple[Any, ...]
_ON_WORDS = frozenset({"text", "tag", "match"})
_SAME_TASK = and_(
    task_words.c.account_id == tasks.c.account_id, task_words.c.task_uid == tasks.c.uid
)
_PEOPLE = (
    select(task_attendees.c.name)
    .where(task_attendees.c.account_id == bindparam(ACCOUNT))
    .distinct()
)
#: What a match finds is seldom much: from there to its words, then to the task, and no other way.
_FROM_MATCH = sqlite_search.FOUND.join(
    task_words,
    and_(
        task_words.c.account_id == bindparam(ACCOUNT),
        task_words.c.id == sqlite_search.unindexed(sqlite_search.FOUND.c.rowid),
    ),
).join(tasks, tasks.c.uid == sqlite_search.unindexed(task_words.c.task_uid))


def page(
    unit: UnitOfWork, meaning: Meaning, *, with_trash: bool, after: Place | None, limit: int
) -> list[Place]:
    """At most `limit` of the tasks that `meaning` holds for, those behind `after`.

    Open tasks come first; then those with more of the words in their title; then by due.
    """
    tests = _indexed(meaning)
    titles = list(dict.fromkeys(_positive_texts(meaning)))[:_TOLD_WORDS]
    statement = _page(_shape(tests), len(titles), with_trash, after is not None)
    values = {f"title{n}": text for n, text in enumerate(titles)}
    if after is not None:
        values |= {f"after_{name}": value for name, value in after._asdict().items()}
    found = unit.execute(statement, {**_values(tests), **values, "limit": limit})
    return [Place._make(row) for row in found.all()]


def count(unit: UnitOfWork, meaning: Meaning, *, with_trash: bool, limit: int) -> int:
    """How many tasks `meaning` holds for; `limit` means as many or more."""
    tests = _indexed(meaning)
    statement = _count(_shape(tests), with_trash)
    return unit.execute(statement, {**_values(tests), "limit": limit}).scalar_one()


def people(unit: UnitOfWork) -> tuple[str, ...]:
    """The names of all whom a task is shared with, in no order."""
    return tuple(unit.execute(_PEOPLE).scalars())


def _indexed(meaning: Meaning) -> Meaning:
    """The same, with what the full-text index can tell put into as few matches as can be.

    Of what has to hold in any case, a match comes first.
    """
    if not sqlite_search.is_supported():
        return meaning
    if (match := _match(meaning)) is not None:
        return Condition("match", (match,))
    match meaning:
        case NoneOf(part=part):
            return NoneOf(_indexed(part))
        case AllOf():
            return _gathered(AllOf(tuple(_conjuncts(meaning))))
        case AnyOf():
            return _gathered(meaning)
    return meaning


def _gathered(meaning: AllOf | AnyOf) -> Meaning:
    several = type(meaning)
    inside = tuple(part for part in meaning.parts if _match(part) is not None)
    outside = tuple(_indexed(part) for part in meaning.parts if _match(part) is None)
    match = _match(several(inside))
    return several((*([Condition("match", (match,))] if match else []), *outside))


def _conjuncts(meaning: Meaning) -> Iterator[Meaning]:
    if isinstance(meaning, AllOf):
        for part in meaning.parts:
            yield from _conjuncts(part)
    else:
        yield meaning


def _match(meaning: Meaning) -> str | None:
    """The FTS5 expression for all of it; None where the index cannot tell."""
    match meaning:
        case Condition(kind="text" | "tag" as kind, values=(str() as text,)):
            if len(text) < sqlite_search.SHORTEST_MATCH:
                return None
            return sqlite_search.quoted(text, "categories" if kind == "tag" else None)
        case AllOf(parts=parts) | AnyOf(parts=parts) if parts:
            found = [_match(part) for part in parts]
            joined = " AND " if isinstance(meaning, AllOf) else " OR "
            told = [one for one in found if one is not None]
            return f"({joined.join(told)})" if len(told) == len(found) else None
    return None


def _positive_texts(meaning: Meaning) -> Iterator[str]:
    match meaning:
        case Condition(kind="text", values=(str() as text,)):
            yield text
        case AllOf(parts=parts) | AnyOf(parts=parts):
            for part in parts:
                yield from _positive_texts(part)


def _shape(meaning: Meaning) -> _Shape:
    match meaning:
        case Condition(kind=kind):
            return kind
        case NoneOf(part=part):
            return ("not", _shape(part))
        case AllOf(parts=parts):
            return ("and", *map(_shape, parts))
        case AnyOf(parts=parts):
            return ("or", *map(_shape, parts))


def _values(meaning: Meaning) -> dict[str, Any]:
    return {f"value{number}": value for number, value in enumerate(_each_value(meaning))}


def _each_value(meaning: Meaning) -> Iterator[object]:
    match meaning:
        case Condition(values=values):
            yield from values
        case NoneOf(part=part):
            yield from _each_value(part)
        case AllOf(parts=parts) | AnyOf(parts=parts):
            for part in parts:
                yield from _each_value(part)


def _condition(shape: _Shape, next_name: Callable[[], str]) -> ColumnElement[bool]:
    if isinstance(shape, str):
        return TESTS[shape](next_name)
    connective, *below = shape
    conditions = [_condition(one, next_name) for one in below]
    if connective == "not":
        return not_(conditions[0])
    if not conditions:
        return true()
    return and_(*conditions) if connective == "and" else or_(*conditions)


def _is_on_words(shape: _Shape) -> bool:
    if isinstance(shape, str):
        return shape in _ON_WORDS
    return any(_is_on_words(one) for one in shape[1:])


def _found(
    shape: _Shape, columns: list[Any], *, with_words: bool, with_trash: bool
) -> Select[*tuple[Any, ...]]:
    numbers = iter(range(1_000_000))

    def next_name() -> str:
        return f"value{next(numbers)}"

    if shape == "match" or shape[:2] == ("and", "match"):
        match = sqlite_search.matches(bindparam(next_name()))
        rest: _Shape = ("and", *shape[2:]) if isinstance(shape, tuple) else ("and",)
        source = _FROM_MATCH
        conditions = [match, _condition(rest, next_name)]
    else:
        source = tasks.join(task_words, _SAME_TASK) if with_words else tasks
        conditions = [_condition(shape, next_name)]
    statement = select(*columns).select_from(source).where(MINE, *conditions)
    return statement if with_trash else statement.where(KEPT)


@lru_cache(maxsize=128)
def _page(
    shape: _Shape, titles: int, with_trash: bool, is_continued: bool
) -> Select[*tuple[Any, ...]]:
    misses: ColumnElement[Any] = literal_column("0")
    for number in range(titles):
        has = sqlite_search.contains(task_words.c.summary, bindparam(f"title{number}"))
        misses = misses + not_(has) if number else type_coerce(not_(has), Integer)
    due = func.coalesce(tasks.c.due_at, literal(_UNDATED, UtcDateTime()), type_=UtcDateTime())
    keys = [tasks.c.shelf, misses, due, tasks.c.position, tasks.c.uid]
    names = [f"found_{name}" for name in Place._fields]
    labelled = [key.label(name) for key, name in zip(keys, names, strict=True)]
    statement = _found(
        shape,
        labelled,
        with_words=titles > 0 or _is_on_words(shape),
        with_trash=with_trash,
    )
    if is_continued:
        types: Mapping[str, Any] = {"due_at": UtcDateTime()}
        last = [bindparam(f"after_{name}", type_=types.get(name)) for name in Place._fields]
        statement = statement.where(tuple_(*keys) > tuple_(*last))
    # By their names: SQLite takes a bare number for the number of a column.
    return statement.order_by(*map(literal_column, names)).limit(bindparam("limit"))


@lru_cache(maxsize=128)
def _count(shape: _Shape, with_trash: bool) -> Select[*tuple[Any, ...]]:
    found = _found(
        shape,
        [literal_column("1").label("found")],
        with_words=_is_on_words(shape),
        with_trash=with_trash,
    )
    return select(func.count()).select_from(found.limit(bindparam("limit")).subquery())
