"""Timeline: days with their hours, and the agenda.

Owns which mode is shown at which day, and the keys that move through them.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import date

import flet as ft

from views.app.boundary import component, keyed
from views.app.keys import KeyAction, use_keys
from views.app.observed import room_of
from views.app.routes import Screen, TimelineMode
from views.app.screens.timeline_agenda import AgendaView
from views.app.screens.timeline_day import DayView
from views.app.screens.timeline_head import MODES, head, say_mode
from views.app.screens.timeline_month import MonthView
from views.app.screens.timeline_shown import DAY, Shown, route_in, route_to, step
from views.app.screens.timeline_swipe import swiped
from views.app.screens.timeline_week import WeekView
from views.app.session import AppSession

#: From this room on, the days that follow stand beside the day.
SIDE_FROM = 1000
SIDE_WIDTH = 380


@dataclass(slots=True)
class _Ahead:
    """How many pages one is on the way through, and the day that the last of them shows."""

    day: date = date.min
    count: int = 0


def _day_of(session: AppSession, shown: Shown) -> date:
    """The day that one is at, which may not have been drawn yet."""
    place = session.here.behind
    is_here = place.screen is Screen.TIMELINE and place.mode is shown.mode
    return (place.day or shown.today) if is_here else shown.day


@component
def TimelineScreen(session: AppSession, mode: TimelineMode, day: date | None) -> ft.Control:
    """The screen at `/timeline`; `day` is the day, or the first of the month; None is today."""
    frame, _ = ft.use_state(session.frame)
    here, _ = ft.use_state(session.here)
    minute, _ = ft.use_state(session.minute)
    today = session.dates.today(minute.now)
    room = room_of(frame, here)
    shown = Shown(mode, day or today, today)

    async def go(to: date) -> None:
        if 1970 < to.year < 9000:
            await session.go(route_to(shown, to))

    ahead = ft.use_ref(_Ahead).current
    assert ahead is not None

    async def go_on(by: int) -> None:
        # Keys may follow one another faster than the client goes where they lead.
        begun = ahead.day if ahead.count else _day_of(session, shown)
        ahead.day = step(replace(shown, day=begun), by)
        ahead.count += 1
        try:
            await go(ahead.day)
        finally:
            ahead.count -= 1

    async def back_to_today() -> None:
        await go(today)

    use_keys(session.keys, _keys(session, shown, go_on, back_to_today))
    body = _body(session, shown, room, go)
    if shown.mode is not TimelineMode.AGENDA:
        body = swiped(body, go_on)
    return ft.Column(
        [head(session, shown, room, go_on), body],
        spacing=0,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _body(
    session: AppSession, shown: Shown, room: int, go: Callable[[date], Awaitable[None]]
) -> ft.Control:
    if shown.mode is TimelineMode.AGENDA:
        return ft.Container(
            keyed(f"agenda-{shown.day}", AgendaView, session, shown.day, shown.today),
            expand=True,
        )
    if shown.mode is TimelineMode.WEEK:
        return ft.Container(keyed("week", WeekView, session, shown, room), expand=True)
    if shown.mode is TimelineMode.MONTH:
        return ft.Container(keyed("month", MonthView, session, shown, room), expand=True)
    if room < SIDE_FROM:
        return ft.Container(keyed("day", DayView, session, shown, room, go), expand=True)
    return ft.Row(
        [
            ft.Container(keyed("day", DayView, session, shown, room - SIDE_WIDTH, go), expand=True),
            ft.Container(
                keyed(
                    f"side-{shown.day}", AgendaView, session, shown.day + DAY, shown.today, False
                ),
                width=SIDE_WIDTH,
                border=ft.Border.only(left=ft.BorderSide(1, ft.Colors.OUTLINE_VARIANT)),
            ),
        ],
        spacing=0,
        expand=True,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _keys(
    session: AppSession,
    shown: Shown,
    go_on: Callable[[int], Awaitable[None]],
    back_to_today: Callable[[], Awaitable[None]],
) -> dict[str, KeyAction]:
    say = session.words.say

    async def earlier() -> None:
        await go_on(-1)

    async def later() -> None:
        await go_on(1)

    def in_mode(mode: TimelineMode) -> KeyAction:
        async def show() -> None:
            await session.go(route_in(shown, mode))

        return KeyAction(say_mode(session.words, mode), show)

    back, on = KeyAction(say("Earlier"), earlier), KeyAction(say("Later"), later)
    # The agenda's rows are walked by these as those of any list.
    by_letter = {} if shown.mode is TimelineMode.AGENDA else {"K": back, "J": on}
    return {
        "T": KeyAction(say("Go to today"), back_to_today),
        "Left": back,
        "Right": on,
        **by_letter,
        **{mode.value[0].upper(): in_mode(mode) for mode in MODES},
    }
