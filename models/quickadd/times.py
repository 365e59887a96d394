"""Times of day as they are said: "jam 4 sore", "16.00", "setengah 5", "quarter past nine".

Owns which time is meant. Bare numbers are none: a time has "jam", "pukul", "at", a colon,
"pm" or a part of the day with it. Which half of the day an open "4" means is
`models.quickadd.clock`'s.
"""

from __future__ import annotations

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
from models.quickadd.rules import Heard, Rule
from models.quickadd.wholes import is_attribute, is_house_number

#: "2 malam" is how long one stays; "8 malam" is a time.
_FEWEST_NIGHT_HOURS = 5


def time_token(clock: Clock | None, heard: Heard) -> Lexeme | None:
    """The clock as a token, with what "am", "pm" or the part of the day behind it says."""
    if clock is None or clock.hour > 24 or clock.minute > 59:
        return None
    if heard.has("ampm"):
        if not 1 <= clock.hour <= 12:
            return None
        half = heard.number("ampm", 0)
        clock = clock._replace(hour=clock.hour % 12 + half, is_sure=True, is_told=True)
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
    if is_bare and is_house_number(heard.line, heard.end):
        return None
    return time_token(clock, heard)


def _dotted_in_part(heard: Heard) -> Lexeme | None:
    """As in "sore 4.30", right behind a day."""
    if heard.before not in _DAY_NAMES or is_counted_or_lasting(heard):
        return None
    return time_token(clock_of(heard.value("at")), heard)


def _parted(heard: Heard) -> Lexeme | None:
    """As in "malam jam 8"; in "setiap malam jam 8" the evening belongs to the repeat."""
    return None if heard.before in (Kind.EVERY, Kind.OTHER) else _anchored(heard)


def _by(heard: Heard) -> Lexeme | None:
    """As in "tomorrow by 5": a bare number is a time right behind a day only."""
    if heard.before not in _DAYS or heard.after != "" or not 1 <= heard.number("at") <= 12:
        return None
    return time_token(clock_of(heard.value("at")), heard)


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
#: And behind these, "Jumat depan" among them, hours and minutes need no more to be a time.
_DAY_NAMES = (*_DAYS, Kind.NEXTPOST)


def _written(heard: Heard) -> Lexeme | None:
    """As in "16:00", "4.30 sore", "4pm"."""
    if is_labelled(heard) or is_verse(heard) or is_attribute(heard):
        return None
    return time_token(clock_of(heard.value("at")), heard)


#: Days on which shops have sales, as "promo 12.12".
_TWIN_DAYS = ("10.10", "11.11", "12.12")


def _dotted(heard: Heard) -> Lexeme | None:
    """As in "16.00" alone: two digits before the dot, and nothing that is counted behind it.

    Right behind a day one digit is enough, as in "besok 9.30".
    """
    word = heard.line.word(heard.start)
    is_behind_day = heard.before in _DAY_NAMES
    if (
        word in _TWIN_DAYS
        or "." not in word
        or (len(word) != 5 and not is_behind_day)
        or is_labelled(heard)
        or is_counted_or_lasting(heard)
    ):
        return None
    if heard.before != "" and heard.before in Kind.TIMES + Kind.DASH + Kind.PAYING + Kind.TO:
        return None
    return time_token(clock_of(heard.value("at")), heard)


def _numbered(heard: Heard) -> Lexeme | None:
    """As in "4 sore", "8 in the morning", "4 pm"."""
    hour, part = heard.number("at"), heard.value("part")
    if hour == 0 or (isinstance(part, Part) and hour > 12) or is_attribute(heard):
        return None
    if (part is Part.NIGHT and hour < _FEWEST_NIGHT_HOURS) or is_labelled(heard):
        return None
    if heard.before in (Kind.FOR, Kind.IN):
        return None
    if heard.before == Kind.HARI and heard.line.kind(heard.start - 2) == Kind.NUM:
        # "7 hari 7 malam"
        return None
    return time_token(clock_of(hour), heard)


