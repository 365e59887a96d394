"""The fields of one line while they are being filled, and the phrases they are filled from."""

from __future__ import annotations

from typing import NamedTuple
from zoneinfo import ZoneInfo

from models.moment import Moment
from models.quickadd.kinds import Kind
from models.quickadd.parsed import Alternative, FieldName
from models.quickadd.phrases import Mark, When
from models.quickadd.rules import Context
from models.quickadd.tokens import Line, Span


class Said(NamedTuple):
    """A phrase, where it stands, and which token of the line it is."""

    value: object
    span: Span
    place: int


class SaidWhen(NamedTuple):
    """A day or time, and where it stands."""

    when: When
    span: Span


class Draft:
    """What is known of the task so far.

    Attributes:
        values: each field's value, for `Parsed`.
        spans: where each field was said.
    """

    def __init__(self, line: Line, context: Context, home: ZoneInfo) -> None:
        self.line = line
        self.context = context
        self.home = home
        self.values: dict[str, object] = {}
        self.spans: dict[FieldName, list[Span]] = {}
        self.alternatives: list[Alternative] = []
        self.said = [
            Said(line.values[place], (line.starts[place], line.ends[place]), place)
            for place, kind in enumerate(line.kinds)
            if kind in _PHRASES
        ]

    def set(self, name: FieldName, value: object, *spans: Span) -> None:
        """Give a field its value, and say which characters did."""
        self.values[name.value] = value
        self.spans.setdefault(name, []).extend(spans)

    def moment(self, name: FieldName) -> Moment | None:
        """A due or start that was set already."""
        value = self.values.get(name.value)
        return value if isinstance(value, Moment) else None

    def whens(self, *marks: Mark) -> list[SaidWhen]:
        """The days and times with one of these marks, in order."""
        return [
            SaidWhen(said.value, said.span)
            for said in self.said
            if isinstance(said.value, When) and said.value.mark in marks
        ]


_PHRASES = Kind.FIELD + Kind.REPEAT
