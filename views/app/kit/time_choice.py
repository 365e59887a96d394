"""Choosing a time of day: a few suggestions, and a field for any other.

Owns how a typed time is read and refused. Times are local wall times.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import time

import flet as ft

from views import theme
from views.app.boundary import component, keyed
from views.app.kit.chips import list_chip
from views.app.kit.field import InlineField
from views.app.session import AppSession
from views.text.typed import parse_time

#: Offered beside the best hours.
_USUAL = (time(9), time(10), time(13))


@component
def TimeChoice(
    session: AppSession,
    value: time | None,
    on_pick: Callable[[time | None], Awaitable[None]],
    can_clear: bool = True,
    is_live: bool = False,
) -> ft.Control:
    """Suggestions as chips, the best hours with a mark, and a field.

    Args:
        on_pick: called with a time, or with None for the whole day where `can_clear`.
        is_live: a typed time is picked as soon as it is one: a phone's field may never be left.
    """
    say, dates, settings = session.words.say, session.dates, session.settings
    error, set_error = ft.use_state("")
    best = (settings.best_start, settings.best_end)

    def press(at: time | None) -> Callable[[object], Awaitable[None]]:
        async def pressed(_: object) -> None:
            set_error("")
            await on_pick(at)

        return pressed

    async def typed(text: str) -> None:
        at = parse_time(text)
        if at is None and text.strip():
            set_error(say("Type a time such as {time}.", time=dates.time(time(16, 30))))
            return
        set_error("")
        if at is not None:
            await on_pick(at)

    async def typing(text: str) -> None:
        at = parse_time(text)
        if at is not None:
            set_error("")
            await on_pick(at)

    chips = [
        list_chip(
            dates.time(at),
            None,
            at == value,
            press(at),
            icon=ft.Icons.TRENDING_UP_ROUNDED if at in best else None,
        )
        for at in sorted({*best, *_USUAL})
    ]
    if can_clear:
        chips.append(list_chip(say("Whole day"), None, value is None, press(None)))
    return ft.Column(
        [
            ft.Row(chips, spacing=8, run_spacing=0, wrap=True),
            keyed(
                "time",
                InlineField,
                session,
                say("Another time"),
                dates.time(value) if value and value not in {*best, *_USUAL} else "",
                typed,
                hint=dates.time(time(16, 30)),
                error=error,
                on_typing=typing if is_live else None,
            ),
            ft.Row(
                [
                    ft.Icon(ft.Icons.TRENDING_UP_ROUNDED, size=15, color=theme.AMBER),
                    ft.Text(
                        say("Best hours {hours}", hours=dates.hours(*best)),
                        style=theme.META_NUMBER,
                        color=theme.AMBER,
                    ),
                ],
                spacing=6,
            ),
        ],
        spacing=8,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
