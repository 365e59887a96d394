"""Copies of tasks: one that the user asks for, and what every copy takes over with its steps.

Owns what a copy has of its own and where it stands. Must not know when a series opens its
next task: see `services.succession`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from models.errors import TaskClosed
from models.storage import task_rows
from models.storage.unit import UnitOfWork
from models.task import Status, Task
from services import ledger
from services.amending import read_task
from services.following import with_due_of_step
from services.gesture import Gesture
from services.ordering import position_behind
from services.workspace import Workspace

#: What a task made anew has of its own.
_FRESH = {
    "status": Status.NEEDS_ACTION,
    "completed": None,
    "percent_complete": 0,
    "sequence": 0,
    "passed_over": 0,
    "is_locked": False,
    "replaces": None,
    "waiting_for": None,
    "follow_up": None,
}
#: What a duplicate leaves to its original: its rule then counts from its own due.
_OF_THE_ORIGINAL = {
    "series": None,
    "series_start": None,
    "recurrence_id": None,
    "exdates": (),
    "series_fields": None,
    "pinned": False,
}


def duplicate(desk: Workspace, uid: str) -> Task:
    """Make an open copy of the task, with its steps at every depth, right behind it.

    Nothing of it is done, pinned or timed. Where the task repeats, the copy does so by
    the same rule (RFC 5545 section 3.8.5.3), as a series of its own.

    Raises:
        UnknownTask: there is no such task.
        TaskClosed: it is in the trash.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "duplicate")
        return gesture.commit(unit, _duplicate(unit, gesture, uid))


def duplicate_many(desk: Workspace, uids: Iterable[str]) -> tuple[Task, ...]:
    """Make a copy of each of these tasks, as one undo step; see `duplicate`.

    What is a step of another of them is copied with that one.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "duplicate")
        chosen = dict.fromkeys(uids)
        inside = {step for uid in chosen for step in task_rows.subtree(unit, uid)[1:]}
        made = tuple(_duplicate(unit, gesture, uid) for uid in chosen if uid not in inside)
        return gesture.commit(unit, made)


def _duplicate(unit: UnitOfWork, gesture: Gesture, uid: str) -> Task:
    task = read_task(unit, uid)
    if task.deleted is not None:
        raise TaskClosed(task.summary)
    at = {"position": position_behind(unit, gesture, task)}
    copied = copy_in(unit, gesture, task, {**_OF_THE_ORIGINAL, **at})
    copy_steps_in(unit, gesture, uid, copied.uid, lambda _: _OF_THE_ORIGINAL)
    return copied


def copy_in(unit: UnitOfWork, gesture: Gesture, task: Task, values: Mapping[str, Any]) -> Task:
    """Write a new, open task that has all of `task`, read with its parts, but `values`.

    A step that follows its task is due when its offset says.
    """
    now = gesture.now
    uid = gesture.desk.ids(now)
    copied = replace(task, uid=uid, created=now, last_modified=now, **{**_FRESH, **values})
    copied = with_due_of_step(unit, copied)
    task_rows.add(unit, copied, gesture.desk.zone)
    gesture.task_changed(uid, None, image_of(copied))
    ledger.note(gesture, None, copied)
    return copied


def copy_steps_in(
    unit: UnitOfWork,
    gesture: Gesture,
    uid: str,
    copied: str,
    values_of: Callable[[Task], Mapping[str, Any]],
) -> None:
    """Copy the steps of the task `uid`, at every depth, to its copy, the task `copied`.

    What is in the trash stays behind, and so does what a step of a series that goes on
    has done already.

    Args:
        values_of: what the copy of a step has otherwise than the step.
    """
    uids = {uid: copied}
    for each in task_rows.subtree(unit, uid)[1:]:
        step = read_task(unit, each)
        if step.parent not in uids or _is_left_behind(unit, step):
            continue
        values = {**values_of(step), "parent": uids[step.parent]}
        uids[each] = copy_in(unit, gesture, step, values).uid


def image_of(task: Task) -> dict[str, Any]:
    """Everything that a task says, by field: from it `amending.put_back` can make it anew."""
    counting = ("uid", "last_modified", "sequence")
    empty = Task("", "", task.created, task.created)
    return {
        field.name: getattr(task, field.name)
        for field in fields(task)
        if field.name not in counting
        and (
            field.name in ("summary", "created")
            or getattr(task, field.name) != getattr(empty, field.name)
        )
    }


def has_other_open(unit: UnitOfWork, task: Task) -> bool:
    """Whether the series of the task has an open task besides it."""
    others = (each for each in task_rows.in_series(unit, task.series or "") if each != task.uid)
    # Open ones come first: one look is enough.
    first = next(others, None)
    return first is not None and read_task(unit, first, with_parts=False).is_open


def _is_left_behind(unit: UnitOfWork, step: Task) -> bool:
    if step.deleted is not None:
        return True
    return not step.status.is_open and has_other_open(unit, step)
