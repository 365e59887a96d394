"""Repeating tasks: completing one opens the next; skipping, stopping, editing one or all.

Each public function is one gesture. What comes next is worked out by
`models.series`; here it is written, with its steps and its history.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import islice
from typing import Any

from models.errors import ImpossibleValue, NotRepeating
from models.moment import Moment
from models.recurrence import occurrences, parse
from models.series import Scope, moved_rule, next_of, original_of, successor
from models.storage import images, lines, task_rows
from models.storage.unit import UnitOfWork
from models.task import Status, Task, TaskFields, TaskLine
from services import ledger
from services.amending import change_task, read_task, replan_in
from services.fields import checked_fields
from services.gesture import Gesture
from services.succession import as_series, moved, reopened, shared, step_to
from services.tasks import delete_in
from services.workspace import Workspace

#: Fields that say when and how one occurrence goes: never another's.
_OF_ONE = frozenset(
    {"due", "offset", "gap", "dtstart", "status", "percent_complete", "position", "parent"}
    | {"rrule", "repeat_from"}
    | {"is_locked", "replaces", "waiting_for", "follow_up"}
)


def skip(desk: Workspace, uid: str) -> Task:
    """Leave this occurrence out (EXDATE, RFC 5545 section 3.8.5.1): the task moves to the next.

    Its steps move along and are open again. Where nothing follows, the task is let go.

    Raises:
        UnknownTask: there is no such task.
        NotRepeating: it does not repeat, or is closed.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "skip")
        return gesture.commit(unit, skip_in(unit, gesture, uid))


def skip_in(unit: UnitOfWork, gesture: Gesture, uid: str) -> Task:
    """`skip` as a part of a larger gesture; the ledger keeps why, where that says so."""
    home = gesture.desk.zone
    task = _repeating(unit, uid)
    own = original_of(task)
    exdates = (*task.exdates, own) if own is not None else task.exdates
    found = next_of(replace(task, exdates=exdates), gesture.now, home)
    if found is None:
        values: dict[str, Any] = {"status": Status.CANCELLED, "exdates": exdates}
        return change_task(unit, gesture, uid, values, task)
    if gesture.why is not None:
        ledger.tell(gesture, task, gesture.why.kind, gesture.why)
    step = step_to(task, found)
    values = {**shared(unit, task), **successor(as_series(task), found), "exdates": exdates}
    values |= {"series": task.series or uid, "status": Status.NEEDS_ACTION}
    values |= {"percent_complete": 0, "waiting_for": None, "follow_up": None}
    gesture.is_next = True
    task = change_task(unit, gesture, uid, values, task)
    for each in task_rows.subtree(unit, uid)[1:]:
        below = read_task(unit, each)
        if below.deleted is None:
            change_task(unit, gesture, each, {**moved(below, step), **reopened(below)}, below)
    gesture.is_next = False
    replan_in(unit, gesture, task)
    return task


def stop_repeating(desk: Workspace, uid: str) -> Task:
    """Let the task be one like any other; what was completed stays.

    Raises:
        UnknownTask: there is no such task.
        NotRepeating: it does not repeat, or is closed.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "stop")
        task = _repeating(unit, uid)
        return gesture.commit(unit, change_task(unit, gesture, uid, {"rrule": None}, task))


def edit_series(desk: Workspace, uid: str, fields: TaskFields, scope: Scope) -> Task:
    """Change this occurrence, this and those that follow, or all of the series, as one step.

    ``this``: what follows is as the series was. ``following``: a moved due moves the
    rule along. ``all``: the completed ones too, but for their times and state.

    Raises:
        ImpossibleValue: a rule cannot change for one occurrence alone.
        UnknownTask, EmptySummary, …: see `services.tasks.capture`.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "edit")
        values = checked_fields(unit, fields, uid=uid, is_new=False)
        return gesture.commit(unit, edit_in(unit, gesture, uid, values, scope))


