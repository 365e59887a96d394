"""Phrases of which a day or a time is only a part: "the Today programme", "Toko Pagi Sore".

Owns what an article, an owner, a shop or a piece of history makes of a date. A bare word is
`models.quickadd.names`'s.
"""

from __future__ import annotations

import re

from models.quickadd.day import ANCHORS_AFTER, ANCHORS_BEFORE
from models.quickadd.kinds import Kind, Lexeme
from models.quickadd.names import is_title_case
from models.quickadd.rules import Heard, Rule
from models.quickadd.tokens import Line

_ARTICLES = frozenset(["the", "a", "an", "my", "his", "our", "their", "your", "another"])
_NOUNS = (
    Kind.WORD
    + Kind.WORK
    + Kind.TOPIC
    + Kind.HISTORY
    + Kind.LABEL
    + Kind.MEASURE
    + Kind.MEAL
    + Kind.ROAD
    + Kind.HONORIFIC
)


def is_attribute(heard: Heard) -> bool:
    """Whether it stands between an article and a noun: "the Today programme", "the 5am club"."""
    line, first = heard.line, heard.start
    if line.kinds[first] != Kind.THE:
        first -= 1
    said = line.word(first).lower()
    return said.rpartition(" ")[2] in _ARTICLES and is_noun(line, heard.end)


def follows_article(heard: Heard) -> bool:
    """Whether an article stands right before it: "an Every Day Carry pouch"."""
    return heard.line.word(heard.start - 1).lower().rpartition(" ")[2] in _ARTICLES


def is_noun(line: Line, place: int) -> bool:
    """Whether a word that can be a noun stands there, right behind the one before."""
    if not line.word(place)[:1].isalpha() or line.kinds[place] not in _NOUNS:
        return False
    return line.text[line.ends[place - 1] : line.starts[place]] == " "


def is_dates_attribute(heard: Heard) -> bool:
    """As `is_attribute`, of a date: "on the 5th of December bring cake" is a day all the same."""
    if not is_attribute(heard):
        return False
    line, day = heard.line, heard.match.start("day")
    if line.kinds[day] != Kind.ORD or heard.match.start("month") < day:
        # Nobody says "the July 20" of the day alone.
        return True
    if line.is_capital(day):
        return True
    first = heard.start if line.kinds[heard.start] == Kind.THE else heard.start - 1
    before = line.kind(first - 1)
    return first > 0 and (before not in ANCHORS_BEFORE or before == Kind.FOR)


_CONTRACTED = frozenset(["it", "let", "that", "what", "who", "here", "there", "how", "where"])
_PLACED = Kind.AT + Kind.ON + Kind.TO + Kind.FROM


def is_owned(heard: Heard) -> bool:
    """Whether a weekday is somebody's: "Robinson's Friday"; "at Luigi's Friday" is a day."""
    line, start = heard.line, heard.start
    owner = re.fullmatch(r"([^\W\d_]+)(?:['’]s|s['’])", line.word(start - 1))
    if owner is None or owner[1].lower() in _CONTRACTED:
        return False
    if not line.is_capital(start - 1) or not line.is_capital(start):
        return False
    if any(kind in _PLACED for kind in line.kinds[max(0, start - 4) : start - 1]):
        return False
    return heard.after == "" or heard.after not in ANCHORS_AFTER


_STREETS = {
    "street",
    "st",
    "road",
    "rd",
    "avenue",
    "ave",
    "lane",
    "drive",
    "square",
    "boulevard",
    "court",
    "close",
    "terrace",
    "crescent",
    "gardens",
}


def is_house_number(line: Line, month: int) -> bool:
    """Whether a street is called after a month that stands there: "12 March Street"."""
    return (
        line.kind(month) == Kind.MONTH
        and line.is_capital(month)
        and line.is_capital(month + 1)
        and line.word(month + 1).lower() in _STREETS
    )


#: The words of a name between "Serangan" and its date: "Battle of the Boyne 12 July".
_LONGEST_NAME = 4


def is_history(heard: Heard) -> bool:
    """Whether a date is a piece of history's: "Serangan Umum 1 Maret", "12 July 1690"."""
    line = heard.line
    if heard.after == Kind.BIG and line.word(heard.end).startswith("1"):
        return len(line.word(heard.end)) == 4
    if heard.after != "" and heard.after in ANCHORS_AFTER:
        return False
    for place in range(heard.start - 1, max(-1, heard.start - 2 - _LONGEST_NAME), -1):
        kind = line.kinds[place]
        if kind == Kind.HISTORY:
            is_certain = line.values[place] is True
            return is_certain or (line.is_capital(place) and place > 0)
        is_inside = kind in (Kind.OF, Kind.THE) or (kind == Kind.WORD and line.is_capital(place))
        if not is_inside:
            return False
    return False


def _is_all_capital(heard: Heard, first: int) -> bool:
    line = heard.line
    return all(map(line.is_capital, range(first, heard.end))) and not is_title_case(line)


def _shop(heard: Heard) -> Lexeme | None:
    """As in "Warung Malam", "lagu Malam Minggu"."""
    return Lexeme(Kind.WORD) if _is_all_capital(heard, heard.start + 1) else None


def _parts(heard: Heard) -> Lexeme | None:
    """As in "Bubur Pagi Sore": no time is said with two parts of the day."""
    return Lexeme(Kind.WORD) if _is_all_capital(heard, heard.start) else None


def _named_part(heard: Heard) -> Lexeme | None:
    """As in "ketemu di Kopi Senja besok": the last word of a name inside a line."""
    line, start = heard.line, heard.start
    if start < 2 or line.kinds[start - 1] != Kind.WORD or not line.is_capital(start - 1):
        return None
    if line.text[line.ends[start - 1] : line.starts[start]] != " ":
        return None
    return _parts(heard)


WHOLES = (
    Rule("WORK (ANYPART|REL) (ANYPART|REL|WD)?", _shop),
    Rule("ANYPART ANYPART ANYPART?", _parts),
    Rule("ANYPART", _named_part),
)
