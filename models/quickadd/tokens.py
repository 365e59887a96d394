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

from models.quickadd.kinds import Kind, Lexeme
from models.quickadd.lexicon import Language, Lexicon, lexicon
from models.quickadd.numbers import ORDINAL, number

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

_LETTERED = r"([^\W\d_]+)(\d{1,2}(?:[.:]\d\d)?)"


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
    if lexeme is not None and not (low in known.small and word.isupper()):
        found.append(_Found(lexeme, start, start + len(word), low))
    elif lexeme is None and "-" in low:
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
    if ordinal := re.fullmatch(ORDINAL, low):
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


def _begins_longer(found: list[_Found], end: int, known: Lexicon) -> bool:
    """Whether a phrase's last word begins another that means nothing, as "kerja kelompok" does
    in "3 hari kerja kelompok"."""
    return any(
        whole.kind == Kind.WORD
        and end + len(rest) <= len(found)
        and all(found[end + number].word == wanted for number, wanted in enumerate(rest))
        for rest, whole in known.phrases.get(found[end - 1].word, ())
    )


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
                if _begins_longer(found, last, known):
                    continue
                lexeme, end, place = whole, found[last - 1].end, last
                break
        if lexeme.kind == Kind.ZONE and word == "est" and _is_span(found, place):
            lexeme = _LASTING
        kinds.append(lexeme.kind)
        values.append(lexeme.value)
        starts.append(start)
        ends.append(end)
    return Line(text, "".join(kinds), values, starts, ends)


_LASTING = Lexeme(Kind.FOR)


def _is_span(found: list[_Found], place: int) -> bool:
    """Whether "2 hrs" or "1h" stands there: "est" before it is an estimate, and no zone."""
    kinds = [each.lexeme.kind for each in found[place : place + 3]]
    if kinds[:1] == [Kind.DOT]:
        kinds = kinds[1:]
    if len(kinds) > 1 and kinds[0] in _COUNTS:
        return kinds[1] in Kind.UNIT + Kind.HOUR + Kind.HARI
    return kinds[:1] in ([Kind.SHORTSPAN], [Kind.HALF], [Kind.ONEUNIT])


_COUNTS = Kind.NUM + Kind.BIG + Kind.DECIMAL
