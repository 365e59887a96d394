"""One task in full, edited in place: a page on phones, a pane beside the list where it fits.

Owns the screen's frame: head, scrolling middle, foot, its sheet and its keys. Everything is
saved as it is done; Undo is the safety net.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import flet as ft

from models.task import Task
from views import theme
from views.app.boundary import component, keyed
from views.app.keys import KeyAction, use_keys
from views.app.kit.basics import icon_button
from views.app.kit.chips import chip
from views.app.kit.notice_bar import NoticeBar
from views.app.kit.reminder_bar import ReminderBar
from views.app.kit.states import empty_state, show_reading
from views.app.motion import lasting
from views.app.query import Failed, use_query
from views.app.routes import Screen
from views.app.screens.task_compromise import CompromisePart
from views.app.screens.task_detail import Detail, moves_of, read_detail
from views.app.screens.task_edits import Choice, Edits
from views.app.screens.task_head import TitleLine, head_bar, parent_line
from views.app.screens.task_history import HistoryPart, moved_box
from views.app.screens.task_notes import LinkRow, NotesPart
from views.app.screens.task_rows import field_chips, field_rows
from views.app.screens.task_scope import ScopePart, Scoping, repeats
from views.app.screens.task_sheets import TaskSheet
from views.app.screens.task_standing import status_line
from views.app.screens.task_steps import StepsPart
from views.app.screens.task_time import timer_row
from views.app.session import AppSession
from views.text.fields import field_label


@component
def TaskScreen(session: AppSession, uid: str) -> ft.Control:
    """The screen at `/task/{uid}`; it fills the width it is given, up to a page's."""
    frame, _ = ft.use_state(session.frame)
    reading = use_query(session, lambda desk: read_detail(desk, uid), uid)

    def draw(detail: Detail | None) -> ft.Control:
        if detail is None:
            return _unknown(session, is_pane=frame.is_roomy)
        return keyed("task", _TaskBody, session, detail, frame.is_roomy)

    shown = show_reading(session, reading, draw, rows=5)
    if isinstance(reading, Failed):
        shown = _with_way_back(session, shown, is_pane=frame.is_roomy)
    if frame.is_roomy or frame.width <= theme.READING_WIDTH:
        return ft.Container(shown, expand=True)
    return ft.Container(shown, width=theme.READING_WIDTH)


