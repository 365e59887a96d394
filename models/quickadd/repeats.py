"""Repeats by the day and the week as they are said: "tiap Senin & Kamis", "2 minggu sekali".

Owns which rule is meant (RFC 5545 section 3.3.10), as a `Repeat`; how it is written and
when it first comes is `models.quickadd.recurring`'s. Days of a month or a year are
`models.quickadd.month_repeats`'s.
"""

from __future__ import annotations

from models.quickadd.day import ANCHORS_AFTER
from models.quickadd.every import (
    EVERY,
    MDAYS,
    WDS,
    adverb_parts,
    every,
    is_every,
    numbers_in,
    repeat_token,
)
from models.quickadd.kinds import Kind, Lexeme, Part, Unit
from models.quickadd.names import ends_name, is_named, is_seen, is_sentence_adverb
from models.quickadd.parsed import Reading
from models.quickadd.recurring import WEEKEND, WORKDAYS, Repeat
from models.quickadd.rules import Heard, Rule
from models.quickadd.spans import unit_of
from models.quickadd.wholes import follows_article

_WEEKDAYS = Kind.WDAY + Kind.WEAK + Kind.MINGGU + Kind.WDAYS


def _interval(heard: Heard) -> Lexeme | None:
    """As in "setiap hari", "every 3 weeks", "every other day", "2 minggu sekali"."""
    count = 2 if heard.has("other") else heard.number("count")
    repeat = every(heard.value("unit"), count)
    if repeat is None:
        return None
    if is_seen(heard):
        return None
    place = heard.match.start("unit")
    is_counted = heard.has("count") or heard.has("other")
    if (
        heard.line.kinds[place] == Kind.HOUR
        and not is_counted
        and heard.after in (Kind.NUM, Kind.CLOCK, Kind.DOTTED)
    ):
        # "setiap jam 9" is daily.
        return None
    if _is_said_of(heard):
        return None
    if heard.line.kinds[place] == Kind.MINGGU and count == 1:
        weekly, sunday = repeat, Repeat("WEEKLY", byday=((0, 6),))
        if heard.line.is_capital(place) and not heard.line.text.isupper():
            return repeat_token(heard, sunday, (Reading.WEEK, weekly))
        return repeat_token(heard, weekly, (Reading.SUNDAY, sunday))
    return repeat_token(heard, repeat)


def _is_said_of(heard: Heard) -> bool:
    """Whether it is part of a name or a saying: "the Every Day Low Prices flyer", "tiap hari adalah
    pelajaran"."""
    return follows_article(heard) or heard.line.word(heard.end).lower() in ("is", "adalah")


def _daily(heard: Heard) -> Lexeme:
    """As in "setiap jam 9 malam": each day at that time."""
    return repeat_token(heard, Repeat("DAILY"))


def _adverb(heard: Heard) -> Lexeme | None:
    """As in "daily", "monthly": at the end or before a time, not as in "weekly report"."""
    is_every = " " in heard.line.word(heard.start)
    if (is_sentence_adverb(heard) and not is_every) or heard.before == Kind.THE:
        return None
    if ends_name(heard):
        return None
    repeat = every(*adverb_parts(heard))
    return repeat_token(heard, repeat) if repeat else None


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
    if is_every(heard) and _is_said_of(heard):
        return None
    if heard.has("unit") and unit_of(heard.value("unit")) is not Unit.WEEK:
        return None
    if heard.line.kinds[heard.start] == Kind.WDAYS and (
        heard.before == Kind.FROM
        or is_named(heard)
        or (heard.start > 0 and heard.before != Kind.COMMA and is_sentence_adverb(heard))
    ):
        return None
    return repeat_token(heard, Repeat("WEEKLY", count, _days_in(heard, "days")))


def _week(heard: Heard) -> Lexeme | None:
    """As in "Mon-Fri 9am": whole weeks of days at a time come again, shorter ones are once."""
    days = _days_in(heard, "days")
    is_timed = (heard.after != "" and heard.after in ANCHORS_AFTER) or (
        heard.before != "" and heard.before in Kind.CLOCK + Kind.AMPM + Kind.RANGE
    )
    return (
        repeat_token(heard, Repeat("WEEKLY", byday=days)) if is_timed and len(days) >= 5 else None
    )


def _all_but(heard: Heard) -> Lexeme | None:
    """As in "setiap hari kecuali Minggu"."""
    if unit_of(heard.value("unit")) is not Unit.DAY:
        return None
    if heard.has("days"):
        left_out = _days_in(heard, "days")
    else:
        left_out = WEEKEND if heard.has("weekend") else WORKDAYS
    days = tuple((0, day) for day in range(7) if (0, day) not in left_out)
    return repeat_token(heard, Repeat("WEEKLY", byday=days)) if days else None


def _adverb_on_weekdays(heard: Heard) -> Lexeme | None:
    """As in "weekly on Monday", "biweekly on Fridays"."""
    unit, count = adverb_parts(heard)
    if unit is not Unit.WEEK:
        return None
    return repeat_token(heard, Repeat("WEEKLY", count, _days_in(heard, "days")))


