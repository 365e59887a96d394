"""Repeats as they are said: "tiap Senin & Kamis", "every 2nd Tuesday", "2 minggu sekali".

Owns which rule is meant (RFC 5545 section 3.3.10), as a `Repeat`; how it is written and
when it first comes is `models.quickadd.recurring`'s.
"""

from __future__ import annotations

from models.quickadd.day import ANCHORS_AFTER
from models.quickadd.kinds import Edge, Kind, Lexeme, Part, Unit
from models.quickadd.names import (
    ends_name,
    is_counted_or_lasting,
    is_named,
    is_seen,
    is_sentence_adverb,
)
from models.quickadd.parsed import Reading
from models.quickadd.recurring import WEEKEND, WORKDAYS, Repeat
from models.quickadd.rules import Heard, Rule
from models.quickadd.spans import unit_of

_FREQUENCIES = {
    Unit.HOUR: ("HOURLY", 1),
    Unit.DAY: ("DAILY", 1),
    Unit.WEEK: ("WEEKLY", 1),
    Unit.MONTH: ("MONTHLY", 1),
    Unit.QUARTER: ("MONTHLY", 3),
    Unit.YEAR: ("YEARLY", 1),
}
_WEEKDAYS = Kind.WDAY + Kind.WEAK + Kind.MINGGU + Kind.WDAYS


def _repeat(heard: Heard, repeat: Repeat, *others: tuple[Reading, Repeat]) -> Lexeme:
    """The rule as a token; "every!" counts from completion."""
    is_from_completion = Kind.BANG in heard.match[0]
    return Lexeme(
        Kind.REPEAT,
        repeat._replace(is_from_completion=is_from_completion, others=others),
    )


def _every(value: object, count: int = 1) -> Repeat | None:
    """Every `count` of a unit; None for minutes, which nobody repeats a task by."""
    frequency = _FREQUENCIES.get(unit_of(value))
    if frequency is None or not 1 <= count <= 1000:
        return None
    return Repeat(frequency[0], interval=frequency[1] * count)


def _interval(heard: Heard) -> Lexeme | None:
    """As in "setiap hari", "every 3 weeks", "every other day", "2 minggu sekali"."""
    count = 2 if heard.has("other") else heard.number("count")
    repeat = _every(heard.value("unit"), count)
    if repeat is None:
        return None
    if is_seen(heard):
        return None
    place = heard.match.start("unit")
    if heard.line.kinds[place] == Kind.HOUR and heard.after in (Kind.NUM, Kind.CLOCK, Kind.DOTTED):
        # "setiap jam 9" is daily.
        return None
    if heard.line.kinds[place] == Kind.MINGGU and count == 1:
        weekly, sunday = repeat, Repeat("WEEKLY", byday=((0, 6),))
        if heard.line.is_capital(place) and not heard.line.text.isupper():
            return _repeat(heard, sunday, (Reading.WEEK, weekly))
        return _repeat(heard, weekly, (Reading.SUNDAY, sunday))
    return _repeat(heard, repeat)


def _daily(heard: Heard) -> Lexeme:
    """As in "setiap jam 9 malam": each day at that time."""
    return _repeat(heard, Repeat("DAILY"))


def _adverb(heard: Heard) -> Lexeme | None:
    """As in "daily", "monthly": at the end or before a time, not as in "weekly report"."""
    is_every = " " in heard.line.word(heard.start)
    if (is_sentence_adverb(heard) and not is_every) or heard.before == Kind.THE:
        return None
    if ends_name(heard):
        return None
    repeat = _every(*_adverb_parts(heard))
    return _repeat(heard, repeat) if repeat else None


def _days_in(heard: Heard, group: str) -> tuple[tuple[int, int], ...]:
    """The weekdays of a list, with those between the ends of "Senin-Jumat"."""
    start, end = heard.match.span(group)
    days: list[int] = []
    is_range = False
    for place in range(start, end):
        kind = heard.line.kinds[place]
        if kind in Kind.DASH + Kind.UNTIL + Kind.TO:
            is_range = True
        elif kind in _WEEKDAYS:
            day = heard.line.values[place]
            assert isinstance(day, int)
            if is_range:
                first = days[-1]
                days += [(first + step) % 7 for step in range(1, (day - first) % 7)]
                is_range = False
            days.append(day)
    return tuple((0, day) for day in sorted(set(days)))


