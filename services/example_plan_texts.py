"""What the example's words are in each language: the form that a language fills in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """A title, and the note and link under it."""

    summary: str
    note: str = ""
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Texts:
    """The example in one language.

    Attributes:
        months: from January.
        content_goal, quiz_goal: name, description and category; ``{month}`` is the next month.
        hero: the next thing to be published.
        contents, published: in the order of the plan's formats.
        steps: by the plan's step kinds; ``schedule`` is the hero's last one.
        chores, quiz, today: by the plan's keys.
        finishing: what is checked before the hero is ready, the last of it not done yet.
        someday: without a date.
        filters: names and searches.
    """

    months: tuple[str, ...]
    content_goal: tuple[str, str, str]
    quiz_goal: tuple[str, str, str]
    hero: Said
    contents: tuple[Said, ...]
    published: tuple[Said, ...]
    steps: Mapping[str, str]
    chores: Mapping[str, Said]
    quiz: Mapping[str, Said]
    quiz_tag: str
    today: Mapping[str, Said]
    finishing: tuple[str, ...]
    someday: tuple[Said, ...]
    filters: tuple[tuple[str, str], ...]
