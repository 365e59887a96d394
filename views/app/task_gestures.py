"""What a task's row does, in every list: open, check, move, and all that its menu offers.

Owns which service and which words belong to each gesture. Must know no screen.
"""

from __future__ import annotations

import flet as ft

from models.errors import UnknownTask
from services import copying, several, tasks
from services.workspace import Workspace
from views.app.completing import complete
from views.app.menu_asked import open_menu
from views.app.overlays import Assign, DeleteSeries, Prioritise, Reschedule, Slip, Tagging
from views.app.session import AppSession
from views.text.actions import action_text


class TaskGestures:
    """One session's gestures on tasks, by uid."""

    def __init__(self, session: AppSession) -> None:
        self._session = session

    async def open(self, uid: str) -> None:
        """Show the task."""
        await self._session.open_task(uid)

    async def check(self, uid: str, is_done: bool) -> None:
        """Complete it, after asking about open steps, or reopen it; with Undo."""
        session = self._session
        if is_done:
            await complete(session, (uid,))
            return
        changed = await session.act(tasks.reopen, uid)
        if changed is not None:
            session.say(action_text(session.words, "reopen", changed.summary), has_undo=True)

    async def move(self, uid: str) -> None:
        """Ask for another due moment."""
        self._session.overlay.open(Reschedule((uid,)))

    async def assign(self, uid: str) -> None:
        """Ask which goal it is for."""
        self._session.overlay.open(Assign((uid,)))

    async def tag(self, uid: str) -> None:
        """Ask which tags it has."""
        self._session.overlay.open(Tagging((uid,)))

    async def prioritise(self, uid: str) -> None:
        """Ask how important it is."""
        self._session.overlay.open(Prioritise((uid,)))

    async def pin(self, uid: str) -> None:
        """Pin it, or let it go, and offer Undo."""
        session = self._session
        line = await session.act(tasks.line, uid)
        if line is None:
            return
        if await session.act(_pin, uid, not line.pinned) is not None:
            action = "unpin" if line.pinned else "pin"
            session.say(action_text(session.words, action, line.summary), has_undo=True)

    async def duplicate(self, uid: str) -> None:
        """Copy it, and offer Undo."""
        session = self._session
        copied = await session.act(copying.duplicate, uid)
        if copied is not None:
            session.say(action_text(session.words, "duplicate", copied.summary), has_undo=True)

    async def delete(self, uid: str) -> None:
        """Move it to the trash, and offer Undo; of a repeating task ask how much of its series."""
        session = self._session
        line = await session.act(tasks.line, uid)
        if line is None:
            return
        if line.rrule and not line.is_done:
            session.overlay.open(DeleteSeries(uid, line.summary))
            return
        gone = await session.act(tasks.delete, uid)
        if gone is not None:
            session.say(action_text(session.words, "delete", gone.summary), has_undo=True)

    async def menu(self, uid: str, at: tuple[float, float] | None = None) -> None:
        """Open the menu of its row, `at` a place of the page."""
        await open_menu(self._session, uid, at)

    async def restore(self, uid: str) -> None:
        """Take it out of the trash, and offer Undo."""
        session = self._session
        back = await session.act(tasks.restore, uid)
        if back is not None:
            session.say(action_text(session.words, "restore", back.summary), has_undo=True)

    async def put_off(self, uid: str) -> None:
        """Ask what becomes of it where it was missed, else for another due moment."""
        session = self._session
        try:
            line = await session.read(lambda desk: tasks.line(desk, uid))
        except UnknownTask:
            # It has gone from the file under the finger.
            return
        is_missed = line.standing(session.minute.now).is_missed
        session.overlay.open(Slip((uid,)) if is_missed else Reschedule((uid,)))

    async def compromise(self, uid: str) -> None:
        """Ask what becomes of it."""
        self._session.overlay.open(Slip((uid,)))


def _pin(desk: Workspace, uid: str, is_pinned: bool) -> int:
    several.pin_many(desk, (uid,), is_pinned)
    return 1


def use_task_gestures(session: AppSession) -> TaskGestures:
    """The same gestures at every rendering, so that memoised rows stay as they are."""
    gestures = ft.use_ref(lambda: TaskGestures(session)).current
    assert gestures is not None
    return gestures
