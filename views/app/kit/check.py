"""The round check: a ring in the priority's colour, filled when done. A checkbox to readers."""

from __future__ import annotations

import flet as ft

from views import theme
from views.app.kit.basics import Press


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
        animate=ft.Animation(theme.QUICK_MS, ft.AnimationCurve.EASE_OUT),
        content=ft.Icon(ft.Icons.CHECK_ROUNDED, size=size * 0.66, color=ft.Colors.ON_PRIMARY)
        if is_done
        else None,
    )