def _weekdays(heard: Heard) -> Lexeme | None:
    """As in "setiap Senin dan Kamis", "every other Monday", "every 2 weeks on Tue", "Mondays"."""
    count = 2 if heard.has("other") else heard.number("count")
    if heard.has("unit") and unit_of(heard.value("unit")) is not Unit.WEEK:
        return None
    if heard.line.kinds[heard.start] == Kind.WDAYS and (
        is_named(heard)
        or (heard.start > 0 and heard.before != Kind.COMMA and is_sentence_adverb(heard))
    ):
        return None
    return _repeat(heard, Repeat("WEEKLY", count, _days_in(heard, "days")))


def _week(heard: Heard) -> Lexeme | None:
    """As in "Mon-Fri 9am": whole weeks of days at a time come again, shorter ones are once."""
    days = _days_in(heard, "days")
    is_timed = (heard.after != "" and heard.after in ANCHORS_AFTER) or (
        heard.before != "" and heard.before in Kind.CLOCK + Kind.AMPM + Kind.RANGE
    )
    return _repeat(heard, Repeat("WEEKLY", byday=days)) if is_timed and len(days) >= 5 else None


def _is_every(heard: Heard) -> bool:
    return heard.line.kinds[heard.start] == Kind.EVERY


def _all_but(heard: Heard) -> Lexeme | None:
    """As in "setiap hari kecuali Minggu"."""
    if unit_of(heard.value("unit")) is not Unit.DAY:
        return None
    if heard.has("days"):
        left_out = _days_in(heard, "days")
    else:
        left_out = WEEKEND if heard.has("weekend") else WORKDAYS
    days = tuple((0, day) for day in range(7) if (0, day) not in left_out)
    return _repeat(heard, Repeat("WEEKLY", byday=days)) if days else None


def _adverb_on_weekdays(heard: Heard) -> Lexeme | None:
    """As in "weekly on Monday", "biweekly on Fridays"."""
    unit, count = _adverb_parts(heard)
    if unit is not Unit.WEEK:
        return None
    return _repeat(heard, Repeat("WEEKLY", count, _days_in(heard, "days")))


def _adverb_on_days(heard: Heard) -> Lexeme | None:
    """As in "monthly on the 3rd"."""
    repeat, numbers = _every(*_adverb_parts(heard)), tuple(sorted(set(_numbers(heard, "days"))))
    if repeat is None or repeat.freq != "MONTHLY" or not all(1 <= day <= 31 for day in numbers):
        return None
    return _repeat(heard, repeat._replace(bymonthday=numbers))


def _adverb_parts(heard: Heard) -> tuple[Unit, int]:
    value = heard.value("adverb")
    assert isinstance(value, tuple)
    return value


def _workdays(heard: Heard) -> Lexeme | None:
    if not _is_every(heard) and (
        not heard.line.word(heard.end - 1).lower().endswith("days") or _is_noun(heard)
    ):
        return None
    return _repeat(heard, Repeat("WEEKLY", byday=WORKDAYS))


def _is_noun(heard: Heard) -> bool:
    """Whether "weekends" is a thing: "weekends trip", "lunch for weekdays", "our weekends"."""
    is_for = Kind.FOR in (heard.before, heard.line.kinds[heard.start]) and heard.after == ""
    return is_for or heard.before == Kind.OF or is_sentence_adverb(heard) or is_named(heard)


def _weekends(heard: Heard) -> Lexeme | None:
    if not _is_every(heard) and (
        heard.line.word(heard.end - 1).lower() != "weekends" or _is_noun(heard)
    ):
        return None
    return _repeat(heard, Repeat("WEEKLY", byday=WEEKEND))


def _parts(heard: Heard) -> Lexeme | None:
    """As in "tiap pagi", "every evening"."""
    part = heard.value("part")
    assert isinstance(part, Part)
    return _repeat(heard, Repeat("DAILY", 2 if heard.has("other") else 1, part=part))


