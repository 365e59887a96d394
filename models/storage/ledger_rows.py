"""The append-only ledger: entries in the order in which they were written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple

from sqlalchemy import bindparam, select

from models.ledger import LedgerEntry
from models.storage.guard import ACCOUNT
from models.storage.ready_made import RowInsert, RowLookup, RowsRead
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
_OF_TASK = (
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
_EVERYTHING = select(*_COLUMNS).where(_MINE).order_by(ledger.c.id)
_LAST_ENTRY = select(ledger.c.id, ledger.c.gesture).where(_MINE).order_by(ledger.c.id.desc())
_ENTRY = RowLookup(select(ledger.c.gesture).where(_MINE, ledger.c.id == bindparam("this")))
_SINCE = select(ledger.c.task_uid).where(_MINE, ledger.c.id > bindparam("this")).distinct()
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


class LastEntry(NamedTuple):
    """The entry that was the latest when it was read: its place, and the gesture that wrote it."""

    place: int
    gesture: str


def add(unit: UnitOfWork, entries: Sequence[LedgerEntry]) -> None:
    """Append what a gesture has to say."""
    if entries:
        unit.insert(_ADD, *(entry._asdict() for entry in entries))


def of_task(unit: UnitOfWork, uid: str) -> tuple[LedgerEntry, ...]:
    """Every entry about one task, oldest first."""
    return _read(unit, _OF_TASK, {"this": uid})


def of_tasks(unit: UnitOfWork, uids: Sequence[str]) -> tuple[LedgerEntry, ...]:
    """Every entry about these tasks, oldest first; some hundreds at most."""
    return _read(unit, _OF_TASKS, {"these": uids})


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


def last_entry(unit: UnitOfWork) -> LastEntry | None:
    """The latest entry; None while there is none."""
    row = unit.execute(_LAST_ENTRY.limit(1)).first()
    return LastEntry(*row) if row is not None else None


def holds(unit: UnitOfWork, entry: LastEntry) -> bool:
    """Whether it is in the ledger: not where older data was put back in its place."""
    return unit.find(_ENTRY, this=entry.place) == (entry.gesture,)


def tasks_since(unit: UnitOfWork, entry: LastEntry) -> tuple[str, ...]:
    """The uids of the tasks of which something was written after `entry`."""
    return tuple(unit.execute(_SINCE, {"this": entry.place}).scalars())


def _read(unit: UnitOfWork, statement: Any, values: dict[str, Any]) -> tuple[LedgerEntry, ...]:
    return tuple(map(LedgerEntry._make, unit.execute(statement, values).all()))
