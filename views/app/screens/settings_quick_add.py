"""How a line is read: which number of 5/12 is the day, and when a part of the day is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, time

import flet as ft

from services.settings import SettingsFields, change_settings
from views.app.boundary import component, keyed
from views.app.kit.calendar import TimeDialog
from views.app.kit.chips import chip, segments
from views.app.screens.settings_rows import group, setting
from views.app.session import AppSession

#: The parts of the day that each language has a word for.
_PARTS = {
    "id": ("dawn", "morning", "midday", "late_afternoon", "dusk", "night"),
    "en": ("dawn", "morning", "afternoon", "dusk", "night"),
}


@component
def QuickAddReading(session: AppSession) -> ft.Control:
    """The group of what quick add makes of dates and parts of the day."""
    ft.use_state(session.look)
    picking, pick = ft.use_state("")
    say, settings, dates = session.words.say, session.settings, session.dates
    labels = {
        "dawn": say("Dawn"),
        "morning": say("Morning"),
        "midday": say("Midday"),
        "afternoon": say("Afternoon"),
        "late_afternoon": say("Late afternoon"),
        "dusk": say("Evening"),
        "night": say("Night"),
    }

    async def order(is_day_first: bool) -> None:
        await session.act(change_settings, is_day_first=is_day_first)

    async def keep(at: time) -> None:
        chosen: SettingsFields = {}
        chosen[picking] = at
        await session.act(change_settings, **chosen)

    def opening(name: str) -> Callable[[object], Awaitable[None]]:
        async def pressed(_: object) -> None:
            pick(name)

        return pressed

    year = dates.today(session.minute.now).year
    hours = ft.Row(
        [
            chip(f"{labels[name]} · {dates.time(getattr(settings, name))}", opening(name))
            for name in _PARTS[session.words.language]
        ],
        spacing=8,
        run_spacing=0,
        wrap=True,
    )
    parts: list[ft.Control] = [
        group(
            say("Quick add"),
            [
                setting(
                    say("5/12 is"),
                    segments(
                        [
                            (True, dates.day_and_month(date(year, 12, 5), date(year, 1, 1))),
                            (False, dates.day_and_month(date(year, 5, 12), date(year, 1, 1))),
                        ],
                        settings.is_day_first,
                        order,
                        has_large_text=session.frame.has_large_text,
                    ),
                ),
                setting(
                    say("Parts of the day"),
                    hours,
                    line=say("When a task says no hour: “tomorrow morning”."),
                ),
            ],
        )
    ]
    if picking:
        parts.append(
            keyed(
                picking,
                TimeDialog,
                session,
                labels[picking],
                getattr(settings, picking),
                keep,
                lambda: pick(""),
            )
        )
    return ft.Column(parts, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
