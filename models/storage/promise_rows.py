"""What the ledger comes to, promise by promise: worked out where it is written, and read by due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from itertools import islice

from sqlalchemy import bindparam, delete, or_, select

from models.ledger import LedgerEntry
from models.promise import Promise, promises_of
from models.storage import ledger_rows
from models.storage.guard import ACCOUNT
from models.storage.ready_made import RowInsert, RowsRead, RowsTake
from models.storage.tables import promises
from models.storage.types import UtcDateTime
from models.storage.unit import UnitOfWork

#: The promises of so many tasks are written at a time.
_TASKS = 500
#: Made straight from a tuple: `Promise._make` is a call more for each of thousands.
_promise = partial(tuple.__new__, Promise)
_MINE = promises.c.account_id == bindparam(ACCOUNT)
_COLUMNS = [promises.c[name] for name in Promise._fields]
_ADD = RowInsert(promises)
_FIRST = bindparam("first", type_=UtcDateTime())
_LAST = bindparam("last", type_=UtcDateTime())
_THIS = promises.c.task_uid == bindparam("this")
_TAKE = RowsTake(delete(promises).where(_MINE, _THIS))
_OF_TASK = RowsRead(select(*_COLUMNS).where(_MINE, _THIS).order_by(promises.c.number))
_PROMISED = RowsRead(
    select(*_COLUMNS)
    .where(_MINE, promises.c.due_at >= _FIRST, promises.c.due_at < _LAST)
    .order_by(promises.c.due_at, promises.c.task_uid, promises.c.number)
)
_MOVED = RowsRead(
    select(*_COLUMNS)
    .where(
        _MINE,
        # The condition of the index that holds only those.
        promises.c.last_at != promises.c.due_at,
        promises.c.last_at >= _FIRST,
        promises.c.last_at < _LAST,
        or_(promises.c.due_at < _FIRST, promises.c.due_at >= _LAST),
    )
    .order_by(promises.c.last_at, promises.c.due_at, promises.c.task_uid, promises.c.number)
)
_STRAYED = (
    select(promises.c.task_uid)
    .where(_MINE, promises.c.task_uid.not_in(ledger_rows.TASKS))
    .distinct()
)


def write(unit: UnitOfWork, entries: Sequence[LedgerEntry]) -> None:
    """Append `entries` to the ledger, and keep what the promises of their tasks come to."""
    if entries:
        ledger_rows.add(unit, entries)
        renew(unit, dict.fromkeys(each.task_uid for each in entries))


def renew(unit: UnitOfWork, uids: Iterable[str]) -> None:
    """Work out anew what the ledger says of the promises of these tasks."""
    waiting = iter(uids)
    while some := list(islice(waiting, _TASKS)):
        found: list[Promise] = []
        for uid in some:
            entries = ledger_rows.of_task(unit, uid)
            if len(entries) > 1:
                unit.take(_TAKE, this=uid)
            found += promises_of(entries)
        if found:
            unit.insert(_ADD, *(each._asdict() for each in found))


def promised_between(unit: UnitOfWork, first: datetime, last: datetime) -> tuple[Promise, ...]:
    """Those whose first due lies at ``first <= due < last``, in the order of that."""
    return unit.read(_PROMISED, _promise, first=first, last=last)


def moved_into(unit: UnitOfWork, first: datetime, last: datetime) -> tuple[Promise, ...]:
    """Those whose last due lies at ``first <= due < last`` while their first does not."""
    return unit.read(_MOVED, _promise, first=first, last=last)


def wrong(unit: UnitOfWork) -> Iterator[str]:
    """The uids of the tasks of which other promises are kept than the ledger comes to."""
    for uid in ledger_rows.tasks(unit):
        kept = unit.read(_OF_TASK, _promise, this=uid)
        if kept != tuple(promises_of(ledger_rows.of_task(unit, uid))):
            yield uid
    yield from unit.execute(_STRAYED).scalars()
