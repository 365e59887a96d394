"""Days by the word and by the week: "besok", "minggu depan", "end of month", "akhir pekan".

Owns what day a week, month or year stands for: "minggu depan" is the Monday of next week,
"minggu ini" its last day, "bulan depan" the first of next month (or the same day), "akhir
pekan" Saturday. "kemarin" is no due: it stays in the title, with a hint.
"""

from __future__ import annotations

from datetime import date, timedelta

from models.quickadd.calendar import (
    last_of_month,
    next_day_of_year,
    next_weekday,
    safe_date,
    shifted_months,
    week_start,
    weekday_in_week,
)
from models.quickadd.day import ANCHORS_AFTER, ANCHORS_BEFORE, Day, day_token, passed
from models.quickadd.kinds import Edge, Kind, Lexeme, Part, Unit
from models.quickadd.names import ends_name, is_named, is_title_case
from models.quickadd.parsed import Reading
from models.quickadd.rules import Heard, Rule
from models.quickadd.spans import unit_of
from models.quickadd.wholes import is_attribute, is_noun

SATURDAY, SUNDAY = 5, 6


def _shortened(heard: Heard) -> Lexeme | None:
    """As in "tom" and "tod"; with a capital a name, unless a time follows."""
    is_anchored = heard.after != "" and heard.after in ANCHORS_AFTER
    is_name = heard.line.is_capital(heard.start) or heard.before == Kind.MEETS
    is_met = heard.line.is_capital(heard.start) and heard.before == Kind.MEETS
    if is_met or (is_name and not is_anchored):
        return None
    return _relative(heard)


def _relative(heard: Heard) -> Lexeme | None:
    said = heard.line.word(heard.start)
    is_title = said.count(" ") > 1 and said.istitle() and not is_title_case(heard.line)
    if is_title or is_named(heard, is_certain=True) or (said in _IN_NAMES and ends_name(heard)):
        return None
    if is_attribute(heard):
        return None
    return day_token(heard.context.today + timedelta(days=heard.number("rel")))


def _end_of_day(heard: Heard) -> Lexeme | None:
    """As in "tomorrow EOD"."""
    if heard.value("unit") is not Unit.DAY:
        return None
    return day_token(heard.context.today + timedelta(days=heard.number("rel")))


#: Days that end the names of papers and programmes: "USA Today", "Indonesia Hari Ini".
_IN_NAMES = ("Today", "Hari Ini")


def _tonight(heard: Heard) -> Lexeme | None:
    if is_named(heard, is_certain=True) or is_attribute(heard):
        return None
    return Lexeme(Kind.DATE, Day(heard.context.today, part=Part.NIGHT))


def _week_next(heard: Heard) -> Lexeme | None:
    """As in "minggu depan", "next week", "bulan depan", "next month", "tahun depan"."""
    today, first = heard.context.today, heard.context.preferences.first_weekday
    place = heard.match.start("unit")
    match unit_of(heard.value("unit")):
        case Unit.WEEK:
            monday = weekday_in_week(today, 0, first, 1)
            if heard.line.kinds[place] != Kind.MINGGU:
                return day_token(monday)
            sunday = weekday_in_week(today, SUNDAY, first, 1)
            coming = next_weekday(today, SUNDAY)
            if heard.line.is_capital(place) and place > 0 and not _is_shouting(heard):
                # Indonesian writes the day with a capital and the week without.
                return day_token(sunday, (Reading.COMING, coming), (Reading.WEEK, monday))
            return day_token(monday, (Reading.SUNDAY, sunday), (Reading.COMING, coming))
        case Unit.MONTH:
            same = shifted_months(today, 1)
            return day_token(same.replace(day=1), (Reading.SAME_DAY, same))
        case Unit.QUARTER:
            return day_token(shifted_months(today.replace(day=1), 3 - (today.month - 1) % 3))
        case Unit.YEAR:
            return day_token(
                date(today.year + 1, 1, 1), (Reading.SAME_DAY, shifted_months(today, 12))
            )
        case Unit.DAY:
            return day_token(today + timedelta(days=1))
    return None


def _is_shouting(heard: Heard) -> bool:
    return heard.line.text.isupper() or heard.line.text.istitle()


