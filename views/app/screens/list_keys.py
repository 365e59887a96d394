"""Walking through a list of tasks by keys: which row one is at, and on to the next one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import flet as ft

from models.task import TaskLine
from views import theme
from views.app.keys import KeyAction, use_keys
from views.app.motion import lasting
from views.app.observed import PlaceNow
from views.app.placing import Where
from views.app.routes import Screen
from views.app.screens.list_acting import Act, acting_keys, on_row
from views.app.screens.list_gestures import ListGestures
from views.app.screens.list_memory import ListMemory, scrolled_of
from views.app.screens.list_walk import place_after
from views.app.session import AppSession

#: What shows a list, or the whole page that it stands on.
Scroller = ft.Ref[ft.ListView] | ft.Ref[ft.Column]

#: How much of the window is not the list's where the client has not told, in logical pixels.
AROUND = 220


def use_walk(
    session: AppSession,
    memory: ListMemory,
    gestures: ListGestures,
    of: str,
    lines: Sequence[TaskLine],
    view: Scroller,
    *,
    is_by_hand: bool,
    is_loaded: bool = True,
) -> str:
    """A list that the keyboard walks through: the row to mark, its cursor or the task beside it.

    Args:
        of: what the list is remembered under.
        lines: its rows in the order of the screen, without those that are leaving.
        view: the list, which scrolls to the row that one comes to.
        is_by_hand: whether the order is manual.
        is_loaded: whether `lines` are known already.
    """
    here, _ = ft.use_state(session.here)
    place = _use_place(session, memory, of, lines, is_loaded=is_loaded)
    beside = _beside(session, here)
    by_uid = {line.uid: line for line in lines}

    def at_hand() -> TaskLine | None:
        return by_uid.get(place())

    is_trash = bool(lines) and all(line.deleted is not None for line in lines)
    keys = _walking_keys(session, memory, gestures, view, beside)
    keys |= acting_keys(session, memory, gestures, at_hand, is_trash=is_trash)
    if is_by_hand:
        keys |= _moving_keys(session, memory, gestures, at_hand)
    use_keys(session.keys, keys)
    return place() or beside


def _use_place(
    session: AppSession,
    memory: ListMemory,
    of: str,
    lines: Sequence[TaskLine],
    *,
    is_loaded: bool,
) -> Callable[[], str]:
    """Tells the row that the keyboard is at; empty for none, and while one goes about by Tab.

    When that row goes, it is the one that took its place.
    """
    tabbing, _ = ft.use_state(session.keys.tabbing)
    order = tuple(line.uid for line in lines)
    walk = memory.walk

    def at() -> str:
        at = memory.at if walk.of == of else ""
        if at and is_loaded and walk.order != order:
            return place_after(at, walk.order, order, is_acted_on=walk.acted_on == at)
        return at

    def settle() -> None:
        if not is_loaded:
            return
        here = at()
        walk.order = order
        if memory.at != here:
            walk.acted_on = ""
            memory.at = here

    ft.use_effect(lambda: memory.arrive(of), [of])
    ft.use_effect(settle, [order, at(), is_loaded])
    return lambda: "" if tabbing.is_on else at()


def _beside(session: AppSession, here: PlaceNow) -> str:
    """The task that stands beside the list; empty where none does."""
    is_beside = session.frame.is_roomy and here.place.screen is Screen.TASK
    return here.place.uid if is_beside else ""


def _walking_keys(
    session: AppSession,
    memory: ListMemory,
    gestures: ListGestures,
    view: Scroller,
    beside: str,
) -> dict[str, KeyAction]:
    """J, K and their like; without a row at hand one sets out from that of the task `beside`."""
    say = session.words.say
    walk = memory.walk

    async def go(to: str) -> None:
        walk.acted_on = ""
        memory.at = to
        if to in walk.order:
            await _bring_into_view(session, memory, view, to)

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

    async def stop() -> None:
        if memory.picked is not None:
            gestures.stop_picking()
        else:
            memory.at = ""

    further = KeyAction(say("Select further down"), extend(1), walks=True)
    back = KeyAction(say("Select further up"), extend(-1), walks=True)
    return {
        "J": KeyAction(say("Next row"), step(1), walks=True),
        "K": KeyAction(say("Previous row"), step(-1), walks=True),
        "Shift-J": further,
        "Shift-Down": further,
        "Shift-K": back,
        "Shift-Up": back,
        "Escape": KeyAction(say("Stop selecting"), stop),
    }


def _moving_keys(
    session: AppSession,
    memory: ListMemory,
    gestures: ListGestures,
    here: Callable[[], TaskLine | None],
) -> dict[str, KeyAction]:
    """What moves the row in manual order."""
    say = session.words.say

    def moves(where: Where) -> Act:
        async def move(uid: str) -> None:
            memory.walk.acted_on = ""
            await gestures.place(uid, where)

        return on_row(here, move)

    return {
        "Alt-Up": KeyAction(say("Move up"), moves(Where.UP)),
        "Alt-Down": KeyAction(say("Move down"), moves(Where.DOWN)),
    }


async def _bring_into_view(
    session: AppSession, memory: ListMemory, view: Scroller, to: str
) -> None:
    """Scroll where the row is not wholly on the screen, and no further than to its neighbour."""
    offsets, of = scrolled_of(session).offset, memory.walk.of
    offset = offsets.get(of, 0)
    room = memory.heights.room or session.frame.height - AROUND
    target = memory.heights.offset_for(to, offset, room)
    if view.current is None or target == offset:
        return
    offsets[of] = target
    await view.current.scroll_to(
        offset=target, duration=lasting(theme.QUICK_MS), curve=ft.AnimationCurve.EASE_OUT
    )
