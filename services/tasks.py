"""Capturing, editing, completing, trashing: what can be done to a task.

Each function is one gesture: one transaction, one undo step, one announcement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from itertools import groupby
from typing import Any

from models.errors import AmbiguousUid, UnknownTask
from models.moment import Moment
from models.storage import goal_rows, history_rows, lines, task_rows
from models.storage.history_rows import Entry
from models.storage.unit import UnitOfWork
from models.task import Status, Task, TaskChange, TaskFields, TaskLine
from services import ledger
from services.amending import change_task, read_task
from services.fields import checked_fields, is_storable
from services.following import settled
from services.gesture import Gesture
from services.ids import position_at
from services.succession import complete_in, reopen_in
from services.workspace import Workspace


def capture(desk: Workspace, fields: TaskFields) -> Task:
    """Make a new task; only `summary` is required. A due time without a zone floats.

    A goal's task with a due time that says nothing of a lead gets the usual one.

    Raises:
        EmptySummary, SummaryTooLong, UnknownGoal, UnknownTask, …: a field cannot be kept.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "capture")
        task = capture_in(unit, gesture, fields)
        return gesture.commit(unit, task)


def capture_many(desk: Workspace, several: Iterable[TaskFields]) -> tuple[Task, ...]:
    """Make several tasks, as one undo step: all of them or, when one is refused, none.

    Raises:
        EmptySummary, SummaryTooLong, …: see `capture`.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "capture")
        made = tuple(capture_in(unit, gesture, fields) for fields in several)
        return gesture.commit(unit, made)


def capture_in(unit: UnitOfWork, gesture: Gesture, fields: TaskFields) -> Task:
    """`capture` as a part of a larger gesture."""
    desk, now = gesture.desk, gesture.now
    uid = desk.ids(now)
    values = checked_fields(unit, fields, uid=uid, is_new=True)
    values = settled(unit, Task(uid=uid, summary="", created=now, last_modified=now), values)
    values.setdefault("position", position_at(now, uid))
    if "lead" not in values and _is_published(values):
        lead = usual_lead(desk, goal_rows.default_lead(unit, values["goal"]))
        values |= {} if lead is None else {"lead": lead}
    if values.get("status") is Status.COMPLETED:
        values.update(completed=now, percent_complete=100)
    task = Task(uid=uid, created=now, last_modified=now, **values)
    task_rows.add(unit, task, desk.zone)
    gesture.task_changed(uid, None, {"created": now, **values})
    ledger.note(gesture, None, task)
    return task


def usual_lead(desk: Workspace, of_goal: timedelta | None) -> timedelta | None:
    """How long before its time a new task of a goal is ready, where nothing is said of that.

    Args:
        of_goal: what its goal says; None: as the settings, and no time at all: not before.
    """
    lead = desk.settings.default_lead if of_goal is None else of_goal
    return lead or None


def _is_published(values: dict[str, Any]) -> bool:
    """Whether a new task is a goal's item on the timeline: an errand and a step are not."""
    due = values.get("due")
    is_timed = due is not None and due.time is not None
    return is_timed and values.get("goal") is not None and values.get("parent") is None


def edit(desk: Workspace, uid: str, fields: TaskFields) -> Task:
    """Change the given fields; the others stay. Nothing is written when none differs.

    Raises:
        UnknownTask, EmptySummary, …: see `capture`.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "edit")
        values = checked_fields(unit, fields, uid=uid, is_new=False)
        task = read_task(unit, uid)
        if values.get("status") is Status.COMPLETED and task.rrule and task.status.is_open:
            others = {name: values[name] for name in values.keys() - {"status"}}
            changed = change_task(unit, gesture, uid, others, task)
            return gesture.commit(unit, complete_in(unit, gesture, changed))
        return gesture.commit(unit, change_task(unit, gesture, uid, values, task))


def reschedule(desk: Workspace, uid: str, due: Moment | None) -> Task:
    """Give it another due, or none; a step's is then its own, and follows its task no longer.

    Raises:
        UnknownTask: there is no such task.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "reschedule")
        return gesture.commit(unit, change_task(unit, gesture, uid, {"due": due, "offset": None}))


def complete(desk: Workspace, uid: str) -> Task:
    """Mark it done now. A task that is done already stays as it is.

    Of a repeating task the next occurrence is opened, with its prep steps.

    Raises:
        UnknownTask: there is no such task.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "complete")
        return gesture.commit(unit, complete_task_in(unit, gesture, uid))


def reopen(desk: Workspace, uid: str) -> Task:
    """Ask for work again. An open task stays as it is.

    The next occurrence, which completing a repeating task opened, is taken back.

    Raises:
        UnknownTask: there is no such task.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "reopen")
        task = read_task(unit, uid, with_parts=False)
        if not task.status.is_open:
            task = reopen_in(unit, gesture, task)
        return gesture.commit(unit, task)


def delete(desk: Workspace, uid: str) -> Task:
    """Move it, with its steps, to the trash.

    Raises:
        UnknownTask: there is no such task.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "delete")
        delete_in(unit, gesture, uid)
        return gesture.commit(unit, read_task(unit, uid))


def delete_in(unit: UnitOfWork, gesture: Gesture, uid: str) -> None:
    """`delete` as a part of a larger gesture."""
    read_task(unit, uid, with_parts=False)
    for each in task_rows.subtree(unit, uid):
        task = read_task(unit, each, with_parts=False)
        if task.deleted is None:
            change_task(unit, gesture, each, {"deleted": gesture.now}, task)


def restore(desk: Workspace, uid: str) -> Task:
    """Take it out of the trash, with the steps that went there with it.

    A step brings back what it is a step of: alone it would stand in no list. A
    goal that is in the trash stays there, and the task belongs to none.

    Raises:
        UnknownTask: there is no such task.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "restore")
        restore_in(unit, gesture, uid)
        return gesture.commit(unit, read_task(unit, uid))


