"""The head of a goal's page: its name, edited in place, and what can be done with the goal."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

import flet as ft

from models.goal import Goal, GoalFields
from services import goals, templates
from views import theme
from views.app import routes
from views.app.boundary import component, keyed, memoised
from views.app.kit.basics import MenuItem, Press, icon_button, in_margin, menu_button
from views.app.kit.field import InlineField
from views.app.overlays import DeleteGoal, GoalForm
from views.app.session import AppSession
from views.text.actions import action_text

OnFields = Callable[[GoalFields], Awaitable[None]]


@component
def _GoalHead(session: AppSession, goal: Goal) -> ft.Control:
    """Back, name, pin and menu; under them its category and what it is for."""
    say = session.words.say

    async def change(fields: GoalFields) -> None:
        await session.act(goals.edit_goal, goal.uid, fields)

    async def rename(name: str) -> None:
        await change({"name": name})

    async def pin(_: object) -> None:
        await change({"pinned": not goal.pinned})

    async def archive(_: object) -> None:
        action, service = (
            ("goal.unarchive", goals.unarchive_goal)
            if goal.archived
            else ("goal.archive", goals.archive_goal)
        )
        if await session.act(service, goal.uid) is not None:
            session.say(action_text(session.words, action, goal.name), has_undo=True)

    async def delete(_: object) -> None:
        session.overlay.open(DeleteGoal(goal.uid, goal.name))

    async def keep(_: object) -> None:
        saved = await session.act(templates.save_goal_as_template, goal.uid)
        if saved is not None:
            session.say(action_text(session.words, "template.save", saved.name), has_undo=True)

    async def edit(_: object) -> None:
        session.overlay.open(GoalForm(goal.uid))

    async def back(_: object) -> None:
        await session.go(routes.GOALS)

    name = ft.Container(
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
    )
    start: list[ft.Control] = [
        icon_button(ft.Icons.ARROW_BACK_ROUNDED, say("All goals"), back),
        ft.Container(
            ft.Icon(theme.goal_icon(goal.icon), size=24, color=theme.tint_of(goal.color).line),
            padding=ft.Padding.only(right=4),
        ),
    ]
    end: list[ft.Control] = [
        icon_button(
            ft.Icons.PUSH_PIN_ROUNDED if goal.pinned else ft.Icons.PUSH_PIN_OUTLINED,
            say("Unpin from Home") if goal.pinned else say("Pin to Home"),
            pin,
            color=ft.Colors.PRIMARY if goal.pinned else ft.Colors.ON_SURFACE,
            is_selected=goal.pinned,
        ),
        menu_button(say("More about this goal"), _menu(session, goal, edit, keep, archive, delete)),
    ]
    row: ft.Control = ft.Row([*start, name, *end], spacing=0)
    if session.frame.has_large_text:
        buttons = ft.Row([*start, ft.Container(expand=True), *end], spacing=0)
        row = ft.Column([buttons, ft.Row([name])], spacing=0, tight=True)
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
    if goal.category or goal.description:
        parts.append(in_margin(_told(goal)))
    return ft.Column(
        parts,
        spacing=4,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


#: Its name may be being typed while the rows beneath change.
GoalHead = memoised(_GoalHead)


def _told(goal: Goal) -> ft.Control:
    """Its category, and what it is for."""
    quiet = ft.Colors.ON_SURFACE_VARIANT
    lines: list[ft.Control] = []
    if goal.category:
        lines.append(ft.Text(goal.category, style=theme.META_STRONG, color=quiet))
    if goal.description:
        lines.append(ft.Text(goal.description, style=theme.BODY, color=quiet))
    return ft.Column(lines, spacing=2, tight=True)


def _menu(
    session: AppSession, goal: Goal, edit: Press, keep: Press, archive: Press, delete: Press
) -> Sequence[MenuItem]:
    say = session.words.say
    return [
        MenuItem(say("Edit the goal"), edit, ft.Icons.EDIT_OUTLINED),
        MenuItem(say("Save as template"), keep, ft.Icons.BOOKMARK_ADD_OUTLINED),
        MenuItem(
            say("Take out of the archive") if goal.archived else say("Archive"),
            archive,
            ft.Icons.UNARCHIVE_OUTLINED if goal.archived else ft.Icons.ARCHIVE_OUTLINED,
        ),
        MenuItem(say("Delete the goal"), delete, ft.Icons.DELETE_OUTLINE_ROUNDED, is_danger=True),
    ]
