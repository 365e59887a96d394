"""One day by its hours: what stands over them, the blocks in them, and now.

Owns reading the day's week and where the hours are scrolled to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import flet as ft

from models.moment import Moment
from models.task import TaskFields, TaskLine
from services.calendar import week_of
from services.day_layout import (
    DayScale,
    Placed,
    lay_out,
    over_hours,
    shown_hours,
    spans_in,
)
from views import theme
from views.app import routes
from views.app.boundary import component
from views.app.kit.states import error_state
from views.app.overlays import AddTask, Reschedule
from views.app.query import Failed, Loaded, Loading, use_query
from views.app.screens.timeline_grid import (
    GUTTER,
    PAD_TOP,
    Measure,
    best_hours,
    blocks,
    hour_lines,
    now_line,
)
from views.app.screens.timeline_head import GoTo, Shown, day_heading, week_strip
from views.app.screens.timeline_over import over_row
from views.app.screens.timeline_reading import Days, read_days
from views.app.session import AppSession

#: Pixels of an hour, on a phone and where there is room.
HOUR_PHONE, HOUR_WIDE = 52, 60
#: A block narrower than this cannot be read: further ones share a column.
COLUMN = 84
#: How many pixels over now, or over the first block, the hours are scrolled to.
LEAD_IN = 84


@dataclass(frozen=True, slots=True)
class Hours:
    """A day laid out: what is over the hours, the blocks, and the hours that hold them."""

    over: tuple[TaskLine, ...]
    placed: tuple[Placed, ...]
    measure: Measure
    scale: DayScale

    def target(self, now: datetime) -> float:
        """How far to scroll: to now, else to the first block."""
        if self.scale.holds(now):
            minute = self.scale.minute(now)
        else:
            minute = min((each.start for each in self.placed), default=self.measure.first)
        return max(0, self.measure.top(minute) - LEAD_IN)


def hours_of(days: Days, scale: DayScale, now: datetime, hour: float, room: float) -> Hours:
    """The day of `scale` laid out for `room` pixels, `hour` pixels an hour."""
    spans = spans_in(days.days, scale)
    measure = Measure(*shown_hours(spans, scale, now), hour)
    limit = max(2, int(room // COLUMN))
    placed = lay_out(spans, scale.length, least=measure.least, limit=limit)
    return Hours(over_hours(days.days, scale), placed, measure, scale)


@component
def DayView(session: AppSession, shown: Shown, room: int, go: GoTo) -> ft.Control:
    """The week's days, the day's heading, and its hours."""
    minute, _ = ft.use_state(session.minute)
    here, _ = ft.use_state(session.here)
    first, last = week_of(shown.day, session.dates.first_weekday)
    reading = use_query(session, lambda desk: read_days(desk, first, last), first, last)
    days = reading.value if isinstance(reading, Loaded) else None
    hour = HOUR_WIDE if room >= theme.RAIL_FROM else HOUR_PHONE
    width = room - 2 * theme.PAGE_MARGIN - GUTTER
    scale = DayScale.of(shown.day, session.dates.zone)
    empty = Days(shown.day, shown.day, ())
    hours = hours_of(days or empty, scale, minute.now, hour, width)
    column = ft.use_ref(lambda: ft.Ref[ft.Column]()).current

    def scroll() -> None:
        if days is not None and column is not None:
            session.spawn(_scroll(column, hours.target(minute.now)))

    ft.use_effect(scroll, [shown.day, days is not None])
    if isinstance(reading, Failed):
        body: ft.Control = error_state(session, reading.message, reading.retry)
    else:
        is_slow = isinstance(reading, Loading) and reading.is_slow
        body = _grid(session, hours, days, minute.now, width, here.place.uid, is_slow=is_slow)
    over = over_row(session, hours.over, minute.now)
    return ft.Column(
        [
            week_strip(session, shown, days, go),
            day_heading(session, shown, days),
            *([over] if over is not None else []),
            ft.Column(
                [body],
                ref=column,
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


async def _scroll(column: ft.Ref[ft.Column], target: float) -> None:
    if column.current is not None:
        await column.current.scroll_to(offset=target, duration=theme.CALM_MS)


def _grid(
    session: AppSession,
    hours: Hours,
    days: Days | None,
    now: datetime,
    room: float,
    selected: str,
    *,
    is_slow: bool,
) -> ft.Control:
    dates, settings, measure, scale = session.dates, session.settings, hours.measure, hours.scale
    margin = theme.PAGE_MARGIN

    async def add(event: ft.TapEvent[ft.GestureDetector]) -> None:
        if event.local_position is None:
            return
        at = scale.instant_at(measure.minute(event.local_position.y))
        fields = TaskFields(due=Moment.at(at, dates.zone.key))
        session.overlay.open(AddTask(fields))

    async def open_block(uid: str) -> None:
        await session.go(routes.task_route(uid) if uid else routes.agenda_route(scale.day))

    async def hold_block(uid: str) -> None:
        session.overlay.open(Reschedule((uid,)))

    band = best_hours(
        scale,
        measure,
        settings,
        dates,
        margin + GUTTER - 4,
        has_label=not _hides_label(hours, scale.minute_of(settings.best_start)),
    )
    drawn: list[ft.Control] = [
        ft.GestureDetector(
            ft.Container(bgcolor=ft.Colors.TRANSPARENT),
            left=0,
            right=0,
            top=0,
            bottom=0,
            on_tap_up=add,
            exclude_from_semantics=True,
        ),
        *([band] if band is not None else []),
        *hour_lines(scale, measure, dates, margin),
        ft.Stack(
            _skeleton(measure)
            if is_slow
            else blocks(
                hours.placed,
                measure,
                dates,
                settings,
                now,
                room,
                open_block,
                hold_block,
                selected=selected,
            ),
            left=margin + GUTTER,
            right=margin + 4,
            top=0,
            bottom=0,
        ),
    ]
    if days is not None and not hours.placed and not hours.over:
        drawn.append(_nothing(session, scale))
    if scale.holds(now):
        drawn.append(now_line(measure.top(scale.minute(now)), margin + GUTTER - 4))
    return ft.Stack(drawn, height=measure.height + (88 if room < theme.RAIL_FROM else 0))


def _hides_label(hours: Hours, minute: int) -> bool:
    """Whether a block stands where the best hours' label would."""
    return any(each.start < minute + 30 and minute < each.end for each in hours.placed)


