"""Time spent on the task of the screen: its timer, and its entries to put right.

Must know no service: what is done goes through `Edits`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import flet as ft

from models.time_spent import TimeEntry, spent
from views import theme
from views.app.boundary import component, keyed
from views.app.kit.basics import icon_button
from views.app.kit.chips import chip
from views.app.kit.field import InlineField
from views.app.kit.sheet import SheetOver
from views.app.screens.task_detail import Detail
from views.app.screens.task_edits import Choice, Edits
from views.app.session import AppSession
from views.text.fields import field_label
from views.text.spent import entry_when, planned_and_tracked
from views.text.typed import parse_duration

Span = Callable[[timedelta], Awaitable[None]]


def timer_row(
    session: AppSession,
    detail: Detail,
    now: datetime,
    edits: Edits,
    choose: Callable[[Choice], None],
) -> ft.Control | None:
    """The running timer with its stop, or the way to start one and to the entries.

    None for a task that takes no timer and has no entries.
    """
    task, running, say = detail.task, detail.running, session.words.say
    if not detail.time and not task.is_open:
        return None

    async def stop(_: object) -> None:
        await edits.stop_timer(task.summary)

    async def start(_: object) -> None:
        await edits.start_timer()

    def entries(_: object) -> None:
        choose(Choice.TIME)

    chips: list[ft.Control] = []
    if running is not None:
        length = session.dates.duration(running.span(now))
        chips.append(
            chip(
                say("Stop timer · {duration}", duration=length),
                stop,
                ft.Colors.TERTIARY_CONTAINER,
                ft.Colors.ON_TERTIARY_CONTAINER,
                ft.Colors.TERTIARY_CONTAINER,
                icon=ft.Icons.STOP_CIRCLE_ROUNDED,
            )
        )
    elif task.is_open:
        quiet = ft.Colors.ON_SURFACE_VARIANT
        icon = ft.Icons.PLAY_CIRCLE_OUTLINE_ROUNDED
        chips.append(chip(say("Start timer"), start, on_color=quiet, icon=icon))
    chips.append(
        chip(
            field_label(session.words, Choice.TIME.value),
            entries,
            on_color=ft.Colors.ON_SURFACE_VARIANT,
            icon=ft.Icons.MORE_TIME_ROUNDED,
        )
    )
    # Under the estimate, whose icon is theirs too; without one they have it to themselves.
    icon = None
    if task.estimate is None and not detail.time:
        icon = ft.Icon(ft.Icons.TIMER_OUTLINED, size=20, color=ft.Colors.ON_SURFACE_VARIANT)
    return ft.Container(
        ft.Row(
            [
                ft.Container(icon, width=24, height=theme.TOUCH, alignment=ft.Alignment.CENTER),
                ft.Row(chips, spacing=8, run_spacing=0, wrap=True, expand=True),
            ],
            spacing=8,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
        padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN),
    )


@component
def TimeSheet(
    session: AppSession, detail: Detail, edits: Edits, on_close: Callable[[], None]
) -> ft.Control:
    """The entries, each with its length to change and a way to take it away; and a new one."""
    minute, _ = ft.use_state(session.minute)
    say, dates, now = session.words.say, session.dates, minute.now
    total = planned_and_tracked(dates, detail.task.estimate, spent(detail.time, now))
    parts: list[ft.Control] = [
        ft.Text(total or say("No time tracked yet."), style=theme.BODY),
        *(keyed(entry.uid, _Entry, session, entry, detail, edits) for entry in detail.time),
        keyed("add", _SpanField, session, say("Add time"), "", edits.add_time),
    ]
    content = ft.Column(
        parts, spacing=12, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )
    title = field_label(session.words, Choice.TIME.value)
    return SheetOver(session, title, content, on_close)


@component
def _Entry(session: AppSession, entry: TimeEntry, detail: Detail, edits: Edits) -> ft.Control:
    minute, _ = ft.use_state(session.minute)
    dates, now = session.dates, minute.now

    async def change(span: timedelta) -> None:
        await edits.change_time(entry.uid, span)

    async def remove(_: object) -> None:
        await edits.delete_time(entry.uid, detail.task.summary)

    when = entry_when(dates, entry.started, entry.ended, now)
    label = f"{when} · {entry.note}" if entry.note else when
    length = dates.duration(entry.span(now))
    return ft.Row(
        [
            ft.Container(
                keyed(f"span-{length}", _SpanField, session, label, length, change), expand=True
            ),
            icon_button(
                ft.Icons.DELETE_OUTLINE_ROUNDED,
                session.words.say("Remove {name}", name=when),
                remove,
            ),
        ],
        spacing=4,
    )


@component
def _SpanField(session: AppSession, label: str, value: str, on_set: Span) -> ft.Control:
    """A field for a length of time, which says what it cannot be."""
    say = session.words.say
    error, tell = ft.use_state("")

    async def typed(text: str) -> None:
        span = parse_duration(text)
        example = session.dates.duration(timedelta(minutes=90))
        if span:
            tell("")
            if text != value:
                await on_set(span)
        elif text.strip():
            tell(say("“{text}” is not a span of time. Try {example}.", text=text, example=example))

    return keyed(
        "field",
        InlineField,
        session,
        label,
        value,
        typed,
        hint=say("for example {time}", time=session.dates.duration(timedelta(minutes=45))),
        error=error,
        clears=not value,
    )
