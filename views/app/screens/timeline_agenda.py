"""The agenda: days with their tasks as one list that goes on both ways as far as one scrolls.

Owns how many days are read, and how a day's rows follow each other; free days are told in one
line. The heading of the day on top stays in sight.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import flet as ft

from models.lists import DayOfTasks
from models.moment import Moment
from models.task import TaskLine
from services.timeline import EARLIEST, LATEST
from views import theme
from views.app.boundary import component, keyed
from views.app.kit.basics import Press
from views.app.kit.states import empty_state, show_reading
from views.app.overlays import AddTask
from views.app.query import Loaded, use_query
from views.app.screens.list_memory import scrolled_of
from views.app.screens.list_picking import picking_bar
from views.app.screens.timeline_agenda_rows import agenda_row, heading, order
from views.app.screens.timeline_agenda_scroll import AgendaScroll, Group, OnTop
from views.app.screens.timeline_agenda_walk import (
    AGENDA,
    RowsOf,
    use_plain_rows,
    use_walked_rows,
)
from views.app.screens.timeline_reading import Days, read_days
from views.app.screens.timeline_shown import DAY
from views.app.session import AppSession

#: Days read at first, at each end that is asked for more, and on the way down.
AHEAD, BACK, FURTHER = timedelta(days=27), timedelta(days=14), timedelta(days=28)
#: The most days that are held: those at the other end are let go.
MOST = timedelta(days=120)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days that an agenda holds."""

    first: date
    last: date

    def earlier(self) -> Stretch:
        """With some days before."""
        first = max(EARLIEST, self.first - BACK)
        return Stretch(first, min(self.last, first + MOST))

    def later(self) -> Stretch:
        """With some days after."""
        last = min(LATEST, self.last + FURTHER)
        return Stretch(max(self.first, last - MOST), last)


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
    scroll = ft.use_ref(lambda: AgendaScroll(has_past, session.frame.text_scale)).current
    assert scroll is not None
    is_ready = isinstance(read, Loaded)
    scroll.earlier = lambda: set_stretch(stretch.earlier()) if is_ready else None
    scroll.later = lambda: set_stretch(stretch.later()) if is_ready else None

    async def earlier(_: object) -> None:
        set_stretch(Stretch.earlier)

    async def later(_: object) -> None:
        set_stretch(Stretch.later)

    async def scrolled(event: ft.OnScrollEvent) -> None:
        scrolled_of(session).offset[AGENDA] = event.pixels
        await scroll.scrolled(event)

    shown = held.current
    groups: tuple[tuple[Group, DayOfTasks | FreeDays], ...] = ()
    if isinstance(shown, Loaded):
        kept = today if shown.value.first <= today <= shown.value.last else start
        groups = tuple((_group(each), each) for each in entries(shown.value.asked(), kept))
    lines = [
        () if isinstance(entry, FreeDays) else tuple(sorted(entry.lines, key=order))
        for _, entry in groups
    ]
    drawn_days = [(group.first, each) for (group, _), each in zip(groups, lines, strict=True)]
    # Beside the hours of a day these have the keys.
    walked = (
        use_walked_rows(session, drawn_days, scroll.list, is_loaded=isinstance(shown, Loaded))
        if has_past
        else None
    )
    rows = walked.rows if walked is not None else use_plain_rows(session)
    order_now = tuple(group for group, _ in groups)
    ft.use_effect(lambda: session.spawn(scroll.arrange(order_now)) and None, [order_now])

    before = session.words.say("Earlier")

    def draw(days: Days) -> ft.Control:
        has_any = any(day.lines for day in days.asked())
        listed = ft.ListView(
            [
                *(
                    [_more(session, before, ft.Icons.EXPAND_LESS_ROUNDED, earlier)]
                    if has_past
                    else []
                ),
                *(
                    [
                        _drawn(session, group, entry, each, days, today, minute.now, rows, scroll)
                        for (group, entry), each in zip(groups, lines, strict=True)
                    ]
                    if has_any
                    else [_nothing(session, today if days.first <= today <= days.last else start)]
                ),
                _more(
                    session,
                    _later_label(session, stretch, today),
                    ft.Icons.EXPAND_MORE_ROUNDED,
                    later,
                ),
                ft.Container(height=72),
            ],
            ref=scroll.list,
            expand=True,
            spacing=0,
            on_scroll=scrolled,
            on_size_change=walked.memory.heights.sized if walked is not None else None,
            scroll_interval=60,
        )
        return ft.Stack(
            [
                ft.Container(listed, left=0, right=0, top=0, bottom=0),
                ft.Container(
                    keyed("on-top", HeadingOnTop, session, scroll.on_top, days, today)
                    if walked is None or walked.memory.picked is None
                    else ft.Container(
                        picking_bar(session, walked.gestures, walked.memory.picked),
                        bgcolor=ft.Colors.SURFACE,
                        padding=ft.Padding.symmetric(horizontal=8),
                    ),
                    left=0,
                    right=0,
                    top=0,
                ),
            ],
            expand=True,
        )

    return show_reading(session, held.current, draw)


def _group(entry: DayOfTasks | FreeDays) -> Group:
    if isinstance(entry, FreeDays):
        return Group(entry.first, entry.last, 0, is_free=True)
    return Group(entry.day, entry.day, len(entry.lines), is_free=False)


@component
def HeadingOnTop(session: AppSession, on_top: OnTop, days: Days, today: date) -> ft.Control:
    """The heading of the day whose rows are on top, once its own is out of sight."""
    top, _ = ft.use_state(on_top)
    if top.day is None or not days.first <= top.day <= days.last:
        return ft.Container()
    # The heading in the list is the one that is read out.
    return ft.Semantics(
        exclude_semantics=True,
        content=heading(session, days.on(top.day), days, today, is_on_top=True),
    )


def _drawn(
    session: AppSession,
    group: Group,
    entry: DayOfTasks | FreeDays,
    lines: Sequence[TaskLine],
    days: Days,
    today: date,
    now: datetime,
    rows: RowsOf,
    scroll: AgendaScroll,
) -> ft.Control:
    """One day with its rows, or free days as one line."""
    if isinstance(entry, FreeDays):
        parts = [_free(session, entry, today)]
    else:
        parts = [
            heading(session, entry, days, today),
            *[agenda_row(session, line, entry.day, now, rows) for line in lines],
        ]
        if not lines:
            parts.append(_free_line(session, session.words.say("Nothing on this day")))
    return ft.Column(
        parts,
        key=f"group-{group.first}",
        spacing=0,
        tight=True,
        on_size_change=scroll.measured(group),
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _later_label(session: AppSession, stretch: Stretch, today: date) -> str:
    after = stretch.last + DAY
    return session.words.say("From {day} on", day=session.dates.day_and_month(after, today))


def _more(session: AppSession, label: str, icon: ft.IconData, on_click: Press) -> ft.Control:
    return ft.Container(
        ft.TextButton(label, icon=icon, on_click=on_click),
        alignment=ft.Alignment.CENTER_LEFT,
        padding=ft.Padding.symmetric(horizontal=8),
        height=theme.TOUCH * session.frame.text_scale,
    )


def _free(session: AppSession, free: FreeDays, today: date) -> ft.Control:
    days = session.dates.day_range(free.first, free.last, today)
    return _free_line(session, session.words.say("{days} free", days=days))


def _free_line(session: AppSession, text: str) -> ft.Control:
    return ft.Container(
        ft.Row(
            [
                ft.Text(text, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT),
                ft.Container(height=1, bgcolor=ft.Colors.OUTLINE_VARIANT, expand=True),
            ],
            spacing=12,
        ),
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
