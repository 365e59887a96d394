"""What can be done to the tasks of a list: one bound method for each gesture.

Bound methods of one object stay equal, so memoised rows are not drawn again for them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from services import tasks
from services.workspace import Workspace
from views.app.completing import complete
from views.app.overlays import Reschedule
from views.app.screens.todo_memory import TodoMemory
from views.app.session import AppSession
from views.app.task_gestures import TaskGestures
from views.text.actions import action_text


def _delete(desk: Workspace, uids: tuple[str, ...]) -> int:
    tasks.delete_many(desk, uids)
    return len(uids)


class TodoGestures:
    """The gestures of one session's To-do screen."""

    def __init__(self, session: AppSession, memory: TodoMemory) -> None:
        self._session = session
        self._memory = memory

    async def open(self, uid: str) -> None:
        """Show the task."""
        await self._session.open_task(uid)

    async def check(self, uid: str, is_done: bool) -> None:
        """Complete it, or ask for work again, and offer Undo."""
        await TaskGestures(self._session).check(uid, is_done)

    async def move(self, uid: str) -> None:
        """Give it another due moment."""
        self._session.overlay.open(Reschedule((uid,)))

    async def delete(self, uid: str) -> None:
        """Move it to the trash, and offer Undo."""
        session = self._session
        gone = await session.act(tasks.delete, uid)
        if gone is not None:
            session.say(action_text(session.words, "delete", gone.summary), has_undo=True)

    async def restore(self, uid: str) -> None:
        """Take it out of the trash, and offer Undo."""
        session = self._session
        back = await session.act(tasks.restore, uid)
        if back is not None:
            session.say(action_text(session.words, "restore", back.summary), has_undo=True)

    async def unfold(self, uid: str) -> None:
        """Show its steps beneath it, or hide them."""
        self._memory.unfolded = self._memory.unfolded ^ {uid}

    # --- several at once -----------------------------------------------------------------------

    async def begin_picking(self, uid: str) -> None:
        """Start selecting, with this one."""
        self._memory.picked = (self._memory.picked or frozenset()) | {uid}

    async def pick(self, uid: str) -> None:
        """Select it, or let it go; with the last one gone, selecting ends."""
        self._memory.picked = (self._memory.picked or frozenset()) ^ {uid} or None

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

    async def move_picked(self, uids: Sequence[str]) -> None:
        """Give the selected ones other due moments."""
        if uids:
            self._session.overlay.open(Reschedule(tuple(uids)))
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
