"""The top of the task screen: its goal, pin and menu, then check, title and how things stand.

Owns how they look. Must know no service: what is done goes through `Edits`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from models.goal import GoalColor
from views import theme
from views.app.boundary import component, keyed
from views.app.kit.basics import MenuItem, Press, icon_button, line_padding, menu_button
from views.app.kit.check import check_ring
from views.app.kit.field import InlineField
from views.app.screens.task_detail import Detail
from views.app.screens.task_edits import Choice, Edits
from views.app.session import AppSession
from views.text.fields import field_label
from views.text.words import sentence

#: Where every line's words begin, beside its icon or ring.
INDENT = 52


def head_bar(
    session: AppSession,
    detail: Detail,
    edits: Edits,
    choose: Callable[[Choice], None],
    show_history: Press,
    delete: Callable[[], Awaitable[None]],
    *,
    is_pane: bool,
) -> ft.Control:
    """The way back, the goal, pin and menu."""
    say = session.words.say
    task = detail.task

    async def leave(_: object) -> None:
        await session.close_task()

    async def pin(_: object) -> None:
        await edits.edit(pinned=not task.pinned)

    async def duplicate(_: object) -> None:
        await edits.duplicate(task.summary)

    async def skip(_: object) -> None:
        await edits.skip(task.summary)

    async def delete_it(_: object) -> None:
        await delete()

    async def delete_for_good(_: object) -> None:
        await edits.delete_for_good(task.summary)

    def menu_toggled(is_open: bool) -> None:
        # Escape then closes the menu, not the task.
        if is_open:
            session.keys.hold(("menu", task.uid))
        else:
            session.keys.release(("menu", task.uid))

    def ask_parent(_: object) -> None:
        edits.ask_parent(task.summary)

    async def leave_parent(_: object) -> None:
        await edits.leave_parent(task.summary)

    async def compromise(_: object) -> None:
        await edits.compromise()

    async def lock(_: object) -> None:
        await edits.lock(task.uid, not task.is_locked)

    items = [MenuItem(say("Show history"), show_history, ft.Icons.HISTORY_ROUNDED)]
    if edits.scoping is not None:
        items.append(MenuItem(say("Skip this one"), skip, ft.Icons.SKIP_NEXT_ROUNDED))
    if task.is_open and task.due is not None:
        label = say("Compromise on the deadline…")
        items.insert(0, MenuItem(label, compromise, ft.Icons.HANDSHAKE_OUTLINED))
    if task.is_open and task.parent is not None:
        label = say("Unlock its time") if task.is_locked else say("Lock its time")
        icon = ft.Icons.LOCK_OPEN_ROUNDED if task.is_locked else ft.Icons.LOCK_OUTLINE_ROUNDED
        items.append(MenuItem(label, lock, icon))
    if task.deleted is None:
        under = ft.Icons.SUBDIRECTORY_ARROW_RIGHT_ROUNDED
        items.append(MenuItem(say("Move under…"), ask_parent, under))
        if task.parent is not None:
            out = ft.Icons.TURN_LEFT_ROUNDED
            items.append(MenuItem(say("Make it a task of its own"), leave_parent, out))
        items += [
            MenuItem(say("Duplicate"), duplicate, ft.Icons.CONTENT_COPY_ROUNDED),
            MenuItem(say("Delete"), delete_it, ft.Icons.DELETE_OUTLINE_ROUNDED, is_danger=True),
        ]
    else:
        icon = ft.Icons.DELETE_FOREVER_ROUNDED
        items.append(MenuItem(say("Delete for good"), delete_for_good, icon, is_danger=True))
    parts: list[ft.Control] = [
        ft.Container(_goal_chip(session, detail, choose), expand=True),
        icon_button(
            ft.Icons.PUSH_PIN_ROUNDED if task.pinned else ft.Icons.PUSH_PIN_OUTLINED,
            say("Pinned") if task.pinned else say("Pin"),
            pin,
            color=ft.Colors.PRIMARY if task.pinned else ft.Colors.ON_SURFACE,
            is_selected=task.pinned,
        ),
        menu_button(say("More"), items, on_toggle=menu_toggled),
    ]
    if is_pane:
        parts.append(icon_button(ft.Icons.CLOSE_ROUNDED, say("Close"), leave))
    else:
        parts.insert(0, icon_button(ft.Icons.ARROW_BACK_ROUNDED, say("Back"), leave))
    return ft.Container(
        ft.Row(parts, spacing=0),
        padding=ft.Padding.only(
            left=theme.PAGE_MARGIN if is_pane else 8, right=8, top=12 if is_pane else 4
        ),
    )


def _goal_chip(session: AppSession, detail: Detail, choose: Callable[[Choice], None]) -> ft.Control:
    name, color = detail.line.goal_name, detail.line.goal_color
    words = session.words

    async def pressed(_: object) -> None:
        choose(Choice.GOAL)

    tint = theme.tint_of(color)
    fill, ink, side = tint.container, tint.on_container, tint.container
    if not name:
        fill, ink, side = ft.Colors.TRANSPARENT, ft.Colors.ON_SURFACE, ft.Colors.OUTLINE_VARIANT
    elif color in (None, GoalColor.PRIMARY):
        fill, ink = ft.Colors.PRIMARY_CONTAINER, ft.Colors.ON_PRIMARY_CONTAINER
        side = fill
    goal = field_label(words, "goal")
    label = ft.Text(
        name or words.say("Choose a goal"),
        style=theme.LABEL,
        color=ink,
        max_lines=1,
        overflow=ft.TextOverflow.ELLIPSIS,
    )
    parts: list[ft.Control] = [ft.Container(label, expand=True, expand_loose=True)]
    if not name:
        parts.insert(0, ft.Icon(ft.Icons.FLAG_OUTLINED, size=17, color=ink))
    box = ft.Container(
        ft.Row(parts, spacing=6, tight=True),
        padding=ft.Padding.symmetric(horizontal=12, vertical=line_padding(theme.LABEL, 32)),
        bgcolor=fill,
        border=ft.Border.all(1, side),
        border_radius=theme.RADIUS_CHIP,
    )
    press = ft.Container(
        ft.Semantics(exclude_semantics=True, content=box),
        padding=ft.Padding.symmetric(vertical=8),
        border_radius=theme.RADIUS_CHIP,
        ink=True,
        on_click=pressed,
    )
    named = ft.MergeSemantics(
        ft.Semantics(
            label=f"{goal}: {name}" if name else words.say("Choose a goal"),
            button=True,
            content=press,
        ),
        expand=True,
        expand_loose=True,
    )
    return ft.Row([named], spacing=0)


@component
def TitleLine(session: AppSession, detail: Detail, edits: Edits, focus: int) -> ft.Control:
    """The check and the title, which is edited where it stands.

    Args:
        focus: grows when the title is to take the focus.
    """
    refusals, count_refusal = ft.use_state(0)
    task = detail.task
    is_done = not task.status.is_open

    async def checked(_: object) -> None:
        await edits.check(task.uid, not is_done)

    async def named(text: str) -> None:
        if not await edits.rename(task.uid, text):
            # The title that holds comes back; why is told at the foot of the screen.
            count_refusal(lambda count: count + 1)

    title = keyed(
        f"title-{focus}-{refusals}",
        InlineField,
        session,
        field_label(session.words, "summary"),
        task.summary,
        named,
        style=theme.type_style(
            20,
            700,
            height=1.25,
            spacing=-0.1,
            color=ft.Colors.ON_SURFACE_VARIANT if is_done else ft.Colors.ON_SURFACE,
            is_struck=is_done,
        ),
        is_bare=True,
        wraps=True,
        has_focus=focus > 0 and refusals == 0,
    )
    ring = check_ring(task.summary, is_done, task.priority, checked, size=24)
    return ft.Stack(
        [
            # The ring's square reaches over the field's own padding.
            ft.Container(title, padding=ft.Padding.only(left=INDENT - 12, right=8)),
            ft.Container(ring, left=INDENT - 44, top=0),
        ],
        fit=ft.StackFit.PASS_THROUGH,
    )


def parent_line(session: AppSession, detail: Detail, edits: Edits) -> ft.Control | None:
    """The task that this is a step of: tap shows it. None for a task of its own."""
    parent, summary = detail.line.parent, detail.line.parent_summary
    if not parent or not summary:
        return None

    async def opened(_: object) -> None:
        await edits.open(parent)

    label = sentence(session.words.say("a step of “{title}”", title=summary))
    return ft.MergeSemantics(
        ft.Semantics(
            button=True,
            content=ft.Container(
                ft.Row(
                    [
                        ft.Icon(
                            ft.Icons.SUBDIRECTORY_ARROW_RIGHT_ROUNDED,
                            size=18,
                            color=ft.Colors.PRIMARY,
                        ),
                        ft.Text(
                            label,
                            style=theme.LABEL,
                            color=ft.Colors.PRIMARY,
                            max_lines=1,
                            overflow=ft.TextOverflow.ELLIPSIS,
                            expand=True,
                        ),
                    ],
                    spacing=8,
                ),
                height=theme.TOUCH,
                padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN + 4),
                ink=True,
                on_click=opened,
            ),
        )
    )
