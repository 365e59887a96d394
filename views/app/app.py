"""The app's entrance: a page gets a session, a look, and the views that Flet's navigator shows.

Owns the stack of views: the shell, and on it a task or the search where there is no room
beside. Must know no task.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import cast

import flet as ft

from services.workspace import Workspace
from views.app import look, routes
from views.app.alarming import alarming_of
from views.app.boundary import keyed
from views.app.flet_mends import mend
from views.app.floating_add import FloatingAdd
from views.app.left_place import LeftPlace, has_no_address
from views.app.reminding import ReminderBoard, keep_reminding
from views.app.routes import Place, Screen
from views.app.row_menu import use_own_menu
from views.app.session import AppSession
from views.app.shell import Shell, screen_at
from views.app.tabs import TABS, tab_index, tab_label


def app_for(workspace: Workspace) -> Callable[[ft.Page], Awaitable[None]]:
    """A Flet `main` that serves `workspace`; each page that opens gets a session of its own.

    Run it with ``before_main=look.dress``.
    """

    mend()
    board = ReminderBoard(workspace)

    async def main(page: ft.Page) -> None:
        await look.dress(page)
        session = AppSession(page, workspace)
        session.start()
        session.phone = alarming_of(session)
        if session.phone is not None:
            session.spawn(session.phone.keep())
        session.spawn(keep_reminding(session, board))
        if page.web:
            session.spawn(use_own_menu(session))
        page.render_views(App, session)
        if has_no_address(page):
            session.left = LeftPlace(session)
            if session.settings.is_welcomed:
                await session.left.return_to_it()
        await session.take_shared(page.route)
        if not session.settings.is_welcomed and session.here.place.screen is Screen.HOME:
            await session.go(routes.WELCOME)

    return main


@ft.component
def App(session: AppSession) -> list[ft.View]:
    """The views of the place one is at, the last one in front."""
    here, _ = ft.use_state(session.here)
    frame, _ = ft.use_state(session.frame)
    ft.use_state(session.look)
    revision, _ = ft.use_state(session.revision)
    absences, _ = ft.use_state(session.absences)
    # Another language draws everything afresh, memoised rows too.
    drawn = f"{session.words.language}-{revision.count}"
    views = [_shell_view(session, here.behind, frame.is_wide, drawn)]
    if here.place.screen is Screen.TASK and not frame.is_roomy:
        views.append(_page_view(session, here.place, drawn))
    if here.search is not None and not frame.is_wide:
        views.append(_page_view(session, here.search, drawn))
    if absences.count:
        for view in views:
            # A client that comes back takes other routes for other pages: `flet_mends` says why.
            view.route = f"{view.route}#{absences.count}"
    return views


def _shell_view(session: AppSession, place: Place, is_wide: bool, drawn: str) -> ft.View:
    has_bars = not is_wide and place.screen is not Screen.WELCOME

    async def leave(_: ft.Event[ft.View]) -> None:
        await session.go(routes.HOME)

    return ft.View(
        # One route for all tabs: no page slides in when only the tab changes.
        route=routes.HOME,
        padding=0,
        spacing=0,
        bgcolor=ft.Colors.SURFACE,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        controls=[ft.Container(keyed(f"shell-{drawn}", Shell, session), expand=True)],
        can_pop=place.screen is Screen.HOME,
        on_confirm_pop=leave,
        navigation_bar=_bottom_bar(session) if has_bars else None,
        # Flet asks for its own button there and draws any control.
        floating_action_button=cast(
            ft.FloatingActionButton, keyed("add", FloatingAdd, session, place)
        )
        if has_bars and tab_index(place.screen) is not None
        else None,
    )


def _page_view(session: AppSession, place: Place, drawn: str) -> ft.View:
    return ft.View(
        route=routes.route_of(place),
        padding=0,
        spacing=0,
        bgcolor=ft.Colors.SURFACE,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        controls=[
            ft.SafeArea(
                ft.Container(
                    screen_at(session, place),
                    alignment=ft.Alignment.TOP_CENTER,
                ),
                expand=True,
                key=f"{place.screen}-{drawn}",
            )
        ],
    )


def _bottom_bar(session: AppSession) -> ft.NavigationBar:
    async def go(event: ft.Event[ft.NavigationBar]) -> None:
        await session.go(TABS[event.control.selected_index].route)

    return ft.NavigationBar(
        destinations=[
            ft.NavigationBarDestination(
                icon=ft.Icon(tab.icon, color=ft.Colors.ON_SURFACE_VARIANT),
                selected_icon=ft.Icon(tab.selected_icon, color=ft.Colors.ON_SECONDARY_CONTAINER),
                label=tab_label(session.words, tab),
            )
            for tab in TABS
        ],
        selected_index=tab_index(session.here.tab) or 0,
        bgcolor=ft.Colors.SURFACE_CONTAINER,
        indicator_color=ft.Colors.SECONDARY_CONTAINER,
        height=80,
        elevation=0,
        on_change=go,
    )
