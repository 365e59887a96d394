"""The keys that do something to the row one is at, or to all that are selected."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from models.task import TaskLine
from views.app.keys import KeyAction
from views.app.screens.list_gestures import ListGestures
from views.app.screens.list_memory import ListMemory
from views.app.session import AppSession

Act = Callable[[], Awaitable[None]]


def on_row(here: Callable[[], TaskLine | None], do: Callable[[str], Awaitable[None]]) -> Act:
    """`do` with the task of the row that is `here` when the key is pressed."""

    async def act() -> None:
        if (line := here()) is not None:
            await do(line.uid)

    return act


def acting_keys(
    session: AppSession,
    memory: ListMemory,
    gestures: ListGestures,
    here: Callable[[], TaskLine | None],
    *,
    is_trash: bool = False,
) -> dict[str, KeyAction]:
    """Keys of a list whose rows are walked.

    Args:
        here: the row one is at, asked for when a key is pressed: it may come before what the
            key before it did has been drawn.
        is_trash: whether the list holds nothing but deleted tasks.
    """
    say = session.words.say
    walk = memory.walk

    def on_task(
        one: Callable[[str], Awaitable[None]],
        several: Callable[[Sequence[str]], Awaitable[None]] | None = None,
    ) -> Act:
        """`several` of what is selected, else `one` of the row, unless it is in the trash."""

        async def act() -> None:
            line = here()
            if several is not None and memory.picked:
                walk.acted_on = line.uid if line is not None else ""
                await several(sorted(memory.picked))
            elif line is not None and line.deleted is None:
                walk.acted_on = line.uid
                await one(line.uid)

        return act

    async def turn(uid: str) -> None:
        if memory.picked is not None:
            await gestures.pick(uid)
        elif (line := here()) is not None:
            await gestures.check(uid, not line.is_done)

    keys = {
        "E": KeyAction(say("Open"), on_row(here, gestures.open)),
        "Enter": KeyAction(say("Open"), on_row(here, gestures.open)),
        "X": KeyAction(say("Select, or let go"), on_row(here, gestures.pick)),
    }
    if is_trash:
        return keys
    menu = KeyAction(say("Menu of the row"), on_task(gestures.menu))
    return keys | {
        "Space": KeyAction(say("Complete"), on_task(turn)),
        "R": KeyAction(say("Reschedule"), on_task(gestures.move, gestures.move_picked)),
        "Delete": KeyAction(
            say("Move to the trash"), on_task(gestures.delete, gestures.delete_picked)
        ),
        "Shift-F10": menu,
        "Menu": menu,
        "P": KeyAction(say("Pin, or let go"), on_task(gestures.pin, gestures.pin_picked)),
    }
