"""The population as a data folder, as if each task had been captured there.

Owns how values become rows. The schema is made by `open_workspace`; the rows go in through
sqlite3, because a hundred thousand captures would take minutes. It must know no benchmark.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from operator import itemgetter
from pathlib import Path
from typing import Any

from benchmarks.population import HOME, NOW, ZONE, population
from models.folding import folded
from models.goal import Goal, Role
from models.moment import Moment
from models.storage import images, promise_rows, word_rows
from models.storage.task_rows import shelf_of
from models.storage.types import EPOCH, MICROSECOND
from models.task import Status, Task
from services.clock import FixedClock
from services.paths import Paths
from services.settings import change_settings
from services.workspace import Workspace, open_workspace

_CAPTURED = ("summary", "due", "lead", "estimate", "rrule", "categories", "goal", "position")


def populate(folder: Path, size: int, *, crowd: int = 0) -> None:
    """Make a data folder that holds `population(size)`, each task with its history."""
    desk = open_population(folder)
    change_settings(desk, is_welcomed=True, language="en")
    desk.close()
    made = population(size, crowd=crowd)
    with contextlib.closing(sqlite3.connect(Paths(folder).database)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        (account,) = connection.execute("SELECT id FROM accounts").fetchone()
        _insert(connection, "goals", (_goal_row(account, goal) for goal in made.goals))
        _insert(
            connection,
            "goal_members",
            (
                {"account_id": account, "goal_uid": g.uid, "member_id": account, "role": Role.OWNER}
                for g in made.goals
            ),
        )
        _insert(connection, "tasks", (task_row(account, task) for task in made.tasks))
        for table, field in (("task_categories", "categories"), ("task_attendees", "attendees")):
            _insert(
                connection,
                table,
                (
                    {"account_id": account, "task_uid": task.uid, "name": name}
                    for task in made.tasks
                    for name in getattr(task, field)
                ),
            )
        _insert(connection, "task_words", _word_rows(account, made.tasks))
        _insert(
            connection,
            "history",
            (row for task in made.tasks for row in _history_rows(account, task)),
        )
        _insert(
            connection,
            "ledger",
            in_time(row for task in made.tasks for row in _ledger_rows(account, task)),
        )
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    keep_promises(folder)


def keep_promises(folder: Path) -> None:
    """Work out what the ledger comes to, which was written without a gesture."""
    with contextlib.closing(open_population(folder)) as desk, desk.writing() as unit:
        promise_rows.renew_all(unit)
        unit.commit()


def open_population(folder: Path) -> Workspace:
    """The workspace of a populated folder, at `NOW`."""
    return open_workspace(folder, clock=FixedClock(NOW), zone=ZONE)


@dataclass(frozen=True)
class Populations:
    """Populated folders below `root`; each size is made once and copied for whoever writes."""

    root: Path

    def shared(self, size: int, *, crowd: int = 0) -> Path:
        """A folder to read from."""
        folder = self.root / f"tasks-{size}-{crowd}"
        if not folder.exists():
            populate(folder, size, crowd=crowd)
        return folder

    def copy(self, size: int, name: str, *, crowd: int = 0) -> Path:
        """A folder of one's own, as if just made."""
        folder = self.root / f"{name}-{size}"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.shared(size, crowd=crowd), folder)
        return folder


def word_row(account: int, task: Task, steps: str = "") -> dict[str, Any]:
    """The whole row of `task_words`; its triggers write the index."""
    return {"account_id": account, **word_rows.row_of(task, steps)}


def _word_rows(account: int, tasks: Sequence[Task]) -> Iterator[dict[str, Any]]:
    """The words of every task; in this population a step has no steps."""
    steps: dict[str, list[Task]] = {}
    for task in tasks:
        if task.parent is not None:
            steps.setdefault(task.parent, []).append(task)
    for task in tasks:
        ordered = sorted(steps.get(task.uid, ()), key=lambda step: (step.position, step.uid))
        titles = ((folded(step.summary), "") for step in ordered)
        yield word_row(account, task, word_rows.steps_text(titles))


