"""Which part of the timeline is shown, and which routes lead on from it. Pure."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, timedelta

from views.app import routes
from views.app.routes import TimelineMode

DAY = timedelta(days=1)
GoTo = Callable[[date], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Shown:
    """Which part of the timeline is shown; `day` is in it, `today` is the user's day."""

    mode: TimelineMode
    day: date
    today: date

    @property
    def entry(self) -> date:
        """The day that another mode opens at: of a month its first, or today if it is in it."""
        is_here = (self.day.year, self.day.month) == (self.today.year, self.today.month)
        return self.today if self.mode is TimelineMode.MONTH and is_here else self.day


def route_to(shown: Shown, day: date) -> str:
    """The route of the same mode at another day."""
    is_today = day == shown.today
    match shown.mode:
        case TimelineMode.AGENDA:
            return routes.agenda_route(None if is_today else day)
        case TimelineMode.WEEK:
            return routes.week_route(None if is_today else day)
        case TimelineMode.MONTH:
            return routes.month_route(day.year, day.month)
        case TimelineMode.DAY:
            return routes.TIMELINE if is_today else routes.day_route(day)


def route_in(shown: Shown, mode: TimelineMode) -> str:
    """The route of another mode at the same day."""
    return route_to(Shown(mode, shown.day, shown.today), shown.entry)


def step(shown: Shown, by: int) -> date:
    """The day that the next (1) or previous (-1) page of the mode shows."""
    match shown.mode:
        case TimelineMode.DAY:
            return shown.day + by * DAY
        case TimelineMode.MONTH:
            index = shown.day.year * 12 + shown.day.month - 1 + by
            return date(index // 12, index % 12 + 1, 1)
        case _:
            return shown.day + by * timedelta(weeks=1)
