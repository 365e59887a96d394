"""Keeping a phone's alarm clock in step with what is to be said: it reminds when the app does not.

Sets the next notices ahead of time and again after whatever moves them: a change, another day,
zone or language, a start, a return to the app. What the system says the banner leaves out. Owns
when the system is asked to allow that: never before something is planned.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

import flet as ft

from models import alarms
from models.alarms import Alarm
from models.errors import Refusal
from models.reminding import Notice
from services import alarms as remembered
from services.changes import Changed
from views.app.phone_alarms import Alarms, AlarmsFailed, PhoneAlarms, is_phone
from views.app.running import run_db
from views.app.session import AppSession
from views.text.notices import notice_text

log = logging.getLogger(__name__)

#: Changes come in bunches; they are waited for, in seconds.
PAUSE_S = 0.2
#: Whoever does these plans something, and knows why a phone then asks.
_PLANNING = ("capture", "edit", "reschedule", "snooze")


class Alarming:
    """The alarm clock of one phone, for its session.

    Attributes:
        is_allowed: whether the system lets the app remind; None until that is known.
    """

    def __init__(
        self, session: AppSession, make: Callable[[str, Callable[[str], None]], Alarms]
    ) -> None:
        self._session = session
        self._desk = session.workspace
        self._wake = asyncio.Event()
        self._may_ask = False
        self._has_failed = False
        self.is_allowed: bool | None = None
        self._system = make(session.words.say("Reminders"), self._tapped)

    async def keep(self) -> None:
        """Set what there is to be set, for as long as the session lives."""
        session = self._session
        session.on_reading(self, self._wake.set)
        session.page.on_app_lifecycle_state_change = self._on_lifecycle
        leave = self._desk.changes.subscribe(lambda changed: session.soon(self._changed, changed))
        self._wake.set()
        try:
            while True:
                await self._wake.wait()
                await asyncio.sleep(PAUSE_S)
                self._wake.clear()
                try:
                    await self._arm()
                except (AlarmsFailed, Refusal) as error:
                    if not self._has_failed:
                        self._has_failed = True
                        log.warning("the phone's alarm clock could not be set: %s", error)
        finally:
            leave()
            session.no_reading(self)

    async def allow(self) -> None:
        """Ask the system; where it asks no more, show its settings."""
        try:
            if not await self._ask():
                await self._system.open_settings()
        except AlarmsFailed as error:
            log.warning("the phone could not be asked: %s", error)
        self._wake.set()

    async def unsaid(self, notices: tuple[Notice, ...]) -> tuple[Notice, ...]:
        """Those that the banner has to say, because the system does not."""
        return await self._session.read(lambda desk: remembered.unsaid(desk, notices))

    async def _arm(self) -> None:
        notices = await self._session.read(remembered.to_arm)
        allowed = await self._system.is_allowed()
        if not allowed and notices and self._may_ask:
            self._may_ask = False
            if not await self._session.read(remembered.was_asked):
                allowed = await self._ask()
        self._take(allowed)
        if not allowed:
            await run_db(lambda: remembered.disarmed(self._desk))
            return
        wanted = self._worded(notices)
        change = alarms.difference(await self._system.armed(), wanted)
        for number in change.cancelled:
            await self._system.cancel(number)
        for alarm in change.added:
            await self._system.arm(alarm)
        await run_db(lambda: remembered.armed(self._desk, notices))

    async def _ask(self) -> bool:
        await run_db(lambda: remembered.asked(self._desk))
        allowed = await self._system.ask()
        self._take(allowed)
        return allowed

    def _take(self, allowed: bool) -> None:
        if self.is_allowed != allowed:
            self.is_allowed = allowed
            self._session.look.beat()

    def _worded(self, notices: tuple[Notice, ...]) -> tuple[Alarm, ...]:
        dates = self._session.dates
        return tuple(
            Alarm(
                number,
                notice.summary,
                notice_text(dates, notice, notice.give_at),
                alarms.payload_of(notice),
            )
            for number, notice in alarms.numbered(notices).items()
        )

    def _tapped(self, payload: str) -> None:
        if (found := alarms.instant_and_task(payload)) is not None:
            self._session.spawn(self._session.open_task(found[1]))

    def _changed(self, changed: Changed) -> None:
        if changed.action in _PLANNING:
            self._may_ask = True
            self._wake.set()

    async def _on_lifecycle(self, event: ft.AppLifecycleStateChangeEvent) -> None:
        if event.state in (ft.AppLifecycleState.RESUME, ft.AppLifecycleState.SHOW):
            self._wake.set()


def alarming_of(session: AppSession) -> Alarming | None:
    """The session's alarm clock; None where there is no phone to have one."""
    page = session.page
    if not is_phone(page):
        return None
    return Alarming(session, lambda channel, on_tap: PhoneAlarms(page, channel, on_tap))
