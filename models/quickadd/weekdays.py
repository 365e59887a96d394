"""Weekdays as they are said: "Senin", "Jumat depan", "friday next week", "malam Minggu".

Owns which one is meant: the next strictly after today, but today where its time is still ahead;
with "ini" or "this" this week's, today too; with "depan" or "next" next week's, and the coming
one is the alternative.
"""

from __future__ import annotations

from datetime import date, timedelta

from models.quickadd.calendar import next_weekday, nth_weekday, shifted_months, weekday_in_week
from models.quickadd.day import ANCHORS_AFTER, ANCHORS_BEFORE, Day, day_token, passed
from models.quickadd.kinds import Kind, Lexeme, Part, Unit
from models.quickadd.names import begins_name, describes_noun, is_named, is_seen
from models.quickadd.parsed import Reading
from models.quickadd.rules import Heard, Rule
from models.quickadd.spans import unit_of
from models.quickadd.wholes import is_owned

SUNDAY = 6


def weekday(heard: Heard, group: str = "wd") -> int:
    """The weekday of a group's token, 0 for Monday."""
    return heard.number(group, SUNDAY)


def _weekday_alone(heard: Heard) -> Lexeme | None:
    if is_named(heard) or is_owned(heard):
        return None
    if heard.after in (Kind.OF, Kind.IN) and heard.before in (Kind.ORD, Kind.LAST):
        # "second Sunday of Advent"
        return None
    if heard.before == Kind.EVERY:
        # "setiap Senin adalah lagu"
        return None
    kind = heard.line.kinds[heard.match.start("wd")]
    is_prefixed = heard.end - heard.start > 1
    if (heard.before == Kind.HARI and not is_prefixed) or _is_listed(heard):
        return None
    if describes_noun(heard, heard.match.start("wd")):
        return None
    if kind == Kind.WEAK and not is_prefixed and not _is_believable(heard):
        return None
    today, first = heard.context.today, heard.context.preferences.first_weekday
    coming = next_weekday(today, weekday(heard))
    is_today = weekday(heard) == today.weekday()
    others: tuple[tuple[Reading, date], ...] = ()
    if kind == Kind.MINGGU and not is_prefixed:
        if not _is_sunday(heard):
            return None
        others = ((Reading.WEEK, weekday_in_week(today, 0, first, 1)),)
    return Lexeme(Kind.DATE, Day(coming, others, is_today_too=is_today))


def _is_believable(heard: Heard) -> bool:
    """Whether a short form that is also another word ("sat", "sun") stands where a day would."""
    if (
        heard.before in (Kind.NUM, Kind.BIG)
        and heard.line.kind(heard.start - 2) not in _NUMBERED
        and heard.after not in (Kind.AT, Kind.HOUR, Kind.CLOCK, Kind.RANGE)
    ):
        # "50 sen"
        return False
    if heard.before != "" and heard.before in ANCHORS_BEFORE:
        return True
    if heard.after != "" and (heard.start == 0 or heard.after not in _CLOSING):
        is_told_to_do = heard.start == 0 and heard.after in _DOING
        return is_told_to_do or heard.after in ANCHORS_AFTER
    return heard.before not in ("", Kind.PRONOUN, Kind.THE)


#: What may follow a day at the end of what is to be done.
_CLOSING = (
    Kind.FOR
    + Kind.COMMA
    + Kind.TAG
    + Kind.GOAL
    + Kind.PRIO
    + Kind.URL
    + Kind.REMIND
    + Kind.READY
    + Kind.DUE
    + Kind.BEFORE
)
#: "mon call the bank", but not "mon ami".
_DOING = Kind.VERB + Kind.MEETS + Kind.PAYING + Kind.SEEN


def _is_listed(heard: Heard) -> bool:
    """Whether it is one of several days, of which none is meant for sure: "Senin dan Kamis"."""
    line, joins = heard.line, (Kind.AND, Kind.COMMA)
    if line.kind(heard.end) in _ANY or line.kind(heard.start - 1) in _ANY:
        # "libur Sabtu Minggu"
        return True
    behind = line.kind(heard.start - 1) in joins and line.kind(heard.start - 2) in _ANY
    ahead = line.kind(heard.end) in joins and line.kind(heard.end + 1) in (*_ANY, *joins)
    return behind or ahead


