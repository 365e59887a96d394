"""Column types: UTC instants, moments as they were said, spans, one of some words, and names."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, DateTime, Integer, String, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

from models.moment import Moment

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# Multiplying these is twice as fast as making a span by keyword, and lists read thousands.
MICROSECOND = timedelta(microseconds=1)
SECOND = timedelta(seconds=1)

#: Stands between the names of an aggregated list: ASCII's unit separator, which no name may hold.
NAME_SEPARATOR = "\x1f"


class UtcDateTime(TypeDecorator[datetime]):
    """An aware instant, kept as UTC; naive values are refused.

    SQLite drops zones and sorts text, so there it is a count of microseconds
    since 1970; elsewhere the database's own timestamp with time zone.
    """

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "sqlite":
            return dialect.type_descriptor(BigInteger())
        return dialect.type_descriptor(DateTime(timezone=True))

    def bind_processor(self, dialect: Dialect) -> Any:
        counts = dialect.name == "sqlite"

        def bind(value: datetime | None) -> Any:
            if value is None:
                return None
            if value.tzinfo is None:
                raise ValueError(f"a naive datetime is no instant: {value!r}")
            return (value - EPOCH) // MICROSECOND if counts else value.astimezone(UTC)

        return bind

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        return _of_count if dialect.name == "sqlite" else _in_utc


def _of_count(value: Any) -> datetime | None:
    return None if value is None else EPOCH + MICROSECOND * value


def _in_utc(value: Any) -> datetime | None:
    return None if value is None else value.astimezone(UTC)


class Seconds(TypeDecorator[timedelta]):
    """A span of time, kept as whole seconds."""

    impl = Integer
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Any:
        def bind(value: timedelta | None) -> int | None:
            return None if value is None else value.days * 86_400 + value.seconds

        return bind

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        def result(value: Any) -> timedelta | None:
            return None if value is None else SECOND * value

        return result


class Worded(TypeDecorator[StrEnum]):
    """One of an enumeration of words, kept as the word."""

    impl = String
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__(16)
        self.words = words

    def bind_processor(self, dialect: Dialect) -> Any:
        def bind(value: StrEnum | None) -> str | None:
            return None if value is None else value.value

        return bind

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        def result(value: Any) -> StrEnum | None:
            return None if value is None else self.words(value)

        return result


class NameTuple(TypeDecorator[tuple[str, ...]]):
    """Names that a subquery joined with `NAME_SEPARATOR`, as a sorted tuple."""

    impl = String
    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        def result(value: Any) -> tuple[str, ...]:
            return tuple(sorted(value.split(NAME_SEPARATOR))) if value else ()

        return result


class MomentText(TypeDecorator[Moment]):
    """A moment as text: ``2026-11-24``, ``2026-11-24T10:00:00`` or with ``[Asia/Jakarta]`` behind.

    For moments that are read with their task and never looked for.
    """

    impl = Text
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Any:
        def bind(value: Moment | None) -> str | None:
            return None if value is None else _told(value)

        return bind

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        def result(value: Any) -> Moment | None:
            return None if value is None else _moment(value)

        return result


class MomentsText(TypeDecorator[tuple[Moment, ...]]):
    """Moments as `MomentText` writes them, with spaces between; NULL for none."""

    impl = Text
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Any:
        def bind(value: tuple[Moment, ...] | None) -> str | None:
            return " ".join(map(_told, value)) if value else None

        return bind

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        def result(value: Any) -> tuple[Moment, ...]:
            return tuple(map(_moment, value.split())) if value else ()

        return result


def _told(moment: Moment) -> str:
    clock = f"T{moment.time.isoformat()}" if moment.time is not None else ""
    zone = f"[{moment.zone}]" if moment.zone is not None else ""
    return f"{moment.date.isoformat()}{clock}{zone}"


def _moment(text: str) -> Moment:
    said, _, zone = text.removesuffix("]").partition("[")
    day, _, clock = said.partition("T")
    return Moment(
        date.fromisoformat(day), time.fromisoformat(clock) if clock else None, zone or None
    )
