"""The other side of the comparisons: sqlite3 itself, with values that were ready before.

Owns the connection and what adding a task writes. It must know no clock and no verdict.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import time, timedelta
from pathlib import Path
from typing import Any

from benchmarks.data_folder import count_of, ledger_row, task_row, word_row
from benchmarks.population import NOW, TODAY
from models.moment import Moment
from models.storage import images
from models.task import Task, TaskFields
from services.ids import position_at, uuid7
from services.paths import Paths

#: A statement, and the values of each of its rows.
Write = tuple[str, list[tuple[Any, ...]]]


@contextlib.contextmanager
def raw_connection(folder: Path) -> Iterator[sqlite3.Connection]:
    """A connection with the app's own pragmas and no transactions of the driver's."""
    with contextlib.closing(sqlite3.connect(Paths(folder).database)) as connection:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA synchronous=NORMAL")
        yield connection


def write(connection: sqlite3.Connection, writes: Iterable[Write]) -> None:
    """Do all of them in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    for statement, values in writes:
        if len(values) == 1:
            connection.execute(statement, values[0])
        else:
            connection.executemany(statement, values)
    connection.execute("COMMIT")


def added_fields(number: int, goal: str) -> TaskFields:
    """What is given to `tasks.capture`."""
    return {
        "summary": f"Kirim naskah {number}",
        "due": Moment(TODAY + timedelta(days=1), time(10)),
        "lead": timedelta(hours=1),
        "categories": ("label-01", "label-02"),
        "goal": goal,
    }


def addition(account: int, number: int, goal: str) -> list[Write]:
    """What `tasks.capture` writes of `added_fields`: the same statements, every column named."""
    uid = uuid7(NOW)
    fields: TaskFields = {**added_fields(number, goal), "position": position_at(NOW, uid)}
    task = Task(uid=uid, created=NOW, last_modified=NOW, **fields)
    names = ({"account_id": account, "task_uid": uid, "name": name} for name in task.categories)
    gesture = uuid7(NOW)
    history = {
        "account_id": account,
        "gesture": gesture,
        "action": "capture",
        "at": count_of(NOW),
        "undoes": None,
        "subject": "task",
        "subject_uid": uid,
        "before": None,
        "after": json.dumps(images.to_json({"created": NOW, **fields})),
        "origin": None,
    }
    promised = ledger_row(account, task, "capture", "promised", NOW, gesture=gesture)
    return [
        _insertion("tasks", task_row(account, task)),
        _insertion("task_categories", *names),
        _insertion("task_words", word_row(account, task)),
        _insertion("history", history),
        _insertion("ledger", promised),
        _insertion("promises", _promise_row(promised)),
    ]


def _promise_row(entry: dict[str, Any]) -> dict[str, Any]:
    """The whole row of `promises` that an entry of the ledger comes to which stands alone."""
    same = ("account_id", "task_uid", "goal_uid", "summary", "due_date", "due_time", "due_zone")
    return {
        **{name: entry[name] for name in (*same, "due_at", "ready_at")},
        "number": 0,
        "day": entry["due_date"],
        **{f"last_{name}": entry[f"due_{name}"] for name in ("date", "time", "zone", "at")},
        "moves": 0,
        "reason": None,
        "reason_text": "",
        "outcome": "open",
        "settled": None,
        "trashed": None,
    }


def _insertion(into: str, *rows: dict[str, Any]) -> Write:
    names = ", ".join(f'"{name}"' for name in rows[0])
    marks = ", ".join("?" for _ in rows[0])
    return (
        f"INSERT INTO {into} ({names}) VALUES ({marks})",
        [tuple(row.values()) for row in rows],
    )
