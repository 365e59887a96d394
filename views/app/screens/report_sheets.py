"""The sheets of the report: the tasks behind a number, and the first and last day."""

from __future__ import annotations

from datetime import date
from typing import cast

import flet as ft

from models.task import TaskLine
from services import reports
from services.reports import LONGEST
from services.workspace import Workspace
from views import theme
from views.app import routes
from views.app.boundary import component, keyed
from views.app.kit.calendar import MonthPicker
from views.app.kit.row_face import face_of
from views.app.kit.sheet import SheetOver
from views.app.kit.states import show_reading
from views.app.kit.task_row import TaskRow
from views.app.query import use_query
from views.app.session import AppSession
from views.app.task_gestures import use_task_gestures

#: So many tasks are drawn at first, and again so many when asked for.
PAGE = 50


@component
def TasksBehindSheet(session: AppSession, title: str, uids: tuple[str, ...]) -> ft.Control:
    """The tasks, as rows to open, check and move; what is gone for good is counted."""
    say, count = session.words.say, session.words.count
    most, show = ft.use_state(PAGE)
    gestures = use_task_gestures(session)
    asked = uids[:most]

    def read(desk: Workspace) -> tuple[TaskLine, ...]:
        return reports.behind(desk, asked)

    reading = use_query(session, read, asked)

    async def open_task(uid: str) -> None:
        session.overlay.close()
        await gestures.open(uid)

    opened = ft.use_callback(open_task, [])

    async def more(_: object) -> None:
        show(most + PAGE)

    def draw(lines: tuple[TaskLine, ...]) -> ft.Control:
        now = session.minute.now
        rows: list[ft.Control] = [
            keyed(
                f"behind-{line.uid}",
                TaskRow,
                face_of(line, session.dates, now, has_done=True),
                session.words,
                opened,
                gestures.check,
                gestures.put_off,
                is_in_sheet=True,
            )
            for line in lines
        ]
        if gone := len(asked) - len(lines):
            rows.append(
                ft.Text(
                    count(
                        "{count} more is deleted for good.",
                        "{count} more are deleted for good.",
                        gone,
                    ),
                    style=theme.META,
                    color=ft.Colors.ON_SURFACE_VARIANT,
                )
            )
        if most < len(uids):
            rows.append(ft.TextButton(say("Show more"), on_click=more))
        return ft.Column(
            rows, spacing=0, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
        )

    return SheetOver(
        session,
        title,
        show_reading(session, reading, draw),
        session.overlay.close,
        over=count("{count} task", "{count} tasks", len(uids)),
    )


@component
def PickSpanSheet(session: AppSession, first: date, last: date) -> ft.Control:
    """The first day, then the last; a first one behind the last asks for the last anew."""
    say = session.words.say
    chosen, choose = ft.use_state(cast(date | None, None))

    async def picked(day: date | None) -> None:
        if day is None:
            return
        if chosen is None:
            choose(day)
            return
        session.overlay.close()
        start, end = min(chosen, day), max(chosen, day)
        await session.go(routes.report_route(start, min(end, start + LONGEST)))

    is_first = chosen is None
    value = first if chosen is None else max(last, chosen)
    return SheetOver(
        session,
        say("First day") if is_first else say("Last day"),
        keyed(
            "first" if is_first else "last",
            MonthPicker,
            session,
            value,
            picked,
            has_shortcuts=False,
        ),
        session.overlay.close,
    )
