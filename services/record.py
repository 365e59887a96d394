"""Reads the ledger: a task's entries, and the record of a span of days."""

from __future__ import annotations

from datetime import date

from models.errors import ImpossibleDate
from models.ledger import LedgerEntry
from models.record import Record, record_of
from models.storage import ledger_rows
from services.calendar import bounds
from services.workspace import Workspace


def entries(desk: Workspace, uid: str | None = None) -> tuple[LedgerEntry, ...]:
    """What was written of the task `uid`, or of all of them, oldest first.

    Withdrawn ones are among them, and so are tasks that are gone for good.
    """
    with desk.reading() as unit:
        return ledger_rows.everything(unit) if uid is None else ledger_rows.of_task(unit, uid)


def record_between(desk: Workspace, first: date, last: date) -> Record:
    """The record of what was promised for the days from `first` to `last`, as of now.

    Raises:
        ImpossibleDate: `last` is before `first`.
    """
    if last < first:
        raise ImpossibleDate(last.isoformat())
    begin, end = bounds(first, last, desk.zone)
    with desk.reading() as unit:
        found = ledger_rows.promised_between(unit, begin, end)
    return record_of(found, begin, end, desk.now())
