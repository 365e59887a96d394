"""The sheet of a task's reminders: those it has, usual ones to add, and any time of one's own.

Owns which are offered. Each is kept as it is pressed, and is a step of undo.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

import flet as ft

from models.moment import Moment
from models.task import Reminder, ReminderAnchor, Task
from services import reminders
from views import theme
from views.app.boundary import component, keyed
from views.app.kit.chips import chip
from views.app.kit.sheet import SheetOver
from views.app.screens.task_detail import Detail
from views.app.screens.task_edits import Choice
from views.app.screens.task_when import WhenSheet
from views.app.session import AppSession
from views.text.fields import field_label
from views.text.notices import reminder_text

_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)


def usual_reminders(task: Task) -> tuple[Reminder, ...]:
    """What is worth offering: only what counts from something that the task has."""
    offered: list[Reminder] = []
    if task.ready_by is not None:
        offered.append(Reminder(ReminderAnchor.READY, -15 * _MINUTE))
        offered.append(Reminder(ReminderAnchor.READY, -_HOUR))
    if task.due is not None:
        if task.due.time is not None:
            offered.append(Reminder(ReminderAnchor.DUE, -_HOUR))
        offered.append(Reminder(ReminderAnchor.DUE, -_DAY))
    if task.dtstart is not None:
        offered.append(Reminder(ReminderAnchor.START))
    return tuple(offered)


@component
def RemindersSheet(session: AppSession, detail: Detail, on_close: Callable[[], None]) -> ft.Control:
    """The reminders as chips that can be taken away, and chips that add; it stays open."""
    is_timing, time_it = ft.use_state(False)
    # The client tells late that a sheet has gone, when another may stand in its place.
    turn = ft.use_ref(0)
    this_turn = turn.current or 0
    task, say, dates = detail.task, session.words.say, session.dates
    now = session.minute.now

    def add(reminder: Reminder) -> Callable[[object], Awaitable[None]]:
        async def added(_: object) -> None:
            await session.act(reminders.remind, task.uid, reminder)

        return added

    def remove(reminder: Reminder) -> Callable[[object], Awaitable[None]]:
        async def removed(_: object) -> None:
            await session.act(reminders.forget, task.uid, reminder)

        return removed

    async def at(moment: Moment | None) -> None:
        if moment is not None:
            timed = moment if moment.time else Moment(moment.date, session.settings.day_reminder)
            fixed = Reminder(ReminderAnchor.AT, at=timed.instant(dates.zone))
            await session.act(reminders.remind, task.uid, fixed)

    if is_timing:
        title = say("Remind at")
        return keyed("at", WhenSheet, session, title, None, at, lambda: time_it(False))

    def ask_time(_: object) -> None:
        turn.current = this_turn + 1
        time_it(True)

    def close() -> None:
        if turn.current == this_turn:
            on_close()

    kept = [
        chip(
            text,
            remove(reminder),
            ft.Colors.SECONDARY_CONTAINER,
            ft.Colors.ON_SECONDARY_CONTAINER,
            ft.Colors.SECONDARY_CONTAINER,
            on_clear=remove(reminder),
            clear_label=say("Remove {name}", name=text),
        )
        for reminder in task.reminders
        for text in (reminder_text(dates, reminder, now),)
    ]
    offered = [
        chip(reminder_text(dates, reminder, now), add(reminder), icon=ft.Icons.ADD_ROUNDED)
        for reminder in usual_reminders(task)
        if reminder not in task.reminders
    ]
    offered.append(chip(say("At a time…"), ask_time, icon=ft.Icons.ALARM_ADD_ROUNDED))
    parts: list[ft.Control] = [ft.Row(offered, spacing=8, run_spacing=0, wrap=True)]
    if kept:
        parts.insert(0, ft.Row(kept, spacing=8, run_spacing=0, wrap=True))
    elif task.due is not None:
        line = say("It reminds of its deadline by itself, as the settings say.")
        parts.insert(0, ft.Text(line, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT))
    content = ft.Column(
        parts, spacing=8, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )
    title = field_label(session.words, Choice.REMINDERS.value)
    return SheetOver(session, title, content, close)
