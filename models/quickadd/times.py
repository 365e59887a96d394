"""Times of day as they are said: "jam 4 sore", "16.00", "setengah 5", "quarter past nine".

Owns which time is meant. Bare numbers are none: a time has "jam", "pukul", "at", a colon,
"pm" or a part of the day with it. Which half of the day an open "4" means is
`models.quickadd.clock`'s.
"""

from __future__ import annotations

from typing import NamedTuple

from models.quickadd.clock import Clock, in_part
from models.quickadd.kinds import Kind, Lexeme, Part
from models.quickadd.names import (
    begins_address,
    begins_name,
    is_counted,
    is_counted_or_lasting,
    is_labelled,
    is_seen,
    is_sentence_adverb,
    is_verse,
)
from models.quickadd.numbers import Range
from models.quickadd.rules import Heard, Rule

#: "2 malam" is how long one stays; "8 malam" is a time.
_FEWEST_NIGHT_HOURS = 5


class Bounds(NamedTuple):
    """From one time to another on the same day."""

    first: Clock
    last: Clock


def _time(clock: Clock | None, heard: Heard) -> Lexeme | None:
    """The clock as a token, with what "am", "pm" or the part of the day behind it says."""
    if clock is None or clock.hour > 24 or clock.minute > 59:
        return None
    if heard.has("ampm"):
        if not 1 <= clock.hour <= 12:
            return None
        half = heard.number("ampm", 0)
        clock = clock._replace(hour=clock.hour % 12 + half, is_sure=True)
    if isinstance(part := heard.value("part"), Part):
        clock = in_part(clock, part)
    return Lexeme(Kind.TIME, clock)


def clock_of(value: object) -> Clock | None:
    """The clock of a number or of "16.30"; None for what is no hour."""
    if isinstance(value, Clock):
        return value
    if isinstance(value, int) and 0 <= value <= 24:
        return Clock(value)
    return None


def _anchored(heard: Heard) -> Lexeme | None:
    """As in "jam 4 sore", "pukul 16.00", "at 4 pm"."""
    clock = clock_of(heard.value("at"))
    is_bare = heard.line.kinds[heard.end - 1] in Kind.NUM + Kind.DOTTED
    is_watch = heard.after == Kind.COUNTER and heard.line.kinds[heard.start] == Kind.HOUR
    if is_bare and (is_watch or heard.after == Kind.AMPM):
        return None
    is_at = heard.line.kinds[heard.start] == Kind.AT
    if is_bare and is_at and (is_counted(heard) or begins_address(heard)):
        return None
    return _time(clock, heard)


def _parted(heard: Heard) -> Lexeme | None:
    """As in "malam jam 8"; in "setiap malam jam 8" the evening belongs to the repeat."""
    return None if heard.before in (Kind.EVERY, Kind.OTHER) else _anchored(heard)


def _by(heard: Heard) -> Lexeme | None:
    """As in "tomorrow by 5": a bare number is a time right behind a day only."""
    if heard.before not in _DAYS or heard.after != "" or not 1 <= heard.number("at") <= 12:
        return None
    return _time(clock_of(heard.value("at")), heard)


#: Behind these a noon is a time.
_DAY_ENDS = (
    Kind.DUE
    + Kind.BEFORE
    + Kind.UNTIL
    + Kind.REL
    + Kind.WDAY
    + Kind.WEAK
    + Kind.NEXTPOST
    + Kind.THISPOST
    + Kind.YEAR
)
#: Behind these a bare number is an hour.
_DAYS = (Kind.REL, Kind.WDAY, Kind.WEAK, Kind.TONIGHT)


def _written(heard: Heard) -> Lexeme | None:
    """As in "16:00", "4.30 sore", "4pm"."""
    if is_labelled(heard) or is_verse(heard):
        return None
    return _time(clock_of(heard.value("at")), heard)


#: Days on which shops have sales, as "promo 12.12".
_TWIN_DAYS = ("10.10", "11.11", "12.12")


def _dotted(heard: Heard) -> Lexeme | None:
    """As in "16.00" alone: two digits before the dot, and nothing that is counted behind it."""
    word = heard.line.word(heard.start)
    if (
        word in _TWIN_DAYS
        or "." not in word
        or len(word) != 5
        or is_labelled(heard)
        or is_counted_or_lasting(heard)
    ):
        return None
    if heard.before != "" and heard.before in Kind.TIMES + Kind.DASH + Kind.PAYING + Kind.TO:
        return None
    return _time(clock_of(heard.value("at")), heard)


