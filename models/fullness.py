"""How full a day is: its work against what fits into it. One measure for every screen."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

#: From this share of the capacity on, a day is nearly full.
NEAR = 0.8


class Fullness(StrEnum):
    """A day's work against what fits into it."""

    FREE = "free"
    NEAR = "near"
    OVER = "over"


def fullness(load: timedelta, capacity: timedelta) -> Fullness:
    """How full a day with `load` is."""
    if load > capacity:
        return Fullness.OVER
    return Fullness.NEAR if load and load >= NEAR * capacity else Fullness.FREE
