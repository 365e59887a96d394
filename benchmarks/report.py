"""What every benchmark does as a command: its options, the table, and the verdict as exit code."""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.data_folder import Populations
from benchmarks.measure import Result, table, write_json

#: Measures with the populations and the options that were given: `sizes` and `rounds`.
Measure = Callable[[Populations, argparse.Namespace], list[Result]]


def report(
    description: str | None,
    measure: Measure,
    *,
    sizes: Sequence[int] = (),
    rounds: int | None = None,
) -> int:
    """Measure, print the table, and tell by the exit code whether every target was met.

    `sizes` and `rounds` are what is measured unless asked otherwise; without them that is no
    option.
    """
    parser = argparse.ArgumentParser(description=description)
    if sizes:
        parser.add_argument("--sizes", type=_sizes, default=tuple(sizes), help="1000,10000")
    if rounds is not None:
        parser.add_argument("--rounds", type=int, default=rounds)
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("--json", type=Path, help="also write the numbers to this file")
    options = parser.parse_args()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as root:
        results = measure(Populations(Path(root)), options)
    print(table(results, is_markdown=options.markdown))
    print(f"\n{time.monotonic() - begun:.0f} s in all{_load()}")
    if options.json:
        write_json(results, options.json)
    return 1 if any(result.is_met is False for result in results) else 0


def _load() -> str:
    """How busy the machine is: with more than it has processors, times tell little."""
    if not hasattr(os, "getloadavg"):
        return ""
    busy = os.getloadavg()[1]
    return f", a load of {busy:.1f} on {os.cpu_count()} processors"


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(size) for size in text.split(","))