#: A number behind these is no count of weeks.
_NUMBERED = (Kind.HOUR, Kind.AT, Kind.LABEL)
_ANY = (Kind.WDAY, Kind.WEAK, Kind.MINGGU)


def _is_sunday(heard: Heard) -> bool:
    """Whether "minggu" by itself can be a day: not after a number, not "minggu pertama"."""
    is_clock = heard.before == Kind.NUM and heard.line.kind(heard.start - 2) in _NUMBERED
    if heard.before in (Kind.NUM, Kind.ORD, Kind.EVERY, Kind.EDGE) and not is_clock:
        return False
    return heard.after not in (Kind.ORD, Kind.LAST, Kind.NUM) or heard.after == ""


def _weekday_next(heard: Heard) -> Lexeme | None:
    """As in "Jumat depan": next week's; the coming one is the alternative."""
    if is_named(heard) or _is_bare_minggu(heard):
        return None
    today, first = heard.context.today, heard.context.preferences.first_weekday
    day = weekday_in_week(today, weekday(heard), first, 1)
    coming = next_weekday(today, weekday(heard))
    return day_token(
        day,
        (Reading.COMING, coming),
        (Reading.WEEK_AFTER, day + timedelta(weeks=1) if day == coming else None),
    )


def _is_bare_minggu(heard: Heard) -> bool:
    """Whether it is "minggu depan" or "minggu ini", a week unless "hari" stands before it."""
    return heard.line.kinds[heard.match.start("wd")] == Kind.MINGGU


def _weekday_this(heard: Heard) -> Lexeme | None:
    """As in "Jumat ini": of this week, today too; the next one where it is over."""
    if is_named(heard):
        return None
    today, first = heard.context.today, heard.context.preferences.first_weekday
    day = weekday_in_week(today, weekday(heard), first)
    return day_token(day if day >= today else next_weekday(today, weekday(heard)))


def _weekday_after_coming(heard: Heard) -> Lexeme | None:
    """As in "coming Friday"; in "the plumber is coming Friday" the plumber is."""
    before = heard.line.word(heard.start - 1).lower()
    is_verb = before in _BEING or before.endswith(("'s", "’s", "'re", "’re"))
    if is_verb and heard.line.word(heard.start).lower() == "coming":
        return None
    return _weekday_coming(heard)


_BEING = ("is", "are", "be", "was", "were", "not")


def _weekday_coming(heard: Heard) -> Lexeme | None:
    return day_token(next_weekday(heard.context.today, weekday(heard)))


def _weekday_tomorrow(heard: Heard) -> Lexeme | None:
    """As in "Jumat besok", "besok Senin": the coming one, also where that is not tomorrow."""
    return None if is_named(heard) else _weekday_coming(heard)


def _weekday_of_week(heard: Heard) -> Lexeme | None:
    """As in "Jumat minggu depan", "friday next week", "Senin 2 minggu lagi"."""
    today, first = heard.context.today, heard.context.preferences.first_weekday
    if unit_of(heard.value("unit")) is not Unit.WEEK:
        return None
    if heard.has("this"):
        return _weekday_this(heard)
    weeks = heard.number("count", 1)
    return day_token(weekday_in_week(today, weekday(heard), first, min(weeks, 500)))


def _nth_of_month(heard: Heard) -> Lexeme | None:
    """As in "the last Friday of the month", "Jumat pertama bulan depan", "first Monday in May"."""
    if is_seen(heard):
        return None
    today, number = heard.context.today, heard.number("nth")
    if heard.has("month"):
        for year in (today.year, today.year + 1):
            day = nth_weekday(year, heard.number("month"), number, weekday(heard))
            if day is not None and day >= today:
                return day_token(day)
        return None
    is_next = heard.has("next")
    for months in range(int(is_next), 3):
        month = shifted_months(today.replace(day=1), months)
        day = nth_weekday(month.year, month.month, number, weekday(heard))
        if day is not None and day >= today:
            return day_token(day)
    return None


def _eve(heard: Heard) -> Lexeme | None:
    """As in "malam Minggu", the evening before; "pagi Senin" is of that day."""
    part = heard.value("part")
    is_eve = part is Part.NIGHT
    if is_named(heard) or not isinstance(part, Part) or begins_name(heard):
        return None
    day = next_weekday(heard.context.today, weekday(heard)) - timedelta(days=int(is_eve))
    return Lexeme(Kind.DATE, Day(day, part=part))


