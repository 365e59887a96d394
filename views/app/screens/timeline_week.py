"""A week by its hours: seven days side by side, where there is room for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import flet as ft

from services.calendar import week_of
from services.day_layout import DayScale
from views import theme
from views.app import routes
from views.app.boundary import component
from views.app.kit.states import error_state
from views.app.query import Failed, Loaded, Loading, use_query
from views.app.screens.timeline_column import Hours, column, hours_of, scroll_target
from views.app.screens.timeline_grid import (
    GUTTER,
    best_hours,
    hides_label,
    hour_lines,
    now_line,
    skeleton,
    use_scroller,
)
from views.app.screens.timeline_over import over_bar
from views.app.screens.timeline_reading import Days, Fullness, read_days
from views.app.screens.timeline_shown import DAY, Shown
from views.app.screens.timeline_strip import fullness_on
from views.app.session import AppSession

HOUR = 58
LEAD_IN = 110
#: In a week a block may be narrower than in a day: it is seen beside the other days.
NARROWEST = 52
#: The most bars over the hours of a day.
BARS = 3


@component
def WeekView(session: AppSession, shown: Shown, room: int) -> ft.Control:
    """The days of the week, what stands over their hours, and the hours."""
    minute, _ = ft.use_state(session.minute)
    here, _ = ft.use_state(session.here)
    first, last = week_of(shown.day, session.dates.first_weekday)
    reading = use_query(session, lambda desk: read_days(desk, first, last), first, last)
    days = reading.value if isinstance(reading, Loaded) else None
    width = (room - theme.PAGE_MARGIN * 2 - GUTTER) / 7
    scales = [DayScale.of(first + at * DAY, session.dates.zone, is_wall=True) for at in range(7)]
    hours = hours_of(
        days or Days(first, last, ()), scales, minute.now, HOUR, width, narrowest=NARROWEST
    )
    target = scroll_target(hours, minute.now, LEAD_IN)
    scroller = use_scroller(session, target, first, days is not None)
    if isinstance(reading, Failed):
        body: ft.Control = error_state(session, reading.message, reading.retry)
    else:
        is_slow = isinstance(reading, Loading) and reading.is_slow
        body = _grid(session, hours, minute.now, width, here.place.uid, is_slow=is_slow)
    return ft.Column(
        [
            _heads(session, shown, hours, days),
            *_over(session, hours, minute.now),
            ft.Container(height=1, bgcolor=ft.Colors.OUTLINE_VARIANT),
            ft.Column(
                [body],
                ref=scroller,
                scroll=ft.ScrollMode.AUTO,
                expand=True,
                spacing=0,
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            ),
        ],
        spacing=0,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _in_columns(cells: Sequence[ft.Control]) -> ft.Control:
    """Seven cells over the columns of the days."""
    return ft.Container(
        ft.Row(list(cells), spacing=0, vertical_alignment=ft.CrossAxisAlignment.START),
        padding=ft.Padding.only(left=theme.PAGE_MARGIN + GUTTER, right=theme.PAGE_MARGIN),
    )


def _heads(
    session: AppSession, shown: Shown, hours: Sequence[Hours], days: Days | None
) -> ft.Control:
    names = session.dates.weekday_names()
    return _in_columns(
        [_head(session, shown, each, name, days) for each, name in zip(hours, names, strict=True)]
    )


def _head(
    session: AppSession, shown: Shown, hours: Hours, name: str, days: Days | None
) -> ft.Control:
    day, dates = hours.scale.day, session.dates
    is_today = day == shown.today
    load = ""
    full = Fullness.FREE
    if days is not None:
        full = fullness_on(session, days, day)
        load = dates.load(days.load_on(day), session.settings.daily_capacity)
    color = {
        Fullness.FREE: ft.Colors.ON_SURFACE_VARIANT,
        Fullness.NEAR: theme.SOON,
        Fullness.OVER: theme.MISSED,
    }[full]
    quiet = theme.META_NUMBER

    async def opened(_: object) -> None:
        await session.go(routes.TIMELINE if day == shown.today else routes.day_route(day))

    parts: list[ft.Control] = [
        ft.Text(name, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT),
        ft.Container(
            ft.Text(
                str(day.day),
                style=theme.type_style(20, 700, height=1.25, is_tabular=True),
                color=ft.Colors.ON_PRIMARY if is_today else ft.Colors.ON_SURFACE,
            ),
            width=38,
            height=32,
            alignment=ft.Alignment.CENTER,
            border_radius=16,
            bgcolor=ft.Colors.PRIMARY if is_today else None,
        ),
        ft.Row(
            [
                *(
                    [ft.Icon(ft.Icons.ERROR_ROUNDED, size=13, color=color)]
                    if full is Fullness.OVER
                    else []
                ),
                ft.Text(load, style=quiet, color=color, no_wrap=True),
            ],
            spacing=3,
            tight=True,
        ),
    ]
    spoken = ", ".join(filter(None, (dates.long_day(day, shown.today), load)))
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


def _over(session: AppSession, hours: Sequence[Hours], now: datetime) -> list[ft.Control]:
    """What stands over the hours, by day; no row without any."""
    if not any(each.over for each in hours):
        return []
    cells: list[ft.Control] = []
    for each in hours:
        bars = [over_bar(session, line, now, is_small=True) for line in each.over[:BARS]]
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
                padding=ft.Padding.only(left=3, right=3, bottom=6),
                expand=True,
            )
        )
    return [_in_columns(cells)]


def _grid(
    session: AppSession,
    hours: Sequence[Hours],
    now: datetime,
    width: float,
    selected: str,
    *,
    is_slow: bool,
) -> ft.Control:
    dates, measure, scale = session.dates, hours[0].measure, hours[0].scale
    left = theme.PAGE_MARGIN + GUTTER
    settings, last = session.settings, hours[-1]
    has_label = not hides_label(last.placed, last.scale, settings)
    band = best_hours(scale, measure, settings, dates, left - 4, has_label=has_label)
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
        columns = [_column(session, each, now, width, selected) for each in hours]
    return ft.Stack(
        [
            *([band] if band is not None else []),
            *hour_lines(scale, measure, dates, theme.PAGE_MARGIN),
            ft.Container(
                ft.Row(columns, spacing=0, vertical_alignment=ft.CrossAxisAlignment.STRETCH),
                left=left,
                right=theme.PAGE_MARGIN,
                top=0,
                bottom=0,
            ),
        ],
        height=measure.height,
    )


def _column(
    session: AppSession, hours: Hours, now: datetime, width: float, selected: str
) -> ft.Control:
    drawn = column(session, hours, now, width - 8, selected)
    parts: list[ft.Control] = [
        ft.Container(
            left=0, top=0, bottom=0, width=1, bgcolor=ft.Colors.OUTLINE_VARIANT, opacity=0.6
        ),
        ft.Stack(drawn, left=4, right=4, top=0, bottom=0),
    ]
    if hours.scale.holds(now):
        parts.append(now_line(hours.measure.top(hours.scale.minute(now)), 2))
    return ft.Stack(parts, expand=True)
