"""The task that quick add is about to make: what was chosen beside its title. Pure values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any, cast

from models.lists import ListName
from models.moment import Moment
from models.task import TaskFields
from services.calendar import week_of
from views.app.routes import Place, Screen, TimelineMode
from views.text import Dates

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Draft:
    """What was chosen for the next task.

    Attributes:
        day, at: local; a time always has a day.
        zone: of the due moment; None floats.
        lead: None as its goal has it; no time at all: ready at the time itself.
        goal: its uid; `goal_name` is what its chip says.
        rest: fields that the place gave and that nothing here changes.
    """

    day: date | None = None
    at: time | None = None
    zone: str | None = None
    priority: int = 0
    goal: str | None = None
    goal_name: str = ""
    lead: timedelta | None = None
    estimate: timedelta | None = None
    tags: tuple[str, ...] = ()
    rest: tuple[tuple[str, Any], ...] = ()

    def on(self, day: date | None) -> Draft:
        """Due on another day; without one, without a time too."""
        return replace(self, day=day) if day else replace(self, day=None, at=None, lead=None)

    def at_time(self, at: time | None, now: datetime, dates: Dates) -> Draft:
        """Due at another time, of the whole day for None.

        Without a day it is the next time that this hour comes.
        """
        if at is None:
            return replace(self, at=None, lead=None)
        local = now.astimezone(dates.zone)
        day = self.day or (local.date() if at > local.time() else local.date() + DAY)
        return replace(self, day=day, at=at)

    def fields(self, summary: str) -> TaskFields:
        """The task's fields, with its title."""
        values: dict[str, Any] = {**dict(self.rest), "summary": summary}
        if self.day is not None:
            values["due"] = Moment(self.day, self.at, self.zone)
        if self.at is not None and self.lead is not None:
            values["lead"] = self.lead or None
        if self.estimate is not None:
            values["estimate"] = self.estimate
        if self.priority:
            values["priority"] = self.priority
        if self.goal is not None:
            values["goal"] = self.goal
        if self.tags:
            values["categories"] = self.tags
        return cast(TaskFields, values)


_TOLD = frozenset({"summary", "due", "priority", "goal", "lead", "estimate", "categories"})


def draft_of(preset: TaskFields) -> Draft:
    """The draft that begins with what `preset` says."""
    due = preset.get("due")
    return Draft(
        day=due.date if due else None,
        at=due.time if due else None,
        zone=due.zone if due else None,
        priority=preset.get("priority", 0),
        goal=preset.get("goal"),
        lead=preset.get("lead"),
        estimate=preset.get("estimate"),
        tags=preset.get("categories", ()),
        rest=tuple((name, value) for name, value in preset.items() if name not in _TOLD),
    )


def preset_at(place: Place, today: date, first_weekday: int) -> TaskFields:
    """What a task gets that is added at `place`, so that it shows up where one is."""
    match place:
        case (
            Place(screen=Screen.HOME) | Place(screen=Screen.TODO, list_name=ListName.TODAY, uid="")
        ):
            day: date | None = today
        case Place(screen=Screen.TODO, list_name=ListName.TOMORROW):
            day = today + DAY
        case Place(screen=Screen.TODO, list_name=ListName.WEEK):
            day = today
        case Place(screen=Screen.TODO, list_name=ListName.NEXT_WEEK):
            day = next_week(today, first_weekday)
        case Place(screen=Screen.TIMELINE, mode=TimelineMode.DAY):
            day = place.day or today
        case _:
            day = None
    fields: TaskFields = {"due": Moment(day)} if day else {}
    return fields


def next_week(today: date, first_weekday: int) -> date:
    """The first day of the week after this one; 0 is Monday."""
    return week_of(today, first_weekday)[0] + 7 * DAY
