"""Every template: the account's own first, then those that come with DoCheck."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from models.template import GoalTemplate
from services import templates
from services.workspace import Workspace
from views import theme
from views.app import routes
from views.app.boundary import component
from views.app.kit.basics import icon_button, in_margin, page_title, section_head
from views.app.kit.states import show_reading
from views.app.observed import room_of
from views.app.query import use_query
from views.app.screens.template_card import template_card
from views.app.session import AppSession

#: From this room on two cards stand side by side, from the next one three.
_TWO_FROM = 720
_THREE_FROM = 1160


@component
def TemplatesScreen(session: AppSession) -> ft.Control:
    """The screen at `/templates`."""
    say = session.words.say
    language = session.words.language
    frame, _ = ft.use_state(session.frame)
    here, _ = ft.use_state(session.here)

    def read(desk: Workspace) -> tuple[GoalTemplate, ...]:
        return templates.templates(desk, language)

    reading = use_query(session, read, language)

    async def back(_: object) -> None:
        await session.go(routes.GOALS)

    head = ft.Row(
        [
            icon_button(ft.Icons.ARROW_BACK_ROUNDED, say("All goals"), back),
            ft.Container(page_title(say("Templates")), expand=True),
        ],
        spacing=4,
    )
    lead = ft.Text(
        say("A goal with all of its tasks, on a date of your choice."),
        style=theme.BODY,
        color=ft.Colors.ON_SURFACE_VARIANT,
    )
    room = room_of(frame, here)
    columns = 3 if room >= _THREE_FROM else 2 if room >= _TWO_FROM else 1

    def draw(found: tuple[GoalTemplate, ...]) -> ft.Control:
        return _lists(session, found, columns)

    return ft.Container(
        ft.Column(
            [
                ft.Container(head, padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN - 12)),
                in_margin(lead),
                show_reading(session, reading, draw, rows=4),
                ft.Container(height=96),
            ],
            spacing=8,
            scroll=ft.ScrollMode.AUTO,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=ft.Padding.only(top=12),
        expand=True,
    )


def _lists(session: AppSession, found: Sequence[GoalTemplate], columns: int) -> ft.Control:
    say = session.words.say
    own = [template for template in found if not template.is_built_in]
    built_in = [template for template in found if template.is_built_in]
    parts: list[ft.Control] = [in_margin(section_head(say("My templates"), is_quiet=True))]
    parts += _cards(session, own, columns) if own else [in_margin(_no_own(session))]
    parts.append(in_margin(section_head(say("From DoCheck"), is_quiet=True)))
    parts += _cards(session, built_in, columns)
    return ft.Column(
        parts,
        spacing=theme.CARD_GAP,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _no_own(session: AppSession) -> ft.Control:
    """How an own one is made; those that come with DoCheck are there meanwhile."""
    say = session.words.say

    async def go(_: object) -> None:
        await session.go(routes.GOALS)

    told: list[ft.Control] = [
        ft.Icon(ft.Icons.BOOKMARK_ADD_OUTLINED, size=22, color=ft.Colors.ON_SURFACE_VARIANT),
        ft.Text(
            say("A goal that went well? Save it from its menu, and start it again."),
            style=theme.META,
            color=ft.Colors.ON_SURFACE_VARIANT,
            expand=True,
        ),
    ]
    button = ft.TextButton(say("All goals"), on_click=go)
    return ft.Container(
        ft.Column([ft.Row(told, spacing=12), ft.Row([button])], spacing=0, tight=True)
        if session.frame.has_large_text
        else ft.Row([*told, button], spacing=12),
        border=ft.Border.all(1, ft.Colors.OUTLINE_VARIANT),
        border_radius=theme.RADIUS_BANNER,
        padding=ft.Padding.only(left=16, right=4, top=8, bottom=8),
    )


def _cards(session: AppSession, found: Sequence[GoalTemplate], columns: int) -> list[ft.Control]:
    rows: list[ft.Control] = []
    for start in range(0, len(found), columns):
        cells: list[ft.Control] = [
            ft.Container(template_card(session, template), expand=1)
            for template in found[start : start + columns]
        ]
        cells += [ft.Container(expand=1)] * (columns - len(cells))
        row = ft.Row(cells, spacing=theme.CARD_GAP, vertical_alignment=ft.CrossAxisAlignment.START)
        rows.append(in_margin(row))
    return rows