def _saturday_night(heard: Heard) -> Lexeme:
    """As in "malming": the evening before a weekday, in one word."""
    day = next_weekday(heard.context.today, weekday(heard, "eve")) - timedelta(days=1)
    return Lexeme(Kind.DATE, Day(day, part=Part.NIGHT))


def _end_of_weekday(heard: Heard) -> Lexeme | None:
    """As in "EOD Friday", "end of day Friday"."""
    return _weekday_coming(heard) if heard.value("unit") is Unit.DAY else None


WEEKDAYS = (
    Rule("HARI (?P<wd>WD)", _weekday_alone),
    Rule("(?P<wd>WD)", _weekday_alone),
    Rule("(?P<wd>WD) (?P<next>NEXTPOST)", _weekday_next),
    Rule("HARI (?P<wd>WD) (?P<next>NEXTPOST)", _weekday_next),
    Rule("NEXT (?P<wd>WD)", _weekday_next),
    Rule("(?P<wd>WD) THISPOST", _weekday_this),
    Rule("HARI (?P<wd>WD) THISPOST", _weekday_this),
    Rule("THIS (?P<wd>WD)", _weekday_this),
    Rule("(?P<wd>WD) COMING", _weekday_coming),
    Rule("(?P<wd>WD) REL", _weekday_tomorrow),
    Rule("HARI (?P<wd>WD) REL", _weekday_tomorrow),
    Rule("REL COMMA? HARI? (?P<wd>WD)", _weekday_tomorrow),
    Rule("COMING (?P<wd>WD)", _weekday_after_coming),
    Rule("(?P<wd>WD) (?P<unit>WEEKS) (NEXTPOST|(?P<this>THISPOST))", _weekday_of_week),
    Rule("HARI (?P<wd>WD) (?P<unit>WEEKS) (NEXTPOST|(?P<this>THISPOST))", _weekday_of_week),
    Rule("(?P<wd>WD) COMMA? (NEXT|(?P<this>THIS)) (?P<unit>WEEKS)", _weekday_of_week),
    Rule("(NEXT|(?P<this>THIS)) (?P<unit>WEEKS) ON? (?P<wd>WD)", _weekday_of_week),
    Rule("(?P<unit>WEEKS) (NEXTPOST|(?P<this>THISPOST)) ON? HARI? (?P<wd>WD)", _weekday_of_week),
    Rule("(?P<wd>WD) (?P<count>NUM) (?P<unit>WEEKS) LATER", _weekday_of_week),
    Rule("(?P<unit>EDGEOF) ON? (?P<wd>WD)", _end_of_weekday),
    Rule("(?P<wd>WD) COMMA? (?P<unit>EDGEOF)", _end_of_weekday),
    Rule("EDGE (?P<unit>UNIT) ON? (?P<wd>WD)", _end_of_weekday),
    Rule("THE? (?P<nth>ORD|LAST) (?P<wd>WD) OF ((?P<next>NEXT)|THIS)? UNIT", _nth_of_month),
    Rule("(?P<nth>ORD|LAST) (?P<wd>WD) OF ((?P<next>NEXT)|THIS)? UNIT", _nth_of_month),
    Rule("THE (?P<nth>ORD|LAST) (?P<wd>WD) (OF|IN) (?P<month>MONTH)", _nth_of_month),
    Rule("(?P<nth>ORD|LAST) (?P<wd>WD) (OF|IN) (?P<month>MONTH)", _nth_of_month),
    Rule("(?P<wd>WD) (?P<nth>ORD|LAST) (BULAN|IN) (?P<month>MONTH)", _nth_of_month),
    Rule("(?P<wd>WD) (?P<nth>ORD|LAST) BULAN ((?P<next>NEXTPOST)|THISPOST)", _nth_of_month),
    Rule("(?P<part>PART) HARI? (?P<wd>WD)", _eve),
    Rule("(?P<eve>EVENING)", _saturday_night),
    Rule("WD PASTPOST", passed),
    Rule("HARI WD PASTPOST", passed),
    Rule("(WD|WEEKS|BULAN) GONE", passed),
    Rule("LAST (WD|UNIT|WEEKEND)", passed),
)
