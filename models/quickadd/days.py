"""Days as they are said: "besok", "Jumat depan", "25 Des", "tgl 5", "end of next month".

Owns which day is meant and what else it could be:

- A weekday is the next one strictly after today. With "ini"/"this" it is this week's, today
  too; with "depan"/"next" it is next week's, and the coming one is the alternative.
- "minggu depan"/"next week" is the Monday of next week; "minggu ini"/"this week" its last day;
  "akhir pekan" Saturday; "bulan depan" the first of next month, or the same day.
- A date without a year is the next one from today on. A date with a year that has passed
  is left in the title with a hint, as are "kemarin" and days that do not exist.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from models.quickadd.calendar import (
    last_of_month,
    next_day_of_month,
    next_day_of_year,
    next_weekday,
    nth_weekday,
    safe_date,
    shifted_months,
    week_start,
    weekday_in_week,
)
from models.quickadd.kinds import Edge, Kind, Lexeme, Part, Unit
from models.quickadd.names import is_counted, is_counted_or_lasting, is_labelled, is_named
from models.quickadd.parsed import HintKind, Reading
from models.quickadd.rules import Heard, Rule
from models.quickadd.spans import unit_of

SATURDAY, SUNDAY, FRIDAY = 5, 6, 4


class Day(NamedTuple):
    """A day, what else it could be, and the part of it that was said with it."""

    date: date
    others: tuple[tuple[Reading, date], ...] = ()
    part: Part | None = None


def _day(found: date | None, *others: tuple[Reading, date | None]) -> Lexeme | None:
    """A day as a token, with the alternatives that differ from it."""
    if found is None:
        return None
    kept = tuple((reading, day) for reading, day in others if day is not None and day != found)
    return Lexeme(Kind.DATE, Day(found, kept))


def _shortened(heard: Heard) -> Lexeme | None:
    """ "tom" and "tod"; with a capital a name, unless a time follows."""
    is_anchored = heard.after != "" and heard.after in _ANCHORS_AFTER
    if heard.line.is_capital(heard.start) and not is_anchored:
        return None
    return _relative(heard)


def _relative(heard: Heard) -> Lexeme | None:
    if is_named(heard, is_certain=True):
        return None
    return _day(heard.context.today + timedelta(days=heard.number("rel")))


def _passed(heard: Heard) -> Lexeme:
    """A day that is over is no due: it stays in the title, and a hint says so."""
    heard.hint(HintKind.PAST)
    return Lexeme(Kind.PASSED)


def weekday(heard: Heard, group: str = "wd") -> int:
    """The weekday of a group's token, 0 for Monday."""
    return heard.number(group, SUNDAY)


def _weekday_alone(heard: Heard) -> Lexeme | None:
    if is_named(heard):
        return None
    kind = heard.line.kinds[heard.match.start("wd")]
    is_prefixed = heard.end - heard.start > 1
    if heard.before == Kind.HARI and not is_prefixed:
        return None
    if kind == Kind.WEAK and not is_prefixed and not _is_believable(heard):
        return None
    today, first = heard.context.today, heard.context.preferences.first_weekday
    coming = next_weekday(today, weekday(heard))
    if kind == Kind.MINGGU and not is_prefixed:
        if not _is_sunday(heard):
            return None
        return _day(coming, (Reading.WEEK, weekday_in_week(today, 0, first, 1)))
    return _day(coming)


_ANCHORS_BEFORE = (
    Kind.ON + Kind.DUE + Kind.BEFORE + Kind.UNTIL + Kind.START + Kind.FROM + Kind.FOR + Kind.REMIND
)
_ANCHORS_AFTER = (
    Kind.AT
    + Kind.HOUR
    + Kind.CLOCK
    + Kind.RANGE
    + Kind.PART
    + Kind.PARTPOST
    + Kind.PARTA
    + Kind.NOON
    + Kind.NUM
)


def _is_believable(heard: Heard) -> bool:
    """Whether a short form that is also another word ("sat", "sun") stands where a day would."""
    if heard.before != "" and heard.before in _ANCHORS_BEFORE:
        return True
    if heard.after != "":
        return heard.after in _ANCHORS_AFTER
    return heard.before not in ("", Kind.PRONOUN, Kind.THE)


def _is_sunday(heard: Heard) -> bool:
    """Whether "minggu" by itself can be a day: not after a number, not "minggu pertama"."""
    if heard.before != "" and heard.before in Kind.NUM + Kind.ORD + Kind.EVERY + Kind.EDGE:
        return False
    return heard.after not in (Kind.ORD, Kind.LAST, Kind.NUM) or heard.after == ""


