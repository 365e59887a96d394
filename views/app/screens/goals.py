"""Every goal under its category: the ones at work in manual order, archived ones folded beneath."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from models.goal import Goal
from services import goals
from views import theme
from views.app import routes
from views.app.boundary import component
from views.app.kit.basics import Press, icon_button, in_margin, page_title, section_head
from views.app.kit.cards import goal_row
from views.app.kit.folding import fold_head
from views.app.kit.order_handle import order_handle
from views.app.kit.states import empty_state, show_reading
from views.app.overlays import GoalForm
from views.app.placing import Placing
from views.app.query import use_query
from views.app.session import AppSession


@component
def GoalsScreen(session: AppSession) -> ft.Control:
    """The screen at `/goals`."""
    say = session.words.say
    has_archived, show_archived = ft.use_state(False)
    placing = ft.use_ref(lambda: Placing.of_goals(session)).current
    assert placing is not None
    reading = use_query(session, goals.goals)

    async def start(_: object) -> None:
        session.overlay.open(GoalForm())

    async def from_template(_: object) -> None:
        await session.go(routes.TEMPLATES)

    async def home(_: object) -> None:
        await session.go(routes.HOME)

    async def dropped(event: ft.OnReorderEvent) -> None:
        await placing.drop(event.old_index, event.new_index)

    def turn(_: object) -> None:
        show_archived(not has_archived)

    head = ft.Row(
        [
            icon_button(ft.Icons.ARROW_BACK_ROUNDED, say("Back to Home"), home),
            ft.Container(page_title(say("Goals")), expand=True),
            icon_button(ft.Icons.DASHBOARD_CUSTOMIZE_OUTLINED, say("Templates"), from_template),
            icon_button(ft.Icons.ADD_ROUNDED, say("New goal"), start),
        ],
        spacing=4,
    )

    def draw(found: tuple[Goal, ...]) -> ft.Control:
        if not found:
            nothing = empty_state(
                ft.Icons.FLAG_ROUNDED,
                say("No goals yet"),
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
        groups = by_category([goal for goal in found if not goal.archived])
        archived = [goal for goal in found if goal.archived]
        placing.groups = tuple(tuple(goal.uid for goal in held) for _, held in groups)
        body: list[ft.Control] = []
        is_parted = any(category for category, _ in groups)
        for category, held in groups:
            if is_parted:
                title = category or say("No category")
                body.append(_part(section_head(title, is_quiet=True), f"category-{category}"))
            body += [_row(session, goal, placing) for goal in held]
        if archived:
            title = f"{say('Archived')} · {session.words.number(len(archived))}"
            body.append(ft.Container(fold_head(title, has_archived, turn), key="archived"))
            if has_archived:
                body += [_row(session, goal, None) for goal in archived]
        body.append(ft.Container(height=40, key="end"))
        movable = {uid for group in placing.groups for uid in group}
        placing.slots = tuple(str(part.key) if part.key in movable else "" for part in body)
        return ft.ReorderableListView(
            body,
            expand=True,
            spacing=0,
            show_default_drag_handles=False,
            on_reorder_start=session.felt,
            on_reorder=dropped,
        )

    return ft.Column(
        [
            ft.Container(
                head,
                padding=ft.Padding.only(
                    left=theme.PAGE_MARGIN - 12, right=theme.PAGE_MARGIN - 12, top=12
                ),
            ),
            ft.Container(show_reading(session, reading, draw, rows=3), expand=True),
        ],
        spacing=8,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _or_from_template(session: AppSession, on_click: Press) -> ft.Control:
    return ft.TextButton(
        session.words.say("Start from a template"),
        icon=ft.Icons.DASHBOARD_CUSTOMIZE_OUTLINED,
        on_click=on_click,
    )


def by_category(found: Sequence[Goal]) -> tuple[tuple[str, tuple[Goal, ...]], ...]:
    """Goals under their categories by the alphabet; without one they come last.

    Categories that differ in letter case only are one, spelled as its first goal has it.
    """
    parts: dict[str, tuple[str, list[Goal]]] = {}
    for goal in found:
        name = goal.category or ""
        parts.setdefault(name.casefold(), (name, []))[1].append(goal)
    order = sorted(parts, key=lambda key: (not key, key))
    return tuple((parts[key][0], tuple(parts[key][1])) for key in order)


def _part(content: ft.Control, key: str) -> ft.Control:
    return ft.Container(in_margin(content), key=key)


def _row(session: AppSession, goal: Goal, placing: Placing | None) -> ft.Control:
    async def go(_: object) -> None:
        await session.go(routes.goal_route(goal.uid))

    handle = None
    if placing is not None:
        color = theme.tint_of(goal.color).on_container
        handle = order_handle(session.words, goal.uid, goal.name, placing.place, color=color)
    row = goal_row(session.words, goal, go, handle)
    return ft.Container(
        in_margin(row), padding=ft.Padding.only(bottom=theme.CARD_GAP), key=goal.uid
    )
