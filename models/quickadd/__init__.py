"""Quick add that understands: one line in, a title and the fields of a task out.

`parse` reads Indonesian and English together, however they are mixed; the reader's language
only decides what both would read differently. It is pure: the present and the zone are
arguments, nothing is looked up, nothing is kept.

How a line is read: it is cut into tokens (`tokens`), each token has a kind from the lexicons
(`lexicon_id`, `lexicon_en`), and rules over the kinds (`weekdays`, `periods`, `dates`, `times`,
`time_bounds`, `repeats`, `month_repeats`, `spans`) make one token of each phrase: the longest
first; what is part of a name or counts something is left alone (`names`, `wholes`). Rules over
those (`joins`, then `phrases`) say what each is for, and `composing` fills the fields. To add a
language is to add a lexicon.

What is meant where a phrase leaves it open (each module's docstring has more):

- Anchors are mandatory: a bare number, month or part of the day is a word of the title.
- Nothing falls in the past: what is over moves on, or stays in the title with a hint.
- "jam 4" is 16:00 and "jam 8" 08:00; the other half of the day is an alternative.
- "jam 2-4" is a start at 14:00, a due at 16:00 and an estimate of two hours.
- A repeat's due is the first date that it gives from now on.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from models.moment import zone_named
from models.quickadd.composing import composed
from models.quickadd.dates import DATES
from models.quickadd.joins import JOINS
from models.quickadd.kinds import Kind
from models.quickadd.lexicon import Language
from models.quickadd.month_repeats import MONTH_REPEATS
from models.quickadd.parsed import (
    USUAL,
    Alternative,
    DayHours,
    FieldName,
    Found,
    Hint,
    HintKind,
    Parsed,
    Preferences,
    Reading,
)
from models.quickadd.periods import PERIODS
from models.quickadd.phrases import FIELDS
from models.quickadd.repeats import REPEATS
from models.quickadd.rules import Context, Grammar, grammar, reduced
from models.quickadd.spans import SPANS
from models.quickadd.time_bounds import TIME_BOUNDS
from models.quickadd.times import TIMES
from models.quickadd.tokens import Line, Span, tokens
from models.quickadd.weekdays import WEEKDAYS
from models.quickadd.wholes import WHOLES

__all__ = [
    "Alternative",
    "DayHours",
    "FieldName",
    "Found",
    "Hint",
    "HintKind",
    "Language",
    "Parsed",
    "Preferences",
    "Reading",
    "parse",
]


_DAYS = (*REPEATS, *MONTH_REPEATS, *PERIODS, *WEEKDAYS, *DATES)


@cache
def _grammars() -> tuple[Grammar, Grammar, Grammar]:
    """The rules for the three readings of a line, made when the first line is read."""
    return (
        grammar((*_DAYS, *TIMES, *TIME_BOUNDS, *SPANS, *WHOLES)),
        grammar(JOINS),
        grammar(FIELDS),
    )


_BEFORE_ZONE = (
    Kind.NUM
    + Kind.CLOCK
    + Kind.DOTTED
    + Kind.RANGE
    + Kind.AMPM
    + Kind.PART
    + Kind.PARTA
    + Kind.NOON
)


def parse(
    text: str,
    *,
    now: datetime,
    zone: ZoneInfo | str,
    language: Language = "id",
    preferences: Preferences = USUAL,
    plain: Collection[Span] = (),
) -> Parsed:
    """Read one line.

    Args:
        now: the present, aware.
        zone: the reader's zone, or its IANA name; a time that names a zone is of that zone.
        language: whose meaning a word has that both languages use.
        preferences: what the reader's settings decide.
        plain: character spans that the reader wants taken as they are: they set nothing.

    Raises:
        UnknownZone: there is no zone of that name.
    """
    home = zone_named(zone) if isinstance(zone, str) else zone
    line = tokens(text, language, plain)
    there = _zone_said(line)
    context = Context(now.astimezone(zone_named(there) if there else home), preferences)
    for rules in _grammars():
        line = reduced(line, rules, context)
    return composed(line, context, home)


def _zone_said(line: Line) -> str | None:
    """The zone that stands behind a time, if any: its present day is the one that counts."""
    place = line.kinds.find(Kind.ZONE)
    if place > 0 and line.kinds[place - 1] in _BEFORE_ZONE:
        return str(line.values[place])
    return None
