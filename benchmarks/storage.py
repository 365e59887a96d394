"""Reading and writing tasks, against sqlite3 itself doing the same: `uv run benchmarks/storage.py`.

For reading, raw sqlite3 gets the very SQL that the service sends, and makes plain tuples of it.
For writing, it does the same inserts or the one UPDATE, with values that were ready before.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import json
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import time, timedelta
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.data_folder import Populations, count_of, open_population, task_row
from benchmarks.measure import Pair, Result, compared, interleaved, table, write_json
from benchmarks.population import NOW, TODAY, population
from benchmarks.statements import statements_of
from models.lists import ListName
from models.moment import Moment
from models.task import Task, TaskFields
from services import lists, tasks, timeline
from services.home import home
from services.ids import position_at, uuid7
from services.paths import Paths
from services.workspace import Workspace

SIZES = (1_000, 10_000, 100_000)
ASKED_SIZE = 100_000
READ_LIMIT = 2.5
PAGE_STATEMENTS = 3
PAGE_GROWTH = 1.5
ADD_LIMIT = 2.5
TOGGLE_LIMIT = 13.0
TOGGLE_MS = 1.0

_UPDATE = (
    "UPDATE tasks SET status = 'COMPLETED', shelf = 1, completed = ?, percent_complete = 100,"
    " last_modified = ?, sequence = sequence + 1 WHERE account_id = ? AND uid = ?"
)


def today_and_overdue(desk: Workspace) -> int:
    """Every row of both lists, as the service's values."""
    missed = lists.every_line(desk, ListName.MISSED)
    return len(missed) + len(lists.every_line(desk, ListName.TODAY))


def first_page(desk: Workspace) -> int:
    """The first fifty rows with tags and goal, and how many each list has."""
    return len(lists.page(desk, ListName.ALL, limit=50).lines) + len(lists.counts(desk))


def month_by_day(desk: Workspace) -> int:
    """This month's days with their tasks."""
    return len(timeline.month(desk, TODAY.year, TODAY.month))


def measure_storage(
    populations: Populations, sizes: Sequence[int] = SIZES, *, rounds: int = 25
) -> list[Result]:
    """All of the table's lines, smallest population first."""
    results: list[Result] = []
    for size in sizes:
        is_asked = size == ASKED_SIZE
        folder = populations.shared(size)
        for operation, read in (
            ("today + overdue, all rows", today_and_overdue),
            ("a month by day", month_by_day),
        ):
            pair = _reading(folder, read, rounds)
            results.append(compared(operation, size, pair, "raw", READ_LIMIT, is_asked=is_asked))
        results.append(_adding(populations, size, rounds * 8, is_asked=is_asked))
        results.append(_toggling(populations, size, rounds * 8, is_asked=is_asked))
    page = "first 50 with tags, goal and counts"
    return [
        *results,
        *_growth(populations, sizes, rounds, page, first_page, PAGE_STATEMENTS),
        *_growth(populations, sizes, rounds, "everything on Home", home, None),
    ]


def _reading(folder: Path, read: Callable[[Workspace], object], rounds: int) -> Pair:
    sent = statements_of(folder, read)
    desk = open_population(folder)
    with contextlib.closing(desk), _raw(folder) as connection:

        def raw() -> list[list[Any]]:
            return [connection.execute(statement).fetchall() for statement in sent]

        return interleaved(lambda: read(desk), raw, rounds)


