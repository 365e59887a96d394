"""How long people wait at the screen, in Chromium: `uv run benchmarks/screens.py`.

The server is started as users start it. What is asked of a time is asked at ten thousand tasks,
and that a hundred thousand take hardly longer; a hundred are told beside them. Bytes are those of
the frames that reach the browser.
"""

from __future__ import annotations

import contextlib
import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from playwright.sync_api import Error, sync_playwright

from benchmarks.data_folder import Populations
from benchmarks.measure import Result
from benchmarks.population import NOW, ZONE
from benchmarks.report import report
from benchmarks.screen_window import Window
from tests.rig.browser import LAUNCH_ARGUMENTS
from tests.rig.chromium import find_or_get_chromium
from tests.rig.server import AppServer

SIZES = (100, 10_000, 100_000)
ASKED_SIZE = 10_000
CROWD = 500
GROWTH = 1.3


@dataclass(frozen=True)
class Measurement:
    """What is measured, and its limit at `ASKED_SIZE` in `unit`; None: only told.

    Attributes:
        rounds: how often at most; what is sent hardly differs from one time to the next.
    """

    operation: str
    take: Callable[[Window], float]
    limit: float | None
    unit: str = "ms"
    rounds: int | None = None


MEASUREMENTS = (
    Measurement("Enter to visible", Window.add, 75),
    Measurement("switch to a list of 500", Window.switch, 350),
    Measurement("open a goal of 500", Window.goal, 350),
    Measurement("next month with its tasks", Window.month, 300),
    Measurement("check to struck", Window.check, 50),
    Measurement("reload to first usable list", Window.reload, 2_300),
    Measurement("sent for one renamed row", Window.weigh_name, 2_048, "bytes", 3),
    Measurement("sent until a row is struck", Window.weigh_check, 2_048, "bytes", 3),
    Measurement(
        "sent in all, with Undo and the next row", Window.weigh_check_in_all, None, "bytes", 3
    ),
)


def measure_screens(
    populations: Populations, sizes: Sequence[int] = SIZES, *, rounds: int = 11
) -> list[Result]:
    """Every line of the table; without a browser one line says why."""
    chromium = find_or_get_chromium(tell=lambda text: print(text, file=sys.stderr))
    if not isinstance(chromium, Path):
        return [Result("screens in Chromium", sizes[0], note=chromium.reason)]
    with contextlib.ExitStack() as cleanup:
        playwright = cleanup.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=chromium, args=[*LAUNCH_ARGUMENTS])
        cleanup.callback(browser.close)
        windows: dict[int, Window] = {}
        for size in sizes:
            folder = populations.copy(size, "screens", crowd=CROWD)
            try:
                server = AppServer.docheck(folder, now=NOW.isoformat(), tz=ZONE)
                cleanup.enter_context(server)
                windows[size] = Window(browser, server, folder)
                cleanup.callback(windows[size].close)
                windows[size].open()
            except (AssertionError, Error) as error:
                return [Result("screens in Chromium", size, is_met=False, note=_line(error))]
        return [
            result
            for measurement in MEASUREMENTS
            for result in _measured(measurement, windows, min(rounds, measurement.rounds or rounds))
        ]


def _measured(measurement: Measurement, windows: dict[int, Window], rounds: int) -> list[Result]:
    """One measurement in all windows, which take turns."""
    samples: dict[int, list[float]] = {size: [] for size in windows}
    try:
        for _ in range(rounds):
            for size, window in windows.items():
                samples[size].append(measurement.take(window))
    except Error as error:
        return [
            Result(measurement.operation, size, is_met=False, note=_line(error)) for size in windows
        ]
    base = ASKED_SIZE if ASKED_SIZE in windows else min(windows)
    asked = statistics.median(samples[base])
    results: list[Result] = []
    for size in windows:
        ours = statistics.median(samples[size])
        best, unit = f"best {min(samples[size]):,.0f}", measurement.unit
        told = Result(measurement.operation, size, ours, note=best, unit=unit)
        if size > base:
            told = replace(
                told,
                other=asked,
                other_name=f"at {base:,}",
                target=f"<= {GROWTH:g} x",
                is_met=ours <= GROWTH * asked,
            )
        elif size == base and measurement.limit is not None:
            target = f"<= {measurement.limit:,.0f} {unit}"
            told = replace(told, target=target, is_met=ours <= measurement.limit)
        results.append(told)
    return results


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:120]


def main() -> int:
    """Measure, print the table, and tell by the exit code whether every target was met."""
    return report(
        __doc__,
        lambda populations, asked: measure_screens(populations, asked.sizes, rounds=asked.rounds),
        sizes=SIZES,
        rounds=11,
    )


if __name__ == "__main__":
    sys.exit(main())
