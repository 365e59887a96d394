"""Reports over a full ledger, and what habits suggest: `uv run benchmarks/reporting.py`.

The ledger of the population is filled up to two rows a task with tasks that are gone for good,
each promised, promised anew and done: the record keeps what the lists do not. What a report takes
is processor time.
"""

from __future__ import annotations

import random
import statistics
import sys
from collections.abc import Sequence
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.data_folder import (
    Populations,
    count_of,
    in_time,
    keep_promises,
    ledger_row,
    open_population,
)
from benchmarks.measure import Result, cpu_milliseconds, within
from benchmarks.population import population
from benchmarks.raw import raw_connection
from benchmarks.report import report
from models.habits import HOURS, SAMPLES_LEAST, best_hours, usual_span
from models.moment import Moment
from services.calendar import month_of
from services.reports import on_time
from services.reports import report as report_of_days
from services.tasks import capture
from views.serve.garbage import collect_seldom

SIZES = (1_000, 10_000, 100_000)
ASKED_SIZE = 100_000
LIMIT_MS = 150
_ROWS_A_TASK = 2
_STEPS = ("promised", "re-promised", "done")


def measure_reports(
    populations: Populations, sizes: Sequence[int] = SIZES, *, rounds: int = 15
) -> list[Result]:
    """A month's report, and Home's card of the month, for each size, with twice as many rows.

    Each when it is read first, of data that has just been opened, and after another promise was
    made for its days.
    """
    return [each for size in sizes for each in _reports(populations, size, rounds)]


def _reports(populations: Populations, size: int, rounds: int) -> list[Result]:
    folder = populations.copy(size, "reporting")
    fill(folder, size)
    desk = open_population(folder)
    collect_seldom()
    first, last = month_of(2026, 10)
    reads = {
        "report of a month": (first, lambda: report_of_days(desk, first, last)),
        "on time this month": (desk.today(), lambda: on_time(desk)),
    }

    def reopen() -> None:
        nonlocal desk
        desk.close()
        desk = open_population(folder)

    def change(day: date) -> None:
        capture(desk, {"summary": "A change", "due": Moment(day, time(9))})

    taken: dict[str, float] = {}
    try:
        for name, (day, read) in reads.items():
            changed = partial(change, day)
            taken[f"{name}, first"] = cpu_milliseconds(read, rounds, before=reopen)
            taken[f"{name}, after a change"] = cpu_milliseconds(read, rounds, before=changed)
    finally:
        desk.close()
    is_asked = size == ASKED_SIZE
    return [within(name, size, spent, LIMIT_MS, is_asked=is_asked) for name, spent in taken.items()]


def fill(folder: Path, size: int) -> None:
    """Bring the ledger up to two rows a task, with promises of tasks that are gone."""
    with raw_connection(folder) as connection:
        (account,) = connection.execute("SELECT id FROM accounts").fetchone()
        (rows,) = connection.execute("SELECT count(*) FROM ledger").fetchone()
        gone = [task for task in population(size).tasks if task.completed and task.due]
        missing = _ROWS_A_TASK * size - rows
        added: list[dict[str, Any]] = []
        # Rows of what was promised, promised anew and done: the last one may still be open.
        for place in range(missing):
            number, step = divmod(place, len(_STEPS))
            task, kind = gone[number % len(gone)], _STEPS[step]
            at = (task.completed or task.created) if kind == "done" else task.created
            row = ledger_row(account, task, "gone", kind, at, gesture=f"gone-{number}-{kind}")
            # In the order in which they were made, as the uids of tasks are.
            uid = f"{count_of(task.created):016x}-{number}"
            added.append(row | {"task_uid": uid})
        if not added:
            return
        added = in_time(added)
        names = ", ".join(f'"{name}"' for name in added[0])
        marks = ", ".join(f":{name}" for name in added[0])
        connection.execute("BEGIN")
        connection.executemany(f"INSERT INTO ledger ({names}) VALUES ({marks})", added)
        connection.execute("COMMIT")
    keep_promises(folder)


def measure_habits(*, histories: int = 200, seed: int = 20_261_124) -> list[Result]:
    """How often a suggestion holds for what comes next, against the same as last time.

    Of planted habits: somebody finishes around an hour of their own, and tasks of a kind take
    around a span of their own; one time in five the day is another one.
    """
    chance = random.Random(seed)
    asked = held = held_last = 0
    off: list[float] = []
    off_last: list[float] = []
    for _ in range(histories):
        hour, span = chance.uniform(7, 20), chance.uniform(20, 180)
        done = [_clock(chance, hour) for _ in range(80)]
        took = [_span(chance, span) for _ in range(80)]
        for at in range(SAMPLES_LEAST, len(done)):
            following = done[at]
            if (best := best_hours(done[:at])) is not None:
                asked += 1
                held += best.start <= following < best.end
                # As many hours around the last time.
                held_last += abs(_hours(following) - _hours(done[at - 1])) <= HOURS / 2
            if (usual := usual_span(took[:at])) is not None:
                off.append(abs((usual.span - took[at]) / took[at]))
                off_last.append(abs((took[at - 1] - took[at]) / took[at]))
    hits, hits_last = 100 * held / asked, 100 * held_last / asked
    error, error_last = 100 * statistics.median(off), 100 * statistics.median(off_last)
    return [
        Result(
            operation="best hours hold next time",
            size=len(off),
            ours=hits,
            other=hits_last,
            other_name="same as last",
            target="more often",
            is_met=hits > hits_last,
            unit="%",
        ),
        Result(
            operation="estimate is off by",
            size=len(off),
            ours=error,
            other=error_last,
            other_name="same as last",
            target="less",
            is_met=error < error_last,
            unit="%",
        ),
    ]


def _clock(chance: random.Random, hour: float) -> time:
    at = chance.uniform(6, 23) if chance.random() < 0.2 else chance.gauss(hour, 0.6)
    minutes = round(min(max(at, 0), 23.9) * 60)
    return time(minutes // 60, minutes % 60)


def _hours(clock: time) -> float:
    return clock.hour + clock.minute / 60


def _span(chance: random.Random, minutes: float) -> timedelta:
    factor = chance.uniform(0.2, 4) if chance.random() < 0.2 else chance.lognormvariate(0, 0.25)
    return timedelta(minutes=max(1, minutes * factor))


def main() -> int:
    """Measure, print the table, and tell by the exit code whether every target was met."""
    return report(
        __doc__,
        lambda populations, asked: [
            *measure_reports(populations, asked.sizes, rounds=asked.rounds),
            *measure_habits(),
        ],
        sizes=SIZES,
        rounds=15,
    )


if __name__ == "__main__":
    sys.exit(main())
