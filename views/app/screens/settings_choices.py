"""Who one is and how the app speaks and looks: name, language, appearance, zone, first weekday."""

from __future__ import annotations

from dataclasses import replace

import flet as ft

from services.settings import change_settings
from views.app.boundary import component, keyed
from views.app.kit.chips import segments
from views.app.kit.field import InlineField
from views.app.kit.zone_sheet import ZoneSheet, zone_text
from views.app.screens.settings_rows import group, setting, way
from views.app.session import AppSession


@component
def Choices(session: AppSession) -> ft.Control:
    """Two groups: you, and dates and looks."""
    ft.use_state(session.look)
    ft.use_state(session.minute)
    is_choosing, choose = ft.use_state(False)
    say, settings = session.words.say, session.settings

    async def call(name: str) -> None:
        await session.act(change_settings, name=name.strip())

    async def speak(language: str | None) -> None:
        await session.act(change_settings, language=language)

    async def look(theme_name: str) -> None:
        await session.act(change_settings, theme=theme_name)

    async def begin(weekday: int) -> None:
        await session.act(change_settings, first_weekday=weekday)

    async def move(zone: str | None) -> None:
        kept = await session.act(change_settings, zone=zone)
        if kept is not None and zone is not None and session.workspace.zone.key != zone:
            # Started with --tz: that zone is in force until the app is closed.
            session.say(say("Kept. It counts from the next start."))

    async def open_zones(_: object) -> None:
        choose(True)

    weekdays = replace(session.dates, first_weekday=0).weekday_names()
    name = keyed("name", InlineField, session, say("Name"), settings.name, call, has_label=False)
    groups: list[ft.Control] = [
        group(
            say("You"),
            [
                setting(say("What you are called"), name),
                setting(
                    say("Language"),
                    segments(
                        [(None, say("System")), ("id", "Indonesia"), ("en", "English")],
                        settings.language,
                        speak,
                        has_large_text=session.frame.has_large_text,
                    ),
                ),
                setting(
                    say("Appearance"),
                    segments(
                        [
                            ("system", say("System")),
                            ("light", say("Light")),
                            ("dark", say("Dark")),
                        ],
                        settings.theme,
                        look,
                        has_large_text=session.frame.has_large_text,
                    ),
                ),
            ],
        ),
        group(
            say("Dates"),
            [
                way(
                    ft.Icons.PUBLIC_ROUNDED,
                    say("Time zone"),
                    open_zones,
                    line=zone_text(session)
                    if settings.zone
                    else say("{zone}, as this device says", zone=zone_text(session)),
                ),
                setting(
                    say("The week begins on"),
                    segments(
                        list(enumerate(weekdays)),
                        settings.first_weekday,
                        begin,
                        has_large_text=session.frame.has_large_text,
                    ),
                ),
            ],
        ),
    ]
    if is_choosing:
        groups.append(
            keyed("zones", ZoneSheet, session, settings.zone, move, lambda: choose(False))
        )
    return ft.Column(
        groups, spacing=20, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )
