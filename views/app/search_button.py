"""The way to the search where no rail offers it: a button in the head of a phone's screens."""

from __future__ import annotations

import flet as ft

from views.app import routes
from views.app.boundary import component
from views.app.kit.basics import icon_button
from views.app.session import AppSession


@component
def SearchButton(session: AppSession) -> ft.Control:
    """Opens the search; nothing beside a rail, which has one of its own."""
    frame, _ = ft.use_state(session.frame)

    async def search(_: object) -> None:
        await session.go(routes.search_route())

    if frame.is_wide:
        return ft.Container(width=0, height=0)
    return icon_button(ft.Icons.SEARCH_ROUNDED, session.words.say("Search"), search)
