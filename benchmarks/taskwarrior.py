"""The same tasks in Taskwarrior 2.6: its data folder and its own list of today.

Owns what Taskwarrior calls things. It knows the population and no timing.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.population import TODAY, ZONE, Population
from models.moment import zone_named
from models.task import Priority, Task

PROGRAM = "task"
HOW_TO_INSTALL = "Taskwarrior is not installed; on Debian or Ubuntu: sudo apt install taskwarrior"

_DUE = ("+TODAY", "status:pending")
_SETTINGS = "confirmation=no\nnews.version=2.6.0\n"
_PRIORITIES = {1: "H", 2: "M", 3: "L"}


def is_installed() -> bool:
    """Whether there is a `task` to compare with."""
    return shutil.which(PROGRAM) is not None


@dataclass(frozen=True)
class Taskwarrior:
    """A data folder and settings of its own, away from the user's; `program` runs it."""

    folder: Path
    program: tuple[str, ...] = (PROGRAM,)

    def take(self, tasks: Population, now: datetime) -> None:
        """Import the tasks, moved by whole days so that `TODAY` is the day of `now`."""
        self.folder.mkdir(parents=True)
        (self.folder / "taskrc").write_text(_SETTINGS, encoding="utf-8")
        moved = now.astimezone(zone_named(ZONE)).date() - TODAY
        goals = {goal.uid: goal.name for goal in tasks.goals}
        document = self.folder / "tasks.json"
        rows = _rows(tasks.tasks, goals, moved)
        document.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        self._run("import", str(document))
        document.unlink()

    def list_today(self) -> str:
        """What `task +TODAY list`, its own report, prints of the open tasks that are due today."""
        return self._run(*_DUE, "list")

    def count_today(self) -> int:
        """How many those are."""
        return int(self._run(*_DUE, "count"))

    def _run(self, *arguments: str) -> str:
        settings = {"TASKDATA": str(self.folder), "TASKRC": str(self.folder / "taskrc")}
        done = subprocess.run(
            [*self.program, *arguments],
            env={**os.environ, **settings, "TZ": ZONE},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout


def _rows(
    tasks: Iterable[Task], goals: dict[str, str], moved: timedelta
) -> Iterable[dict[str, Any]]:
    home = zone_named(ZONE)
    for task in tasks:
        row: dict[str, Any] = {
            "uuid": task.uid,
            "description": task.summary,
            "status": "pending" if task.is_open else "completed",
            "entry": _stamp(task.created + moved),
            "modified": _stamp(task.last_modified + moved),
            "tags": [name.replace("-", "_") for name in task.categories],
        }
        if task.completed is not None:
            row["end"] = _stamp(task.completed + moved)
        if task.due is not None:
            row["due"] = _stamp(task.due.instant(home) + moved)
        if task.goal is not None:
            row["project"] = goals[task.goal]
        if task.priority:
            row["priority"] = _PRIORITIES[Priority.level(task.priority)]
        yield row


def _stamp(instant: datetime) -> str:
    return instant.strftime("%Y%m%dT%H%M%SZ")
