"""Examines a data file as a whole, every account's rows, and changes nothing.

This is the one place that reads without an account: it tells counts and uids,
never what a task says.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path
from zoneinfo import ZoneInfo

from models.diagnosis import Counts, Finding, Problem
from models.errors import StorageDamaged, StorageForeign, StorageRefusal, UnknownZone
from models.folding import folded
from models.moment import Moment, zone_named
from models.storage import promise_rows, schema, sqlite
from models.storage.connections import Lent
from models.storage.tables import Shelf
from models.storage.types import EPOCH, MICROSECOND
from models.storage.unit import UnitOfWork

#: How many rows of one kind are named.
_NAMED = 20

_SHELF = f"""
    CASE WHEN deleted IS NOT NULL THEN {Shelf.TRASH.value}
         WHEN status IN ('COMPLETED', 'CANCELLED') THEN {Shelf.CLOSED.value}
         ELSE {Shelf.OPEN.value} END
"""
_WRONG_SHELVES = f"SELECT uid FROM tasks WHERE shelf <> {_SHELF} LIMIT {_NAMED}"
_NO_CAPTURE = f"""
    SELECT uid FROM tasks WHERE NOT EXISTS (
        SELECT 1 FROM history
        WHERE history.account_id = tasks.account_id AND history.subject_uid = tasks.uid
          AND history.subject = 'task' AND history.before IS NULL)
    LIMIT {_NAMED}
"""
#: Whoever has a parent but cannot be reached from a task without one goes in circles.
_CIRCULAR = f"""
    WITH RECURSIVE reached(account_id, uid) AS (
        SELECT account_id, uid FROM tasks WHERE parent_uid IS NULL
        UNION
        SELECT step.account_id, step.uid FROM tasks AS step
        JOIN reached ON step.account_id = reached.account_id AND step.parent_uid = reached.uid)
    SELECT uid FROM tasks
    WHERE parent_uid IS NOT NULL AND (account_id, uid) NOT IN reached
      AND EXISTS (SELECT 1 FROM tasks AS parent
                  WHERE parent.account_id = tasks.account_id AND parent.uid = tasks.parent_uid)
    LIMIT {_NAMED}
"""
_WORDS = """
    SELECT tasks.uid, tasks.summary, tasks.description, words.summary, words.description
    FROM tasks LEFT JOIN task_words AS words
      ON words.account_id = tasks.account_id AND words.task_uid = tasks.uid
"""
_DATED = """
    SELECT uid, lead, ready_at,
           due_date, due_time, due_zone, due_at,
           dtstart_date, dtstart_time, dtstart_zone, start_at
    FROM tasks WHERE account_id = ?
"""
_COUNTS = f"""
    SELECT count(*), coalesce(sum(shelf = {Shelf.OPEN.value}), 0),
           coalesce(sum(shelf = {Shelf.CLOSED.value}), 0),
           coalesce(sum(shelf = {Shelf.TRASH.value}), 0),
           (SELECT count(*) FROM goals WHERE deleted IS NULL), (SELECT count(*) FROM history)
    FROM tasks
