"""A day of the agenda: its heading with its load, and its rows with their times.

Plain functions from values to controls.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import flet as ft

from models.lists import DayOfTasks
from models.task import TaskLine
from views import theme
from views.app.boundary import keyed
from views.app.kit.basics import apart
from views.app.kit.row_face import RowFace, face_of
from views.app.kit.task_row import TaskRow
from views.app.screens.timeline_agenda_walk import RowsOf
from views.app.screens.timeline_reading import Days
from views.app.screens.timeline_strip import capacity_on, load_label
from views.app.session import AppSession
from views.text import Dates
from views.text.standings import standing_text

TIME_WIDTH = 58


def order(line: TaskLine) -> tuple[bool, datetime | None]:
    """Sorts a day's rows: tasks of the whole day first, as they stand over its hours."""
    return line.due_time is not None, line.due_at


def heading(
    session: AppSession, entry: DayOfTasks, days: Days, today: date, *, is_on_top: bool = False
) -> ft.Control:
    """``Besok  Sel 24 Nov``, and the day's load at the end of the line.

    `is_on_top` is the one that stays over the rows.
    """
    dates = session.dates
    near = dates.heading(entry.day, today)
    exact = dates.short_day(entry.day, today)
    load = days.load_on(entry.day)
    name: ft.Control = ft.Semantics(
        header=True,
        container=True,
        label=dates.long_day(entry.day, today),
        exclude_semantics=True,
        content=ft.Row(
            [
                ft.Text(
                    near,
                    style=theme.SECTION,
                    color=ft.Colors.PRIMARY if entry.day == today else None,
                ),
                *(
                    [ft.Text(exact, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT)]
                    if near != exact
                    else []
                ),
            ],
            spacing=8,
            tight=True,
            vertical_alignment=ft.CrossAxisAlignment.CENTER,
        ),
    )
    if load:
        name = apart(name, load_label(dates, load, capacity_on(session, entry.day)))
    return ft.Container(
        name,
        margin=None if is_on_top else ft.Margin.only(top=10),
        padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN, vertical=8),
        bgcolor=ft.Colors.SURFACE_CONTAINER if is_on_top else ft.Colors.SURFACE_CONTAINER_LOW,
    )


def agenda_row(
    session: AppSession, line: TaskLine, day: date, now: datetime, rows: RowsOf
) -> ft.Control:
    """A task with its time beside it."""
    dates = session.dates
    is_quiet = line.is_done or line.due_time is None
    time = dates.time(line.due_at) if line.due_at and line.due_time else dates.words.say("all day")
    return ft.Row(
        [
            ft.Container(
                ft.Text(
                    time,
                    style=theme.META_NUMBER
                    if line.due_time is None
                    else theme.type_style(13.5, 600, is_tabular=True),
                    color=ft.Colors.ON_SURFACE_VARIANT if is_quiet else ft.Colors.ON_SURFACE,
                    text_align=ft.TextAlign.START,
                    max_lines=2,
                ),
                width=TIME_WIDTH * session.frame.text_scale,
                padding=ft.Padding.only(top=14),
                margin=ft.Margin.only(left=theme.PAGE_MARGIN),
            ),
            ft.Container(
                keyed(
                    f"row-{line.uid}",
                    TaskRow,
                    _face(line, dates, now),
                    session.words,
                    rows.open,
                    rows.check,
                    rows.put_off,
                    on_hold=rows.hold,
                    is_selected=line.uid == rows.at,
                    is_picked=line.uid in rows.picked if rows.picked is not None else None,
                    on_menu=rows.menu,
                    on_height=rows.on_height,
                    struck=session.struck,
                ),
                expand=True,
            ),
        ],
        key=f"{day}-{line.uid}",
        spacing=0,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _face(line: TaskLine, dates: Dates, now: datetime) -> RowFace:
    """The row's face: its time stands beside it, so it says what else there is to its due."""
    face = face_of(line, dates, now)
    say = dates.words.say
    parts: list[str] = []
    estimate = ""
    if said := standing_text(dates.words, line.standing(now), line.waiting_for):
        parts.append(said)
    due, ready = line.due_at, line.ready_at
    if line.lead and line.due_time and due and ready:
        parts.append(say("ready by {time}", time=dates.time(ready)))
        parts.append(say("publish {time}", time=dates.time(due)))
    elif line.estimate:
        estimate = dates.duration(line.estimate)
    return replace(face, due=" · ".join(parts), estimate=estimate)