def _week_this(heard: Heard) -> Lexeme | None:
    """As in "minggu ini", "this month": its last day."""
    today, first = heard.context.today, heard.context.preferences.first_weekday
    match unit_of(heard.value("unit")):
        case Unit.WEEK:
            return day_token(week_start(today, first) + timedelta(days=6))
        case Unit.MONTH:
            return day_token(last_of_month(today))
        case Unit.YEAR:
            return day_token(date(today.year, 12, 31))
    return None


def _weekend(heard: Heard) -> Lexeme | None:
    today, first = heard.context.today, heard.context.preferences.first_weekday
    coming = today if today.weekday() >= SATURDAY else next_weekday(today, SATURDAY)
    if heard.has("next"):
        return day_token(weekday_in_week(today, SATURDAY, first, 1), (Reading.COMING, coming))
    return day_token(coming)


def _weekend_alone(heard: Heard) -> Lexeme | None:
    """As in "akhir pekan"; "weekend" alone is a noun."""
    said = heard.line.word(heard.start).lower()
    if said in ("weekend", "weekends", "wknd") or (
        said == "the weekend"
        and (heard.before == "" or heard.before not in ANCHORS_BEFORE + Kind.AT)
    ):
        return None
    return _weekend(heard)


def _loose_edge(heard: Heard) -> Lexeme | None:
    """As in "akhir bulan", of a line that may say the day itself as well."""
    lexeme = _edge(heard)
    if lexeme is None or not isinstance(lexeme.value, Day):
        return lexeme
    is_day = heard.has("unit") and heard.value("unit") is Unit.DAY
    return Lexeme(lexeme.kind, lexeme.value._replace(is_loose=not is_day))


def _edge(heard: Heard) -> Lexeme | None:
    """As in "akhir bulan", "awal minggu depan", "end of next month", "mid January", "eom"."""
    today, first = heard.context.today, heard.context.preferences.first_weekday
    edge = heard.value("edge") if heard.has("edge") else Edge.END
    is_next = heard.has("next")
    if heard.has("month"):
        return _edge_of_named_month(heard, edge, heard.number("month"))
    match unit_of(heard.value("unit")):
        case Unit.DAY:
            return None if _is_idiom(heard) else day_token(today)
        case Unit.WEEK:
            start = week_start(today, first) + timedelta(weeks=int(is_next))
            offset = {Edge.START: 0, Edge.MIDDLE: 2, Edge.END: 4}[Edge(edge)]
            day = start + timedelta(days=offset)
            if day < today:
                day += timedelta(weeks=1)
            return day_token(
                day, (Reading.SUNDAY, start + timedelta(days=6) if offset == 4 else None)
            )
        case Unit.MONTH:
            return day_token(
                _edge_of_month(shifted_months(today.replace(day=1), int(is_next)), edge, today)
            )
        case Unit.YEAR:
            month_day = {Edge.START: (1, 1), Edge.MIDDLE: (6, 30), Edge.END: (12, 31)}[Edge(edge)]
            if is_next:
                return day_token(safe_date(today.year + 1, *month_day))
            return day_token(next_day_of_year(today, *month_day))
    return None


def _is_idiom(heard: Heard) -> bool:
    """Whether "end of the day" is only a way to say "after all"."""
    line = heard.line
    is_sentence = heard.after == Kind.PRONOUN or line.word(heard.end).lower() in ("is", "was")
    return line.word(heard.start).lower().endswith(" the") and (
        is_sentence or is_noun(line, heard.end)
    )


def _day_of_month(heard: Heard) -> Lexeme | None:
    """As in "the last day of the month", "first day of December", "hari terakhir bulan ini"."""
    unit = heard.value("whole") if heard.has("whole") else Unit.MONTH
    if unit_of(heard.value("day")) is not Unit.DAY or unit not in (Unit.MONTH, Unit.YEAR):
        return None
    number = heard.number("nth")
    if number not in (-1, 1):
        return None
    edge, today = Edge.END if number < 0 else Edge.START, heard.context.today
    if heard.has("month"):
        return _edge_of_named_month(heard, edge, heard.number("month"))
    if unit is Unit.YEAR:
        year = today.year + int(heard.has("next") or number > 0)
        return day_token(date(year, 12, 31) if number < 0 else date(year, 1, 1))
    month = shifted_months(today.replace(day=1), int(heard.has("next")))
    return day_token(_edge_of_month(month, edge, today))