def _weekday_next(heard: Heard) -> Lexeme | None:
    """ "Jumat depan": next week's; the coming one is the alternative."""
    if is_named(heard) or _is_bare_minggu(heard):
        return None
    today, first = heard.context.today, heard.context.preferences.first_weekday
    day = weekday_in_week(today, weekday(heard), first, 1)
    coming = next_weekday(today, weekday(heard))
    return _day(
        day,
        (Reading.COMING, coming),
        (Reading.WEEK_AFTER, day + timedelta(weeks=1) if day == coming else None),
    )


def _is_bare_minggu(heard: Heard) -> bool:
    """Whether it is "minggu depan" or "minggu ini", a week unless "hari" stands before it."""
    return heard.line.kinds[heard.start] == Kind.MINGGU


def _weekday_this(heard: Heard) -> Lexeme | None:
    """ "Jumat ini": of this week, today too; the next one where it is over."""
    if is_named(heard):
        return None
    today, first = heard.context.today, heard.context.preferences.first_weekday
    day = weekday_in_week(today, weekday(heard), first)
    return _day(day if day >= today else next_weekday(today, weekday(heard)))


def _weekday_coming(heard: Heard) -> Lexeme | None:
    return _day(next_weekday(heard.context.today, weekday(heard)))


def _weekday_of_week(heard: Heard) -> Lexeme | None:
    """ "Jumat minggu depan", "friday next week", "Senin 2 minggu lagi"."""
    today, first = heard.context.today, heard.context.preferences.first_weekday
    if unit_of(heard.value("unit")) is not Unit.WEEK:
        return None
    if heard.has("this"):
        return _weekday_this(heard)
    weeks = heard.number("count", 1)
    return _day(weekday_in_week(today, weekday(heard), first, min(weeks, 500)))


def _week_next(heard: Heard) -> Lexeme | None:
    """ "minggu depan", "next week", "bulan depan", "next month", "tahun depan"."""
    today, first = heard.context.today, heard.context.preferences.first_weekday
    place = heard.match.start("unit")
    match unit_of(heard.value("unit")):
        case Unit.WEEK:
            monday = weekday_in_week(today, 0, first, 1)
            if heard.line.kinds[place] != Kind.MINGGU:
                return _day(monday)
            sunday = weekday_in_week(today, SUNDAY, first, 1)
            coming = next_weekday(today, SUNDAY)
            if heard.line.is_capital(place) and place > 0 and not _is_shouting(heard):
                # Indonesian writes the day with a capital and the week without.
                return _day(sunday, (Reading.COMING, coming), (Reading.WEEK, monday))
            return _day(monday, (Reading.SUNDAY, sunday), (Reading.COMING, coming))
        case Unit.MONTH:
            same = shifted_months(today, 1)
            return _day(same.replace(day=1), (Reading.SAME_DAY, same))
        case Unit.QUARTER:
            return _day(shifted_months(today.replace(day=1), 3 - (today.month - 1) % 3))
        case Unit.YEAR:
            return _day(date(today.year + 1, 1, 1), (Reading.SAME_DAY, shifted_months(today, 12)))
        case Unit.DAY:
            return _day(today + timedelta(days=1))
    return None


def _is_shouting(heard: Heard) -> bool:
    return heard.line.text.isupper() or heard.line.text.istitle()


def _week_this(heard: Heard) -> Lexeme | None:
    """ "minggu ini", "this month": its last day."""
    today, first = heard.context.today, heard.context.preferences.first_weekday
    match unit_of(heard.value("unit")):
        case Unit.WEEK:
            return _day(week_start(today, first) + timedelta(days=6))
        case Unit.MONTH:
            return _day(last_of_month(today))
        case Unit.YEAR:
            return _day(date(today.year, 12, 31))
    return None


def _weekend(heard: Heard) -> Lexeme | None:
    today, first = heard.context.today, heard.context.preferences.first_weekday
    coming = today if today.weekday() >= SATURDAY else next_weekday(today, SATURDAY)
    if heard.has("next"):
        return _day(weekday_in_week(today, SATURDAY, first, 1), (Reading.COMING, coming))
    return _day(coming)


def _weekend_alone(heard: Heard) -> Lexeme | None:
    """ "akhir pekan" is a day; "weekend" alone is a noun."""
    if heard.line.word(heard.start).lower() in ("weekend", "weekends", "wknd"):
        return None
    return _weekend(heard)


