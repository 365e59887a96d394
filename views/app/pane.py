"""The pane beside the list, in which an open task stands, and the divider that makes it wider.

Owns how wide it is while it is pulled. Must know no task.
"""

from __future__ import annotations

import flet as ft

from services.settings import change_settings
from views import theme
from views.app.boundary import component, keyed, memoised
from views.app.keys import KeyAction, use_keys
from views.app.screens.task import TaskScreen
from views.app.session import AppSession

#: A press of a key makes the pane wider by so much.
_STEP = 40
#: Milliseconds between two tellings of where the pointer is.
_INTERVAL = 30

# Pulling the divider draws the pane anew and leaves alone what stands in it.
_Detail = memoised(TaskScreen)


@component
def Pane(session: AppSession, uid: str) -> ft.Control:
    """The task `uid`, as wide as was chosen and as the window has room for."""
    frame, _ = ft.use_state(session.frame)
    pulled, pull = ft.use_state(0.0)
    is_held, hold = ft.use_state(False)
    width = frame.pane_within(frame.pane_width - pulled)

    async def settle(to: float) -> None:
        hold(False)
        pull(0.0)
        if (wanted := frame.pane_within(to)) != frame.pane_width:
            frame.pane_chosen = wanted
            await session.act(change_settings, pane_width=wanted)

    async def wider() -> None:
        await settle(frame.pane_width + _STEP)

    async def narrower() -> None:
        await settle(frame.pane_width - _STEP)

    use_keys(
        session.keys,
        {
            "[": KeyAction(session.words.say("Wider pane"), wider),
            "]": KeyAction(session.words.say("Narrower pane"), narrower),
        },
    )

    async def started(_: object) -> None:
        hold(True)

    async def moved(event: ft.DragUpdateEvent[ft.GestureDetector]) -> None:
        pull(lambda before: before + (event.primary_delta or 0.0))

    async def ended(_: object) -> None:
        await settle(width)

    async def usual(_: object) -> None:
        await settle(theme.PANE_WIDTH)

    line = ft.Container(
        width=4 if is_held else 1,
        bgcolor=ft.Colors.PRIMARY if is_held else ft.Colors.OUTLINE_VARIANT,
        animate=ft.Animation(theme.QUICK_MS, ft.AnimationCurve.EASE_OUT),
    )
    # Its keys do the same; a slider would have no name in a browser.
    divider = ft.GestureDetector(
        ft.Container(line, width=theme.DIVIDER_WIDTH, alignment=ft.Alignment.CENTER_LEFT),
        mouse_cursor=ft.MouseCursor.RESIZE_LEFT_RIGHT,
        drag_interval=_INTERVAL,
        on_horizontal_drag_start=started,
        on_horizontal_drag_update=moved,
        on_horizontal_drag_end=ended,
        on_double_tap=usual,
        exclude_from_semantics=True,
    )
    return ft.Container(
        ft.Stack(
            [
                ft.Container(
                    keyed(f"task-{uid}", _Detail, session, uid), left=0, right=0, top=0, bottom=0
                ),
                ft.Container(divider, left=0, top=0, bottom=0),
            ],
            expand=True,
        ),
        key="pane-box",
        width=width,
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
    )
