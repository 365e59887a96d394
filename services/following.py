"""What a task carries along: its steps' dues by their offsets, and the goal they share.

Plans only; `services.amending` writes. Done steps keep the due that they had, and so do
locked ones until they are locked no more. A step that is
given a due of its own follows no longer, and a goal of its own stays with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from models.errors import NotAStep
from models.steps import due_of_step
from models.storage import task_rows
from models.storage.unit import UnitOfWork
from models.task import Status, Task


def settled(unit: UnitOfWork, task: Task, values: Mapping[str, Any]) -> dict[str, Any]:
    """`values` for `task`, with what follows from them for itself: offset, due and goal.

    Raises:
        NotAStep: it has no parent that an offset could count from.
        ImpossibleDate: it would be due outside the calendar.
    """
    told = dict(values)
    uid = told.get("parent", task.parent)
    parent = task_rows.read(unit, uid, with_parts=False) if uid is not None else None
    if told.get("offset") is not None and parent is None:
        raise NotAStep(told.get("summary", task.summary))
    if uid != task.parent:
        if parent is None:
            told.setdefault("offset", None)
        elif parent.goal is not None:
            told.setdefault("goal", parent.goal)
    if "offset" not in told and task.offset is not None:
        if "due" in told and told["due"] != task.due:
            told["offset"] = None
        elif uid != task.parent or _is_open_again(task, told) or _is_let_loose(task, told):
            told["offset"] = task.offset
    if task.gap is not None and "gap" not in told and _leaves_plan(task, told):
        told["gap"] = None
    offset: timedelta | None = told.get("offset")
    if offset is not None and parent is not None:
        told["due"] = due_of_step(parent.due, offset)
    return told


def with_due_of_step(unit: UnitOfWork, task: Task) -> Task:
    """`task`, due when its offset says, where it has one and is a step."""
    if task.offset is None or task.parent is None:
        return task
    parent = task_rows.read(unit, task.parent, with_parts=False)
    return replace(task, due=due_of_step(parent.due, task.offset)) if parent else task


def carried(unit: UnitOfWork, before: Task, after: Task) -> list[tuple[Task, dict[str, Any]]]:
    """What of the steps, at every depth, goes along when `before` has become `after`.

    Parents come first; each with its new values. Those in the trash go along too: they come
    back to where their task is.

    Raises:
        ImpossibleDate: one would be due outside the calendar.
    """
    if before.due == after.due and before.goal == after.goal:
        return []
    moved = {before.uid: (before, after)}
    found: list[tuple[Task, dict[str, Any]]] = []
    for uid in task_rows.subtree(unit, before.uid)[1:]:
        step = task_rows.read(unit, uid, with_parts=False)
        if step is None or step.parent not in moved:
            continue
        old, new = moved[step.parent]
        values: dict[str, Any] = {}
        if _follows(step) and step.offset is not None and old.due != new.due:
            values["due"] = due_of_step(new.due, step.offset)
        if old.goal != new.goal and step.goal in (old.goal, None):
            values["goal"] = new.goal
        values = {name: value for name, value in values.items() if getattr(step, name) != value}
        if values:
            moved[uid] = (step, replace(step, **values))
            found.append((step, values))
    return found


def _is_let_loose(task: Task, values: Mapping[str, Any]) -> bool:
    return task.is_locked and not values.get("is_locked", True)


def _follows(step: Task) -> bool:
    """Whether a step goes along by its offset; what a recipe planned is planned anew."""
    return step.status.is_open and not step.is_locked and step.gap is None


def _leaves_plan(task: Task, told: Mapping[str, Any]) -> bool:
    """Whether a step that a recipe planned is given a due of its own, or another task."""
    return any(
        name in told and told[name] != getattr(task, name) for name in ("due", "offset", "parent")
    )


def _is_open_again(task: Task, values: Mapping[str, Any]) -> bool:
    return not task.status.is_open and Status(values.get("status", task.status)).is_open
