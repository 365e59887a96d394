"""What a list shows when it has nothing to show: empty, not loaded yet, failed.

Plain functions from values to controls, and `show_reading`, which picks among them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import flet as ft

from views import theme
from views.app.kit.basics import Press
from views.app.query import Failed, Loaded, Reading
from views.app.session import AppSession

T = TypeVar("T")


def empty_state(
    icon: ft.IconData,
    title: str,
    line: str,
    *,
    action: str = "",
    on_action: Press | None = None,
) -> ft.Control:
    """Nothing here: what that means, one line that teaches the next step, one button."""
    return _state(
        icon,
        title,
        line,
        ft.Colors.SECONDARY_CONTAINER,
        ft.Colors.ON_SECONDARY_CONTAINER,
        ft.FilledButton(action, on_click=on_action) if action and on_action else None,
    )


def error_state(session: AppSession, message: str, retry: Callable[[], None]) -> ft.Control:
    """What happened, what to do, and Try again."""
    say = session.words.say

    def again(_: ft.Event[ft.Button]) -> None:
        retry()

    return _state(
        ft.Icons.ERROR_OUTLINE_ROUNDED,
        say("This could not be read"),
        message,
        ft.Colors.ERROR_CONTAINER,
        ft.Colors.ON_ERROR_CONTAINER,
        ft.FilledButton(say("Try again"), icon=ft.Icons.REFRESH_ROUNDED, on_click=again),
    )


def _state(
    icon: ft.IconData,
    title: str,
    line: str,
    color: str,
    on_color: str,
    button: ft.Control | None,
) -> ft.Control:
    parts: list[ft.Control] = [
        _mark(icon, color, on_color),
        ft.Text(title, style=theme.CARD_TITLE, text_align=ft.TextAlign.CENTER),
        ft.Text(
            line,
            style=theme.BODY,
            color=ft.Colors.ON_SURFACE_VARIANT,
            text_align=ft.TextAlign.CENTER,
        ),
    ]
    if button is not None:
        parts.append(ft.Container(button, padding=ft.Padding.only(top=12)))
    return ft.Container(
        padding=ft.Padding.symmetric(horizontal=32, vertical=40),
        # Under what is over it on every screen, whether that scrolls or not.
        alignment=ft.Alignment.TOP_CENTER,
        content=ft.Column(
            parts,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            spacing=8,
            tight=True,
        ),
    )


def _mark(icon: ft.IconData, color: str, on_color: str) -> ft.Control:
    """The icon in a disc, with two small ones beside it: quiet, but not a grey icon alone."""
    return ft.Semantics(
        exclude_semantics=True,
        content=ft.Stack(
            width=132,
            height=108,
            controls=[
                ft.Container(
                    left=20,
                    top=8,
                    width=92,
                    height=92,
                    border_radius=30,
                    bgcolor=color,
                    rotate=0.14,
                ),
                ft.Container(
                    left=20,
                    top=8,
                    width=92,
                    height=92,
                    alignment=ft.Alignment.CENTER,
                    content=ft.Icon(icon, size=42, color=on_color),
                ),
                ft.Container(
                    left=104, top=4, width=16, height=16, border_radius=8, bgcolor=theme.DONE
                ),
                ft.Container(
                    left=8,
                    top=78,
                    width=12,
                    height=12,
                    border_radius=6,
                    bgcolor=ft.Colors.TERTIARY,
                ),
            ],
        ),
    )


def skeleton_rows(label: str, count: int = 6) -> ft.Control:
    """Grey rows in the shape of tasks, for reads that take longer than 150 ms."""
    return ft.Semantics(
        label=label,
        container=True,
        exclude_semantics=True,
        content=ft.Shimmer(
            base_color=ft.Colors.SURFACE_CONTAINER_HIGH,
            highlight_color=ft.Colors.SURFACE_CONTAINER_LOW,
            content=ft.Column([_skeleton_row(at) for at in range(count)], spacing=0, tight=True),
        ),
    )


def _skeleton_row(at: int) -> ft.Control:
    def bone(width: float, height: float) -> ft.Control:
        return ft.Container(
            width=width,
            height=height,
            border_radius=height / 2,
            bgcolor=ft.Colors.SURFACE_CONTAINER_HIGH,
        )

    return ft.Container(
        padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN, vertical=12),
        content=ft.Row(
            [
                bone(24, 24),
                ft.Column([bone((220, 180, 250)[at % 3], 14), bone(120, 10)], spacing=8),
            ],
            spacing=12,
        ),
    )


def show_reading(
    session: AppSession,
    reading: Reading[T],
    draw: Callable[[T], ft.Control],
    *,
    rows: int = 6,
) -> ft.Control:
    """What was read, drawn; else a skeleton once it is slow, or what went wrong."""
    if isinstance(reading, Loaded):
        return draw(reading.value)
    if isinstance(reading, Failed):
        return error_state(session, reading.message, reading.retry)
    if reading.is_slow:
        return skeleton_rows(session.words.say("Loading"), rows)
    return ft.Container()
