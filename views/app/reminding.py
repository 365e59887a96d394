"""Reminding while the app is open: one loop a session, and one board for all of a workspace.

Whichever session wakes first has the due notices given; the board shows them in every session
whose client is there, but for those that its phone says itself. A window of this computer hands
them to the desktop too, a browser's session never does: its desktop is another one. Must know no
component.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
from collections.abc import Callable

import flet as ft

from models.errors import Refusal
from models.reminding import Notice, snooze_until
from services import reminders
from services.workspace import Workspace
from views.app.desktop_notices import SNOOZE, Answer, DesktopNotifier
from views.app.reminder_answers import complete_noticed, open_notices, snooze_notice
from views.app.running import run_db
from views.app.session import AppSession

log = logging.getLogger(__name__)

#: The longest sleep in seconds: computers sleep and clocks are set, so the time is looked at anew.
LOOK_S = 60.0
#: The shortest: a notice that cannot be given now is not asked for all the time.
REST_S = 1.0

Show = Callable[[tuple[Notice, ...]], None]


class ReminderBoard:
    """A `services.reminders.Notifier` that shows what it is given in every open session."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._shows: dict[int, Show] = {}
        self._lock = threading.Lock()
        self._next = 0

    def join(self, show: Show) -> Callable[[], None]:
        """Have `show` called with what is given, in any thread, until it is disposed."""
        with self._lock:
            key, self._next = self._next, self._next + 1
            self._shows[key] = show

        def leave() -> None:
            with self._lock:
                self._shows.pop(key, None)

        return leave

    def give(self, notices: tuple[Notice, ...]) -> None:
        """Show them everywhere."""
        with self._lock:
            shows = tuple(self._shows.values())
        for show in shows:
            show(notices)


async def keep_reminding(session: AppSession, board: ReminderBoard) -> None:
    """Give what falls due for as long as the session lives and its client is there.

    Sleeps until the next notice, and looks again at every change and when the client is back;
    then what somebody has answered elsewhere goes from the banner too.
    """
    wake = asyncio.Event()
    session.on_reading(board, wake.set)
    desktop = _desktop_of(session)

    async def take(notices: tuple[Notice, ...]) -> None:
        if session.phone is not None:
            notices = await session.phone.unsaid(notices)
        if not session.is_away:
            session.reminded.take(notices)

    def begin(notices: tuple[Notice, ...]) -> None:
        session.spawn(take(notices))
        if desktop is not None:
            session.spawn(_tell_desktop(session, desktop, notices))

    def show(notices: tuple[Notice, ...]) -> None:
        session.soon(begin, notices)

    leave = board.join(show)
    try:
        while True:
            wake.clear()
            seconds = LOOK_S
            if not session.is_away:
                try:
                    seconds = await _look(board)
                    await _let_go(session)
                except Refusal as error:
                    log.warning("could not look for reminders: %s", error)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(wake.wait(), seconds)
    finally:
        leave()
        session.no_reading(board)


async def _look(board: ReminderBoard) -> float:
    """Give what is due; the seconds until there may be more."""
    desk = board.workspace

    def look() -> float:
        at = reminders.next_notice_at(desk)
        if at is not None and at <= desk.now():
            reminders.give_due(desk, board)
            at = reminders.next_notice_at(desk)
        if at is None:
            return LOOK_S
        return min(max((at - desk.now()).total_seconds(), REST_S), LOOK_S)

    return await run_db(look)


async def _let_go(session: AppSession) -> None:
    """Take from the banner what has nothing more to say."""
    if shown := session.reminded.notices:
        standing = await session.read(lambda desk: reminders.standing(desk, shown))
        session.reminded.let_go(set(shown) - set(standing))


async def _tell_desktop(
    session: AppSession, desktop: DesktopNotifier, notices: tuple[Notice, ...]
) -> None:
    """Say them on the desktop too, and do what is pressed there."""
    answer = await desktop.ask(notices)
    match answer:
        case Answer.OPEN:
            await open_notices(session, notices)
            await session.page.window.to_front()
        case Answer.DONE:
            await complete_noticed(session, notices[0])
        case Answer.SNOOZE:
            until = snooze_until(SNOOZE, session.workspace.now(), session.dates.zone)
            await snooze_notice(session, notices[0], until)
        case None:
            return


def _desktop_of(session: AppSession) -> DesktopNotifier | None:
    page = session.page
    if page.web or page.platform is not ft.PagePlatform.LINUX:
        return None
    return DesktopNotifier(lambda: (session.dates, session.workspace.now()))
