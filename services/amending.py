"""How a task's fields change inside a gesture: read, compare, write, note.

Every change of a task but its making goes through `change_task`, so that none
is without its history entry.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from models.errors import UnknownTask
from models.series import kept_in_series
from models.storage import goal_rows, images, task_rows
from models.storage.unit import UnitOfWork
from models.task import Status, Task
from services.fields import is_storable
from services.gesture import Gesture


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
    keeps_series: bool = True,
) -> Task:
    """Write those of `values` that differ, and note them.

    Args:
        keeps_series: also write what its series needs to go on where it should; what
            is put back as it was says that itself.
    """
    if task is None:
        task = read_task(unit, uid)
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
    task_rows.change(unit, changed, {*differing, "last_modified", "sequence"}, gesture.desk.zone)
    gesture.task_changed(uid, before, differing)
    return changed


def put_back(unit: UnitOfWork, gesture: Gesture, uid: str, image: Mapping[str, Any]) -> None:
    """Put fields back as an undone gesture found them.

    What is gone for good by now stays away: the task, a goal or parent that the
    image names, a parent that has become a step of the task. A task that the
    gesture itself took away is made anew: its image is whole.
    """
    task = task_rows.read(unit, uid)
    if task is None and "created" not in image:
        return
    values = images.from_json(image)
    if values.get("goal") is not None and goal_rows.read(unit, values["goal"]) is None:
        values["goal"] = None
    if (parent := values.get("parent")) is not None and (
        task_rows.read(unit, parent, with_parts=False) is None
        or parent in task_rows.subtree(unit, uid)
    ):
        values["parent"] = None
    if task is None:
        made = Task(uid=uid, last_modified=gesture.now, **values)
        task_rows.add(unit, made, gesture.desk.zone)
        gesture.task_changed(uid, None, values)
        return
    change_task(unit, gesture, uid, values, task, keeps_series=False)
