"""A month: each day with its dots or titles, how full it is, and free places to publish."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, datetime, timedelta

import flet as ft

from models.lists import DayOfTasks
from models.task import TaskLine
from views import theme
from views.app import routes
from views.app.boundary import component
from views.app.kit.states import show_reading
from views.app.query import use_query
from views.app.screens.timeline_face import TONES, BlockKind, is_at_best, kind_of
from views.app.screens.timeline_reading import Days, Fullness, read_days
from views.app.screens.timeline_shown import Shown
from views.app.screens.timeline_strip import dots, fullness_on
from views.app.session import AppSession

#: From this room on, a day shows titles instead of dots.
TITLES_FROM = 760
#: How far ahead a free place to publish is worth telling.
AHEAD = timedelta(days=31)
HEAD, TITLE = 34, 21


@component
def MonthView(session: AppSession, shown: Shown, room: int) -> ft.Control:
    """The weeks that hold the month of the day shown."""
    minute, _ = ft.use_state(session.minute)
    frame, _ = ft.use_state(session.frame)
    weeks = calendar.Calendar(session.dates.first_weekday).monthdatescalendar(
        shown.day.year, shown.day.month
    )
    first, last = weeks[0][0], weeks[-1][-1]
    reading = use_query(
        session,
        lambda desk: read_days(desk, first, last, reach=timedelta(0)),
        first,
        last,
    )
    taken = 230 if room < theme.RAIL_FROM else 140
    height = max(78, (frame.height - taken - (84 if not frame.is_wide else 0)) / len(weeks))

    def draw(days: Days) -> ft.Control:
        return ft.Column(
            [_week(session, shown, week, days, minute.now, room, height) for week in weeks],
            spacing=0,
            scroll=ft.ScrollMode.AUTO,
            expand=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )

    return ft.Container(
        ft.Column(
            [
                *_caption(session, shown, room),
                _weekdays(session),
                ft.Container(show_reading(session, reading, draw), expand=True),
            ],
            spacing=4,
            expand=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN - 8),
        expand=True,
    )


def _caption(session: AppSession, shown: Shown, room: int) -> list[ft.Control]:
    """The month where the page's title does not say it, and what an amber ring means."""
    legend: list[ft.Control] = [
        _slot_ring(),
        ft.Text(
            session.words.say("best hours still free"),
            style=theme.META,
            color=ft.Colors.ON_SURFACE_VARIANT,
        ),
    ]
    parts: list[ft.Control] = [ft.Container(expand=True), *legend]
    if room < theme.RAIL_FROM:
        title = session.dates.month_title(shown.day.year, shown.day.month)
        heading = ft.Text(title, style=theme.SECTION)
        parts.insert(0, ft.Semantics(header=True, container=True, content=heading))
    return [
        ft.Container(
            ft.Row(parts, spacing=6),
            padding=ft.Padding.only(left=8, right=8, top=4),
        )
    ]


def _slot_ring() -> ft.Control:
    return ft.Container(width=9, height=9, border_radius=5, border=ft.Border.all(1.5, theme.AMBER))


def _weekdays(session: AppSession) -> ft.Control:
    return ft.Semantics(
        exclude_semantics=True,
        content=ft.Row(
            [
                ft.Text(
                    name,
                    style=theme.META,
                    color=ft.Colors.ON_SURFACE_VARIANT,
                    text_align=ft.TextAlign.CENTER,
                    expand=True,
                )
                for name in session.dates.weekday_names()
            ],
            spacing=0,
        ),
    )


def _week(
    session: AppSession,
    shown: Shown,
    week: Sequence[date],
    days: Days,
    now: datetime,
    room: int,
    height: float,
) -> ft.Control:
    return ft.Row(
        [
            _day(session, shown, days.on(day), days, now, room >= TITLES_FROM, height)
            for day in week
        ],
        spacing=0,
        height=height,
    )


def has_free_slot(session: AppSession, entry: DayOfTasks, today: date) -> bool:
    """Whether nothing is published in the best hours of a day of the month ahead."""
    if not today <= entry.day <= today + AHEAD:
        return False
    return not any(
        line.lead and is_at_best(line, session.dates, session.settings) for line in entry.lines
    )


