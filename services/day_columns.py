"""Spans of a day side by side: columns for those that overlap, so that no block hides another.

Pure; knows no pixels and no control. Its unit is the minute from the top of the day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from services.day_layout import Span


@dataclass(frozen=True, slots=True)
class Placed:
    """A block: one span, or several that there is no room for side by side.

    Attributes:
        start, end: minutes; at least as far apart as a block must be to be read.
        column, width, columns: it stands from `column` on, over `width` of `columns`.
    """

    spans: tuple[Span, ...]
    start: int
    end: int
    column: int = 0
    width: int = 1
    columns: int = 1

    @property
    def span(self) -> Span:
        """The block's span; of several the first."""
        return self.spans[0]

    @property
    def is_several(self) -> bool:
        """Whether it stands for more spans than one."""
        return len(self.spans) > 1


def lay_out(
    spans: Iterable[Span], length: int, *, least: int = 1, limit: int = 6
) -> tuple[Placed, ...]:
    """Blocks side by side where they overlap, each as wide as its neighbours allow.

    Of blocks that begin together the longer stands first, then the one that came first.

    Args:
        length: minutes of the day; no block leaves it.
        least: minutes that a block takes at least; a publish block its window besides.
        limit: columns at most; further ones share the last.
    """
    blocks = [_grown(span, length, least) for span in spans]
    blocks.sort(key=lambda block: (block.start, -block.end))
    placed: list[Placed] = []
    cluster: list[Placed] = []
    until = 0
    for block in blocks:
        if cluster and block.start >= until:
            placed += _side_by_side(cluster, limit)
            cluster = []
        cluster.append(block)
        until = max(until, block.end) if len(cluster) > 1 else block.end
    return tuple(placed + _side_by_side(cluster, limit))


def _grown(span: Span, length: int, least: int) -> Placed:
    if span.turn is not None and span.turn < span.end:
        least += span.turn - span.start
    least = min(least, length)
    end = min(length, max(span.end, span.start + least))
    return Placed((span,), min(span.start, max(0, end - least)), end)


def _side_by_side(cluster: Sequence[Placed], limit: int) -> list[Placed]:
    """The blocks of a cluster in the leftmost free columns, those beyond `limit` in one."""
    columns: list[list[Placed]] = []
    for block in cluster:
        free = next((each for each in columns if each[-1].end <= block.start), None)
        if free is None:
            columns.append([block])
        else:
            free.append(block)
    if len(columns) > limit:
        rest = [block for column in columns[limit - 1 :] for block in column]
        columns = [*columns[: limit - 1], _merged(rest)]
    return [
        replace(block, column=at, width=_width(block, at, columns), columns=len(columns))
        for at, column in enumerate(columns)
        for block in column
    ]


def _merged(blocks: Iterable[Placed]) -> list[Placed]:
    """One block for each run of blocks that overlap."""
    merged: list[Placed] = []
    for block in sorted(blocks, key=lambda each: each.start):
        if merged and block.start < merged[-1].end:
            before = merged[-1]
            merged[-1] = replace(
                before, spans=before.spans + block.spans, end=max(before.end, block.end)
            )
        else:
            merged.append(block)
    return merged


def _width(block: Placed, at: int, columns: Sequence[Sequence[Placed]]) -> int:
    """How many columns a block may take before one on its right is in the way."""
    width = 1
    for column in columns[at + 1 :]:
        if any(other.start < block.end and block.start < other.end for other in column):
            break
        width += 1
    return width
