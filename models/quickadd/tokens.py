"""Cuts a line into tokens and says what each can be.

Owns what a token looks like: links, quoted text, tags, goals, numbers, words. It
reads spelling only; what tokens mean together is the grammar's.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import timedelta
from functools import cache, lru_cache
from typing import NamedTuple

from models.quickadd.clock import Clock
from models.quickadd.kinds import Kind, Lexeme
from models.quickadd.lexicon import Language, Lexicon, lexicon

#: A character range of the line: from `start` up to, but not including, `end`.
Span = tuple[int, int]

# Every repetition that could be begun again at each character is bounded, so that
# no line of any kind takes more than linear time.
_TOKEN = r"""
    (?P<url>(?:https?://|www\.)[^\s<>"]+)
  | (?P<mail>[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]+)
  | (?P<quote>"[^"\n]{1,300}"|“[^”\n]{1,300}”|«[^»\n]{1,300}»|`[^`\n]{1,300}`
            |(?<!\w)'[^'\n]{1,300}'(?!\w)|(?<!\w)‘[^’\n]{1,300}’(?!\w))
  | (?<![^\s(,])\#(?P<tag>(?=[^\W\d]|\d+[^\W\d])\w[\w/&-]*|"[^"\n]{1,120}"|“[^”\n]{1,120}”)
  | (?<![^\s(,])[@+](?P<goal>(?=[^\W\d])\w[\w&-]*|"[^"\n]{1,120}"|“[^”\n]{1,120}”)
  | (?<!\S)(?P<bang>!(?:[1-4]|!{0,2}))(?![^\s,.])
  | (?P<number>\d+(?:[.,:/–—-]\d+)*(?:[^\W\d_]+(?:\d+[^\W\d_]*)*)?\+?)
  | (?P<word>s/d\b|s\.d\b\.?|[ap]\.m\b\.?|[^\W\d_]\w*(?:['’-]\w+)*)
  | (?P<mark>\S)
    """


@cache
def _token() -> re.Pattern[str]:
    """Compiled at the first line, not when the app starts; so are the patterns below, by `re`."""
    return re.compile(_TOKEN, re.VERBOSE)


_MARKS = {
    ",": Kind.COMMA,
    ";": Kind.COMMA,
    "&": Kind.AND,
    "/": Kind.AND,
    "+": Kind.AND,
    "-": Kind.DASH,
    "–": Kind.DASH,
    "—": Kind.DASH,
    ".": Kind.DOT,
    ":": Kind.DOT,
    "!": Kind.BANG,
    "@": Kind.AT,
    "~": Kind.FOR,
    "%": Kind.MEASURE,
    "°": Kind.MEASURE,
    "$": Kind.LABEL,
    "€": Kind.LABEL,
}
_BANGS = {"!": 9, "!!": 5, "!!!": 1, "!1": 1, "!2": 5, "!3": 9, "!4": 0}
_CLOSING = ".,;:!?)]}'’”"

_YEARLY = r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"
_DAILY = r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})"
_SLASHED = r"(\d{1,2})/(\d{1,2})"
_CLOCK = r"(?i)(\d{1,2})(?:([.:])([0-5]\d)(?:[.:][0-5]\d)?)?([ap]m)?"
_RANGE = r"(?i)(\d[\d.:]*(?:[ap]m)?)[-–—](\d[\d.:]*(?:[ap]m)?)"
_ORDINAL = r"(?i)(\d{1,2})(?:st|nd|rd|th)|(?:ke-?)(\d{1,2})"
_LETTERED = r"([^\W\d_]+)(\d{1,2}(?:[.:]\d\d)?)"
_SHORT = (
    r"(?i)(?:(?P<weeks>\d{1,3})(?:w|wk|wks|mgg))?(?:(?P<days>\d{1,3})(?:d|hr))?"
    r"(?:(?P<hours>\d{1,3}(?:[.,]\d{1,2})?)(?:hours?|hrs|hr|h|jam|j))?"
    r"(?:(?P<minutes>\d{1,4})(?:minutes?|mins?|m|menit|mnt|mn)?)?"
)


class Line:
    """A line as tokens: their kinds as one string, their values, and where each stands.

    Rules make a shorter line of it, in which what they understood is one token.
    """

    __slots__ = ("ends", "kinds", "starts", "text", "values")

    def __init__(
        self, text: str, kinds: str, values: list[object], starts: list[int], ends: list[int]
    ) -> None:
        self.text = text
        self.kinds = kinds
        self.values = values
        self.starts = starts
        self.ends = ends

    def word(self, place: int) -> str:
        """The text of a token; empty outside the line."""
        if 0 <= place < len(self.starts):
            return self.text[self.starts[place] : self.ends[place]]
        return ""

    def kind(self, place: int) -> str:
        """The kind of a token; empty outside the line."""
        return self.kinds[place] if 0 <= place < len(self.kinds) else ""

    def is_capital(self, place: int) -> bool:
        """Whether a token begins with a capital letter."""
        return 0 <= place < len(self.starts) and self.text[self.starts[place]].isupper()


class _Found(NamedTuple):
    lexeme: Lexeme
    start: int
    end: int
    word: str


def tokens(text: str, language: Language, plain: Collection[Span] = ()) -> Line:
    """The line's tokens; what lies in a `plain` span means nothing."""
    known = lexicon(language)
    found: list[_Found] = []
    for match in _token().finditer(text):
        start, end = match.span()
        kind = match.lastgroup
        if plain and any(start < last and first < end for first, last in plain):
            found.append(_Found(_NOTHING, start, end, ""))
        elif kind == "word":
            _add_word(found, match[0], start, known)
        elif kind == "number":
            found.append(_Found(number(match[0]), start, end, match[0].lower()))
        elif kind == "mark":
            found.append(_Found(_mark(match[0]), start, end, match[0]))
        elif kind == "url":
            link = match[0].rstrip(_CLOSING)
            found.append(_Found(Lexeme(Kind.URL, link), start, start + len(link), ""))
        elif kind == "tag":
            found.append(_Found(Lexeme(Kind.TAG, match["tag"].strip('"“”')), start, end, ""))
        elif kind == "goal":
            found.append(_Found(Lexeme(Kind.GOAL, match["goal"].strip('"“”')), start, end, ""))
        elif kind == "bang":
            found.append(_Found(Lexeme(Kind.PRIO, _BANGS[match[0]]), start, end, ""))
        else:
            found.append(_Found(_NOTHING, start, end, ""))
    return _with_phrases(text, found, known)


_NOTHING = Lexeme(Kind.WORD)


@lru_cache(maxsize=128)
def _mark(mark: str) -> Lexeme:
    return Lexeme(_MARKS.get(mark, Kind.WORD))


def _add_word(found: list[_Found], word: str, start: int, known: Lexicon) -> None:
    low = word.lower()
    lexeme = known.words.get(low)
    if lexeme is not None:
        found.append(_Found(lexeme, start, start + len(word), low))
    elif "-" in low:
        _add_hyphened(found, low, start, known)
    elif (lettered := re.fullmatch(_LETTERED, low)) and (
        known.words.get(lettered[1], _NOTHING).kind in Kind.HOUR + Kind.AT + Kind.DATEWORD
    ):
        middle = start + len(lettered[1])
        found.append(_Found(known.words[lettered[1]], start, middle, lettered[1]))
        found.append(_Found(number(lettered[2]), middle, start + len(word), lettered[2]))
    else:
        found.append(_Found(_NOTHING, start, start + len(word), low))


def _add_hyphened(found: list[_Found], low: str, start: int, known: Lexicon) -> None:
    """Two words with a hyphen ("Mon-Fri", "mid-January") are two where both are known."""
    if low.startswith("h-") and low[2:].isdecimal() and len(low) <= 5:
        days = Lexeme(Kind.HMINUS, timedelta(days=int(low[2:])))
        found.append(_Found(days, start, start + len(low), low))
        return
    if ordinal := re.fullmatch(_ORDINAL, low):
        found.append(_Found(Lexeme(Kind.ORD, int(ordinal[2])), start, start + len(low), low))
        return
    parts = low.split("-")
    if len(parts) == 2 and all(known.words.get(part, _NOTHING).kind in _HYPHENED for part in parts):
        middle = start + len(parts[0])
        found.append(_Found(known.words[parts[0]], start, middle, parts[0]))
        found.append(_Found(Lexeme(Kind.DASH), middle, middle + 1, "-"))
        found.append(_Found(known.words[parts[1]], middle + 1, start + len(low), parts[1]))
        return
    found.append(_Found(_NOTHING, start, start + len(low), low))


_HYPHENED = Kind.WDAY + Kind.WEAK + Kind.MINGGU + Kind.MONTH + Kind.EDGE


def _with_phrases(text: str, found: list[_Found], known: Lexicon) -> Line:
    """The tokens, with the words of a phrase as one."""
    kinds: list[str] = []
    values: list[object] = []
    starts: list[int] = []
    ends: list[int] = []
    place, count = 0, len(found)
    while place < count:
        lexeme, start, end, word = found[place]
        place += 1
        for rest, whole in known.phrases.get(word, ()):
            last = place + len(rest)
            if last <= count and all(
                found[place + number].word == wanted for number, wanted in enumerate(rest)
            ):
                lexeme, end, place = whole, found[last - 1].end, last
                break
        kinds.append(lexeme.kind)
        values.append(lexeme.value)
        starts.append(start)
        ends.append(end)
    return Line(text, "".join(kinds), values, starts, ends)


@lru_cache(maxsize=1024)
def number(text: str) -> Lexeme:
    """What digits, with marks between and letters behind them, can be."""
    if len(text) > 24:
        return _NOTHING
    if text.isdecimal():
        value = int(text)
        if len(text) <= 2:
            # "07" is a clock's way to write, and a day's.
            return Lexeme(Kind.NUM, value)
        if len(text) == 4 and 1970 <= value < 3000:
            return Lexeme(Kind.YEAR, value)
        return Lexeme(Kind.BIG, value)
    if match := re.fullmatch(_YEARLY, text):
        return Lexeme(Kind.FULLDATE, (int(match[1]), int(match[2]), int(match[3]), True))
    if (match := re.fullmatch(_DAILY, text)) and not (len(match[3]) == 2 and "." in text):
        year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)
        return Lexeme(Kind.FULLDATE, (year, int(match[2]), int(match[1]), False))
    if match := re.fullmatch(_SLASHED, text):
        return Lexeme(Kind.SLASHED, (int(match[1]), int(match[2])))
    if match := re.fullmatch(_ORDINAL, text):
        return Lexeme(Kind.ORD, int(match[1]))
    if (match := re.fullmatch(_CLOCK, text)) and (clock := _clock(match)) is not None:
        is_sure = match[4] is not None or match[2] == ":"
        return Lexeme(Kind.CLOCK if is_sure else Kind.DOTTED, clock)
    if (match := re.fullmatch(_RANGE, text)) and (bounds := _bounds(match)) is not None:
        return Lexeme(Kind.RANGE, bounds)
    return _quantity(text)


def _quantity(text: str) -> Lexeme:
    if text[-1].isalpha() and (match := re.fullmatch(_SHORT, text)) and any(match.groups()):
        parts = {
            unit: float(said.replace(",", ".")) for unit, said in match.groupdict().items() if said
        }
        return Lexeme(Kind.SHORTSPAN, timedelta(**parts))
    if text[-1] == "x" and text[:-1].isdecimal() and len(text) <= 4:
        return Lexeme(Kind.TIMES, int(text[:-1]))
    if re.fullmatch(r"\d{1,3}[.,]\d{1,2}", text):
        return Lexeme(Kind.DECIMAL, float(text.replace(",", ".")))
    return _NOTHING


def _clock(match: re.Match[str]) -> Clock | None:
    hour, minute = int(match[1]), int(match[3] or 0)
    if match[4]:
        if not 1 <= hour <= 12:
            return None
        return Clock(hour % 12 + (12 if match[4][0] in "pP" else 0), minute, is_sure=True)
    if match[2] is None or hour > 24 or (hour == 24 and minute):
        return None
    return Clock(hour, minute, is_sure=hour > 12 or hour == 0 or len(match[1]) == 2)


def _bounds(match: re.Match[str]) -> tuple[Clock, Clock, bool] | None:
    """Both ends of "9-11", "10:00-12:00" or "2-4pm", and whether it can only be times."""
    ends: list[Clock] = []
    is_sure = False
    for text in match.groups():
        if text.isdecimal() and len(text) <= 2 and int(text) <= 24:
            ends.append(Clock(int(text), 0, is_sure=int(text) > 12))
            continue
        found = re.fullmatch(_CLOCK, text)
        clock = _clock(found) if found else None
        if clock is None:
            return None
        is_sure = is_sure or ":" in text or text[-1] in "mM" or clock.is_sure
        ends.append(clock)
    return ends[0], ends[1], is_sure
