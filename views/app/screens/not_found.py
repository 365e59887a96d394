"""Where a route leads nowhere: says so, and shows the way home."""

from __future__ import annotations

import flet as ft

from views.app import routes
from views.app.boundary import component
from views.app.kit.states import empty_state
from views.app.session import AppSession


@component
def NotFoundScreen(session: AppSession) -> ft.Control:
    """The screen of every route that is none of ours."""
    say = session.words.say

    async def home(_: object) -> None:
        await session.go(routes.HOME)

    return ft.Container(
        empty_state(
            ft.Icons.EXPLORE_OFF_ROUNDED,
            say("This page does not exist"),
            say("The link may be old, or have lost a piece on its way."),
            action=say("Go to Home"),
            on_action=home,
        ),
        alignment=ft.Alignment.CENTER,
        expand=True,
    )