"""


@dataclass(slots=True)
class Examination:
    """What was found out about a file, as far as it could be read."""

    findings: list[Finding] = field(default_factory=list[Finding])
    revision: str | None = None
    counts: Counts = field(default_factory=Counts)
    zone: str | None = None


def examine(database: Path) -> Examination:
    """Everything that can be told of the file; what cannot be read is a finding."""
    found = Examination()
    if not database.is_file():
        found.findings.append(Finding(Problem.MISSING, str(database)))
        return found
    try:
        found.revision = sqlite.inspect(database)
        found.findings += (Finding(Problem.DAMAGED, line) for line in sqlite.damages(database))
        found.findings += (
            Finding(Problem.LOOSE_REFERENCE, line) for line in sqlite.loose_rows(database)
        )
    except StorageForeign:
        found.findings.append(Finding(Problem.FOREIGN, str(database)))
    except StorageDamaged:
        kind = Problem.DAMAGED if sqlite.has_header(database) else Problem.NOT_A_DATABASE
        found.findings.append(Finding(kind, str(database)))
    except StorageRefusal as refusal:
        found.findings.append(Finding(Problem.UNREADABLE, type(refusal).__name__))
    else:
        _examine_rows(database, found)
    return found


def _examine_rows(database: Path, found: Examination) -> None:
    if found.revision != schema.HEAD:
        is_older = found.revision is None or found.revision in schema.REVISIONS
        problem = Problem.OLDER_SCHEMA if is_older else Problem.NEWER_SCHEMA
        found.findings.append(Finding(problem, found.revision or ""))
        return
    try:
        with sqlite.refusals(database), contextlib.closing(sqlite.look(database)) as rows:
            (mode,) = rows.execute("PRAGMA journal_mode").fetchone()
            if mode != "wal":
                found.findings.append(Finding(Problem.NOT_WRITE_AHEAD, mode))
            found.counts = Counts(*rows.execute(_COUNTS).fetchone())
            for problem, statement in (
                (Problem.WRONG_SHELF, _WRONG_SHELVES),
                (Problem.NO_CAPTURE, _NO_CAPTURE),
                (Problem.CIRCULAR_PARENT, _CIRCULAR),
            ):
                found.findings += (Finding(problem, uid) for (uid,) in rows.execute(statement))
            found.findings += itertools.islice(_wrong_words(rows), _NAMED)
            found.findings += itertools.islice(_wrong_promises(rows), _NAMED)
            for account_id, name in _zones(rows):
                found.zone = found.zone or name
                found.findings += _wrong_instants(rows, account_id, name)
    except StorageRefusal:
        found.findings.append(Finding(Problem.DAMAGED, str(database)))


def _wrong_words(rows: sqlite3.Connection) -> Iterator[Finding]:
    for uid, *texts in rows.execute(_WORDS):
        if [folded(text) for text in texts[:2]] != texts[2:]:
            yield Finding(Problem.WRONG_WORDS, uid)


def _wrong_promises(rows: sqlite3.Connection) -> Iterator[Finding]:
    with contextlib.closing(sqlite.on(rows)) as connection:
        for (account_id,) in rows.execute("SELECT id FROM accounts").fetchall():
            with UnitOfWork(Lent(connection), account_id) as unit:
                yield from (Finding(Problem.WRONG_PROMISE, uid) for uid in promise_rows.wrong(unit))


def _zones(rows: sqlite3.Connection) -> list[tuple[int, str]]:
    kept = rows.execute(
        "SELECT account_id, value FROM settings WHERE name = 'reckoned_zone' ORDER BY account_id"
    )
    return [(account_id, json.loads(value)) for account_id, value in kept]


def _wrong_instants(rows: sqlite3.Connection, account_id: int, zone: str) -> Iterator[Finding]:
    try:
        home = zone_named(zone)
    except UnknownZone:
        yield Finding(Problem.WRONG_INSTANT, zone)
        return
    named = 0
    for row in rows.execute(_DATED, (account_id,)):
        uid, lead, ready_at, due_day, due_clock, due_zone, due_at, *started, start_at = row
        due = ready = _instant(due_day, due_clock, due_zone, home)
        if due is not None and lead is not None and due_clock is not None:
            ready = due - lead * 1_000_000
        start = _instant(started[0], started[1], started[2], home)
        if (due, ready, start) != (due_at, ready_at, start_at):
            yield Finding(Problem.WRONG_INSTANT, uid)
            if (named := named + 1) == _NAMED:
                return


def _instant(day: str | None, clock: str | None, zone: str | None, home: ZoneInfo) -> int | None:
    if day is None:
        return None
    moment = Moment(
        date.fromisoformat(day), time.fromisoformat(clock) if clock else None, zone or None
    )
    try:
        return (moment.instant(home) - EPOCH) // MICROSECOND
    except UnknownZone:
        return None
