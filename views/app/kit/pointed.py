"""Where a row was pressed with the right button: a gesture that costs its row one wrapper."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

#: Called with the task's uid, and where on the page it was pressed, in logical pixels.
OnMenu = Callable[[str, tuple[float, float] | None], Awaitable[None]]


def pointed(content: ft.Control, uid: str, on_menu: OnMenu) -> ft.Control:
    """`content` that tells of the right button; screen readers and fingers see no difference."""

    async def pressed(event: ft.TapEvent[ft.GestureDetector]) -> None:
        at = event.global_position
        await on_menu(uid, (at.x, at.y) if at is not None else None)

    return ft.GestureDetector(content, exclude_from_semantics=True, on_secondary_tap_down=pressed)
