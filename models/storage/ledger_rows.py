"""The append-only ledger: entries in the order in which they were written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import bindparam, select

from models.ledger import LedgerEntry
from models.storage.guard import ACCOUNT
from models.storage.ready_made import RowInsert, RowsRead
from models.storage.tables import ledger
from models.storage.types import UtcDateTime
from models.storage.unit import UnitOfWork

#: Made straight from a tuple: `LedgerEntry._make` is a call more for each of thousands.
_entry = partial(tuple.__new__, LedgerEntry)
_MINE = ledger.c.account_id == bindparam(ACCOUNT)
_COLUMNS = [ledger.c[name] for name in LedgerEntry._fields]
_ADD = RowInsert(ledger)
_FIRST = bindparam("first", type_=UtcDateTime())
_LAST = bindparam("last", type_=UtcDateTime())
_OF_TASK = RowsRead(
    select(*_COLUMNS).where(_MINE, ledger.c.task_uid == bindparam("this")).order_by(ledger.c.id)
)
_OF_GESTURE = (
    select(*_COLUMNS).where(_MINE, ledger.c.gesture == bindparam("this")).order_by(ledger.c.id)
)
_OF_TASKS = (
    select(*_COLUMNS)
    .where(_MINE, ledger.c.task_uid.in_(bindparam("these", expanding=True)))
    .order_by(ledger.c.id)
)
_OF_SPAN = RowsRead(
    select(*_COLUMNS)
    .where(_MINE, ledger.c.task_uid >= bindparam("low"), ledger.c.task_uid < bindparam("high"))
    .order_by(ledger.c.task_uid, ledger.c.id)
)
_EVERYTHING = select(*_COLUMNS).where(_MINE).order_by(ledger.c.id)
_TASKS = select(ledger.c.task_uid).where(_MINE).distinct().order_by(ledger.c.task_uid)
_promised = ledger.alias("promised")
#: Two lookups along two indexes; one condition with "or" would look along neither.
_TOUCHED = select(_promised.c.task_uid).where(
    _promised.c.account_id == bindparam(ACCOUNT),
    _promised.c.due_at >= _FIRST,
    _promised.c.due_at < _LAST,
)
_PROMISED_BETWEEN = RowsRead(
    # In the order of the index, by which they are found.
    select(*_COLUMNS)
    .where(_MINE, ledger.c.task_uid.in_(_TOUCHED))
    .order_by(ledger.c.task_uid, ledger.c.id)
)


def add(unit: UnitOfWork, entries: Sequence[LedgerEntry]) -> None:
    """Append what a gesture has to say; by way of `promise_rows.write`, which keeps promises."""
    if entries:
        unit.insert(_ADD, *(entry._asdict() for entry in entries))


def of_task(unit: UnitOfWork, uid: str) -> tuple[LedgerEntry, ...]:
    """Every entry about one task, oldest first."""
    return unit.read(_OF_TASK, _entry, this=uid)


def of_tasks(unit: UnitOfWork, uids: Sequence[str]) -> tuple[LedgerEntry, ...]:
    """Every entry about these tasks, oldest first; some hundreds at most."""
    return _read(unit, _OF_TASKS, {"these": uids})


def of_span(unit: UnitOfWork, low: str, high: str) -> tuple[LedgerEntry, ...]:
    """Every entry about the tasks of ``low <= uid < high``, task by task, oldest first."""
    return unit.read(_OF_SPAN, _entry, low=low, high=high)


def of_gesture(unit: UnitOfWork, gesture: str) -> tuple[LedgerEntry, ...]:
    """What one gesture wrote, in its order."""
    return _read(unit, _OF_GESTURE, {"this": gesture})


def everything(unit: UnitOfWork) -> tuple[LedgerEntry, ...]:
    """The whole ledger, oldest first."""
    return _read(unit, _EVERYTHING, {})


def promised_between(unit: UnitOfWork, first: datetime, last: datetime) -> tuple[LedgerEntry, ...]:
    """Every entry of the tasks that were ever promised for ``first <= due < last``.

    Task by task, each one's oldest first.
    """
    return unit.read(_PROMISED_BETWEEN, _entry, first=first, last=last)


def tasks(unit: UnitOfWork) -> tuple[str, ...]:
    """The uids of all tasks that are in the ledger, in their order."""
    return tuple(unit.execute(_TASKS).scalars())


def _read(unit: UnitOfWork, statement: Any, values: dict[str, Any]) -> tuple[LedgerEntry, ...]:
    return tuple(map(LedgerEntry._make, unit.execute(statement, values).all()))
