"""Time spent on a task: one stretch of work, and what several make together. Pure values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

NOTE_LIMIT = 500


@dataclass(frozen=True, slots=True)
class TimeEntry:
    """One stretch of work on the task `task` (its uid).

    Attributes:
        started, ended: aware UTC; `ended` None: the timer runs.
    """

    uid: str
    task: str
    started: datetime
    ended: datetime | None = None
    note: str = ""

    @property
    def is_running(self) -> bool:
        """Whether its timer runs."""
        return self.ended is None

    def span(self, now: datetime) -> timedelta:
        """How long it took, or has been running at `now` (aware); never negative."""
        return max((self.ended or now) - self.started, timedelta(0))


@dataclass(frozen=True, slots=True)
class Running:
    """The timer that runs, and the title of its task."""

    entry: TimeEntry
    summary: str


@dataclass(frozen=True, slots=True)
class Worked:
    """An entry, with the title of its task and the task's goal."""

    entry: TimeEntry
    summary: str
    goal: str | None

    def span_in(self, first: datetime, last: datetime, now: datetime) -> timedelta:
        """What of it lies between two instants, as of `now` (all aware)."""
        begin = max(self.entry.started, first)
        end = min(self.entry.started + self.entry.span(now), last)
        return max(end - begin, timedelta(0))


def spent(entries: Iterable[TimeEntry], now: datetime) -> timedelta:
    """What the entries make together at `now` (aware)."""
    return sum((entry.span(now) for entry in entries), timedelta(0))
