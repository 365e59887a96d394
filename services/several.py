"""Changes to several tasks at once, each one undo step: their goal, priority and pin.

Completing, deleting, restoring and rescheduling several stands with what it does to one, in
`services.tasks`; tags in `services.tags`, copies in `services.copying`.
"""

from __future__ import annotations

from collections.abc import Iterable

from models.task import TaskFields
from services.amending import change_task, read_task
from services.fields import checked_fields
from services.gesture import Gesture
from services.workspace import Workspace


def assign_many(desk: Workspace, uids: Iterable[str], goal: str | None) -> int:
    """Move all of them to a goal, or out of theirs; how many changed.

    Raises:
        UnknownTask, UnknownGoal: one of them, or the goal, is not there.
    """
    return _set(desk, "assign", uids, {"goal": goal})


def prioritise_many(desk: Workspace, uids: Iterable[str], priority: int) -> int:
    """Give all of them a priority, 0 to 9 (RFC 5545 section 3.8.1.9); how many changed.

    Raises:
        UnknownTask: one of them is not there.
        ImpossibleValue: it is no priority.
    """
    return _set(desk, "prioritise", uids, {"priority": priority})


def pin_many(desk: Workspace, uids: Iterable[str], is_pinned: bool) -> int:
    """Pin all of them, or let them go; how many changed.

    Raises:
        UnknownTask: one of them is not there.
    """
    return _set(desk, "pin" if is_pinned else "unpin", uids, {"pinned": is_pinned})


def _set(desk: Workspace, action: str, uids: Iterable[str], fields: TaskFields) -> int:
    with desk.writing() as unit:
        gesture = Gesture(desk, action)
        changed = 0
        for uid in dict.fromkeys(uids):
            task = read_task(unit, uid)
            values = checked_fields(unit, fields, uid=uid, is_new=False)
            changed += change_task(unit, gesture, uid, values, task) is not task
        return gesture.commit(unit, changed)
