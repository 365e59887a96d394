"""Fractional positions: what a list in manual order is sorted by, as text.

Pure. A position is a base-36 fraction whose last digit is not ``0``, so there is always room
between two of them, and moving one thing writes one row.
"""

from __future__ import annotations

#: So many characters the column holds.
POSITION_LIMIT = 64
#: Positions that are given anew are this long at most, so that they last.
FRESH_LIMIT = 32
#: As text, so that a start does not wait until it is compiled.
POSITION = rf"[0-9a-z]{{0,{POSITION_LIMIT - 1}}}[1-9a-z]"

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def position_between(before: str | None, after: str | None) -> str:
    """A position that sorts behind `before` and in front of `after` (None: the end).

    It grows by one character for about five moves into the same gap; see `positions_between`
    for when it has become too long.
    """
    low, high = before or "", after
    prefix = ""
    place = 0
    while True:
        left = _DIGITS.index(low[place]) if place < len(low) else 0
        right = _DIGITS.index(high[place]) if high and place < len(high) else 36
        if right - left > 1:
            return prefix + _DIGITS[(left + right) // 2]
        prefix += _DIGITS[left]
        if right - left == 1:
            high = None
        place += 1


def positions_between(before: str | None, after: str | None, count: int) -> tuple[str, ...]:
    """So many positions between two, in order and evenly apart."""
    if count <= 0:
        return ()
    middle = position_between(before, after)
    first = count // 2
    return (
        *positions_between(before, middle, first),
        middle,
        *positions_between(middle, after, count - first - 1),
    )


def is_room(before: str | None, after: str | None) -> bool:
    """Whether a position can be had between two without becoming too long.

    There is none between equal ones, and none in front of what ends in ``0``, which another
    program may have written.
    """
    if after is not None and (after <= (before or "") or after.endswith("0")):
        return False
    return len(position_between(before, after)) <= POSITION_LIMIT
