"""The head of the To-do screen: its title, and the menu of how its lists are laid out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import flet as ft

from models.list_view import GroupBy, SortBy, View
from models.lists import ListName
from services.settings import choose_view, view_of_list
from views.app import routes
from views.app.boundary import keyed
from views.app.kit.basics import MenuItem, Press, icon_button, menu_button, page_title
from views.app.screens.list_memory import ListMemory
from views.app.screens.todo_names import APART, list_label
from views.app.screens.todo_trash import kept_note, trash_menu
from views.app.search_button import SearchButton
from views.app.session import AppSession


def head(session: AppSession, memory: ListMemory, name: ListName, key: str) -> ft.Control:
    """Title and menu; of Done and Trash, the way back. `key` is what the rows' view is kept by."""
    say = session.words.say
    if name not in APART:
        return _bar(
            page_title(say("To-do")),
            keyed("search", SearchButton, session),
            menu_button(
                say("View and lists"), _items(session, memory, key), icon=ft.Icons.TUNE_ROUNDED
            ),
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
    with_menu = ft.Row([ft.Container(bar, expand=True), trash_menu(session, memory)], spacing=0)
    return ft.Column([with_menu, note], spacing=0, tight=True)


def _bar(title: ft.Control, *buttons: ft.Control, is_first: bool = False) -> ft.Control:
    room = ft.Container(title, expand=True)
    row = ft.Row([*buttons, room] if is_first else [room, *buttons], spacing=4)
    # As high as the bar that takes its place while several are selected.
    return ft.Container(row, padding=ft.Padding.symmetric(vertical=2))


def view_items(
    session: AppSession, view: View, choose: Callable[[View], Press], first: GroupBy
) -> list[MenuItem]:
    """What a list can be sorted and grouped by; `first` is the grouping that stands first."""
    say = session.words.say
    sorts = {
        SortBy.TIME: say("Sort by time"),
        SortBy.PRIORITY: say("Sort by priority"),
        SortBy.MANUAL: say("Sort by hand"),
    }
    groups = {
        GroupBy.DAY: say("Group by day"),
        GroupBy.GOAL: say("Group by goal"),
        GroupBy.PRIORITY: say("Group by priority"),
        GroupBy.TAG: say("Group by tag"),
        GroupBy.NONE: say("No groups"),
    }
    if first is GroupBy.NONE:
        groups = {GroupBy.NONE: groups.pop(GroupBy.NONE), **groups}
        del groups[GroupBy.GOAL]
    return [
        *(
            MenuItem(label, choose(replace(view, sort=sort)), is_checked=sort is view.sort)
            for sort, label in sorts.items()
        ),
        *(
            MenuItem(
                label,
                choose(replace(view, group=group)),
                is_checked=group is view.group,
                has_rule=group is first,
            )
            for group, label in groups.items()
        ),
    ]


def several_item(session: AppSession, on_select: Press) -> MenuItem:
    """The line that begins a selection, under a rule."""
    label, icon = session.words.say("Select several"), ft.Icons.CHECKLIST_RTL_ROUNDED
    return MenuItem(label, on_select, icon, has_rule=True)


def _items(session: AppSession, memory: ListMemory, key: str) -> list[MenuItem]:
    say, view = session.words.say, view_of_list(session.settings, key)

    def choose(chosen: View) -> Press:
        async def chose(_: object) -> None:
            await session.act(choose_view, key, chosen)

        return chose

    def go(route: str) -> Press:
        async def went(_: object) -> None:
            await session.go(route)

        return went

    async def select(_: object) -> None:
        memory.picked = frozenset()

    done, trash = routes.todo_route(ListName.DONE), routes.todo_route(ListName.TRASH)
    return [
        *view_items(session, view, choose, GroupBy.DAY),
        several_item(session, select),
        MenuItem(say("Tags"), go(routes.TAGS), icon=ft.Icons.SELL_OUTLINED),
        MenuItem(say("Done list"), go(done), icon=ft.Icons.TASK_ALT_ROUNDED),
        MenuItem(
            say("Trash"),
            go(trash),
            icon=ft.Icons.DELETE_OUTLINE_ROUNDED,
        ),
    ]
