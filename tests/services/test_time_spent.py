"""Timers and entries: one at a time, over restarts, put right, and undone."""

import sqlite3
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import (
    ChangedSince,
    ImpossibleValue,
    NoTimer,
    TaskClosed,
    TextTooLong,
    UnknownTask,
    UnknownTimeEntry,
)
from models.time_spent import spent
from services import tasks, time_spent, undo
from services.changes import Changed
from services.clock import FixedClock
from services.workspace import Workspace
from tests.rig.desk import NOW, OpenDesk, ScratchDesk, add, rows, second_account

MINUTE = timedelta(minutes=1)


def test_a_timer_runs_on_over_a_restart(
    desk: Workspace, open_desk: OpenDesk, clock: FixedClock
) -> None:
    task = add(desk)
    time_spent.start(desk, task.uid)
    desk.close()
    clock.advance(70 * MINUTE)
    again = open_desk()
    running = time_spent.running(again)
    assert running is not None
    assert (running.summary, running.entry.span(again.now())) == (task.summary, 70 * MINUTE)
    assert time_spent.stop(again).ended == clock.now()
    assert time_spent.running(again) is None


def test_starting_another_stops_the_first_in_one_step(desk: Workspace, clock: FixedClock) -> None:
    one, two = add(desk, "one"), add(desk, "two")
    first = time_spent.start(desk, one.uid)
    clock.advance(MINUTE)
    second = time_spent.start(desk, two.uid)
    assert time_spent.of_task(desk, one.uid)[0].ended == clock.now()
    assert time_spent.running(desk) is not None
    undo.undo(desk)
    running = time_spent.running(desk)
    assert running is not None
    assert running.entry == first
    undo.redo(desk)
    assert time_spent.of_task(desk, two.uid) == (second,)


def test_starting_what_runs_already_changes_nothing(desk: Workspace) -> None:
    task = add(desk)
    entry = time_spent.start(desk, task.uid)
    assert time_spent.start(desk, task.uid) == entry
    assert [each.action for each in tasks.history(desk, task.uid)] == ["timer.start", "capture"]


@pytest.mark.parametrize("close", [tasks.complete, tasks.delete])
def test_closing_a_task_stops_its_timer_and_undoing_lets_it_run_on(
    desk: Workspace, clock: FixedClock, close: object
) -> None:
    task, other = add(desk), add(desk, "other")
    entry = time_spent.start(desk, task.uid)
    clock.advance(MINUTE)
    tasks.complete(desk, other.uid)
    assert time_spent.running(desk) is not None
    close(desk, task.uid)  # type: ignore[operator]
    assert time_spent.of_task(desk, task.uid)[0].span(clock.now()) == MINUTE
    assert time_spent.running(desk) is None
    undo.undo(desk)
    assert time_spent.of_task(desk, task.uid) == (entry,)


def test_what_is_closed_takes_no_timer(desk: Workspace) -> None:
    task = add(desk)
    tasks.complete(desk, task.uid)
    with pytest.raises(TaskClosed):
        time_spent.start(desk, task.uid)
    with pytest.raises(UnknownTask):
        time_spent.start(desk, "nobody's")
    with pytest.raises(NoTimer):
        time_spent.stop(desk)


def test_undoing_a_stop_is_refused_where_another_timer_runs(
    desk: Workspace, clock: FixedClock
) -> None:
    told: list[Changed] = []
    one, two = add(desk, "one"), add(desk, "two")
    time_spent.start(desk, one.uid)
    clock.advance(MINUTE)
    dispose = desk.changes.subscribe(told.append)
    time_spent.stop(desk)
    dispose()
    time_spent.start(desk, two.uid)
    with pytest.raises(ChangedSince, match="one"):
        undo.undo(desk, told[0].gesture)
    running = time_spent.running(desk)
    assert running is not None
    assert running.entry.task == two.uid