def restore_in(unit: UnitOfWork, gesture: Gesture, uid: str) -> None:
    """`restore` as a part of a larger gesture."""
    task = read_task(unit, uid, with_parts=False)
    if task.deleted is None:
        return
    for each in task_rows.subtree(unit, uid):
        step = read_task(unit, each, with_parts=False)
        if step.deleted == task.deleted:
            _take_out(unit, gesture, step)
    while task.parent is not None:
        task = read_task(unit, task.parent, with_parts=False)
        if task.deleted is not None:
            _take_out(unit, gesture, task)


def _take_out(unit: UnitOfWork, gesture: Gesture, task: Task) -> None:
    values: dict[str, object] = {"deleted": None}
    if task.goal is not None and not goal_rows.is_kept(unit, task.goal):
        values["goal"] = None
    change_task(unit, gesture, task.uid, values, task)


def complete_many(desk: Workspace, uids: Iterable[str]) -> None:
    """Mark all of them done, as one undo step."""
    _each(desk, "complete", uids, complete_task_in)


def delete_many(desk: Workspace, uids: Iterable[str]) -> None:
    """Move all of them to the trash, as one undo step."""
    _each(desk, "delete", uids, delete_in)


def restore_many(desk: Workspace, uids: Iterable[str]) -> None:
    """Take all of them out of the trash, as one undo step."""
    _each(desk, "restore", uids, restore_in)


def reschedule_many(desk: Workspace, uids: Iterable[str], due: Moment | None) -> None:
    """Give all of them the same due, as one undo step."""

    def move(unit: UnitOfWork, gesture: Gesture, uid: str) -> None:
        change_task(unit, gesture, uid, {"due": due, "offset": None})

    _each(desk, "reschedule", uids, move)


def reschedule_each(desk: Workspace, dues: Mapping[str, Moment | None]) -> None:
    """Give each uid a due of its own, or none, as one undo step."""

    def move(unit: UnitOfWork, gesture: Gesture, uid: str) -> None:
        change_task(unit, gesture, uid, {"due": dues[uid], "offset": None})

    _each(desk, "reschedule", dues, move)


def task(desk: Workspace, uid: str) -> Task:
    """The whole task, also from the trash.

    Raises:
        UnknownTask: there is no such task.
    """
    with desk.reading() as unit:
        return read_task(unit, uid)


def line(desk: Workspace, uid: str) -> TaskLine:
    """The task as lists show it.

    Raises:
        UnknownTask: there is no such task.
    """
    with desk.reading() as unit:
        found = lines.one(unit, uid) if is_storable(uid) else None
        if found is None:
            raise UnknownTask(uid)
        return found


def steps(desk: Workspace, uid: str) -> tuple[TaskLine, ...]:
    """The task's direct steps, in their manual order."""
    with desk.reading() as unit:
        return tuple(lines.steps_of(unit, uid)) if is_storable(uid) else ()


def history(desk: Workspace, uid: str) -> tuple[TaskChange, ...]:
    """Everything that ever changed in the task, newest first, each gesture once."""
    with desk.reading() as unit:
        entries = history_rows.of_subject(unit, uid) if is_storable(uid) else ()
    return tuple(_told(list(rows)) for _, rows in groupby(entries, lambda entry: entry.gesture))


def _told(rows: list[Entry]) -> TaskChange:
    """What one gesture changed in a task, of which `rows` tell, the last one first.

    Where it made the task or took it out of the file that alone is told.
    """
    whole = [row for row in rows if row.before is None or row.after is None]
    told = whole[:1] or rows[::-1]
    return TaskChange(
        gesture=rows[0].gesture,
        action=rows[0].action,
        at=rows[0].at,
        before={name: value for row in told for name, value in (row.before or {}).items()},
        after={name: value for row in told for name, value in (row.after or {}).items()},
        origin=rows[0].origin or "",
        is_made=bool(whole) and whole[0].before is None,
        is_purged=bool(whole) and whole[0].after is None,
    )


def resolve(desk: Workspace, prefix: str) -> str:
    """The one uid that begins with `prefix`.

    Raises:
        UnknownTask: none does.
        AmbiguousUid: several do.
    """
    with desk.reading() as unit:
        found = task_rows.matching(unit, prefix) if is_storable(prefix) else ()
    match found:
        case ():
            raise UnknownTask(prefix)
        case (uid,):
            return uid
        case (uid, *_) if uid == prefix:
            return uid
        case _:
            raise AmbiguousUid(prefix)


def _each(
    desk: Workspace,
    action: str,
    uids: Iterable[str],
    apply: Callable[[UnitOfWork, Gesture, str], object],
) -> None:
    with desk.writing() as unit:
        gesture = Gesture(desk, action)
        for uid in dict.fromkeys(uids):
            apply(unit, gesture, uid)
        gesture.commit(unit, None)


def complete_task_in(unit: UnitOfWork, gesture: Gesture, uid: str) -> Task:
    """`complete` as a part of a larger gesture."""
    task = read_task(unit, uid, with_parts=False)
    if task.status is Status.COMPLETED:
        return task
    return complete_in(unit, gesture, read_task(unit, uid) if task.rrule else task)
