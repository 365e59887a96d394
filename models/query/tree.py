"""What a query says, as frozen values with their place in the text.

Two queries that say the same are equal, wherever they stand: a span is no part
of a comparison.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

#: First character and the one after the last, in the text that was parsed.
Span = tuple[int, int]

_NOWHERE: Span = (0, 0)


class Comparison(StrEnum):
    """How a value is compared; of days EQUAL means within them."""

    EQUAL = "="
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="


class DateField(StrEnum):
    """The moments of a task that a query can ask for."""

    DUE = "due"
    START = "start"
    READY = "ready"
    COMPLETED = "completed"
    CREATED = "created"


class SpanField(StrEnum):
    """The spans of a task that a query can ask for."""

    LEAD = "lead"
    ESTIMATE = "estimate"


class NameField(StrEnum):
    """What a task has by name."""

    GOAL = "goal"
    TAG = "tag"
    WITH = "with"


class State(StrEnum):
    """What a task can be. DONE is completed or cancelled; MISSED is open past its ready-by."""

    OPEN = "open"
    STARTED = "started"
    DONE = "done"
    CANCELLED = "cancelled"
    MISSED = "missed"
    PINNED = "pinned"
    REPEATING = "repeating"
    STEP = "step"
    TRASHED = "trashed"


class Part(StrEnum):
    """What a task can have or be without."""

    DATE = "date"
    TIME = "time"
    START = "start"
    LEAD = "lead"
    ESTIMATE = "estimate"
    GOAL = "goal"
    TAG = "tag"
    PEOPLE = "people"
    PRIORITY = "priority"
    NOTES = "notes"
    LINK = "link"
    STEPS = "steps"
    REPEAT = "repeat"
    REMINDER = "reminder"


class PeriodKind(StrEnum):
    """How days are named; the numbers of a `Period` go with it."""

    DATE = "date"
    MONTH = "month"
    DAY_FROM_TODAY = "day"
    WEEK_FROM_THIS = "week"
    MONTH_FROM_THIS = "from-month"
    YEAR_FROM_THIS = "from-year"
    WEEKDAY = "weekday"


@dataclass(frozen=True, slots=True)
class Period:
    """Some days as they were said.

    DATE has year, month and day; MONTH year and month; those that count from
    today how many days, weeks, months or years; WEEKDAY 0 for Monday to 6.
    """

    kind: PeriodKind
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """Characters to be found in the title, notes, tags or steps' titles."""

    text: str
    span: Span = dataclasses.field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Dated:
    """A moment of the task beside `period`; with `last`, from one to the other."""

    field: DateField
    comparison: Comparison
    period: Period
    last: Period | None = None
    span: Span = dataclasses.field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Lasting:
    """A span of the task beside `length`, which is whole minutes."""

    field: SpanField
    comparison: Comparison
    length: timedelta
    span: Span = dataclasses.field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Named:
    """It has the goal, tag or person of that name, letter case and accents aside.

    A ``*`` at the end of `name` stands for any more characters.
    """

    field: NameField
    name: str
    span: Span = dataclasses.field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Prioritised:
    """Its `models.task.Priority.level` is 1 high, 2 medium, 3 low or 4 none."""

    level: int
    span: Span = dataclasses.field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Being:
    """It is in that state."""

    state: State
    span: Span = dataclasses.field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Having:
    """It has that part; with `is_lacking` it is without."""

    part: Part
    is_lacking: bool = False
    span: Span = dataclasses.field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Negated:
    """What `query` does not hold for."""

    query: Query
    span: Span = dataclasses.field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Every:
    """All of `queries` hold; there are two at least, but for an empty text none."""

    queries: tuple[Query, ...]
    span: Span = dataclasses.field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Either:
    """One of `queries` holds; there are two at least."""

    queries: tuple[Query, ...]
    span: Span = dataclasses.field(default=_NOWHERE, compare=False)


Query = Text | Dated | Lasting | Named | Prioritised | Being | Having | Negated | Every | Either

#: What an empty text says.
EVERYTHING = Every(())

#: States that say which of open, done and trashed tasks are meant.
_OF_STATUS = frozenset(
    {State.OPEN, State.STARTED, State.DONE, State.CANCELLED, State.MISSED, State.TRASHED}
)


def leaves(query: Query) -> tuple[Query, ...]:
    """The conditions of which `query` is made, from left to right."""
    match query:
        case Negated(query=inner):
            return leaves(inner)
        case Every(queries=inner) | Either(queries=inner):
            return tuple(leaf for one in inner for leaf in leaves(one))
    return (query,)


def is_about_status(query: Query) -> bool:
    """Whether it says itself if open or done tasks are meant."""
    return any(
        (isinstance(leaf, Being) and leaf.state in _OF_STATUS)
        or (isinstance(leaf, Dated) and leaf.field is DateField.COMPLETED)
        for leaf in leaves(query)
    )


def is_about_trash(query: Query) -> bool:
    """Whether it speaks of the trash, which other queries leave alone."""
    return any(isinstance(leaf, Being) and leaf.state is State.TRASHED for leaf in leaves(query))
