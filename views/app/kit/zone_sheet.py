"""Choosing a time zone: a search over the world's places, Indonesia's three first."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

import flet as ft

from services.workspace import Workspace
from services.zones import Zone, matching, zone_at, zones
from views import theme
from views.app.boundary import component, keyed
from views.app.kit.field import InlineField
from views.app.kit.sheet import SheetOver
from views.app.kit.states import show_reading
from views.app.query import use_query
from views.app.session import AppSession

#: So many stand in the list at once; a search finds the others.
_MOST = 30

OnZone = Callable[[str | None], Awaitable[None]]


@component
def ZoneSheet(
    session: AppSession,
    value: str | None,
    on_pick: OnZone,
    on_close: Callable[[], None],
) -> ft.Control:
    """A sheet that gives an IANA name to `on_pick`, or None: as the system says.

    Args:
        value: what is chosen now.
        on_close: called after a choice too.
    """
    say = session.words.say
    text, search = ft.use_state("")
    reading = use_query(session, _read)

    async def typed(written: str) -> None:
        search(written.strip())

    def pick(name: str | None) -> Callable[[object], Awaitable[None]]:
        async def picked(_: object) -> None:
            on_close()
            await on_pick(name)

        return picked

    def draw(known: tuple[Zone, ...]) -> ft.Control:
        found = matching(known, text)
        rows: list[ft.Control] = []
        if not text:
            rows.append(_row(say("As this device says"), "", value is None, pick(None)))
        rows.extend(
            _row(zone.place, _beside(session, zone), zone.name == value, pick(zone.name))
            for zone in found[:_MOST]
        )
        if not found:
            line = say("No place is called “{text}”. Try a large city nearby.", text=text)
            rows.append(_note(line))
        elif len(found) > _MOST:
            rows.append(_note(say("Search to see the other {count}.", count=len(found) - _MOST)))
        return ft.Column(rows, spacing=0, scroll=ft.ScrollMode.AUTO, height=340)

    return SheetOver(
        session,
        say("Time zone"),
        ft.Column(
            [
                keyed(
                    "search",
                    InlineField,
                    session,
                    say("Search a city"),
                    "",
                    typed,
                    on_typing=typed,
                ),
                show_reading(session, reading, draw, rows=4),
            ],
            spacing=8,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        on_close,
    )


def zone_text(session: AppSession) -> str:
    """The zone in force: ``Jakarta · WIB``."""
    zone = zone_at(session.dates.zone.key, session.minute.now)
    return f"{zone.place} · {zone.short or offset_text(zone.offset)}"


def offset_text(offset: timedelta) -> str:
    """``UTC+7``, ``UTC+5:30``, ``UTC``."""
    minutes = round(offset.total_seconds() / 60)
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "\N{MINUS SIGN}"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def _read(desk: Workspace) -> tuple[Zone, ...]:
    return zones(desk.now())


def _beside(session: AppSession, zone: Zone) -> str:
    return " · ".join(filter(None, (zone.short, offset_text(zone.offset))))


def _row(
    name: str, note: str, is_chosen: bool, on_click: Callable[[object], Awaitable[None]]
) -> ft.Control:
    parts: list[ft.Control] = [
        ft.Text(name, style=theme.TASK if is_chosen else theme.BODY, expand=True),
        ft.Text(note, style=theme.META_NUMBER, color=ft.Colors.ON_SURFACE_VARIANT),
        ft.Icon(
            ft.Icons.CHECK_ROUNDED,
            size=20,
            color=ft.Colors.PRIMARY if is_chosen else ft.Colors.TRANSPARENT,
        ),
    ]
    return ft.MergeSemantics(
        ft.Semantics(
            button=True,
            selected=is_chosen,
            content=ft.Container(
                ft.Row(parts, spacing=10),
                height=theme.TOUCH,
                padding=ft.Padding.symmetric(horizontal=10),
                border_radius=theme.RADIUS_BLOCK,
                bgcolor=ft.Colors.SURFACE_CONTAINER_HIGH if is_chosen else ft.Colors.TRANSPARENT,
                ink=True,
                on_click=on_click,
            ),
        )
    )


def _note(text: str) -> ft.Control:
    return ft.Container(
        ft.Text(text, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT),
        padding=ft.Padding.symmetric(horizontal=10, vertical=14),
    )
