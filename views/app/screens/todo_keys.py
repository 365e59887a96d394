"""The keys of the To-do screen: walking the rows, and doing to one what a tap would."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from models.lists import ListName
from views import theme
from views.app.keys import KeyAction, use_keys
from views.app.motion import lasting
from views.app.placing import Where
from views.app.screens.todo_gestures import TodoGestures
from views.app.screens.todo_memory import TodoMemory, scrolled_of
from views.app.session import AppSession

#: About how high a row is, and how much of the window is not the list's; logical pixels.
ROW = 64
AROUND = 220


def use_row_keys(
    session: AppSession,
    memory: TodoMemory,
    gestures: TodoGestures,
    order: list[str],
    view: ft.Ref[ft.ListView],
    name: str,
    *,
    is_by_hand: bool,
) -> None:
    """Offer J, K and what acts on the row that they are at; `order` is that of the screen.

    `name` is the list's, or what else it is remembered under.
    """
    say = session.words.say
    is_trash = name is ListName.TRASH

    async def step(by: int) -> None:
        if not order:
            return
        here = order.index(memory.at) if memory.at in order else -1 if by > 0 else len(order)
        at = min(max(here + by, 0), len(order) - 1)
        memory.at = order[at]
        await _bring_into_view(session, view, name, at)

    async def down() -> None:
        await step(1)

    async def up() -> None:
        await step(-1)

    def on_row(do: Callable[[str], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
        async def act() -> None:
            if memory.at in order:
                await do(memory.at)

        return act

    async def complete(uid: str) -> None:
        if memory.picked is not None:
            await gestures.pick(uid)
        else:
            _go_on(uid)
            await gestures.check(uid, name is not ListName.DONE)

    async def delete(uid: str) -> None:
        _go_on(uid)
        await gestures.delete(uid)

    def _go_on(uid: str) -> None:
        """The row will leave: be at the next one."""
        at = order.index(uid)
        rest = order[at + 1 :] or order[:at][-1:]
        memory.at = rest[0] if rest else ""

    def moves(where: Where) -> Callable[[], Awaitable[None]]:
        async def move(uid: str) -> None:
            await gestures.place(uid, where)

        return on_row(move)

    async def stop() -> None:
        gestures.stop_picking()
        memory.at = ""

    keys = {
        "J": KeyAction(say("Next row"), down),
        "K": KeyAction(say("Previous row"), up),
        "E": KeyAction(say("Open"), on_row(gestures.open)),
        "Enter": KeyAction(say("Open"), on_row(gestures.open)),
        "X": KeyAction(say("Select, or let go"), on_row(gestures.pick)),
        "Escape": KeyAction(say("Let the selection go"), stop),
    }
    if not is_trash:
        keys |= {
            "Space": KeyAction(say("Complete"), on_row(complete)),
            "R": KeyAction(say("Reschedule"), on_row(gestures.move)),
            "Delete": KeyAction(say("Move to the trash"), on_row(delete)),
        }
        keys["Shift-F10"] = keys["Menu"] = KeyAction(say("Menu of the row"), on_row(gestures.menu))
        keys["P"] = KeyAction(say("Pin, or let go"), on_row(gestures.pin))
    if is_by_hand:
        keys |= {
            "Alt-Up": KeyAction(say("Move up"), moves(Where.UP)),
            "Alt-Down": KeyAction(say("Move down"), moves(Where.DOWN)),
        }
    use_keys(session.keys, keys)


async def _bring_into_view(
    session: AppSession, view: ft.Ref[ft.ListView], name: str, at: int
) -> None:
    """Scroll when the row is off the screen, as far as its height can be told."""
    room = session.frame.height - AROUND
    offset = scrolled_of(session).offset.get(name, 0)
    top = at * ROW
    if view.current is None or offset <= top <= offset + room - 2 * ROW:
        return
    target = max(0, top - room // 2)
    scrolled_of(session).offset[name] = target
    await view.current.scroll_to(
        offset=target, duration=lasting(theme.QUICK_MS), curve=ft.AnimationCurve.EASE_OUT
    )
