"""One tag: the tasks that have it, open ones first."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from models.query.printer import printed
from models.query.tree import Named, NameField
from services import search
from services.search import Found
from services.workspace import Workspace
from views import theme
from views.app import routes
from views.app.boundary import component, keyed
from views.app.kit.basics import MenuItem, icon_button, in_margin, page_title, under_head
from views.app.kit.chips import count_label
from views.app.kit.first_rows import use_first_rows
from views.app.kit.lingering import use_lingering
from views.app.kit.states import empty_state, show_reading
from views.app.overlays import AddTask
from views.app.query import use_held, use_query
from views.app.screens.list_gestures import use_list
from views.app.screens.list_keys import use_walk
from views.app.screens.list_memory import use_scrolled
from views.app.screens.list_picking import picking_bar
from views.app.screens.list_rows import row_list, task_rows
from views.app.screens.tags import TagGestures, tag_menu
from views.app.session import AppSession

_PAGE = search.PAGE_SIZE
#: More is read when fewer than this many pixels are left below the screen.
_AHEAD = 1200


def _list_key(name: str) -> str:
    return f"tag:{name}"


@component
def TagScreen(session: AppSession, name: str) -> ft.Control:
    """The screen at `/tags/{name}`."""
    say = session.words.say
    many, show_many = ft.use_state(_PAGE)

    def read(desk: Workspace) -> Found:
        return search.search(desk, printed(Named(NameField.TAG, name)), limit=many)

    reading = use_held(use_query(session, read, name, many))

    async def more() -> None:
        show_many(many + _PAGE)

    async def add(_: object) -> None:
        session.overlay.open(AddTask({"categories": (name,)}))

    def draw(found: Found) -> ft.Control:
        if not found.lines:
            return empty_state(
                ft.Icons.SELL_OUTLINED,
                say("No task has this tag"),
                say("Add one, or look at the other tags."),
                action=say("Add a task"),
                on_action=add,
            )
        return keyed("rows", _Rows, session, name, found, more)

    head = keyed("head", _Head, session, name, add)
    return under_head(head, show_reading(session, reading, draw))


@component
def _Head(
    session: AppSession, name: str, on_add: Callable[[object], Awaitable[None]]
) -> ft.Control:
    """The tag's name and what can be done with it; while tasks are selected, with those."""
    say = session.words.say
    memory, gestures = use_list(session, _list_key(name))
    tagging = ft.use_ref(lambda: TagGestures(session)).current
    assert tagging is not None

    async def back(_: object) -> None:
        await session.go(routes.TAGS)

    if memory.picked is not None:
        return picking_bar(session, gestures, memory.picked)
    icon = ft.Icons.CHECKLIST_RTL_ROUNDED
    select = MenuItem(say("Select several"), gestures.start_picking, icon)
    head = ft.Row(
        [
            icon_button(ft.Icons.ARROW_BACK_ROUNDED, say("All tags"), back),
            ft.Container(page_title(f"#{name}"), expand=True),
            icon_button(ft.Icons.ADD_ROUNDED, say("New task with this tag"), on_add),
            tag_menu(session, tagging, name, select),
        ],
        spacing=0,
    )
    # As high as the bar that takes its place while several are selected.
    return ft.Container(head, padding=ft.Padding.symmetric(vertical=2))


@component
def _Rows(
    session: AppSession, name: str, found: Found, on_more: Callable[[], Awaitable[None]]
) -> ft.Control:
    ft.use_state(session.minute)
    key = _list_key(name)
    memory, gestures = use_list(session, key)
    view, scrolled = use_scrolled(session, key)
    seen = use_lingering(session, found.lines)
    at_once = use_first_rows(session)
    walked = [each.line for each in seen if not each.is_leaving]
    at = use_walk(
        session,
        memory,
        gestures,
        key,
        walked,
        view,
        is_by_hand=False,
    )

    async def on_scroll(event: ft.OnScrollEvent) -> None:
        scrolled(event)
        if found.cursor is not None and event.extent_after < _AHEAD:
            await on_more()

    count = session.words.count(
        "{count} task", "{count} tasks", found.count, count=count_label(found.count)
    )
    note = ft.Text(count, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT)
    rows = task_rows(
        session,
        memory,
        gestures,
        tuple(each.line for each in seen[:at_once]),
        frozenset(each.line.uid for each in seen if each.is_folding),
        at=at,
        has_day=True,
    )
    body = [in_margin(note), *rows, ft.Container(height=64)]
    return row_list(session, memory, gestures, body, view, on_scroll)
