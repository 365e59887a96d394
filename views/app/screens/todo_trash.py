"""The trash of the To-do screen: how long it keeps what is in it, restoring all, emptying it."""

from __future__ import annotations

from datetime import datetime

import flet as ft

from models.task import TaskLine
from models.trash import KEPT, days_left
from services import trash
from services.workspace import Workspace
from views import theme
from views.app.boundary import component, keyed, memoised
from views.app.kit.basics import MenuItem, icon_button, marked, menu_button
from views.app.kit.check import pick_box
from views.app.kit.drawn_height import OnHeight, drawn_height
from views.app.kit.sheet import SheetOver
from views.app.kit.task_row import OnTask
from views.app.overlays import EmptyTrash
from views.app.query import Loaded, use_query
from views.app.screens.list_gestures import ListGestures
from views.app.screens.list_memory import ListMemory
from views.app.session import AppSession
from views.text import Dates, Words
from views.text.actions import action_text
from views.text.trash_words import emptying_text, expiry_text

MARGIN = theme.PAGE_MARGIN


def kept_note(words: Words) -> ft.Control:
    """How long the trash keeps things."""
    text = words.count("Kept for {count} day", "Kept for {count} days", KEPT.days)
    return ft.Text(text, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT)


def trash_menu(session: AppSession, memory: ListMemory) -> ft.Control:
    """What can be done with all of the trash."""
    say = session.words.say

    async def restore(_: object) -> None:
        count = await session.act(trash.restore_all)
        if count:
            session.say(action_text(session.words, "restore", count=count), has_undo=True)

    async def empty(_: object) -> None:
        session.overlay.open(EmptyTrash())

    async def select(_: object) -> None:
        memory.picked = frozenset()

    return menu_button(
        say("More about the trash"),
        [
            MenuItem(say("Select several"), select, ft.Icons.CHECKLIST_RTL_ROUNDED),
            MenuItem(say("Restore all"), restore, ft.Icons.RESTORE_FROM_TRASH_ROUNDED),
            MenuItem(
                say("Empty the trash"), empty, ft.Icons.DELETE_FOREVER_ROUNDED, is_danger=True
            ),
        ],
    )


@component
def EmptyTrashSheet(session: AppSession) -> ft.Control:
    """Asks whether to empty the trash, and says how many tasks that concerns."""
    words, say = session.words, session.words.say
    reading = use_query(session, _count)
    count = reading.value if isinstance(reading, Loaded) else 0

    async def emptied(_: object) -> None:
        session.overlay.close()
        gone = await session.act(trash.empty)
        if gone:
            session.say(action_text(words, "empty-trash", count=gone), has_undo=True)

    async def kept(_: object) -> None:
        session.overlay.close()

    text = emptying_text(words, count) if count else say("The trash is empty")
    foot = ft.Row(
        [
            ft.TextButton(say("Cancel"), on_click=kept),
            ft.FilledButton(
                say("Delete for good"),
                disabled=not count,
                expand=True,
                bgcolor=ft.Colors.ERROR if count else None,
                color=ft.Colors.ON_ERROR if count else None,
                on_click=emptied,
            ),
        ],
        spacing=8,
    )
    content = ft.Text(text, style=theme.BODY)
    return SheetOver(session, say("Empty the trash"), content, session.overlay.close, foot=foot)


def _count(desk: Workspace) -> int:
    return trash.count(desk)


@component
def _TrashRow(
    uid: str,
    title: str,
    is_done: bool,
    meta: str,
    words: Words,
    on_open: OnTask,
    on_back: OnTask,
    on_hold: OnTask,
    is_selected: bool = False,
    is_picked: bool | None = None,
    on_height: OnHeight | None = None,
) -> ft.Control:
    """A task in the trash: what it was, when it went, and the way back.

    Args:
        is_picked: as of `TaskRow`; then a tap picks it or lets it go.
        on_height: as of `TaskRow`.
    """

    async def opened(_: object) -> None:
        await on_open(uid)

    async def restored(_: object) -> None:
        await on_back(uid)

    async def held(_: object) -> None:
        await on_hold(uid)

    line = theme.CURSOR if is_selected else 0
    body = ft.Semantics(
        button=True,
        container=True,
        expand=True,
        selected=is_selected or None,
        content=ft.Container(
            ft.Column(
                [
                    ft.Text(
                        title,
                        style=theme.type_style(15, 600, is_struck=is_done),
                        max_lines=2,
                        overflow=ft.TextOverflow.ELLIPSIS,
                    ),
                    ft.Text(meta, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT),
                ],
                spacing=3,
                tight=True,
            ),
            padding=ft.Padding.only(
                left=MARGIN - line if is_picked is None else 0, top=10, bottom=10, right=8
            ),
            ink=True,
            on_click=opened,
            on_long_press=held,
        ),
    )
    parts: list[ft.Control] = [body]
    if is_picked is None:
        label = words.say("Restore {title}", title=title)
        icon = ft.Icons.RESTORE_FROM_TRASH_ROUNDED
        parts.append(icon_button(icon, label, restored, color=ft.Colors.PRIMARY))
    else:
        parts.insert(0, pick_box(title, is_picked, opened))
    return ft.Container(
        ft.Row(parts, spacing=4),
        padding=ft.Padding.only(left=MARGIN - 13 - line if is_picked is not None else 0, right=8),
        border=marked(line),
        bgcolor=ft.Colors.SURFACE_CONTAINER if is_selected else None,
        on_size_change=drawn_height(uid, on_height),
    )


TrashRow = memoised(_TrashRow)


def trash_rows(
    session: AppSession,
    memory: ListMemory,
    gestures: ListGestures,
    lines: tuple[TaskLine, ...],
    *,
    at: str,
) -> list[ft.Control]:
    """Rows of the trash, each with the way back."""
    dates, now, picked = session.dates, session.minute.now, memory.picked
    return [
        keyed(
            line.uid,
            TrashRow,
            line.uid,
            line.summary,
            line.is_done,
            _told(line, dates, now),
            session.words,
            gestures.open if picked is None else gestures.pick,
            gestures.restore,
            gestures.begin_picking,
            is_selected=line.uid == at,
            is_picked=line.uid in picked if picked is not None else None,
            on_height=memory.heights.told if session.frame.is_wide else None,
        )
        for line in lines
    ]


def _told(line: TaskLine, dates: Dates, now: datetime) -> str:
    """When it was deleted, how long it is still kept, and its goal."""
    parts = [line.goal_name or ""]
    if line.deleted is not None:
        when = dates.words.say("deleted {when}", when=dates.ago(line.deleted, now))
        parts[:0] = [when, expiry_text(dates.words, days_left(line.deleted, now))]
    return " · ".join(filter(None, parts))
