"""Pinned goals on Home: a strip to swipe on a phone, a column where there is room."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from models.goal import Goal
from views import theme
from views.app import routes
from views.app.kit.basics import Press, in_margin, section_head
from views.app.kit.cards import goal_card
from views.app.session import AppSession


def pinned_goals(session: AppSession, goals: Sequence[Goal], *, is_column: bool) -> ft.Control:
    """The pinned ones of `goals` with their progress, and the way to all."""
    say = session.words.say
    pinned = [goal for goal in goals if goal.pinned]

    async def every(_: object) -> None:
        await session.go(routes.GOALS)

    title = say("Pinned goals") if pinned else say("Goals")
    head = section_head(title, trailing=ft.TextButton(say("All"), on_click=every))
    # The button keeps its touch size; its word ends at the margin.
    parts: list[ft.Control] = [
        ft.Container(head, padding=ft.Padding.only(left=theme.PAGE_MARGIN, right=8))
    ]
    cards = [
        goal_card(session.words, goal, _opens(session, goal.uid), width=None if is_column else 200)
        for goal in pinned
    ]
    if not cards:
        parts.append(in_margin(_hint(session, bool(goals), every)))
    elif is_column:
        parts.extend(in_margin(card) for card in cards)
    else:
        edge = ft.Container(width=theme.PAGE_MARGIN - theme.CARD_GAP)
        parts.append(
            ft.Row([edge, *cards, edge], scroll=ft.ScrollMode.HIDDEN, spacing=theme.CARD_GAP)
        )
    return ft.Column(
        parts,
        spacing=theme.CARD_GAP if is_column else 2,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _opens(session: AppSession, uid: str) -> Press:
    async def go(_: object) -> None:
        await session.go(routes.goal_route(uid))

    return go


def _hint(session: AppSession, has_goals: bool, on_click: Press) -> ft.Control:
    """One line on what would stand here."""
    say = session.words.say
    line = (
        say("Pin a goal, and its progress appears here.")
        if has_goals
        else say("A goal gathers tasks and shows how far they are.")
    )
    label = say("Choose a goal") if has_goals else say("Make a goal")
    return ft.Container(
        ft.Row(
            [
                ft.Text(line, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT, expand=True),
                ft.TextButton(label, on_click=on_click),
            ],
            spacing=8,
        ),
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
        border_radius=theme.RADIUS_CARD,
        padding=ft.Padding.only(left=16, right=6, top=6, bottom=6),
    )
