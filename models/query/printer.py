"""A query as text again: what `parse` makes the same query of."""

from __future__ import annotations

from models.query.lexicon import PERIOD_NAMES
from models.query.tree import (
    Being,
    Comparison,
    Dated,
    Either,
    Every,
    Having,
    Lasting,
    Named,
    Negated,
    Period,
    PeriodKind,
    Prioritised,
    Query,
    Text,
)


def printed(query: Query) -> str:
    """`query` with the first name of each operator, texts and names in quotes."""
    match query:
        case Text(text=text):
            return _quoted(text)
        case Dated(field=field, period=period, last=last):
            until = f"..{_period(last)}" if last else ""
            return f"{field}:{_sign(query.comparison)}{_period(period)}{until}"
        case Lasting(field=field, length=length):
            minutes = length.days * 1440 + length.seconds // 60
            # A number has four digits at most.
            days, rest = divmod(minutes, 1440)
            return f"{field}:{_sign(query.comparison)}{f'{days}d' if days else ''}{rest}m"
        case Named(field=field, name=name):
            return f"{field}:{_quoted(name)}"
        case Prioritised(level=level):
            return f"p{level}"
        case Being(state=state):
            return f"is:{state}"
        case Having(part=part, is_lacking=is_lacking):
            return f"{'no' if is_lacking else 'has'}:{part}"
        case Negated(query=inner):
            text = printed(inner)
            return f"-({text})" if isinstance(inner, Negated) else f"-{_grouped(inner)}"
        case Every(queries=queries):
            return " ".join(map(_grouped, queries))
        case Either(queries=queries):
            return " or ".join(
                printed(one) if isinstance(one, Every) else _grouped(one) for one in queries
            )


def _grouped(query: Query) -> str:
    return f"({printed(query)})" if isinstance(query, Every | Either) else printed(query)


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _sign(comparison: Comparison) -> str:
    return "" if comparison is Comparison.EQUAL else comparison.value


def _period(period: Period) -> str:
    match period.kind, period.numbers:
        case PeriodKind.DATE, (year, month, day):
            return f"{year}-{month:02}-{day:02}"
        case PeriodKind.MONTH, (year, month):
            return f"{year}-{month:02}"
        case kind, (number, *_):
            return PERIOD_NAMES.get((kind, number), f"{number}d")
    raise ValueError(period)
