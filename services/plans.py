"""Plans: the steps of a recipe before a publish time, shown first, then made under a task."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from models.errors import NoDueTime, TaskClosed, UnknownTask
from models.moment import Moment
from models.planned import NOTHING, Days, PlannedStep, Wish, loads_of
from models.planning import is_holiday, plan
from models.recipe import Recipe
from models.storage.unit import UnitOfWork
from models.task import Task, TaskFields
from services.amending import read_task, replan_in
from services.gesture import Gesture
from services.ids import position_at
from services.replanning import (
    days_for,
    earliest,
    is_movable,
    planned_steps,
    values_of,
    wish_of,
)
from services.tasks import capture_in
from services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class StepOfPlan:
    """A planned step with its title; `uid` of one that is there already, else empty."""

    summary: str
    planned: PlannedStep
    due: Moment | None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class DayOfPlan:
    """A day that the plan puts work on: what it holds with it, and how much it can."""

    day: date
    load: timedelta
    capacity: timedelta

    @property
    def is_over(self) -> bool:
        """Whether it holds more than it can."""
        return self.load > self.capacity


@dataclass(frozen=True, slots=True)
class Plan:
    """What a recipe comes to before `due`.

    Attributes:
        steps: in the order in which they are done.
        days: those that the steps put work on, by day.
        is_on_holiday: whether `due` itself is a public holiday, `is_day_off` a day off.
    """

    due: Moment
    steps: tuple[StepOfPlan, ...]
    days: tuple[DayOfPlan, ...]
    is_on_holiday: bool = False
    is_day_off: bool = False

    @property
    def problems(self) -> tuple[StepOfPlan, ...]:
        """The steps that have no time, or one that is not good."""
        return tuple(step for step in self.steps if step.planned.problem is not None)

    @property
    def left_out(self) -> tuple[StepOfPlan, ...]:
        """The steps that do not fit."""
        return tuple(step for step in self.problems if step.planned.end is None)


def preview_at(desk: Workspace, due: Moment, recipe: Recipe) -> Plan:
    """What the recipe comes to before something that is due then; nothing is written."""
    with desk.reading() as unit:
        return _preview(unit, desk, due, recipe)


def preview(desk: Workspace, uid: str, recipe: Recipe) -> Plan:
    """What the recipe comes to under the task; nothing is written.

    Raises:
        UnknownTask: there is no such task.
        NoDueTime: it has no due.
    """
    with desk.reading() as unit:
        return _preview(unit, desk, _due_of(read_task(unit, uid, with_parts=False)), recipe)


def standing_plan(desk: Workspace, uid: str) -> Plan | None:
    """Where planning anew would put the steps that recipes have planned; None without any.

    Raises:
        UnknownTask: there is no such task.
    """
    with desk.reading() as unit:
        task = read_task(unit, uid, with_parts=False)
        steps = planned_steps(unit, uid)
        if task.due is None or not steps:
            return None
        names = {step.uid: step.summary for step in steps}
        wishes = [wish_of(step, desk) for step in steps]
        days = days_for(unit, desk, task.due, steps)
        return _told(desk, task.due, wishes, names, days, uids=names)


def unplaced(desk: Workspace, uids: Iterable[str]) -> tuple[StepOfPlan, ...]:
    """The steps that recipes planned for these tasks and that have no time, with why not.

    A task that is gone has none.
    """
    found: list[StepOfPlan] = []
    for uid in uids:
        try:
            plan = standing_plan(desk, uid)
        except UnknownTask:
            continue
        found += plan.left_out if plan is not None else ()
    return tuple(found)


def apply(desk: Workspace, uid: str, recipe: Recipe) -> Plan:
    """Make the recipe's steps under the task, each where the plan puts it, as one undo step.

    A step is due by its offset where that gives its time, and else exactly then.

    Raises:
        UnknownTask: there is no such task.
        TaskClosed: it is done, or in the trash.
        NoDueTime: it has no due.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "plan")
        found = apply_in(unit, gesture, read_task(unit, uid, with_parts=False), recipe)
        return gesture.commit(unit, found)


