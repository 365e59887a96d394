"""One line of a sheet that chooses one of several. Must know no field."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from views import theme


def option(
    label: str,
    is_selected: bool,
    on_click: Callable[[object], Awaitable[None]],
    icon: ft.IconData | None = None,
    color: str = ft.Colors.ON_SURFACE_VARIANT,
) -> ft.Control:
    """A line with a tick when it is selected, which is told to screen readers too."""
    parts: list[ft.Control] = [ft.Text(label, style=theme.BODY, expand=True)]
    if icon is not None:
        parts.insert(0, ft.Icon(icon, size=20, color=color))
    if is_selected:
        parts.append(ft.Icon(ft.Icons.CHECK_ROUNDED, size=20, color=ft.Colors.PRIMARY))
    return ft.MergeSemantics(
        ft.Semantics(
            button=True,
            selected=is_selected,
            content=ft.Container(
                ft.Row(parts, spacing=12),
                padding=ft.Padding.symmetric(horizontal=12, vertical=14),
                border_radius=theme.RADIUS_BLOCK,
                bgcolor=ft.Colors.SECONDARY_CONTAINER if is_selected else None,
                ink=True,
                on_click=on_click,
            ),
        )
    )
