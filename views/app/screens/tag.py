"""One tag: the tasks that have it, open ones first."""

from __future__ import annotations

import flet as ft

from models.query.printer import printed
from models.query.tree import Named, NameField
from services import search
from services.search import Found
from services.workspace import Workspace
from views import theme
from views.app import routes
from views.app.boundary import component, keyed
from views.app.kit.basics import icon_button, in_margin, page_title, under_head
from views.app.kit.chips import count_label
from views.app.kit.first_rows import use_first_rows
from views.app.kit.lingering import use_lingering
from views.app.kit.row_face import face_of
from views.app.kit.states import empty_state, show_reading
from views.app.kit.task_row import TaskRow
from views.app.overlays import AddTask
from views.app.query import use_query
from views.app.screens.tags import TagGestures, tag_menu
from views.app.session import AppSession
from views.app.task_gestures import use_task_gestures

_PAGE = search.PAGE_SIZE


@component
def TagScreen(session: AppSession, name: str) -> ft.Control:
    """The screen at `/tags/{name}`."""
    say = session.words.say
    many, show_many = ft.use_state(_PAGE)
    gestures = ft.use_ref(lambda: TagGestures(session)).current
    assert gestures is not None

    def read(desk: Workspace) -> Found:
        return search.search(desk, printed(Named(NameField.TAG, name)), limit=many)

    reading = use_query(session, read, name, many)

    async def back(_: object) -> None:
        await session.go(routes.TAGS)

    async def more() -> None:
        show_many(many + _PAGE)

    async def scrolled(event: ft.OnScrollEvent) -> None:
        if event.extent_after < 1200:
            await more()

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
        return ft.ListView(
            [keyed("rows", _Rows, session, found)],
            expand=True,
            on_scroll=scrolled if found.cursor is not None else None,
            scroll_interval=80,
        )

    head = ft.Row(
        [
            icon_button(ft.Icons.ARROW_BACK_ROUNDED, say("All tags"), back),
            ft.Container(page_title(f"#{name}"), expand=True),
            icon_button(ft.Icons.ADD_ROUNDED, say("New task with this tag"), add),
            tag_menu(session, gestures, name),
        ],
        spacing=0,
    )
    return under_head(head, show_reading(session, reading, draw))


@component
def _Rows(session: AppSession, found: Found) -> ft.Control:
    ft.use_state(session.minute)
    gestures = use_task_gestures(session)
    seen = use_lingering(session, found.lines)
    at_once = use_first_rows(session)
    count = session.words.count(
        "{count} task", "{count} tasks", found.count, count=count_label(found.count)
    )
    note = ft.Text(count, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT)
    rows: list[ft.Control] = [
        keyed(
            each.line.uid,
            TaskRow,
            face_of(each.line, session.dates, session.minute.now),
            session.words,
            gestures.open,
            gestures.check,
            gestures.put_off,
            is_folding=each.is_folding,
            on_menu=gestures.menu,
        )
        for each in seen[:at_once]
    ]
    return ft.Column(
        [in_margin(note), *rows, ft.Container(height=64)],
        spacing=0,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
