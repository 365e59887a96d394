"""What a task's row does, in every list: open, check, move.

Owns which service and which words belong to each gesture. Must know no screen.
"""

from __future__ import annotations

import flet as ft

from models.errors import UnknownTask
from services import tasks
from views.app.completing import complete
from views.app.overlays import Reschedule, Slip
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


def use_task_gestures(session: AppSession) -> TaskGestures:
    """The same gestures at every rendering, so that memoised rows stay as they are."""
    gestures = ft.use_ref(lambda: TaskGestures(session)).current
    assert gestures is not None
    return gestures
