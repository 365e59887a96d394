"""The hours as they are drawn: lines, the best-hours band, blocks, and the line of now.

Owns the measures that a day and a week share, and where a minute stands in pixels. Plain
functions from values to controls.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import flet as ft

from services.day_columns import Placed
from services.day_layout import DayScale
from services.settings import Settings
from views import theme
from views.app.motion import lasting
from views.app.screens.timeline_block import GAP, LEAST_HEIGHT, OnBlock, draw_block
from views.app.screens.timeline_face import face_of_block
from views.app.session import AppSession
from views.text import Dates

#: Pixels over the first line, for half of its label.
PAD_TOP = 10
PAD_BOTTOM = 24
#: Where the blocks begin: right of the hours' labels.
GUTTER = 56


@dataclass(frozen=True, slots=True)
class Measure:
    """Where minutes stand.

    Attributes:
        first, last: the minutes shown.
        hour: pixels of an hour.
    """

    first: int
    last: int
    hour: float

    def top(self, minute: float) -> float:
        """Pixels from the top of the grid."""
        return PAD_TOP + (minute - self.first) * self.hour / 60

    @property
    def height(self) -> float:
        """Pixels of the whole grid."""
        return self.top(self.last) + PAD_BOTTOM

    @property
    def least(self) -> int:
        """The minutes that a block of the least height takes."""
        return round(LEAST_HEIGHT / self.hour * 60)

    def minute(self, pixels: float) -> int:
        """The minute that stands there, in half hours, within the hours shown."""
        at = self.first + (pixels - PAD_TOP) / self.hour * 60
        return max(self.first, min(self.last - 30, round(at // 30) * 30))


def hour_lines(scale: DayScale, measure: Measure, dates: Dates, left: float) -> list[ft.Control]:
    """A line for each hour, and its label left of it; `left` is the page's margin."""
    found: list[ft.Control] = []
    for minute, hour in scale.hours():
        if measure.first <= minute <= measure.last:
            found.append(_hour_line(measure.top(minute), left + GUTTER - 4))
            found.append(_hour_label(dates.time(hour), measure.top(minute), left))
    if measure.last == scale.length:
        found.append(_hour_line(measure.top(measure.last), left + GUTTER - 4))
    return found


def _hour_line(top: float, left: float) -> ft.Control:
    return ft.Container(top=top, left=left, right=0, height=1, bgcolor=ft.Colors.OUTLINE_VARIANT)


def _hour_label(text: str, top: float, left: float) -> ft.Control:
    return ft.Container(
        ft.Text(text, style=theme.META_NUMBER, color=ft.Colors.ON_SURFACE_VARIANT, no_wrap=True),
        top=top - 9,
        left=left,
    )


def best_hours(
    scale: DayScale,
    measure: Measure,
    settings: Settings,
    dates: Dates,
    left: float,
    *,
    has_label: bool = True,
) -> ft.Control | None:
    """The band of the hours in which most people look; None where they are not shown."""
    start = max(measure.first, scale.minute_of(settings.best_start))
    end = min(measure.last, scale.minute_of(settings.best_end))
    if end <= start:
        return None
    hours = dates.hours(settings.best_start, settings.best_end)
    label = ft.Text(
        dates.words.say("best hours {hours}", hours=hours),
        style=theme.META_STRONG,
        color=theme.AMBER,
        no_wrap=True,
    )
    return ft.Container(
        label if has_label else None,
        top=measure.top(start),
        left=left,
        right=0,
        height=(end - start) * measure.hour / 60,
        bgcolor=theme.BEST_HOURS,
        alignment=ft.Alignment.TOP_RIGHT,
        padding=ft.Padding.only(right=8, top=3),
    )


def hides_label(placed: Iterable[Placed], scale: DayScale, settings: Settings) -> bool:
    """Whether a block stands where the band's label would."""
    minute = scale.minute_of(settings.best_start)
    return any(each.start < minute + 30 and minute < each.end for each in placed)


