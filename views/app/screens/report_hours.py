"""The report's card of the best hours: what the record says, and one press to plan by it."""

from __future__ import annotations

from collections.abc import Mapping

import flet as ft

from models.habits import Habits
from services.settings import change_settings
from views import theme
from views.app.kit.basics import card, section_head
from views.app.session import AppSession
from views.text import report_words

#: The best hours of so many goals and tags are told.
_KINDS = 5


def best_hours_card(session: AppSession, habits: Habits, goals: Mapping[str, str]) -> ft.Control:
    """When most is done on time, of everything and of each goal and tag with enough of its own."""
    best = habits.best_hours
    assert best is not None
    say, settings, dates = session.words.say, session.settings, session.dates

    async def use(_: object) -> None:
        await session.act_and_say(
            say("Best hours are now {hours}.", hours=dates.hours(best.start, best.end)),
            change_settings,
            best_start=best.start,
            best_end=best.end,
        )

    kinds = report_words.best_hours_of_kinds(dates, habits, goals)[:_KINDS]
    parts: list[ft.Control] = [
        section_head(say("Your best hours")),
        ft.Text(report_words.best_hours_text(dates, best), style=theme.BODY),
    ]
    if kinds:
        rows: list[ft.Control] = [_kind(name, hours) for name, hours in kinds]
        parts.append(ft.Column(rows, spacing=6, tight=True))
    if (settings.best_start, settings.best_end) != (best.start, best.end):
        parts.append(
            ft.Row(
                [ft.FilledTonalButton(say("Plan by these hours"), height=theme.TOUCH, on_click=use)]
            )
        )
    return card(
        ft.Column(
            parts,
            spacing=8,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        color=theme.AMBER_CONTAINER,
    )


def _kind(name: str, hours: str) -> ft.Control:
    return ft.MergeSemantics(
        ft.Row(
            [
                ft.Text(
                    name,
                    style=theme.TASK,
                    expand=True,
                    max_lines=1,
                    overflow=ft.TextOverflow.ELLIPSIS,
                ),
                ft.Text(hours, style=theme.META_NUMBER),
            ],
            spacing=12,
        )
    )
