"""How much more than importing the models it takes to start: `uv run benchmarks/start_up.py`.

Each start is a process of its own. Both import the models with their storage; one of the two
also opens a workspace whose schema is current.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.data_folder import Populations
from benchmarks.measure import Result, compared, interleaved, table
from benchmarks.population import ZONE

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
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--markdown", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as root:
        results = measure_start_up(Populations(Path(root)), rounds=options.rounds)
    print(table(results, is_markdown=options.markdown))
    return 1 if any(result.is_met is False for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