def test_entries_are_added_and_changed(desk: Workspace) -> None:
    task = add(desk)
    entry = time_spent.add(desk, task.uid, 45 * MINUTE, note=" riset\n")
    assert (entry.started, entry.ended, entry.note) == (NOW - 45 * MINUTE, NOW, "riset")
    shorter = time_spent.change(desk, entry.uid, span=30 * MINUTE)
    assert (shorter.started, shorter.ended) == (entry.started, entry.started + 30 * MINUTE)
    # There is no time after now that it could have taken.
    longer = time_spent.change(desk, entry.uid, span=60 * MINUTE)
    assert (longer.started, longer.ended) == (NOW - 75 * MINUTE, NOW - 15 * MINUTE)


def test_a_change_that_would_end_after_now_is_refused(desk: Workspace) -> None:
    task = add(desk)
    entry = time_spent.add(desk, task.uid, 45 * MINUTE)
    with pytest.raises(ImpossibleValue):
        time_spent.change(desk, entry.uid, started=NOW)
    moved = time_spent.change(desk, entry.uid, started=NOW - 90 * MINUTE, note="x")
    assert (moved.span(NOW), moved.note) == (45 * MINUTE, "x")
    assert time_spent.delete(desk, entry.uid) == moved
    assert time_spent.of_task(desk, task.uid) == ()
    undo.undo(desk)
    assert time_spent.of_task(desk, task.uid) == (moved,)


def test_a_running_entry_is_put_right_by_its_start(desk: Workspace, clock: FixedClock) -> None:
    task = add(desk)
    entry = time_spent.start(desk, task.uid)
    clock.advance(MINUTE)
    longer = time_spent.change(desk, entry.uid, span=30 * MINUTE)
    assert longer.is_running
    assert longer.span(clock.now()) == 30 * MINUTE


@pytest.mark.parametrize("span", [timedelta(0), -MINUTE, timedelta(days=4_000)])
def test_impossible_spans_are_refused(desk: Workspace, span: timedelta) -> None:
    task = add(desk)
    with pytest.raises(ImpossibleValue):
        time_spent.add(desk, task.uid, span)
    with pytest.raises(ImpossibleValue):
        time_spent.add(desk, task.uid, MINUTE, ended=NOW + MINUTE)
    assert time_spent.of_task(desk, task.uid) == ()


def test_unknown_entries_and_long_notes_are_refused(desk: Workspace) -> None:
    task = add(desk)
    entry = time_spent.add(desk, task.uid, MINUTE)
    with pytest.raises(TextTooLong):
        time_spent.change(desk, entry.uid, note="x" * 501)
    for refused in (time_spent.delete, time_spent.change):
        with pytest.raises(UnknownTimeEntry):
            refused(desk, "nobody's")
    assert time_spent.resolve(desk, task.uid, entry.uid[:20]) == entry.uid
    for prefix in ("", "zz"):
        with pytest.raises(UnknownTimeEntry):
            time_spent.resolve(desk, task.uid, prefix)


def test_the_file_itself_lets_only_one_timer_run_for_each_account(desk: Workspace) -> None:
    one, two = add(desk), add(desk)
    time_spent.start(desk, one.uid)
    other = second_account(desk)
    time_spent.start(other, add(other).uid)
    assert rows(desk.paths.folder, "SELECT count(*) FROM time_entries") == [(2,)]
    other.close()
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        rows(
            desk.paths.folder,
            "INSERT INTO time_entries SELECT account_id, 'x', ?, started, NULL, ''"
            " FROM time_entries WHERE task_uid = ?",
            two.uid,
            one.uid,
        )


@given(st.lists(st.integers(1, 500), max_size=6))
def test_the_sum_is_that_of_what_was_added(scratch: ScratchDesk, minutes: list[int]) -> None:
    with scratch() as desk:
        task = add(desk)
        for each in minutes:
            time_spent.add(desk, task.uid, each * MINUTE)
        assert spent(time_spent.of_task(desk, task.uid), desk.now()) == sum(minutes) * MINUTE