def _half_before(heard: Heard) -> Lexeme | None:
    """As in "setengah 5": half an hour before five."""
    hour = heard.number("at")
    if heard.number("half", 30) > 0 or not 1 <= hour <= 12 or is_counted(heard):
        return None
    return time_token(Clock(hour, shift=-30, is_open=True), heard)


def _half_past(heard: Heard) -> Lexeme | None:
    """As in "half past five"."""
    hour = heard.number("at")
    return time_token(Clock(hour, 30), heard) if 1 <= hour <= 12 else None


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
    if isinstance(part := heard.value("early"), Part):
        clock = in_part(clock, part)
    return time_token(clock._replace(shift=sign * count), heard)


def _noon(heard: Heard) -> Lexeme | None:
    """As in "noon", "tengah malam": the latter begins the next day."""
    if heard.has("twelve") and heard.number("twelve") != 12:
        return None
    # "noon" describes nouns as well, "noon report"; "tengah malam" and a day's noon do not.
    is_word = heard.end - heard.start == 1 and " " not in heard.line.word(heard.start)
    is_free = heard.before != "" and heard.before in _DAY_ENDS
    if (is_word and not is_free and is_sentence_adverb(heard)) or begins_name(heard):
        return None
    if is_seen(heard) or is_attribute(heard):
        return None
    return time_token(Clock(heard.number("noon"), is_sure=True, is_told=True), heard)


_AT = "ATS DOT? (?P<at>CLOCKS)"
TAIL = "(?P<ampm>AMPM)? ((?P<part>PARTS) THISPOST?)?"

TIMES = (
    Rule(f"{_AT} {TAIL}", _anchored),
    Rule("ON (?P<x>HOUR) (?P<at>CLOCKS) (?P<part>PARTS)?", _anchored),
    Rule("(?P<part>PARTS) COMMA? ATS DOT? (?P<at>CLOCKS)", _parted),
    Rule("THIS (?P<part>PARTS) COMMA? ATS DOT? (?P<at>CLOCKS)", _parted),
    Rule("(?P<part>PARTS) (?P<at>DOTTED)", _dotted_in_part),
    Rule("DUES (?P<at>NUM)", _by),
    Rule(f"(?P<at>CLOCK) {TAIL}", _written),
    Rule("(?P<at>DOTTED) (?P<part>PARTS) THISPOST?", _written),
    Rule("(?P<at>DOTTED) (?P<ampm>AMPM)", _written),
    Rule("(?P<at>DOTTED)", _dotted),
    Rule("(?P<at>NUM) (?P<part>PARTS) THISPOST?", _numbered),
    Rule("(?P<at>NUM) (?P<ampm>AMPM)", _numbered),
    Rule("(?P<half>HALF) (?P<at>NUM) (?P<part>PARTS)?", _half_before),
    Rule("ATS (?P<half>HALF) (?P<at>NUM) (?P<part>PARTS)?", _half_before),
    Rule(f"HALF PLUS (?P<at>NUM) {TAIL}", _half_past),
    Rule(f"AT HALF PLUS (?P<at>NUM) {TAIL}", _half_past),
    Rule(
        f"{_AT} (?P<early>PARTS)? ((?P<less>MINUS)|(?P<plus>PLUS))"
        " ((?P<quarter>QUARTER)|(?P<half>HALF)|(?P<count>NUM) UNIT?) (?P<part>PARTS)?",
        _off,
    ),
    Rule(f"(?P<quarter>QUARTER) ((?P<less>TO)|(?P<plus>PLUS)) (?P<at>NUM) {TAIL}", _off),
    Rule(f"AT (?P<quarter>QUARTER) ((?P<less>TO)|(?P<plus>PLUS)) (?P<at>NUM) {TAIL}", _off),
    Rule(f"AT (?P<count>NUM) UNIT? ((?P<less>TO)|(?P<plus>PLUS)) (?P<at>NUM) {TAIL}", _off),
    Rule(f"(?P<count>NUM) UNIT? (?P<plus>PLUS) (?P<at>NUM) {TAIL}", _off),
    Rule("(?P<noon>NOON)", _noon),
    Rule("(ATS|ON) NUM? (?P<noon>NOON)", _noon),
    Rule("(?P<twelve>NUM) (?P<noon>NOON)", _noon),
)
