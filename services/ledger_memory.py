"""What was read of the ledger, kept while it grows: only what was written since is read again.

The ledger is append-only, so what its entries came to stays true until the same task has another
one. Owns when that can be relied on; must know no report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from threading import Lock
from typing import Final

from models.ledger import Commitment
from models.record import counted_of
from models.storage import ledger_rows
from models.storage.ledger_rows import LastEntry
from models.storage.unit import UnitOfWork

#: So many promises are kept in memory, in all spans of days together.
MOST: Final = 20_000
#: Of more tasks than these all is read anew.
SEVERAL: Final = 200


@dataclass(slots=True)
class _Span:
    """The promises of some days, by their tasks, as of the last entry that was read."""

    by_task: dict[str, list[Commitment]]
    upto: LastEntry | None


class LedgerMemory:
    """The promises on record of the spans that were asked for last. Threads may share it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._spans: dict[tuple[datetime, datetime], _Span] = {}

    def counted(self, unit: UnitOfWork, first: datetime, last: datetime) -> tuple[Commitment, ...]:
        """The promises on record of every task that one was ever promised for ``first <= due <
        last``, as `unit` sees them."""
        with self._lock:
            span = self._spans.pop((first, last), None)
            if span is None or not _follow(span, unit, first, last):
                upto = ledger_rows.last_entry(unit)
                entries = ledger_rows.promised_between(unit, first, last)
                span = _Span(_by_task(counted_of(entries)), upto)
            self._spans[first, last] = span
            self._let_go()
            return tuple(chain.from_iterable(span.by_task.values()))

    def _let_go(self) -> None:
        """Forget those that were asked for longest ago, but for the last one."""
        held = {key: len(span.by_task) for key, span in self._spans.items()}
        for key in list(held)[:-1]:
            if sum(held.values()) <= MOST:
                break
            del held[key], self._spans[key]


def _follow(span: _Span, unit: UnitOfWork, first: datetime, last: datetime) -> bool:
    """Take over what was written since; False where the ledger is another one than was read."""
    if span.upto is None or not ledger_rows.holds(unit, span.upto):
        return False
    touched = ledger_rows.tasks_since(unit, span.upto)
    if not touched:
        return True
    if len(touched) > SEVERAL:
        return False
    upto = ledger_rows.last_entry(unit)
    entries = ledger_rows.of_tasks(unit, touched)
    promised = {
        entry.task_uid
        for entry in entries
        if entry.due_at is not None and first <= entry.due_at < last
    }
    found = _by_task(counted_of(each for each in entries if each.task_uid in promised))
    for uid in promised:
        span.by_task.pop(uid, None)
    # In the order of a first reading.
    span.by_task = dict(sorted((span.by_task | found).items()))
    span.upto = upto
    return True


def _by_task(counted: Iterable[Commitment]) -> dict[str, list[Commitment]]:
    found: dict[str, list[Commitment]] = defaultdict(list)
    for one in counted:
        found[one.promises[0].task_uid].append(one)
    return dict(found)
