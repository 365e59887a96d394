"""How time entries change inside a gesture: written, and noted in their task's history.

Every change of an entry goes through `set_entry`, so that none is without its
history: there it is a field of its task, named `time_entry`.
"""

from __future__ import annotations

from dataclasses import replace

from models.errors import ChangedSince
from models.storage import task_rows, time_rows
from models.storage.unit import UnitOfWork
from models.time_spent import TimeEntry
from services.gesture import Gesture


def set_entry(
    unit: UnitOfWork, gesture: Gesture, before: TimeEntry | None, after: TimeEntry | None
) -> None:
    """Add (`before` None), change or remove (`after` None) an entry."""
    if before == after:
        return
    if after is not None:
        time_rows.write(unit, after, is_new=before is None)
    elif before is not None:
        time_rows.remove(unit, before.uid)
    task = (after or before).task  # pyright: ignore[reportOptionalMemberAccess]
    gesture.task_changed(task, {"time_entry": before}, {"time_entry": after})


def stop_in(unit: UnitOfWork, gesture: Gesture, task: str | None = None) -> TimeEntry | None:
    """Stop the timer that runs, or only that of `task`; None when there is none."""
    running = time_rows.running(unit)
    if running is None or task not in (None, running.entry.task):
        return None
    ended = max(gesture.now, running.entry.started)
    stopped = replace(running.entry, ended=ended)
    set_entry(unit, gesture, running.entry, stopped)
    return stopped


def remove_all(unit: UnitOfWork, gesture: Gesture, task: str) -> None:
    """Take a task's entries away, because it is deleted for good."""
    for entry in time_rows.of_task(unit, task):
        set_entry(unit, gesture, entry, None)


def put_entry_back(unit: UnitOfWork, gesture: Gesture, uid: str, target: TimeEntry | None) -> None:
    """Make the entry `uid` what it was; nothing where its task is gone for good.

    Raises:
        ChangedSince: it would run, and by now another one runs or its task is closed.
    """
    current = time_rows.read(unit, uid)
    if target is None:
        set_entry(unit, gesture, current, None)
        return
    task = task_rows.read(unit, target.task, with_parts=False)
    if task is None:
        return
    if target.is_running:
        running = time_rows.running(unit)
        if not task.is_open or (running is not None and running.entry.uid != uid):
            raise ChangedSince(task.summary)
    set_entry(unit, gesture, current, target)
