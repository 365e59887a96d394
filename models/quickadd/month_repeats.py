"""Repeats on days of a month or a year: "tiap Jumat terakhir", "every 15th", "tiap 17 Agustus".

Owns which rule is meant, as `models.quickadd.repeats` does for days and weeks.
"""

from __future__ import annotations

from models.quickadd.every import EVERY, MDAYS, every, is_every, numbers_in, repeat_token
from models.quickadd.kinds import Edge, Kind, Lexeme, Unit
from models.quickadd.names import is_counted_or_lasting
from models.quickadd.recurring import WORKDAYS, Repeat
from models.quickadd.rules import Heard, Rule
from models.quickadd.spans import unit_of


def _nth_weekday(heard: Heard) -> Lexeme | None:
    """As in "tiap Jumat terakhir", "every 2nd Tuesday", "every 1st and 3rd Monday"."""
    numbers = numbers_in(heard, "nth")
    if not numbers or any(not -1 <= number <= 5 for number in numbers):
        return None
    day = heard.number("wd", 6)
    return repeat_token(heard, Repeat("MONTHLY", byday=tuple((number, day) for number in numbers)))


def _nth_workday(heard: Heard) -> Lexeme:
    """As in "every last workday", "hari kerja pertama tiap bulan"."""
    return repeat_token(heard, Repeat("MONTHLY", byday=WORKDAYS, bysetpos=heard.number("nth")))


#: Every second, third or fourth of things is met more often than such days of a month.
_FIRST_THINGS = (2, 3, 4)


def _month_days(heard: Heard) -> Lexeme | None:
    """As in "tiap tanggal 1 dan 15", "every 15th", "every month on the 5th"."""
    numbers = tuple(sorted(set(numbers_in(heard, "days"))))
    if not numbers or not all(1 <= number <= 31 for number in numbers):
        return None
    if heard.line.kinds[heard.end - 1] in Kind.NUM + Kind.ORD and is_counted_or_lasting(heard):
        return None
    if is_every(heard) and heard.after == Kind.WORD and heard.end - heard.start == 2:
        ordinal = heard.line.word(heard.end - 1)
        if ordinal.isalpha() or numbers[0] in _FIRST_THINGS:
            # "every third person"
            return None
    months = every(heard.value("unit") or Unit.MONTH, heard.number("count"))
    if months is None or months.freq != "MONTHLY":
        return None
    return repeat_token(heard, months._replace(bymonthday=numbers))


def _month_edge(heard: Heard) -> Lexeme | None:
    """As in "tiap akhir bulan", "end of every month", "every last day of the month"."""
    edge = heard.value("edge") if heard.has("edge") else Edge.END
    unit = unit_of(heard.value("unit")) if heard.has("unit") else Unit.MONTH
    day = {Edge.START: 1, Edge.MIDDLE: 15, Edge.END: -1}[Edge(edge)]
    if unit is Unit.MONTH:
        return repeat_token(heard, Repeat("MONTHLY", bymonthday=(day,)))
    if unit is Unit.YEAR and edge is not Edge.MIDDLE:
        month, number = (1, 1) if edge is Edge.START else (12, 31)
        return repeat_token(heard, Repeat("YEARLY", bymonth=(month,), bymonthday=(number,)))
    if unit is Unit.WEEK:
        weekday = {Edge.START: 0, Edge.MIDDLE: 2, Edge.END: 4}[Edge(edge)]
        return repeat_token(heard, Repeat("WEEKLY", byday=((0, weekday),)))
    return None


def _yearly(heard: Heard) -> Lexeme | None:
    """As in "tiap 17 Agustus", "every Jan 5", "every year on 25 Dec"."""
    if heard.has("unit") and unit_of(heard.value("unit")) is not Unit.YEAR:
        return None
    month, day = heard.number("month"), heard.number("day")
    longest = 29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31
    if not 1 <= day <= longest:
        return None
    return repeat_token(heard, Repeat("YEARLY", bymonth=(month,), bymonthday=(day,)))


def _yearly_twice(heard: Heard) -> Lexeme | None:
    """As in "every 15 April and 15 October": one day of several months."""
    months = sorted({month for month in heard.values(Kind.MONTH) if isinstance(month, int)})
    days = {day for day in heard.values(Kind.NUM + Kind.ORD) if isinstance(day, int)}
    # A day that one of the months lacks would leave that month out.
    if len(days) != 1 or not 1 <= min(days) <= 28 + 2 * (2 not in months):
        return None
    return repeat_token(heard, Repeat("YEARLY", bymonth=tuple(months), bymonthday=tuple(days)))


