"""The round check: a ring in the priority's colour, filled when done. A checkbox to readers.

And the square one, for picking several tasks.
"""

from __future__ import annotations

import flet as ft

from views import theme
from views.app.kit.basics import Press
from views.app.motion import eased


def check_ring(
    title: str,
    is_done: bool,
    priority: int,
    on_click: Press,
    *,
    size: float = 22,
    touch: float = theme.TOUCH,
) -> ft.Control:
    """A checkbox named `title`; `touch` is the square that takes the tap."""
    return ft.Semantics(
        label=title,
        checked=is_done,
        container=True,
        content=ft.Container(
            width=touch,
            height=touch,
            alignment=ft.Alignment.CENTER,
            border_radius=touch / 2,
            ink=True,
            on_click=on_click,
            content=_ring(is_done, priority, size),
        ),
    )


def _ring(is_done: bool, priority: int, size: float) -> ft.Control:
    color = theme.DONE if is_done else theme.priority_ring(priority)
    return ft.Container(
        width=size,
        height=size,
        shape=ft.BoxShape.CIRCLE,
        bgcolor=color if is_done else ft.Colors.TRANSPARENT,
        border=ft.Border.all(2, color),
        alignment=ft.Alignment.CENTER,
        animate=eased(theme.QUICK_MS),
        content=ft.Icon(ft.Icons.CHECK_ROUNDED, size=size * 0.66, color=ft.Colors.ON_PRIMARY)
        if is_done
        else None,
    )


def pick_box(title: str, is_picked: bool, on_click: Press) -> ft.Control:
    """A square checkbox named `title`: one of several that something will be done with."""
    return ft.Semantics(
        label=title,
        checked=is_picked,
        container=True,
        content=ft.Container(
            width=theme.TOUCH,
            height=theme.TOUCH,
            alignment=ft.Alignment.CENTER,
            border_radius=theme.TOUCH / 2,
            ink=True,
            on_click=on_click,
            content=ft.Icon(
                ft.Icons.CHECK_BOX_ROUNDED
                if is_picked
                else ft.Icons.CHECK_BOX_OUTLINE_BLANK_ROUNDED,
                size=24,
                color=ft.Colors.PRIMARY if is_picked else ft.Colors.ON_SURFACE_VARIANT,
            ),
        ),
    )
