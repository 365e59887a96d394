"""How much memory the server needs for one more browser: `uv run benchmarks/sessions.py`.

A process of its own opens sessions of the app without browsers, each of which looks at a long
list, a month and a goal; how much the process has grown is divided by their number.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.data_folder import Populations, open_population
from benchmarks.measure import Result
from benchmarks.population import TODAY, population
from benchmarks.report import report
from models.lists import ListName

SIZES = (100, 10_000, 100_000)
CROWD = 500
LIMIT_MB = 5
SESSIONS = 10
#: What the first ones bring is the program's: caches, plans, compiled statements.
WARM_UP = 2
_REPOSITORY = Path(__file__).resolve().parents[1]
_MB = 1 << 20


def measure_sessions(populations: Populations, sizes: Sequence[int] = SIZES) -> list[Result]:
    """A line for each size."""
    return [_measured(populations.copy(size, "sessions", crowd=CROWD), size) for size in sizes]


def _measured(folder: Path, size: int) -> Result:
    command = [sys.executable, "-m", "benchmarks.sessions", "--grow", str(folder)]
    done = subprocess.run(command, cwd=_REPOSITORY, capture_output=True, text=True, check=False)
    operation, target = "memory of one browser's session", f"<= {LIMIT_MB} MB"
    if done.returncode:
        why = "".join(done.stderr.strip().splitlines()[-1:])
        return Result(operation, size, target=target, is_met=False, note=why)
    grown = float(done.stdout)
    return Result(operation, size, grown, target=target, is_met=grown <= LIMIT_MB, unit="MB")


def grow(folder: Path) -> float:
    """By how many megabytes this process grows for each session."""
    # A process of its own imports the app: what is measured is what the app's server holds.
    from tests.rig.flet_session import AppSession, run_app
    from views.app import routes
    from views.app.app import app_for

    places = (
        routes.todo_route(ListName.TOMORROW),
        routes.month_route(TODAY.year, TODAY.month),
        routes.goal_route(population(1).goals[0].uid),
        routes.todo_route(),
    )

    async def work() -> float:
        before = 0
        async with contextlib.AsyncExitStack() as opened:
            for count in range(WARM_UP + SESSIONS):
                if count == WARM_UP:
                    before = _resident()
                app = await opened.enter_async_context(AppSession(app_for(desk)))
                for place in places:
                    await app.navigate(place)
                    await app.settle()
            return (_resident() - before) / SESSIONS / _MB

    with contextlib.closing(open_population(folder)) as desk:
        return run_app(work)


def _resident() -> int:
    """The bytes of memory that this process holds now; where Linux does not tell, at most."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main() -> int:
    """Measure, print the table, and tell by the exit code whether every target was met."""
    if "--grow" in sys.argv:
        print(grow(Path(sys.argv[-1])))
        return 0
    return report(
        __doc__, lambda populations, asked: measure_sessions(populations, asked.sizes), sizes=SIZES
    )


if __name__ == "__main__":
    sys.exit(main())
