"""What quick add starts from, by the place it is opened at: a day of the timeline is the due day.

Must know no component.
"""

from __future__ import annotations

from models.moment import Moment
from models.task import TaskFields
from views.app.overlays import AddTask
from views.app.routes import Screen, TimelineMode
from views.app.session import AppSession


def add_here(session: AppSession) -> AddTask:
    """Quick add with what the place one is at says of the new task."""
    place = session.here.behind
    preset = TaskFields()
    if place.screen is Screen.TIMELINE and place.mode is TimelineMode.DAY:
        preset["due"] = Moment(place.day or session.dates.today(session.minute.now))
    return AddTask(preset)
