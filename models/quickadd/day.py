"""A day as it was said, and how a builder makes a token of it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from models.quickadd.kinds import Kind, Lexeme, Part
from models.quickadd.parsed import HintKind, Reading
from models.quickadd.rules import Heard

#: What stands before a day that is meant as one.
ANCHORS_BEFORE = (
    Kind.ON + Kind.DUE + Kind.BEFORE + Kind.UNTIL + Kind.START + Kind.FROM + Kind.FOR + Kind.REMIND
)
#: What stands after one.
ANCHORS_AFTER = (
    Kind.AT
    + Kind.HOUR
    + Kind.CLOCK
    + Kind.RANGE
    + Kind.PART
    + Kind.PARTPOST
    + Kind.PARTA
    + Kind.NOON
    + Kind.NUM
)


class Day(NamedTuple):
    """A day, what else it could be, and the part of it that was said with it.

    `is_loose` days ("awal tahun") give way to exact ones; of those that are `is_today_too` a time
    that is still ahead is today's.
    """

    date: date
    others: tuple[tuple[Reading, date], ...] = ()
    part: Part | None = None
    is_loose: bool = False
    is_today_too: bool = False


def day_token(found: date | None, *others: tuple[Reading, date | None]) -> Lexeme | None:
    """A day as a token, with the alternatives that differ from it."""
    if found is None:
        return None
    kept = tuple((reading, day) for reading, day in others if day is not None and day != found)
    return Lexeme(Kind.DATE, Day(found, kept))


def passed(heard: Heard) -> Lexeme:
    """A day that is over is no due: it stays in the title, and a hint says so."""
    heard.hint(HintKind.PAST)
    return Lexeme(Kind.PASSED)


class DayBounds(NamedTuple):
    """From one day to another."""

    first: Day
    last: Day
