"""What quick add says of the line beside its chips: another meaning, or why no date was taken."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from models.quickadd import Alternative, HintKind
from views import theme
from views.app.kit.chips import chip
from views.app.screens.quick_add_adding import Adding
from views.app.session import AppSession
from views.text.dates import sentence
from views.text.hints import hint_text
from views.text.repeats import repeat_text


def asides(session: AppSession, adding: Adding) -> list[ft.Control]:
    """The line's hints, and a chip for each other meaning."""
    state = adding.state
    parts: list[ft.Control] = [_hint(session, hint.kind, words) for hint, words in state.hints]
    if state.alternatives:
        parts.append(_alternatives(session, adding))
    return parts


def _hint(session: AppSession, kind: HintKind, words: str) -> ft.Control:
    text = hint_text(session.words, kind, words)
    return ft.Row(
        [
            ft.Icon(ft.Icons.INFO_OUTLINE_ROUNDED, size=18, color=ft.Colors.ON_SURFACE_VARIANT),
            ft.Text(text, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT, expand=True),
        ],
        key=f"hint-{kind}-{words}",
        spacing=8,
    )


def _alternatives(session: AppSession, adding: Adding) -> ft.Control:
    def press(alternative: Alternative) -> Callable[[object], Awaitable[None]]:
        async def pressed(_: object) -> None:
            adding.read_as(alternative)

        return pressed

    chips = [
        chip(_meaning(session, each), press(each), icon=ft.Icons.SWAP_HORIZ_ROUNDED)
        for each in adding.state.alternatives
        if _due(adding) != each.due or each.rrule is not None
    ]
    label = ft.Text(
        session.words.say("Or is it"), style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT
    )
    return ft.Row(
        [label, *chips],
        key="alternatives",
        spacing=8,
        run_spacing=0,
        wrap=True,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )


def _due(adding: Adding) -> object:
    return adding.state.draft.fields("").get("due")


def _meaning(session: AppSession, alternative: Alternative) -> str:
    dates = session.dates
    if alternative.due is not None:
        return sentence(dates.spoken(alternative.due, session.minute.now))
    return sentence(repeat_text(alternative.rrule or "", dates))
