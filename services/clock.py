"""What time it is: the only module that asks the machine."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        return datetime.now(UTC)


@dataclass
class FixedClock:
    """A clock that stands still until it is moved."""

    instant: datetime

    def __post_init__(self) -> None:
        if self.instant.tzinfo is None:
            raise ValueError(f"a naive datetime is no instant: {self.instant!r}")

    def now(self) -> datetime:
        """The instant it was set to, in UTC."""
        return self.instant.astimezone(UTC)

    def advance(self, step: timedelta) -> None:
        """Move on by `step`."""
        self.instant += step


@dataclass(frozen=True)
class ShiftedClock:
    """The machine's clock as if it had shown `start` when this was made."""

    start: datetime
    _made: datetime = field(default_factory=SystemClock().now)

    def now(self) -> datetime:
        """`start` and the time that has passed since."""
        return self.start.astimezone(UTC) + (SystemClock().now() - self._made)
