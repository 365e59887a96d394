"""The same question as a search, asked of every task in turn, without any SQL."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from models.folding import folded
from models.query import Query
from models.query.meaning import days_of
from models.query.tree import (
    Being,
    Comparison,
    Dated,
    DateField,
    Either,
    Every,
    Having,
    Lasting,
    Named,
    NameField,
    Negated,
    Part,
    Prioritised,
    State,
    Text,
    is_about_trash,
)
from models.task import OPEN_STATUSES, Priority, Status, Task
from services import goals, tasks
from services.calendar import bounds
from services.workspace import Workspace
from tests.rig.desk import NOW, rows


@dataclass(frozen=True)
class Everything:
    """All that a search could look at, read in another way."""

    desk: Workspace
    tasks: dict[str, Task]
    goals: dict[str, str]

    @classmethod
    def of(cls, desk: Workspace) -> Everything:
        uids = [uid for (uid,) in rows(desk.paths.folder, "SELECT uid FROM tasks")]
        named = {goal.uid: goal.name for goal in goals.goals(desk)}
        return cls(desk, {uid: tasks.task(desk, uid) for uid in uids}, named)

    def found(self, query: Query) -> set[str]:
        return {
            task.uid
            for task in self.tasks.values()
            if (task.deleted is None or is_about_trash(query)) and self._holds(query, task)
        }

    def _steps(self, task: Task) -> Iterator[Task]:
        for other in self.tasks.values():
            if other.parent == task.uid and other.deleted is None:
                yield other
                yield from self._steps(other)

    def _holds(self, query: Query, task: Task) -> bool:
        match query:
            case Every(queries=queries):
                return all(self._holds(one, task) for one in queries)
            case Either(queries=queries):
                return any(self._holds(one, task) for one in queries)
            case Negated(query=inner):
                return not self._holds(inner, task)
            case Text(text=text):
                texts = [task.summary, task.description, *task.categories]
                texts += [step.summary for step in self._steps(task)]
                return any(folded(text) in folded(one) for one in texts)
            case Named(field=field, name=name):
                names = {
                    NameField.TAG: task.categories,
                    NameField.WITH: task.attendees,
                    NameField.GOAL: (self.goals[task.goal],) if task.goal else (),
                }[field]
                return any(folded(one) == folded(name) for one in names)
            case Prioritised(level=level):
                return Priority.level(task.priority) == level
            case Lasting(field=field, comparison=comparison, length=length):
                return _compared(getattr(task, field), comparison, length)
            case Dated():
                return self._dated(query, task)
            case Being(state=state):
                return self._is(state, task)
            case Having(part=part, is_lacking=is_lacking):
                return self._has(part, task) is not is_lacking

    def _dated(self, query: Dated, task: Task) -> bool:
        zone = self.desk.zone
        instant: datetime | None = {
            DateField.DUE: task.due.instant(zone) if task.due else None,
            DateField.START: task.dtstart.instant(zone) if task.dtstart else None,
            DateField.READY: (task.ready_by or task.due).instant(zone) if task.due else None,  # type: ignore[union-attr]
            DateField.COMPLETED: task.completed,
            DateField.CREATED: task.created,
        }[query.field]
        if instant is None:
            return False
        begin, end = bounds(*days_of(query.period, self.desk.today(), 0), zone)
        return {
            Comparison.EQUAL: begin <= instant < end,
            Comparison.LESS: instant < begin,
            Comparison.AT_MOST: instant < end,
            Comparison.MORE: instant >= end,
            Comparison.AT_LEAST: instant >= begin,
        }[query.comparison]

    def _is(self, state: State, task: Task) -> bool:
        is_open = task.deleted is None and task.status in OPEN_STATUSES
        is_done = task.deleted is None and not is_open
        return {
            State.OPEN: is_open,
            State.STARTED: is_open and task.status is Status.IN_PROCESS,
            State.DONE: is_done,
            State.CANCELLED: is_done and task.status is Status.CANCELLED,
            State.MISSED: is_open
            and task.due is not None
            and (task.ready_by or task.due).instant(self.desk.zone) < NOW,
            State.PINNED: task.pinned,
            State.REPEATING: task.rrule is not None,
            State.STEP: task.parent is not None,
            State.TRASHED: task.deleted is not None,
        }[state]

    def _has(self, part: Part, task: Task) -> bool:
        return {
            Part.DATE: task.due is not None,
            Part.TIME: task.due is not None and task.due.time is not None,
            Part.START: task.dtstart is not None,
            Part.LEAD: task.lead is not None,
            Part.ESTIMATE: task.estimate is not None,
            Part.GOAL: task.goal is not None,
            Part.TAG: bool(task.categories),
            Part.PEOPLE: bool(task.attendees),
            Part.PRIORITY: task.priority != 0,
            Part.NOTES: bool(task.description),
            Part.LINK: task.url is not None,
            Part.STEPS: any(True for _ in self._steps(task)),
            Part.REPEAT: task.rrule is not None,
            Part.REMINDER: bool(task.reminders),
        }[part]


def _compared(value: Any, comparison: Comparison, other: Any) -> bool:
    if value is None:
        return False
    return {
        Comparison.EQUAL: value == other,
        Comparison.LESS: value < other,
        Comparison.AT_MOST: value <= other,
        Comparison.MORE: value > other,
        Comparison.AT_LEAST: value >= other,
    }[comparison]
