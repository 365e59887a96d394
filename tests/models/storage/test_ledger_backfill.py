"""A file from before there was a ledger gets one, from its history and its tasks."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from models.ledger import Outcome, commitment
from models.storage import ledger_rows, migrations, sqlite
from services.paths import Paths
from services.workspace import Workspace
from tests.rig.desk import NOW, OpenDesk, at, rows

MICROSECONDS = 1_000_000
DUE = {"date": "2026-11-23", "time": "16:00:00", "zone": "Asia/Jakarta"}
LATER = {"date": "2026-11-24", "time": "10:00:00", "zone": None}
DUE_AT = datetime(2026, 11, 23, 9, tzinfo=UTC)


def count(instant: datetime) -> int:
    return (instant - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)


class Filled:
    """A file of the first schema, filled as the first release did."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        database = Paths(folder).database
        sqlite.make_ready(database)
        migrations.upgrade(database, "0001")
        self.clock = count(NOW - timedelta(days=3))
        self.write("INSERT INTO accounts VALUES (1, 'a', '', 'local', 0)")
        self.write("INSERT INTO settings VALUES (1, 'reckoned_zone', '\"Asia/Jakarta\"')")

    def write(self, statement: str, *values: object) -> None:
        with closing(sqlite3.connect(Paths(self.folder).database)) as connection:
            connection.execute(statement, values)
            connection.commit()

    def task(self, uid: str, **columns: object) -> None:
        row: dict[str, Any] = {
            "account_id": 1,
            "uid": uid,
            "summary": uid,
            "description": "",
            "status": "NEEDS-ACTION",
            "shelf": 0,
            "priority": 0,
            "repeat_from": "due",
            "percent_complete": 0,
            "position": "m1",
            "pinned": 0,
            "created": self.clock,
            "last_modified": self.clock,
            "sequence": 0,
            **columns,
        }
        marks = ", ".join("?" for _ in row)
        self.write(f"INSERT INTO tasks ({', '.join(row)}) VALUES ({marks})", *row.values())

    def history(
        self,
        gesture: str,
        uid: str,
        before: dict[str, Any] | None,
        after: dict[str, Any] | None,
        undoes: str | None = None,
    ) -> None:
        self.clock += 3_600 * MICROSECONDS
        self.write(
            "INSERT INTO history (account_id, gesture, action, at, undoes, subject, subject_uid,"
            ' "before", "after") VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)',
            gesture,
            "edit",
            self.clock,
            undoes,
            "task",
            uid,
            None if before is None else json.dumps(before),
            None if after is None else json.dumps(after),
        )


@pytest.fixture
def old(tmp_path: Path) -> Filled:
    return Filled(tmp_path / "old")


def told(desk: Workspace, uid: str) -> list[tuple[str, str]]:
    with desk.reading() as unit:
        return [(each.kind, each.gesture) for each in ledger_rows.of_task(unit, uid)]


def test_what_was_promised_moved_and_done_is_on_record(old: Filled, open_desk: OpenDesk) -> None:
    old.history("g1", "t", None, {"summary": "Reels", "due": DUE, "lead": 3600})
    old.history("g2", "t", {"due": DUE}, {"due": LATER})
    done = {"status": "COMPLETED", "completed": NOW.isoformat(), "percent_complete": 100}
    old.history("g3", "t", {"status": "NEEDS-ACTION", "completed": None}, done)
    closed = {"status": "COMPLETED", "shelf": 1, "completed": count(NOW)}
    due = {"due_date": "2026-11-24", "due_time": "10:00:00.000000"}
    old.task("t", summary="Reels", lead=3600, **closed, **due)
    desk = open_desk(where=old.folder)
    assert told(desk, "t") == [("promised", "g1"), ("re-promised", "g2"), ("done", "g3")]
    with desk.reading() as unit:
        found = commitment(ledger_rows.of_task(unit, "t"))
    assert found is not None
    assert found.original is not None
    assert found.original.due_at == DUE_AT
    assert found.original.ready_at == DUE_AT - timedelta(hours=1)
    assert found.promises[-1].due == at(NOW.date() + timedelta(days=1), "10:00")
    assert (found.outcome, found.settled) == (Outcome.DONE, NOW)
    kept = rows(old.folder, "SELECT task_uid, due_at, moves, outcome, settled FROM promises")
    assert kept == [("t", count(DUE_AT), 1, "done", count(NOW))]


def test_what_was_undone_is_withdrawn_and_what_was_done_again_holds(
    old: Filled, open_desk: OpenDesk
) -> None:
    first = {"summary": "Reels", "due": DUE}
    old.history("g1", "t", None, first)
    old.history("g2", "t", {"due": DUE}, {"due": LATER})
    old.history("g3", "t", {"due": LATER}, {"due": DUE}, undoes="g2")
    old.history("g4", "u", None, first)
    old.history("g5", "u", first, None, undoes="g4")
    old.history("g6", "u", None, first, undoes="g4")
    dated = {"due_date": "2026-11-23", "due_time": "16:00:00.000000", "due_zone": "Asia/Jakarta"}
    for uid in ("t", "u"):
        old.task(uid, summary="Reels", **dated)
    desk = open_desk(where=old.folder)
    assert told(desk, "t") == [("promised", "g1"), ("re-promised", "g2"), ("withdrawn", "g3")]
    assert told(desk, "u") == [("promised", "g4"), ("withdrawn", "g5"), ("withdrawn", "g6")]
    with desk.reading() as unit:
        for uid in ("t", "u"):
            found = commitment(ledger_rows.of_task(unit, uid))
            assert found is not None
            assert [each.due_at for each in found.promises] == [DUE_AT]


def test_what_only_the_task_tells_is_on_record_too(old: Filled, open_desk: OpenDesk) -> None:
    old.history("g1", "t", None, {})
    made = old.clock
    old.task("t", due_date="2026-11-23", status="CANCELLED", shelf=1)
    old.task("gone", due_date="2026-11-23", deleted=made, shelf=2)
    old.task("never-dated")
    desk = open_desk(where=old.folder)
    assert [kind for kind, _ in told(desk, "t")] == ["promised", "let-go"]
    assert [kind for kind, _ in told(desk, "gone")] == ["promised", "trashed"]
    assert told(desk, "never-dated") == []
    assert rows(old.folder, "SELECT DISTINCT at FROM ledger WHERE kind = 'promised'") == [(made,)]


def test_the_ledger_of_an_old_file_refuses_changes(old: Filled, open_desk: OpenDesk) -> None:
    old.history("g1", "t", None, {"summary": "t", "due": DUE})
    open_desk(where=old.folder)
    for statement in ("UPDATE ledger SET at = 0", "DELETE FROM ledger"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            rows(old.folder, statement)
    assert sqlite.problems(Paths(old.folder).database) == ()


def test_a_history_that_cannot_be_read_as_dates_costs_nothing(
    old: Filled, open_desk: OpenDesk
) -> None:
    old.history("g1", "t", None, {"due": {"date": "someday", "time": None, "zone": None}})
    old.history("g2", "u", None, {"due": {**DUE, "zone": "Mars/Olympus"}})
    old.task("t")
    old.task("u")
    desk = open_desk(where=old.folder)
    with desk.reading() as unit:
        assert all(each.due_at is None for each in ledger_rows.everything(unit))