def _numbered(heard: Heard) -> Lexeme | None:
    """As in "4 sore", "8 in the morning", "4 pm"."""
    hour, part = heard.number("at"), heard.value("part")
    if hour == 0 or (isinstance(part, Part) and hour > 12):
        return None
    if (part is Part.NIGHT and hour < _FEWEST_NIGHT_HOURS) or is_labelled(heard):
        return None
    if heard.before in (Kind.FOR, Kind.IN):
        return None
    if heard.before == Kind.HARI and heard.line.kind(heard.start - 2) == Kind.NUM:
        # "7 hari 7 malam"
        return None
    return _time(clock_of(hour), heard)


def _half_before(heard: Heard) -> Lexeme | None:
    """As in "setengah 5": half an hour before five."""
    hour = heard.number("at")
    if heard.number("half", 30) > 0 or not 1 <= hour <= 12 or is_counted(heard):
        return None
    return _time(Clock(hour, shift=-30, is_open=True), heard)


def _half_past(heard: Heard) -> Lexeme | None:
    """As in "half past five"."""
    hour = heard.number("at")
    return _time(Clock(hour, 30), heard) if 1 <= hour <= 12 else None


def _off(heard: Heard) -> Lexeme | None:
    """As in "jam 5 kurang seperempat", "jam 5 lewat 10", "quarter to nine", "ten past five"."""
    clock = clock_of(heard.value("at"))
    # English says the minutes first, "ten past five"; Indonesian last, "jam 5 lewat 10".
    is_hour_first = heard.match.start("plus") > heard.match.start("at")
    if clock is None or (heard.has("plus") and (heard.value("plus") is True) == is_hour_first):
        return None
    count = 15 if heard.has("quarter") else 30 if heard.has("half") else heard.number("count")
    sign = -1 if heard.has("less") else 1
    if not 0 < count < 60:
        return None
    return _time(clock._replace(shift=sign * count), heard)


def _noon(heard: Heard) -> Lexeme | None:
    """As in "noon", "tengah malam": the latter begins the next day."""
    # "noon" describes nouns as well, "noon report"; "tengah malam" and a day's noon do not.
    is_word = heard.end - heard.start == 1 and " " not in heard.line.word(heard.start)
    is_free = heard.before != "" and heard.before in _DAY_ENDS
    if (is_word and not is_free and is_sentence_adverb(heard)) or begins_name(heard):
        return None
    if is_seen(heard):
        return None
    return _time(Clock(heard.number("noon"), is_sure=True), heard)


def _bounds(heard: Heard) -> Lexeme | None:
    """As in "9-11" after "jam", "10:00-12:00", "2-4pm", "from 2pm to 4pm", "jam 2 sampai jam 4"."""
    if heard.has("range"):
        value = heard.value("range")
        assert isinstance(value, Range)
        if value.times is None:
            return None
        first, last, is_sure = value.times
        is_anchored = heard.end - heard.start > 1
        if not (is_sure or is_anchored) or is_labelled(heard) or is_counted_or_lasting(heard):
            return None
    else:
        first, last = _begin(heard), clock_of(heard.value("last"))
        if first is None or last is None or is_counted_or_lasting(heard) or _is_scale(heard):
            return None
        if heard.after == Kind.MONTH:
            # "jam 12 sampai 5 Des" ends with a day.
            return None
    end = _time(last, heard)
    if end is None:
        return None
    assert isinstance(end.value, Clock)
    return Lexeme(Kind.BOUNDS, Bounds(_beside(first, end.value), end.value))


#: Scales from one reach at least to this.
_SCALE = 5


def _is_scale(heard: Heard) -> bool:
    """Whether bare numbers are a scale, "from 1 to 10", rather than times."""
    line, first, last = heard.line, heard.match.start("first"), heard.match.start("last")
    is_bare = all(line.kinds[place] == Kind.NUM for place in (first, last))
    is_named = any(kind in Kind.HOUR + Kind.AT for kind in heard.match[0])
    is_wide = heard.number("first") <= 1 and heard.number("last") >= _SCALE
    return is_bare and not is_named and heard.end == last + 1 and is_wide


def _dotted_bounds(heard: Heard) -> Lexeme | None:
    """As in "09.00 - 10.30": both as on a clock."""
    is_written = all(
        "." in word and len(word) == 5
        for word in (heard.line.word(heard.start), heard.line.word(heard.match.start("last")))
    )
    return _bounds(heard) if is_written and not is_labelled(heard) else None


def _begin(heard: Heard) -> Clock | None:
    """The first time of two, with what is said of its half of the day."""
    clock = clock_of(heard.value("first"))
    if clock is None:
        return None
    if heard.has("am") and 1 <= clock.hour <= 12:
        return clock._replace(hour=clock.hour % 12 + heard.number("am", 0), is_sure=True)
    if isinstance(part := heard.value("early"), Part):
        return in_part(clock, part)
    return clock


