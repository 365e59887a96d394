"""When one wants to be reminded: how early, at what time of a whole day, and when not at all."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import time, timedelta

import flet as ft

from services.settings import change_settings
from views import theme
from views.app.boundary import component, keyed
from views.app.kit.basics import Press
from views.app.kit.calendar import TimeDialog
from views.app.kit.chips import chip, chip_choice, segments
from views.app.screens.settings_rows import group, setting, setting_beside
from views.app.session import AppSession

_ALMOST = tuple(timedelta(minutes=minutes) for minutes in (10, 15, 30, 60))


@component
def Reminding(session: AppSession) -> ft.Control:
    """The group of what reminds; without reminders only the way to have them."""
    ft.use_state(session.look)
    picking, pick = ft.use_state("")
    say, settings, dates = session.words.say, session.settings, session.dates

    async def switch(is_on: bool) -> None:
        await session.act(change_settings, has_reminders=is_on)

    async def almost(span: timedelta) -> None:
        await session.act(change_settings, almost_due=span)

    async def day(at: time) -> None:
        await session.act(change_settings, day_reminder=at)

    async def be_quiet(is_quiet: bool) -> None:
        await session.act(change_settings, has_quiet_hours=is_quiet)

    async def start(at: time) -> None:
        await session.act(change_settings, quiet_start=at)

    async def end(at: time) -> None:
        await session.act(change_settings, quiet_end=at)

    clocks: dict[str, tuple[str, time, Callable[[time], Awaitable[None]]]] = {
        "day": (say("Whole days remind at"), settings.day_reminder, day),
        "start": (say("Quiet from"), settings.quiet_start, start),
        "end": (say("Quiet until"), settings.quiet_end, end),
    }

    def clock(name: str) -> ft.Control:
        async def pressed(_: object) -> None:
            pick(name)

        label, at, _ = clocks[name]
        return _clock(label, dates.time(at), pressed)

    async def allow(_: object) -> None:
        if session.phone is not None:
            await session.phone.allow()

    on_off = [(True, say("On")), (False, say("Off"))]
    rows = [
        setting(
            say("Reminders"),
            segments(
                on_off, settings.has_reminders, switch, has_large_text=session.frame.has_large_text
            ),
        )
    ]
    if settings.has_reminders:
        if session.phone is not None:
            allowed = ft.Text(say("Allowed"), style=theme.BODY)
            rows.append(
                setting_beside(
                    say("Notifications of the phone"),
                    allowed if session.phone.is_allowed else chip(say("Allow"), allow),
                    is_stacked=session.frame.has_large_text,
                )
            )
        spans = sorted({*_ALMOST, settings.almost_due})
        hours = ft.Row(
            [clock("start"), ft.Text("–", style=theme.BODY), clock("end")],
            spacing=8,
            tight=True,
        )
        rows += [
            setting(
                say("Almost due"),
                chip_choice(
                    [(span, say("{span} before", span=dates.duration(span))) for span in spans],
                    settings.almost_due,
                    almost,
                ),
                line=say("Before it must be ready, else before it is due."),
            ),
            setting_beside(
                say("Whole days remind at"),
                clock("day"),
                is_stacked=session.frame.has_large_text,
            ),
            setting(
                say("Quiet hours"),
                segments(
                    [(True, say("Keep quiet")), (False, say("Always remind"))],
                    settings.has_quiet_hours,
                    be_quiet,
                    has_large_text=session.frame.has_large_text,
                ),
                line=say("What comes then waits until they end, but for times you chose."),
            ),
        ]
        if settings.has_quiet_hours:
            rows.append(
                setting_beside(
                    say("From and until"), hours, is_stacked=session.frame.has_large_text
                )
            )
    parts: list[ft.Control] = [group(say("Reminders"), rows)]
    if picking:
        label, at, keep = clocks[picking]
        parts.append(keyed(picking, TimeDialog, session, label, at, keep, lambda: pick("")))
    return ft.Column(parts, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _clock(label: str, text: str, on_click: Press) -> ft.Control:
    return ft.MergeSemantics(ft.Semantics(label=label, content=chip(text, on_click)))
