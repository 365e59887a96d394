"""Promises on record: each as one line, worked out from what the ledger's entries come to.

Owns what is kept of a promise once its entries are read: which due was promised first and which
last, and how it ended. No storage, no clock, no language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from itertools import pairwise
from typing import NamedTuple

from models.errors import UnknownZone
from models.ledger import Commitment, LedgerEntry, LedgerKind, Outcome, Reason, commitments
from models.moment import Moment, zone_named


class Promise(NamedTuple):
    """A promise on record, against its first due and its last.

    Attributes:
        number: which of its task's promises it is, from 0; a series has one for each occurrence.
        goal_uid, summary: of its task, as they were last.
        due_date, due_time, due_zone: the due promised first, as it was said.
        due_at, ready_at: its instants in UTC; the latter equals the former without a lead.
        day: that due's day, as its reader saw it then.
        last_date, last_time, last_zone, last_at: the due promised last, likewise; all None where
            it was taken away.
        moves: how often another instant was promised, or none.
        reason, reason_text: the last ones given; the text is empty without any.
        outcome: what has become of it.
        settled: when that was, in UTC; None while it is open.
        trashed: when its task went to the trash, in UTC; None: it is not there.
    """

    task_uid: str
    number: int
    goal_uid: str | None
    summary: str
    due_date: date
    due_time: time | None
    due_zone: str | None
    due_at: datetime
    ready_at: datetime | None
    day: date
    last_date: date | None
    last_time: time | None
    last_zone: str | None
    last_at: datetime | None
    moves: int
    reason: Reason | None
    reason_text: str
    outcome: Outcome
    settled: datetime | None
    trashed: datetime | None

    @property
    def original(self) -> Moment:
        """The due promised first."""
        return Moment(self.due_date, self.due_time, self.due_zone)

    @property
    def renegotiated(self) -> Moment | None:
        """The due promised last, if any."""
        if self.last_date is None:
            return None
        return Moment(self.last_date, self.last_time, self.last_zone)


def promises_of(entries: Iterable[LedgerEntry]) -> Iterator[Promise]:
    """The promises on record among `entries`, each task's in the order they were written."""
    numbers: dict[str, int] = {}
    for one in commitments(entries):
        if not _is_on_record(one):
            continue
        number = numbers.get(one.task, 0)
        numbers[one.task] = number + 1
        yield _promise(one, number)


def _promise(one: Commitment, number: int) -> Promise:
    first, last, latest = one.promises[0], one.promises[-1], one.entries[-1]
    if first.due_date is None or first.due_at is None:
        raise ValueError("it was never promised for a day")
    dues = [each.due_at for each in one.promises]
    return Promise(
        task_uid=latest.task_uid,
        number=number,
        goal_uid=latest.goal_uid,
        summary=latest.summary,
        due_date=first.due_date,
        due_time=first.due_time,
        due_zone=first.due_zone,
        due_at=first.due_at,
        ready_at=first.ready_at,
        day=_day(first, first.due_date),
        last_date=last.due_date,
        last_time=last.due_time,
        last_zone=last.due_zone,
        last_at=last.due_at,
        moves=sum(before != after for before, after in pairwise(dues)),
        reason=one.reason,
        reason_text=next((e.reason_text for e in reversed(one.entries) if e.reason_text), ""),
        outcome=one.outcome,
        settled=one.settled,
        trashed=one.trashed,
    )


def _day(promised: LedgerEntry, said: date) -> date:
    """The day of a due on `said`, as its reader saw it then."""
    if promised.due_zone in (None, promised.zone):
        return said
    due = Moment(said, promised.due_time, promised.due_zone)
    try:
        return due.day(zone_named(promised.zone))
    except UnknownZone:
        # One that the machine's tables of zones have lost since: what was promised stays on record.
        return said


def _is_on_record(one: Commitment) -> bool:
    """Whether it is a promise on record: what went to the trash in time was a mistake."""
    if not one.promises:
        return False
    if one.trashed is None or one.outcome is not Outcome.OPEN:
        return True
    return _has_passed(one, one.trashed)


def _has_passed(one: Commitment, instant: datetime) -> bool:
    """Whether the due that was in force when it went to the trash had passed by then."""
    trashed = max(at for at, each in enumerate(one.entries) if each.kind == LedgerKind.TRASHED)
    before = one.entries[:trashed]
    last = next((each for each in reversed(one.promises) if each in before), None)
    return last is not None and last.due_at is not None and last.due_at < instant
