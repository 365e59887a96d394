"""The keys of a list of tasks: walking the rows, selecting, and doing to one what a tap would."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

import flet as ft

from models.task import TaskLine
from views import theme
from views.app.keys import KeyAction, use_keys
from views.app.motion import lasting
from views.app.observed import PlaceNow
from views.app.placing import Where
from views.app.routes import Screen
from views.app.screens.list_gestures import ListGestures
from views.app.screens.list_memory import ListMemory, scrolled_of
from views.app.screens.list_walk import place_after
from views.app.session import AppSession

#: About how high a row is, and how much of the window is not the list's; logical pixels.
ROW = 64
AROUND = 220

Act = Callable[[], Awaitable[None]]


def use_walk(
    session: AppSession,
    memory: ListMemory,
    gestures: ListGestures,
    of: str,
    lines: Sequence[TaskLine],
    view: ft.Ref[ft.ListView],
    *,
    is_by_hand: bool,
    is_loaded: bool = True,
    above: float = 0,
) -> str:
    """A list that the keyboard walks through: the row to mark, its cursor or the task beside it.

    Args:
        of: what the list is remembered under.
        lines: its rows in the order of the screen, without those that are leaving.
        view: the list, which scrolls to the row that one comes to.
        is_by_hand: whether the order is manual.
        is_loaded: whether `lines` are known already.
        above: how much of the list stands over its rows, in logical pixels.
    """
    here, _ = ft.use_state(session.here)
    cursor = _use_place(session, memory, of, lines, is_loaded=is_loaded)
    beside = _beside(session, here)
    _use_row_keys(
        session,
        memory,
        gestures,
        lines,
        cursor,
        view,
        beside=beside,
        is_by_hand=is_by_hand,
        above=above,
    )
    return cursor or beside


def _use_place(
    session: AppSession,
    memory: ListMemory,
    of: str,
    lines: Sequence[TaskLine],
    *,
    is_loaded: bool,
) -> str:
    """The row that the keyboard is at; empty for none, and while one goes about by Tab.

    When that row goes, it is the one that took its place.
    """
    tabbing, _ = ft.use_state(session.keys.tabbing)
    order = tuple(line.uid for line in lines)
    walk = memory.walk
    at = memory.at if walk.of == of else ""
    if at and is_loaded and walk.order != order:
        at = place_after(at, walk.order, order, is_acted_on=walk.acted_on == at)

    def settle() -> None:
        if not is_loaded:
            return
        walk.order = order
        if memory.at != at:
            walk.acted_on = ""
            memory.at = at

    ft.use_effect(lambda: memory.arrive(of), [of])
    ft.use_effect(settle, [order, at, is_loaded])
    return "" if tabbing.is_on else at


def _beside(session: AppSession, here: PlaceNow) -> str:
    """The task that stands beside the list; empty where none does."""
    is_beside = session.frame.is_roomy and here.place.screen is Screen.TASK
    return here.place.uid if is_beside else ""


def _use_row_keys(
    session: AppSession,
    memory: ListMemory,
    gestures: ListGestures,
    lines: Sequence[TaskLine],
    at: str,
    view: ft.Ref[ft.ListView],
    *,
    beside: str,
    is_by_hand: bool,
    above: float,
) -> None:
    """Offer J, K and what acts on the row `at`, or on all that are selected.

    Without a row at hand one sets out from that of the task `beside`.
    """
    say = session.words.say
    walk = memory.walk
    here = next((line for line in lines if line.uid == at), None)
    is_trash = bool(lines) and all(line.deleted is not None for line in lines)

    async def go(to: str) -> None:
        walk.acted_on = ""
        memory.at = to
        if to in walk.order:
            await _bring_into_view(session, view, walk.of, above, walk.order.index(to))

    def step(by: int) -> Act:
        async def stepped() -> None:
            await go(walk.step(memory.at or beside, by))

        return stepped

    def extend(by: int) -> Act:
        async def extended() -> None:
            begun = memory.at or beside
            if to := walk.step(begun, by):
                memory.picked = walk.extend(begun, to, memory.picked)
                await go(to)

        return extended

    def on_row(do: Callable[[str], Awaitable[None]]) -> Act:
        async def act() -> None:
            if here is not None:
                await do(here.uid)

        return act

    def on_task(
        one: Callable[[str], Awaitable[None]],
        several: Callable[[Sequence[str]], Awaitable[None]] | None = None,
    ) -> Act:
        """`several` of what is selected, else `one` of the row, unless it is in the trash."""

        async def act() -> None:
            if several is not None and memory.picked:
                walk.acted_on = at
                await several(sorted(memory.picked))
            elif here is not None and here.deleted is None:
                walk.acted_on = at
                await one(here.uid)

        return act

    async def turn(uid: str) -> None:
        if memory.picked is not None:
            await gestures.pick(uid)
        elif here is not None:
            await gestures.check(uid, not here.is_done)

    def moves(where: Where) -> Act:
        async def move(uid: str) -> None:
            walk.acted_on = ""
            await gestures.place(uid, where)

        return on_row(move)

    async def stop() -> None:
        if memory.picked is not None:
            gestures.stop_picking()
        else:
            memory.at = ""

    further = KeyAction(say("Select further down"), extend(1), walks=True)
    back = KeyAction(say("Select further up"), extend(-1), walks=True)
    keys = {
        "J": KeyAction(say("Next row"), step(1), walks=True),
        "K": KeyAction(say("Previous row"), step(-1), walks=True),
        "E": KeyAction(say("Open"), on_row(gestures.open)),
        "Enter": KeyAction(say("Open"), on_row(gestures.open)),
        "X": KeyAction(say("Select, or let go"), on_row(gestures.pick)),
        "Shift-J": further,
        "Shift-Down": further,
        "Shift-K": back,
        "Shift-Up": back,
        "Escape": KeyAction(say("Let the selection go"), stop),
    }
    if not is_trash:
        menu = KeyAction(say("Menu of the row"), on_task(gestures.menu))
        keys |= {
            "Space": KeyAction(say("Complete"), on_task(turn)),
            "R": KeyAction(say("Reschedule"), on_task(gestures.move, gestures.move_picked)),
            "Delete": KeyAction(
                say("Move to the trash"), on_task(gestures.delete, gestures.delete_picked)
            ),
            "Shift-F10": menu,
            "Menu": menu,
            "P": KeyAction(say("Pin, or let go"), on_task(gestures.pin, gestures.pin_picked)),
        }
    if is_by_hand:
        keys |= {
            "Alt-Up": KeyAction(say("Move up"), moves(Where.UP)),
            "Alt-Down": KeyAction(say("Move down"), moves(Where.DOWN)),
        }
    use_keys(session.keys, keys)


async def _bring_into_view(
    session: AppSession, view: ft.Ref[ft.ListView], of: str, above: float, at: int
) -> None:
    """Scroll when the row is off the screen, as far as its height can be told."""
    room = session.frame.height - AROUND
    offset = scrolled_of(session).offset.get(of, 0)
    top = above + at * ROW
    if view.current is None or offset <= top <= offset + room - 2 * ROW:
        return
    target = max(0, top - room // 2)
    scrolled_of(session).offset[of] = target
    await view.current.scroll_to(
        offset=target, duration=lasting(theme.QUICK_MS), curve=ft.AnimationCurve.EASE_OUT
    )
