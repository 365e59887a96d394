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

_UNDECIDED = tasks.c.waiting_for.is_(None)
_COUNT_MISSED = select(func.count()).select_from(tasks).where(MINE, OPEN, MISSED, _UNDECIDED)
_COUNT_DUE_MISSED = select(func.count()).select_from(tasks).where(MINE, OPEN, IN_RANGE, _UNDECIDED)

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
_BUT = tasks.c.uid != bindparam("but")
_LOAD = select(tasks.c.due_at, tasks.c.estimate).where(
    MINE, OPEN, IN_RANGE, tasks.c.estimate.is_not(None), _BUT
)
_DUE_TIMES = select(tasks.c.due_at).where(
    MINE, OPEN, IN_RANGE, tasks.c.due_time.is_not(None), tasks.c.parent_uid.is_(None), _BUT
)


def count_due_missed(unit: UnitOfWork, first: datetime, now: datetime) -> int:
    """How many were due from `first` until `now`, are open and wait for nobody."""
    return unit.execute(_COUNT_DUE_MISSED, {"first": first, "last": now}).scalar_one()


def count_missed(unit: UnitOfWork, now: datetime) -> int:
    """How many of `missed` wait for nobody."""
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


def load(
    unit: UnitOfWork, first: datetime, last: datetime, *, but: str = ""
) -> list[tuple[datetime, Any]]:
    """Due and estimate of the open tasks in a range that have an estimate; none of task `but`."""
    rows = unit.execute(_LOAD, {"first": first, "last": last, "but": but})
    return [(due_at, estimate) for due_at, estimate in rows]


def due_times(
    unit: UnitOfWork, first: datetime, last: datetime, *, but: str
) -> tuple[datetime, ...]:
    """When the open tasks of a range are due that have a time; no steps, and not task `but`."""
    return tuple(unit.execute(_DUE_TIMES, {"first": first, "last": last, "but": but}).scalars())