def _nth_weekday(heard: Heard) -> Lexeme | None:
    """As in "tiap Jumat terakhir", "every 2nd Tuesday", "every 1st and 3rd Monday"."""
    numbers = _numbers(heard, "nth")
    if not numbers or any(not -1 <= number <= 5 for number in numbers):
        return None
    day = heard.number("wd", 6)
    return _repeat(heard, Repeat("MONTHLY", byday=tuple((number, day) for number in numbers)))


def _nth_workday(heard: Heard) -> Lexeme:
    """As in "every last workday", "hari kerja pertama tiap bulan"."""
    return _repeat(heard, Repeat("MONTHLY", byday=WORKDAYS, bysetpos=heard.number("nth")))


def _numbers(heard: Heard, group: str) -> tuple[int, ...]:
    start, end = heard.match.span(group)
    return tuple(
        value
        for place in range(start, end)
        if isinstance(value := heard.line.values[place], int)
        and heard.line.kinds[place] in Kind.NUM + Kind.ORD + Kind.LAST
    )


def _month_days(heard: Heard) -> Lexeme | None:
    """As in "tiap tanggal 1 dan 15", "every 15th", "every month on the 5th"."""
    numbers = tuple(sorted(set(_numbers(heard, "days"))))
    if not numbers or not all(1 <= number <= 31 for number in numbers):
        return None
    if heard.line.kinds[heard.end - 1] in Kind.NUM + Kind.ORD and is_counted_or_lasting(heard):
        return None
    months = _every(heard.value("unit") or Unit.MONTH, heard.number("count"))
    if months is None or months.freq != "MONTHLY":
        return None
    return _repeat(heard, months._replace(bymonthday=numbers))


def _month_edge(heard: Heard) -> Lexeme | None:
    """As in "tiap akhir bulan", "end of every month", "every last day of the month"."""
    edge = heard.value("edge") if heard.has("edge") else Edge.END
    unit = unit_of(heard.value("unit")) if heard.has("unit") else Unit.MONTH
    day = {Edge.START: 1, Edge.MIDDLE: 15, Edge.END: -1}[Edge(edge)]
    if unit is Unit.MONTH:
        return _repeat(heard, Repeat("MONTHLY", bymonthday=(day,)))
    if unit is Unit.YEAR and edge is not Edge.MIDDLE:
        month, number = (1, 1) if edge is Edge.START else (12, 31)
        return _repeat(heard, Repeat("YEARLY", bymonth=(month,), bymonthday=(number,)))
    if unit is Unit.WEEK:
        weekday = {Edge.START: 0, Edge.MIDDLE: 2, Edge.END: 4}[Edge(edge)]
        return _repeat(heard, Repeat("WEEKLY", byday=((0, weekday),)))
    return None


def _yearly(heard: Heard) -> Lexeme | None:
    """As in "tiap 17 Agustus", "every Jan 5", "every year on 25 Dec"."""
    if heard.has("unit") and unit_of(heard.value("unit")) is not Unit.YEAR:
        return None
    month, day = heard.number("month"), heard.number("day")
    longest = 29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31
    if not 1 <= day <= longest:
        return None
    return _repeat(heard, Repeat("YEARLY", bymonth=(month,), bymonthday=(day,)))


def _yearly_twice(heard: Heard) -> Lexeme | None:
    """As in "every 15 April and 15 October": one day of several months."""
    months = sorted({month for month in heard.values(Kind.MONTH) if isinstance(month, int)})
    days = {day for day in heard.values(Kind.NUM + Kind.ORD) if isinstance(day, int)}
    # A day that one of the months lacks would leave that month out.
    if len(days) != 1 or not 1 <= min(days) <= 28 + 2 * (2 not in months):
        return None
    return _repeat(heard, Repeat("YEARLY", bymonth=tuple(months), bymonthday=tuple(days)))


_EVERY = "EVERY BANG?"
_WDS = "HARI? WD ((SEP SEP?|TILL)? HARI? WD){0,6}"
_NTH = "(?P<nth>(ORD|LAST) (SEP SEP? (ORD|LAST)){0,3})"
_MDAYS = "(NUM|ORD) (SEP SEP? (DATEWORD|THE)? (NUM|ORD)){0,5}"
_IN_MONTH = "((OF|EVERY|IN|ON)? (THE|EVERY)? (MONTHS|ONEUNIT) THISPOST?)?"
_DATE = "(?P<day>NUM|ORD) OF? (?P<month>MONTH)"
_DATES = "((NUM|ORD) OF? MONTH|MONTH (NUM|ORD))"
_DATE_US = "(?P<month>MONTH) THE? (?P<day>NUM|ORD)"