def _numbered(heard: Heard) -> Lexeme | None:
    """ "25 Des", "Dec 25 2026", "3rd of May", "Jumat, 25 Desember"."""
    if is_counted_or_lasting(heard) and heard.has("tail"):
        return None
    if heard.before == Kind.HONORIFIC or is_labelled(heard):
        return None
    month, number = heard.number("month"), heard.number("day")
    year = heard.value("year")
    today = heard.context.today
    if isinstance(year, int):
        day = safe_date(year, month, number)
        if day is not None and day < today:
            return _passed(heard)
    else:
        day = next_day_of_year(today, month, number)
    if day is None and number > 0 and number < 100:
        heard.hint(HintKind.IMPOSSIBLE)
    return _day(day)


def _dated(heard: Heard) -> Lexeme | None:
    """ "tgl 25", "the 5th", "tanggal 25 bulan depan"."""
    number, today = heard.number("day"), heard.context.today
    if is_counted(heard) or (heard.line.kinds[heard.start] == Kind.THE and _is_noun(heard)):
        return None
    if heard.has("next"):
        month = shifted_months(today.replace(day=1), 1)
        return _day(safe_date(month.year, month.month, number))
    day = next_day_of_month(today, number)
    if day is None:
        heard.hint(HintKind.IMPOSSIBLE)
    return _day(day)


def _is_noun(heard: Heard) -> bool:
    """Whether "the 5th" goes on with what is counted: "the 5th element"."""
    return heard.before not in _ANCHORS_BEFORE or (
        heard.after == Kind.WORD and (heard.line.is_capital(heard.end))
    )


def _full(heard: Heard) -> Lexeme | None:
    """ "2026-12-25", "25-12-2026"."""
    value = heard.value("full")
    assert isinstance(value, tuple)
    year, month, number, is_iso = value
    day = safe_date(year, month, number)
    swapped = None if is_iso else safe_date(year, number, month)
    is_day_first = heard.context.preferences.is_day_first
    if not is_iso and (not is_day_first or day is None):
        day, swapped = swapped or day, day
    if day is None:
        heard.hint(HintKind.IMPOSSIBLE)
        return None
    if day < heard.context.today:
        return _passed(heard)
    other = Reading.MONTH_FIRST if is_day_first else Reading.DAY_FIRST
    is_ahead = swapped is not None and swapped >= heard.context.today
    return _day(day, (other, swapped if is_ahead else None))


def _slashed(heard: Heard) -> Lexeme | None:
    """ "25/12" and "5/12", by the setting."""
    if is_counted(heard) or is_labelled(heard) or _is_share(heard):
        return None
    value = heard.value("pair")
    assert isinstance(value, tuple)
    first, second = value
    today, is_day_first = heard.context.today, heard.context.preferences.is_day_first
    month_last = next_day_of_year(today, second, first) if second <= 12 else None
    month_first = next_day_of_year(today, first, second) if first <= 12 else None
    day, other = (month_last, month_first) if is_day_first else (month_first, month_last)
    if day is None:
        day, other = other, None
    return _day(day, (Reading.MONTH_FIRST if is_day_first else Reading.DAY_FIRST, other))


_SHARES = ("1/2", "1/3", "1/4", "2/3", "3/4", "24/7")


def _is_share(heard: Heard) -> bool:
    """Whether it is a share of something, "1/2 kue", or "24/7"."""
    said = heard.line.word(heard.start)
    return said in _SHARES and (heard.after in (Kind.WORD, Kind.OF) or said == "24/7")


def _edge(heard: Heard) -> Lexeme | None:
    """ "akhir bulan", "awal minggu depan", "end of next month", "mid January", "eom"."""
    today, first = heard.context.today, heard.context.preferences.first_weekday
    edge = heard.value("edge") if heard.has("edge") else Edge.END
    is_next = heard.has("next")
    if heard.has("month"):
        return _edge_of_named_month(heard, edge, heard.number("month"))
    match unit_of(heard.value("unit")):
        case Unit.DAY:
            return _day(today)
        case Unit.WEEK:
            start = week_start(today, first) + timedelta(weeks=int(is_next))
            offset = {Edge.START: 0, Edge.MIDDLE: 2, Edge.END: 4}[Edge(edge)]
            day = start + timedelta(days=offset)
            if day < today:
                day += timedelta(weeks=1)
            return _day(day, (Reading.SUNDAY, start + timedelta(days=6) if offset == 4 else None))
        case Unit.MONTH:
            return _day(
                _edge_of_month(shifted_months(today.replace(day=1), int(is_next)), edge, today)
            )
        case Unit.YEAR:
            month_day = {Edge.START: (1, 1), Edge.MIDDLE: (6, 30), Edge.END: (12, 31)}[Edge(edge)]
            if is_next:
                return _day(safe_date(today.year + 1, *month_day))
            return _day(next_day_of_year(today, *month_day))
    return None


