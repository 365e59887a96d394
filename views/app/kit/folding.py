"""A head that shows or hides what stands under it."""

from __future__ import annotations

import flet as ft

from views import theme
from views.app.kit.basics import Press, line_padding


def fold_head(title: str, is_open: bool, on_click: Press) -> ft.Control:
    """``Selesai · 5`` with its chevron; whether it is open is told to screen readers."""
    quiet = ft.Colors.ON_SURFACE_VARIANT
    icon = ft.Icons.EXPAND_LESS_ROUNDED if is_open else ft.Icons.EXPAND_MORE_ROUNDED
    return ft.Semantics(
        button=True,
        expanded=is_open,
        container=True,
        content=ft.Container(
            ft.Row(
                [
                    ft.Text(title, style=theme.OVERLINE, color=quiet),
                    ft.Icon(icon, size=20, color=quiet),
                ],
                spacing=6,
            ),
            padding=ft.Padding.symmetric(
                horizontal=theme.PAGE_MARGIN, vertical=line_padding(theme.OVERLINE, theme.TOUCH)
            ),
            margin=ft.Margin.only(top=6),
            ink=True,
            on_click=on_click,
        ),
    )