def _beside(first: Clock, last: Clock) -> Clock:
    """The beginning, in the half of the day that its end says: "2-4pm", "jam 9-11 malam"."""
    if first.is_sure or first.part is not None:
        return first
    if last.part is not None:
        return first._replace(part=last.part)
    if not last.is_sure:
        return first
    late = first._replace(hour=first.hour % 12 + 12, is_sure=True)
    early = first._replace(is_sure=True)
    return late if (late.hour, late.minute) < (last.hour, last.minute) else early


_AT = "ATS DOT? (?P<at>CLOCKS)"
_FIRST = "(?P<first>CLOCKS) (?P<am>AMPM)? (?P<early>PARTS)?"
_TAIL = "(?P<ampm>AMPM)? ((?P<part>PARTS) THISPOST?)?"

TIMES = (
    Rule(f"{_AT} {_TAIL}", _anchored),
    Rule("ON (?P<x>HOUR) (?P<at>CLOCKS) (?P<part>PARTS)?", _anchored),
    Rule("(?P<part>PARTS) COMMA? ATS DOT? (?P<at>CLOCKS)", _parted),
    Rule("THIS (?P<part>PARTS) COMMA? ATS DOT? (?P<at>CLOCKS)", _parted),
    Rule("DUES (?P<at>NUM)", _by),
    Rule(f"(?P<at>CLOCK) {_TAIL}", _written),
    Rule("(?P<at>DOTTED) (?P<part>PARTS) THISPOST?", _written),
    Rule("(?P<at>DOTTED) (?P<ampm>AMPM)", _written),
    Rule("(?P<at>DOTTED)", _dotted),
    Rule("(?P<at>NUM) (?P<part>PARTS) THISPOST?", _numbered),
    Rule("(?P<at>NUM) (?P<ampm>AMPM)", _numbered),
    Rule("(?P<half>HALF) (?P<at>NUM) (?P<part>PARTS)?", _half_before),
    Rule("ATS (?P<half>HALF) (?P<at>NUM) (?P<part>PARTS)?", _half_before),
    Rule(f"HALF PLUS (?P<at>NUM) {_TAIL}", _half_past),
    Rule(f"AT HALF PLUS (?P<at>NUM) {_TAIL}", _half_past),
    Rule(
        f"{_AT} ((?P<less>MINUS)|(?P<plus>PLUS))"
        " ((?P<quarter>QUARTER)|(?P<half>HALF)|(?P<count>NUM) UNIT?) (?P<part>PARTS)?",
        _off,
    ),
    Rule(f"(?P<quarter>QUARTER) ((?P<less>TO)|(?P<plus>PLUS)) (?P<at>NUM) {_TAIL}", _off),
    Rule(f"AT (?P<quarter>QUARTER) ((?P<less>TO)|(?P<plus>PLUS)) (?P<at>NUM) {_TAIL}", _off),
    Rule(f"AT (?P<count>NUM) UNIT? ((?P<less>TO)|(?P<plus>PLUS)) (?P<at>NUM) {_TAIL}", _off),
    Rule(f"(?P<count>NUM) UNIT? (?P<plus>PLUS) (?P<at>NUM) {_TAIL}", _off),
    Rule("(?P<noon>NOON)", _noon),
    Rule("(ATS|ON) NUM? (?P<noon>NOON)", _noon),
    Rule(f"(?P<range>RANGE) {_TAIL}", _bounds),
    Rule(f"(ATS|FROM) DOT? (?P<range>RANGE) {_TAIL}", _bounds),
    Rule(f"(ATS|FROM) ATS? {_FIRST} TILL ATS? (?P<last>CLOCKS) {_TAIL}", _bounds),
    Rule(
        f"(?P<first>NUM) ((?P<am>AMPM)|(?P<early>PART)) TILL ATS? (?P<last>CLOCKS) {_TAIL}", _bounds
    ),
    Rule(f"BETWEEN ATS? {_FIRST} (AND|TILL) ATS? (?P<last>CLOCKS) {_TAIL}", _bounds),
    Rule(f"(?P<first>CLOCK) TILL (?P<last>CLOCK) {_TAIL}", _bounds),
    Rule(f"(?P<first>DOTTED) TILL (?P<last>DOTTED) {_TAIL}", _dotted_bounds),
    Rule(f"(?P<first>NUM) TILL (?P<last>CLOCK) {_TAIL}", _bounds),
)
