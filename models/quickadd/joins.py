"""Joins spans and repeats with what follows them: "3 hari lagi", "tiap Senin pagi".

Owns the second reading of a line: days, times, spans and repeats are one token each already,
and what is for what is not asked yet (`models.quickadd.phrases` does).
"""

from __future__ import annotations

from datetime import timedelta

from models.quickadd.clock import Clock
from models.quickadd.day import Day
from models.quickadd.kinds import Kind, Lexeme, Part
from models.quickadd.names import begins_name, is_titled
from models.quickadd.recurring import Repeat
from models.quickadd.rules import Heard, Rule
from models.quickadd.spans import Length


def _relative(heard: Heard) -> Lexeme | None:
    """As in "3 hari lagi", "in 2 hours", "dalam seminggu"."""
    length, place = heard.value("span"), heard.match.start("span")
    assert isinstance(length, Length)
    if heard.before == Kind.TIMES:
        # "2 kali dalam seminggu"
        return None
    if begins_name(heard) or _is_named_later(heard) or is_titled(heard.line, place):
        return None
    if length.is_clock:
        return Lexeme(Kind.INSTANT, length.after_instant(heard.context.now))
    return Lexeme(Kind.DATE, Day(length.after(heard.context.today)))


def _is_named_later(heard: Heard) -> bool:
    """Whether it is a title, "28 Days Later"."""
    word = heard.line.word(heard.end - 1)
    return heard.line.kinds[heard.end - 1] == Kind.LATER and word.istitle()


def _from_day(heard: Heard) -> Lexeme | None:
    """As in "a week from tomorrow", "3 days before 25 Dec"."""
    length, day = heard.value("span"), heard.value("day")
    assert isinstance(length, Length)
    assert isinstance(day, Day)
    if length.is_clock:
        return None
    if not heard.has("less"):
        return Lexeme(Kind.DATE, Day(length.after(day.date)))
    earlier = day.date - length.duration
    return Lexeme(Kind.DATE, Day(earlier)) if earlier >= heard.context.today else None


def _repeat_more(heard: Heard) -> Lexeme:
    """As in "setiap 3 hari setelah selesai", "tiap Senin pagi"."""
    repeat = heard.value("repeat")
    assert isinstance(repeat, Repeat)
    if isinstance(part := heard.value("part"), Part):
        repeat = repeat._replace(part=part)
    if heard.has("done"):
        repeat = repeat._replace(is_from_completion=True)
    return Lexeme(Kind.REPEAT, repeat)


def _before_time(heard: Heard) -> Lexeme | None:
    """As in "10 menit sebelum jam 9"."""
    length, clock = heard.value("span"), heard.value("at")
    assert isinstance(length, Length)
    assert isinstance(clock, Clock)
    minutes = length.rest // timedelta(minutes=1)
    if length.months or not 0 < minutes < 12 * 60:
        return None
    return Lexeme(Kind.TIME, clock._replace(shift=clock.shift - minutes))


JOINS = (
    Rule("(?P<span>SPAN) BEFORE (?P<at>TIME)", _before_time),
    Rule("(?P<span>SPAN) LATER", _relative),
    Rule("IN (?P<span>SPAN)", _relative),
    Rule("IN (?P<span>SPAN) LATER", _relative),
    Rule("(?P<span>SPAN) FROM (?P<day>DATE)", _from_day),
    Rule("(?P<span>SPAN) (?P<less>BEFORE) (?P<day>DATE)", _from_day),
    Rule("(ON|AT) (?P<repeat>REPEAT) (?P<part>PARTS)? (?P<done>DONE)?", _repeat_more),
    Rule("(?P<repeat>REPEAT) (?P<part>PARTS)? (?P<done>DONE)?", _repeat_more),
)
