"""How a task stands towards its two deadlines: the time to be ready by, and the due itself.

No storage, no clock, no language.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol


class Standing(StrEnum):
    """How a task stands at an instant; the first that holds, in this order.

    DONE: nothing is to be done any more. DUE_MISSED, READY_MISSED: the due has passed; or
    only the time at which it had to be ready. WAITING: somebody else is at it. AT_RISK:
    less time is left until it must be ready than the work that is open takes.
    """

    DONE = "done"
    DUE_MISSED = "due-missed"
    READY_MISSED = "ready-missed"
    WAITING = "waiting"
    AT_RISK = "at-risk"
    ON_TRACK = "on-track"

    @property
    def is_missed(self) -> bool:
        """Whether one of the two deadlines has passed."""
        return self in (Standing.DUE_MISSED, Standing.READY_MISSED)


class HasStanding(Protocol):
    """What a standing follows from; see `standing_of`."""

    @property
    def is_done(self) -> bool: ...
    @property
    def due_at(self) -> datetime | None: ...
    @property
    def ready_at(self) -> datetime | None: ...
    @property
    def open_work(self) -> timedelta | None: ...
    @property
    def waiting_for(self) -> str | None: ...


def standing_at(line: HasStanding, now: datetime) -> Standing:
    """How a task stands at `now` (aware)."""
    return standing_of(
        is_done=line.is_done,
        due_at=line.due_at,
        ready_at=line.ready_at,
        open_work=line.open_work,
        waiting_for=line.waiting_for,
        now=now,
    )


def standing_of(
    *,
    is_done: bool,
    due_at: datetime | None,
    ready_at: datetime | None,
    open_work: timedelta | None,
    waiting_for: str | None,
    now: datetime,
) -> Standing:
    """How a task stands at `now`; all instants are aware, `ready_at` is `due_at` without a lead."""
    if is_done:
        return Standing.DONE
    if due_at is not None and due_at < now:
        return Standing.DUE_MISSED
    if ready_at is not None and ready_at < now:
        return Standing.READY_MISSED
    if waiting_for is not None:
        return Standing.WAITING
    if ready_at is not None and open_work is not None and ready_at - now < open_work:
        return Standing.AT_RISK
    return Standing.ON_TRACK
