"""Going on by a swipe across the timeline; a mouse and a screen reader have buttons for it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

#: A finger goes so far, in pixels, or so fast, in pixels a second.
FAR, FAST = 70, 350


def swiped(content: ft.Control, on_step: Callable[[int], Awaitable[None]]) -> ft.Control:
    """`content`, with a swipe to the left for what comes next and one to the right for before."""
    begun = [0.0]

    async def started(event: ft.DragStartEvent[ft.GestureDetector]) -> None:
        begun[0] = event.global_position.x

    async def ended(event: ft.DragEndEvent[ft.GestureDetector]) -> None:
        across = event.global_position.x - begun[0]
        speed = event.primary_velocity or 0
        if abs(across) > FAR or abs(speed) > FAST:
            await on_step(-1 if (across if abs(across) > FAR else speed) > 0 else 1)

    return ft.GestureDetector(
        content,
        allowed_devices=[ft.PointerDeviceType.TOUCH],
        on_horizontal_drag_start=started,
        on_horizontal_drag_end=ended,
        exclude_from_semantics=True,
        expand=True,
    )
