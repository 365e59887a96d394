"""`main.py list today` against Taskwarrior 2.6: `uv run benchmarks/command_line.py`.

Both read the same tasks and print what is due; they take turns, and medians are compared.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.data_folder import Populations
from benchmarks.measure import Result, compared, interleaved
from benchmarks.population import NOW, ZONE, population
from benchmarks.report import report
from benchmarks.taskwarrior import HOW_TO_INSTALL, Taskwarrior, is_installed
from services.clock import SystemClock

SIZE = 100_000
LIMIT = 0.35
OPERATION = "command line: list today"
_REPOSITORY = Path(__file__).resolve().parents[1]


def list_today(folder: Path) -> str:
    """What `main.py list today` prints.

    Raises:
        CalledProcessError: the command failed.
    """
    options = ["--data-dir", str(folder), "--now", NOW.isoformat(), "--tz", ZONE, "--lang", "en"]
    done = subprocess.run(
        [sys.executable, "main.py", "list", "today", *options],
        cwd=_REPOSITORY,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def measure_command_line(
    populations: Populations, size: int = SIZE, *, rounds: int = 9
) -> list[Result]:
    """The one line of the table; without Taskwarrior it says how to get it."""
    folder = populations.shared(size)
    target = f"<= {LIMIT:g} x"
    if not is_installed():
        return [Result(OPERATION, size, target=target, note=HOW_TO_INSTALL)]
    try:
        list_today(folder)
    except subprocess.CalledProcessError as error:
        why = error.stderr.strip().splitlines()[-1:]
        return [Result(OPERATION, size, target=target, is_met=False, note="".join(why))]
    theirs = Taskwarrior(populations.root / f"taskwarrior-{size}")
    if not theirs.folder.exists():
        theirs.take(population(size), SystemClock().now())
    pair = interleaved(lambda: list_today(folder), theirs.list_today, rounds)
    return [compared(OPERATION, size, pair, "Taskwarrior", LIMIT, is_asked=size == SIZE)]


def main() -> int:
    """Measure, print the table, and tell by the exit code whether the target was met."""
    return report(
        __doc__,
        lambda populations, asked: [
            result
            for size in asked.sizes
            for result in measure_command_line(populations, size, rounds=asked.rounds)
        ],
        sizes=(SIZE,),
        rounds=9,
    )


if __name__ == "__main__":
    sys.exit(main())
