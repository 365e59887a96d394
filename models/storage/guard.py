"""No statement reaches the database unless it names the account it is for.

A read or write that forgets the account would show one person another's tasks.
So a unit of work takes a statement only if every table that has an
``account_id`` is tied, by equality, to the bound ``:account`` or to a table that is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from weakref import WeakSet

from sqlalchemy import BindParameter, Column, Delete, Executable, Insert, Select, Update
from sqlalchemy.sql import operators, visitors
from sqlalchemy.sql.elements import BinaryExpression
from sqlalchemy.sql.selectable import FromClause, Join

#: The bound parameter that every statement compares ``account_id`` with.
ACCOUNT = "account"

_checked: WeakSet[Executable] = WeakSet()


class UnscopedStatement(Exception):
    """A fault of ours: a statement that forgets the account."""


def require_account(statement: Executable) -> None:
    """Let `statement` pass only if every owned table in it is tied to the account.

    Raises:
        UnscopedStatement: a table is not tied, or the statement is plain text.
    """
    if statement in _checked:
        return
    if not isinstance(statement, Select | Insert | Update | Delete):
        raise UnscopedStatement(str(statement))
    used: set[FromClause] = set()
    tied: set[FromClause] = set()
    links: list[tuple[FromClause, FromClause]] = []
    for element in visitors.iterate(statement):
        if isinstance(element, Select):
            used.update(_tables(element.get_final_froms()))
        elif isinstance(element, Update | Delete):
            used.update(_tables([element.table]))
        elif isinstance(element, BinaryExpression) and element.operator is operators.eq:
            sides = (element.left, element.right)
            named = [s.table for s in sides if isinstance(s, Column) and s.name == "account_id"]
            if len(named) == 2:
                links.append((named[0], named[1]))
            elif named and any(isinstance(s, BindParameter) and s.key == ACCOUNT for s in sides):
                tied.add(named[0])
    for _ in links:
        for left, right in links:
            if left in tied or right in tied:
                tied |= {left, right}
    if forgotten := used - tied:
        names = ", ".join(sorted(str(table) for table in forgotten))
        raise UnscopedStatement(f"{names}: {statement}")
    _checked.add(statement)


def _tables(froms: Sequence[FromClause]) -> Iterator[FromClause]:
    """The owned tables and aliases that a FROM list reads, joins taken apart."""
    for part in froms:
        if isinstance(part, Join):
            yield from _tables([part.left, part.right])
        elif "account_id" in part.c:
            yield part
