"""Tells the days and times of a calendar from the same words in a name, a price or a count.

Owns when a bare word is not to be believed: "Pak Rabu", "film Jumat Kelabu", "jam 3 buah".
"""

from __future__ import annotations

from models.quickadd.kinds import Kind
from models.quickadd.rules import Heard
from models.quickadd.tokens import Line

_DETERMINERS = frozenset(
    ["the", "a", "an", "my", "his", "her", "our", "their", "your", "another", "some"]
)
_COUNTED = Kind.MEASURE + Kind.COUNTER + Kind.TIMES


def is_named(heard: Heard, *, is_certain: bool = False) -> bool:
    """Whether a day's word is a name, or part of one.

    `is_certain` words are days wherever they stand, unless they begin a capitalised name.
    """
    line, start, end = heard.line, heard.start, heard.end
    before = heard.before
    if before == Kind.HONORIFIC and not is_certain:
        return True
    is_title = line.is_capital(start) and (line.is_capital(end) or line.is_capital(start - 1))
    if before == Kind.WORK and is_title:
        return True
    if not is_certain and line.word(start - 1).lower() in _DETERMINERS:
        return True
    if before == Kind.OF and line.kind(start - 2) not in (Kind.PARTPOST, Kind.PART):
        return True
    while line.kind(end) in (Kind.PART, Kind.PARTPOST) and line.is_capital(end):
        end += 1
    if not (line.is_capital(start) and _is_name_part(line, end)):
        return False
    if is_title_case(line):
        return False
    return not is_certain or start > 0 or _is_name_part(line, end + 1)


def _is_name_part(line: Line, place: int) -> bool:
    """Whether a capitalised word that means nothing stands there, next to what is before."""
    return (
        line.kind(place) in (Kind.WORD, Kind.WORK)
        and line.is_capital(place)
        and line.text[line.ends[place - 1] : line.starts[place]] == " "
    )


def is_title_case(line: Line) -> bool:
    """Whether All Words Begin Like This, so that capitals tell nothing."""
    words = [place for place in range(len(line.kinds)) if line.word(place)[:1].isalpha()]
    return len(words) > 3 and all(line.is_capital(place) for place in words)


def is_counted(heard: Heard) -> bool:
    """Whether the number at the end counts something: "jam 3 buah", "5/12 kg", "at 50%"."""
    return heard.after != "" and heard.after in _COUNTED


def is_counted_or_lasting(heard: Heard) -> bool:
    """Whether the number at the end counts things or begins a span: "April 3 times"."""
    if is_counted(heard) or heard.after == Kind.UNIT:
        return True
    return heard.after == Kind.HOUR and heard.line.kind(heard.end + 1) not in _CLOCKS


_CLOCKS = (Kind.NUM, Kind.CLOCK, Kind.DOTTED)


def is_labelled(heard: Heard) -> bool:
    """Whether the number belongs to a word before it: "versi 2.10", "Rp 16.00", "bab 3/4"."""
    return heard.before == Kind.LABEL


def is_verse(heard: Heard) -> bool:
    """Whether it is a verse of a book, "Yohanes 3:16", rather than a time."""
    line, start = heard.line, heard.start
    word = line.word(start)
    return (
        word[1:2] == ":"
        and not word.endswith(("0", "5"))
        and line.kind(start - 1) == Kind.WORD
        and line.is_capital(start - 1)
    )


def begins_address(heard: Heard) -> bool:
    """Whether a bare number after "at" begins a name or an address: "at 5 Oxford Street"."""
    line, end = heard.line, heard.end
    word = line.word(end)
    is_last = line.kind(end) == Kind.WORD and line.kind(end + 1) != Kind.WORD
    if is_last and len(word) > 3 and word.endswith("s") and word.islower():
        # "at 3 stores"
        return True
    if line.kind(end) == Kind.NUM:
        return line.is_capital(end)
    return _is_name_part(line, end) and not is_title_case(line)


def begins_name(heard: Heard) -> bool:
    """Whether the last word is a capital one before another: "Noon Cafe"."""
    line, end = heard.line, heard.end
    return line.is_capital(end - 1) and _is_name_part(line, end) and not is_title_case(line)


def is_sentence_adverb(heard: Heard) -> bool:
    """Whether "weekly" or "noon" stands free, not before the noun that it describes."""
    line = heard.line
    return (
        heard.after != ""
        and heard.after in Kind.WORD + Kind.WORK + Kind.WEEKEND
        and (line.word(heard.end)[:1].isalpha())
    )