def apply_in(unit: UnitOfWork, gesture: Gesture, task: Task, recipe: Recipe) -> Plan:
    """`apply` as a part of a larger gesture."""
    desk = gesture.desk
    if not task.is_open:
        raise TaskClosed(task.summary)
    found = _preview(unit, desk, _due_of(task), recipe)
    for place, step in enumerate(found.steps):
        # All of it happens at one instant, and would stand in any order.
        at = gesture.now + timedelta(microseconds=place)
        fields: dict[str, Any] = {
            "summary": step.summary,
            "parent": task.uid,
            "estimate": step.planned.estimate or None,
            "gap": step.planned.gap.text,
            "position": position_at(at, gesture.uid),
            "lead": None,
            **values_of(step.planned, found.due, desk),
        }
        if task.goal is not None:
            fields["goal"] = task.goal
        capture_in(unit, gesture, TaskFields(**fields))
    return found


def capture_planned(
    desk: Workspace, several: Iterable[tuple[TaskFields, Recipe | None]]
) -> tuple[Task, ...]:
    """Make tasks, each with its recipe's steps before its due, as one undo step.

    Raises:
        NoDueTime: one with a recipe has no due.
        EmptySummary, SummaryTooLong, …: see `tasks.capture`.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "plan")
        made: list[Task] = []
        for fields, recipe in several:
            task = capture_in(unit, gesture, fields)
            if recipe is not None:
                apply_in(unit, gesture, task, recipe)
            made.append(task)
        return gesture.commit(unit, tuple(made))


def replan(desk: Workspace, uid: str) -> Plan | None:
    """Plan those open steps anew that recipes have planned, and that are not locked.

    Gives what has come of it; None where there is no such step.

    Raises:
        UnknownTask: there is no such task.
        NoDueTime: it has no due.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "replan")
        task = read_task(unit, uid, with_parts=False)
        _due_of(task)
        replan_in(unit, gesture, task)
        gesture.commit(unit, None)
    return standing_plan(desk, uid)


def count_planned(desk: Workspace, uid: str) -> int:
    """How many open steps of the task go along when it moves, by a recipe."""
    with desk.reading() as unit:
        return sum(is_movable(step) for step in planned_steps(unit, uid))


def _due_of(task: Task) -> Moment:
    if task.due is None:
        raise NoDueTime(task.summary)
    return task.due


def _preview(unit: UnitOfWork, desk: Workspace, due: Moment, recipe: Recipe) -> Plan:
    names = {str(place): step.summary for place, step in enumerate(recipe.steps)}
    wishes = [
        Wish(str(place), step.gap, step.estimate or NOTHING)
        for place, step in enumerate(recipe.steps)
    ]
    return _told(desk, due, wishes, names, days_for(unit, desk, due), uids={})


def _told(
    desk: Workspace,
    due: Moment,
    wishes: list[Wish],
    names: Mapping[str, str],
    days: Days,
    *,
    uids: Mapping[str, str],
) -> Plan:
    steps = plan(due, wishes, days, earliest(desk.now()))
    day = due.day(desk.zone)
    loads = loads_of(steps)
    return Plan(
        due=due,
        steps=tuple(
            StepOfPlan(
                summary=names[step.key],
                planned=step,
                due=values_of(step, due, desk)["due"],
                uid=step.key if step.key in uids else "",
            )
            for step in steps
        ),
        days=tuple(
            DayOfPlan(each, days.load.get(each, NOTHING) + spent, days.capacity_of(each.weekday()))
            for each, spent in sorted(loads.items())
        ),
        is_on_holiday=is_holiday(days.week, day),
        is_day_off=day.weekday() in days.week.days_off,
    )
