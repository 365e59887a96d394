"""What the task screen reads, as one frozen value, and what its history says of its due.

Pure but for `read_detail`; must know no Flet and no session.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, cast

from models.errors import UnknownTask
from models.goal import Goal
from models.moment import Moment
from models.task import Task, TaskChange, TaskLine
from models.time_spent import TimeEntry
from services import goals as goal_service
from services import steps as step_service
from services import tasks, time_spent
from services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Detail:
    """A task with everything that its screen tells.

    Attributes:
        line: the same task with its instants, and its goal's and parent's names.
        parent: the task that it is a step of.
        history: newest first.
        time: the stretches of work on it, the latest first.
        locked: the uids of the steps that stay when it moves.
        progress: how much of its steps is done, 0 to 1, see `models.steps.share_done`.
    """

    task: Task
    line: TaskLine
    parent: Task | None
    steps: tuple[TaskLine, ...]
    history: tuple[TaskChange, ...]
    goals: tuple[Goal, ...]
    time: tuple[TimeEntry, ...] = ()
    progress: float | None = None
    locked: frozenset[str] = frozenset()

    @property
    def running(self) -> TimeEntry | None:
        """The task's timer, when it runs."""
        return next((entry for entry in self.time if entry.is_running), None)

    @property
    def names(self) -> Mapping[str, str]:
        """Goals' names, and the parent's title, by uid."""
        names = {goal.uid: goal.name for goal in self.goals}
        if self.line.parent and self.line.parent_summary:
            names[self.line.parent] = self.line.parent_summary
        return names


def read_detail(desk: Workspace, uid: str) -> Detail | None:
    """The task with that uid, also from the trash; None when there is none."""
    try:
        task = tasks.task(desk, uid)
        line = tasks.line(desk, uid)
    except UnknownTask:
        return None
    return Detail(
        task,
        line,
        tasks.task(desk, task.parent) if task.parent else None,
        tasks.steps(desk, uid),
        tasks.history(desk, uid),
        goal_service.goals(desk),
        time_spent.of_task(desk, uid),
        step_service.progress(desk, uid),
        step_service.locked(desk, uid),
    )


@dataclass(frozen=True, slots=True)
class Moves:
    """How often a due was moved, from where at first, and to where at last."""

    count: int
    first: Moment
    last: Moment | None


def moves_of(history: Sequence[TaskChange]) -> Moves | None:
    """The moves of the due in `history` (newest first) that were not taken back; None for none.

    Being given a first due is no move.
    """
    moves: list[tuple[Moment, Moment | None]] = []
    for change in reversed(history):
        if "due" not in change.before or "due" not in change.after:
            continue
        before, after = _moment(change.before["due"]), _moment(change.after["due"])
        if change.action == "undo" and moves and moves[-1] == (after, before):
            moves.pop()
        elif before is not None:
            moves.append((before, after))
    return Moves(len(moves), moves[0][0], moves[-1][1]) if moves else None


def _moment(value: object) -> Moment | None:
    """A moment as the history keeps it."""
    if not isinstance(value, Mapping):
        return None
    kept = cast(Mapping[str, Any], value)
    clock = kept.get("time")
    return Moment(
        date.fromisoformat(kept["date"]),
        time.fromisoformat(clock) if clock else None,
        kept.get("zone"),
    )


def is_missed(line: TaskLine, now: datetime) -> bool:
    """Whether it is open, and due before `now` (aware)."""
    return not line.is_done and line.due_at is not None and line.due_at < now
