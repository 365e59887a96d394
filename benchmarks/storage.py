"""Reading and writing tasks, against sqlite3 itself doing the same: `uv run benchmarks/storage.py`.

For reading, raw sqlite3 gets the very SQL that the service sends, and makes plain tuples of it.
For writing, it does the same inserts, or of a completion the one UPDATE, with values that were
ready before.
"""

from __future__ import annotations

import contextlib
import itertools
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.data_folder import Populations, count_of, open_population
from benchmarks.measure import Pair, Result, compared, interleaved
from benchmarks.population import NOW, TODAY, population
from benchmarks.raw import added_fields, addition, raw_connection, write
from benchmarks.report import report
from benchmarks.statements import statements_of
from models.lists import ListName
from services import lists, tasks, timeline
from services.home import home
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
    with contextlib.closing(desk), raw_connection(folder) as connection:

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
    with contextlib.closing(desk), raw_connection(populations.copy(size, "add-raw")) as connection:
        (account,) = connection.execute("SELECT id FROM accounts").fetchone()
        prepared = iter([addition(account, n, goal) for n in range(rounds + 1)])

        numbers = itertools.count()
        pair = interleaved(
            lambda: tasks.capture(desk, added_fields(next(numbers), goal)),
            lambda: write(connection, next(prepared)),
            rounds,
        )
    return compared("add a task", size, pair, "raw", ADD_LIMIT, is_asked=is_asked)


def _toggling(populations: Populations, size: int, rounds: int, *, is_asked: bool) -> Result:
    folder = populations.copy(size, "toggle")
    opened = iter([task.uid for task in population(size).tasks if task.is_open])
    uids = list(itertools.islice(opened, rounds + 1))
    desk = open_population(folder)
    with (
        contextlib.closing(desk),
        raw_connection(populations.copy(size, "toggle-raw")) as connection,
    ):
        (account,) = connection.execute("SELECT id FROM accounts").fetchone()
        ours, theirs = iter(uids), iter(uids)
        now = count_of(NOW)

        pair = interleaved(
            lambda: tasks.complete(desk, next(ours)),
            lambda: write(connection, [(_UPDATE, [(now, now, account, next(theirs))])]),
            len(uids) - 1,
        )
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


def main() -> int:
    """Measure, print the table, and tell by the exit code whether every target was met."""
    return report(
        __doc__,
        lambda populations, asked: measure_storage(populations, asked.sizes, rounds=asked.rounds),
        sizes=SIZES,
        rounds=25,
    )


if __name__ == "__main__":
    sys.exit(main())
