"""Searching, against sqlite3 matching the same trigrams: `uv run benchmarks/search.py`.

Raw sqlite3 gets the same MATCH and reads the same columns of the fifty best by its own rank. The
service also orders by title and due, counts, and makes values of what it found.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.data_folder import Populations, open_population
from benchmarks.measure import Result, compared, interleaved
from benchmarks.raw import raw_connection
from benchmarks.report import report
from benchmarks.statements import statements_of
from services.search import PAGE_SIZE, search

SIZES = (1_000, 10_000, 100_000)
ASKED_SIZE = 100_000
LIMIT = 2.0
#: What is searched for, and the FTS5 expression that it means.
QUERIES = {
    "laporan": '"laporan"',
    "tulis laporan": '("tulis" AND "laporan")',
    "naskah or kontrak": '("naskah" OR "kontrak")',
    "#label-03": '(categories : "\nlabel-03\n")',
    "laporan 0001": '("laporan" AND "0001")',
}

_FOUND = """
    SELECT task_words.task_uid FROM task_search
    JOIN task_words ON task_words.id = task_search.rowid
    WHERE task_search MATCH ? AND task_words.account_id = ? ORDER BY task_search.rank LIMIT ?
"""


def measure_search(
    populations: Populations, sizes: Sequence[int] = SIZES, *, rounds: int = 25
) -> list[Result]:
    """A line for each query and size, smallest population first."""
    return [
        _searching(populations.shared(size), size, text, match, rounds)
        for size in sizes
        for text, match in QUERIES.items()
    ]


def _searching(folder: Path, size: int, text: str, match: str, rounds: int) -> Result:
    # The last statement of the service reads the lines of what was found, all columns of them.
    *_, lines = statements_of(folder, lambda desk: search(desk, text))
    begin, _, rest = lines.partition("tasks.uid IN (")
    _, _, end = rest.partition(")")
    desk = open_population(folder)
    with contextlib.closing(desk), raw_connection(folder) as connection:
        (account,) = connection.execute("SELECT id FROM accounts").fetchone()

        def raw() -> object:
            uids = connection.execute(_FOUND, (match, account, PAGE_SIZE)).fetchall()
            marks = ", ".join("?" for _ in uids)
            statement = f"{begin}tasks.uid IN ({marks}){end}"
            return connection.execute(statement, [uid for (uid,) in uids]).fetchall()

        if len(search(desk, text).lines) != len(raw()):  # type: ignore[arg-type]
            raise RuntimeError(f"the two sides do not find as much of {text!r}")
        pair = interleaved(lambda: search(desk, text), raw, rounds)
    return compared(f"search {text}", size, pair, "raw trigram", LIMIT, is_asked=size == ASKED_SIZE)


def main() -> int:
    """Measure, print the table, and tell by the exit code whether every target was met."""
    return report(
        __doc__,
        lambda populations, asked: measure_search(populations, asked.sizes, rounds=asked.rounds),
        sizes=SIZES,
        rounds=25,
    )


if __name__ == "__main__":
    sys.exit(main())
