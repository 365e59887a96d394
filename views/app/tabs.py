"""The shell's destinations: where they lead, how they look, how they are called."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from views.app import routes
from views.app.routes import Place, Screen
from views.text import Words


@dataclass(frozen=True, slots=True)
class Tab:
    """One destination."""

    route: str
    screen: Screen
    icon: ft.IconData
    selected_icon: ft.IconData


TABS = (
    Tab(routes.HOME, Screen.HOME, ft.Icons.HOME_OUTLINED, ft.Icons.HOME_ROUNDED),
    Tab(
        routes.todo_route(),
        Screen.TODO,
        ft.Icons.CHECK_CIRCLE_OUTLINE_ROUNDED,
        ft.Icons.CHECK_CIRCLE_ROUNDED,
    ),
    Tab(routes.TIMELINE, Screen.TIMELINE, ft.Icons.VIEW_DAY_OUTLINED, ft.Icons.VIEW_DAY_ROUNDED),
)
#: The rail has room for more than the bar.
RAIL_TABS = (
    *TABS,
    Tab(routes.GOALS, Screen.GOALS, ft.Icons.FLAG_OUTLINED, ft.Icons.FLAG_ROUNDED),
)
SETTINGS_TAB = Tab(
    routes.SETTINGS, Screen.SETTINGS, ft.Icons.SETTINGS_OUTLINED, ft.Icons.SETTINGS_ROUNDED
)


def tab_label(words: Words, tab: Tab) -> str:
    """The destination in the user's language."""
    match tab.screen:
        case Screen.HOME:
            return words.say("Home")
        case Screen.TODO:
            return words.say("To-do")
        case Screen.TIMELINE:
            return words.say("Timeline")
        case Screen.GOALS:
            return words.say("Goals")
        case _:
            return words.say("Settings")


def tab_index(place: Place) -> int | None:
    """Which of `TABS` a place belongs to, if any."""
    screen = Screen.TIMELINE if place.screen is Screen.PLAN else place.screen
    return next((at for at, tab in enumerate(TABS) if tab.screen is screen), None)
