"""Reading a line of quick add: `uv run benchmarks/quick_add.py`.

The lines are those of the phrase tables, so that every rule has its share; a long line and the
parser's import are timed beside them.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.measure import Result, seconds
from benchmarks.report import report
from models.quickadd import Language, parse

LIMIT = 0.2
LONG_LIMIT = 200.0
IMPORT_LIMIT = 15.0
_HOME = ZoneInfo("Asia/Jakarta")
_NOW = datetime(2026, 11, 23, 14, 13, tzinfo=_HOME)
_REPOSITORY = Path(__file__).resolve().parents[1]
_TABLES = _REPOSITORY / "tests" / "models" / "quickadd"
_LONG = ("besok ", "jam 4 ", "setiap senin, ", "2 jam ", "sampai jam 4 ", "a.", "1-", '"', "@")
_IMPORT = (
    "import time, re, dataclasses, zoneinfo, models.task; begun = time.perf_counter(); "
    "import models.quickadd; print(time.perf_counter() - begun)"
)


def lines_of(language: Language) -> list[str]:
    """What is typed in the lines of a language's phrase table."""
    said = (_TABLES / f"phrases_{language}.txt").read_text(encoding="utf-8").splitlines()
    return [line.partition(" => ")[0] for line in said if line and not line.startswith("#")]


def measure_quick_add(*, rounds: int = 9) -> list[Result]:
    """The lines of the table: a line in each language, a long one, and the import."""
    return [_lines("id", rounds), _lines("en", rounds), _long(rounds), _import(rounds)]


def _lines(language: Language, rounds: int) -> Result:
    lines = lines_of(language)

    def read_all() -> None:
        for line in lines:
            parse(line, now=_NOW, zone=_HOME, language=language)

    read_all()
    taken = statistics.median(seconds(read_all) for _ in range(rounds)) / len(lines) * 1000
    return _result(f"quick add: a line, {language}", taken, LIMIT, f"{len(lines)} lines")


def _long(rounds: int) -> Result:
    texts = [(piece * 10_000)[:10_000] for piece in _LONG]
    slowest = max(
        statistics.median(
            seconds(lambda text=text: parse(text, now=_NOW, zone=_HOME)) for _ in range(rounds)
        )
        for text in texts
    )
    return _result("quick add: 10,000 characters", slowest * 1000, LONG_LIMIT, "the slowest of 9")


def _import(rounds: int) -> Result:
    with tempfile.TemporaryDirectory() as cache:
        # From bytecode, as an installed app has it; the first run writes it.
        environ = os.environ | {"PYTHONPYCACHEPREFIX": cache, "PYTHONDONTWRITEBYTECODE": ""}
        taken = [_import_once(environ) for _ in range(rounds + 1)][1:]
    return _result("quick add: import", statistics.median(taken) * 1000, IMPORT_LIMIT, "")


def _import_once(environ: dict[str, str]) -> float:
    done = subprocess.run(
        [sys.executable, "-c", _IMPORT],
        cwd=_REPOSITORY,
        env=environ,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)


def _result(operation: str, taken: float, limit: float, note: str) -> Result:
    return Result(
        operation, 0, ours=taken, target=f"<= {limit:g} ms", is_met=taken <= limit, note=note
    )


def main() -> int:
    """Measure, print the table, and tell by the exit code whether the targets were met."""
    return report(__doc__, lambda _, asked: measure_quick_add(rounds=asked.rounds), rounds=9)


if __name__ == "__main__":
    sys.exit(main())
