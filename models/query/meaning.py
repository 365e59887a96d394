"""What a query means for one account at one instant: days become UTC bounds, names uids.

What comes out is a tree of tests whose kinds storage knows, each with plain
values. The clock, the zone and the names that there are come as arguments.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from models.folding import TAG_EDGE, folded
from models.moment import utc_of_wall
from models.query.tree import (
    Being,
    Comparison,
    Dated,
    Either,
    Every,
    Having,
    Lasting,
    Named,
    NameField,
    Negated,
    Period,
    PeriodKind,
    Prioritised,
    Query,
    State,
    Text,
)


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition.

    `kind` is ``text`` or ``tag`` with folded characters, ``goal`` or ``with`` with a
    tuple of uids or names, ``priority`` with a level, ``due.within`` with two instants
    (of each date field also ``.from`` and ``.before`` with one), ``lead>=`` with a span
    (likewise), ``is.open`` and so on without values (``is.missed`` with now), or
    ``has.date`` and so on.
    """

    kind: str
    values: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds."""

    parts: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True)
class NoneOf:
    """The part does not hold; of a task that has no such thing, neither does it."""

    part: Meaning


Meaning = Condition | AllOf | AnyOf | NoneOf


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a query is understood against.

    Attributes:
        now: aware, UTC.
        zone: the account's, in which days begin.
        first_weekday: 0 is Monday.
        goals: names by uid, archived ones too.
        people: names of everyone whom a task is shared with.
    """

    now: datetime
    zone: ZoneInfo
    first_weekday: int = 0
    goals: Mapping[str, str] = field(default_factory=dict[str, str])
    people: Collection[str] = ()

    @property
    def today(self) -> date:
        """The calendar day in the zone."""
        return self.now.astimezone(self.zone).date()


def understood(query: Query, at: Circumstances) -> Meaning:
    """The tests that `query` asks for."""
    match query:
        case Text(text=text):
            return Condition("text", (folded(text),))
        case Dated():
            return _dated(query, at)
        case Lasting(field=name, comparison=comparison, length=length):
            return Condition(f"{name}{comparison}", (length,))
        case Named():
            return _named(query, at)
        case Prioritised(level=level):
            return Condition("priority", (level,))
        case Being(state=State.MISSED):
            return Condition("is.missed", (at.now,))
        case Being(state=state):
            return Condition(f"is.{state}")
        case Having(part=part, is_lacking=is_lacking):
            has = Condition(f"has.{part}")
            return NoneOf(has) if is_lacking else has
        case Negated(query=inner):
            return NoneOf(understood(inner, at))
        case Every(queries=queries):
            return AllOf(tuple(understood(one, at) for one in queries))
        case Either(queries=queries):
            return AnyOf(tuple(understood(one, at) for one in queries))


def days_of(period: Period, today: date, first_weekday: int) -> tuple[date, date]:
    """First and last day of `period`; a weekday is the next such day, today included."""
    match period.kind, period.numbers:
        case PeriodKind.DATE, (year, month, day):
            first = last = date(year, month, day)
        case PeriodKind.MONTH, (year, month):
            first, last = _months(year, month, 1)
        case PeriodKind.DAY_FROM_TODAY, (count,):
            first = last = today + timedelta(days=count)
        case PeriodKind.WEEK_FROM_THIS, (count,):
            begun = today - timedelta(days=(today.weekday() - first_weekday) % 7)
            first = begun + timedelta(weeks=count)
            last = first + timedelta(days=6)
        case PeriodKind.MONTH_FROM_THIS, (count,):
            first, last = _months(today.year, today.month + count, 1)
        case PeriodKind.YEAR_FROM_THIS, (count,):
            first, last = _months(today.year + count, 1, 12)
        case PeriodKind.WEEKDAY, (weekday,):
            first = last = today + timedelta(days=(weekday - today.weekday()) % 7)
        case _:
            raise ValueError(period)
    return first, last


def names_like(pattern: str, names: Iterable[str]) -> tuple[str, ...]:
    """Those of `names` that `pattern` means: letter case and accents aside, ``*`` at its end."""
    wanted = folded(pattern)
    if wanted.endswith("*"):
        return tuple(name for name in names if folded(name).startswith(wanted[:-1]))
    return tuple(name for name in names if folded(name) == wanted)


def tag_text(name: str) -> str:
    """How a tag, or with ``*`` the beginning of one, stands in the words of a task."""
    wanted = folded(name)
    if wanted.endswith("*"):
        return f"{TAG_EDGE}{wanted[:-1]}"
    return f"{TAG_EDGE}{wanted}{TAG_EDGE}"


def _dated(query: Dated, at: Circumstances) -> Condition:
    first, last = days_of(query.period, at.today, at.first_weekday)
    if query.last is not None:
        _, last = days_of(query.last, at.today, at.first_weekday)
    begin, end = _start_of(first, at.zone), _start_of(last + timedelta(days=1), at.zone)
    match query.comparison:
        case Comparison.EQUAL:
            return Condition(f"{query.field}.within", (begin, end))
        case Comparison.LESS:
            return Condition(f"{query.field}.before", (begin,))
        case Comparison.AT_MOST:
            return Condition(f"{query.field}.before", (end,))
        case Comparison.MORE:
            return Condition(f"{query.field}.from", (end,))
        case Comparison.AT_LEAST:
            return Condition(f"{query.field}.from", (begin,))


def _named(query: Named, at: Circumstances) -> Condition:
    match query.field:
        case NameField.TAG:
            return Condition("tag", (tag_text(query.name),))
        case NameField.WITH:
            return Condition("with", (names_like(query.name, at.people),))
        case NameField.GOAL:
            names = names_like(query.name, at.goals.values())
            return Condition(
                "goal", (tuple(uid for uid, name in at.goals.items() if name in names),)
            )


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    """First day of a month and last day of `count` months; `month` may lie outside 1 to 12."""
    months = year * 12 + month - 1
    first = date(months // 12, months % 12 + 1, 1)
    months += count
    return first, date(months // 12, months % 12 + 1, 1) - timedelta(days=1)


def _start_of(day: date, zone: ZoneInfo) -> datetime:
    return utc_of_wall(datetime.combine(day, time()), zone).astimezone(UTC)
