"""Time spent on tasks: one timer at a time, and entries that can be put right afterwards.

Each function that changes something is one gesture. The timer is a row in the
file, so it runs on while the app is closed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from models.errors import (
    ImpossibleValue,
    NoTimer,
    TaskClosed,
    TextTooLong,
    UnknownTimeEntry,
)
from models.storage import time_rows
from models.storage.unit import UnitOfWork
from models.time_spent import NOTE_LIMIT, Running, TimeEntry
from services.amending import read_task
from services.fields import SPAN_LIMIT, clean_line, is_storable
from services.gesture import Gesture
from services.timing import set_entry, stop_in
from services.workspace import Workspace


def start(desk: Workspace, uid: str) -> TimeEntry:
    """Start the timer of a task; another one's stops. One that runs already runs on.

    Raises:
        UnknownTask: there is no such task.
        TaskClosed: it is done or in the trash.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "timer.start")
        task = read_task(unit, uid, with_parts=False)
        if not task.is_open:
            raise TaskClosed(task.summary)
        running = time_rows.running(unit)
        if running is not None and running.entry.task == uid:
            return running.entry
        stop_in(unit, gesture)
        entry = TimeEntry(desk.ids(gesture.now), uid, gesture.now)
        set_entry(unit, gesture, None, entry)
        return gesture.commit(unit, entry)


def stop(desk: Workspace) -> TimeEntry:
    """Stop the timer that runs.

    Raises:
        NoTimer: none does.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "timer.stop")
        if (entry := stop_in(unit, gesture)) is None:
            raise NoTimer
        return gesture.commit(unit, entry)


def add(
    desk: Workspace, uid: str, span: timedelta, *, ended: datetime | None = None, note: str = ""
) -> TimeEntry:
    """Note work that was not timed: `span` long, up to `ended` (aware), by default now.

    Raises:
        UnknownTask: there is no such task.
        ImpossibleValue: the span is none, too long, or would end after now.
        TextTooLong: the note is.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "time.add")
        read_task(unit, uid, with_parts=False)
        end = gesture.now if ended is None else ended
        entry = TimeEntry(desk.ids(gesture.now), uid, end - _checked(span), end, _noted(note))
        _require_past(entry, gesture.now)
        set_entry(unit, gesture, None, entry)
        return gesture.commit(unit, entry)


def change(
    desk: Workspace,
    entry: str,
    *,
    span: timedelta | None = None,
    started: datetime | None = None,
    note: str | None = None,
) -> TimeEntry:
    """Put an entry right: its length, its start (aware) or its note; the others stay.

    With another start the length stays, with another length the start, or the end
    where it would else come after now. A timer that runs gets another start, so
    that it has run for `span` by now.

    Raises:
        UnknownTimeEntry: there is no such entry.
        ImpossibleValue, TextTooLong: see `add`.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "time.edit")
        before = _read(unit, entry)
        length = before.span(gesture.now) if span is None else _checked(span)
        begin = before.started if started is None else started
        if before.ended is None:
            after = replace(before, started=gesture.now - length if started is None else begin)
        elif started is None and begin + length > gesture.now:
            after = replace(before, started=before.ended - length)
        else:
            after = replace(before, started=begin, ended=begin + length)
        if note is not None:
            after = replace(after, note=_noted(note))
        _require_past(after, gesture.now)
        set_entry(unit, gesture, before, after)
        return gesture.commit(unit, after)


def delete(desk: Workspace, entry: str) -> TimeEntry:
    """Take an entry away, also one that runs.

    Raises:
        UnknownTimeEntry: there is no such entry.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "time.delete")
        before = _read(unit, entry)
        set_entry(unit, gesture, before, None)
        return gesture.commit(unit, before)


def of_task(desk: Workspace, uid: str) -> tuple[TimeEntry, ...]:
    """The entries of a task, the latest first."""
    with desk.reading() as unit:
        return time_rows.of_task(unit, uid) if is_storable(uid) else ()


def running(desk: Workspace) -> Running | None:
    """The timer that runs; None when none does."""
    with desk.reading() as unit:
        return time_rows.running(unit)


def resolve(desk: Workspace, task: str, prefix: str) -> str:
    """The uid of the one entry of the task that begins with `prefix`.

    Raises:
        UnknownTimeEntry: none does, or several do.
    """
    found = [entry.uid for entry in of_task(desk, task) if entry.uid.startswith(prefix)]
    if len(found) != 1 or not prefix:
        raise UnknownTimeEntry(prefix)
    return found[0]


def _read(unit: UnitOfWork, uid: str) -> TimeEntry:
    found = time_rows.read(unit, uid) if is_storable(uid) else None
    if found is None:
        raise UnknownTimeEntry(uid)
    return found


def _checked(span: timedelta) -> timedelta:
    whole = timedelta(seconds=span // timedelta(seconds=1))
    if not timedelta(0) < whole <= SPAN_LIMIT:
        raise ImpossibleValue("time_entry", span)
    return whole


def _require_past(entry: TimeEntry, now: datetime) -> None:
    end = entry.started if entry.ended is None else entry.ended
    if end > now or end - entry.started > SPAN_LIMIT:
        raise ImpossibleValue("time_entry", end)


def _noted(note: str) -> str:
    text = clean_line(note)
    if len(text) > NOTE_LIMIT:
        raise TextTooLong("note", len(text), NOTE_LIMIT)
    return text
