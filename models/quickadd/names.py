"""Tells the days and times of a calendar from the same words in a name, a price or a count.

Owns when a bare word is not to be believed: "Pak Rabu", "film Jumat Kelabu", "jam 3 buah".
"""

from __future__ import annotations

from models.quickadd.kinds import Kind
from models.quickadd.lexicon import describing
from models.quickadd.rules import Heard
from models.quickadd.tokens import Line

_DETERMINERS = frozenset(
    ["the", "a", "an", "my", "his", "her", "our", "their", "your", "another", "some", "no", "any"]
)
#: What a noun can be, behind a word that may describe it.
_NOUNS = (
    Kind.WORD
    + Kind.WORK
    + Kind.WEEKEND
    + Kind.TOPIC
    + Kind.HISTORY
    + Kind.LABEL
    + Kind.MEASURE
    + Kind.MEAL
    + Kind.MEETS
)
_COUNTED = Kind.MEASURE + Kind.COUNTER + Kind.TIMES


def is_named(heard: Heard, *, is_certain: bool = False) -> bool:
    """Whether a day's word is a name, or part of one.

    `is_certain` words are days wherever they stand, unless they begin a capitalised name.
    """
    line, start, end = heard.line, heard.start, heard.end
    before = heard.before
    if _title_before(heard) == Kind.HONORIFIC and not is_certain:
        return True
    if line.is_capital(start) and _title_before(heard) == Kind.ROAD:
        return True
    is_title = line.is_capital(start) and (line.is_capital(end) or line.is_capital(start - 1))
    if before == Kind.WORK and is_title:
        return True
    if not is_certain and line.kind(end) == Kind.TOPIC:
        return True
    if is_seen(heard) or _is_hari_of_title(line, start):
        return True
    if not is_certain and line.word(start - 1).lower() in _DETERMINERS:
        return True
    if not is_certain and (before == Kind.WAS or _is_past_year(heard)):
        # "the man who was Thursday", "Black Monday 1987"
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


def _is_past_year(heard: Heard) -> bool:
    year = heard.line.values[heard.end] if heard.after == Kind.YEAR else None
    return isinstance(year, int) and year < heard.context.today.year


def _is_name_part(line: Line, place: int) -> bool:
    """Whether a capitalised word that means nothing stands there, next to what is before."""
    is_word = line.kind(place) in (Kind.WORD, Kind.WORK) or (
        line.kind(place) == Kind.LABEL and line.kind(place + 1) not in _NUMBERS
    )
    return (
        is_word
        and line.is_capital(place)
        and line.text[line.ends[place - 1] : line.starts[place]] == " "
    )


def is_seen(heard: Heard) -> bool:
    """Whether it is what one reads, watches or hears: "watch Sunday in the Park"."""
    return heard.before == Kind.SEEN and heard.line.is_capital(heard.start)


def _is_hari_of_title(line: Line, start: int) -> bool:
    """Whether it is a title's "Hari Minggu", as in "Kisah di Hari Minggu"."""
    if line.word(start - 1).endswith(" Hari"):
        return start > 2 and line.is_capital(start - 2)
    if not line.word(start).startswith("Hari ") and line.kind(start) != Kind.HARI:
        return False
    if not line.is_capital(start) or start < 2 or is_title_case(line):
        return False
    if line.kind(start - 1) == Kind.ON:
        return line.is_capital(start - 1) or (start > 2 and line.is_capital(start - 2))
    return line.is_capital(start - 1)


def ends_name(heard: Heard) -> bool:
    """Whether it is the last word of a capitalised name: "USA Today", "Publishers Weekly"."""
    line, start = heard.line, heard.start
    return (
        line.is_capital(start)
        and start > 0
        and _is_capital_word(line, start - 1)
        and line.text[line.ends[start - 1] : line.starts[start]] == " "
        and any(
            line.kind(place) in _NAMELESS and line.word(place)[:1].islower()
            for place in range(len(line.kinds))
        )
    )


def _is_capital_word(line: Line, place: int) -> bool:
    return line.kind(place) in (Kind.WORD, Kind.WORK, Kind.THE) and line.is_capital(place)


