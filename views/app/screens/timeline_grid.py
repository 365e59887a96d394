"""The hours as they are drawn: lines, the best-hours band, and the line of now.

Plain functions from values to controls.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import flet as ft

from services.day_columns import Placed
from services.day_layout import DayScale
from services.settings import Settings
from views import theme
from views.app.screens.timeline_measure import PAD_TOP, Measure, Sides
from views.text import Dates


def hour_lines(scale: DayScale, measure: Measure, dates: Dates, sides: Sides) -> list[ft.Control]:
    """A line for each hour, and its label left of it."""
    found: list[ft.Control] = []
    for minute, hour in scale.hours():
        if measure.first <= minute <= measure.last:
            found.append(_hour_line(measure.top(minute), sides.left - 4))
            found.append(_hour_label(dates.time(hour), measure, minute, sides))
    if measure.last == scale.length:
        found.append(_hour_line(measure.top(measure.last), sides.left - 4))
    return found


def _hour_line(top: float, left: float) -> ft.Control:
    return ft.Container(top=top, left=left, right=0, height=1, bgcolor=ft.Colors.OUTLINE_VARIANT)


def _hour_label(text: str, measure: Measure, minute: float, sides: Sides) -> ft.Control:
    return ft.Container(
        ft.Text(text, style=theme.META_NUMBER, color=ft.Colors.ON_SURFACE_VARIANT, no_wrap=True),
        top=measure.top(minute) - 9 * measure.text_scale,
        left=sides.margin,
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
