"""Dates by number: "25 Des", "tgl 5", "3rd of May", "5/12", "2026-12-25", "25-27 Des".

Owns the year and month that are not said: the next such date from today on. One that names a
year and has passed, or that does not exist, stays in the title with a hint.
"""

from __future__ import annotations

from models.quickadd.calendar import (
    next_day_of_month,
    next_day_of_year,
    safe_date,
    shifted_months,
)
from models.quickadd.day import ANCHORS_AFTER, ANCHORS_BEFORE, Day, DayBounds, day_token, passed
from models.quickadd.kinds import Kind, Lexeme, Unit
from models.quickadd.names import (
    is_counted,
    is_counted_or_lasting,
    is_labelled,
    is_persons,
    is_street,
)
from models.quickadd.numbers import Range
from models.quickadd.parsed import HintKind, Reading
from models.quickadd.rules import Heard, Rule
from models.quickadd.wholes import is_attribute, is_dates_attribute, is_history, is_house_number


def _numbered(heard: Heard) -> Lexeme | None:
    """As in "25 Des", "Dec 25 2026", "3rd of May", "Jumat, 25 Desember"."""
    is_bare = heard.has("tail") and heard.line.kinds[heard.end - 1] == Kind.NUM
    if is_bare and not _is_anchored(heard) and is_counted_or_lasting(heard):
        return None
    is_timed = heard.after in (Kind.CLOCK, Kind.HOUR, Kind.AT)
    is_label = is_labelled(heard) and not is_timed
    if heard.before == Kind.HONORIFIC or is_label or is_street(heard):
        return None
    if is_dates_attribute(heard) or is_house_number(heard.line, heard.end - 1) or is_history(heard):
        return None
    is_seen = heard.before in (Kind.WORK, Kind.SEEN) and not is_timed
    if heard.has("tail") and (is_seen or is_persons(heard)):
        # "lagu Januari tanggal 15"
        return None
    if heard.before == Kind.PRONOUN and heard.has("tail"):
        # "we may 3"
        return None
    month, number = heard.number("month"), heard.number("day")
    year = heard.value("year")
    today = heard.context.today
    if isinstance(year, int):
        day = safe_date(year, month, number)
        if day is not None and day < today:
            return passed(heard)
    else:
        day = next_day_of_year(today, month, number)
    if day is None and number > 0 and number < 100:
        heard.hint(HintKind.IMPOSSIBLE)
    return day_token(day)


def _dated(heard: Heard) -> Lexeme | None:
    """As in "tgl 25", "the 5th", "tanggal 25 bulan depan"."""
    number, today = heard.number("day"), heard.context.today
    if heard.line.kinds[heard.match.start("day") - 1] == Kind.THE and _is_some(heard):
        return None
    if heard.has("next"):
        month = shifted_months(today.replace(day=1), 1)
        return day_token(safe_date(month.year, month.month, number))
    day = next_day_of_month(today, number)
    if day is None:
        heard.hint(HintKind.IMPOSSIBLE)
    return day_token(day)


def _is_some(heard: Heard) -> bool:
    """Whether it says how many, or which of them: "wed the two layouts", "the 2 of us"."""
    is_number = heard.line.kinds[heard.end - 1] == Kind.NUM
    is_word = is_number and heard.line.word(heard.end - 1).isalpha()
    return is_counted(heard) or is_word or (is_number and heard.after == Kind.WORD)


def _day_of_unit(heard: Heard) -> Lexeme | None:
    """As in "the 5th of next month"."""
    return _dated(heard) if heard.value("unit") is Unit.MONTH else None


def _is_anchored(heard: Heard) -> bool:
    """Whether a word such as "on" or "due" stands before it."""
    return heard.before != "" and heard.before in ANCHORS_BEFORE


