"""The agenda: days with their tasks as one list that goes on as far as one scrolls.

Owns how many days are read, and how a day's rows follow each other; free days are told in one
line.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import flet as ft

from models.lists import DayOfTasks
from models.moment import Moment
from services.timeline import RANGE_LIMIT
from views import theme
from views.app.boundary import component
from views.app.kit.basics import Press
from views.app.kit.states import empty_state, show_reading
from views.app.overlays import AddTask
from views.app.query import Loaded, use_query
from views.app.screens.timeline_agenda_rows import agenda_row, heading, order
from views.app.screens.timeline_reading import Days, read_days
from views.app.screens.timeline_shown import DAY
from views.app.session import AppSession
from views.app.task_gestures import TaskGestures, use_task_gestures

#: Days read at first, at each end that is asked for more, and on the way down.
AHEAD, BACK, FURTHER = timedelta(days=27), timedelta(days=14), timedelta(days=28)
#: How near the end (pixels) further days are read.
NEAR_END = 800


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days that an agenda holds."""

    first: date
    last: date

    def earlier(self) -> Stretch:
        """With some days before."""
        return self if not self._may_grow() else Stretch(self.first - BACK, self.last)

    def later(self) -> Stretch:
        """With some days after."""
        return self if not self._may_grow() else Stretch(self.first, self.last + FURTHER)

    def _may_grow(self) -> bool:
        return self.last - self.first + FURTHER < RANGE_LIMIT


@dataclass(frozen=True, slots=True)
class FreeDays:
    """Days without a task, one after the other."""

    first: date
    last: date


def entries(days: Iterable[DayOfTasks], kept: date) -> tuple[DayOfTasks | FreeDays, ...]:
    """Each day with tasks, the free days between as one; the day `kept` always by itself."""
    found: list[DayOfTasks | FreeDays] = []
    for day in days:
        if day.lines or day.day == kept:
            found.append(day)
        elif found and isinstance(before := found[-1], FreeDays):
            found[-1] = FreeDays(before.first, day.day)
        else:
            found.append(FreeDays(day.day, day.day))
    return tuple(found)


@component
def AgendaView(session: AppSession, start: date, today: date, has_past: bool = True) -> ft.Control:
    """The days from `start` on; `has_past` offers those before."""
    minute, _ = ft.use_state(session.minute)
    stretch, set_stretch = ft.use_state(Stretch(start, start + AHEAD))
    read = use_query(
        session,
        lambda desk: read_days(desk, stretch.first, stretch.last, reach=timedelta(0)),
        stretch,
    )
    # While further days are read, those that are there stay.
    held = ft.use_ref(lambda: read)
    if isinstance(read, Loaded) or not isinstance(held.current, Loaded):
        held.current = read
    gestures = use_task_gestures(session)

    async def earlier(_: object) -> None:
        set_stretch(Stretch.earlier)

    async def later(_: object) -> None:
        set_stretch(Stretch.later)

    async def scrolled(event: ft.OnScrollEvent) -> None:
        is_near = event.pixels > event.max_scroll_extent - NEAR_END
        if is_near and isinstance(read, Loaded) and event.max_scroll_extent > 0:
            set_stretch(stretch.later())

    before = session.words.say("Earlier")

    def draw(days: Days) -> ft.Control:
        return ft.ListView(
            [
                *([_more(before, ft.Icons.EXPAND_LESS_ROUNDED, earlier)] if has_past else []),
                *_rows(session, days, today, minute.now, gestures, start),
                _more(_later_label(session, stretch, today), ft.Icons.EXPAND_MORE_ROUNDED, later),
                ft.Container(height=72),
            ],
            expand=True,
            spacing=0,
            on_scroll=scrolled,
            scroll_interval=150,
        )

    return show_reading(session, held.current, draw)


def _later_label(session: AppSession, stretch: Stretch, today: date) -> str:
    after = stretch.last + DAY
    return session.words.say("From {day} on", day=session.dates.day_and_month(after, today))


def _more(label: str, icon: ft.IconData, on_click: Press) -> ft.Control:
    return ft.Container(
        ft.TextButton(label, icon=icon, on_click=on_click),
        alignment=ft.Alignment.CENTER_LEFT,
        padding=ft.Padding.symmetric(horizontal=8),
        height=theme.TOUCH,
    )


def _rows(
    session: AppSession,
    days: Days,
    today: date,
    now: datetime,
    gestures: TaskGestures,
    start: date,
) -> list[ft.Control]:
    kept = today if days.first <= today <= days.last else start
    if not any(day.lines for day in days.asked()):
        return [_nothing(session, kept)]
    rows: list[ft.Control] = []
    for entry in entries(days.asked(), kept):
        if isinstance(entry, FreeDays):
            rows.append(_free(session, entry, today))
            continue
        rows.append(heading(session, entry, days, today))
        rows.extend(
            agenda_row(session, line, entry.day, now, gestures)
            for line in sorted(entry.lines, key=order)
        )
        if not entry.lines:
            rows.append(_free_line(session, session.words.say("Nothing on this day")))
    return rows


def _free(session: AppSession, free: FreeDays, today: date) -> ft.Control:
    days = session.dates.day_range(free.first, free.last, today)
    return _free_line(session, session.words.say("{days} free", days=days), f"free-{free.first}")


def _free_line(session: AppSession, text: str, key: str | None = None) -> ft.Control:
    return ft.Container(
        ft.Row(
            [
                ft.Text(text, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT),
                ft.Container(height=1, bgcolor=ft.Colors.OUTLINE_VARIANT, expand=True),
            ],
            spacing=12,
        ),
        key=key,
        padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN, vertical=14),
    )


def _nothing(session: AppSession, day: date) -> ft.Control:
    say = session.words.say

    async def add(_: object) -> None:
        session.overlay.open(AddTask({"due": Moment(day)}))

    return empty_state(
        ft.Icons.EVENT_AVAILABLE_ROUNDED,
        say("These weeks are free"),
        say("Plan what will be published, and when it must be ready."),
        action=say("Plan"),
        on_action=add,
    )
