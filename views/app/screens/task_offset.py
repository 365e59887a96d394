"""The sheet that says when a step is due: before or after its task, on a day of its own, or never.

Must know no service: what is chosen is told by callbacks.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

import flet as ft

from models.moment import Moment
from models.steps import offset_of_step
from views import theme
from views.app.boundary import component, keyed
from views.app.kit.chips import chip_choice, list_chip
from views.app.kit.field import InlineField
from views.app.kit.sheet import SheetOver
from views.app.screens.task_when import WhenChoice
from views.app.session import AppSession
from views.text.offsets import offset_text
from views.text.typed import parse_duration

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
DISTANCES = (HOUR, 2 * HOUR, DAY, 3 * DAY, 7 * DAY)


@component
def OffsetSheet(
    session: AppSession,
    summary: str,
    due: Moment | None,
    offset: timedelta | None,
    task_due: Moment | None,
    is_done: bool,
    on_offset: Callable[[timedelta], Awaitable[None]],
    on_due: Callable[[Moment | None], Awaitable[None]],
    on_close: Callable[[], None],
) -> ft.Control:
    """Distances to tap, another to type, and the ways out: a date of its own, or no date.

    Args:
        due, offset: the step's now.
        task_due: what an offset counts from.
        is_done: the step is done, and stays where it is.
        on_offset, on_due: called with what was chosen, after `on_close`.
    """
    say, dates = session.words.say, session.dates
    is_after, turn = ft.use_state(offset is not None and offset > timedelta(0))
    is_own, show_own = ft.use_state(False)
    error, tell = ft.use_state("")

    title = say("When “{title}” is due", title=summary)
    if is_own:
        content = keyed("own", WhenChoice, session, due, on_due, on_close)
        return SheetOver(session, title, content, on_close, is_footed=True)

    async def choose(span: timedelta) -> None:
        on_close()
        if span != offset:
            await on_offset(span)

    def press(span: timedelta) -> Callable[[object], Awaitable[None]]:
        async def pressed(_: object) -> None:
            await choose(span)

        return pressed

    async def choose_side(side: bool) -> None:
        turn(side)

    async def typed(text: str) -> None:
        span = parse_duration(text)
        if span is not None:
            await choose(span if is_after else -span)
        elif text.strip():
            example = dates.duration(10 * DAY)
            tell(say("“{text}” is not a span of time. Try {example}.", text=text, example=example))
        else:
            tell("")

    def own(_: object) -> None:
        show_own(True)

    async def clear(_: object) -> None:
        on_close()
        await on_due(None)

    spans = [span if is_after else -span for span in DISTANCES]
    now = offset
    if offset is None and due is not None and task_due is not None:
        now = offset_of_step(task_due, due, dates.zone)
    if now is not None and now not in spans and (now > timedelta(0)) is is_after:
        spans = sorted([*spans, now], key=abs)
    parts: list[ft.Control] = [
        ft.Text(_told(session, due, offset, task_due, is_done), style=theme.BODY),
        chip_choice(
            [(False, say("Before the task")), (True, say("After the task"))], is_after, choose_side
        ),
        ft.Row(
            [
                list_chip(offset_text(dates, span), None, span == offset, press(span))
                for span in spans
            ],
            spacing=8,
            run_spacing=0,
            wrap=True,
        ),
        keyed(
            "span",
            InlineField,
            session,
            say("Another gap"),
            "",
            typed,
            hint=say("for example {time}", time=dates.duration(10 * DAY)),
            error=error,
        ),
        ft.TextButton(
            say("A date of its own…"),
            icon=ft.Icons.CALENDAR_MONTH_ROUNDED,
            on_click=own,
        ),
    ]
    if due is not None or offset is not None:
        parts.append(
            ft.TextButton(
                say("No date"),
                icon=ft.Icons.EVENT_BUSY_ROUNDED,
                on_click=clear,
            )
        )
    content = ft.Column(
        parts, spacing=8, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )
    return SheetOver(session, title, content, on_close)


def _told(
    session: AppSession,
    due: Moment | None,
    offset: timedelta | None,
    task_due: Moment | None,
    is_done: bool,
) -> str:
    """How it stands: it follows, stands on its own, is done, or waits for the task's date."""
    say, dates = session.words.say, session.dates
    now = session.minute.now
    if offset is not None and task_due is None:
        return say("{offset}, once the task has a date", offset=offset_text(dates, offset))
    if is_done and due is not None:
        return say(
            "{when}. The step is done: it stays when the task moves.", when=dates.exact(due, now)
        )
    if offset is not None and due is not None:
        return say(
            "{offset}: {when}. It moves with the task.",
            offset=offset_text(dates, offset),
            when=dates.exact(due, now),
        )
    if due is not None:
        when = dates.exact(due, now)
        return say("{when}, on its own: it stays when the task moves.", when=when)
    if task_due is None:
        return say("The task has no date yet; the step gets its own from it later.")
    return say("The task is due {when}.", when=dates.exact(task_due, now))
