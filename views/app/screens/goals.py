"""Every goal: the ones at work with their progress, the archived ones under them, and a new one."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from models.goal import Goal
from services import goals
from services.workspace import Workspace
from views import theme
from views.app import routes
from views.app.boundary import component, keyed
from views.app.kit.basics import Press, icon_button, in_margin, page_title, section_head
from views.app.kit.cards import goal_card
from views.app.kit.field import InlineField
from views.app.kit.states import empty_state, show_reading
from views.app.observed import room_of
from views.app.query import use_query
from views.app.session import AppSession

#: From this room on two cards stand side by side.
_TWO_COLUMNS_FROM = 600


def _read(desk: Workspace) -> tuple[Goal, ...]:
    return goals.goals(desk)


@component
def GoalsScreen(session: AppSession) -> ft.Control:
    """The screen at `/goals`."""
    say = session.words.say
    frame, _ = ft.use_state(session.frame)
    here, _ = ft.use_state(session.here)
    is_naming, name_one = ft.use_state(False)
    reading = use_query(session, _read)

    async def make(name: str) -> None:
        name_one(False)
        if not name.strip():
            return
        made = await session.act(goals.create_goal, {"name": name, "pinned": True})
        if made is not None:
            await session.go(routes.goal_route(made.uid))

    async def start(_: object) -> None:
        name_one(True)

    async def from_template(_: object) -> None:
        await session.go(routes.TEMPLATES)

    async def home(_: object) -> None:
        await session.go(routes.HOME)

    head = ft.Row(
        [
            icon_button(ft.Icons.ARROW_BACK_ROUNDED, say("Back to Home"), home),
            ft.Container(page_title(say("Goals")), expand=True),
            icon_button(ft.Icons.DASHBOARD_CUSTOMIZE_OUTLINED, say("Templates"), from_template),
            icon_button(ft.Icons.ADD_ROUNDED, say("New goal"), start),
        ],
        spacing=4,
    )
    parts: list[ft.Control] = [
        ft.Container(head, padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN - 12))
    ]
    if is_naming:
        parts.append(
            in_margin(
                keyed(
                    "name",
                    InlineField,
                    session,
                    say("Name of the goal"),
                    "",
                    make,
                    hint=say("Such as December content"),
                    has_focus=True,
                )
            )
        )

        parts.append(in_margin(_or_from_template(session, from_template)))

    def draw(found: tuple[Goal, ...]) -> ft.Control:
        if not found and not is_naming:
            nothing = empty_state(
                ft.Icons.FLAG_ROUNDED,
                say("No goal yet"),
                say("A goal gathers tasks and shows how far they are."),
                action=say("Make a goal"),
                on_action=start,
            )
            return ft.Column(
                [nothing, _or_from_template(session, from_template)],
                spacing=0,
                tight=True,
                horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            )
        columns = 2 if room_of(frame, here) >= _TWO_COLUMNS_FROM else 1
        return _lists(session, found, columns)

    parts.append(show_reading(session, reading, draw, rows=3))
    parts.append(ft.Container(height=40))
    return ft.Container(
        ft.Column(
            parts,
            spacing=12,
            scroll=ft.ScrollMode.AUTO,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=ft.Padding.only(top=12),
        expand=True,
    )


def _or_from_template(session: AppSession, on_click: Press) -> ft.Control:
    return ft.TextButton(
        session.words.say("Start from a template"),
        icon=ft.Icons.DASHBOARD_CUSTOMIZE_OUTLINED,
        on_click=on_click,
    )


def _lists(session: AppSession, found: Sequence[Goal], columns: int) -> ft.Control:
    at_work = [goal for goal in found if not goal.archived]
    archived = [goal for goal in found if goal.archived]
    parts = _cards(session, sorted(at_work, key=lambda goal: not goal.pinned), columns)
    if archived:
        parts.append(ft.Container(height=4))
        parts.append(in_margin(section_head(session.words.say("Archived"), is_quiet=True)))
        parts.extend(_cards(session, archived, columns))
    return ft.Column(
        parts,
        spacing=theme.CARD_GAP,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _cards(session: AppSession, found: Sequence[Goal], columns: int) -> list[ft.Control]:
    rows: list[ft.Control] = []
    for start in range(0, len(found), columns):
        cells: list[ft.Control] = [
            ft.Container(_card(session, goal), expand=1) for goal in found[start : start + columns]
        ]
        cells += [ft.Container(expand=1)] * (columns - len(cells))
        rows.append(in_margin(ft.Row(cells, spacing=theme.CARD_GAP)))
    return rows


def _card(session: AppSession, goal: Goal) -> ft.Control:
    async def go(_: object) -> None:
        await session.go(routes.goal_route(goal.uid))

    return goal_card(session.words, goal, go, width=None)
