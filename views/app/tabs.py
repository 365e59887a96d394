"""The shell's destinations: where they lead, how they look, how they are called."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from views.app import routes
from views.app.routes import Screen
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
    Tab(routes.REPORT, Screen.REPORT, ft.Icons.INSIGHTS_ROUNDED, ft.Icons.INSIGHTS_ROUNDED),
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
        case Screen.REPORT:
            return words.say("Report")
        case _:
            return words.say("Settings")


def tab_index(screen: Screen) -> int | None:
    """Which of `TABS` shows a screen, if any; the plan is the timeline's."""
    screen = Screen.TIMELINE if screen is Screen.PLAN else screen
    return next((at for at, tab in enumerate(TABS) if tab.screen is screen), None)
