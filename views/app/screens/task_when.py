"""Sheets of the task screen for a moment, and for a span of time.

A moment is chosen whole, day and time, and told once: so a move is one move. Must know no
service.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

import flet as ft

from models.habits import UsualSpan
from models.moment import Moment
from views.app.boundary import component, keyed
from views.app.kit.calendar import MonthPicker
from views.app.kit.sheet import SheetOver, footed
from views.app.kit.span_choice import SpanChoice
from views.app.kit.time_choice import TimeChoice
from views.app.session import AppSession

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
LEADS = (15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR, 24 * HOUR)
ESTIMATES = (15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR, 4 * HOUR)


@dataclass(slots=True, eq=False)
class _Draft:
    """The moment as chosen so far."""

    day: date | None
    at: time | None


@component
def WhenSheet(
    session: AppSession,
    title: str,
    value: Moment | None,
    on_set: Callable[[Moment | None], Awaitable[None]],
    on_close: Callable[[], None],
) -> ft.Control:
    """`WhenChoice` in a sheet of its own."""
    # Drawn by the sheet itself: a sheet that takes another's place draws no component's components.
    choice = _choice(session, value, on_set, on_close)
    return SheetOver(session, title, choice, on_close, is_footed=True)


@component
def WhenChoice(
    session: AppSession,
    value: Moment | None,
    on_set: Callable[[Moment | None], Awaitable[None]],
    on_close: Callable[[], None],
) -> ft.Control:
    """A calendar, times to tap or type, and one button that says what it will set; `footed`.

    Args:
        on_set: called with the moment, or with None to clear; `on_close` is called first.
    """
    return _choice(session, value, on_set, on_close)


def _choice(
    session: AppSession,
    value: Moment | None,
    on_set: Callable[[Moment | None], Awaitable[None]],
    on_close: Callable[[], None],
) -> ft.Control:
    say, dates, zone = session.words.say, session.dates, session.dates.zone
    _, draw = ft.use_state(0)
    draft = ft.use_ref(lambda: _draft_of(session, value)).current
    assert draft is not None

    def redraw() -> None:
        draw(lambda count: count + 1)

    async def pick_day(day: date | None) -> None:
        draft.day = day
        redraw()

    async def pick_time(at: time | None) -> None:
        draft.at = at
        draft.day = draft.day or dates.today(session.minute.now)
        redraw()

    chosen = _moment_of(draft, value, zone.key)

    async def set_it(_: object) -> None:
        latest = _moment_of(draft, value, zone.key)
        on_close()
        if latest is not None and latest != value:
            await on_set(latest)

    async def clear(_: object) -> None:
        on_close()
        await on_set(None)

    buttons: list[ft.Control] = [
        ft.FilledButton(
            say("Set {when}", when=dates.exact(chosen, session.minute.now))
            if chosen
            else say("Choose a day"),
            disabled=chosen is None,
            expand=True,
            on_click=set_it,
        )
    ]
    if value is not None:
        buttons.insert(0, ft.TextButton(say("Clear"), on_click=clear))
    return footed(
        ft.Column(
            [
                keyed("month", MonthPicker, session, draft.day, pick_day),
                keyed("time", TimeChoice, session, draft.at, pick_time, is_live=True),
            ],
            spacing=8,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        ft.Row(buttons, spacing=8),
    )


def _draft_of(session: AppSession, value: Moment | None) -> _Draft:
    zone = session.dates.zone
    if value is None:
        return _Draft(None, None)
    at = value.local(zone).time().replace(tzinfo=None) if value.time is not None else None
    return _Draft(value.day(zone), at)


def _moment_of(draft: _Draft, before: Moment | None, zone: str) -> Moment | None:
    """The chosen moment: it floats where the one before floated, else it is in `zone`."""
    if draft.day is None or draft.at is None:
        return Moment(draft.day) if draft.day else None
    floats = before is not None and before.time is not None and before.is_floating
    return Moment(draft.day, draft.at, None if floats else zone)


@component
def SpanSheet(
    session: AppSession,
    title: str,
    value: timedelta | None,
    choices: Sequence[timedelta],
    none: str,
    on_set: Callable[[timedelta | None], Awaitable[None]],
    on_close: Callable[[], None],
    suggested: UsualSpan | None = None,
) -> ft.Control:
    """Spans to tap, a field to type another, and `none` for no span.

    Args:
        suggested: what the record says such tasks took; it stands first, with its samples.
        on_set: called with the span chosen; `on_close` is called first.
    """

    async def choose(span: timedelta | None) -> None:
        on_close()
        if span != value:
            await on_set(span)

    content = keyed("span", SpanChoice, session, value, choices, none, choose, suggested)
    return SheetOver(session, title, content, on_close)
