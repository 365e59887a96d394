"""The timer that runs, at the foot of every screen: its task, how long, and stop."""

from __future__ import annotations

import flet as ft

from services import time_spent
from views import theme
from views.app.boundary import component
from views.app.kit.basics import icon_button
from views.app.query import Loaded, use_query
from views.app.session import AppSession
from views.text.actions import action_text

#: What the add button of a phone covers of the bar's end.
_UNDER_ADD = 84


@component
def TimerBar(session: AppSession) -> ft.Control:
    """The bar; nothing while no timer runs."""
    minute, _ = ft.use_state(session.minute)
    frame, _ = ft.use_state(session.frame)
    reading = use_query(session, time_spent.running)
    running = reading.value if isinstance(reading, Loaded) else None
    if running is None:
        return ft.Container(height=0)
    say = session.words.say
    task = running.entry.task
    spent = session.dates.duration(running.entry.span(minute.now))

    async def opened(_: object) -> None:
        await session.open_task(task)

    async def stopped(_: object) -> None:
        said = action_text(session.words, "timer.stop", running.summary)
        await session.act_and_say(said, time_spent.stop)

    on_color = ft.Colors.ON_TERTIARY_CONTAINER
    told = ft.Semantics(
        button=True,
        container=True,
        expand=True,
        content=ft.Container(
            ft.Row(
                [
                    ft.Text(
                        running.summary,
                        style=theme.LABEL,
                        color=on_color,
                        max_lines=1,
                        overflow=ft.TextOverflow.ELLIPSIS,
                        expand=True,
                    ),
                    ft.Text(spent, style=theme.META_NUMBER, color=on_color),
                ],
                spacing=8,
            ),
            height=theme.TOUCH,
            ink=True,
            on_click=opened,
        ),
    )
    return ft.Container(
        ft.Row(
            [
                icon_button(
                    ft.Icons.STOP_CIRCLE_ROUNDED, say("Stop timer"), stopped, color=on_color
                ),
                told,
            ],
            spacing=4,
        ),
        bgcolor=ft.Colors.TERTIARY_CONTAINER,
        padding=ft.Padding.only(left=8, right=16 if frame.is_wide else _UNDER_ADD),
    )
