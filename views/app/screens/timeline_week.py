"""A week by its hours: seven days side by side, where there is room for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import flet as ft

from models.fullness import Fullness
from services.calendar import week_of
from services.day_layout import DayScale
from views import theme
from views.app import routes
from views.app.boundary import component
from views.app.kit.states import error_state
from views.app.observed import left_of
from views.app.query import Failed, Loaded, Loading, use_query
from views.app.screens.timeline_column import Hours, column, hours_of, scroll_target
from views.app.screens.timeline_doing import Doing, use_doing, use_hours_window
from views.app.screens.timeline_drag import Board
from views.app.screens.timeline_grid import (
    best_hours,
    hides_label,
    hour_lines,
    now_line,
    skeleton,
)
from views.app.screens.timeline_measure import NARROW, WIDE, Sides
from views.app.screens.timeline_over import over_bar
from views.app.screens.timeline_reading import Days, read_days
from views.app.screens.timeline_shown import DAY, Shown
from views.app.screens.timeline_strip import (
    FULL_COLORS,
    FULL_ICONS,
    capacity_on,
    fullness_note,
    fullness_on,
)
from views.app.screens.timeline_tray import use_tray
from views.app.session import AppSession

HOUR, HOUR_PHONE = 58, 52
LEAD_IN = 110
#: In a week a block may be narrower than in a day: it is seen beside the other days. On a phone
#: those that overlap are one block, which leads to the day.
NARROWEST, NARROWEST_PHONE = 52, 40
#: The largest that a day's number is drawn over a phone's narrow columns.
_WIDEST_NUMBER = 26
#: The most bars over the hours of a day.
BARS = 3


@component
def WeekView(session: AppSession, shown: Shown, room: int) -> ft.Control:
    """The days of the week, what stands over their hours, and the hours."""
    minute, _ = ft.use_state(session.minute)
    doing = use_doing(session)
    first, last = week_of(shown.day, session.dates.first_weekday)
    reading = use_query(session, lambda desk: read_days(desk, first, last), first, last)
    tray = use_tray(session, doing, below=1)
    days = reading.value if isinstance(reading, Loaded) else None
    is_slim = room < theme.RAIL_FROM
    text_scale = session.frame.text_scale
    sides = (NARROW if is_slim else WIDE).scaled(text_scale)
    width = sides.column(room, 7)
    scales = [DayScale.of(first + at * DAY, session.dates.zone, is_wall=True) for at in range(7)]
    hours = hours_of(
        days or Days(first, last, ()),
        scales,
        minute.now,
        HOUR_PHONE if is_slim else HOUR,
        width,
        narrowest=NARROWEST_PHONE if is_slim else NARROWEST,
        text_scale=text_scale,
    )
    doing.dragging.board = Board(
        tuple(scales), hours[0].measure, width, left_of(session.frame) + sides.left
    )
    target = scroll_target(hours, minute.now, LEAD_IN)
    if isinstance(reading, Failed):
        body: ft.Control = error_state(session, reading.message, reading.retry)
    else:
        is_slow = isinstance(reading, Loading) and reading.is_slow
        body = _grid(
            session, hours, minute.now, width, sides, doing, is_slow=is_slow, is_slim=is_slim
        )
    return ft.Column(
        [
            _heads(session, shown, hours, days, sides, is_slim=is_slim),
            *_over(session, hours, minute.now, sides, doing, is_slim=is_slim),
            *tray,
            ft.Container(height=1, bgcolor=ft.Colors.OUTLINE_VARIANT),
            use_hours_window(session, doing, body, target, first, is_ready=days is not None),
        ],
        spacing=0,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _in_columns(cells: Sequence[ft.Control], sides: Sides) -> ft.Control:
    """Seven cells over the columns of the days."""
    return ft.Container(
        ft.Row(list(cells), spacing=0, vertical_alignment=ft.CrossAxisAlignment.START),
        padding=ft.Padding.only(left=sides.left, right=sides.right),
    )


def _heads(
    session: AppSession,
    shown: Shown,
    hours: Sequence[Hours],
    days: Days | None,
    sides: Sides,
    *,
    is_slim: bool,
) -> ft.Control:
    names = session.dates.weekday_letters() if is_slim else session.dates.weekday_names()
    heads = [
        _head(session, shown, each, name, days, is_slim=is_slim)
        for each, name in zip(hours, names, strict=True)
    ]
    return _in_columns(heads, sides)


def _head(
    session: AppSession,
    shown: Shown,
    hours: Hours,
    name: str,
    days: Days | None,
    *,
    is_slim: bool,
) -> ft.Control:
    day, dates, text_scale = hours.scale.day, session.dates, session.frame.text_scale
    is_today = day == shown.today
    spoken_load, note, load = "", "", ""
    full = Fullness.FREE
    if days is not None:
        planned, capacity = days.load_on(day), capacity_on(session, day)
        full = fullness_on(session, days, day)
        spoken_load, note = dates.load(planned, capacity), fullness_note(dates.words, full)
        load = _slim_load(session, planned, full) if is_slim else spoken_load
    color = FULL_COLORS[full]
    # On a phone the columns are as narrow with large text as without.
    size = min(20, _WIDEST_NUMBER / text_scale) if is_slim else 20
    if is_slim and session.frame.has_large_text:
        load = ""
    quiet = theme.type_style(10, 600, is_tabular=True) if is_slim else theme.META_NUMBER

    async def opened(_: object) -> None:
        await session.go(routes.TIMELINE if day == shown.today else routes.day_route(day))

    parts: list[ft.Control] = [
        ft.Text(name, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT),
        ft.Container(
            ft.Text(
                str(day.day),
                style=theme.type_style(size, 700, height=1.25, is_tabular=True),
                color=ft.Colors.ON_PRIMARY if is_today else ft.Colors.ON_SURFACE,
            ),
            width=min(38 * text_scale, 44 if is_slim else 38 * text_scale),
            height=32 * text_scale,
            alignment=ft.Alignment.CENTER,
            border_radius=16 * text_scale,
            bgcolor=ft.Colors.PRIMARY if is_today else None,
        ),
        ft.Row(
            [
                *(
                    [ft.Icon(FULL_ICONS[full], size=13, color=color)]
                    if full in FULL_ICONS and not is_slim
                    else []
                ),
                ft.Text(
                    load,
                    style=quiet,
                    color=color,
                    no_wrap=True,
                ),
            ],
            spacing=3,
            tight=True,
        ),
    ]
    spoken = ", ".join(filter(None, (dates.long_day(day, shown.today), spoken_load, note)))
    return ft.Container(
        ft.MergeSemantics(
            ft.Semantics(
                label=spoken,
                button=True,
                selected=is_today or None,
                content=ft.Container(
                    ft.Semantics(
                        exclude_semantics=True,
                        content=ft.Column(
                            parts,
                            spacing=2,
                            tight=True,
                            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
                        ),
                    ),
                    padding=ft.Padding.symmetric(vertical=4),
                    alignment=ft.Alignment.CENTER,
                    border_radius=theme.RADIUS_BLOCK,
                    ink=True,
                    on_click=opened,
                ),
            )
        ),
        expand=True,
    )


def _slim_load(session: AppSession, planned: timedelta, full: Fullness) -> str:
    """``7 j 30 m``, with a mark where it is too much; nothing for a free day."""
    text = session.dates.compact(planned) if planned else ""
    return f"!{text}" if full is Fullness.OVER else text


def _over(
    session: AppSession,
    hours: Sequence[Hours],
    now: datetime,
    sides: Sides,
    doing: Doing,
    *,
    is_slim: bool,
) -> list[ft.Control]:
    """What stands over the hours, by day; no row without any."""
    if not any(each.over for each in hours):
        return []
    cells: list[ft.Control] = []
    for each in hours:
        bars = [
            over_bar(session, line, now, doing.acts, is_small=True) for line in each.over[:BARS]
        ]
        if len(each.over) > BARS:
            more = session.words.count("{count} more", "{count} more", len(each.over) - BARS)
            bars.append(ft.Text(more, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT))
        cells.append(
            ft.Container(
                ft.Column(
                    bars,
                    spacing=2,
                    tight=True,
                    horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
                ),
                padding=ft.Padding.only(left=1 if is_slim else 3, right=1, bottom=6),
                expand=True,
            )
        )
    return [_in_columns(cells, sides)]


def _grid(
    session: AppSession,
    hours: Sequence[Hours],
    now: datetime,
    width: float,
    sides: Sides,
    doing: Doing,
    *,
    is_slow: bool,
    is_slim: bool,
) -> ft.Control:
    dates, measure, scale = session.dates, hours[0].measure, hours[0].scale
    settings, last = session.settings, hours[-1]
    has_label = not is_slim and not hides_label(last.placed, last.scale, settings)
    band = best_hours(scale, measure, settings, dates, sides.left - 4, has_label=has_label)
    if is_slow:
        columns: list[ft.Control] = [
            ft.Container(
                ft.Stack(skeleton(measure, session.words.say("Loading"))),
                padding=ft.Padding.symmetric(horizontal=3),
                expand=True,
            )
            for _ in hours
        ]
    else:
        columns = [_column(session, each, at, now, width, doing) for at, each in enumerate(hours)]
    return ft.Stack(
        [
            *([band] if band is not None else []),
            *hour_lines(scale, measure, dates, sides),
            ft.Container(
                ft.Row(columns, spacing=0, vertical_alignment=ft.CrossAxisAlignment.STRETCH),
                left=sides.left,
                right=sides.right,
                top=0,
                bottom=0,
            ),
        ],
        height=measure.height + (88 if is_slim else 0),
    )


def _column(
    session: AppSession, hours: Hours, at: int, now: datetime, width: float, doing: Doing
) -> ft.Control:
    side = 1 if width < NARROWEST else 4
    drawn = column(session, hours, at, now, width - 2 * side, doing)
    parts: list[ft.Control] = [
        ft.Container(
            left=0, top=0, bottom=0, width=1, bgcolor=ft.Colors.OUTLINE_VARIANT, opacity=0.6
        ),
        ft.Stack(drawn, left=side, right=side, top=0, bottom=0),
    ]
    if hours.scale.holds(now):
        parts.append(now_line(hours.measure.top(hours.scale.minute(now)), 2))
    return ft.Stack(parts, expand=True)
