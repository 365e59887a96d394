"""All benchmarks, one table: `uv run benchmarks/run.py [--markdown] [--json FILE]`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.command_line import measure_command_line
from benchmarks.data_folder import Populations
from benchmarks.measure import table, write_json
from benchmarks.quick_add import measure_quick_add
from benchmarks.recurrence import measure_recurrence
from benchmarks.screens import measure_screens
from benchmarks.search import measure_search
from benchmarks.start_up import measure_start_up
from benchmarks.storage import measure_storage


def main() -> int:
    """Measure everything, and tell by the exit code whether every target was met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("--json", type=Path, help="also write the numbers to this file")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as root:
        populations = Populations(Path(root))
        results = [
            *measure_storage(populations),
            *measure_search(populations),
            *measure_start_up(populations),
            *measure_command_line(populations),
            *measure_quick_add(),
            *measure_recurrence(),
            *measure_screens(populations),
        ]
    print(table(results, is_markdown=options.markdown))
    if options.json:
        write_json(results, options.json)
    return 1 if any(result.is_met is False for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
