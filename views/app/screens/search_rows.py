"""One line of what a search lists. Must know no session."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from views import theme
from views.app.boundary import component, memoised
from views.app.kit.drawn_height import OnHeight, drawn_height
from views.app.kit.pointed import OnMenu, pointed
from views.app.screens.search_entries import Face


@component
def _EntryRow(
    face: Face,
    is_chosen: bool,
    has_keys: bool,
    on_choose: Callable[[str], Awaitable[None]],
    on_menu: OnMenu,
    on_hold: Callable[[str], Awaitable[None]] | None = None,
    is_picked: bool | None = None,
    on_height: OnHeight | None = None,
    most: int = 1,
) -> ft.Control:
    """An entry.

    Args:
        has_keys: shows which keys do the same.
        on_choose: gets its key.
        on_menu: the right button: a task's menu.
        on_hold: of a task: it was pressed for long.
        is_picked: of a task: whether it is one of several that are being selected; None when
            none are.
        on_height: gets its key: the client has drawn it.
        most: how many lines title and note may take each.
    """

    async def chosen(_: object) -> None:
        await on_choose(face.key)

    async def held(_: object) -> None:
        if on_hold is not None:
            await on_hold(face.uid)

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
        _mark(face, is_picked),
        ft.Column(lines, spacing=1, tight=True, expand=True),
    ]
    if has_keys and face.keys:
        parts.append(ft.Semantics(exclude_semantics=True, content=_caps(face.keys)))
    row = ft.Row(parts, spacing=14)
    entry = ft.MergeSemantics(
        ft.Semantics(
            button=True,
            selected=is_chosen,
            checked=is_picked,
            content=ft.Container(
                row,
                padding=ft.Padding.symmetric(horizontal=12, vertical=8 if face.note else 14),
                bgcolor=ft.Colors.SECONDARY_CONTAINER if is_chosen else None,
                border_radius=theme.RADIUS_BLOCK,
                ink=True,
                on_click=chosen,
                on_long_press=held if on_hold is not None else None,
                on_size_change=drawn_height(face.key, on_height),
            ),
        )
    )
    return pointed(entry, face.uid, on_menu) if face.uid else entry


def _mark(face: Face, is_picked: bool | None) -> ft.Control:
    if is_picked is None:
        return ft.Icon(face.icon, size=20, color=face.color)
    if is_picked:
        return ft.Icon(ft.Icons.CHECK_BOX_ROUNDED, size=20, color=ft.Colors.PRIMARY)
    empty = ft.Icons.CHECK_BOX_OUTLINE_BLANK_ROUNDED
    return ft.Icon(empty, size=20, color=ft.Colors.ON_SURFACE_VARIANT)


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
