"""No statement reaches the database unless it names the account it is for.

A read or write that forgets the account would show one person another's tasks.
So a unit of work takes a statement only if every table that has an
``account_id`` is tied, by an equality that always holds, to the bound
``:account`` or to a table that is; and none that writes an ``account_id`` itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from weakref import WeakSet

from sqlalchemy import BindParameter, Column, Delete, Executable, Insert, Select, Update
from sqlalchemy.sql import operators
from sqlalchemy.sql.elements import BinaryExpression, BooleanClauseList, Grouping
from sqlalchemy.sql.selectable import CTE, FromClause, Join, Subquery
from sqlalchemy.sql.visitors import HasTraverseInternals

#: The bound parameter that every statement compares ``account_id`` with.
ACCOUNT = "account"

_checked: WeakSet[Executable] = WeakSet()
_NOBODY: frozenset[FromClause] = frozenset()


class UnscopedStatement(Exception):
    """A fault of ours: a statement that forgets the account."""


def require_account(statement: Executable) -> None:
    """Let `statement` pass only if every owned table in it is tied to the account.

    Raises:
        UnscopedStatement: a table is not tied, an ``account_id`` is set by hand,
            or the statement is plain text.
    """
    if statement in _checked:
        return
    if not isinstance(statement, Select | Insert | Update | Delete):
        raise UnscopedStatement(str(statement))
    if isinstance(statement, Insert | Update):
        _require_no_account_set(statement)
    _require(statement, _NOBODY)
    _checked.add(statement)


def _require(statement: Any, enclosing: frozenset[FromClause]) -> None:
    """Check one SELECT, UPDATE or DELETE, then those inside it."""
    conditions: list[tuple[Any, frozenset[FromClause] | None]] = []
    used = _NOBODY
    if isinstance(statement, Select):
        froms = statement.get_final_froms()
        used = frozenset(_tables(froms))
        conditions += _join_conditions(froms)
        if used - enclosing:
            used -= enclosing
    elif isinstance(statement, Update | Delete):
        used = frozenset(_tables([statement.table]))
    if used:
        where = getattr(statement, "_where_criteria", ())
        conditions += ((condition, None) for condition in where)
        if forgotten := used - _tied(used, conditions):
            names = ", ".join(sorted(str(table) for table in forgotten))
            raise UnscopedStatement(f"{names}: {statement}")
    for inner, is_source in _inner(statement):
        _require(inner, _NOBODY if is_source else enclosing | used)


def _tied(
    used: frozenset[FromClause], conditions: Sequence[tuple[Any, frozenset[FromClause] | None]]
) -> set[FromClause]:
    """Those of `used` that the conditions tie; a table outside them is checked where it is used.

    With a condition come the tables whose rows it holds for; None: for all.
    """
    tied: set[FromClause] = set()
    links: list[tuple[FromClause, FromClause]] = []
    for condition, holds_for in conditions:
        for left, right in _equalities(condition):
            for one, other in ((left, right), (right, left)):
                table = _owner(one)
                if table is None or (holds_for is not None and table not in holds_for):
                    continue
                anchor = _owner(other)
                if anchor in used:
                    links.append((table, anchor))
                elif anchor is not None or _is_account(other):
                    tied.add(table)
    for _ in links:
        tied.update(table for table, anchor in links if anchor in tied)
    return tied


def _equalities(condition: Any) -> Iterator[tuple[Any, Any]]:
    """The sides of each equality that holds whenever `condition` does."""
    if isinstance(condition, Grouping):
        yield from _equalities(condition.element)
    elif isinstance(condition, BooleanClauseList) and condition.operator is operators.and_:
        for clause in condition.clauses:
            yield from _equalities(clause)
    elif isinstance(condition, BinaryExpression) and condition.operator is operators.eq:
        yield condition.left, condition.right


def _owner(side: Any) -> FromClause | None:
    return side.table if isinstance(side, Column) and side.name == "account_id" else None


def _is_account(side: Any) -> bool:
    return isinstance(side, BindParameter) and side.key == ACCOUNT


def _tables(froms: Sequence[FromClause]) -> Iterator[FromClause]:
    """The owned tables and aliases that a FROM list reads, joins taken apart."""
    for part in froms:
        if isinstance(part, Join):
            yield from _tables([part.left, part.right])
        elif "account_id" in part.c and not isinstance(part, CTE | Subquery):
            yield part


def _join_conditions(
    froms: Sequence[FromClause],
) -> Iterator[tuple[Any, frozenset[FromClause] | None]]:
    """ON conditions; that of an outer join says nothing of the left side's rows."""
    for part in froms:
        if isinstance(part, Join):
            holds_for = frozenset(_tables([part.right])) if part.isouter else None
            yield part.onclause, _NOBODY if part.full else holds_for
            yield from _join_conditions([part.left, part.right])


def _inner(element: HasTraverseInternals) -> Iterator[tuple[Select[Any], bool]]:
    """The SELECTs directly inside, and whether each is a source of rows of its own."""
    for child in element.get_children():
        if isinstance(child, Select):
            yield child, isinstance(element, CTE | Subquery)
        else:
            is_source = isinstance(child, CTE | Subquery)
            for found, was_source in _inner(child):
                yield found, is_source or was_source


def _require_no_account_set(statement: Insert | Update) -> None:
    several = (row for rows in statement._multi_values for row in rows if isinstance(row, dict))
    for row in (statement._values or {}, *several):
        if any(getattr(column, "key", column) == "account_id" for column in row):
            raise UnscopedStatement(f"account_id is set by hand: {statement.table}")
    if isinstance(statement, Insert) and statement.select is not None:
        raise UnscopedStatement(f"rows of a SELECT have no account of ours: {statement.table}")
