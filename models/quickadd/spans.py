"""Spans of time: "2 jam", "1 jam 30 menit", "half an hour", "seminggu", "2h30m".

Owns how long is said. A span alone sets nothing: other rules say what it is for.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from models.quickadd.calendar import shifted_months
from models.quickadd.kinds import Kind, Lexeme, Unit
from models.quickadd.names import is_labelled
from models.quickadd.rules import Heard, Rule

_EXACT = {
    Unit.MINUTE: timedelta(minutes=1),
    Unit.HOUR: timedelta(hours=1),
    Unit.DAY: timedelta(days=1),
    Unit.WEEK: timedelta(weeks=1),
    Unit.FORTNIGHT: timedelta(weeks=2),
}
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}
_LONGEST = timedelta(days=36_500)


class Length(NamedTuple):
    """A span: calendar months, and an exact rest; `is_clock` where hours or minutes were said."""

    months: int = 0
    rest: timedelta = timedelta(0)
    is_clock: bool = False

    @property
    def duration(self) -> timedelta:
        """The span as work or distance: a month is thirty days."""
        return timedelta(days=30 * self.months) + self.rest

    def after(self, day: date) -> date:
        """The day that lies this many whole days or months after `day`."""
        return shifted_months(day, self.months) + timedelta(days=self.rest.days)

    def after_instant(self, now: datetime) -> datetime:
        """The wall-clock time this long after `now`."""
        day = shifted_months(now.date(), self.months)
        return datetime.combine(day, time(now.hour, now.minute)) + self.rest


def unit_of(value: object) -> Unit:
    """The unit that a word stands for, also a word that can be a weekday ("minggu")."""
    return value if isinstance(value, Unit) else Unit.WEEK


def length_of(count: float, unit: Unit) -> Length:
    """`count` of a unit."""
    count = min(count, 100_000)
    if unit in _MONTHS:
        return Length(months=min(round(count * _MONTHS[unit]), 1200))
    rest = min(_EXACT[unit] * count, _LONGEST)
    return Length(rest=rest, is_clock=unit in (Unit.MINUTE, Unit.HOUR))


def added(first: Length, second: Length) -> Length:
    """Both together."""
    return Length(
        first.months + second.months, first.rest + second.rest, first.is_clock or second.is_clock
    )


def _counted(heard: Heard) -> Lexeme | None:
    """As in "1 jam 30 menit", "2 hari", "1,5 jam", "2 jam setengah"."""
    if is_labelled(heard):
        return None
    total = Length()
    count = 1.0
    for place in range(heard.start, heard.end):
        kind, value = heard.line.kinds[place], heard.line.values[place]
        if isinstance(value, (int, float)) and kind in Kind.NUM + Kind.BIG + Kind.DECIMAL:
            count = float(value)
        elif kind == Kind.HALF and place > heard.start:
            count += 0.5
        elif kind in _UNITS:
            total = added(total, length_of(count, unit_of(value)))
            count = 1.0
    if heard.line.kinds[heard.end - 1] == Kind.HALF:
        total = added(total, length_of(0.5, unit_of(heard.value("unit"))))
    return Lexeme(Kind.SPAN, total)


_UNITS = Kind.UNIT + Kind.HARI + Kind.BULAN + Kind.MINGGU + Kind.HOUR


def _one(heard: Heard) -> Lexeme:
    """As in "sejam", "an hour", "half an hour", "setengah jam", "seperempat jam"."""
    share = {Kind.HALF: 0.5, Kind.QUARTER: 0.25}.get(heard.line.kinds[heard.start], 1.0)
    return Lexeme(Kind.SPAN, length_of(share, unit_of(heard.value("unit"))))


def _one_and_more(heard: Heard) -> Lexeme:
    """As in "sejam 30 menit", "an hour and a half", "sejam setengah"."""
    whole = length_of(1, unit_of(heard.value("unit")))
    if heard.match.start("count") >= 0:
        rest = length_of(heard.number("count"), unit_of(heard.value("more")))
    else:
        rest = length_of(0.5, unit_of(heard.value("unit")))
    return Lexeme(Kind.SPAN, added(whole, rest))


def _short(heard: Heard) -> Lexeme:
    """As in "2h30m", "1h 30m"."""
    total = Length()
    for value in heard.values(Kind.SHORTSPAN):
        if isinstance(value, timedelta):
            total = added(total, Length(rest=value, is_clock=value % timedelta(days=1) != _NONE))
    return Lexeme(Kind.SPAN, total)


_NONE = timedelta(0)

SPANS = (
    Rule(
        "(NUM|BIG|DECIMAL) HALF? (?P<unit>UNITS) (AND? NUM (UNIT|HARI)|HALF)?",
        _counted,
        is_last=True,
    ),
    Rule("DECIMAL (?P<unit>UNITS)", _counted, is_last=True),
    Rule("(?P<unit>ONEUNIT)", _one, is_last=True),
    Rule(
        "(?P<unit>ONEUNIT) (AND? (?P<count>NUM) (?P<more>UNIT)|AND? HALF)",
        _one_and_more,
        is_last=True,
    ),
    Rule("HALF (?P<unit>UNITS|ONEUNIT)", _one, is_last=True),
    Rule("QUARTER (?P<unit>HOUR)", _one, is_last=True),
    Rule("SHORTSPAN SHORTSPAN?", _short, is_last=True),
)
