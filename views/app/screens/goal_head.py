"""The head of a goal's page: its name, edited in place, and what can be done with the goal."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

import flet as ft

from models.goal import Goal, GoalColor, GoalFields
from services import goals, templates
from views import theme
from views.app import routes
from views.app.boundary import component, keyed
from views.app.kit.basics import MenuItem, Press, icon_button, in_margin, menu_button
from views.app.kit.field import InlineField
from views.app.overlays import DeleteGoal
from views.app.session import AppSession
from views.text import mark
from views.text.actions import action_text

OnFields = Callable[[GoalFields], Awaitable[None]]

_COLOR_NAMES = {
    GoalColor.PRIMARY: mark("Green"),
    GoalColor.SECONDARY: mark("Sage"),
    GoalColor.TERTIARY: mark("Clay"),
    GoalColor.AMBER: mark("Amber"),
    GoalColor.BLUE: mark("Blue"),
    GoalColor.VIOLET: mark("Violet"),
    GoalColor.ROSE: mark("Rose"),
}


@component
def GoalHead(session: AppSession, goal: Goal) -> ft.Control:
    """Back, name, pin and menu; under them the colours when asked for."""
    say = session.words.say
    is_coloring, color_it = ft.use_state(False)

    async def change(fields: GoalFields) -> None:
        await session.act(goals.edit_goal, goal.uid, fields)

    async def rename(name: str) -> None:
        await change({"name": name})

    async def pin(_: object) -> None:
        await change({"pinned": not goal.pinned})

    async def archive(_: object) -> None:
        if goal.archived:
            await change({"archived": False})
        elif await session.act(goals.archive_goal, goal.uid) is not None:
            said = action_text(session.words, "goal.archive", goal.name)
            session.say(said, has_undo=True)

    async def delete(_: object) -> None:
        session.overlay.open(DeleteGoal(goal.uid, goal.name))

    async def keep(_: object) -> None:
        saved = await session.act(templates.save_goal_as_template, goal.uid)
        if saved is not None:
            session.say(action_text(session.words, "template.save", saved.name), has_undo=True)

    async def colors(_: object) -> None:
        color_it(not is_coloring)

    async def back(_: object) -> None:
        await session.go(routes.GOALS)

    row = ft.Row(
        [
            icon_button(ft.Icons.ARROW_BACK_ROUNDED, say("All goals"), back),
            ft.Container(
                keyed(
                    "name",
                    InlineField,
                    session,
                    say("Name of the goal"),
                    goal.name,
                    rename,
                    style=theme.type_style(22, 800, height=1.2, spacing=-0.3),
                    is_bare=True,
                    wraps=True,
                ),
                expand=True,
            ),
            icon_button(
                ft.Icons.PUSH_PIN_ROUNDED if goal.pinned else ft.Icons.PUSH_PIN_OUTLINED,
                say("Unpin from Home") if goal.pinned else say("Pin to Home"),
                pin,
                color=ft.Colors.PRIMARY if goal.pinned else ft.Colors.ON_SURFACE,
                is_selected=goal.pinned,
            ),
            menu_button(
                say("More about this goal"), _menu(session, goal, colors, keep, archive, delete)
            ),
        ],
        spacing=0,
    )
    parts: list[ft.Control] = [
        ft.Container(row, padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN - 12))
    ]
    if goal.archived:
        parts.append(
            in_margin(
                ft.Text(
                    say("Archived: it no longer stands on Home."),
                    style=theme.META,
                    color=ft.Colors.ON_SURFACE_VARIANT,
                )
            )
        )
    if is_coloring:
        parts.append(in_margin(_palette(session, goal, change)))
    return ft.Column(
        parts,
        spacing=4,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _menu(
    session: AppSession, goal: Goal, colors: Press, keep: Press, archive: Press, delete: Press
) -> Sequence[MenuItem]:
    say = session.words.say
    return [
        MenuItem(say("Colour"), colors, ft.Icons.PALETTE_OUTLINED),
        MenuItem(say("Save as template"), keep, ft.Icons.BOOKMARK_ADD_OUTLINED),
        MenuItem(
            say("Take out of the archive") if goal.archived else say("Archive"),
            archive,
            ft.Icons.UNARCHIVE_OUTLINED if goal.archived else ft.Icons.ARCHIVE_OUTLINED,
        ),
        MenuItem(say("Delete the goal"), delete, ft.Icons.DELETE_OUTLINE_ROUNDED, is_danger=True),
    ]


def _palette(session: AppSession, goal: Goal, change: OnFields) -> ft.Control:
    """The colours that a goal can have, each a disc to press."""

    def disc(color: GoalColor) -> ft.Control:
        async def choose(_: object) -> None:
            await change({"color": color})

        is_chosen = color == goal.color
        name = session.words.say(_COLOR_NAMES[color])
        return ft.Semantics(
            label=name,
            button=True,
            selected=is_chosen,
            container=True,
            content=ft.Container(
                ft.Container(
                    ft.Icon(ft.Icons.CHECK_ROUNDED, size=18, color=ft.Colors.SURFACE)
                    if is_chosen
                    else None,
                    width=32,
                    height=32,
                    shape=ft.BoxShape.CIRCLE,
                    bgcolor=theme.tint_of(color).line,
                    alignment=ft.Alignment.CENTER,
                ),
                width=theme.TOUCH,
                height=theme.TOUCH,
                alignment=ft.Alignment.CENTER,
                border_radius=theme.TOUCH / 2,
                ink=True,
                tooltip=ft.Tooltip(name, exclude_from_semantics=True),
                on_click=choose,
            ),
        )

    return ft.Row([disc(color) for color in GoalColor], spacing=0, wrap=True)
