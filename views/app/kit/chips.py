"""Chips: a list with its count, a choice of one, and the bar of segments.

Plain functions from values to controls. Selected is told to screen readers, and shown by a
fill as well as by the colour of the words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import flet as ft

from services.lists import COUNT_LIMIT
from views import theme
from views.app.kit.basics import Press

T = TypeVar("T")
_LABEL = theme.inherited(theme.LABEL)


def list_chip(
    label: str,
    count: int | None,
    is_selected: bool,
    on_click: Press,
    *,
    icon: ft.IconData | None = None,
    is_alarming: bool = False,
    on_hold: Press | None = None,
) -> ft.Control:
    """``Hari ini · 3``: a list and how much is in it; `is_alarming` is for missed ones.

    `on_hold` is a long press.
    """
    text = label if count is None else f"{label} · {count_label(count)}"
    color, on_color, side = _chip_colors(is_selected, is_alarming)
    return chip(
        text,
        on_click,
        color,
        on_color,
        side,
        icon=icon,
        is_selected=is_selected,
        on_hold=on_hold,
    )


def count_label(count: int) -> str:
    """The count, as far as the services count."""
    return f"{COUNT_LIMIT - 1}+" if count >= COUNT_LIMIT else str(count)


def _chip_colors(is_selected: bool, is_alarming: bool) -> tuple[str, str, str]:
    if is_selected and is_alarming:
        return ft.Colors.ERROR_CONTAINER, ft.Colors.ON_ERROR_CONTAINER, ft.Colors.ERROR_CONTAINER
    if is_selected:
        return (
            ft.Colors.SECONDARY_CONTAINER,
            ft.Colors.ON_SECONDARY_CONTAINER,
            ft.Colors.SECONDARY_CONTAINER,
        )
    word = ft.Colors.ERROR if is_alarming else ft.Colors.ON_SURFACE
    return ft.Colors.TRANSPARENT, word, ft.Colors.OUTLINE_VARIANT


def chip(
    text: str,
    on_click: Press,
    color: str = ft.Colors.TRANSPARENT,
    on_color: str = ft.Colors.ON_SURFACE,
    side: str = ft.Colors.OUTLINE_VARIANT,
    *,
    icon: ft.IconData | None = None,
    is_selected: bool | None = None,
    on_clear: Press | None = None,
    clear_label: str = "",
    on_hold: Press | None = None,
) -> ft.Control:
    """A chip of any colours, 32 high in a 48 high touch; `on_clear` adds a cross, so named."""
    parts: list[ft.Control] = []
    if icon is not None:
        parts.append(ft.Icon(icon, size=17, color=on_color))
    parts.append(ft.Text(text, style=_LABEL, color=on_color, no_wrap=True))
    word = ft.MergeSemantics(
        ft.Semantics(
            button=True,
            selected=is_selected,
            content=ft.Container(
                ft.Row(parts, spacing=6, tight=True),
                height=32,
                padding=ft.Padding.only(left=12, right=2 if on_clear is not None else 12),
                ink=True,
                on_click=on_click,
                on_long_press=on_hold,
            ),
        )
    )
    pill = ft.Container(
        word
        if on_clear is None
        else ft.Row([word, _cross(on_clear, clear_label, on_color)], spacing=0, tight=True),
        height=32,
        bgcolor=color,
        border=ft.Border.all(1, side),
        border_radius=theme.RADIUS_CHIP,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )
    return ft.Container(pill, padding=ft.Padding.symmetric(vertical=8))


def _cross(on_clear: Press, label: str, color: str) -> ft.Control:
    return ft.Semantics(
        label=label,
        button=True,
        container=True,
        content=ft.Container(
            ft.Icon(ft.Icons.CLOSE_ROUNDED, size=16, color=color),
            width=32,
            height=32,
            alignment=ft.Alignment.CENTER,
            border_radius=16,
            ink=True,
            on_click=on_clear,
        ),
    )


def chip_choice(
    options: Sequence[tuple[T, str]],
    chosen: T | None,
    on_choose: Callable[[T], Any],
) -> ft.Control:
    """One of several, as chips that wrap; `on_choose` may be async and gets the value."""

    def press(value: T) -> Press:
        async def pressed(_: object) -> None:
            result = on_choose(value)
            if result is not None:
                await result

        return pressed

    return ft.Row(
        [list_chip(label, None, value == chosen, press(value)) for value, label in options],
        spacing=8,
        run_spacing=0,
        wrap=True,
    )


def segments(
    options: Sequence[tuple[T, str]],
    chosen: T,
    on_choose: Callable[[T], Any],
) -> ft.Control:
    """One of a few in a pill-shaped bar that fills the width."""

    def press(value: T) -> Press:
        async def pressed(_: object) -> None:
            result = on_choose(value)
            if result is not None:
                await result

        return pressed

    cells: list[ft.Control] = []
    for at, (value, label) in enumerate(options):
        is_chosen = value == chosen
        cells.append(
            ft.MergeSemantics(
                ft.Semantics(
                    button=True,
                    selected=is_chosen,
                    content=ft.Container(
                        ft.Text(label, style=theme.LABEL, no_wrap=True),
                        height=38,
                        alignment=ft.Alignment.CENTER,
                        padding=ft.Padding.symmetric(horizontal=4),
                        bgcolor=ft.Colors.SECONDARY_CONTAINER
                        if is_chosen
                        else ft.Colors.TRANSPARENT,
                        border=ft.Border.only(left=ft.BorderSide(1, ft.Colors.OUTLINE_VARIANT))
                        if at
                        else None,
                        ink=True,
                        on_click=press(value),
                    ),
                ),
                expand=True,
            )
        )
    return ft.Container(
        ft.Container(
            ft.Row(cells, spacing=0),
            border=ft.Border.all(1, ft.Colors.OUTLINE_VARIANT),
            border_radius=20,
            clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
        ),
        padding=ft.Padding.symmetric(vertical=4),
    )
