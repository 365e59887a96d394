"""The month ahead and the planner: `uv run benchmarks/planning.py`.

Raw sqlite3 sends the statements of the board, word for word, and fetches their rows. The planner
places twenty steps on days that hold work already; the moves are for sixty tasks on ten full days.
What has a limit of its own is judged by processor time.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.data_folder import Populations, open_population
from benchmarks.measure import Result, compared, cpu_milliseconds, interleaved, within
from benchmarks.population import TODAY
from benchmarks.raw import raw_connection
from benchmarks.report import report
from benchmarks.statements import statements_of
from models.balancing import Item, suggest
from models.moment import Moment
from models.planned import Days, Wish
from models.planning import plan
from models.recipe import Gap
from models.workdays import WorkWeek
from services.board import Board, board
from services.workspace import Workspace

SIZES = (1_000, 10_000, 100_000)
ASKED_SIZE = 100_000
LIMIT = 2.5
PLAN_MS, MOVES_MS = 50.0, 300.0
STEPS, TASKS = 20, 60
_HOUR = timedelta(hours=1)
_FIRST = date(2026, 12, 1)
_JAKARTA = ZoneInfo("Asia/Jakarta")


def measure_planning(
    populations: Populations, sizes: Sequence[int] = SIZES, *, rounds: int = 25
) -> list[Result]:
    """A line for the board at each size, then those of the planner and the moves."""
    return [
        *(_board(populations.shared(size), size, rounds) for size in sizes),
        within("a plan of items", STEPS, cpu_milliseconds(_planned, rounds), PLAN_MS),
        within("moves of items", TASKS, cpu_milliseconds(_moved, rounds), MOVES_MS),
    ]


def this_month(desk: Workspace) -> Board:
    """The board of the month in which the population is crowded."""
    return board(desk, TODAY.year, TODAY.month)


def _board(folder: Path, size: int, rounds: int) -> Result:
    statements = statements_of(folder, this_month)
    desk = open_population(folder)
    with contextlib.closing(desk), raw_connection(folder) as connection:

        def raw() -> object:
            return [connection.execute(statement).fetchall() for statement in statements]

        pair = interleaved(lambda: this_month(desk), raw, rounds)
    is_asked = size == ASKED_SIZE
    return compared("the board of a month", size, pair, "raw sqlite3", LIMIT, is_asked=is_asked)


def _planned() -> object:
    wishes = [Wish(str(n), Gap(-2 * n), timedelta(minutes=90)) for n in range(STEPS)]
    load = {_FIRST + timedelta(days=n): 4 * _HOUR for n in range(-60, 31)}
    days = Days(WorkWeek(country="ID"), _JAKARTA, lambda _: 6 * _HOUR, load)
    now = datetime(2026, 11, 1, tzinfo=UTC)
    return plan(Moment(date(2026, 12, 18), time(16)), wishes, days, now)


def _moved() -> object:
    items = [
        Item(
            str(n),
            timedelta(minutes=60 + 10 * (n % 6)),
            _FIRST + timedelta(days=2 * (n % 10)),
            (1, 5, 9, 0)[n % 4],
            _FIRST,
            _FIRST + timedelta(days=30),
        )
        for n in range(TASKS)
    ]
    load: dict[date, timedelta] = {}
    for item in items:
        load[item.day] = load.get(item.day, timedelta(0)) + item.work
    capacity = {_FIRST + timedelta(days=n): 6 * _HOUR for n in range(31)}
    return suggest(items, load, capacity)


def main() -> int:
    """Measure, print the table, and tell by the exit code whether every target was met."""
    return report(
        __doc__,
        lambda populations, asked: measure_planning(populations, asked.sizes, rounds=asked.rounds),
        sizes=SIZES,
        rounds=25,
    )


if __name__ == "__main__":
    sys.exit(main())