REPEATS = (
    Rule(f"{_EVERY} (?P<other>OTHER)? (?P<unit>UNITS) ONCE?", _interval),
    Rule(f"{_EVERY} (?P<count>NUM|ORD) (?P<unit>UNITS) ONCE?", _interval),
    Rule("EVERY THE? OTHER (?P<unit>UNITS)", _interval),
    Rule("(?P<unit>ONEUNIT) ONCE", _interval),
    Rule(f"{_EVERY} (?P<unit>ONEUNIT) ONCE?", _interval),
    Rule("ONCE (?P<unit>ONEUNIT)", _interval),
    Rule("(?P<count>NUM) (?P<unit>UNITS) ONCE", _interval),
    Rule("ONCE EVERY (?P<other>OTHER)? (?P<count>NUM)? (?P<unit>UNITS)", _interval),
    Rule("EVERY (?=ATS CLOCKS)", _daily),
    Rule("(?P<adverb>ADVERB)", _adverb),
    Rule(f"{_EVERY} (?P<other>OTHER)? (?P<days>{_WDS})", _weekdays),
    Rule(f"ONCE EVERY (?P<days>{_WDS})", _weekdays),
    Rule("(?P<days>WD DASH WD)", _week),
    Rule(f"{_EVERY} (?P<unit>UNITS) COMMA? EXCEPT ON? (?P<days>{_WDS}|WDAYS)", _all_but),
    Rule(f"{_EVERY} (?P<unit>UNITS) COMMA? EXCEPT ON? ((?P<weekend>WEEKEND)|WORKDAY)", _all_but),
    Rule(
        f"{_EVERY} (?P<other>OTHER)? (?P<count>NUM)? (?P<unit>WEEKS) (ON|COMMA)? (?P<days>{_WDS})",
        _weekdays,
    ),
    Rule(f"(?P<days>{_WDS}) {_EVERY} (?P<other>OTHER)? (?P<count>NUM)? (?P<unit>WEEKS)", _weekdays),
    Rule(f"(?P<unit>ONEUNIT) ONCE (ON|EVERY)? (?P<days>{_WDS})", _weekdays),
    Rule(f"(?P<count>NUM) (?P<unit>WEEKS) ONCE (ON|EVERY)? (?P<days>{_WDS})", _weekdays),
    Rule(f"(?P<adverb>ADVERB) (ON|EVERY)? (?P<days>{_WDS}|WDAYS)", _adverb_on_weekdays),
    Rule(f"(?P<unit>ONEUNIT) ONCE (ON|EVERY)? DATEWORD (?P<days>{_MDAYS})", _month_days),
    Rule(f"ONCE (?P<unit>ONEUNIT) (ON|EVERY)? (THE|DATEWORD) (?P<days>{_MDAYS})", _month_days),
    Rule(f"ONCE (?P<unit>ONEUNIT) (ON|EVERY)? (?P<days>{_WDS}|WDAYS)", _weekdays),
    Rule(f"(?P<adverb>ADVERB) (ON|EVERY)? (THE|DATEWORD) (?P<days>{_MDAYS})", _adverb_on_days),
    Rule("(?P<days>WDAYS (SEP SEP? WDAYS){0,6})", _weekdays),
    Rule("ON (?P<days>WDAYS (SEP SEP? WDAYS){0,6})", _weekdays),
    Rule(f"{_EVERY} (?P<days>WDAYS (SEP SEP? WDAYS){{0,6}})", _weekdays),
    Rule(f"{_EVERY} WORKDAY", _workdays),
    Rule("WORKDAY", _workdays),
    Rule("(ON|FOR) WORKDAY", _workdays),
    Rule(f"{_EVERY} WEEKEND", _weekends),
    Rule("WEEKEND", _weekends),
    Rule("ON WEEKEND", _weekends),
    Rule(f"{_EVERY} (?P<other>OTHER)? HARI? (?P<part>ANYPART)", _parts),
    Rule(f"{_EVERY} THE? {_NTH} (?P<wd>WD) {_IN_MONTH}", _nth_weekday),
    Rule(f"{_EVERY} HARI? (?P<wd>WD) {_NTH} {_IN_MONTH}", _nth_weekday),
    Rule("(?P<wd>WD) (?P<nth>ORD|LAST) EVERY MONTHS", _nth_weekday),
    Rule("HARI (?P<wd>WD) (?P<nth>ORD|LAST) EVERY MONTHS", _nth_weekday),
    Rule(f"(THE|ON) {_NTH} (?P<wd>WD) OF? EVERY MONTHS", _nth_weekday),
    Rule(f"{_NTH} (?P<wd>WD) OF? EVERY MONTHS", _nth_weekday),
    Rule(f"{_EVERY} MONTHS ON? THE? {_NTH} (?P<wd>WD)", _nth_weekday),
    Rule(f"{_EVERY} MONTHS ON? HARI? (?P<wd>WD) {_NTH}", _nth_weekday),
    Rule(f"{_EVERY} THE? (?P<nth>ORD|LAST) WORKDAY {_IN_MONTH}", _nth_workday),
    Rule(f"{_EVERY} WORKDAY (?P<nth>ORD|LAST) {_IN_MONTH}", _nth_workday),
    Rule("WORKDAY (?P<nth>ORD|LAST) EVERY MONTHS", _nth_workday),
    Rule("(?P<nth>ORD|LAST) WORKDAY OF? EVERY MONTHS", _nth_workday),
    Rule(f"{_EVERY} BULAN? DATEWORD (?P<days>{_MDAYS}) {_IN_MONTH}", _month_days),
    Rule(f"{_EVERY} THE? (?P<days>ORD (SEP SEP? THE? ORD){{0,5}}) {_IN_MONTH}", _month_days),
    Rule(
        f"{_EVERY} (?P<count>NUM)? (?P<unit>MONTHS) (ON|COMMA)? (THE|DATEWORD) (?P<days>{_MDAYS})",
        _month_days,
    ),
    Rule(f"DATEWORD (?P<days>{_MDAYS}) EVERY (?P<count>NUM)? (?P<unit>MONTHS)", _month_days),
    Rule("(THE|ON) (?P<days>ORD (SEP SEP? THE? ORD){0,5}) OF? EVERY MONTHS", _month_days),
    Rule("(?P<days>ORD (SEP SEP? THE? ORD){0,5}) OF? EVERY MONTHS", _month_days),
    Rule(f"{_EVERY} (?P<edge>EDGE) (?P<unit>UNITS)", _month_edge),
    Rule("(?P<edge>EDGE) EVERY (?P<unit>UNITS)", _month_edge),
    Rule(f"{_EVERY} LAST HARI {_IN_MONTH}", _month_edge),
    Rule(f"{_EVERY} LAST UNIT {_IN_MONTH}", _month_edge),
    Rule("LAST UNIT OF? EVERY MONTHS", _month_edge),
    Rule(f"{_EVERY} MONTHS ON? THE? LAST (UNIT|HARI)", _month_edge),
    Rule(f"{_EVERY} MONTHS ON? HARI LAST", _month_edge),
    Rule(f"{_EVERY} HARI LAST {_IN_MONTH}", _month_edge),
    Rule(f"{_EVERY} DATEWORD? {_DATE}", _yearly),
    Rule(f"{_EVERY} {_DATE_US}", _yearly),
    Rule(f"{_EVERY} DATEWORD? {_DATES} (SEP SEP? DATEWORD? {_DATES}){{1,5}}", _yearly_twice),
    Rule(f"{_EVERY} (?P<unit>UNIT) COMMA? ON? (THE|DATEWORD)? {_DATE}", _yearly),
    Rule(f"{_EVERY} (?P<unit>UNIT) COMMA? ON? {_DATE_US}", _yearly),
    Rule(f"{_DATE} EVERY (?P<unit>UNIT)", _yearly),
    Rule(f"{_DATE_US} EVERY (?P<unit>UNIT)", _yearly),
    Rule(f"(ON|DATEWORD) {_DATE} EVERY (?P<unit>UNIT)", _yearly),
)