def now_line(top: float, left: float) -> ft.Control:
    """The red line of the present minute, with its dot at the start."""
    return ft.Container(
        ft.Stack(
            [
                ft.Container(top=5, left=4, right=0, height=2, bgcolor=ft.Colors.ERROR),
                ft.Container(
                    top=1, left=1, width=10, height=10, border_radius=5, bgcolor=ft.Colors.ERROR
                ),
            ]
        ),
        top=top - 6,
        left=left - 6,
        right=0,
        height=12,
        ignore_interactions=True,
    )


def blocks(
    placed: Sequence[Placed],
    measure: Measure,
    dates: Dates,
    settings: Settings,
    now: datetime,
    room: float,
    on_open: OnBlock,
    on_hold: OnBlock,
    *,
    selected: str = "",
) -> list[ft.Control]:
    """The blocks of one day, each at its hour; hand them to a Stack `room` wide (about).

    Args:
        now: aware; says what is missed or soon.
        selected: uid of the task that is open beside.
    """
    return [
        _at_its_place(
            each,
            measure,
            draw_block(
                face := face_of_block(each, dates, settings, now),
                _height(each.start, each.end, measure),
                _window_height(each, measure),
                room * each.width / each.columns - 4,
                on_open,
                on_hold,
                is_selected=bool(face.uid) and face.uid == selected,
            ),
        )
        for each in placed
    ]


def _height(start: int, end: int, measure: Measure) -> float:
    return max(LEAST_HEIGHT, (end - start) * measure.hour / 60)


def _window_height(placed: Placed, measure: Measure) -> float:
    turn = placed.span.turn
    if placed.is_several or turn is None:
        return 0
    if turn >= placed.span.end:
        return _height(placed.start, placed.end, measure)
    return max(0, turn - placed.start) * measure.hour / 60


def _at_its_place(placed: Placed, measure: Measure, block: ft.Control) -> ft.Control:
    after = placed.columns - placed.column - placed.width
    cells: list[ft.Control] = []
    if placed.column:
        cells.append(ft.Container(expand=placed.column))
    cells.append(
        ft.Container(block, expand=placed.width, padding=ft.Padding.only(right=4 if after else 0))
    )
    if after:
        cells.append(ft.Container(expand=after))
    key = "-".join((placed.span.line.uid, str(len(placed.spans))))
    return ft.Container(
        ft.Row(cells, spacing=0, vertical_alignment=ft.CrossAxisAlignment.START),
        key=key,
        top=measure.top(placed.start) + GAP,
        left=0,
        right=0,
        height=_height(placed.start, placed.end, measure) - GAP,
    )


def skeleton(measure: Measure, label: str) -> list[ft.Control]:
    """Grey blocks where tasks will be."""
    places: Sequence[tuple[float, float]] = ((0.6, 1.0), (2.2, 1.6), (5.0, 0.9), (6.5, 2.0))
    bones: list[ft.Control] = [
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
    shimmer = ft.Shimmer(
        ft.Stack(bones, expand=True),
        base_color=ft.Colors.SURFACE_CONTAINER_HIGH,
        highlight_color=ft.Colors.SURFACE_CONTAINER_LOW,
    )
    return [
        ft.Container(
            ft.Semantics(label=label, container=True, content=shimmer),
            left=0,
            right=0,
            top=0,
            height=measure.height,
        )
    ]


def use_scroller(
    session: AppSession, target: float, day: date, is_ready: bool
) -> ft.Ref[ft.Column]:
    """A reference for the Column that holds the hours, which is scrolled to `target`.

    That is done once it is ready, and again for another `day`.
    """
    scroller = ft.use_ref(lambda: ft.Ref[ft.Column]()).current
    assert scroller is not None

    async def scroll() -> None:
        if scroller.current is not None:
            await scroller.current.scroll_to(offset=target, duration=lasting(theme.CALM_MS))

    def begin() -> None:
        if is_ready:
            session.spawn(scroll())

    ft.use_effect(begin, [day, is_ready])
    return scroller
