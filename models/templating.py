"""A goal as a template: what it keeps of the goal's tasks.

Owns what stays behind, and that a series comes once. Pure: no storage and no clock.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from models.goal import Goal
from models.laying_out import moved, moved_reminder
from models.steps import due_of_step
from models.task import Status, Task
from models.template import NO_DAY, GoalTemplate, TemplateTask, days_of


def template_of(goal: Goal, tasks: Sequence[Task], uid: str, home: ZoneInfo) -> GoalTemplate:
    """The template of a goal and its tasks, with their steps.

    Done tasks come as open ones; what is in the trash or was let go stays behind with its
    steps. Of a series comes one task, where the rule counts from. Day 0 is the first day that
    any of them has, the target the last one.
    """
    kept = _without_earlier_occurrences(
        [task for task in tasks if task.deleted is None and task.status is not Status.CANCELLED]
    )
    within: dict[str | None, list[Task]] = {}
    members = {task.uid for task in kept}
    left = {task.uid for task in tasks} - members
    for task in sorted(kept, key=lambda each: (each.position, each.uid)):
        if task.parent in left:
            continue
        within.setdefault(task.parent if task.parent in members else None, []).append(task)
    made = tuple(_template_task(task, within, 0, home, None) for task in within.get(None, ()))
    days = list(days_of(made))
    first = min(days, default=NO_DAY)
    return GoalTemplate(
        uid=uid,
        name=goal.name,
        first_day=first,
        target=(max(days, default=first) - first).days,
        tasks=made,
        description=goal.description,
        category=goal.category,
        color=goal.color,
        icon=goal.icon,
    )


def _without_earlier_occurrences(tasks: Sequence[Task]) -> list[Task]:
    """The tasks with one for each series: the open one, else the newest."""
    last: dict[str, Task] = {}
    for task in tasks:
        if task.series is not None:
            other = last.get(task.series)
            if other is None or (task.status.is_open, task.uid) > (
                other.status.is_open,
                other.uid,
            ):
                last[task.series] = task
    return [task for task in tasks if task.series is None or last[task.series] is task]


def _template_task(
    task: Task,
    within: Mapping[str | None, Sequence[Task]],
    days: int,
    home: ZoneInfo,
    parent: TemplateTask | None,
) -> TemplateTask:
    own = task.due or task.dtstart
    if task.rrule and own is not None and task.series_start is not None:
        days += (task.series_start.date - own.date).days
    due, offset = moved(task.due, days), None
    if task.offset is not None and parent is not None:
        # A done step kept the due that it had, wherever its task went since.
        due, offset = due_of_step(parent.due, task.offset), task.offset
    made = TemplateTask(
        summary=task.summary,
        description=task.description,
        priority=task.priority,
        dtstart=moved(task.dtstart, days),
        due=due,
        lead=task.lead,
        estimate=task.estimate,
        offset=offset,
        rrule=task.rrule,
        repeat_from=task.repeat_from,
        categories=task.categories,
        attendees=task.attendees,
        reminders=tuple(moved_reminder(each, days, home) for each in task.reminders),
        url=task.url,
    )
    steps = within.get(task.uid, ())
    return replace(
        made, steps=tuple(_template_task(step, within, days, home, made) for step in steps)
    )