#: Words that nobody writes with a capital inside a line, unless all are.
_NAMELESS = Kind.WORD + Kind.VERB + Kind.SEEN + Kind.MEETS + Kind.PAYING + Kind.LINK + Kind.WORK


def describes_noun(heard: Heard, place: int) -> bool:
    """Whether a weekday inside a line belongs to the noun behind it: "buy Friday cereal"."""
    line, start = heard.line, heard.start
    if line.word(place).lower() not in describing() or start == 0:
        return False
    if heard.after == Kind.PARTPOST and line.is_capital(place) and line.is_capital(heard.end):
        # "learn Sunday Morning"
        return not is_title_case(line) and any(map(str.islower, line.text.split()))
    if heard.before in _GIVING and line.word(heard.end).lower() in ("a", "an", "the"):
        # "give Friday a bath"
        return True
    is_inside = (
        heard.before in _NAMELESS + Kind.MEASURE + Kind.NUM and line.word(start - 1).isalnum()
    )
    if not is_inside or not _is_word(line, heard.end):
        return False
    # "Friday room 5" says where, "Thursday episode intro" what.
    is_numbered = line.kind(heard.end + 1) in _NUMBERS
    return heard.after in (Kind.WORD, Kind.WORK) or (
        heard.after in (Kind.LABEL, Kind.MEASURE) and not is_numbered
    )


_NUMBERS = (Kind.NUM, Kind.BIG, Kind.ORD, Kind.YEAR, Kind.CLOCK, Kind.DOTTED, Kind.RANGE)
_GIVING = Kind.VERB + Kind.MEETS


def _is_word(line: Line, place: int) -> bool:
    """Whether letters stand there, right behind the word before."""
    if not line.word(place)[:1].isalpha():
        return False
    return line.text[line.ends[place - 1] : line.starts[place]] == " "


def is_street(heard: Heard) -> bool:
    """Whether a date is the name of a street or a school: "Jl. 10 November"."""
    place = heard.start - (2 if heard.before == Kind.DOT else 1)
    is_written_so = heard.line.is_capital(place) or heard.line.word(place).startswith(("jl", "gg"))
    return _title_before(heard) in (Kind.ROAD, Kind.PLACE) and is_written_so


def _title_before(heard: Heard) -> str:
    """The kind of what stands before, a dot aside: "Dr. Rabu", "Jl. 10 November"."""
    return heard.line.kind(heard.start - 2) if heard.before == Kind.DOT else heard.before


def is_persons(heard: Heard) -> bool:
    """Whether a month with a bare number is a person who gets things: "kasih Mei 2 buku"."""
    line, start = heard.line, heard.start
    word, after = line.word(start).lower(), line.word(heard.end)
    if start == 0 or heard.before not in _NAMELESS or heard.after != Kind.WORD:
        return False
    if word in _NAMES:
        return after[:1].isalpha()
    return word in _NAMES_BEFORE_PLURALS and after.islower() and after.endswith("s")


_NAMES = frozenset(["mei", "juni", "juli"])
_NAMES_BEFORE_PLURALS = frozenset(["april", "may", "june", "august", "mar", "jan"])


def is_title_case(line: Line) -> bool:
    """Whether All Words Begin Like This, so that capitals tell nothing."""
    words = [place for place in range(len(line.kinds)) if line.word(place)[:1].isalpha()]
    return len(words) > 3 and all(line.is_capital(place) for place in words)


def is_titled(line: Line, place: int) -> bool:
    """Whether a span is written as in a title, "80 Days"; "2 Minggu" is only written so."""
    words = line.word(place).split(" ")
    return any(word.istitle() and word.endswith("s") for word in words) and not is_title_case(line)


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


#: What pictures and screens measure.
_RATIOS = ("9:16", "16:9", "21:9")


def is_verse(heard: Heard) -> bool:
    """Whether it is a verse of a book, "Yohanes 3:16", or a ratio, rather than a time."""
    line, start = heard.line, heard.start
    word, book = line.word(start), line.word(start - 1)
    if word in _RATIOS or (word[1:2] == ":" and book[:1].isupper() and "-" in book):
        # as in "Al-Baqarah 2:55"
        return True
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
    return heard.after != "" and heard.after in _NOUNS and (line.word(heard.end)[:1].isalpha())
