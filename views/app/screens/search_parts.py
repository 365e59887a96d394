"""What a search says around its list: how to ask, what could follow, what is wrong, which keys.

Plain functions from values to controls; what a tap does is `search_finding`'s.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from models.query.completion import Completion
from views import theme
from views.app.kit.chips import chip
from views.app.kit.states import empty_state
from views.app.screens.search_finding import Finding
from views.app.session import AppSession

_SIDE = 16


def teaching(session: AppSession) -> ft.Control:
    """What a search looks in, over an empty field."""
    return ft.Container(
        ft.Text(
            session.words.say(
                "Looks in titles, notes, tags and steps. These ask for more; with - they ask for"
                " what is not:"
            ),
            style=theme.META,
            color=ft.Colors.ON_SURFACE_VARIANT,
        ),
        padding=ft.Padding.only(left=20, right=20, top=14, bottom=2),
    )


def offers(
    session: AppSession, finding: Finding, completions: tuple[Completion, ...]
) -> ft.Control:
    """How the text could go on: a tap takes it."""

    def press(offer: Completion) -> Callable[[object], Awaitable[None]]:
        async def pressed(_: object) -> None:
            finding.put(offer.text)

        return pressed

    chips = [
        chip(
            offer.word,
            press(offer),
            ft.Colors.SURFACE_CONTAINER_HIGH,
            side=ft.Colors.SURFACE_CONTAINER_HIGH,
        )
        for offer in completions
    ]
    edge = ft.Container(width=_SIDE - 8)
    row = ft.Row([edge, *chips, edge], spacing=8, scroll=ft.ScrollMode.HIDDEN)
    return ft.Semantics(
        label=session.words.say("Suggestions"),
        container=True,
        content=ft.Container(row, padding=ft.Padding.only(top=6)),
    )


def wrong(text: str) -> ft.Control:
    """Why the text cannot be read."""
    return ft.Container(
        ft.Row(
            [
                ft.Icon(ft.Icons.ERROR_OUTLINE_ROUNDED, size=18, color=theme.MISSED),
                ft.Semantics(
                    live_region=True,
                    container=True,
                    expand=True,
                    content=ft.Text(text, style=theme.META_STRONG, color=theme.MISSED),
                ),
            ],
            spacing=8,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
        padding=ft.Padding.symmetric(horizontal=20, vertical=14),
    )


def nothing(session: AppSession) -> ft.Control:
    """That nothing was found, and what would find more."""
    say = session.words.say
    return ft.Semantics(
        live_region=True,
        container=True,
        content=empty_state(
            ft.Icons.SEARCH_OFF_ROUNDED,
            say("Nothing was found."),
            say("Fewer words find more; what is in the trash needs is:trashed."),
        ),
    )


def hints(session: AppSession) -> ft.Control:
    """Which keys do what here."""
    say = session.words.say
    quiet = ft.Colors.ON_SURFACE_VARIANT

    def cap(content: ft.Control) -> ft.Control:
        return ft.Container(
            content,
            padding=ft.Padding.symmetric(horizontal=6, vertical=2),
            border_radius=6,
            border=ft.Border.all(1, ft.Colors.OUTLINE_VARIANT),
        )

    def word(text: str) -> ft.Control:
        return ft.Text(text, style=theme.META, color=quiet)

    up, down = ft.Icons.ARROW_UPWARD_ROUNDED, ft.Icons.ARROW_DOWNWARD_ROUNDED
    return ft.Container(
        ft.Row(
            [
                cap(ft.Icon(up, size=14, color=quiet)),
                cap(ft.Icon(down, size=14, color=quiet)),
                word(say("choose")),
                ft.Container(width=8),
                cap(ft.Icon(ft.Icons.KEYBOARD_RETURN_ROUNDED, size=14, color=quiet)),
                word(say("open")),
                ft.Container(width=8),
                cap(ft.Text("Esc", style=theme.META_STRONG, color=quiet)),
                word(say("close")),
            ],
            spacing=6,
        ),
        padding=ft.Padding.symmetric(horizontal=20, vertical=10),
    )
