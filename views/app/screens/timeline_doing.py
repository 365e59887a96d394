"""What one view of hours does: its gestures, its drags, its keys, and where it is scrolled.

Owns what the day and the week have in common and that is no drawing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

import flet as ft

from views import theme
from views.app.keys import KeyAction, use_keys
from views.app.motion import lasting
from views.app.screens.timeline_acts import BlockActs, use_block_acts
from views.app.screens.timeline_drag import Dragging
from views.app.session import AppSession

#: How often the hours are asked to scroll, and how long each time for an answer, in seconds.
_TRIES = 8
_ANSWER_S = 0.25


@dataclass(frozen=True, slots=True)
class Doing:
    """A view's gestures, and which of its tasks is which just now.

    Attributes:
        selected: uid of the task that is open beside.
        chosen: uid of the one that keys move.
        lifted: uid of the one that is being dragged.
    """

    acts: BlockActs
    dragging: Dragging
    selected: str
    chosen: str
    lifted: str


def use_doing(session: AppSession) -> Doing:
    """One view's gestures; its keys work while it is shown."""
    acts = use_block_acts(session)
    dragging = ft.use_ref(
        lambda: Dragging(session, acts.menu, acts.move_on_scale, acts.last)
    ).current
    assert dragging is not None
    here, _ = ft.use_state(session.here)
    chosen, _ = ft.use_state(acts.chosen)
    lifted, _ = ft.use_state(dragging.lifted)
    selected = here.place.uid
    use_keys(session.keys, _keys(session, acts, lambda: acts.chosen.uid or here.place.uid))
    return Doing(acts, dragging, selected, chosen.uid, lifted.uid)


def _keys(session: AppSession, acts: BlockActs, uid_of: Callable[[], str]) -> dict[str, KeyAction]:
    say = session.words.say

    def on_block(do: Callable[[str], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
        async def run() -> None:
            uid = uid_of()
            if uid:
                await do(uid)
            else:
                session.say(say("Choose a block first, with Tab."))

        return run

    return {
        "Alt-Up": KeyAction(say("15 minutes earlier"), on_block(lambda u: acts.step(u, -1))),
        "Alt-Down": KeyAction(say("15 minutes later"), on_block(lambda u: acts.step(u, 1))),
        "Alt-Left": KeyAction(say("A day earlier"), on_block(lambda u: acts.move_days(u, -1))),
        "Alt-Right": KeyAction(say("A day later"), on_block(lambda u: acts.move_days(u, 1))),
        "Alt-Shift-Up": KeyAction(say("15 minutes shorter"), on_block(lambda u: acts.grow(u, -1))),
        "Alt-Shift-Down": KeyAction(say("15 minutes longer"), on_block(lambda u: acts.grow(u, 1))),
        ".": KeyAction(say("Menu of the block"), on_block(acts.menu)),
    }


def use_hours_window(
    session: AppSession,
    doing: Doing,
    body: ft.Control,
    target: float,
    day: date,
    *,
    is_ready: bool,
) -> ft.Control:
    """The part of the screen in which the hours scroll.

    They are scrolled to `target` once it is ready, and again for another `day`.
    """
    dragging = doing.dragging

    async def scroll() -> None:
        # The client cannot scroll what it has not laid out yet: nothing moves, or it never answers.
        before = dragging.scrolls
        for _ in range(_TRIES):
            if dragging.scrolls != before:
                return
            with suppress(TimeoutError):
                # In this very task: in one of its own the column may have been drawn anew.
                async with asyncio.timeout(_ANSWER_S):
                    if dragging.scroller.current is not None:
                        await dragging.scroller.current.scroll_to(
                            offset=target, duration=lasting(theme.CALM_MS)
                        )
                    await asyncio.sleep(_ANSWER_S)

    asking = ft.use_ref(list[asyncio.Task[None]]).current
    assert asking is not None

    def begin() -> None:
        end()
        if is_ready:
            asking.append(session.spawn(scroll()))

    def end() -> None:
        while asking:
            asking.pop().cancel()

    ft.use_effect(begin, [day, is_ready], cleanup=end)
    return ft.Container(
        ft.Column(
            [body],
            ref=dragging.scroller,
            scroll=ft.ScrollMode.AUTO,
            on_scroll=dragging.scrolled,
            scroll_interval=30,
            expand=True,
            spacing=0,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        on_size_change=dragging.resized,
        expand=True,
    )
