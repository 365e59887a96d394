"""How much lists hold, and how much work: numbers along the indexes of `lines`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ScalarSelect,
    Select,
    bindparam,
    func,
    literal_column,
    select,
)

from models.storage.conditions import IN_RANGE, MINE, MISSED, ON_SHELF, OPEN, UNDATED
from models.storage.tables import Shelf, tasks
from models.storage.types import UtcDateTime
from models.storage.unit import UnitOfWork

_COUNT_MISSED = select(func.count()).select_from(tasks).where(MINE, OPEN, MISSED)
_COUNT_BETWEEN = select(func.count()).select_from(tasks).where(MINE, OPEN, IN_RANGE)

#: Counts stop here: past it nobody reads the number, and it costs ever more.
COUNT_LIMIT = 500


def _capped(*conditions: ColumnElement[bool]) -> ScalarSelect[int]:
    found = select(literal_column("1").label("found")).select_from(tasks)
    rows = found.where(MINE, OPEN, *conditions).limit(COUNT_LIMIT).subquery()
    return select(func.count()).select_from(rows).scalar_subquery()


def _capped_between(number: int) -> ScalarSelect[int]:
    first = bindparam(f"first{number}", type_=UtcDateTime())
    last = bindparam(f"last{number}", type_=UtcDateTime())
    return _capped(tasks.c.due_at >= first, tasks.c.due_at < last)


def _counts(ranges: int) -> Select[*tuple[Any, ...]]:
    between = (_capped_between(number) for number in range(ranges))
    return select(*between, _capped(MISSED), _capped(UNDATED))


_COUNTS: dict[int, Select[*tuple[Any, ...]]] = {}
_COUNT_SHELF = {
    shelf: select(func.count()).select_from(tasks).where(MINE, condition)
    for shelf, condition in ON_SHELF.items()
}
_LOAD = select(tasks.c.due_at, tasks.c.estimate).where(
    MINE, OPEN, IN_RANGE, tasks.c.estimate.is_not(None)
)


def count_between(unit: UnitOfWork, first: datetime, last: datetime) -> int:
    """How many `open_between` has."""
    return unit.execute(_COUNT_BETWEEN, {"first": first, "last": last}).scalar_one()


def count_missed(unit: UnitOfWork, now: datetime) -> int:
    """How many `missed` has."""
    return unit.execute(_COUNT_MISSED, {"now": now}).scalar_one()


def counts(
    unit: UnitOfWork, ranges: Sequence[tuple[datetime, datetime]], now: datetime
) -> tuple[int, ...]:
    """How many `open_between` has for each range, then `missed`, then `open_undated`.

    `COUNT_LIMIT` at most.
    """
    if (statement := _COUNTS.get(len(ranges))) is None:
        statement = _COUNTS[len(ranges)] = _counts(len(ranges))
    bounds: dict[str, datetime] = {"now": now}
    for number, (first, last) in enumerate(ranges):
        bounds |= {f"first{number}": first, f"last{number}": last}
    return tuple(unit.execute(statement, bounds).one())


def count_shelf(unit: UnitOfWork, shelf: Shelf) -> int:
    """How many tasks are open, closed or in the trash."""
    return unit.execute(_COUNT_SHELF[shelf]).scalar_one()


def load(unit: UnitOfWork, first: datetime, last: datetime) -> list[tuple[datetime, Any]]:
    """Due and estimate of the open tasks in a range that have an estimate."""
    rows = unit.execute(_LOAD, {"first": first, "last": last})
    return [(due_at, estimate) for due_at, estimate in rows]
