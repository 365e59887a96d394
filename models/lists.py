"""DoCheck's lists: Today, Tomorrow, This week, Next week, Missed, and three more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from models.task import TaskLine


class ListName(StrEnum):
    """A list's name as routes and the command line write it."""

    TODAY = "today"
    TOMORROW = "tomorrow"
    WEEK = "week"
    NEXT_WEEK = "next-week"
    MISSED = "missed"
    NO_DATE = "no-date"
    ALL = "all"
    DONE = "done"
    TRASH = "trash"


#: The chips of the To-do screen, in order.
CHIP_LISTS = (
    ListName.TODAY,
    ListName.TOMORROW,
    ListName.WEEK,
    ListName.NEXT_WEEK,
    ListName.MISSED,
    ListName.NO_DATE,
    ListName.ALL,
)


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a list in its order. `cursor` asks for the next; None at the end."""

    lines: tuple[TaskLine, ...]
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class DayOfTasks:
    """One local day of the timeline, its tasks by time; whole-day ones last."""

    day: date
    lines: tuple[TaskLine, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """What Home shows at `now` (UTC).

    Attributes:
        next_deadline: open task to be ready next, as `services.home.home` chooses it.
        missed: how many open tasks are past their due, or past the time to be ready by, and
            wait for nobody: of the others something is decided.
        due_missed: how many of these are past their due.
        today: open tasks due today, by time; the missed ones of today included.
        done_today: tasks that were due today and are done, and all completed today.
        follow_ups: open tasks that wait for somebody who is to be asked again by today.
        today_total: ``len(today) + len(done_today)``.
    """

    now: datetime
    next_deadline: TaskLine | None
    missed: int
    due_missed: int
    today: tuple[TaskLine, ...]
    done_today: tuple[TaskLine, ...]
    follow_ups: tuple[TaskLine, ...] = ()

    @property
    def today_total(self) -> int:
        """All of today's tasks, done or not."""
        return len(self.today) + len(self.done_today)
