"""The promises that are kept are what the ledger comes to, whatever is written into it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.ledger import LedgerEntry, LedgerKind
from models.promise import Promise, promises_of
from models.storage import ledger_rows, promise_rows
from services import reports, tasks, undo
from services.calendar import bounds
from services.workspace import Workspace
from tests.rig.desk import JAKARTA, NOW, TODAY, ScratchDesk, add, at, every_connection, rows

ZONE = ZoneInfo(JAKARTA)
DAY = timedelta(days=1)
SPAN = (TODAY, TODAY + 9 * DAY)

KINDS = st.sampled_from(
    [
        LedgerKind.PROMISED,
        LedgerKind.RE_PROMISED,
        LedgerKind.DONE,
        LedgerKind.LET_GO,
        LedgerKind.REOPENED,
        LedgerKind.TRASHED,
        LedgerKind.WITHDRAWN,
    ]
)
#: What a gesture writes: of which task, what, and for a day how far from today.
WRITTEN = st.lists(st.tuples(st.integers(0, 5), KINDS, st.integers(-3, 14)), max_size=6)


def entries_of(
    written: list[tuple[int, LedgerKind, int]], serial: Iterator[int]
) -> Iterator[LedgerEntry]:
    for task, kind, days in written:
        number = next(serial)
        due = datetime.combine(TODAY + days * DAY, time(9), ZONE)
        has_due = kind in (LedgerKind.PROMISED, LedgerKind.RE_PROMISED)
        yield LedgerEntry(
            gesture=f"gesture-{number}",
            at=NOW + timedelta(seconds=number),
            kind=kind.value,
            task_uid=f"task-{task}",
            goal_uid=None,
            summary="Reels",
            due_date=due.date() if has_due else None,
            due_time=due.time() if has_due else None,
            due_zone=JAKARTA if days % 2 and has_due else None,
            due_at=due if has_due else None,
            ready_at=due - timedelta(hours=1) if has_due else None,
            zone=JAKARTA,
            reason="team" if kind is LedgerKind.RE_PROMISED else None,
            reason_text="Raka" if kind is LedgerKind.LET_GO else None,
            withdraws=f"gesture-{number - 1}" if kind is LedgerKind.WITHDRAWN else None,
        )


def write(desk: Workspace, *entries: LedgerEntry) -> None:
    with desk.writing() as unit:
        promise_rows.write(unit, entries)
        unit.commit()


def worked_out(desk: Workspace) -> list[Promise]:
    with desk.reading() as unit:
        return list(promises_of(ledger_rows.everything(unit)))


@settings(max_examples=60)
@given(times=st.lists(WRITTEN, min_size=1, max_size=6))
def test_they_follow_whatever_is_written(
    scratch: ScratchDesk, times: list[list[tuple[int, LedgerKind, int]]]
) -> None:
    serial = count(1)
    first, last = bounds(*SPAN, ZONE)
    with scratch() as desk:
        for written in times:
            write(desk, *entries_of(written, serial))
            every = worked_out(desk)
            with desk.reading() as unit:
                promised = promise_rows.promised_between(unit, first, last)
                moved = promise_rows.moved_into(unit, first, last)
                assert list(promise_rows.wrong(unit)) == []
            expected = [one for one in every if first <= one.due_at < last]
            assert sorted(promised) == sorted(expected)
            assert [one.due_at for one in promised] == sorted(one.due_at for one in expected)
            assert set(moved) == {
                one
                for one in every
                if one.last_at and first <= one.last_at < last and one not in expected
            }


def test_those_of_many_tasks_are_worked_out_some_at_a_time(
    desk: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(promise_rows, "_TASKS", 2)
    write(desk, *entries_of([(task, LedgerKind.PROMISED, 1) for task in range(5)], count(1)))
    rows(desk.paths.folder, "UPDATE promises SET moves = 7 WHERE task_uid IN ('task-1', 'task-4')")
    rows(desk.paths.folder, "UPDATE promises SET task_uid = 'zz' WHERE task_uid = 'task-3'")
    with desk.writing() as unit:
        assert list(promise_rows.wrong(unit)) == ["task-1", "task-3", "task-4", "zz"]
        promise_rows.renew_all(unit)
        assert list(promise_rows.wrong(unit)) == []
        found = promise_rows.promised_between(unit, *bounds(*SPAN, ZONE))
        unit.commit()
    assert sorted(found) == sorted(worked_out(desk))
    assert len(found) == 5


def test_a_promise_that_is_taken_back_is_none_and_done_again_it_is(desk: Workspace) -> None:
    kept = "SELECT task_uid, outcome FROM promises"
    task = add(desk, due=at(TODAY, "16:00"))
    tasks.complete(desk, task.uid)
    assert rows(desk.paths.folder, kept) == [(task.uid, "done")]
    undo.undo(desk)
    assert rows(desk.paths.folder, kept) == [(task.uid, "open")]
    undo.undo(desk)
    assert rows(desk.paths.folder, kept) == []
    undo.redo(desk)
    undo.redo(desk)
    assert rows(desk.paths.folder, kept) == [(task.uid, "done")]


def test_what_a_report_reads_is_found_by_indexes(desk: Workspace) -> None:
    sent: list[str] = []
    every_connection(desk, lambda connection: connection.set_trace_callback(sent.append))
    reports.report(desk, TODAY, TODAY)
    reads = [each for each in sent if "FROM promises" in each]
    with closing(sqlite3.connect(desk.paths.database)) as connection:
        plans = [
            [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {read}")] for read in reads
        ]
    assert plans == [
        [
            "SEARCH promises USING INDEX ix_promises_account_id_due_at"
            " (account_id=? AND due_at>? AND due_at<?)"
        ],
        [
            "SEARCH promises USING INDEX ix_promises_moved"
            " (account_id=? AND last_at>? AND last_at<?)"
        ],
    ]
