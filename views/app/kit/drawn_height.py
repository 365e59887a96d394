"""How high the client has drawn something: an event that only where it is asked for is sent."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

#: Called with the uid of a row's task and how high the row is, in logical pixels.
OnHeight = Callable[[str, float], None]
OnSize = Callable[[ft.LayoutSizeChangeEvent[ft.LayoutControl]], None]


def drawn_height(uid: str, on_height: OnHeight | None) -> OnSize | None:
    """What to give a control as its `on_size_change`; None where nobody asks."""
    if on_height is None:
        return None

    def sized(event: ft.LayoutSizeChangeEvent[ft.LayoutControl]) -> None:
        on_height(uid, event.height)

    return sized