_NTH = "(?P<nth>(ORD|LAST) (SEP SEP? (ORD|LAST)){0,3})"
_IN_MONTH = "((OF|EVERY|IN|ON)? (THE|EVERY)? (MONTHS|ONEUNIT) THISPOST?)?"
_DATE = "(?P<day>NUM|ORD) OF? (?P<month>MONTH)"
_DATES = "((NUM|ORD) OF? MONTH|MONTH (NUM|ORD))"
_DATE_US = "(?P<month>MONTH) THE? (?P<day>NUM|ORD)"

MONTH_REPEATS = (
    Rule(f"(?P<unit>ONEUNIT) ONCE (ON|EVERY)? DATEWORD (?P<days>{MDAYS})", _month_days),
    Rule(f"ONCE (?P<unit>ONEUNIT) (ON|EVERY)? (THE|DATEWORD) (?P<days>{MDAYS})", _month_days),
    Rule(f"{EVERY} THE? {_NTH} (?P<wd>WD) {_IN_MONTH}", _nth_weekday),
    Rule(f"{EVERY} HARI? (?P<wd>WD) {_NTH} {_IN_MONTH}", _nth_weekday),
    Rule("(?P<wd>WD) (?P<nth>ORD|LAST) EVERY MONTHS", _nth_weekday),
    Rule("HARI (?P<wd>WD) (?P<nth>ORD|LAST) EVERY MONTHS", _nth_weekday),
    Rule(f"(THE|ON) {_NTH} (?P<wd>WD) OF? EVERY MONTHS", _nth_weekday),
    Rule(f"{_NTH} (?P<wd>WD) OF? EVERY MONTHS", _nth_weekday),
    Rule(f"{EVERY} MONTHS ON? THE? {_NTH} (?P<wd>WD)", _nth_weekday),
    Rule(f"{EVERY} MONTHS ON? HARI? (?P<wd>WD) {_NTH}", _nth_weekday),
    Rule(f"{EVERY} THE? (?P<nth>ORD|LAST) WORKDAY {_IN_MONTH}", _nth_workday),
    Rule(f"{EVERY} WORKDAY (?P<nth>ORD|LAST) {_IN_MONTH}", _nth_workday),
    Rule("WORKDAY (?P<nth>ORD|LAST) EVERY MONTHS", _nth_workday),
    Rule("(?P<nth>ORD|LAST) WORKDAY OF? EVERY MONTHS", _nth_workday),
    Rule(f"{EVERY} BULAN? DATEWORD (?P<days>{MDAYS}) {_IN_MONTH}", _month_days),
    Rule(f"{EVERY} THE? (?P<days>ORD (SEP SEP? THE? ORD){{0,5}}) {_IN_MONTH}", _month_days),
    Rule(
        f"{EVERY} (?P<count>NUM)? (?P<unit>MONTHS) (ON|COMMA)? (THE|DATEWORD) (?P<days>{MDAYS})",
        _month_days,
    ),
    Rule(f"DATEWORD (?P<days>{MDAYS}) EVERY (?P<count>NUM)? (?P<unit>MONTHS)", _month_days),
    Rule("(THE|ON) (?P<days>ORD (SEP SEP? THE? ORD){0,5}) OF? EVERY MONTHS", _month_days),
    Rule("(?P<days>ORD (SEP SEP? THE? ORD){0,5}) OF? EVERY MONTHS", _month_days),
    Rule(f"{EVERY} (?P<edge>EDGE) (?P<unit>UNITS)", _month_edge),
    Rule("(?P<edge>EDGE) EVERY (?P<unit>UNITS)", _month_edge),
    Rule(f"{EVERY} LAST HARI {_IN_MONTH}", _month_edge),
    Rule(f"{EVERY} LAST UNIT {_IN_MONTH}", _month_edge),
    Rule("LAST UNIT OF? EVERY MONTHS", _month_edge),
    Rule(f"{EVERY} MONTHS ON? THE? LAST (UNIT|HARI)", _month_edge),
    Rule(f"{EVERY} MONTHS ON? HARI LAST", _month_edge),
    Rule(f"{EVERY} HARI LAST {_IN_MONTH}", _month_edge),
    Rule(f"{EVERY} DATEWORD? {_DATE}", _yearly),
    Rule(f"{EVERY} {_DATE_US}", _yearly),
    Rule(f"{EVERY} DATEWORD? {_DATES} (SEP SEP? DATEWORD? {_DATES}){{1,5}}", _yearly_twice),
    Rule(f"{EVERY} (?P<unit>UNIT) COMMA? ON? (THE|DATEWORD)? {_DATE}", _yearly),
    Rule(f"{EVERY} (?P<unit>UNIT) COMMA? ON? {_DATE_US}", _yearly),
    Rule(f"{_DATE} EVERY (?P<unit>UNIT)", _yearly),
    Rule(f"{_DATE_US} EVERY (?P<unit>UNIT)", _yearly),
    Rule(f"(ON|DATEWORD) {_DATE} EVERY (?P<unit>UNIT)", _yearly),
)
