"""The languages together: every word and phrase that means something, whichever language is set.

Owns how lexicon files become one table. Where two languages use one word for two
things, the reader's language has it. A new language is one more file, named here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal, NamedTuple

from models.quickadd import lexicon_en, lexicon_id
from models.quickadd.kinds import Lexeme

Language = Literal["id", "en"]

_FILES = {"id": lexicon_id, "en": lexicon_en}


class Lexicon(NamedTuple):
    """Single words, and the phrases that begin with a word, the longest first.

    `small` are the words that mean this in small letters only.
    """

    words: Mapping[str, Lexeme]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Lexeme], ...]]
    small: frozenset[str]


@cache
def lexicon(language: Language) -> Lexicon:
    """All languages, with `language` having the last word on what they share."""
    words: dict[str, Lexeme] = {}
    phrases: dict[str, dict[tuple[str, ...], Lexeme]] = {}
    for name in sorted(_FILES, key=lambda name: name == language):
        for said, lexeme in _entries(name):
            first, *rest = said.split(" ")
            if rest:
                phrases.setdefault(first, {})[tuple(rest)] = lexeme
            else:
                words[first] = lexeme
    return Lexicon(
        words,
        {
            first: tuple(sorted(found.items(), key=lambda item: -len(item[0])))
            for first, found in phrases.items()
        },
        frozenset(word for file in _FILES.values() for word in file.SMALL.split("|")),
    )


@cache
def describing() -> frozenset[str]:
    """The weekdays that describe a noun behind them, as English has it: "Friday cereal"."""
    return frozenset(
        word
        for file in _FILES.values()
        for kind in file.DESCRIBING
        for said in file.VALUED[kind].values()
        for word in said.split("|")
    )


def _entries(name: str) -> Iterator[tuple[str, Lexeme]]:
    file = _FILES[name]
    for kind, said in file.PLAIN.items():
        lexeme = Lexeme(kind)
        for word in said.split("|"):
            yield word, lexeme
    for kind, values in file.VALUED.items():
        for value, said in values.items():
            lexeme = Lexeme(kind, value)
            for word in said.split("|"):
                yield word, lexeme
