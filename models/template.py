"""Goal templates: a goal with its tasks as a plan that can be started on any date.

Owns what a template says. Pure values: how a goal becomes one is in `models.templating`, where
its tasks come to stand in `models.laying_out`, how it is written down in `models.template_json`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from models.goal import GoalColor
from models.moment import Moment
from models.task import Priority, Reminder, RepeatFrom

#: How many tasks a template holds at most, steps included, and how deep its steps go.
TASKS_LIMIT = 1_000
DEPTH_LIMIT = 20
#: The first day of a template without dates.
NO_DAY = date(2024, 1, 1)


class Anchor(StrEnum):
    """Which of a template's days the chosen date is: its first, or the one it leads up to."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class TemplateTask:
    """A task of a template; its moments are those of a plan that begins on the `first_day`.

    Whatever it was in the goal it is open here. The fields are those of `models.task.Task`; the
    due of a step with an offset is what that gives.
    """

    summary: str
    description: str = ""
    priority: int = Priority.NONE
    dtstart: Moment | None = None
    due: Moment | None = None
    lead: timedelta | None = None
    estimate: timedelta | None = None
    offset: timedelta | None = None
    rrule: str | None = None
    repeat_from: RepeatFrom = RepeatFrom.DUE
    categories: tuple[str, ...] = ()
    attendees: tuple[str, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    url: str | None = None
    steps: tuple[TemplateTask, ...] = ()

    @property
    def days(self) -> Iterator[date]:
        """The days of its own moments, not those of its steps."""
        return (moment.date for moment in (self.dtstart, self.due) if moment is not None)


@dataclass(frozen=True, slots=True)
class GoalTemplate:
    """A goal to be started on a date.

    Attributes:
        uid: UUIDv7 as text, or the name of one that comes with DoCheck (`is_built_in`).
        anchor: what a chosen date is unless one says otherwise.
        first_day: day 0, from which all the others are counted.
        target: how many days after the first comes the day that it leads up to.
        tasks: in their manual order.
    """

    uid: str
    name: str
    first_day: date
    target: int
    tasks: tuple[TemplateTask, ...]
    description: str = ""
    category: str | None = None
    color: GoalColor = GoalColor.PRIMARY
    icon: str = "flag"
    anchor: Anchor = Anchor.START
    is_built_in: bool = False

    @property
    def count(self) -> int:
        """How many tasks it makes, steps aside."""
        return len(self.tasks)

    @property
    def is_dated(self) -> bool:
        """Whether any of its tasks or steps has a day."""
        return any(True for _ in days_of(self.tasks))

    @property
    def span(self) -> int:
        """How many days its first and its last dated day take, both counted; 0 without dates."""
        days = list(days_of(self.tasks))
        return (max(days) - min(days)).days + 1 if days else 0


def every_task(tasks: Sequence[TemplateTask]) -> Iterator[TemplateTask]:
    """The tasks with their steps at every depth, each before its steps."""
    for task in tasks:
        yield task
        yield from every_task(task.steps)


def depth(tasks: Sequence[TemplateTask]) -> int:
    """How many levels the tasks and their steps have."""
    return 1 + max((depth(task.steps) for task in tasks), default=0) if tasks else 0


def days_of(tasks: Sequence[TemplateTask]) -> Iterator[date]:
    """The days that the tasks and their steps have, in no order."""
    return (day for task in every_task(tasks) for day in task.days)
