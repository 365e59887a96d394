"""What rules of repeats share: "tiap", the unit that is counted, and the token they become.

Owns no rule of its own; those are in `models.quickadd.repeats` and `models.quickadd.month_repeats`.
"""

from __future__ import annotations

from models.quickadd.kinds import Kind, Lexeme, Unit
from models.quickadd.parsed import Reading
from models.quickadd.recurring import Repeat
from models.quickadd.rules import Heard
from models.quickadd.spans import unit_of

EVERY = "EVERY BANG?"
WDS = "HARI? WD ((SEP SEP?|TILL)? HARI? WD){0,6}"
MDAYS = "(NUM|ORD) (SEP SEP? (DATEWORD|THE)? (NUM|ORD)){0,5}"

_FREQUENCIES = {
    Unit.HOUR: ("HOURLY", 1),
    Unit.DAY: ("DAILY", 1),
    Unit.WEEK: ("WEEKLY", 1),
    Unit.FORTNIGHT: ("WEEKLY", 2),
    Unit.MONTH: ("MONTHLY", 1),
    Unit.QUARTER: ("MONTHLY", 3),
    Unit.YEAR: ("YEARLY", 1),
}


def repeat_token(heard: Heard, repeat: Repeat, *others: tuple[Reading, Repeat]) -> Lexeme:
    """The rule as a token; "every!" counts from completion."""
    is_from_completion = Kind.BANG in heard.match[0]
    return Lexeme(
        Kind.REPEAT,
        repeat._replace(is_from_completion=is_from_completion, others=others),
    )


def every(value: object, count: int = 1) -> Repeat | None:
    """Every `count` of a unit; None for minutes, which nobody repeats a task by."""
    frequency = _FREQUENCIES.get(unit_of(value))
    if frequency is None or not 1 <= count <= 1000:
        return None
    return Repeat(frequency[0], interval=frequency[1] * count)


def is_every(heard: Heard) -> bool:
    """Whether it begins with "tiap" or "every"."""
    return heard.line.kinds[heard.start] == Kind.EVERY


def adverb_parts(heard: Heard) -> tuple[Unit, int]:
    """The unit of "weekly" and how many of it."""
    value = heard.value("adverb")
    assert isinstance(value, tuple)
    return value


def numbers_in(heard: Heard, group: str) -> tuple[int, ...]:
    """The numbers of a list, "1 dan 15", "first and last", as they were said."""
    start, end = heard.match.span(group)
    return tuple(
        value
        for place in range(start, end)
        if isinstance(value := heard.line.values[place], int)
        and heard.line.kinds[place] in Kind.NUM + Kind.ORD + Kind.LAST
    )
