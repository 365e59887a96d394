"""A phone's own alarm clock, by flet-notifications: the only place that knows that package.

It is part of the packages for phones and of no other, so it is imported where it is used. Must
know no task and no session.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar

import flet as ft

from models.alarms import Alarm, instant_and_task

T = TypeVar("T")
_PACKAGE = "flet_notifications"
#: Where Android files DoCheck's notices, in its own settings.
_CHANNEL = "reminders"


class AlarmsFailed(Exception):
    """The system, or the package that speaks for it, did not do what it was asked."""


class Alarms(Protocol):
    """The alarm clock of the system. Everything may raise `AlarmsFailed`."""

    async def is_allowed(self) -> bool:
        """Whether the system lets the app remind."""
        ...

    async def ask(self) -> bool:
        """Have the system ask the user for that, as far as it still asks; whether it may now."""
        ...

    async def open_settings(self) -> None:
        """Show where the system lets one change that."""
        ...

    async def armed(self) -> tuple[Alarm, ...]:
        """What is set and has not come yet."""
        ...

    async def arm(self, alarm: Alarm) -> None:
        """Set one for when its payload says, in place of one of the same number."""
        ...

    async def cancel(self, number: int) -> None:
        """Let one not come."""
        ...


def is_phone(page: ft.Page) -> bool:
    """Whether the app runs on a phone, with the package that speaks to its alarm clock."""
    on_phone = page.platform in (ft.PagePlatform.ANDROID, ft.PagePlatform.IOS) and not page.web
    return on_phone and importlib.util.find_spec(_PACKAGE) is not None


class PhoneAlarms:
    """`Alarms` of an Android phone or an iPhone.

    `channel` is what Android's settings call the notices. `on_tap` gets the payload of a notice
    that was pressed, also of the one that started the app.
    """

    def __init__(self, page: ft.Page, channel: str, on_tap: Callable[[str], None]) -> None:
        from flet_notifications import LocalNotifications, NotificationEvent

        def tapped(event: NotificationEvent[LocalNotifications]) -> None:
            on_tap(event.payload)

        self._channel = channel
        self._needs_channel = page.platform is ft.PagePlatform.ANDROID
        self._is_exact: bool | None = None
        # An iPhone asks when the package starts unless it is told not to.
        self._system = LocalNotifications(
            request_alert_permission=False,
            request_sound_permission=False,
            request_badge_permission=False,
        )
        self._system.on_tap = tapped

    async def is_allowed(self) -> bool:
        return await _told(self._system.are_notifications_enabled())

    async def ask(self) -> bool:
        return await _told(self._system.request_permissions())

    async def open_settings(self) -> None:
        await _told(self._system.open_app_notification_settings())

    async def armed(self) -> tuple[Alarm, ...]:
        # Android may be told by its user whether alarms come to the minute: asked each time.
        self._is_exact = await _told(self._system.can_schedule_exact_notifications())
        pending = await _told(self._system.get_pending_notifications())
        return tuple(Alarm(one.id, one.title, one.body, one.payload) for one in pending)

    async def arm(self, alarm: Alarm) -> None:
        from flet_notifications import AndroidScheduleMode

        found = instant_and_task(alarm.payload)
        if found is None:
            raise AlarmsFailed(f"an alarm of nobody: {alarm.payload}")
        await self._make_channel()
        mode = AndroidScheduleMode.EXACT_ALLOW_WHILE_IDLE
        if not self._is_exact:
            mode = AndroidScheduleMode.INEXACT_ALLOW_WHILE_IDLE
        await _told(
            self._system.schedule(
                alarm.number,
                found[0],
                alarm.title,
                alarm.line,
                alarm.payload,
                schedule_mode=mode,
                channel_id=_CHANNEL,
            )
        )

    async def cancel(self, number: int) -> None:
        await _told(self._system.cancel(number))

    async def _make_channel(self) -> None:
        """Without one of its own Android would say notices without a sound and name them so."""
        from flet_notifications import Importance, NotificationChannel

        if self._needs_channel:
            made = NotificationChannel(id=_CHANNEL, name=self._channel, importance=Importance.HIGH)
            await _told(self._system.create_notification_channel(made))
            self._needs_channel = False


async def _told(answer: Awaitable[T]) -> T:
    from flet_notifications import NotificationError

    try:
        return await answer
    except (NotificationError, RuntimeError, TimeoutError) as error:
        raise AlarmsFailed(str(error)) from error
