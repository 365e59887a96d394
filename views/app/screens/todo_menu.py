"""The head of the To-do screen: title and menu, or what is done with several selected tasks."""

from __future__ import annotations

import flet as ft

from models.lists import ListName
from views import theme
from views.app import routes
from views.app.boundary import keyed
from views.app.kit.basics import MenuItem, Press, icon_button, menu_button, page_title
from views.app.screens.todo_gestures import TodoGestures
from views.app.screens.todo_memory import TodoMemory
from views.app.screens.todo_names import list_label
from views.app.screens.todo_trash import kept_note, trash_menu
from views.app.screens.todo_view import GroupBy, SortBy, View
from views.app.search_button import SearchButton
from views.app.session import AppSession

#: Lists that stand apart: reached by the menu, not by a chip.
APART = (ListName.DONE, ListName.TRASH)


def head(session: AppSession, memory: TodoMemory, name: ListName) -> ft.Control:
    """Title and menu; of Done and Trash, the way back."""
    say = session.words.say
    if name not in APART:
        return _bar(
            page_title(say("To-do")),
            keyed("search", SearchButton, session),
            menu_button(say("View and lists"), _items(session, memory), icon=ft.Icons.TUNE_ROUNDED),
        )

    async def back(_: object) -> None:
        await session.go(routes.todo_route())

    bar = _bar(
        page_title(list_label(session.words, name)),
        icon_button(ft.Icons.ARROW_BACK_ROUNDED, say("Back to the lists"), back),
        is_first=True,
    )
    if name is not ListName.TRASH:
        return bar
    note = ft.Container(kept_note(session.words), padding=ft.Padding.only(left=52, bottom=8))
    with_menu = ft.Row([ft.Container(bar, expand=True), trash_menu(session)], spacing=0)
    return ft.Column([with_menu, note], spacing=0, tight=True)


def picking_bar(session: AppSession, gestures: TodoGestures, picked: frozenset[str]) -> ft.Control:
    """How many are selected, and what can be done with them."""
    words, say = session.words, session.words.say
    uids = sorted(picked)

    async def stop(_: object) -> None:
        gestures.stop_picking()

    async def complete(_: object) -> None:
        await gestures.complete_picked(uids)

    async def move(_: object) -> None:
        await gestures.move_picked(uids)

    async def delete(_: object) -> None:
        await gestures.delete_picked(uids)

    title = (
        words.count("{count} selected", "{count} selected", len(uids))
        if uids
        else say("Select tasks")
    )
    actions: list[ft.Control] = [
        icon_button(ft.Icons.CHECK_CIRCLE_OUTLINE_ROUNDED, say("Complete"), complete),
        icon_button(ft.Icons.UPDATE_ROUNDED, say("Reschedule"), move),
        icon_button(
            ft.Icons.DELETE_OUTLINE_ROUNDED, say("Move to the trash"), delete, color=theme.MISSED
        ),
    ]
    return ft.Container(
        ft.Row(
            [
                icon_button(ft.Icons.CLOSE_ROUNDED, say("Stop selecting"), stop),
                ft.Semantics(
                    live_region=True,
                    container=True,
                    expand=True,
                    content=ft.Text(title, style=theme.SECTION),
                ),
                *(actions if uids else []),
            ],
            spacing=0,
        ),
        bgcolor=ft.Colors.SECONDARY_CONTAINER,
        border_radius=theme.RADIUS_BANNER,
        height=52,
        padding=ft.Padding.symmetric(horizontal=2, vertical=2),
    )


def _bar(title: ft.Control, *buttons: ft.Control, is_first: bool = False) -> ft.Control:
    room = ft.Container(title, expand=True)
    return ft.Row([*buttons, room] if is_first else [room, *buttons], spacing=4, height=52)


def _items(session: AppSession, memory: TodoMemory) -> list[MenuItem]:
    say, view = session.words.say, memory.view

    def choose(chosen: View) -> Press:
        async def chose(_: object) -> None:
            memory.view = chosen

        return chose

    def go(name: ListName) -> Press:
        async def went(_: object) -> None:
            await session.go(routes.todo_route(name))

        return went

    async def select(_: object) -> None:
        memory.picked = frozenset()

    sorts = ((SortBy.TIME, say("Sort by time")), (SortBy.PRIORITY, say("Sort by priority")))
    groups = (
        (GroupBy.DAY, say("Group by day")),
        (GroupBy.GOAL, say("Group by goal")),
        (GroupBy.PRIORITY, say("Group by priority")),
    )
    return [
        *(
            MenuItem(label, choose(View(sort, view.group)), is_checked=sort is view.sort)
            for sort, label in sorts
        ),
        *(
            MenuItem(
                label,
                choose(View(view.sort, group)),
                is_checked=group is view.group,
                has_rule=group is GroupBy.DAY,
            )
            for group, label in groups
        ),
        MenuItem(say("Select several"), select, icon=ft.Icons.CHECKLIST_RTL_ROUNDED, has_rule=True),
        MenuItem(say("Done list"), go(ListName.DONE), icon=ft.Icons.TASK_ALT_ROUNDED),
        MenuItem(say("Trash"), go(ListName.TRASH), icon=ft.Icons.DELETE_OUTLINE_ROUNDED),
    ]
