"""The add button that floats over a phone's screens, away while tasks of the list are selected."""

from __future__ import annotations

import flet as ft

from views.app.boundary import component
from views.app.rail import add_button
from views.app.routes import Place, Screen, TimelineMode
from views.app.screens.home_today import HOME
from views.app.screens.list_memory import memory_of
from views.app.screens.timeline_agenda_walk import AGENDA
from views.app.screens.todo_list import TODO
from views.app.session import AppSession

#: What the lists that it floats over are remembered under.
_LISTS = (HOME, TODO, AGENDA)


@component
def FloatingAdd(session: AppSession, place: Place) -> ft.Control:
    """What is pressed while several are selected is meant for those, and it would hide some."""
    # All are watched: the button stays itself from one screen to the next.
    memories = {of: ft.use_state(memory_of(session, of))[0] for of in _LISTS}
    below = memories.get(_list_at(place))
    return ft.Container(
        add_button(session, size=60),
        # Four pixels further in than Flutter puts it: at the page's margin.
        padding=ft.Padding.only(right=4, bottom=4),
        visible=below is None or below.picked is None,
    )


def _list_at(place: Place) -> str:
    """The list that tasks are selected in there; empty where there is none."""
    match place.screen:
        case Screen.HOME:
            return HOME
        case Screen.TODO:
            return TODO
        case Screen.TIMELINE if place.mode is TimelineMode.AGENDA:
            return AGENDA
        case _:
            return ""
