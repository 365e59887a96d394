"""What days, times and spans are for: due, start, until, lead, estimate, reminder.

Owns the last reading of a line, in which a day or a time is one token already. What
becomes of a field when all are known is `models.quickadd.composing`'s.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import Enum
from typing import NamedTuple

from models.quickadd.clock import Clock, in_part
from models.quickadd.day import Day, DayBounds
from models.quickadd.kinds import Kind, Lexeme, Part
from models.quickadd.names import is_counted, is_labelled
from models.quickadd.rules import Heard, Rule
from models.quickadd.spans import Length
from models.quickadd.time_bounds import Bounds
from models.quickadd.tokens import Line


class Mark(Enum):
    """What a phrase sets."""

    PLAIN = "plain"
    DUE = "due"
    START = "start"
    UNTIL = "until"
    REMIND = "remind"
    READY = "ready"
    ESTIMATE = "estimate"
    COUNT = "count"


class When(NamedTuple):
    """A day, a time, or both, and what they are for.

    Attributes:
        clock: a time, or from one time to another.
        instant: a wall-clock time counted from now, "in 2 hours".
        until: the end, where the phrase says two.
    """

    mark: Mark
    day: Day | None = None
    clock: Clock | Bounds | None = None
    part: Part | None = None
    zone: str | None = None
    instant: datetime | None = None
    until: When | None = None


class Ahead(NamedTuple):
    """A span before the due: of a reminder, or by when it must be ready."""

    mark: Mark
    span: timedelta


class Lasting(NamedTuple):
    """How long it takes; where it repeats and lasts days, for how long it repeats."""

    length: Length


class Count(NamedTuple):
    """How often it repeats."""

    number: int


def _read(line: Line, start: int, end: int, mark: Mark) -> When:
    """The day and time that stand between two places."""
    when = When(mark)
    is_today = False
    for place in range(start, end):
        kind, value = line.kinds[place], line.values[place]
        if isinstance(value, Day):
            when = when._replace(day=value)
        elif kind in Kind.TIME + Kind.BOUNDS and isinstance(value, (Clock, Bounds)):
            when = when._replace(clock=value)
        elif isinstance(value, Part):
            when = when._replace(part=value)
        elif kind == Kind.ZONE:
            when = when._replace(zone=str(value))
        elif kind == Kind.INSTANT and isinstance(value, datetime):
            when = when._replace(instant=value)
        elif kind == Kind.NUM and isinstance(value, int):
            when = when._replace(clock=Clock(value))
        is_today = is_today or kind in Kind.NANTI + Kind.THISPOST + Kind.THIS
    part = when.part or (when.day.part if when.day else None)
    if isinstance(when.clock, Clock) and part is not None:
        when = when._replace(clock=in_part(when.clock, part))
    return when._replace(part=part, day=when.day or _today_if(is_today and part is not None))


def _today_if(is_said: bool) -> Day | None:
    return TODAY if is_said else None


#: Stands for the present day until the composer puts it there.
TODAY = Day(date.min)


def _field(heard: Heard, mark: Mark) -> Lexeme:
    return Lexeme(Kind.FIELD, _read(heard.line, heard.start, heard.end, mark))


def _from_until(heard: Heard) -> Lexeme | None:
    """As in "dari Senin sampai Rabu": a start and a due, if both are days or both are times."""
    middle = heard.match.start("until")
    first = _read(heard.line, heard.start, middle, Mark.START)
    last = _read(heard.line, middle, heard.end, Mark.UNTIL)
    if (first.day is None) != (last.day is None) and (first.day is None or last.clock is None):
        return None
    if Kind.REPEAT in heard.line.kinds and heard.line.kinds[heard.start] not in _BEGINNINGS:
        return None
    return Lexeme(Kind.FIELD, first._replace(until=last))


def _days(heard: Heard) -> Lexeme:
    """As in "25-27 Des": a start and a due."""
    days = heard.value("days")
    assert isinstance(days, DayBounds)
    return Lexeme(Kind.FIELD, When(Mark.START, days.first, until=When(Mark.UNTIL, days.last)))


_BEGINNINGS = Kind.START + Kind.FROM


def _plain(heard: Heard) -> Lexeme:
    return _field(heard, Mark.PLAIN)


def _due(heard: Heard) -> Lexeme:
    return _field(heard, Mark.DUE)


def _start(heard: Heard) -> Lexeme:
    return _field(heard, Mark.START)


def _start_or_due(heard: Heard) -> Lexeme | None:
    """As in "mulai Senin"; "rehearsal starts 7pm" says when the rehearsal is."""
    is_verb = heard.line.word(heard.start).lower() in ("starts", "begins")
    has_end = any(kind in Kind.DUE + Kind.BEFORE + Kind.UNTIL for kind in heard.line.kinds)
    if is_verb and heard.start > 0 and not has_end and Kind.TIME in heard.match[0]:
        return None
    return _start(heard)


def _from_day_on(heard: Heard) -> Lexeme | None:
    """As in "dari Senin": a start; "from 5pm" may be anything."""
    lexeme = _start(heard)
    return lexeme if isinstance(lexeme.value, When) and lexeme.value.day else None


def _until(heard: Heard) -> Lexeme | None:
    return None if heard.before == Kind.THE else _field(heard, Mark.UNTIL)


def _remind_at(heard: Heard) -> Lexeme:
    return _field(heard, Mark.REMIND)


def _ready_at(heard: Heard) -> Lexeme:
    return _field(heard, Mark.READY)


def _tonight(heard: Heard) -> Lexeme | None:
    """As in "tonight 8", "8 tonight": a bare number is a time beside an evening only."""
    day, hour = heard.value("day"), heard.number("hour")
    if not isinstance(day, Day) or day.part is not Part.NIGHT or not 1 <= hour <= 12:
        return None
    return None if is_counted(heard) or is_labelled(heard) else _field(heard, Mark.PLAIN)


def _ahead(heard: Heard, mark: Mark) -> Lexeme:
    value = heard.value("span")
    span = value.duration if isinstance(value, Length) else value
    assert isinstance(span, timedelta)
    return Lexeme(Kind.FIELD, Ahead(mark, span))


def _remind_before(heard: Heard) -> Lexeme:
    """As in "ingatkan 30 menit sebelumnya", "remind me 1 day before", "ingatkan H-1"."""
    return _ahead(heard, Mark.REMIND)


def _ready_before(heard: Heard) -> Lexeme:
    """As in "siap 1 jam sebelumnya", "ready 1 h before"."""
    return _ahead(heard, Mark.READY)


def _lasting(heard: Heard) -> Lexeme:
    """As in "selama 2 jam", "for 45 min"."""
    length = heard.value("span")
    assert isinstance(length, Length)
    return Lexeme(Kind.FIELD, Lasting(length))


def _count(heard: Heard) -> Lexeme | None:
    """As in "10 kali", "5x": only of something that repeats."""
    value = heard.value("number")
    if heard.after == Kind.SPAN:
        # "2 kali seminggu" says how often, not how many.
        return None
    if Kind.REPEAT not in heard.line.kinds or not isinstance(value, int) or not 0 < value < 10_000:
        return None
    return Lexeme(Kind.FIELD, Count(value))


_JOIN = "(COMMA|ON|DASH){0,2}"
# In "krim malam nanti sore" the time is "nanti sore".
_PART_OF_TODAY = "PART (NANTI (?! PART)|THISPOST)|THIS ANYPART"
_WHEN = (
    f"((DATE|INSTANT) PARTS? ({_JOIN} (TIME|BOUNDS) ZONE?)?"
    f"|(TIME|BOUNDS) ZONE? ({_JOIN} (NANTI PART?|{_PART_OF_TODAY}|DATE PARTS?))?"
    f"|NANTI PART THISPOST? ({_JOIN} TIME ZONE?)?|NANTI (TIME|DATE) ZONE?"
    f"|({_PART_OF_TODAY}) ({_JOIN} (TIME|BOUNDS) ZONE?)?"
    f"|PARTA ({_JOIN} (TIME ZONE?|DATE))?|PART DATE ({_JOIN} TIME ZONE?)?)"
)

FIELDS = (
    Rule(_WHEN, _plain),
    Rule(f"(ON|FOR|AT) ON? {_WHEN}", _plain),
    Rule("(?P<days>DAYS)", _days),
    Rule("(ON|FROM|START) (?P<days>DAYS)", _days),
    Rule("(?P<day>DATE) (?P<hour>NUM)", _tonight),
    Rule("(?P<hour>NUM) (?P<day>DATE)", _tonight),
    Rule(f"DUES DUES? DOT? ON? {_WHEN}", _due),
    Rule(f"START DOT? ON? {_WHEN}", _start_or_due),
    Rule(f"FROM ON? {_WHEN}", _from_day_on),
    Rule(f"(START|FROM) ON? {_WHEN} (?P<until>UNTIL|TO|DASH) ON? {_WHEN}", _from_until),
    Rule(f"{_WHEN} (?P<until>UNTIL|DASH|TO) ON? {_WHEN}", _from_until),
    Rule(f"UNTIL DOT? ON? {_WHEN}", _until),
    Rule(f"REMIND DOT? ON? {_WHEN}", _remind_at),
    Rule("REMIND (COMMA|DOT|ON)? (?P<span>SPAN) PRIOR?", _remind_before),
    Rule("(?P<span>SPAN) AHEAD REMIND", _remind_before),
    Rule("REMIND (COMMA|DOT|ON)? (?P<span>HMINUS)", _remind_before),
    Rule("READY (COMMA|DOT)? (?P<span>SPAN) (PRIOR|EDGE)", _ready_before),
    Rule("READY (COMMA|DOT)? (?P<span>HMINUS)", _ready_before),
    Rule("READY (DUES|ON)? (TIME|DATE TIME)", _ready_at),
    Rule("FOR DOT? (?P<span>SPAN)", _lasting),
    Rule("FOR (?P<number>NUM|BIG) TIMES", _count),
    Rule("(?P<number>NUM|BIG) TIMES", _count),
    Rule("(?P<number>TIMES)", _count),
)
