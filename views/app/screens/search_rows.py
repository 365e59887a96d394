"""One line of what a search lists. Must know no session."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from views import theme
from views.app.boundary import component, memoised
from views.app.kit.pointed import OnMenu, pointed
from views.app.screens.search_entries import Face


@component
def _EntryRow(
    face: Face,
    is_chosen: bool,
    has_keys: bool,
    on_choose: Callable[[str], Awaitable[None]],
    on_menu: OnMenu,
    most: int = 1,
) -> ft.Control:
    """An entry; `on_choose` gets its key, `has_keys` shows which keys do the same.

    Title and note take `most` lines each.

    The right button asks for a task's menu.
    """

    async def chosen(_: object) -> None:
        await on_choose(face.key)

    quiet = ft.Colors.ON_SURFACE_VARIANT
    lines: list[ft.Control] = [
        ft.Text(
            face.title,
            style=theme.type_style(15, 500 if face.is_done else 600, is_struck=face.is_done),
            color=quiet if face.is_done else ft.Colors.ON_SURFACE,
            max_lines=most,
            overflow=ft.TextOverflow.ELLIPSIS,
        )
    ]
    if face.note:
        lines.append(
            ft.Text(
                face.note,
                style=theme.META_NUMBER,
                color=quiet,
                max_lines=most,
                overflow=ft.TextOverflow.ELLIPSIS,
            )
        )
    parts: list[ft.Control] = [
        ft.Icon(face.icon, size=20, color=face.color),
        ft.Column(lines, spacing=1, tight=True, expand=True),
    ]
    if has_keys and face.keys:
        parts.append(ft.Semantics(exclude_semantics=True, content=_caps(face.keys)))
    row = ft.Row(parts, spacing=14)
    entry = ft.MergeSemantics(
        ft.Semantics(
            button=True,
            selected=is_chosen,
            content=ft.Container(
                row,
                padding=ft.Padding.symmetric(horizontal=12, vertical=8 if face.note else 14),
                bgcolor=ft.Colors.SECONDARY_CONTAINER if is_chosen else None,
                border_radius=theme.RADIUS_BLOCK,
                ink=True,
                on_click=chosen,
            ),
        )
    )
    return pointed(entry, face.uid, on_menu) if face.uid else entry


def _caps(keys: str) -> ft.Control:
    return ft.Row(
        [
            ft.Container(
                ft.Text(cap, style=theme.META_STRONG, color=ft.Colors.ON_SURFACE_VARIANT),
                padding=ft.Padding.symmetric(horizontal=8, vertical=2),
                border_radius=6,
                border=ft.Border.all(1, ft.Colors.OUTLINE_VARIANT),
            )
            for cap in keys.replace("-", " ").split()
        ],
        spacing=4,
        tight=True,
    )


#: Drawn again only when an argument changes: of an arrow key, two rows are.
EntryRow = memoised(_EntryRow)
