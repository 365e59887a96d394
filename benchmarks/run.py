"""All benchmarks, one table: `uv run benchmarks/run.py [--markdown] [--json FILE]`."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.command_line import measure_command_line
from benchmarks.keystrokes import measure_keystrokes
from benchmarks.planning import measure_planning
from benchmarks.quick_add import measure_quick_add
from benchmarks.recurrence import measure_recurrence
from benchmarks.report import report
from benchmarks.reporting import measure_habits, measure_reports
from benchmarks.screens import measure_screens
from benchmarks.search import measure_search
from benchmarks.sessions import measure_sessions
from benchmarks.start_up import measure_start_up
from benchmarks.storage import measure_storage


def main() -> int:
    """Measure everything, and tell by the exit code whether every target was met."""
    return report(
        __doc__,
        lambda populations, _: [
            *measure_storage(populations),
            *measure_search(populations),
            *measure_start_up(populations),
            *measure_command_line(populations),
            *measure_planning(populations),
            *measure_quick_add(),
            *measure_recurrence(),
            *measure_sessions(populations),
            *measure_keystrokes(populations),
            *measure_reports(populations),
            *measure_habits(),
            *measure_screens(populations),
        ],
    )


if __name__ == "__main__":
    sys.exit(main())
