"""One day by its hours: what stands over them, the blocks in them, and now.

Owns reading the day's week and where the hours are scrolled to.
"""

from __future__ import annotations

from datetime import datetime

import flet as ft

from models.moment import Moment
from services.calendar import week_of
from services.day_layout import DayScale
from views import theme
from views.app.boundary import component
from views.app.kit.states import error_state
from views.app.observed import left_of
from views.app.overlays import AddTask
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
from views.app.screens.timeline_measure import ONE_DAY, Sides
from views.app.screens.timeline_over import over_row
from views.app.screens.timeline_reading import Days, read_days
from views.app.screens.timeline_shown import GoTo, Shown
from views.app.screens.timeline_strip import day_heading, week_strip
from views.app.screens.timeline_tray import use_tray
from views.app.session import AppSession

#: Pixels of an hour, on a phone and where there is room.
HOUR_PHONE, HOUR_WIDE = 52, 60
#: How many pixels over now, or over the first block, the hours are scrolled to.
LEAD_IN = 84
#: About how high the card of a free day is, and how far it stands from the line of now.
NOTHING_HEIGHT, NOTHING_GAP = 132, 16


@component
def DayView(session: AppSession, shown: Shown, room: int, go: GoTo) -> ft.Control:
    """The week's days, the day's heading, and its hours."""
    minute, _ = ft.use_state(session.minute)
    doing = use_doing(session)
    first, last = week_of(shown.day, session.dates.first_weekday)
    reading = use_query(session, lambda desk: read_days(desk, first, last), first, last)
    tray = use_tray(session, doing)
    days = reading.value if isinstance(reading, Loaded) else None
    hour = HOUR_WIDE if room >= theme.RAIL_FROM else HOUR_PHONE
    sides = ONE_DAY.scaled(session.frame.text_scale)
    width = sides.column(room)
    scale = DayScale.of(shown.day, session.dates.zone)
    empty = Days(shown.day, shown.day, ())
    (hours,) = hours_of(
        days or empty, [scale], minute.now, hour, width, text_scale=session.frame.text_scale
    )
    doing.dragging.board = Board(
        (scale,), hours.measure, width, left_of(session.frame) + sides.left
    )
    target = scroll_target([hours], minute.now, LEAD_IN)
    if isinstance(reading, Failed):
        body: ft.Control = error_state(session, reading.message, reading.retry)
    else:
        is_slow = isinstance(reading, Loading) and reading.is_slow
        body = _grid(session, hours, days, minute.now, width, doing, target, is_slow=is_slow)
    over = over_row(session, hours.over, minute.now, doing.acts)
    return ft.Column(
        [
            week_strip(session, shown, days, go),
            day_heading(session, shown, days),
            *([over] if over is not None else []),
            *tray,
            use_hours_window(session, doing, body, target, shown.day, is_ready=days is not None),
        ],
        spacing=0,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _grid(
    session: AppSession,
    hours: Hours,
    days: Days | None,
    now: datetime,
    room: float,
    doing: Doing,
    target: float,
    *,
    is_slow: bool,
) -> ft.Control:
    dates, settings, measure, scale = session.dates, session.settings, hours.measure, hours.scale
    sides = ONE_DAY.scaled(measure.text_scale)
    top = nothing_top(hours, now, target)
    is_free = days is not None and not hours.placed and not hours.over
    label = measure.top(scale.minute_of(settings.best_start))
    is_covered = is_free and top - 24 < label < top + NOTHING_HEIGHT * measure.text_scale
    band = best_hours(
        scale,
        measure,
        settings,
        dates,
        sides.left - 4,
        has_label=not is_covered and not hides_label(hours.placed, scale, settings),
    )
    drawn: list[ft.Control] = [
        *([band] if band is not None else []),
        *hour_lines(scale, measure, dates, sides),
        ft.Stack(
            skeleton(measure, session.words.say("Loading"))
            if is_slow
            else column(session, hours, 0, now, room, doing),
            left=sides.left,
            right=sides.right,
            top=0,
            bottom=0,
        ),
    ]
    if is_free:
        drawn.append(_nothing(session, scale, top, sides))
    if scale.holds(now):
        drawn.append(now_line(measure.top(scale.minute(now)), sides.left - 4))
    return ft.Stack(drawn, height=measure.height + (88 if room < theme.RAIL_FROM else 0))


def nothing_top(hours: Hours, now: datetime, target: float) -> float:
    """Where the card of a free day stands among the hours that are seen first.

    Today it is clear of the line of now: under it, and over it late in the evening.

    Args:
        now: aware.
        target: pixels that the hours are scrolled to.
    """
    if not hours.scale.holds(now):
        return target + 24
    measure = hours.measure
    line = measure.top(hours.scale.minute(now))
    height = NOTHING_HEIGHT * measure.text_scale
    if line + NOTHING_GAP + height <= measure.height:
        return line + NOTHING_GAP
    return line - NOTHING_GAP - height


def _nothing(session: AppSession, scale: DayScale, top: float, sides: Sides) -> ft.Control:
    """A free day says so, over the hours that are seen first, and how to fill it."""
    say = session.words.say

    async def add(_: object) -> None:
        session.overlay.open(AddTask({"due": Moment(scale.day)}))

    return ft.Container(
        ft.Row(
            [
                ft.Icon(ft.Icons.SPA_ROUNDED, size=24, color=ft.Colors.ON_SECONDARY_CONTAINER),
                ft.Column(
                    [
                        ft.Text(say("Nothing on this day"), style=theme.TASK),
                        ft.Text(
                            say("Tap an hour to plan something."),
                            style=theme.META,
                            color=ft.Colors.ON_SURFACE_VARIANT,
                        ),
                        ft.Container(
                            ft.FilledTonalButton(say("Plan"), on_click=add),
                            padding=ft.Padding.only(top=8),
                        ),
                    ],
                    spacing=0,
                    tight=True,
                    expand=True,
                ),
            ],
            spacing=12,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
        top=top,
        left=sides.left,
        right=sides.right,
        padding=ft.Padding.all(16),
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
        border_radius=theme.RADIUS_BANNER,
    )