def task_row(account: int, task: Task) -> dict[str, Any]:
    """The whole row of `tasks` as the file keeps it, derived columns included."""
    due, start = task.due, task.dtstart
    due_at = due.instant(HOME) if due else None
    ready_at = due_at
    if due_at is not None and task.ready_by is not None and task.lead is not None:
        ready_at = due_at - task.lead
    return {
        "account_id": account,
        "uid": task.uid,
        "summary": task.summary,
        "description": task.description,
        "status": task.status.value,
        "shelf": shelf_of(task.status, task.deleted is not None).value,
        "priority": task.priority,
        **_moment_row("dtstart", start),
        "start_at": count_of(start.instant(HOME)) if start else None,
        **_moment_row("due", due),
        "due_at": count_of(due_at),
        "lead": _seconds(task.lead),
        "ready_at": count_of(ready_at),
        "estimate": _seconds(task.estimate),
        "rrule": task.rrule,
        "repeat_from": task.repeat_from.value,
        # No task of the population has gone through a repeat yet.
        "series": None,
        "recurrence_id": None,
        "series_start": None,
        "exdates": None,
        "series_fields": None,
        "passed_over": 0,
        "is_locked": task.is_locked,
        "replaces": task.replaces,
        "waiting_for": task.waiting_for,
        "follow_up": task.follow_up.isoformat() if task.follow_up else None,
        "offset": _seconds(task.offset),
        "gap": task.gap,
        "percent_complete": task.percent_complete,
        "goal_uid": task.goal,
        "parent_uid": task.parent,
        "position": task.position,
        "pinned": task.pinned,
        "url": task.url,
        "created": count_of(task.created),
        "last_modified": count_of(task.last_modified),
        "completed": count_of(task.completed),
        "sequence": task.sequence,
        "deleted": count_of(task.deleted),
    }


def _moment_row(name: str, moment: Moment | None) -> dict[str, Any]:
    clock = moment.time if moment else None
    return {
        f"{name}_date": moment.date.isoformat() if moment else None,
        f"{name}_time": clock.isoformat("microseconds") if clock else None,
        f"{name}_zone": moment.zone if moment else None,
    }


def count_of(instant: datetime | None) -> int | None:
    """An instant as the file keeps it: microseconds since 1970."""
    return None if instant is None else (instant - EPOCH) // MICROSECOND


def _seconds(span: timedelta | None) -> int | None:
    return None if span is None else span // timedelta(seconds=1)


def _goal_row(account: int, goal: Goal) -> dict[str, Any]:
    kept = {f.name: getattr(goal, f.name) for f in fields(goal) if "tasks_" not in f.name}
    instants = {name: count_of(kept[name]) for name in ("created", "last_modified", "deleted")}
    return {
        "account_id": account,
        **kept,
        **instants,
        "color": goal.color.value,
        "default_lead": _seconds(goal.default_lead),
    }


def _history_rows(account: int, task: Task) -> Iterator[dict[str, Any]]:
    fields = {name: getattr(task, name) for name in _CAPTURED}
    captured = images.to_json({"created": task.created, **fields})
    yield _history_row(account, task, "capture", task.created, None, captured)
    if task.completed is not None:
        before = {"status": Status.NEEDS_ACTION, "completed": None, "percent_complete": 0}
        after = {name: getattr(task, name) for name in before}
        yield _history_row(
            account,
            task,
            "complete",
            task.completed,
            images.to_json(before),
            images.to_json(after),
        )


def _ledger_rows(account: int, task: Task) -> Iterator[dict[str, Any]]:
    if task.due is not None:
        yield ledger_row(account, task, "capture", "promised", task.created)
    if task.completed is not None:
        yield ledger_row(account, task, "complete", "done", task.completed)


def in_time(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The ledger's rows as they are written: in the order of their instants."""
    return sorted(rows, key=itemgetter("at"))


def ledger_row(
    account: int, task: Task, action: str, kind: str, at: datetime, *, gesture: str | None = None
) -> dict[str, Any]:
    """The whole row of `ledger` that says `kind` of a task."""
    kept = task_row(account, task)
    same = ("due_date", "due_time", "due_zone", "due_at", "ready_at", "goal_uid", "summary")
    return {
        "account_id": account,
        "gesture": gesture or f"{action}-{task.uid}"[:36],
        "at": count_of(at),
        "kind": kind,
        "task_uid": task.uid,
        **{name: kept[name] for name in same},
        "zone": ZONE,
        "reason": None,
        "reason_text": None,
        "other": None,
        "person": None,
        "withdraws": None,
    }


def _history_row(
    account: int,
    task: Task,
    action: str,
    at: datetime,
    before: dict[str, Any] | None,
    after: dict[str, Any],
) -> dict[str, Any]:
    return {
        "account_id": account,
        "gesture": f"{action}-{task.uid}"[:36],
        "action": action,
        "at": count_of(at),
        "subject": "task",
        "subject_uid": task.uid,
        "before": None if before is None else json.dumps(before),
        "after": json.dumps(after),
    }


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[dict[str, Any]]) -> None:
    rows = iter(rows)
    if (first := next(rows, None)) is None:
        return
    names = ", ".join(f'"{name}"' for name in first)
    marks = ", ".join("?" for _ in first)
    statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"
    connection.execute(statement, tuple(first.values()))
    connection.executemany(statement, (tuple(row.values()) for row in rows))
