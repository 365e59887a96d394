"""How often a task comes again: chosen or written in words, and looked at before it is saved.

Owns the sheet's own state; what saving does is `task_edits`'s.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

import flet as ft

from models.moment import Moment
from models.task import RepeatFrom, Task
from services import quick_add, series
from services.workspace import Workspace
from views import theme
from views.app.boundary import component, keyed
from views.app.kit.chips import chip_choice
from views.app.kit.field import InlineField
from views.app.kit.options import option
from views.app.kit.sheet import SheetOver
from views.app.query import Failed, Loaded, use_query
from views.app.screens.task_detail import Detail
from views.app.screens.task_edits import Choice, Edits
from views.app.session import AppSession
from views.text.fields import field_label
from views.text.repeats import repeat_text
from views.text.words import sentence

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class _Wish:
    """The rule as it would be saved; `error` where what was written is none."""

    rrule: str | None
    repeat_from: RepeatFrom
    error: str = ""


@component
def RepeatSheet(
    session: AppSession, detail: Detail, edits: Edits, on_close: Callable[[], None]
) -> ft.Control:
    """Usual rules, a field for any other in words, and the next dates of the one chosen."""
    task, say = detail.task, session.words.say
    wish, wants = ft.use_state(_Wish(task.rrule, task.repeat_from))

    def press(rrule: str | None) -> Callable[[object], Awaitable[None]]:
        async def pressed(_: object) -> None:
            wants(replace(wish, rrule=rrule, error=""))

        return pressed

    async def written(text: str) -> None:
        if text.strip():
            wants(_read(session, wish, text))

    async def save(_: object) -> None:
        on_close()
        await edits.edit(rrule=wish.rrule, repeat_from=wish.repeat_from)

    async def skip(_: object) -> None:
        on_close()
        await edits.skip(task.summary)

    options = [
        option(_label(session, rrule, task.repeat_from), rrule == wish.rrule, press(rrule))
        for rrule in _usual(session, task, wish)
    ]
    parts: list[ft.Control] = [
        keyed(
            "words",
            InlineField,
            session,
            say("In your own words"),
            "",
            written,
            hint=say("every 2 weeks on Monday until 31 Dec"),
            error=wish.error,
        ),
        ft.Column(options, spacing=2, tight=True),
    ]
    if wish.rrule is not None:
        parts.append(
            chip_choice(
                [
                    (RepeatFrom.DUE, say("From its due date")),
                    (RepeatFrom.COMPLETION, say("From when it is done")),
                ],
                wish.repeat_from,
                lambda chosen: wants(replace(wish, repeat_from=chosen)),
            )
        )
        parts.append(keyed(wish.rrule, NextDates, session, wish.rrule, task.due))
    content = ft.Column(
        parts, spacing=12, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )
    title = field_label(session.words, Choice.REPEAT.value)
    return SheetOver(session, title, content, on_close, foot=_foot(session, task, save, skip))


@component
def NextDates(session: AppSession, rrule: str, start: Moment | None) -> ft.Control:
    """The first dates of a rule that counts from `start`, or why there are none."""

    def ask(desk: Workspace) -> tuple[Moment, ...]:
        return series.next_dates(desk, rrule, start, _SHOWN)

    reading = use_query(session, ask, rrule, start)
    say, dates, now = session.words.say, session.dates, session.minute.now
    if isinstance(reading, Failed):
        text = reading.message
    elif isinstance(reading, Loaded):
        days = " · ".join(dates.exact(moment, now) for moment in reading.value)
        text = say("Next: {dates}", dates=days) if days else say("No date is left")
    else:
        text = ""
    return ft.Text(text, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT)


def _usual(session: AppSession, task: Task, wish: _Wish) -> list[str | None]:
    """The rules that most mean, and the ones that this task has or would have."""
    zone = session.dates.zone
    day = task.due.day(zone) if task.due else session.dates.today(session.minute.now)
    rules: list[str | None] = [
        None,
        "FREQ=DAILY",
        f"FREQ=WEEKLY;BYDAY={','.join(_WEEKDAYS[:5])}",
        f"FREQ=WEEKLY;BYDAY={_WEEKDAYS[day.weekday()]}",
        "FREQ=MONTHLY",
        "FREQ=YEARLY",
    ]
    for rrule in (task.rrule, wish.rrule):
        if rrule not in rules:
            rules.insert(1, rrule)
    return rules


def _label(session: AppSession, rrule: str | None, repeat_from: RepeatFrom) -> str:
    if rrule is None:
        return session.words.say("Does not repeat")
    return sentence(repeat_text(rrule, session.dates, repeat_from))


def _read(session: AppSession, wish: _Wish, text: str) -> _Wish:
    """The rule that the words say."""
    line = quick_add.understand(session.workspace, text, session.words.language)
    if line.rrule is None:
        sorry = session.words.say("No repeat in that. Try “every Monday” or “every 3 days”.")
        return replace(wish, error=sorry)
    return _Wish(line.rrule, line.repeat_from)


def _foot(
    session: AppSession,
    task: Task,
    save: Callable[[object], Awaitable[None]],
    skip: Callable[[object], Awaitable[None]],
) -> ft.Control:
    say = session.words.say
    buttons: list[ft.Control] = [ft.FilledButton(say("Save"), on_click=save)]
    if task.rrule is not None and task.is_open:
        buttons.insert(0, ft.TextButton(say("Skip this one"), on_click=skip))
    return ft.Row(buttons, alignment=ft.MainAxisAlignment.END, spacing=8)