def _edge_of_named_month(heard: Heard, edge: object, month: int) -> Lexeme | None:
    today, year = heard.context.today, heard.value("year")
    if isinstance(year, int):
        start = date(year, month, 1)
        day = _edge_of_month(start, edge, start)
        return _passed(heard) if day < today else _day(day)
    start = safe_date(today.year, month, 1)
    if start is None:
        return None
    day = _edge_of_month(start, edge, start)
    return _day(day if day >= today else _edge_of_month(shifted_months(start, 12), edge, start))


def _edge_of_month(month: date, edge: object, today: date) -> date:
    """The first, the 15th or the last day of a month; of the next where it is over."""
    for start in (month, shifted_months(month, 1)):
        day = {
            Edge.START: start,
            Edge.MIDDLE: start.replace(day=15),
            Edge.END: last_of_month(start),
        }[Edge(edge)]
        if day >= today:
            return day
    return last_of_month(month)


def _nth_of_month(heard: Heard) -> Lexeme | None:
    """ "the last Friday of the month", "Jumat pertama bulan depan"."""
    today, number = heard.context.today, heard.number("nth")
    is_next = heard.has("next")
    for months in range(int(is_next), 3):
        month = shifted_months(today.replace(day=1), months)
        day = nth_weekday(month.year, month.month, number, weekday(heard))
        if day is not None and day >= today:
            return _day(day)
    return None


def _eve(heard: Heard) -> Lexeme | None:
    """ "malam Minggu" is the evening before; "pagi Senin" the morning of that day."""
    part = heard.value("part")
    is_eve = part is Part.NIGHT
    if is_named(heard) or not isinstance(part, Part):
        return None
    day = next_weekday(heard.context.today, weekday(heard)) - timedelta(days=int(is_eve))
    return Lexeme(Kind.DATE, Day(day, part=part))


def _saturday_night(heard: Heard) -> Lexeme:
    """ "malming": the evening before a weekday, in one word."""
    day = next_weekday(heard.context.today, weekday(heard, "eve")) - timedelta(days=1)
    return Lexeme(Kind.DATE, Day(day, part=Part.NIGHT))


def _end_of_weekday(heard: Heard) -> Lexeme | None:
    """ "EOD Friday", "end of day Friday"."""
    return _weekday_coming(heard) if heard.value("unit") is Unit.DAY else None


def _tonight(heard: Heard) -> Lexeme | None:
    if is_named(heard, is_certain=True):
        return None
    return Lexeme(Kind.DATE, Day(heard.context.today, part=Part.NIGHT))


_DAYNUM = "(?P<day>NUM|ORD)"
_ON_DATE = "COMMA? (DATEWORD|THE)?"