def _ordinal(heard: Heard) -> Lexeme | None:
    """As in "on the 5th", "due 5th"; not "the 1st draft", "on the 3rd floor"."""
    if not _is_anchored(heard) or heard.after == Kind.OF:
        return None
    is_bare = heard.end - heard.start == 1
    is_due = heard.before in (Kind.DUE, Kind.BEFORE, Kind.UNTIL, Kind.START)
    is_noun = heard.after == Kind.WORD and (is_bare or heard.number("day") <= _FLOORS)
    is_first = heard.before == Kind.ON and heard.start == 1
    if is_due or (is_first and not is_bare):
        # "on the 1st kids party" begins with a day.
        return None if is_counted(heard) or heard.after == Kind.LABEL else _dated(heard)
    if is_noun or (is_bare and heard.before in (Kind.ON, Kind.FOR, Kind.FROM)):
        return None
    return _dated(heard)


#: First, second and third things are met more often than the first days of a month.
_FLOORS = 3


#: Two digits from here on are a year of the century before: "17-8-45".
_PAST_CENTURY = 45


def _full(heard: Heard) -> Lexeme | None:
    """As in "2026-12-25", "25-12-2026"."""
    value = heard.value("full")
    assert isinstance(value, tuple)
    if is_attribute(heard):
        # "the 12-3-30 workout"
        return None
    year, month, number, is_iso = value
    if year < 100:
        year += 2000 if year < _PAST_CENTURY else 1900
    day = safe_date(year, month, number)
    swapped = None if is_iso else safe_date(year, number, month)
    is_day_first = heard.context.preferences.is_day_first
    if not is_iso and (not is_day_first or day is None):
        day, swapped = swapped or day, day
    if day is None:
        heard.hint(HintKind.IMPOSSIBLE)
        return None
    if day < heard.context.today:
        return passed(heard)
    other = Reading.MONTH_FIRST if is_day_first else Reading.DAY_FIRST
    is_ahead = swapped is not None and swapped >= heard.context.today
    return day_token(day, (other, swapped if is_ahead else None))


def _slashed(heard: Heard) -> Lexeme | None:
    """As in "25/12"; in "5/12" the setting says which is the day."""
    is_alone = heard.end - heard.start == 1
    if is_alone and (is_counted(heard) or is_labelled(heard) or _is_share(heard)):
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
    return day_token(day, (Reading.MONTH_FIRST if is_day_first else Reading.DAY_FIRST, other))


#: What is no date where a noun follows: shares, and days and shops known by their numbers.
_SHARES = frozenset(
    f"{share}/{whole}"
    for whole, shares in (
        (2, (1,)),
        (3, (1, 2)),
        (4, (1, 3)),
        (5, (1, 2, 3, 4)),
        (6, (1, 5)),
        (8, (1, 3, 5, 7)),
        (10, (9,)),
        (11, (7, 9)),
        (20, (20,)),
    )
    for share in shares
)


def _is_share(heard: Heard) -> bool:
    """Whether it is a share of something, "1/2 kue", a mark, "rated 8/10", or "24/7"."""
    line, said = heard.line, heard.line.word(heard.start)
    if said == "24/7" or heard.before in (Kind.WORK, Kind.SEEN):
        return True
    if (
        said.endswith(("/5", "/10"))
        and Kind.LABEL in line.kinds[max(0, heard.start - 3) : heard.start]
    ):
        return True
    return said in _SHARES and heard.after not in ("", *ANCHORS_AFTER)


def _day_bounds(heard: Heard) -> Lexeme | None:
    """As in "25-27 Des", "tgl 25 sampai 27", "Dec 25 to 27": from one day to another."""
    ends = _numbers(heard)
    if ends is None or is_labelled(heard) or is_counted(heard):
        return None
    if heard.before in (Kind.HOUR, Kind.AT):
        # "jam 9 sampai 31 Des" begins with a time.
        return None
    today, (first, last) = heard.context.today, ends
    if heard.has("month"):
        begin = next_day_of_year(today, heard.number("month"), first)
        end = safe_date(begin.year, begin.month, last) if begin else None
    else:
        begin = next_day_of_month(today, first)
        end = next_day_of_month(begin, last) if begin else None
    if begin is None or end is None or end <= begin:
        return None
    return Lexeme(Kind.DAYS, DayBounds(Day(begin), Day(end)))


