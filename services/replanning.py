"""The steps that a recipe planned for a task: where they go when its due moves.

Plans only; `services.amending` writes. Locked and done steps stay. A step is due by its offset
where that gives the time it is planned for, and exactly then where off-hours moved it; one that
has no time has no due.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from models.moment import Moment
from models.planned import NOTHING, Days, PlannedStep, Wish
from models.planning import plan
from models.recipe import gap_of
from models.storage import line_counts, task_rows
from models.storage.unit import UnitOfWork
from models.task import Task
from services.calendar import BEGINNING, END, bounds
from services.workspace import Workspace

#: Plans begin on fives of minutes, not on the second at which they are made.
_GRID = timedelta(minutes=5)
#: How long before and after a publish time the load of days is read.
_AROUND = timedelta(days=70)


def replanned(unit: UnitOfWork, desk: Workspace, task: Task) -> list[tuple[Task, dict[str, Any]]]:
    """The open steps of `task` that a recipe planned and that change, with their new values."""
    steps = planned_steps(unit, task.uid)
    if task.due is None or not any(is_movable(step) for step in steps):
        return []
    by_uid = {step.uid: step for step in steps}
    told = plan(
        task.due,
        [wish_of(step, desk) for step in steps],
        days_for(unit, desk, task.due, steps),
        earliest(desk.now()),
    )
    found: list[tuple[Task, dict[str, Any]]] = []
    for each in told:
        step = by_uid[each.key]
        if is_movable(step):
            values = {**values_of(each, task.due, desk), "gap": step.gap}
            if any(getattr(step, name) != value for name, value in values.items()):
                found.append((step, values))
    return found


def planned_steps(unit: UnitOfWork, uid: str) -> list[Task]:
    """The direct steps of the task `uid` that a recipe planned, in their order."""
    found = (
        task_rows.read(unit, each, with_parts=False) for each in task_rows.subtree(unit, uid)[1:]
    )
    steps = [
        step
        for step in found
        if step is not None and step.parent == uid and step.gap is not None and step.deleted is None
    ]
    return sorted(steps, key=lambda step: (step.position, step.uid))


def is_movable(step: Task) -> bool:
    """Whether planning may move it."""
    return step.is_open and not step.is_locked


def wish_of(step: Task, desk: Workspace) -> Wish:
    """A step as the planner knows it; a locked one with its due stays where it is."""
    estimate = step.estimate or NOTHING
    fixed = None
    if step.is_locked and step.due is not None:
        end = step.due.instant(desk.zone)
        fixed = (end - estimate, end)
    is_done = not step.is_open or (step.is_locked and fixed is None)
    return Wish(step.uid, gap_of(step.gap or "0d"), estimate, fixed, is_done)


def days_for(unit: UnitOfWork, desk: Workspace, due: Moment, left_out: Iterable[Task] = ()) -> Days:
    """What the days around `due` hold, but for these steps, which are planned anew."""
    settings = desk.settings
    load = load_between(unit, desk, *around(due.instant(desk.zone)))
    for step in left_out:
        if step.due is not None and step.is_open and not step.is_locked and step.estimate:
            day = step.due.day(desk.zone)
            if day in load:
                load[day] -= step.estimate
    return Days(settings.work_week, desk.zone, settings.capacity_of, load)


def around(due_at: datetime) -> tuple[datetime, datetime]:
    """The instants between which the load of days matters to a plan."""
    return max(due_at - _AROUND, BEGINNING), min(due_at + _AROUND, END)


def load_between(
    unit: UnitOfWork, desk: Workspace, first: datetime, last: datetime
) -> dict[date, timedelta]:
    """The estimates of open tasks, by the local day on which they are due."""
    found: dict[date, timedelta] = defaultdict(timedelta)
    day_first, day_last = (each.astimezone(desk.zone).date() for each in (first, last))
    for due_at, estimate in line_counts.load(unit, *bounds(day_first, day_last, desk.zone)):
        found[due_at.astimezone(desk.zone).date()] += estimate
    return found


def earliest(now: datetime) -> datetime:
    """The next five of minutes."""
    return now + (BEGINNING - now) % _GRID


def values_of(step: PlannedStep, due: Moment, desk: Workspace) -> dict[str, Any]:
    """Due and offset of a planned step of a task that is due then."""
    if step.end is None:
        return {"due": None, "offset": None}
    span = step.gap.span
    if step.shift is None and span is not None and step.wanted is not None:
        return {"due": step.wanted, "offset": span}
    return {"due": moment_of(step.end, due, desk), "offset": None}


def moment_of(at: datetime, due: Moment, desk: Workspace) -> Moment:
    """An instant as a moment of the same kind as `due`: floating, or in its zone."""
    if due.zone is not None:
        return Moment.at(at, due.zone)
    local = Moment.at(at, desk.zone.key)
    return Moment(local.date, local.time)
