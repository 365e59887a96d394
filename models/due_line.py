"""A task as a month shows it, and what is known of any task that may be due.

No storage, no clock, no language.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import NamedTuple, Protocol

from models.standing import Standing, standing_of


class Due(Protocol):
    """When a task is due, and what its standing follows from; as `models.task.TaskLine` has it."""

    @property
    def due_date(self) -> date | None: ...
    @property
    def due_time(self) -> time | None: ...
    @property
    def due_zone(self) -> str | None: ...
    @property
    def due_at(self) -> datetime | None: ...
    @property
    def ready_at(self) -> datetime | None: ...
    @property
    def lead(self) -> timedelta | None: ...
    @property
    def parent(self) -> str | None: ...
    @property
    def is_done(self) -> bool: ...
    @property
    def is_shared(self) -> bool: ...
    def standing(self, now: datetime) -> Standing: ...


class DueLine(NamedTuple):
    """A task on a day of the month: a third of what a list's `TaskLine` takes to read.

    A month holds thousands. The fields are those of `TaskLine`; `is_shared` says whether
    anybody else takes part.
    """

    summary: str
    status: str
    due_date: date | None
    due_time: time | None
    due_zone: str | None
    due_at: datetime | None
    ready_at: datetime | None
    lead: timedelta | None
    estimate: timedelta | None
    parent: str | None
    waiting_for: str | None
    is_shared: bool
    open_work: timedelta | None

    def standing(self, now: datetime) -> Standing:
        """How it stands at `now` (aware) towards its two deadlines."""
        return standing_of(
            is_done=self.is_done,
            due_at=self.due_at,
            ready_at=self.ready_at,
            open_work=self.open_work,
            waiting_for=self.waiting_for,
            now=now,
        )

    @property
    def is_done(self) -> bool:
        """Completed or cancelled."""
        return self.status in ("COMPLETED", "CANCELLED")
