"""What an answer to a reminder does, wherever it was given: in the banner or on the desktop."""

from __future__ import annotations

from datetime import datetime

from models.lists import ListName
from models.reminding import Notice
from services import reminders
from views.app import routes
from views.app.session import AppSession
from views.app.task_gestures import TaskGestures


async def open_notices(session: AppSession, notices: tuple[Notice, ...]) -> None:
    """Show the one task, or the list where the several are."""
    if len(notices) == 1:
        await session.open_task(notices[0].uid)
        return
    is_missed = any(notice.kind.is_missed for notice in notices)
    session.reminded.clear()
    await session.go(routes.todo_route(ListName.MISSED if is_missed else ListName.TODAY))


async def complete_noticed(session: AppSession, notice: Notice) -> None:
    """The task is done, with Undo."""
    await TaskGestures(session).check(notice.uid, True)


async def snooze_notice(session: AppSession, notice: Notice, until: datetime) -> None:
    """Remind again at `until` (aware), and say when that is."""
    kept = await session.act(reminders.snooze, notice.uid, until)
    if kept is not None:
        when = session.dates.instant(kept, session.workspace.now())
        session.say(session.words.say("Reminds again {when}", when=when))
