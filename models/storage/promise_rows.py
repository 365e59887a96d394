"""What the ledger comes to, promise by promise: worked out where it is written, and read by due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from itertools import pairwise

from sqlalchemy import bindparam, delete, or_, select

from models.ledger import LedgerEntry
from models.promise import Promise, promises_of
from models.storage import ledger_rows
from models.storage.guard import ACCOUNT
from models.storage.ready_made import RowInsert, RowsRead, RowsTake
from models.storage.tables import promises
from models.storage.types import UtcDateTime
from models.storage.unit import UnitOfWork

#: The promises of so many tasks are worked out at a time.
_TASKS = 500
#: Behind every uid.
_END = "\U0010ffff"
#: Made straight from a tuple: `Promise._make` is a call more for each of thousands.
_promise = partial(tuple.__new__, Promise)
_MINE = promises.c.account_id == bindparam(ACCOUNT)
_COLUMNS = [promises.c[name] for name in Promise._fields]
_ADD = RowInsert(promises)
_FIRST = bindparam("first", type_=UtcDateTime())
_LAST = bindparam("last", type_=UtcDateTime())
_THIS = promises.c.task_uid == bindparam("this")
_TAKE = RowsTake(delete(promises).where(_MINE, _THIS))
_IN_SPAN = (promises.c.task_uid >= bindparam("low"), promises.c.task_uid < bindparam("high"))
_TAKE_SPAN = RowsTake(delete(promises).where(_MINE, *_IN_SPAN))
_OF_SPAN = RowsRead(
    select(*_COLUMNS).where(_MINE, *_IN_SPAN).order_by(promises.c.task_uid, promises.c.number)
)
_PROMISED = RowsRead(
    select(*_COLUMNS)
    .where(_MINE, promises.c.due_at >= _FIRST, promises.c.due_at < _LAST)
    .order_by(promises.c.due_at)
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
    .order_by(promises.c.last_at)
)


def write(unit: UnitOfWork, entries: Sequence[LedgerEntry]) -> None:
    """Append `entries` to the ledger, and keep what the promises of their tasks come to."""
    if not entries:
        return
    ledger_rows.add(unit, entries)
    found: list[Promise] = []
    for uid, count in Counter(each.task_uid for each in entries).items():
        every = ledger_rows.of_task(unit, uid)
        if len(every) > count:
            unit.take(_TAKE, this=uid)
        found += promises_of(every)
    _add(unit, found)


def renew_all(unit: UnitOfWork) -> None:
    """Work out anew what the whole ledger says."""
    for low, high in _spans(unit):
        unit.take(_TAKE_SPAN, low=low, high=high)
        _add(unit, promises_of(ledger_rows.of_span(unit, low, high)))


def promised_between(unit: UnitOfWork, first: datetime, last: datetime) -> tuple[Promise, ...]:
    """Those whose first due lies at ``first <= due < last``, in the order of that."""
    return unit.read(_PROMISED, _promise, first=first, last=last)


def moved_into(unit: UnitOfWork, first: datetime, last: datetime) -> tuple[Promise, ...]:
    """Those whose last due lies at ``first <= due < last`` while their first does not, likewise."""
    return unit.read(_MOVED, _promise, first=first, last=last)


def wrong(unit: UnitOfWork) -> Iterator[str]:
    """The uids of the tasks of which other promises are kept than the ledger comes to."""
    for low, high in _spans(unit):
        kept = set(unit.read(_OF_SPAN, _promise, low=low, high=high))
        differing = kept.symmetric_difference(promises_of(ledger_rows.of_span(unit, low, high)))
        yield from sorted({each.task_uid for each in differing})


def _add(unit: UnitOfWork, found: Iterable[Promise]) -> None:
    if rows := [each._asdict() for each in found]:
        unit.insert(_ADD, *rows)


def _spans(unit: UnitOfWork) -> Iterator[tuple[str, str]]:
    """All there can be, from uid to uid, with some hundred of the ledger's tasks in each."""
    return pairwise(("", *ledger_rows.tasks(unit)[_TASKS::_TASKS], _END))
