"""What the last word of a query that is being typed could become.

Pure: the names of tags, goals and people come as arguments. Offers are in one
language, though both are understood.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from models.folding import folded
from models.query import lexicon
from models.query.tree import NameField
from models.query.values import name_of

Language = Literal["id", "en"]

#: No more than this is offered at once.
OFFERED = 8

#: An operator, and the values that are worth offering.
_EN: dict[str, tuple[str, ...]] = {
    "due:": ("today", "tomorrow", "this-week", "next-week", "this-month", "<=7d", "friday"),
    "start:": ("today", "tomorrow", "this-week", "next-week"),
    "ready:": ("today", "tomorrow", "this-week"),
    "completed:": ("today", "yesterday", "this-week", "last-week", "this-month"),
    "created:": ("today", "this-week", "last-week"),
    "is:": ("open", "done", "missed", "started", "repeating", "pinned", "step", "trashed"),
    "has:": ("notes", "time", "steps", "reminder", "repeat", "link", "people", "estimate"),
    "no:": ("date", "time", "goal", "tag", "estimate", "priority", "people"),
    "priority:": ("high", "medium", "low"),
    "goal:": (),
    "tag:": (),
    "with:": (),
    "lead": (">1h", ">=1d"),
    "estimate": (">1h", "<=30m"),
}
_ID: dict[str, tuple[str, ...]] = {
    "tenggat:": (
        *("hari-ini", "besok", "minggu-ini", "minggu-depan", "bulan-ini", "<=7hari"),
        "jumat",
    ),
    "mulai:": ("hari-ini", "besok", "minggu-ini", "minggu-depan"),
    "siap:": ("hari-ini", "besok", "minggu-ini"),
    "selesai:": ("hari-ini", "kemarin", "minggu-ini", "minggu-lalu", "bulan-ini"),
    "dibuat:": ("hari-ini", "minggu-ini", "minggu-lalu"),
    "is:": (
        *("belum", "selesai", "terlewat", "berjalan", "berulang", "disematkan", "langkah"),
        "sampah",
    ),
    "ada:": ("catatan", "jam", "langkah", "pengingat", "ulang", "tautan", "orang", "perkiraan"),
    "tanpa:": ("tanggal", "jam", "tujuan", "label", "perkiraan", "prioritas", "orang"),
    "prioritas:": ("tinggi", "sedang", "rendah"),
    "tujuan:": (),
    "label:": (),
    "orang:": (),
    "persiapan": (">1jam", ">=1hari"),
    "perkiraan": (">1jam", "<=30mnt"),
}
_OPERATORS: dict[Language, dict[str, tuple[str, ...]]] = {"en": _EN, "id": _ID}
#: What stands alone, without an operator.
_ALONE: dict[Language, tuple[str, ...]] = {
    "en": ("missed", "p1", "p2", "p3"),
    "id": ("terlewat", "p1", "p2", "p3"),
}
#: What teaches the language where nothing is typed yet.
_FIRST: dict[Language, tuple[str, ...]] = {
    "en": ("due:today", "due:this-week", "missed", "p1", "no:date", "is:repeating", "has:notes"),
    "id": (
        *("tenggat:hari-ini", "tenggat:minggu-ini", "terlewat", "p1", "tanpa:tanggal"),
        *("is:berulang", "ada:catatan"),
    ),
}
#: A word so far: an operator with its sign, and what stands behind it.
_BEGUN = r"(?:([^\W\d_][\w-]*)(:?(?:<=|>=|[<>=])|:))?(.*)"
_BARE_NAME = r'[^\s"()]+'


@dataclass(frozen=True, slots=True)
class Names:
    """What a query can ask for by name."""

    tags: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Completion:
    """One way in which the query could go on.

    Attributes:
        word: the whole last word, as it would stand there.
        text: the whole query with it, ready to be typed on.
    """

    word: str
    text: str


def examples(language: Language, names: Names) -> tuple[Completion, ...]:
    """What could stand in an empty query: operators, and a tag that there is."""
    words = [*_FIRST[language], *(f"#{_quoted(tag)}" for tag in names.tags[:1])]
    return tuple(Completion(word, f"{word} ") for word in words)


def completions(text: str, language: Language, names: Names) -> tuple[Completion, ...]:
    """What the last word of `text` could become; none where it can only be text to be found."""
    start = last_word(text)
    before, typed = text[:start], text[start:]
    if typed.startswith("-") and len(typed) > 1:
        before, typed = f"{before}-", typed[1:]
    if not typed:
        return ()
    whole = dict.fromkeys(_words(typed, language, names))
    return tuple(
        # After an operator its value is still to come.
        Completion(word, f"{before}{word}{'' if word.endswith(':') else ' '}")
        for word in list(whole)[:OFFERED]
        if word != typed
    )


def last_word(text: str) -> int:
    """Where the word begins that is being typed."""
    start, is_quoted = 0, False
    for at, character in enumerate(text):
        if character == '"':
            is_quoted = not is_quoted
        elif not is_quoted and (character.isspace() or character in "()"):
            start = at + 1
    return start


def _words(typed: str, language: Language, names: Names) -> Iterable[str]:
    if typed.startswith("#"):
        yield from (f"#{_quoted(tag)}" for tag in _beginning(typed[1:], names.tags))
        return
    match = re.fullmatch(_BEGUN, typed, re.DOTALL)
    if match is None:
        return
    operator, sign, value = match[1], match[2], match[3]
    if operator is None:
        yield from _beginning_alone(value, language)
        return
    if (named := lexicon.NAME_FIELDS.get(name_of(operator))) is not None:
        known = {NameField.TAG: names.tags, NameField.GOAL: names.goals}.get(named, names.people)
        yield from (f"{operator}{sign}{_quoted(name)}" for name in _beginning(value, known))
        return
    same = _names_beside(name_of(operator))
    for each, values in _OPERATORS[language].items():
        if (bare := each.rstrip(":")) in same:
            begun = f"{sign.lstrip(':') if each != bare else sign}{folded(value)}"
            colon = each[len(bare) :]
            yield from (f"{operator}{colon}{one}" for one in values if one.startswith(begun))


def _beginning_alone(value: str, language: Language) -> Iterable[str]:
    begun = folded(value)
    if not begun:
        return
    yield from (word for word in _ALONE[language] if word.startswith(begun))
    yield from (
        each if each.endswith(":") else each + values[0]
        for each, values in _OPERATORS[language].items()
        if each.startswith(begun)
    )
    # Whoever thinks of a day may not think of its operator: `besok` is `tenggat:besok`.
    due = next(iter(_OPERATORS[language]))
    if len(begun) > 2:
        values = _OPERATORS[language][due]
        yield from (f"{due}{each}" for each in values if each.startswith(begun))


def _names_beside(name: str) -> Collection[str]:
    """All names of the operator that is called `name`, in both languages."""
    for fields in (lexicon.DATE_FIELDS, lexicon.SPAN_FIELDS):
        if name in fields:
            return [each for each, field in fields.items() if field is fields[name]]
    for several in (
        lexicon.PRIORITY_FIELDS,
        lexicon.STATE_FIELDS,
        lexicon.HAVING_FIELDS,
        lexicon.LACKING_FIELDS,
    ):
        if name in several:
            return several
    return ()


def _beginning(typed: str, names: Collection[str]) -> Iterable[str]:
    """The names that begin so, then those in which a word does."""
    begun = folded(typed.strip('"'))
    first = [name for name in names if folded(name).startswith(begun)]
    inside = [name for name in names if f" {begun}" in f" {folded(name)}" and name not in first]
    return [*first, *inside]


def _quoted(name: str) -> str:
    if re.fullmatch(_BARE_NAME, name):
        return name
    doubled = name.replace('"', '""')
    return f'"{doubled}"'
