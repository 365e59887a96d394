"""The handle of a row in manual order: drag it, or tap it for a menu that moves the row."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from views import theme
from views.app.kit.basics import MenuItem, Press, menu_button
from views.app.placing import Where
from views.text import Words

OnPlace = Callable[[str, Where], Awaitable[None]]


def order_handle(
    words: Words,
    uid: str,
    title: str,
    on_place: OnPlace,
    *,
    color: str = ft.Colors.ON_SURFACE_VARIANT,
) -> ft.Control:
    """For a row of a `ft.ReorderableListView`; who cannot drag has the menu."""
    say = words.say
    labels = {
        Where.UP: say("Move up"),
        Where.DOWN: say("Move down"),
        Where.TOP: say("To the top"),
        Where.BOTTOM: say("To the bottom"),
    }

    def press(where: Where) -> Press:
        async def pressed(_: object) -> None:
            await on_place(uid, where)

        return pressed

    # Each row has this menu: with icons its lines would be most of what a list is made of.
    items = [MenuItem(label, press(where)) for where, label in labels.items()]
    dots = menu_button(
        say("Move {title}", title=title),
        items,
        icon=ft.Icons.DRAG_INDICATOR_ROUNDED,
        color=color,
    )
    return ft.ReorderableDragHandle(
        # As high as the buttons beside it, so that all stand in one line.
        ft.Container(dots, height=theme.TOUCH, alignment=ft.Alignment.CENTER),
        mouse_cursor=ft.MouseCursor.GRAB,
    )
