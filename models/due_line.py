"""A task as a month shows it.

No storage, no clock, no language.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from models.standing import Standing, standing_at
from models.task import CLOSED_STATUSES, TaskLine


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
        return standing_at(self, now)

    @property
    def is_done(self) -> bool:
        """Completed or cancelled."""
        return self.status in CLOSED_STATUSES


#: Whatever may be due on a day.
Due = TaskLine | DueLine