DAYS = (
    Rule("(?P<rel>REL)", _relative),
    Rule("(?P<rel>WEAKREL)", _shortened),
    Rule("GONE", _passed),
    Rule("HARI (?P<wd>WD)", _weekday_alone),
    Rule("(?P<wd>WD)", _weekday_alone),
    Rule("WD PASTPOST", _passed),
    Rule("HARI WD PASTPOST", _passed),
    Rule("(WD|WEEKS|BULAN) GONE", _passed),
    Rule("UNITS PASTPOST", _passed),
    Rule("LAST (WD|UNIT|WEEKEND)", _passed),
    Rule("(NUM|BIG) UNITS (THE? PASTPOST)", _passed),
    Rule("ONEUNIT PASTPOST", _passed),
    Rule("(?P<wd>WD) (?P<next>NEXTPOST)", _weekday_next),
    Rule("HARI (?P<wd>WD) (?P<next>NEXTPOST)", _weekday_next),
    Rule("NEXT (?P<wd>WD)", _weekday_next),
    Rule("(?P<wd>WD) THISPOST", _weekday_this),
    Rule("HARI (?P<wd>WD) THISPOST", _weekday_this),
    Rule("THIS (?P<wd>WD)", _weekday_this),
    Rule("(?P<wd>WD) COMING", _weekday_coming),
    Rule("COMING (?P<wd>WD)", _weekday_coming),
    Rule("(?P<wd>WD) (?P<unit>WEEKS) (NEXTPOST|(?P<this>THISPOST))", _weekday_of_week),
    Rule("HARI (?P<wd>WD) (?P<unit>WEEKS) (NEXTPOST|(?P<this>THISPOST))", _weekday_of_week),
    Rule("(?P<wd>WD) COMMA? (NEXT|(?P<this>THIS)) (?P<unit>WEEKS)", _weekday_of_week),
    Rule("(NEXT|(?P<this>THIS)) (?P<unit>WEEKS) ON? (?P<wd>WD)", _weekday_of_week),
    Rule("(?P<unit>WEEKS) (NEXTPOST|(?P<this>THISPOST)) ON? HARI? (?P<wd>WD)", _weekday_of_week),
    Rule("(?P<wd>WD) (?P<count>NUM) (?P<unit>WEEKS) LATER", _weekday_of_week),
    Rule("(?P<unit>UNITS) NEXTPOST", _week_next),
    Rule("NEXT (?P<unit>UNIT|QUARTER)", _week_next),
    Rule("(?P<unit>WEEKS|BULAN) THISPOST", _week_this),
    Rule("THIS (?P<unit>UNIT)", _week_this),
    Rule("WEEKEND", _weekend_alone),
    Rule("WEEKEND ((?P<next>NEXTPOST)|THISPOST|COMING)", _weekend),
    Rule("((?P<next>NEXT)|THIS|COMING|ON) THE? WEEKEND", _weekend),
    Rule(f"{_DAYNUM} OF? BULAN? (?P<month>MONTH) (COMMA? (?P<year>YEAR))?", _numbered),
    Rule(
        f"(THE|DATEWORD) {_DAYNUM} OF? BULAN? (?P<month>MONTH) (COMMA? (?P<year>YEAR))?", _numbered
    ),
    Rule(f"(?P<month>MONTH) (?P<tail>THE? {_DAYNUM}) (COMMA? (?P<year>YEAR))?", _numbered),
    Rule(
        f"WD {_ON_DATE} {_DAYNUM} OF? BULAN? (?P<month>MONTH) (COMMA? (?P<year>YEAR))?", _numbered
    ),
    Rule(
        f"HARI WD {_ON_DATE} {_DAYNUM} BULAN? (?P<month>MONTH) (COMMA? (?P<year>YEAR))?", _numbered
    ),
    Rule(f"WD COMMA? (?P<month>MONTH) THE? {_DAYNUM} (COMMA? (?P<year>YEAR))?", _numbered),
    Rule(f"(WD|DATEWORD) COMMA? DATEWORD {_DAYNUM}", _dated),
    Rule(f"HARI WD COMMA? DATEWORD {_DAYNUM}", _dated),
    Rule(f"WD COMMA? THE {_DAYNUM}", _dated),
    Rule(f"DATEWORD {_DAYNUM} (BULAN ((?P<next>NEXTPOST)|THISPOST))?", _dated),
    Rule("THE (?P<day>ORD)", _dated),
    Rule("(?P<full>FULLDATE)", _full),
    Rule("(DATEWORD|WD) COMMA? DATEWORD? (?P<full>FULLDATE)", _full),
    Rule("(?P<pair>SLASHED)", _slashed),
    Rule("(DATEWORD|WD) COMMA? DATEWORD? (?P<pair>SLASHED)", _slashed),
    Rule("(?P<edge>EDGE) (?P<unit>UNITS) ((?P<next>NEXTPOST)|THISPOST)?", _edge),
    Rule("(?P<edge>EDGE) ((?P<next>NEXT)|THIS) (?P<unit>UNIT)", _edge),
    Rule("(?P<edge>EDGE) (DASH|OF)? BULAN? (?P<month>MONTH) (?P<year>YEAR)?", _edge),
    Rule("(?P<unit>EDGEOF)", _edge),
    Rule("(?P<unit>EDGEOF) ON? (?P<wd>WD)", _end_of_weekday),
    Rule("EDGE (?P<unit>UNIT) ON? (?P<wd>WD)", _end_of_weekday),
    Rule("THE? (?P<nth>ORD|LAST) (?P<wd>WD) OF ((?P<next>NEXT)|THIS)? UNIT", _nth_of_month),
    Rule("(?P<nth>ORD|LAST) (?P<wd>WD) OF ((?P<next>NEXT)|THIS)? UNIT", _nth_of_month),
    Rule("(?P<wd>WD) (?P<nth>ORD|LAST) BULAN ((?P<next>NEXTPOST)|THISPOST)", _nth_of_month),
    Rule("(?P<part>PART) HARI? (?P<wd>WD)", _eve),
    Rule("(?P<eve>EVENING)", _saturday_night),
    Rule("TONIGHT", _tonight),
)