def _nothing(session: AppSession, scale: DayScale) -> ft.Control:
    """A free day says so, over its hours, and how to fill it."""
    say = session.words.say

    async def add(_: object) -> None:
        session.overlay.open(AddTask({"due": Moment(scale.day)}))

    return ft.Container(
        ft.Row(
            [
                ft.Icon(ft.Icons.SPA_ROUNDED, size=22, color=ft.Colors.ON_SECONDARY_CONTAINER),
                ft.Column(
                    [
                        ft.Text(say("Nothing on this day"), style=theme.TASK),
                        ft.Text(
                            say("Tap an hour to plan something."),
                            style=theme.META,
                            color=ft.Colors.ON_SURFACE_VARIANT,
                        ),
                    ],
                    spacing=0,
                    tight=True,
                    expand=True,
                ),
                ft.FilledTonalButton(say("Plan"), on_click=add),
            ],
            spacing=12,
        ),
        top=PAD_TOP + 14,
        left=theme.PAGE_MARGIN + GUTTER,
        right=theme.PAGE_MARGIN + 4,
        padding=ft.Padding.symmetric(horizontal=16, vertical=12),
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
        border_radius=theme.RADIUS_BANNER,
    )


def _skeleton(measure: Measure) -> list[ft.Control]:
    """Grey blocks where tasks will be."""
    places: Sequence[tuple[float, float]] = ((0.6, 1.0), (2.2, 1.6), (5.0, 0.9), (6.5, 2.0))
    bones: list[Any] = [
        ft.Container(
            top=PAD_TOP + at * measure.hour,
            left=0,
            right=0,
            height=length * measure.hour,
            border_radius=theme.RADIUS_BLOCK,
            bgcolor=ft.Colors.SURFACE_CONTAINER_HIGH,
        )
        for at, length in places
    ]
    return [
        ft.Shimmer(
            ft.Stack(bones),
            base_color=ft.Colors.SURFACE_CONTAINER_HIGH,
            highlight_color=ft.Colors.SURFACE_CONTAINER_LOW,
            left=0,
            right=0,
            top=0,
            bottom=0,
        )
    ]
