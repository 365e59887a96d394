"""Parts that the pages of the slip sheet share. Plain functions from values to controls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import flet as ft

from views import theme
from views.app.kit.basics import Press, icon_button
from views.app.kit.chips import chip
from views.app.session import AppSession

T = TypeVar("T")


def page_head(session: AppSession, title: str, on_back: Press) -> ft.Control:
    """The way back to the ways, and what this page is for."""
    return ft.Row(
        [
            icon_button(ft.Icons.ARROW_BACK_ROUNDED, session.words.say("Back"), on_back),
            ft.Semantics(
                header=True,
                container=True,
                expand=True,
                content=ft.Text(title, style=theme.CARD_TITLE),
            ),
        ],
        spacing=4,
    )


def label(text: str) -> ft.Control:
    """A question over its answers."""
    return ft.Text(text, style=theme.type_style(13.5, 700), color=ft.Colors.ON_SURFACE_VARIANT)


def asked(text: str, answers: ft.Control, beside: ft.Control | None = None) -> ft.Control:
    """A question and its answers; `beside` stands at the end of the question's line."""
    question = label(text)
    if beside is not None:
        question = ft.Row([ft.Container(question, expand=True), beside], spacing=8)
    return ft.Column(
        [question, answers],
        spacing=2,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def due_chips(
    options: Sequence[tuple[T, str]], chosen: T | None, on_choose: Callable[[T], Any]
) -> ft.Control:
    """Deadlines to choose from, for a coloured card: outlined, the chosen one filled."""

    def press(value: T) -> Press:
        async def pressed(_: object) -> None:
            result = on_choose(value)
            if result is not None:
                await result

        return pressed

    ink = ft.Colors.ON_PRIMARY_CONTAINER
    return ft.Row(
        [
            chip(
                text,
                press(value),
                ft.Colors.PRIMARY if value == chosen else ft.Colors.TRANSPARENT,
                ft.Colors.ON_PRIMARY if value == chosen else ink,
                ft.Colors.PRIMARY,
                is_selected=value == chosen,
            )
            for value, text in options
        ],
        spacing=8,
        run_spacing=0,
        wrap=True,
    )


def way_card(icon: ft.IconData, title: str, line: str, on_click: Press) -> ft.Control:
    """One way on, with a line that says what it does."""
    return ft.MergeSemantics(
        ft.Semantics(
            button=True,
            content=ft.Container(
                ft.Row(
                    [
                        ft.Icon(icon, size=22, color=ft.Colors.ON_SURFACE),
                        ft.Column(
                            [
                                ft.Text(title, style=theme.TASK, color=ft.Colors.ON_SURFACE),
                                ft.Text(
                                    line,
                                    style=theme.META,
                                    color=ft.Colors.ON_SURFACE_VARIANT,
                                    max_lines=2,
                                    overflow=ft.TextOverflow.ELLIPSIS,
                                ),
                            ],
                            spacing=0,
                            tight=True,
                            expand=True,
                        ),
                        ft.Icon(
                            ft.Icons.CHEVRON_RIGHT_ROUNDED, size=22, color=ft.Colors.ON_SURFACE
                        ),
                    ],
                    spacing=14,
                ),
                padding=ft.Padding.symmetric(horizontal=18, vertical=12),
                bgcolor=ft.Colors.SURFACE_CONTAINER,
                border_radius=theme.RADIUS_CARD,
                ink=True,
                on_click=on_click,
            ),
        )
    )
