"""What stands in place of a goal that is gone or could not be read, and the way to the others."""

from __future__ import annotations

import flet as ft

from views import theme
from views.app import routes
from views.app.kit.basics import icon_button
from views.app.kit.states import empty_state
from views.app.session import AppSession


def with_way_back(session: AppSession, state: ft.Control) -> ft.Control:
    """What stands in place of a goal that could not be read, under the way back from it."""

    async def back(_: object) -> None:
        await session.go(routes.GOALS)

    button = icon_button(ft.Icons.ARROW_BACK_ROUNDED, session.words.say("All goals"), back)
    head = ft.Container(ft.Row([button]), padding=ft.Padding.only(left=theme.PAGE_MARGIN - 12))
    return ft.Column(
        [head, ft.Container(state, alignment=ft.Alignment.CENTER, expand=True)], spacing=0
    )


def goal_gone(session: AppSession, title: str, line: str) -> ft.Control:
    """What is said of a goal that is no more, with the way to the others."""

    async def go(_: object) -> None:
        await session.go(routes.GOALS)

    return empty_state(
        ft.Icons.DELETE_OUTLINE_ROUNDED,
        title,
        line,
        action=session.words.say("All goals"),
        on_action=go,
    )
