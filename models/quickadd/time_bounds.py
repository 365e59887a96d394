"""From one time to another: "jam 9-11", "2-4pm", "09.00 - 10.30", "jam 2 sampai jam 4".

Owns which two times are meant; one time is `models.quickadd.times`'s.
"""

from __future__ import annotations

from typing import NamedTuple

from models.quickadd.clock import Clock, in_part, minutes
from models.quickadd.kinds import Kind, Lexeme, Part
from models.quickadd.names import is_counted_or_lasting, is_labelled
from models.quickadd.numbers import Range
from models.quickadd.rules import Heard, Rule
from models.quickadd.times import TAIL, clock_of, time_token


class Bounds(NamedTuple):
    """From one time to another on the same day."""

    first: Clock
    last: Clock


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
        if _is_one_word(heard):
            return None
        if heard.after == Kind.MONTH:
            # "jam 12 sampai 5 Des" ends with a day.
            return None
    end = time_token(last, heard)
    if end is None:
        return None
    assert isinstance(end.value, Clock)
    return Lexeme(Kind.BOUNDS, Bounds(_beside(first, end.value), end.value))


def _is_one_word(heard: Heard) -> bool:
    """Whether a hyphen makes a name of both, "7-Eleven": nobody spells one time of two."""
    line, last = heard.line, heard.match.start("last")
    return line.word(last).isalpha() and line.ends[last - 2] == line.starts[last] - 1


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
        half = heard.number("am", 0)
        return clock._replace(hour=clock.hour % 12 + half, is_sure=True, is_told=True)
    if isinstance(part := heard.value("early"), Part):
        return in_part(clock, part)
    return clock


def _beside(first: Clock, last: Clock) -> Clock:
    """The beginning, in the half of the day that its end says: "2-4pm", "jam 9-11 malam"."""
    if first.is_sure and last.part is not None:
        late = in_part(first, last.part)
        return late if minutes(late)[0] < minutes(last)[0] else first
    if first.is_sure or first.part is not None:
        return first
    if last.part is not None:
        return first._replace(part=last.part)
    if not last.is_sure:
        return first
    late = first._replace(hour=first.hour % 12 + 12, is_sure=True)
    early = first._replace(is_sure=True)
    return late if (late.hour, late.minute) < (last.hour, last.minute) else early


_FIRST = "(?P<first>CLOCKS) (?P<am>AMPM)? (?P<early>PARTS)?"

TIME_BOUNDS = (
    Rule(f"(?P<range>RANGE) {TAIL}", _bounds),
    Rule(f"(ATS|FROM) DOT? (?P<range>RANGE) {TAIL}", _bounds),
    Rule(f"(ATS|FROM) ATS? {_FIRST} TILL ATS? (?P<last>CLOCKS) {TAIL}", _bounds),
    Rule(
        f"(?P<first>NUM) ((?P<am>AMPM)|(?P<early>PART)) TILL ATS? (?P<last>CLOCKS) {TAIL}", _bounds
    ),
    Rule(f"BETWEEN ATS? {_FIRST} (AND|TILL) ATS? (?P<last>CLOCKS) {TAIL}", _bounds),
    Rule(f"(?P<first>CLOCK) TILL (?P<last>CLOCK) {TAIL}", _bounds),
    Rule(f"(?P<first>DOTTED) TILL (?P<last>DOTTED) {TAIL}", _dotted_bounds),
    Rule(f"(?P<first>NUM) TILL (?P<last>CLOCK) {TAIL}", _bounds),
)