def _day(
    session: AppSession,
    shown: Shown,
    entry: DayOfTasks,
    days: Days,
    now: datetime,
    has_titles: bool,
    height: float,
) -> ft.Control:
    day, dates, words = entry.day, session.dates, session.words
    is_inside = day.month == shown.day.month
    full = fullness_on(session, days, day)
    is_free = has_free_slot(session, entry, shown.today)
    load = days.load_on(day)
    spoken = [
        dates.long_day(day, shown.today),
        words.count("{count} task", "{count} tasks", len(entry.lines)),
        dates.load(load, session.settings.daily_capacity) if load else "",
        words.say("too much for one day") if full is Fullness.OVER else "",
        words.say("best hours still free") if is_free else "",
    ]

    async def opened(_: object) -> None:
        await session.go(routes.TIMELINE if day == shown.today else routes.day_route(day))

    parts: list[ft.Control] = [_number(day, shown.today, is_inside, is_free, has_titles)]
    if has_titles:
        fits = max(0, int((height - HEAD - 14) // TITLE))
        parts.extend(_titles(session, entry, now, fits))
    else:
        parts.append(dots(len(entry.lines), is_over=full is Fullness.OVER))
    parts.append(ft.Container(expand=True))
    parts.append(_load_bar(load, session.settings.daily_capacity, full))
    return ft.Container(
        ft.MergeSemantics(
            ft.Semantics(
                label=", ".join(filter(None, spoken)),
                button=True,
                selected=day == shown.today or None,
                content=ft.Container(
                    ft.Semantics(
                        exclude_semantics=True,
                        content=ft.Column(
                            parts,
                            spacing=2,
                            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
                        ),
                    ),
                    height=height,
                    padding=ft.Padding.all(4 if has_titles else 3),
                    border=ft.Border.only(top=ft.BorderSide(1, ft.Colors.OUTLINE_VARIANT)),
                    opacity=1 if is_inside else theme.OUTSIDE,
                    ink=True,
                    on_click=opened,
                ),
            )
        ),
        expand=True,
    )


def _number(day: date, today: date, is_inside: bool, is_free: bool, has_titles: bool) -> ft.Control:
    is_today = day == today
    mark = ft.Container(
        ft.Text(
            str(day.day),
            style=theme.type_style(14, 700 if is_inside else 500, is_tabular=True),
            color=ft.Colors.ON_PRIMARY if is_today else ft.Colors.ON_SURFACE,
        ),
        width=30,
        height=26,
        border_radius=13,
        alignment=ft.Alignment.CENTER,
        bgcolor=ft.Colors.PRIMARY if is_today else None,
    )
    ring = ft.Container(_slot_ring(), opacity=1 if is_free else 0)
    if has_titles:
        return ft.Row([mark, ft.Container(expand=True), ring], spacing=0)
    return ft.Stack(
        [
            ft.Container(mark, alignment=ft.Alignment.CENTER, left=0, right=0),
            ft.Container(ring, right=0, top=0),
        ],
        height=26,
    )


def _titles(session: AppSession, entry: DayOfTasks, now: datetime, fits: int) -> list[ft.Control]:
    lines = entry.lines
    shown = lines if len(lines) <= fits else lines[: max(0, fits - 1)]
    rows: list[ft.Control] = [_title(session, line, now) for line in shown]
    if rest := len(lines) - len(shown):
        more = session.words.count("{count} more", "{count} more", rest)
        rows.append(
            ft.Text(more, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT, height=TITLE - 2)
        )
    return rows


def _title(session: AppSession, line: TaskLine, now: datetime) -> ft.Control:
    kind = kind_of(line, now)
    tones = TONES[kind]
    time = f"{session.dates.time(line.due_at)} " if line.due_at and line.due_time else ""
    return ft.Container(
        ft.Text(
            time + line.summary,
            style=theme.type_style(11.5, 500, is_struck=kind is BlockKind.DONE, is_tabular=True),
            color=tones.word,
            max_lines=1,
            overflow=ft.TextOverflow.ELLIPSIS,
        ),
        height=TITLE - 2,
        padding=ft.Padding.symmetric(horizontal=6),
        alignment=ft.Alignment.CENTER_LEFT,
        bgcolor=tones.ground,
        border_radius=6,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )


def _load_bar(load: timedelta, capacity: timedelta, full: Fullness) -> ft.Control:
    """How much of the day is planned; nothing for a free one."""
    if not load:
        return ft.Container(height=4)
    color = {
        Fullness.FREE: theme.DONE,
        Fullness.NEAR: theme.SOON,
        Fullness.OVER: theme.MISSED,
    }[full]
    share = max(1, min(100, round(load / capacity * 100)))
    bar = ft.Container(height=4, border_radius=2, bgcolor=color, expand=share)
    rest = [ft.Container(expand=100 - share)] if share < 100 else []
    return ft.Container(
        ft.Row([bar, *rest], spacing=0),
        height=4,
        border_radius=2,
        bgcolor=ft.Colors.SURFACE_CONTAINER_HIGH,
        margin=ft.Margin.symmetric(horizontal=4),
    )