def edit_in(
    unit: UnitOfWork, gesture: Gesture, uid: str, values: dict[str, Any], scope: Scope
) -> Task:
    """`edit_series` as a part of a larger gesture; `values` are checked already."""
    desk = gesture.desk
    task = read_task(unit, uid)
    if scope is Scope.THIS:
        return change_task(unit, gesture, uid, _this_alone(task, values), task)
    edited = change_task(unit, gesture, uid, _and_following(task, values, desk), task)
    told = {name: value for name, value in values.items() if name not in _OF_ONE}
    for each in task_rows.in_series(unit, task.series) if task.series else ():
        other = read_task(unit, each)
        if each != uid and (scope is Scope.ALL or _is_later(other, task, desk)):
            change_task(unit, gesture, each, told, other)
    return edited


def delete_series(desk: Workspace, uid: str, scope: Scope) -> Task:
    """Move this occurrence and those that follow, or all of the series, to the trash, as one step.

    ``this`` skips it: the series goes on with the next.

    Raises:
        UnknownTask: there is no such task.
        NotRepeating: it is to be skipped, and does not repeat or is closed.
    """
    if scope is Scope.THIS:
        return skip(desk, uid)
    with desk.writing() as unit:
        gesture = Gesture(desk, "delete")
        task = read_task(unit, uid)
        delete_in(unit, gesture, uid)
        for each in task_rows.in_series(unit, task.series) if task.series else ():
            if scope is Scope.ALL or _is_later(read_task(unit, each), task, desk):
                delete_in(unit, gesture, each)
        return gesture.commit(unit, read_task(unit, uid))


def open_occurrence(desk: Workspace, series: str | None) -> TaskLine | None:
    """The open task of a series, if it goes on."""
    if series is None:
        return None
    with desk.reading() as unit:
        found = (lines.one(unit, each) for each in task_rows.in_series(unit, series)[:1])
        return next((line for line in found if line is not None and not line.is_done), None)


def next_dates(
    desk: Workspace, rrule: str, start: Moment | None, count: int = 5
) -> tuple[Moment, ...]:
    """The next moments of a rule that counts from `start` (None: today), for a look before saving.

    Raises:
        ImpossibleRule: it is no rule, or an hourly one without a time.
    """
    begin = start or Moment(desk.today())
    found = occurrences(parse(rrule), begin, home=desk.zone, after=_just_before(begin, desk))
    return tuple(islice(found, count))


def _repeating(unit: UnitOfWork, uid: str) -> Task:
    task = read_task(unit, uid)
    if not task.rrule or not task.is_open:
        raise NotRepeating(task.summary)
    return task


def _this_alone(task: Task, values: dict[str, Any]) -> dict[str, Any]:
    if not task.rrule:
        return values
    for name in ("rrule", "repeat_from"):
        if name in values and values[name] != getattr(task, name):
            raise ImpossibleValue("scope", Scope.THIS.value)
    changed = {
        name: getattr(task, name)
        for name, value in values.items()
        if name not in _OF_ONE and getattr(task, name) != value
    }
    if not changed:
        return values
    kept = {**images.to_json(changed), **(task.series_fields or {})}
    return {**values, "series_fields": kept}


def _and_following(task: Task, values: dict[str, Any], desk: Workspace) -> dict[str, Any]:
    if not task.rrule or not task.is_open:
        return values
    values = dict(values)
    if task.series_fields:
        kept = {name: each for name, each in task.series_fields.items() if name not in values}
        values["series_fields"] = kept or None
    if values.get("due") is not None and "rrule" not in values and values["due"] != task.due:
        due = values["due"]
        values |= {"series_start": due, "recurrence_id": due}
        values.setdefault("series_fields", task.series_fields)
        if (rrule := moved_rule(task, due, desk.zone)) != task.rrule:
            values |= {"rrule": rrule, "exdates": ()}
    return values


def _is_later(other: Task, task: Task, desk: Workspace) -> bool:
    one, mark = original_of(other), original_of(task)
    return one is not None and mark is not None and one.instant(desk.zone) > mark.instant(desk.zone)


def _just_before(begin: Moment, desk: Workspace) -> datetime | None:
    """Now, where `begin` is past: what has been is no preview."""
    now = desk.now()
    return now if begin.instant(desk.zone) < now else None
