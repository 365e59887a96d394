"""Taking back what was done, gesture by gesture, also after a restart."""

from __future__ import annotations

from dataclasses import dataclass

from models.errors import NothingToUndo
from models.storage import goal_rows, history_rows, images, task_rows
from models.storage.history_rows import Entry
from models.storage.unit import UnitOfWork
from services import amending, filters, goals, tasks
from services.gesture import Gesture
from services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back: the gesture's action, its tasks, and the first one's title."""

    action: str
    tasks: tuple[str, ...]
    summary: str


def undo(desk: Workspace, gesture: str | None = None) -> Undone:
    """Take back `gesture`, or the newest one that was not taken back yet.

    Fields get the values that the gesture found; what it made is gone. The
    history keeps both the gesture and its undoing.

    Raises:
        NothingToUndo: there is none, or it was undone already.
    """
    while True:
        with desk.writing() as unit:
            last = gesture or history_rows.last_gesture(unit)
            entries = history_rows.of_gesture(unit, last) if last else ()
            if not entries or history_rows.is_undone(unit, entries[0].gesture):
                raise NothingToUndo
            undoing = Gesture(desk, "undo", undoes=last)
            summary = _title(unit, entries)
            for entry in reversed(entries):
                _take_back(unit, undoing, entry)
            has_effect = undoing.has_changes
            if not has_effect:
                undoing.nothing_changed(entries[0].subject, entries[0].subject_uid)
            touched = _touched(entries)
            undone = undoing.commit(unit, Undone(entries[0].action, touched, summary))
        # A gesture that later ones made void is marked, and the one before it is meant.
        if has_effect or gesture:
            return undone


def _touched(entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """The tasks that were changed; what was made along with a change is not told of."""
    entries = tuple(entry for entry in entries if entry.subject == "task")
    changed = tuple(entry for entry in entries if entry.before is not None)
    return tuple(dict.fromkeys(entry.subject_uid for entry in changed or entries))


def _title(unit: UnitOfWork, entries: tuple[Entry, ...]) -> str:
    first = entries[0]
    if first.subject == "setting":
        kept = (first.before or {}).get("name", "")
        return filters.filter_name(unit, first.subject_uid) or str(kept)
    if first.subject == "goal":
        goal = goal_rows.read(unit, first.subject_uid)
        return goal.name if goal else ""
    task = task_rows.read(unit, first.subject_uid, with_parts=False)
    return task.summary if task else ""


def _take_back(unit: UnitOfWork, undoing: Gesture, entry: Entry) -> None:
    if entry.subject == "setting":
        filters.take_filter_back(unit, undoing, entry.subject_uid, entry.before)
        return
    is_task = entry.subject == "task"
    if entry.before is not None:
        put_back = amending.put_back if is_task else goals.put_goal_back
        put_back(unit, undoing, entry.subject_uid, entry.before)
    elif is_task:
        tree = task_rows.subtree(unit, entry.subject_uid)
        if len(tree) > 1:
            # It got steps since, elsewhere: the trash keeps them all.
            tasks.delete_in(unit, undoing, entry.subject_uid)
        elif tree:
            task_rows.purge(unit, entry.subject_uid)
            undoing.task_changed(entry.subject_uid, images.from_json(entry.after or {}), None)
    elif goal_rows.tasks_of(unit, entry.subject_uid):
        goals.delete_in(unit, undoing, entry.subject_uid)
    elif goal_rows.read(unit, entry.subject_uid) is not None:
        goal_rows.purge(unit, entry.subject_uid)
        undoing.goal_changed(entry.subject_uid, images.from_json(entry.after or {}), None)