def _adverb_on_days(heard: Heard) -> Lexeme | None:
    """As in "monthly on the 3rd"."""
    repeat, numbers = every(*adverb_parts(heard)), tuple(sorted(set(numbers_in(heard, "days"))))
    if repeat is None or repeat.freq != "MONTHLY" or not all(1 <= day <= 31 for day in numbers):
        return None
    return repeat_token(heard, repeat._replace(bymonthday=numbers))


def _workdays(heard: Heard) -> Lexeme | None:
    if not is_every(heard) and (
        not heard.line.word(heard.end - 1).lower().endswith("days") or _is_noun(heard)
    ):
        return None
    return repeat_token(heard, Repeat("WEEKLY", byday=WORKDAYS))


def _is_noun(heard: Heard) -> bool:
    """Whether "weekends" is a thing: "weekends trip", "lunch for weekdays", "our weekends"."""
    is_for = Kind.FOR in (heard.before, heard.line.kinds[heard.start]) and heard.after == ""
    return is_for or heard.before == Kind.OF or is_sentence_adverb(heard) or is_named(heard)


def _weekends(heard: Heard) -> Lexeme | None:
    if not is_every(heard) and (
        heard.line.word(heard.end - 1).lower() != "weekends" or _is_noun(heard)
    ):
        return None
    return repeat_token(heard, Repeat("WEEKLY", byday=WEEKEND))


def _parts(heard: Heard) -> Lexeme | None:
    """As in "tiap pagi", "every evening"."""
    part = heard.value("part")
    assert isinstance(part, Part)
    return repeat_token(heard, Repeat("DAILY", 2 if heard.has("other") else 1, part=part))


REPEATS = (
    Rule(f"{EVERY} (?P<other>OTHER)? (?P<unit>UNITS) ONCE?", _interval),
    Rule(f"{EVERY} (?P<count>NUM|ORD) (?P<unit>UNITS) ONCE?", _interval),
    Rule("EVERY THE? OTHER (?P<unit>UNITS)", _interval),
    Rule("(?P<unit>ONEUNIT) ONCE", _interval),
    Rule(f"{EVERY} (?P<unit>ONEUNIT) ONCE?", _interval),
    Rule("ONCE (?P<unit>ONEUNIT)", _interval),
    Rule("(?P<count>NUM) (?P<unit>UNITS) ONCE", _interval),
    Rule("ONCE EVERY (?P<other>OTHER)? (?P<count>NUM)? (?P<unit>UNITS)", _interval),
    Rule("EVERY (?=ATS CLOCKS)", _daily),
    Rule("(?P<adverb>ADVERB)", _adverb),
    Rule(f"{EVERY} (?P<other>OTHER)? (?P<days>{WDS})", _weekdays),
    Rule(f"ONCE EVERY (?P<days>{WDS})", _weekdays),
    Rule("(?P<days>WD DASH WD)", _week),
    Rule(f"{EVERY} (?P<unit>UNITS) COMMA? EXCEPT ON? (?P<days>{WDS}|WDAYS)", _all_but),
    Rule(f"{EVERY} (?P<unit>UNITS) COMMA? EXCEPT ON? ((?P<weekend>WEEKEND)|WORKDAY)", _all_but),
    Rule(
        f"{EVERY} (?P<other>OTHER)? (?P<count>NUM)? (?P<unit>WEEKS) (ON|COMMA)? (?P<days>{WDS})",
        _weekdays,
    ),
    Rule(f"(?P<days>{WDS}) {EVERY} (?P<other>OTHER)? (?P<count>NUM)? (?P<unit>WEEKS)", _weekdays),
    Rule(f"(?P<unit>ONEUNIT) ONCE (ON|EVERY)? (?P<days>{WDS})", _weekdays),
    Rule(f"(?P<count>NUM) (?P<unit>WEEKS) ONCE (ON|EVERY)? (?P<days>{WDS})", _weekdays),
    Rule(f"(?P<adverb>ADVERB) (ON|EVERY)? (?P<days>{WDS}|WDAYS)", _adverb_on_weekdays),
    Rule(f"ONCE (?P<unit>ONEUNIT) (ON|EVERY)? (?P<days>{WDS}|WDAYS)", _weekdays),
    Rule(f"(?P<adverb>ADVERB) (ON|EVERY)? (THE|DATEWORD) (?P<days>{MDAYS})", _adverb_on_days),
    Rule("(?P<days>WDAYS (SEP SEP? WDAYS){0,6})", _weekdays),
    Rule("ON (?P<days>WDAYS (SEP SEP? WDAYS){0,6})", _weekdays),
    Rule(f"{EVERY} (?P<days>WDAYS (SEP SEP? WDAYS){{0,6}})", _weekdays),
    Rule(f"{EVERY} WORKDAY", _workdays),
    Rule("WORKDAY", _workdays),
    Rule("(ON|FOR) WORKDAY", _workdays),
    Rule(f"{EVERY} WEEKEND", _weekends),
    Rule("WEEKEND", _weekends),
    Rule("ON WEEKEND", _weekends),
    Rule(f"{EVERY} (?P<other>OTHER)? HARI? (?P<part>ANYPART)", _parts),
)
