"""What is being dragged, drawn where it would land, with the time that it would have."""

from __future__ import annotations

import flet as ft

from services.day_layout import DayScale
from views import theme
from views.app.boundary import component
from views.app.screens.timeline_drag import Dragging
from views.app.screens.timeline_measure import Measure
from views.app.session import AppSession


@component
def Ghost(session: AppSession, dragging: Dragging, scale: DayScale, measure: Measure) -> ft.Control:
    """The block that is carried over one day; nothing while it is over another."""
    carrying, _ = ft.use_state(dragging.carrying)
    carried = carrying.current
    if carried is None or carried.day != scale.day:
        return ft.Container()
    dates = session.dates
    start, end = max(0, carried.start), min(scale.length, carried.end)
    told = dates.time(scale.instant_at(carried.told_from % scale.length))
    until = dates.time(scale.instant_at(carried.told_to % scale.length))
    words: list[ft.Control] = [
        ft.Text(f"{told} – {until}", style=theme.META_STRONG, color=ft.Colors.ON_PRIMARY),
        ft.Text(
            carried.title,
            style=theme.META,
            color=ft.Colors.ON_PRIMARY,
            max_lines=1,
            overflow=ft.TextOverflow.ELLIPSIS,
        ),
    ]
    height = max(measure.least_height, (end - start) * measure.hour / 60)
    return ft.Stack(
        [
            ft.Container(
                ft.Column(words if height >= 40 else words[:1], spacing=0, tight=True),
                top=measure.top(start),
                left=0,
                right=0,
                height=height,
                bgcolor=ft.Colors.with_opacity(0.88, ft.Colors.PRIMARY),
                border=ft.Border.all(2, ft.Colors.ON_SURFACE),
                border_radius=theme.RADIUS_BLOCK,
                padding=ft.Padding.symmetric(horizontal=8, vertical=3),
                clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
            )
        ],
        expand=True,
    )
