"""A saved filter among the To-do lists: its chip, the line that says what it looks for, its end.

Plain functions from values to controls.
"""

from __future__ import annotations

import flet as ft

from models.saved_filter import SavedFilter
from services.filters import CountedFilter
from views import theme
from views.app import routes
from views.app.kit.basics import icon_button
from views.app.kit.chips import list_chip
from views.app.kit.states import empty_state
from views.app.overlays import EditFilter
from views.app.session import AppSession


def filter_chip(session: AppSession, each: CountedFilter, is_chosen: bool) -> ft.Control:
    """A filter as a chip: a tap shows its list, a long press changes it."""
    saved = each.saved

    async def go(_: object) -> None:
        await session.go(routes.filter_route(saved.uid))

    async def edit(_: object) -> None:
        session.overlay.open(EditFilter(saved.uid))

    return list_chip(
        saved.name,
        each.count,
        is_chosen,
        go,
        icon=ft.Icons.FILTER_LIST_ROUNDED,
        on_hold=edit,
    )


def filter_line(session: AppSession, saved: SavedFilter) -> ft.Control:
    """What the filter looks for, and the way to change it."""

    async def edit(_: object) -> None:
        session.overlay.open(EditFilter(saved.uid))

    return ft.Container(
        ft.Row(
            [
                ft.Text(
                    saved.query,
                    style=theme.META,
                    color=ft.Colors.ON_SURFACE_VARIANT,
                    expand=True,
                    max_lines=1,
                    overflow=ft.TextOverflow.ELLIPSIS,
                ),
                icon_button(
                    ft.Icons.EDIT_OUTLINED,
                    session.words.say("Change filter"),
                    edit,
                    color=ft.Colors.ON_SURFACE_VARIANT,
                    size=20,
                ),
            ],
            spacing=4,
        ),
        padding=ft.Padding.only(left=theme.PAGE_MARGIN, right=8),
    )


def nothing_found(session: AppSession, saved: SavedFilter) -> ft.Control:
    """The empty list of a filter."""
    say = session.words.say

    async def edit(_: object) -> None:
        session.overlay.open(EditFilter(saved.uid))

    return empty_state(
        ft.Icons.FILTER_LIST_ROUNDED,
        say("Nothing matches now"),
        say("What comes to match shows up here by itself."),
        action=say("Change filter"),
        on_action=edit,
    )


def filter_gone(session: AppSession) -> ft.Control:
    """What is said where the filter of an address is no more."""
    say = session.words.say

    async def leave(_: object) -> None:
        await session.go(routes.todo_route())

    return empty_state(
        ft.Icons.SEARCH_OFF_ROUNDED,
        say("This filter is not here"),
        say("It may have been deleted; Undo brings it back."),
        action=say("See today"),
        on_action=leave,
    )
