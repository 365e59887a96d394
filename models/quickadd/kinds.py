"""What a token can be: one letter a kind, so that a line becomes a string that `re` can read.

The grammar is written over these letters, and each language's lexicon says which
of them a word is. Words with two meanings ("jam", "minggu") have a kind of their
own. Knows no language, no rule and no clock.
"""

from __future__ import annotations

import re
from enum import IntEnum, StrEnum
from functools import cache
from typing import NamedTuple


class Kind:
    """The letters. `WORD` is everything that means nothing here and stays in the title."""

    WORD = "x"
    # What digits can be.
    NUM = "n"
    BIG = "N"
    YEAR = "y"
    ORD = "o"
    CLOCK = "c"
    DOTTED = "d"
    DECIMAL = "q"
    RANGE = "r"
    FULLDATE = "F"
    SLASHED = "s"
    SHORTSPAN = "h"
    HMINUS = "Q"
    AMPM = "A"
    # Days.
    REL = "R"
    GONE = "K"
    WDAY = "W"
    WEAK = "w"
    EVENING = "ñ"
    WEAKREL = "ò"
    WDAYS = "V"
    MINGGU = "M"
    MONTH = "m"
    DATEWORD = "t"
    WEEKEND = "E"
    WORKDAY = "Y"
    EDGE = "g"
    EDGEOF = "G"
    HARI = "H"
    BULAN = "B"
    UNIT = "u"
    ONEUNIT = "U"
    # What stands before or after a day.
    NEXTPOST = "f"
    NEXT = "a"
    THISPOST = "i"
    THIS = "I"
    COMING = "C"
    PASTPOST = "k"
    LAST = "l"
    LATER = "L"
    IN = "D"
    # Times.
    HOUR = "J"
    AT = "@"
    PART = "p"
    PARTPOST = "ï"
    PARTA = "P"
    TONIGHT = "T"
    NANTI = "j"
    NOON = "b"
    HALF = "1"
    QUARTER = "4"
    MINUS = "2"
    PLUS = "3"
    ZONE = "z"
    # Repeats.
    EVERY = "e"
    OTHER = "O"
    ONCE = "S"
    EXCEPT = "õ"
    TIMES = "X"
    ADVERB = "v"
    DONE = "5"
    # What marks a field.
    DUE = "6"
    BEFORE = "7"
    AHEAD = "8"
    ON = "9"
    START = "0"
    UNTIL = "_"
    FROM = "Z"
    BETWEEN = "ô"
    TO = "%"
    FOR = "~"
    REMIND = "="
    READY = ";"
    # What a name or a number is told by.
    MEAL = "ó"
    HONORIFIC = "à"
    WORK = "á"
    LABEL = "â"
    MEASURE = "ã"
    COUNTER = "ö"
    PRONOUN = "ä"
    PLACE = "ø"
    ROAD = "ý"
    SEEN = "å"
    TOPIC = "æ"
    HISTORY = "ß"
    MEETS = "ð"
    PAYING = "þ"
    VERB = "ù"
    WAS = "û"
    LINK = "ú"
    # Marks and small words.
    AND = "&"
    COMMA = ","
    DASH = "ç"
    DOT = "è"
    BANG = "!"
    OF = "é"
    THE = "ê"
    PRIO = "ë"
    TAG = "#"
    GOAL = "ì"
    URL = "í"
    # What rules make of the tokens above.
    DATE = "Δ"
    TIME = "Τ"
    SPAN = "Σ"
    REPEAT = "Ρ"
    INSTANT = "Ι"
    BOUNDS = "Β"
    DAYS = "Λ"
    PASSED = "Π"
    FIELD = "Φ"


#: Names that stand for several kinds in a rule.
_SETS = {
    "WD": Kind.WDAY + Kind.WEAK + Kind.MINGGU,
    "UNITS": Kind.UNIT + Kind.HARI + Kind.BULAN + Kind.MINGGU + Kind.HOUR,
    "WEEKS": Kind.UNIT + Kind.MINGGU,
    "MONTHS": Kind.UNIT + Kind.BULAN,
    "CLOCKS": Kind.NUM + Kind.CLOCK + Kind.DOTTED,
    "ATS": Kind.HOUR + Kind.AT,
    "SEP": Kind.AND + Kind.COMMA,
    "TILL": Kind.DASH + Kind.UNTIL + Kind.TO,
    "PARTS": Kind.PART + Kind.PARTPOST + Kind.PARTA,
    "ANYPART": Kind.PART + Kind.PARTPOST,
    "DUES": Kind.DUE + Kind.BEFORE,
    "PRIOR": Kind.BEFORE + Kind.AHEAD,
}
_LETTERS = {
    name: re.escape(letter) for name, letter in vars(Kind).items() if not name.startswith("_")
} | {name: "[" + re.escape(letters) + "]" for name, letters in _SETS.items()}
_NAME = re.compile(r"[A-Z]{2,}")


def letters(rule: str) -> str:
    """The regular expression over kind letters that a rule in names stands for."""
    return _NAME.sub(lambda name: _LETTERS[name[0]], rule).replace(" ", "")


_GROUP = re.compile(r"\((?:\?P<\w+>|\?:)?")


def first_letters(rule: str) -> str:
    """The kinds that a rule can begin with. What a rule begins with is never left out."""
    rule = rule.lstrip()
    opening = _GROUP.match(rule)
    if opening is None:
        name = _NAME.match(rule)
        assert name is not None, rule
        return _SETS.get(name[0]) or getattr(Kind, name[0])
    depth, begun, choices = 1, opening.end(), []
    for place in range(opening.end(), len(rule)):
        if rule[place] == "|" and depth == 1:
            choices.append(rule[begun:place])
            begun = place + 1
        depth += {"(": 1, ")": -1}.get(rule[place], 0)
        if depth == 0:
            assert rule[place + 1 : place + 2] != "?", rule
            choices.append(rule[begun:place])
            break
    return "".join(first_letters(choice) for choice in choices)


@cache
def pattern(rule: str) -> re.Pattern[str]:
    """The rule, compiled when it is first needed: most lines need few of them."""
    return re.compile(letters(rule))


class Unit(StrEnum):
    """Units of spans and repeats."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Part(StrEnum):
    """Parts of the day, as people divide it."""

    DAWN = "dawn"
    MORNING = "morning"
    MIDDAY = "midday"
    AFTERNOON = "afternoon"
    LATE_AFTERNOON = "late_afternoon"
    DUSK = "dusk"
    NIGHT = "night"


class Edge(IntEnum):
    """Where in a week, month or year."""

    START = 0
    MIDDLE = 1
    END = 2


class Lexeme(NamedTuple):
    """What a word is: its kind, and its value (a day's number, a unit, …)."""

    kind: str
    value: object = None
