"""A task and its steps as one: how many are open, how far they are, done together, moved about.

Must know no screen. What steps carry along is known to `services.following`.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from models.errors import UnreadableQuery
from models.lists import ListName
from models.steps import share_done
from models.storage import task_rows
from models.storage.tables import Shelf
from models.task import Status, Task, TaskLine
from services.amending import change_task, read_task
from services.fields import checked_fields, is_storable
from services.gesture import Gesture
from services.lists import page
from services.search import filtered
from services.tasks import complete_task_in
from services.workspace import Workspace


def complete_with_steps(desk: Workspace, uids: Iterable[str]) -> int:
    """Mark the tasks done, and their open steps at every depth, as one undo step.

    Of a repeating task the next occurrence is opened, with its steps; a step that repeats
    by itself ends with the task that it belongs to. Gives how many steps were completed.

    Raises:
        UnknownTask: there is no such task.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "complete")
        wanted = tuple(dict.fromkeys(uids))
        for uid in wanted:
            complete_task_in(unit, gesture, uid)
        count = 0
        for uid in wanted:
            for each in task_rows.subtree(unit, uid)[1:]:
                step = read_task(unit, each, with_parts=False)
                if step.is_open:
                    change_task(unit, gesture, each, {"status": Status.COMPLETED}, step)
                    count += 1
        return gesture.commit(unit, count)


def count_open_steps(desk: Workspace, uids: Iterable[str]) -> int:
    """How many open steps the tasks have below them, at every depth, themselves aside."""
    with desk.reading() as unit:
        wanted = [uid for uid in dict.fromkeys(uids) if is_storable(uid)]
        found = {
            row.uid
            for uid in wanted
            for row in task_rows.steps_below(unit, uid)
            if row.shelf == Shelf.OPEN.value
        }
        return len(found.difference(wanted))


def progress(desk: Workspace, uid: str) -> float | None:
    """How much of the task's steps is done, 0 to 1; None without steps. See `share_done`."""
    with desk.reading() as unit:
        rows = task_rows.steps_below(unit, uid) if is_storable(uid) else ()
        steps = [(row.uid, row.parent_uid, row.shelf == Shelf.CLOSED.value) for row in rows]
        return share_done(uid, steps)


def locked(desk: Workspace, uid: str) -> frozenset[str]:
    """The uids of the task's direct steps that stay when it moves."""
    with desk.reading() as unit:
        return task_rows.locked_steps(unit, uid) if is_storable(uid) else frozenset()


def move_under(desk: Workspace, uid: str, parent: str | None) -> Task:
    """Make the task, with all its steps, a step of `parent`; with None a task of its own.

    A due that followed the task it was a step of
    stays what it is when it becomes a task of its own.

    Raises:
        UnknownTask: there is no such task.
        CircularParent: `parent` is the task itself, or one of its steps.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "move")
        checked_fields(unit, {"parent": parent}, uid=uid, is_new=False)
        task = read_task(unit, uid)
        return gesture.commit(unit, change_task(unit, gesture, uid, {"parent": parent}, task))


def possible_parents(
    desk: Workspace, uid: str, text: str = "", limit: int = 20
) -> tuple[TaskLine, ...]:
    """Open tasks that the task can become a step of: those that `text` finds, without it by due.

    Never itself, a step of it at any depth, or the task that it is a step of.
    """
    with desk.reading() as unit:
        barred = set(task_rows.subtree(unit, uid)) if is_storable(uid) else {uid}
        task = task_rows.read(unit, uid, with_parts=False) if is_storable(uid) else None
    if task is not None and task.parent is not None:
        barred.add(task.parent)
    wanted = limit + len(barred)
    if text.strip():
        found = _found(desk, text, wanted)
    else:
        found = page(desk, ListName.ALL, limit=wanted).lines
    fits = (line for line in found if line.uid not in barred and line.deleted is None)
    return tuple(islice(fits, limit))


def _found(desk: Workspace, text: str, limit: int) -> tuple[TaskLine, ...]:
    try:
        return filtered(desk, text, limit=limit).lines
    except UnreadableQuery:
        # Half a condition, while it is being typed: its words are looked for as they are.
        words = text.replace('"', " ")
        return filtered(desk, f'"{words}"', limit=limit).lines
