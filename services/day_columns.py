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
        low: over how many the publish block under a ready window stands; else `width`.
    """

    spans: tuple[Span, ...]
    start: int
    end: int
    column: int = 0
    width: int = 1
    columns: int = 1
    low: int = 1

    @property
    def span(self) -> Span:
        """The block's span; of several the first."""
        return self.spans[0]

    @property
    def is_several(self) -> bool:
        """Whether it stands for more spans than one."""
        return len(self.spans) > 1

    @property
    def turn(self) -> int | None:
        """Where the ready window ends and the publish block under it begins, if it has both."""
        turn = self.span.turn
        return None if self.is_several or turn is None or not self.start < turn < self.end else turn


def lay_out(
    spans: Iterable[Span], length: int, *, least: int = 1, limit: int = 6
) -> tuple[Placed, ...]:
    """Blocks side by side where they overlap, each as wide as its neighbours allow,
    and a publish block where nothing is beside it wider than the window over it.

    Of blocks that begin together the longer stands first, then the one that came first; what
    is done stands behind what is open.

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
    """The blocks of a cluster in the leftmost free columns, those beyond `limit` in one.

    What is done stands right of what is open beside it.
    """
    columns: list[list[Placed]] = []
    for block in (each for each in cluster if not each.span.line.is_done):
        _put(block, columns, 0)
    for block in (each for each in cluster if each.span.line.is_done):
        beside = (at for at, column in enumerate(columns) if _open_beside(block, column))
        _put(block, columns, max(beside, default=-1) + 1)
    if len(columns) > limit:
        rest = [block for column in columns[limit - 1 :] for block in column]
        columns = [*columns[: limit - 1], _merged(rest)]
    return _spread(columns)


def _put(block: Placed, columns: list[list[Placed]], first: int) -> None:
    """Put a block into the leftmost column from `first` on in which nothing is in its way."""
    for column in columns[first:]:
        if _is_free(block, column):
            column.append(block)
            return
    columns.append([block])


def _open_beside(block: Placed, column: Iterable[Placed]) -> bool:
    return any(_overlap(block, other) and not other.span.line.is_done for other in column)


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


def _spread(columns: Sequence[Sequence[Placed]]) -> list[Placed]:
    """Each block over the columns right of it, up to one in which another is in its way."""
    spread: list[Placed] = []
    for at, column in enumerate(columns):
        for block in column:
            width = _reach(block, at, columns)
            low = width if block.turn is None else _reach(_below(block), at, columns)
            spread.append(replace(block, column=at, width=width, low=low, columns=len(columns)))
    return spread


def _reach(block: Placed, at: int, columns: Sequence[Sequence[Placed]]) -> int:
    last = at
    while last + 1 < len(columns) and _is_free(block, columns[last + 1]):
        last += 1
    return last - at + 1


def _below(block: Placed) -> Placed:
    """What of a block stands under its ready window."""
    return block if block.turn is None else replace(block, start=block.turn)


def _is_free(block: Placed, column: Iterable[Placed]) -> bool:
    return not any(_overlap(block, other) for other in column)


def _overlap(one: Placed, other: Placed) -> bool:
    return one.start < other.end and other.start < one.end
