"""Whom to ask again today: tasks that wait for somebody, each with the way to ask."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from models.task import TaskLine
from views import theme
from views.app.kit.basics import Press
from views.app.overlays import AskAgain
from views.app.session import AppSession

#: More than these stand in the lists only.
_MOST = 5


def follow_ups(session: AppSession, lines: Sequence[TaskLine]) -> ft.Control:
    """A card with a line for each task; its title opens it."""
    rows = [_row(session, line) for line in lines[:_MOST]]
    return ft.Container(
        ft.Column(rows, spacing=0, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        bgcolor=ft.Colors.TERTIARY_CONTAINER,
        border_radius=theme.RADIUS_BANNER,
        padding=ft.Padding.only(left=16, right=6, top=6, bottom=6),
    )


def _row(session: AppSession, line: TaskLine) -> ft.Control:
    say, ink = session.words.say, ft.Colors.ON_TERTIARY_CONTAINER

    async def ask(_: object) -> None:
        session.overlay.open(AskAgain(line.uid))

    waiting = say("Waiting for {name}", name=line.waiting_for or "")
    return ft.Row(
        [
            ft.Icon(ft.Icons.HOURGLASS_EMPTY_ROUNDED, size=22, color=ink),
            ft.MergeSemantics(
                ft.Semantics(
                    button=True,
                    content=ft.Container(
                        ft.Column(
                            [
                                ft.Text(
                                    line.summary,
                                    style=theme.TASK,
                                    color=ink,
                                    max_lines=2,
                                    overflow=ft.TextOverflow.ELLIPSIS,
                                ),
                                ft.Text(waiting, style=theme.META, color=ink),
                            ],
                            spacing=0,
                            tight=True,
                        ),
                        on_click=_opened(session, line.uid),
                        padding=ft.Padding.symmetric(vertical=6),
                        border_radius=theme.RADIUS_BLOCK,
                        ink=True,
                    ),
                ),
                expand=True,
            ),
            ft.TextButton(
                say("Ask again"),
                style=ft.ButtonStyle(color=ink, text_style=theme.type_style(13.5, 700)),
                on_click=ask,
            ),
        ],
        spacing=14,
    )


def _opened(session: AppSession, uid: str) -> Press:
    async def opened(_: object) -> None:
        await session.open_task(uid)

    return opened
