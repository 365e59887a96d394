"""Home's card of the month: how much was on time, and the way to the report; and the review's.

Each reads by itself, so that Home's first picture does not wait for the ledger.
"""

from __future__ import annotations

import flet as ft

from services import daily_review, reports
from services.settings import change_settings
from views import theme
from views.app import routes
from views.app.boundary import component
from views.app.kit.basics import card, in_margin
from views.app.kit.progress import progress_ring
from views.app.query import UNHURRIED_S, Loaded, use_query
from views.app.routes import ReviewPart
from views.app.session import AppSession
from views.text import report_words


@component
def OnTimeCard(session: AppSession) -> ft.Control:
    """This month so far; nothing until something was due."""
    say, words = session.words.say, session.words
    reading = use_query(session, reports.on_time, pause=UNHURRIED_S)
    if not isinstance(reading, Loaded) or not reading.value.rate.judged:
        return ft.Container(height=0)
    found = reading.value
    share = found.rate.share or 0

    async def report(_: object) -> None:
        await session.go(routes.REPORT)

    kept = say(
        "{kept} of {total} were on time.",
        kept=words.number(found.rate.kept),
        total=words.number(found.rate.judged),
    )
    lines: list[ft.Control] = [
        ft.Text(say("On time this month"), style=theme.TASK),
        ft.Text(kept, style=theme.META_NUMBER, color=ft.Colors.ON_SURFACE_VARIANT),
    ]
    if streak := report_words.streak_text(words, found.streak):
        lines.append(ft.Text(streak, style=theme.META_STRONG, color=ft.Colors.PRIMARY))
    ring = progress_ring(found.rate.kept, found.rate.judged, "", size=52)
    return in_margin(
        card(
            ft.Row(
                [
                    ft.Semantics(exclude_semantics=True, content=ring),
                    ft.Column(lines, spacing=2, tight=True, expand=True),
                    ft.Text(
                        f"{round(share * 100)}%", style=theme.type_style(20, 800, is_tabular=True)
                    ),
                    ft.Icon(ft.Icons.CHEVRON_RIGHT_ROUNDED, color=ft.Colors.ON_SURFACE_VARIANT),
                ],
                spacing=14,
            ),
            on_click=report,
        )
    )


@component
def ReviewCard(session: AppSession) -> ft.Control:
    """The evening's review, or the morning's, when it is time; until it is switched on or off
    the card asks which."""
    say = session.words.say
    ft.use_state(session.minute)
    reading = use_query(session, daily_review.offered)
    if not isinstance(reading, Loaded) or not reading.value:
        return ft.Container(height=0)
    part = ReviewPart(reading.value)
    is_asked = session.settings.review == "offered"

    async def begin(_: object) -> None:
        if is_asked:
            await session.act(change_settings, review="on")
        await session.go(routes.review_route(part))

    async def never(_: object) -> None:
        await session.act(change_settings, review="off")

    is_evening = part is ReviewPart.EVENING
    icon = ft.Icons.NIGHTS_STAY_ROUNDED if is_evening else ft.Icons.WB_TWILIGHT_ROUNDED
    title = say("Two minutes for the day?") if is_evening else say("A look at today?")
    line = (
        say("What was done, what moves on, and tomorrow's three.")
        if is_evening
        else say("What fits, and what must be ready first.")
    )
    buttons: list[ft.Control] = [
        ft.FilledButton(
            say("Review the day") if is_evening else say("Look at today"), on_click=begin
        )
    ]
    if is_asked:
        buttons.append(ft.TextButton(say("No, thanks"), on_click=never))
    return in_margin(
        card(
            ft.Column(
                [
                    ft.Row(
                        [
                            ft.Icon(icon, color=theme.AMBER),
                            ft.Column(
                                [
                                    ft.Text(title, style=theme.TASK),
                                    ft.Text(
                                        line, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT
                                    ),
                                ],
                                spacing=0,
                                tight=True,
                                expand=True,
                            ),
                        ],
                        spacing=14,
                    ),
                    ft.Row(buttons, spacing=8, wrap=True),
                ],
                spacing=10,
                tight=True,
            ),
            color=ft.Colors.SECONDARY_CONTAINER,
        )
    )