def _numbers(heard: Heard) -> tuple[int, int] | None:
    if isinstance(value := heard.value("range"), Range):
        both = (value.first, value.last)
        return (int(both[0]), int(both[1])) if all(map(str.isdecimal, both)) else None
    return heard.number("first"), heard.number("last")


_DAYNUM = "(?P<day>NUM|ORD)"
_ON_DATE = "COMMA? (DATEWORD|THE)?"
_BOTH = "((?P<range>RANGE)|(?P<first>NUM|ORD) TILL DATEWORD? (?P<last>NUM|ORD))"

DATES = (
    Rule(
        f"(THE|DATEWORD) {_DAYNUM} OF? BULAN? (?P<month>MONTH) (COMMA? (?P<year>YEAR))?", _numbered
    ),
    Rule(
        f"WD {_ON_DATE} {_DAYNUM} OF? BULAN? (?P<month>MONTH) (COMMA? (?P<year>YEAR))?", _numbered
    ),
    Rule(
        f"HARI WD {_ON_DATE} {_DAYNUM} BULAN? (?P<month>MONTH) (COMMA? (?P<year>YEAR))?", _numbered
    ),
    Rule(f"{_DAYNUM} OF? BULAN? (?P<month>MONTH) (COMMA? (?P<year>YEAR))?", _numbered),
    Rule(f"(?P<month>MONTH) DOT? (?P<tail>THE? {_DAYNUM}) (COMMA? (?P<year>YEAR))?", _numbered),
    Rule(f"WD COMMA? (?P<month>MONTH) THE? {_DAYNUM} (COMMA? (?P<year>YEAR))?", _numbered),
    Rule(f"(WD|DATEWORD) COMMA? DATEWORD {_DAYNUM}", _dated),
    Rule(f"HARI WD COMMA? DATEWORD {_DAYNUM}", _dated),
    Rule(f"WD COMMA? THE {_DAYNUM}", _dated),
    Rule(f"DATEWORD {_DAYNUM} (BULAN ((?P<next>NEXTPOST)|THISPOST))?", _dated),
    Rule("DATEWORD (?P<day>NUM) BULAN (?P<month>NUM)", _numbered),
    Rule("BULAN (?P<next>NEXTPOST) COMMA? DATEWORD (?P<day>NUM)", _dated),
    Rule("(?P<next>NEXT) (?P<unit>UNIT) ON? THE (?P<day>ORD)", _day_of_unit),
    Rule("THE (?P<day>ORD) OF ((?P<next>NEXT)|THIS)? (?P<unit>UNIT)", _day_of_unit),
    Rule("THE (?P<day>ORD)", _ordinal),
    Rule("(?P<day>ORD)", _ordinal),
    Rule("(WDAY|WEAK|HARI WD) COMMA? (?P<day>ORD)", _dated),
    Rule("(?P<month>MONTH) (?P<tail>DATEWORD (?P<day>NUM))", _numbered),
    Rule("BULAN (?P<month>MONTH) DATEWORD (?P<day>NUM)", _numbered),
    Rule("(?P<full>FULLDATE)", _full),
    Rule("(DATEWORD|WD) COMMA? DATEWORD? (?P<full>FULLDATE)", _full),
    Rule("(?P<pair>SLASHED)", _slashed),
    Rule("(DATEWORD|WD) COMMA? DATEWORD? (?P<pair>SLASHED)", _slashed),
    Rule(f"{_BOTH} OF? BULAN? (?P<month>MONTH)", _day_bounds),
    Rule(f"DATEWORD {_BOTH} (BULAN? (?P<month>MONTH))?", _day_bounds),
    Rule(f"FROM THE? DATEWORD? {_BOTH} OF? BULAN? (?P<month>MONTH)", _day_bounds),
    Rule(f"FROM DATEWORD {_BOTH}", _day_bounds),
    Rule(f"(?P<month>MONTH) {_BOTH}", _day_bounds),
)
