"""How a comparison is timed and told: alternating runs, medians, one table.

Owns the clock, the verdict and the table. It must know no operation.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

_HEAD = ("operation", "tasks", "ours", "compared with", "ratio", "target", "verdict")


@dataclass(frozen=True)
class Result:
    """One line of the table.

    Attributes:
        size: how many tasks there were.
        ours: milliseconds, or what `unit` says.
        other: of what it is compared with, which `other_name` names; None where a time stands
            alone.
        target: as told to people, such as ``<= 2.5 x``.
        is_met: None where nothing is asked at this size.
        note: why a line has no numbers, or how many statements were sent.
    """

    operation: str
    size: int
    ours: float | None = None
    other: float | None = None
    other_name: str = ""
    target: str = ""
    is_met: bool | None = None
    note: str = ""
    unit: str = "ms"

    @property
    def ratio(self) -> float | None:
        """Ours by the other."""
        if self.ours is None or not self.other:
            return None
        return self.ours / self.other

    @property
    def verdict(self) -> str:
        """``met``, ``missed`` or nothing."""
        told = {True: "met", False: "MISSED", None: ""}[self.is_met]
        return " ".join(filter(None, (told, f"({self.note})" if self.note else "")))


@dataclass(frozen=True)
class Pair:
    """Median seconds of two things that took turns."""

    ours: float
    other: float

    @property
    def ratio(self) -> float:
        """Ours by the other."""
        return self.ours / self.other


def interleaved(
    ours: Callable[[], object], other: Callable[[], object], rounds: int, *, warm_up: int = 1
) -> Pair:
    """The median times of both, run in turns so that a busy machine slows both."""
    for _ in range(warm_up):
        ours()
        other()
    samples: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        samples[0].append(seconds(ours))
        samples[1].append(seconds(other))
    return Pair(statistics.median(samples[0]), statistics.median(samples[1]))


def seconds(action: Callable[[], object]) -> float:
    """How long one call takes; what it made is thrown away after the clock was read."""
    begun = time.perf_counter()
    made = action()
    taken = time.perf_counter() - begun
    del made
    return taken


def cpu_milliseconds(
    action: Callable[[], object],
    rounds: int,
    *,
    warm_up: int = 1,
    before: Callable[[], object] = lambda: None,
) -> float:
    """The median processor time of one call: what others do on the machine is not in it.

    Nor is what is done `before` each.
    """
    for _ in range(warm_up):
        action()
    samples: list[float] = []
    for _ in range(rounds):
        before()
        begun = time.process_time()
        made = action()
        samples.append(time.process_time() - begun)
        del made
    return statistics.median(samples) * 1_000


def within(
    operation: str, size: int, spent: float, limit: float, *, is_asked: bool = True
) -> Result:
    """The line of milliseconds that should stay within a limit of their own."""
    return Result(
        operation=operation,
        size=size,
        ours=spent,
        other=limit,
        other_name="limit",
        target=f"<= {limit:g} ms",
        is_met=spent <= limit if is_asked else None,
    )


def compared(
    operation: str, size: int, pair: Pair, other_name: str, limit: float, *, is_asked: bool = True
) -> Result:
    """The line of a comparison that should stay below `limit` times the other."""
    return Result(
        operation=operation,
        size=size,
        ours=pair.ours * 1_000,
        other=pair.other * 1_000,
        other_name=other_name,
        target=f"<= {limit:g} x",
        is_met=pair.ratio <= limit if is_asked else None,
    )


def table(results: Iterable[Result], *, is_markdown: bool = False) -> str:
    """The results under one heading, as aligned text or as Markdown."""
    rows = [_HEAD, *(_cells(result) for result in results)]
    widths = [max(len(row[n]) for row in rows) for n in range(len(_HEAD))]
    lines = [_line(row, widths, is_markdown) for row in rows]
    rule = ["-" * width for width in widths]
    if is_markdown:
        rule[1:5] = ["-" * (width - 1) + ":" for width in widths[1:5]]
    lines.insert(1, _line(rule, widths, is_markdown))
    return "\n".join(lines)


def write_json(results: Sequence[Result], path: Path) -> None:
    """Keep the results for other programs."""
    rows = [{**asdict(result), "ratio": result.ratio} for result in results]
    path.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")


def _cells(result: Result) -> tuple[str, ...]:
    other = _told(result.other, result.unit)
    return (
        result.operation,
        f"{result.size:,}",
        _told(result.ours, result.unit),
        f"{other} {result.other_name}".strip(),
        "" if result.ratio is None else f"{result.ratio:.2f}",
        result.target,
        result.verdict,
    )


def _told(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    digits = 0 if value >= 100 else 1 if value >= 10 else 3
    return f"{value:,.{digits}f} {unit}"


def _line(row: Sequence[str], widths: Sequence[int], is_markdown: bool) -> str:
    cells = [
        cell.rjust(width) if n in (1, 2, 3, 4) else cell.ljust(width)
        for n, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    return f"| {' | '.join(cells)} |" if is_markdown else "  ".join(cells).rstrip()
