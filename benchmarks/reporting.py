"""Reports over a full ledger, and what habits suggest: `uv run benchmarks/reporting.py`.

The ledger of the population is filled up to two rows a task with tasks that are gone for good,
each promised, promised anew and done: the record keeps what the lists do not.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.data_folder import Populations, open_population
from benchmarks.measure import Result
from services.calendar import month_of
from services.reports import on_time
from services.reports import report as report_of_days

SIZES = (1_000, 10_000, 100_000)
ASKED_SIZE = 100_000
LIMIT_MS = 150
_ROWS_A_TASK = 2


def measure_reports(
    populations: Populations, sizes: Sequence[int] = SIZES, *, rounds: int = 15
) -> list[Result]:
    """A month's report, and Home's card of the month, for each size."""
    return [each for size in sizes for each in _reports(populations, size, rounds)]


def _reports(populations: Populations, size: int, rounds: int) -> list[Result]:
    folder = populations.copy(size, "reporting")
    fill(folder, size)
    desk = open_population(folder)
    first, last = month_of(2026, 10)
    reads = {
        "report of a month": lambda: report_of_days(desk, first, last),
        "on time this month": lambda: on_time(desk),
    }
    with contextlib.closing(desk):
        return [
            Result(
                operation=name,
                size=size,
                ours=_median(read, rounds) * 1_000,
                target=f"<= {LIMIT_MS} ms",
                is_met=taken <= LIMIT_MS if size == ASKED_SIZE else None,
            )
            for name, read in reads.items()
            for taken in (_median(read, rounds) * 1_000,)
        ]
