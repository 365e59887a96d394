"""How rules are applied to a line: the longest span wins, then the earliest, then rule order.

Owns the matching. A rule is a regular expression over kinds (see `models.quickadd.kinds`)
and a builder that makes one token of what was matched, or refuses it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from operator import itemgetter
from typing import NamedTuple

from models.quickadd.kinds import Lexeme, first_letters, pattern
from models.quickadd.parsed import Hint, HintKind, Preferences
from models.quickadd.tokens import Line


@dataclass(slots=True)
class Context:
    """What every builder may need: the present on the wall clock that is meant, and settings."""

    now: datetime
    preferences: Preferences
    hints: list[Hint] = field(default_factory=list[Hint])

    @property
    def today(self) -> date:
        """The day of `now`."""
        return self.now.date()


class Heard(NamedTuple):
    """A match of a rule in a line, as its builder sees it."""

    line: Line
    match: re.Match[str]
    context: Context

    @property
    def start(self) -> int:
        """The first token's place."""
        return self.match.start()

    @property
    def end(self) -> int:
        """The place after the last token."""
        return self.match.end()

    @property
    def before(self) -> str:
        """The kind of the token before; empty at the line's beginning."""
        return self.line.kind(self.match.start() - 1)

    @property
    def after(self) -> str:
        """The kind of the token after; empty at the line's end."""
        return self.line.kind(self.match.end())

    def has(self, group: str) -> bool:
        """Whether the rule has such a group, and it matched something."""
        return group in self.match.re.groupindex and self.match.start(group) >= 0

    def value(self, group: str) -> object:
        """The value of a group's first token; None where the group is not there."""
        return self.line.values[self.match.start(group)] if self.has(group) else None

    def values(self, kinds: str) -> list[object]:
        """The values of the matched tokens that are of these kinds, in order."""
        line = self.line
        return [
            line.values[place]
            for place in range(self.start, self.end)
            if line.kinds[place] in kinds
        ]

    def number(self, group: str, default: int = 1) -> int:
        """A group's whole number."""
        value = self.value(group)
        return value if isinstance(value, int) else default

    def hint(self, kind: HintKind) -> None:
        """Tell that what was matched is not taken, or not as it stands."""
        span = (self.line.starts[self.start], self.line.ends[self.end - 1])
        self.context.hints.append(Hint(kind, span))


Builder = Callable[[Heard], Lexeme | None]


class Rule(NamedTuple):
    """A rule in names of kinds, and what makes a token of its match.

    Of matches of one length, that of a rule which is `is_last` gives way.
    """

    said: str
    build: Builder
    is_last: bool = False


Grammar = dict[str, list[Rule]]


def grammar(rules: Sequence[Rule]) -> Grammar:
    """The rules by the kind that they begin with."""
    found: Grammar = {}
    for rule in rules:
        for letter in first_letters(rule.said):
            found.setdefault(letter, []).append(rule)
    return found


def reduced(line: Line, rules: Grammar, context: Context) -> Line:
    """The line, with each phrase that a rule understands as one token."""
    matches: list[tuple[tuple[int, bool, int, int], Rule, re.Match[str]]] = []
    kinds = line.kinds
    for place, kind in enumerate(kinds):
        for number, rule in enumerate(rules.get(kind, ())):
            if match := pattern(rule.said).match(kinds, place):
                order = (place - match.end(), rule.is_last, place, number)
                matches.append((order, rule, match))
    if not matches:
        return line
    matches.sort(key=itemgetter(0))
    taken = bytearray(len(kinds))
    built: dict[int, tuple[int, Lexeme]] = {}
    for _, rule, match in matches:
        start, end = match.span()
        if any(taken[start:end]) or is_glued(line, start, end):
            continue
        if (lexeme := rule.build(Heard(line, match, context))) is not None:
            built[start] = (end, lexeme)
            taken[start:end] = b"\1" * (end - start)
    return _shortened(line, built)


def _shortened(line: Line, built: dict[int, tuple[int, Lexeme]]) -> Line:
    kinds: list[str] = []
    values: list[object] = []
    starts: list[int] = []
    ends: list[int] = []
    place = 0
    while place < len(line.kinds):
        end, lexeme = built.get(place) or (place + 1, None)
        kinds.append(lexeme.kind if lexeme else line.kinds[place])
        values.append(lexeme.value if lexeme else line.values[place])
        starts.append(line.starts[place])
        ends.append(line.ends[end - 1])
        place = end
    return Line(line.text, "".join(kinds), values, starts, ends)


_GLUE_BEFORE = frozenset("-_/'’@#&=\\+–.$€")
_GLUE_AFTER = frozenset("-_/'’@#&=\\+%$€")


def is_glued(line: Line, start: int, end: int) -> bool:
    """Whether the phrase is part of a longer word, such as "monday.com" or "non-Jumat"."""
    text, first, last = line.text, line.starts[start], line.ends[end - 1]
    if first and (text[first - 1] in _GLUE_BEFORE or text[first - 1].isalnum()):
        return True
    if last >= len(text):
        return False
    after = text[last]
    if after in _GLUE_AFTER or after.isalnum():
        return True
    return after in ".:" and last + 1 < len(text) and text[last + 1].isalnum()