def _growth(
    populations: Populations,
    sizes: Sequence[int],
    rounds: int,
    operation: str,
    read: Callable[[Workspace], object],
    limit: int | None,
) -> list[Result]:
    """Each size by the one ten times smaller; `limit` is of statements, None: only told."""
    results: list[Result] = []
    for size in sizes:
        folder = populations.shared(size)
        count = len(statements_of(folder, read))
        smaller = populations.shared(size // 10) if size // 10 in sizes else None
        large, small = open_population(folder), open_population(smaller or folder)
        with contextlib.closing(large), contextlib.closing(small):
            pair = interleaved(partial(read, large), partial(read, small), rounds)
        target = "" if limit is None else f"<= {PAGE_GROWTH:g} x, <= {limit} statements"
        is_asked = size == ASKED_SIZE and smaller is not None and limit is not None
        results.append(
            Result(
                operation=operation,
                size=size,
                ours=pair.ours * 1_000,
                other=pair.other * 1_000 if smaller else None,
                other_name=f"at {size // 10:,}" if smaller else "",
                target=target,
                is_met=pair.ratio <= PAGE_GROWTH and count <= (limit or 0) if is_asked else None,
                note=f"{count} statements",
            )
        )
    return results


def _adding(populations: Populations, size: int, rounds: int, *, is_asked: bool) -> Result:
    folder = populations.copy(size, "add")
    goal = population(1).goals[0].uid
    desk = open_population(folder)
    with contextlib.closing(desk), _raw(populations.copy(size, "add-raw")) as connection:
        (account,) = connection.execute("SELECT id FROM accounts").fetchone()
        prepared = iter([_addition(account, n, goal) for n in range(rounds + 1)])

        def raw() -> None:
            connection.execute("BEGIN IMMEDIATE")
            for statement, values in next(prepared):
                connection.execute(statement, values)
            connection.execute("COMMIT")

        numbers = itertools.count()
        pair = interleaved(lambda: tasks.capture(desk, _fields(next(numbers), goal)), raw, rounds)
    return compared("add a task", size, pair, "raw", ADD_LIMIT, is_asked=is_asked)


def _toggling(populations: Populations, size: int, rounds: int, *, is_asked: bool) -> Result:
    folder = populations.copy(size, "toggle")
    opened = iter([task.uid for task in population(size).tasks if task.is_open])
    uids = list(itertools.islice(opened, rounds + 1))
    desk = open_population(folder)
    with contextlib.closing(desk), _raw(populations.copy(size, "toggle-raw")) as connection:
        (account,) = connection.execute("SELECT id FROM accounts").fetchone()
        ours, theirs = iter(uids), iter(uids)
        now = count_of(NOW)

        def raw() -> None:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(_UPDATE, (now, now, account, next(theirs)))
            connection.execute("COMMIT")

        pair = interleaved(lambda: tasks.complete(desk, next(ours)), raw, len(uids) - 1)
    is_met = pair.ratio <= TOGGLE_LIMIT and pair.ours * 1_000 < TOGGLE_MS
    return Result(
        operation="toggle done",
        size=size,
        ours=pair.ours * 1_000,
        other=pair.other * 1_000,
        other_name="raw",
        target=f"<= {TOGGLE_LIMIT:g} x, < {TOGGLE_MS:g} ms",
        is_met=is_met if is_asked else None,
    )


def _fields(number: int, goal: str) -> TaskFields:
    return {
        "summary": f"Kirim naskah {number}",
        "due": Moment(TODAY + timedelta(days=1), time(10)),
        "lead": timedelta(hours=1),
        "categories": ("label-01", "label-02"),
        "goal": goal,
    }


def _addition(account: int, number: int, goal: str) -> list[tuple[str, tuple[Any, ...]]]:
    """What `tasks.capture` writes of `_fields`, as statements with ready values."""
    uid = uuid7(NOW)
    fields: TaskFields = {**_fields(number, goal), "position": position_at(NOW, uid)}
    task = Task(uid=uid, created=NOW, last_modified=NOW, **fields)
    row = {"description": "", "completed": None, **task_row(account, task)}
    image = {"created": NOW.isoformat(), "summary": task.summary, "categories": task.categories}
    image |= {"goal": goal, "due": {"date": TODAY.isoformat(), "time": "10:00:00", "zone": None}}
    history = {
        "account_id": account,
        "gesture": uuid7(NOW),
        "action": "capture",
        "at": count_of(NOW),
        "subject": "task",
        "subject_uid": uid,
        "after": json.dumps({**image, "lead": 3600, "position": task.position}),
    }
    return [
        _insert("tasks", row),
        *(
            _insert("task_categories", {"account_id": account, "task_uid": uid, "name": name})
            for name in task.categories
        ),
        _insert("history", history),
    ]


def _insert(into: str, row: dict[str, Any]) -> tuple[str, tuple[Any, ...]]:
    names = ", ".join(row)
    marks = ", ".join("?" for _ in row)
    return f"INSERT INTO {into} ({names}) VALUES ({marks})", tuple(row.values())


@contextlib.contextmanager
def _raw(folder: Path) -> Iterator[sqlite3.Connection]:
    """A connection with the app's own pragmas and no transactions of the driver's."""
    with contextlib.closing(sqlite3.connect(Paths(folder).database)) as connection:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA synchronous=NORMAL")
        yield connection


def main() -> int:
    """Measure, print the table, and tell by the exit code whether every target was met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="1000,10000,100000")
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("--json", type=Path, help="also write the numbers to this file")
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    with tempfile.TemporaryDirectory() as root:
        results = measure_storage(Populations(Path(root)), sizes, rounds=options.rounds)
    print(table(results, is_markdown=options.markdown))
    if options.json:
        write_json(results, options.json)
    return 1 if any(result.is_met is False for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
