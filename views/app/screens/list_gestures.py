"""What can be done to the tasks of a list: one bound method for each gesture.

Bound methods of one object stay equal, so memoised rows are not drawn again for them.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence

import flet as ft

from services import copying, several, tasks, trash
from services.workspace import Workspace
from views.app.completing import complete
from views.app.menu_asked import open_menu
from views.app.overlays import Assign, Prioritise, Reschedule, Sheet, Tagging
from views.app.placing import Placing, Where
from views.app.screens.list_memory import ListMemory, memory_of
from views.app.session import AppSession
from views.app.task_gestures import TaskGestures
from views.text.actions import action_text


def _counted(
    service: Callable[[Workspace, tuple[str, ...]], object],
) -> Callable[[Workspace, tuple[str, ...]], int]:
    """`service`, which hands back how many tasks it was for."""

    @functools.wraps(service)
    def work(desk: Workspace, uids: tuple[str, ...]) -> int:
        service(desk, uids)
        return len(uids)

    return work


_delete = _counted(tasks.delete_many)
_restore = _counted(tasks.restore_many)
_duplicate = _counted(copying.duplicate_many)


def _pin(desk: Workspace, uids: tuple[str, ...]) -> int:
    several.pin_many(desk, uids, True)
    return len(uids)


def _unpin(desk: Workspace, uids: tuple[str, ...]) -> int:
    several.pin_many(desk, uids, False)
    return len(uids)


class ListGestures:
    """The gestures of one list of a session; `placing` knows its rows' order."""

    def __init__(self, session: AppSession, memory: ListMemory) -> None:
        self._session = session
        self._memory = memory
        self.placing = Placing.of_tasks(session)

    async def open(self, uid: str) -> None:
        """Show the task."""
        await self._session.open_task(uid)

    async def check(self, uid: str, is_done: bool) -> None:
        """Complete it, or ask for work again, and offer Undo."""
        await TaskGestures(self._session).check(uid, is_done)

    async def move(self, uid: str) -> None:
        """Give it another due moment."""
        self._session.overlay.open(Reschedule((uid,)))

    async def put_off(self, uid: str) -> None:
        """Decide what becomes of it where it was missed, else give it another due moment."""
        await TaskGestures(self._session).put_off(uid)

    async def delete(self, uid: str) -> None:
        """Move it to the trash, and offer Undo; of a repeating task ask how much of its series."""
        await TaskGestures(self._session).delete(uid)

    async def restore(self, uid: str) -> None:
        """Take it out of the trash, and offer Undo."""
        await TaskGestures(self._session).restore(uid)

    async def menu(self, uid: str, at: tuple[float, float] | None = None) -> None:
        """Open the menu of its row, which offers to select it too, and all up to it."""
        up_to = self.pick_up_to if self._memory.picked else None
        await open_menu(self._session, uid, at, self.begin_picking, up_to)

    async def unfold(self, uid: str) -> None:
        """Show its steps beneath it, or hide them."""
        self._memory.unfolded = self._memory.unfolded ^ {uid}

    async def place(self, uid: str, where: Where) -> None:
        """Move it within its group, in manual order."""
        await self.placing.place(uid, where)

    async def pin(self, uid: str) -> None:
        """Pin it, or let it go, and offer Undo."""
        await TaskGestures(self._session).pin(uid)

    # --- several at once -----------------------------------------------------------------------

    async def begin_picking(self, uid: str) -> None:
        """Start selecting, with this one."""
        self._session.felt()
        self._memory.walk.picked_last = uid
        self._memory.picked = (self._memory.picked or frozenset()) | {uid}

    async def start_picking(self, _: object) -> None:
        """Start selecting, with none yet."""
        self._memory.picked = frozenset()

    async def pick(self, uid: str) -> None:
        """Select it, or let it go; with the last one gone, selecting ends."""
        self._memory.walk.picked_last = uid
        self._memory.picked = (self._memory.picked or frozenset()) ^ {uid} or None

    async def pick_up_to(self, uid: str) -> None:
        """Select it and all between it and the one that was selected last."""
        memory = self._memory
        memory.picked = memory.walk.up_to(uid, memory.picked or frozenset())
        memory.walk.picked_last = uid

    async def pick_by_mark(self, uid: str, _: bool) -> None:
        """The same, by its box."""
        await self.pick(uid)

    def stop_picking(self) -> None:
        """Let all of them go."""
        self._memory.picked = None

    async def complete_picked(self, uids: Sequence[str]) -> None:
        """Complete the selected ones, as one undo step."""
        if uids:
            await complete(self._session, uids, self.stop_picking)

    async def delete_picked(self, uids: Sequence[str]) -> None:
        """Move the selected ones to the trash, as one undo step."""
        await self._with_picked(_delete, "delete", uids)

    async def restore_picked(self, uids: Sequence[str]) -> None:
        """Take the selected ones out of the trash, as one undo step."""
        await self._with_picked(_restore, "restore", uids)

    async def purge_picked(self, uids: Sequence[str]) -> None:
        """Delete the selected ones for good, as one undo step."""
        await self._with_picked(trash.delete_many_for_good, "delete-for-good", uids)

    async def duplicate_picked(self, uids: Sequence[str]) -> None:
        """Copy the selected ones, as one undo step."""
        await self._with_picked(_duplicate, "duplicate", uids)

    async def pin_picked(self, uids: Sequence[str]) -> None:
        """Pin the selected ones, as one undo step."""
        await self._with_picked(_pin, "pin", uids)

    async def unpin_picked(self, uids: Sequence[str]) -> None:
        """Let the selected ones go, as one undo step."""
        await self._with_picked(_unpin, "unpin", uids)

    async def move_picked(self, uids: Sequence[str]) -> None:
        """Give the selected ones other due moments."""
        self._ask(Reschedule(tuple(uids)))

    async def assign_picked(self, uids: Sequence[str]) -> None:
        """Ask which goal the selected ones are for."""
        self._ask(Assign(tuple(uids)))

    async def tag_picked(self, uids: Sequence[str]) -> None:
        """Ask which tags the selected ones have."""
        self._ask(Tagging(tuple(uids)))

    async def prioritise_picked(self, uids: Sequence[str]) -> None:
        """Ask for the priority of the selected ones."""
        self._ask(Prioritise(tuple(uids)))

    async def pick_all(self) -> None:
        """Select every row that is shown."""
        self._memory.picked = frozenset(self._memory.walk.order)

    def _ask(self, sheet: Sheet) -> None:
        self._session.overlay.open(sheet)
        self.stop_picking()

    async def _with_picked(
        self,
        service: Callable[[Workspace, tuple[str, ...]], int],
        action: str,
        uids: Sequence[str],
    ) -> None:
        session = self._session
        count = await session.act(service, tuple(uids)) if uids else None
        if count is not None:
            self.stop_picking()
            session.say(action_text(session.words, action, count=count), has_undo=True)


def use_list(session: AppSession, screen: str) -> tuple[ListMemory, ListGestures]:
    """What is remembered of a screen's list, watched, and the gestures on its rows."""
    memory, _ = ft.use_state(memory_of(session, screen))
    gestures = ft.use_ref(lambda: ListGestures(session, memory)).current
    assert gestures is not None
    return memory, gestures
