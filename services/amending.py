"""How a task's fields change inside a gesture: read, compare, write, note.

Every change of a task but its making goes through `change_task`, and its end
through `purge`, so that none is without its history entry.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from models.errors import ChangedSince, UnknownTask
from models.series import kept_in_series
from models.storage import goal_rows, images, task_rows
from models.storage.unit import UnitOfWork
from models.task import Status, Task
from services import ledger, proposing
from services.fields import is_storable
from services.following import carried, settled
from services.gesture import Gesture
from services.replanning import replanned
from services.timing import remove_all, stop_in


def read_task(unit: UnitOfWork, uid: str, *, with_parts: bool = True) -> Task:
    """The task `uid`; see `task_rows.read`.

    Raises:
        UnknownTask: there is no such task.
    """
    found = task_rows.read(unit, uid, with_parts=with_parts) if is_storable(uid) else None
    if found is None:
        raise UnknownTask(uid)
    return found


def change_task(
    unit: UnitOfWork,
    gesture: Gesture,
    uid: str,
    values: Mapping[str, Any],
    task: Task | None = None,
    *,
    is_put_back: bool = False,
) -> Task:
    """Write those of `values` that differ, and note them; a task that closes stops its timer.

    With it goes what it carries along, see `services.following` and `services.replanning`, and
    what its series needs to go on where it should.

    Args:
        is_put_back: the values are what it was: all that went along with them says that itself.

    Raises:
        NotAStep, ImpossibleDate: it, or a step of it, cannot be due then.
    """
    if task is None:
        task = read_task(unit, uid)
    if is_put_back:
        return _write(unit, gesture, task, values, keeps_series=False)
    changed = _write(unit, gesture, task, settled(unit, task, values))
    for step, more in carried(unit, task, changed):
        _write(unit, gesture, step, more)
        if step.due != more.get("due", step.due):
            replan_in(unit, gesture, replace(step, due=more["due"]))
    if task.due != changed.due:
        replan_in(unit, gesture, changed)
    return changed


def replan_in(unit: UnitOfWork, gesture: Gesture, task: Task) -> None:
    """Plan those steps anew that a recipe has planned for `task`; see `services.replanning`.

    What follows such a step, a step of its own, goes along.
    """
    for step, values in replanned(unit, gesture.desk, task):
        changed = _write(unit, gesture, step, values)
        for below, more in carried(unit, step, changed):
            _write(unit, gesture, below, more)


def _write(
    unit: UnitOfWork,
    gesture: Gesture,
    task: Task,
    values: Mapping[str, Any],
    *,
    keeps_series: bool = True,
) -> Task:
    differing = {name: value for name, value in values.items() if getattr(task, name) != value}
    if not differing:
        return task
    also = kept_in_series(task, values, differing.keys()) if keeps_series else {}
    differing |= {name: value for name, value in also.items() if getattr(task, name) != value}
    if "status" in differing and "completed" not in values:
        if differing["status"] is Status.COMPLETED:
            differing.update(completed=gesture.now, percent_complete=100)
        elif task.status is Status.COMPLETED:
            differing["completed"] = None
            differing.setdefault("percent_complete", 0)
    before = {name: getattr(task, name) for name in differing}
    changed = replace(task, **differing, last_modified=gesture.now, sequence=task.sequence + 1)
    if task.is_open and not changed.is_open:
        # First the timer: undone backwards, the task is open again when its timer is.
        stop_in(unit, gesture, task.uid)
    task_rows.change(unit, changed, {*differing, "last_modified", "sequence"}, gesture.desk.zone)
    gesture.task_changed(task.uid, before, differing)
    ledger.note(gesture, task, changed)
    return changed


def put_back(unit: UnitOfWork, gesture: Gesture, uid: str, image: Mapping[str, Any]) -> None:
    """Put fields back as an undone gesture found them.

    What is gone for good by now stays away: the task, a goal or parent that the
    image names, a parent that has become a step of the task.
    """
    if (task := task_rows.read(unit, uid)) is not None:
        values = _possible(unit, uid, images.from_json(image))
        change_task(unit, gesture, uid, values, task, is_put_back=True)


def make_again(unit: UnitOfWork, gesture: Gesture, uid: str, image: Mapping[str, Any]) -> None:
    """Make a task anew that was taken out of the file; `image` is what it was, whole."""
    values = _possible(unit, uid, images.from_json(image))
    values.update(last_modified=gesture.now, sequence=values.get("sequence", 0) + 1)
    task_rows.add(unit, Task(uid=uid, **values), gesture.desk.zone)
    gesture.task_changed(uid, None, values)


def purge(unit: UnitOfWork, gesture: Gesture, task: Task) -> None:
    """Take a whole task, without steps by now, out of the file; the history keeps it.

    Raises:
        ChangedSince: it has steps.
    """
    if len(task_rows.subtree(unit, task.uid)) > 1:
        raise ChangedSince(task.summary)
    remove_all(unit, gesture, task.uid)
    proposing.remove_all(unit, gesture, task.uid)
    task_rows.purge(unit, task.uid)
    image = {each.name: getattr(task, each.name) for each in fields(task) if each.name != "uid"}
    gesture.task_changed(task.uid, image, None)
    ledger.note(gesture, task, None)


def _possible(unit: UnitOfWork, uid: str, values: dict[str, Any]) -> dict[str, Any]:
    """`values` without a goal or parent that cannot be any more."""
    if values.get("goal") is not None and goal_rows.read(unit, values["goal"]) is None:
        values["goal"] = None
    if (parent := values.get("parent")) is not None and (
        task_rows.read(unit, parent, with_parts=False) is None
        or parent in task_rows.subtree(unit, uid)
    ):
        values["parent"] = None
    return values