@component
def _TaskBody(session: AppSession, detail: Detail, is_pane: bool) -> ft.Control:
    minute, _ = ft.use_state(session.minute)
    choice, choose = ft.use_state(Choice.NONE)
    focus, count_focus = ft.use_state(0)
    has_link, ask_link = ft.use_state(False)
    is_history_open, open_history = ft.use_state(False)
    scroller = ft.use_ref(ft.Ref[ft.Column]).current
    assert scroller is not None
    task, now = detail.task, minute.now
    scoping = ft.use_ref(lambda: Scoping(session)).current
    assert scoping is not None
    ft.use_effect(lambda: None, [], cleanup=scoping.end)
    edits = Edits(session, task.uid, scoping if repeats(task) else None)
    moves = moves_of(detail.history)

    async def delete() -> None:
        if repeats(task):
            choose(Choice.DELETE)
        else:
            await edits.delete(task.summary)

    def close_sheet() -> None:
        choose(Choice.NONE)

    def toggle_history(_: object) -> None:
        open_history(not is_history_open)

    async def show_history(_: object) -> None:
        open_history(True)
        # It can be scrolled to once the client has laid it out.
        await asyncio.sleep(theme.QUICK_MS / 1000)
        if scroller.current is not None:
            await scroller.current.scroll_to(offset=-1, duration=lasting(theme.CALM_MS))

    def add_link(_: object) -> None:
        ask_link(True)

    async def edit_title() -> None:
        count_focus(lambda count: count + 1)

    use_keys(session.keys, _keys(session, task, edits, edit_title, delete, is_pane=is_pane))
    more: tuple[ft.Control, ...] = ()
    if not task.url and not has_link:
        label = field_label(session.words, "url")
        quiet = ft.Colors.ON_SURFACE_VARIANT
        more = (chip(label, add_link, on_color=quiet, icon=ft.Icons.LINK_ROUNDED),)
    link = None
    if task.url or has_link:
        is_asked = not task.url
        link = keyed("link", LinkRow, session, task.url or "", edits, is_asked)
    timer = timer_row(session, detail, now, edits, choose)
    middle = [
        keyed("title", TitleLine, session, detail, edits, focus),
        status_line(session, detail, now),
        parent_line(session, detail, edits),
        *field_rows(session, detail, now, choose, timer),
        keyed("compromise", CompromisePart, session, detail),
        keyed("scope", ScopePart, session, scoping) if repeats(task) else None,
        link,
        field_chips(session, task, choose, *more) if task.deleted is None else None,
        ft.Container(height=8),
        keyed("steps", StepsPart, session, detail, edits, now),
        ft.Container(height=8),
        keyed("notes", NotesPart, session, task, edits),
        ft.Container(height=8),
        None if is_pane or moves is None else _boxed(moved_box(session, moves, now, show_history)),
        keyed("history", HistoryPart, session, detail, now, is_history_open, toggle_history),
        ft.Container(height=12),
    ]
    parts: list[ft.Control] = [
        head_bar(session, detail, edits, choose, show_history, delete, is_pane=is_pane),
        ft.Column(
            [part for part in middle if part is not None],
            ref=scroller,
            spacing=0,
            scroll=ft.ScrollMode.AUTO,
            expand=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
    ]
    if is_pane and moves is not None:
        parts.append(_boxed(moved_box(session, moves, now, show_history)))
    if not is_pane:
        # The shell's own notices stand under this page.
        for name, bar in (("reminder", ReminderBar), ("notices", NoticeBar)):
            shown = keyed(name, bar, session)
            parts.append(ft.Container(shown, padding=ft.Padding.symmetric(horizontal=12)))
    parts.append(_foot(session, task, edits))
    parts.append(keyed("sheet", TaskSheet, session, choice, detail, edits, close_sheet))
    return ft.Column(
        parts, spacing=0, expand=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )


def _boxed(box: ft.Control) -> ft.Control:
    return ft.Container(
        box, padding=ft.Padding.only(left=theme.PAGE_MARGIN, right=theme.PAGE_MARGIN, top=8)
    )


def _foot(session: AppSession, task: Task, edits: Edits) -> ft.Control:
    """What is done most: reschedule and done; reopen, or restore, where those are due."""
    say = session.words.say

    async def reschedule(_: object) -> None:
        await edits.ask_when()

    async def complete(_: object) -> None:
        await edits.check(task.uid, True)

    async def reopen(_: object) -> None:
        await edits.check(task.uid, False)

    async def restore(_: object) -> None:
        await edits.restore()

    buttons: list[ft.Control]
    if task.deleted is not None:
        icon = ft.Icons.RESTORE_FROM_TRASH_ROUNDED
        buttons = [ft.FilledButton(say("Restore"), icon=icon, on_click=restore)]
    elif not task.status.is_open:
        buttons = [ft.FilledTonalButton(say("Reopen"), on_click=reopen)]
    else:
        buttons = [
            ft.FilledTonalButton(say("Reschedule"), on_click=reschedule),
            ft.FilledButton(say("Done"), on_click=complete),
        ]
    foot: ft.Control = ft.Row([ft.Container(each, expand=True) for each in buttons], spacing=8)
    if session.frame.has_large_text:
        # Side by side their words would be broken.
        foot = ft.Column(
            list(reversed(buttons)),
            spacing=8,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    return ft.Container(
        foot,
        padding=ft.Padding.only(
            left=theme.PAGE_MARGIN, right=theme.PAGE_MARGIN, top=12, bottom=theme.PAGE_MARGIN
        ),
    )


def _unknown(session: AppSession, *, is_pane: bool) -> ft.Control:
    say = session.words.say

    async def leave(_: object) -> None:
        await session.close_task()

    state = empty_state(
        ft.Icons.SEARCH_OFF_ROUNDED,
        say("This task is not here"),
        say("The link may be old, or its making was undone."),
        action=say("Back to the list"),
        on_action=leave,
    )
    return _with_way_back(session, state, is_pane=is_pane)


def _with_way_back(session: AppSession, state: ft.Control, *, is_pane: bool) -> ft.Control:
    """What stands in place of a task, under the way back from it."""
    say = session.words.say

    async def leave(_: object) -> None:
        await session.close_task()

    back = icon_button(ft.Icons.ARROW_BACK_ROUNDED, say("Back"), leave)
    if is_pane:
        back = icon_button(ft.Icons.CLOSE_ROUNDED, say("Close"), leave)
    return ft.Column(
        [
            ft.Container(
                ft.Row(
                    [back],
                    alignment=ft.MainAxisAlignment.END if is_pane else ft.MainAxisAlignment.START,
                ),
                padding=ft.Padding.only(left=8, right=8, top=12 if is_pane else 4),
            ),
            ft.Container(state, alignment=ft.Alignment.CENTER, expand=True),
        ],
        spacing=0,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _keys(
    session: AppSession,
    task: Task,
    edits: Edits,
    edit_title: Callable[[], Awaitable[None]],
    delete: Callable[[], Awaitable[None]],
    *,
    is_pane: bool,
) -> dict[str, KeyAction]:
    """The task's keys. Beside a list they are the list's own, for the row that it is at."""
    say = session.words.say

    async def check() -> None:
        await edits.check(task.uid, task.status.is_open)

    keys = {"Escape": KeyAction(say("Close the task"), session.close_task)}
    if is_pane and session.here.behind.screen is Screen.TODO:
        return keys
    keys["E"] = KeyAction(say("Edit the title"), edit_title)
    if task.deleted is None:
        keys["Space"] = KeyAction(say("Complete or reopen"), check)
        keys["R"] = KeyAction(say("Reschedule"), edits.ask_when)
        keys["Delete"] = KeyAction(say("Move to the trash"), delete)
    return keys
