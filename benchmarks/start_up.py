"""How much more than importing the models it takes to start: `uv run benchmarks/start_up.py`.

Each start is a process of its own. Both import the models with their storage; one of the two
also opens a workspace whose schema is current.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.data_folder import Populations
from benchmarks.measure import Result, compared, interleaved
from benchmarks.population import ZONE
from benchmarks.report import report

SIZE = 1_000
LIMIT = 1.1
_REPOSITORY = Path(__file__).resolve().parents[1]
_IMPORT = """
import pkgutil, importlib, models, models.storage
for package in (models, models.storage):
    for module in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        if not module.ispkg:
            importlib.import_module(module.name)
"""
_OPEN = """
import sys
from pathlib import Path
from services.workspace import open_workspace
open_workspace(Path(sys.argv[1]), zone=sys.argv[2])
"""


def measure_start_up(populations: Populations, *, rounds: int = 15) -> list[Result]:
    """The one line of the table."""
    folder = populations.shared(SIZE)

    def start(program: str) -> None:
        command = [sys.executable, "-c", program, str(folder), ZONE]
        subprocess.run(command, cwd=_REPOSITORY, stdin=subprocess.DEVNULL, check=True)

    pair = interleaved(lambda: start(_IMPORT + _OPEN), lambda: start(_IMPORT), rounds)
    return [compared("start with a current schema", SIZE, pair, "import models", LIMIT)]


def main() -> int:
    """Measure, print the table, and tell by the exit code whether the target was met."""
    return report(
        __doc__,
        lambda populations, asked: measure_start_up(populations, rounds=asked.rounds),
        rounds=15,
    )


if __name__ == "__main__":
    sys.exit(main())
