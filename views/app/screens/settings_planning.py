"""How one plans: when things must be ready, the best hours, and how much fits in a day."""

from __future__ import annotations

from datetime import time, timedelta

import flet as ft

from services.settings import change_settings
from views import theme
from views.app.boundary import component, keyed
from views.app.kit.basics import Press, icon_button
from views.app.kit.calendar import TimeDialog
from views.app.kit.chips import chip, chip_choice
from views.app.screens.settings_rows import ICON_INSET, group, setting, setting_beside
from views.app.session import AppSession

_LEADS = tuple(timedelta(minutes=minutes) for minutes in (0, 30, 60, 120, 180, 1440))
_STEP = timedelta(minutes=30)
_DAY = timedelta(hours=24)


@component
def Planning(session: AppSession) -> ft.Control:
    """The group of the plan's defaults."""
    ft.use_state(session.look)
    picking, pick = ft.use_state("")
    say, settings, dates = session.words.say, session.settings, session.dates

    async def lead(span: timedelta) -> None:
        await session.act(change_settings, default_lead=span)

    async def keep(start: time, end: time) -> None:
        if start < end:
            await session.act(change_settings, best_start=start, best_end=end)
        else:
            session.say(say("The best hours end after they begin."), is_error=True)

    async def start(at: time) -> None:
        await keep(at, settings.best_end)

    async def end(at: time) -> None:
        await keep(settings.best_start, at)

    async def pick_start(_: object) -> None:
        pick("start")

    async def pick_end(_: object) -> None:
        pick("end")

    async def less(_: object) -> None:
        await session.act(
            change_settings, daily_capacity=max(_STEP, settings.daily_capacity - _STEP)
        )

    async def more(_: object) -> None:
        await session.act(
            change_settings, daily_capacity=min(_DAY, settings.daily_capacity + _STEP)
        )

    leads = sorted({*_LEADS, settings.default_lead})
    hours = ft.Row(
        [
            _clock(say("Best hours from"), dates.time(settings.best_start), pick_start),
            ft.Text("–", style=theme.BODY),
            _clock(say("Best hours until"), dates.time(settings.best_end), pick_end),
        ],
        spacing=8,
        tight=True,
    )
    capacity = ft.Row(
        [
            icon_button(ft.Icons.REMOVE_ROUNDED, say("Less time a day"), less),
            ft.Text(
                dates.duration(settings.daily_capacity),
                style=theme.type_style(15, 700, is_tabular=True),
                text_align=ft.TextAlign.CENTER,
                width=84,
            ),
            icon_button(ft.Icons.ADD_ROUNDED, say("More time a day"), more),
        ],
        spacing=0,
        tight=True,
    )
    parts: list[ft.Control] = [
        group(
            say("Planning"),
            [
                setting(
                    say("Ready before it is published"),
                    chip_choice(
                        [
                            (span, dates.duration(span) if span else say("Same time"))
                            for span in leads
                        ],
                        settings.default_lead,
                        lead,
                    ),
                    line=say("For new tasks of a goal with a time; each can differ."),
                ),
                setting_beside(
                    say("Best hours"),
                    hours,
                    line=say("When your audience is there."),
                    is_stacked=session.frame.has_large_text,
                ),
                setting_beside(
                    say("Work that fits in a day"),
                    capacity,
                    line=say("A fuller day is marked in the timeline."),
                    inset=ICON_INSET,
                    is_stacked=session.frame.has_large_text,
                ),
            ],
        )
    ]
    if picking:
        is_start = picking == "start"
        parts.append(
            keyed(
                picking,
                TimeDialog,
                session,
                say("Best hours from") if is_start else say("Best hours until"),
                settings.best_start if is_start else settings.best_end,
                start if is_start else end,
                lambda: pick(""),
            )
        )
    return ft.Column(parts, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _clock(label: str, text: str, on_click: Press) -> ft.Control:
    return ft.MergeSemantics(ft.Semantics(label=label, content=chip(text, on_click)))
