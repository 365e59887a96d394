"""How things on the timeline are taken hold of.

A mouse drags at once; a finger holds first, so that the hours still scroll under it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from views.app.screens.timeline_drag import Dragging, Point

#: A finger that holds may tremble by so many pixels.
SLOP = 8
#: Milliseconds between two tellings of where the pointer is.
INTERVAL = 30


def grip(
    content: ft.Control,
    dragging: Dragging,
    take: Callable[[Point, Point, bool], None],
    on_menu: Callable[[], Awaitable[None]] | None = None,
) -> ft.Control:
    """`content`, to be dragged by a mouse and, once held, by a finger.

    Args:
        take: called with where in `content` it is held, and where in the window; and whether by
            a finger.
        on_menu: the other button of the mouse.
    """

    async def pressed(event: ft.DragDownEvent[ft.GestureDetector]) -> None:
        dragging.pressed_at = _point(event.local_position), _point(event.global_position)

    async def started(event: ft.DragStartEvent[ft.GestureDetector]) -> None:
        # A drag is told of once the pointer has gone a few pixels: they count too.
        here = _point(event.local_position), _point(event.global_position)
        take(*(dragging.pressed_at or here), False)
        dragging.pressed_at = None

    async def moved(event: ft.DragUpdateEvent[ft.GestureDetector]) -> None:
        dragging.carry(_point(event.global_position))

    async def ended(event: ft.DragEndEvent[ft.GestureDetector]) -> None:
        dragging.carry(_point(event.global_position))
        await dragging.drop()

    async def cancelled(_: object) -> None:
        await dragging.cancel()

    async def held(event: ft.LongPressStartEvent[ft.GestureDetector]) -> None:
        if event.local_position is not None and event.global_position is not None:
            take(_point(event.local_position), _point(event.global_position), True)

    async def pulled(event: ft.LongPressMoveUpdateEvent[ft.GestureDetector]) -> None:
        dragging.carry(_point(event.global_position), slop=SLOP)

    async def lifted(event: ft.LongPressEndEvent[ft.GestureDetector]) -> None:
        if event.global_position is not None:
            dragging.carry(_point(event.global_position), slop=SLOP)
        await dragging.drop()

    async def other_button(_: object) -> None:
        if on_menu is not None:
            await on_menu()

    by_mouse = ft.GestureDetector(
        content,
        allowed_devices=[ft.PointerDeviceType.MOUSE, ft.PointerDeviceType.STYLUS],
        drag_interval=INTERVAL,
        on_pan_down=pressed,
        on_pan_start=started,
        on_pan_update=moved,
        on_pan_end=ended,
        on_pan_cancel=cancelled,
        on_secondary_tap=other_button,
        exclude_from_semantics=True,
    )
    return ft.GestureDetector(
        by_mouse,
        allowed_devices=[ft.PointerDeviceType.TOUCH],
        on_long_press_start=held,
        on_long_press_move_update=pulled,
        on_long_press_end=lifted,
        exclude_from_semantics=True,
    )


def _point(offset: ft.Offset) -> Point:
    return offset.x, offset.y
