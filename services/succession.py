"""From one occurrence of a repeating task to the next, and back, inside a larger gesture.

Owns what the next task takes over, and that a series never has two next ones.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from models.series import Next, Step, next_of, original_of, successor
from models.storage import goal_rows, history_rows, images, task_rows
from models.storage.unit import UnitOfWork
from models.task import Status, Task
from services import ledger
from services.amending import change_task, read_task, replan_in
from services.copying import copy_in, copy_steps_in, has_other_open, image_of
from services.gesture import Gesture


class _Completion(NamedTuple):
    """A completion: what the task was before, the uid of the next one, and all that was made."""

    before: dict[str, Any]
    opened: str
    made: frozenset[str]


def complete_in(unit: UnitOfWork, gesture: Gesture, task: Task) -> Task:
    """Close the open `task`, read with its parts, and open the next occurrence where there is one.

    A series that has another open task already gets no second one.
    """
    desk, now = gesture.desk, gesture.now
    done: dict[str, Any] = {"status": Status.COMPLETED, "completed": now, "percent_complete": 100}
    found = None
    if task.rrule and task.deleted is None and not has_other_open(unit, task):
        found = next_of(task, now, desk.zone)
    if found is None:
        return change_task(unit, gesture, task.uid, done, task)
    done |= {
        "series": task.series or task.uid,
        "series_start": task.series_start or original_of(task) or found.start,
        "recurrence_id": original_of(task),
        "passed_over": found.passed_over,
    }
    closed = change_task(unit, gesture, task.uid, done, task)
    _open_next(unit, gesture, task, found)
    return closed


def reopen_in(unit: UnitOfWork, gesture: Gesture, task: Task) -> Task:
    """Open the closed `task` again; the occurrence that its completion opened is taken back.

    One that was edited since goes to the trash; one that was completed stays.
    """
    opened: dict[str, Any] = {
        "status": Status.NEEDS_ACTION,
        "completed": None,
        "percent_complete": 0,
    }
    completion = _completion_of(unit, task)
    if completion is not None and _take_back(unit, gesture, completion):
        opened |= completion.before
    return change_task(unit, gesture, task.uid, opened, task)


def _open_next(unit: UnitOfWork, gesture: Gesture, task: Task, found: Next) -> None:
    step = step_to(task, found)
    values = {**shared(unit, task), **successor(as_series(task), found)}
    # What the rule gives it does not follow the task that it may be a step of.
    values |= {"series": task.series or task.uid, "offset": None}
    opened = copy_in(unit, gesture, task, values)

    def as_far_on(below: Task) -> dict[str, Any]:
        anew = {"series": None, "exdates": ()} if below.rrule else {}
        return {**moved(below, step), **anew}

    copy_steps_in(unit, gesture, task.uid, opened.uid, as_far_on)
    replan_in(unit, gesture, opened)


def step_to(task: Task, found: Next) -> Step:
    """How far the task is from its next occurrence."""
    return Step.between(task.due or task.dtstart or found.moment, found.moment)


def as_series(task: Task) -> Task:
    """The task as the series has it: what was edited for it alone put back."""
    return replace(task, **images.from_json(task.series_fields or {}))


def shared(unit: UnitOfWork, task: Task) -> dict[str, Any]:
    """The fields that were edited for this task alone, as the series has them."""
    values = images.from_json(task.series_fields or {})
    if values.get("goal") is not None and not goal_rows.is_kept(unit, values["goal"]):
        values["goal"] = None
    return values


def moved(below: Task, step: Step) -> dict[str, Any]:
    """A step's own moments and reminders, as far on as its task; its due, unless it follows."""
    return {
        **({"due": step.moment(below.due) if below.due else None} if below.offset is None else {}),
        **({"gap": below.gap} if below.gap is not None else {}),
        "dtstart": step.moment(below.dtstart) if below.dtstart else None,
        "reminders": tuple(step.reminder(each) for each in below.reminders),
        **({} if not below.rrule else {"recurrence_id": None, "series_start": None}),
    }


def reopened(below: Task) -> dict[str, Any]:
    """What makes a step one that is still to do."""
    if below.status.is_open:
        return {}
    return {"status": Status.NEEDS_ACTION, "completed": None, "percent_complete": 0}


def _completion_of(unit: UnitOfWork, task: Task) -> _Completion | None:
    """What last completed the task; None where that opened no next one."""
    if task.series is None:
        return None
    for entry in history_rows.of_subject(unit, task.uid):
        if entry.before and (entry.after or {}).get("status") == Status.COMPLETED.value:
            made = {
                each.subject_uid: each.after or {}
                for each in history_rows.of_gesture(unit, entry.gesture)
                if each.subject == "task" and each.before is None
            }
            for uid, after in made.items():
                if after.get("series") == task.series:
                    return _Completion(images.from_json(entry.before), uid, frozenset(made))
            return None
    return None


def _take_back(unit: UnitOfWork, gesture: Gesture, completion: _Completion) -> bool:
    """Take away the occurrence that was opened, with its steps; False where it has gone on."""
    first = task_rows.read(unit, completion.opened, with_parts=False)
    if first is None or not first.is_open:
        return False
    tree = task_rows.subtree(unit, first.uid)
    tasks = [read_task(unit, each) for each in tree]
    if any(task.sequence for task in tasks) or not completion.made.issuperset(tree):
        for task in tasks:
            if task.deleted is None:
                change_task(unit, gesture, task.uid, {"deleted": gesture.now}, task)
        return True
    for task in reversed(tasks):
        task_rows.purge(unit, task.uid)
        gesture.task_changed(task.uid, image_of(task), None)
        ledger.note(gesture, task, None)
    return True
