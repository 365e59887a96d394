"""What was promised and what became of it: entries as they were written, and each task's promise.

Owns how entries are read: which of them hold, which due was the first one and which
the last, and how a promise ended. An entry is never changed; a gesture that is taken
back is followed by an entry that withdraws what it wrote, and done again by one that
withdraws that. So each thing said here can be worked out anew from the entries alone.

No storage, no clock, no language.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import NamedTuple

from models.moment import Moment
from models.task import Task

REASON_TEXT_LIMIT = 1_000


class LedgerKind(StrEnum):
    """What an entry says of its task."""

    PROMISED = "promised"
    RE_PROMISED = "re-promised"
    REPLACED = "replaced"
    HANDED_OVER = "handed-over"
    DONE = "done"
    LET_GO = "let-go"
    REOPENED = "reopened"
    TRASHED = "trashed"
    RESTORED = "restored"
    WITHDRAWN = "withdrawn"


class Reason(StrEnum):
    """Why a promise slipped."""

    TEAM = "team"
    DESIGN = "design"
    TOO_MUCH = "too-much"
    NOT_IMPORTANT = "not-important"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Why:
    """What a gesture says of the promises that it changes.

    Attributes:
        kind: how it ends those that it cancels; LET_GO, REPLACED or HANDED_OVER.
        text: the reason in the user's own words.
        other: uid of the task that stands in.
        person: who takes it over, or agreed.
    """

    reason: Reason | None = None
    text: str = ""
    kind: LedgerKind = LedgerKind.LET_GO
    other: str | None = None
    person: str | None = None


class LedgerEntry(NamedTuple):
    """One entry, as it was written.

    `at`, `due_at` and `ready_at` are UTC instants; the latter two as promised then, for
    an account in `zone` (`ready_at` equals `due_at` without a lead). A promise without
    a due takes the due away. `withdraws` names the gesture whose entries about this
    task hold no more.
    """

    gesture: str
    at: datetime
    kind: str
    task_uid: str
    goal_uid: str | None
    summary: str
    due_date: date | None
    due_time: time | None
    due_zone: str | None
    due_at: datetime | None
    ready_at: datetime | None
    zone: str
    reason: str | None = None
    reason_text: str | None = None
    other: str | None = None
    person: str | None = None
    withdraws: str | None = None

    @property
    def due(self) -> Moment | None:
        """The due that the task had then, as it was said."""
        if self.due_date is None:
            return None
        return Moment(self.due_date, self.due_time, self.due_zone)


class Outcome(StrEnum):
    """What has become of a task."""

    OPEN = "open"
    DONE = "done"
    LET_GO = "let-go"
    REPLACED = "replaced"
    HANDED_OVER = "handed-over"


#: Asked by an entry's kind, which is plain text.
_DUES: frozenset[str] = frozenset({LedgerKind.PROMISED, LedgerKind.RE_PROMISED})
_OUTCOMES: dict[str, Outcome] = {
    LedgerKind.DONE: Outcome.DONE,
    LedgerKind.LET_GO: Outcome.LET_GO,
    LedgerKind.REPLACED: Outcome.REPLACED,
    LedgerKind.HANDED_OVER: Outcome.HANDED_OVER,
    LedgerKind.REOPENED: Outcome.OPEN,
}
_TRASH: frozenset[str] = frozenset({LedgerKind.TRASHED, LedgerKind.RESTORED})


def promise_of(task: Task) -> Moment | None:
    """The due that a task promises; None of a step that only follows its task.

    That is one with an offset, or one that a recipe has planned.
    """
    return task.due if task.offset is None and task.gap is None else None


class Commitment(NamedTuple):
    """One task as the ledger tells of it.

    Attributes:
        entries: those that hold, oldest first; at least one.
        promises: the entries that gave it a due, or took it away; the first is the original.
        outcome: what has become of it; of a task in the trash too.
        settled: when that was, in UTC; None while it is open.
        trashed: when it went to the trash, in UTC; None: it is not there.
    """

    entries: tuple[LedgerEntry, ...]
    promises: tuple[LedgerEntry, ...]
    outcome: Outcome
    settled: datetime | None
    trashed: datetime | None

    @property
    def task(self) -> str:
        """The uid of the task."""
        return self.entries[-1].task_uid

    @property
    def original(self) -> LedgerEntry | None:
        """The first due that was promised."""
        return self.promises[0] if self.promises else None

    @property
    def reason(self) -> Reason | None:
        """The last reason that was given."""
        given = (entry.reason for entry in reversed(self.entries) if entry.reason)
        return next((Reason(reason) for reason in given), None)


def commitment(entries: Iterable[LedgerEntry]) -> Commitment | None:
    """What the entries of one task, oldest first, come to; None where none of them holds.

    Of a task that went on to another occurrence it is the promise of that one.
    """
    found = rounds(entries)
    return found[-1] if found else None


def commitments(entries: Iterable[LedgerEntry]) -> Iterator[Commitment]:
    """Those of every task in `entries`, which are in the order in which they were written."""
    by_task: dict[str, list[LedgerEntry]] = defaultdict(list)
    for entry in entries:
        by_task[entry.task_uid].append(entry)
    for each in by_task.values():
        yield from rounds(each)


def rounds(entries: Iterable[LedgerEntry]) -> tuple[Commitment, ...]:
    """Each promise of one task: an occurrence that was left out was let go."""
    held = holding(entries)
    found: list[Commitment] = []
    promises: list[LedgerEntry] = []
    begin = 0
    due_at = settled = trashed = None
    outcome = Outcome.OPEN
    for place, entry in enumerate(held):
        kind = entry.kind
        if kind in _DUES:
            if due_at is not None and kind == LedgerKind.PROMISED:
                # Its series went on without it.
                if outcome is Outcome.OPEN:
                    outcome, settled = Outcome.LET_GO, entry.at
                found.append(
                    Commitment(held[begin:place], tuple(promises), outcome, settled, trashed)
                )
                begin, promises = place, []
                outcome, settled, trashed = Outcome.OPEN, None, None
            due_at = entry.due_at
            # A first one without a due: what gave it one was taken back since.
            if promises or due_at is not None:
                promises.append(entry)
        elif kind in _OUTCOMES:
            outcome = _OUTCOMES[kind]
            settled = None if outcome is Outcome.OPEN else entry.at
        elif kind in _TRASH:
            trashed = entry.at if kind == LedgerKind.TRASHED else None
    if held:
        found.append(Commitment(held[begin:], tuple(promises), outcome, settled, trashed))
    return tuple(found)


def holding(entries: Iterable[LedgerEntry]) -> tuple[LedgerEntry, ...]:
    """Those entries of one task, oldest first, that nothing has withdrawn; no withdrawals."""
    every = tuple(entries)
    for entry in every:
        if entry.withdraws is not None:
            break
    else:
        return every
    void: set[str] = set()
    held: list[LedgerEntry] = []
    # Backwards: what withdraws stands behind what it withdraws.
    for entry in reversed(every):
        if entry.gesture in void:
            continue
        if entry.withdraws is not None:
            void.add(entry.withdraws)
        else:
            held.append(entry)
    return tuple(reversed(held))