def _until_month(heard: Heard) -> Lexeme | None:
    """As in "sampai Desember 2027" of what repeats: the month's last day."""
    is_repeated = any(kind in _REPEATING for kind in heard.line.kinds)
    if heard.before != Kind.UNTIL or not is_repeated or heard.after in (Kind.NUM, Kind.ORD):
        return None
    return _edge_of_named_month(heard, Edge.END, heard.number("month"))


_REPEATING = Kind.EVERY + Kind.ADVERB + Kind.WDAYS + Kind.ONCE


def _edge_of_named_month(heard: Heard, edge: object, month: int) -> Lexeme | None:
    today, year = heard.context.today, heard.value("year")
    if isinstance(year, int):
        start = date(year, month, 1)
        day = _edge_of_month(start, edge, start)
        return passed(heard) if day < today else day_token(day)
    start = safe_date(today.year, month, 1)
    if start is None:
        return None
    day = _edge_of_month(start, edge, start)
    return day_token(
        day if day >= today else _edge_of_month(shifted_months(start, 12), edge, start)
    )


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


_OF_MONTH = "OF (((?P<next>NEXT)|THIS)? (?P<whole>UNIT)|(?P<month>MONTH) (?P<year>YEAR)?)"

PERIODS = (
    Rule("(?P<rel>REL)", _relative),
    Rule("(?P<rel>WEAKREL)", _shortened),
    Rule("(?P<rel>REL) COMMA? (?P<unit>EDGEOF)", _end_of_day),
    Rule("(?P<unit>EDGEOF) (?P<rel>REL)", _end_of_day),
    Rule("(?P<unit>UNITS) NEXTPOST", _week_next),
    Rule("NEXT (?P<unit>UNIT|QUARTER|MINGGU)", _week_next),
    Rule("(?P<unit>WEEKS|BULAN) THISPOST", _week_this),
    Rule("THIS (?P<unit>UNIT)", _week_this),
    Rule("WEEKEND", _weekend_alone),
    Rule("WEEKEND ((?P<next>NEXTPOST)|THISPOST|COMING)", _weekend),
    Rule("((?P<next>NEXT)|THIS|COMING|ON) THE? WEEKEND", _weekend),
    Rule("(?P<edge>EDGE) (?P<unit>UNITS) ((?P<next>NEXTPOST)|THISPOST)?", _loose_edge),
    Rule("(?P<edge>EDGE) ((?P<next>NEXT)|THIS) (?P<unit>UNIT)", _loose_edge),
    Rule("(?P<edge>EDGE) (DASH|OF)? BULAN? (?P<month>MONTH) (?P<year>YEAR)?", _loose_edge),
    Rule("IN (?P<edge>EDGE) (DASH|OF)? BULAN? (?P<month>MONTH) (?P<year>YEAR)?", _loose_edge),
    Rule("(?P<unit>EDGEOF)", _edge),
    Rule("EDGE (?P<unit>UNIT) COMMA? (?P<rel>REL)", _end_of_day),
    Rule(f"(?P<nth>LAST|ORD) (?P<day>UNIT) {_OF_MONTH}", _day_of_month),
    Rule(f"THE (?P<nth>LAST|ORD) (?P<day>UNIT) {_OF_MONTH}", _day_of_month),
    Rule("(?P<day>HARI) (?P<nth>LAST|ORD) BULAN ((?P<next>NEXTPOST)|THISPOST)", _day_of_month),
    Rule("(?P<day>HARI) (?P<nth>LAST|ORD) BULAN? (?P<month>MONTH) (?P<year>YEAR)?", _day_of_month),
    Rule("(?P<month>MONTH) (?P<year>YEAR)?", _until_month),
    Rule("BULAN (?P<month>MONTH) (?P<year>YEAR)?", _until_month),
    Rule("TONIGHT", _tonight),
    Rule("GONE", passed),
    Rule("UNITS PASTPOST", passed),
    Rule("(NUM|BIG) UNITS (THE? PASTPOST)", passed),
    Rule("ONEUNIT PASTPOST", passed),
)
