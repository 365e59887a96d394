"""Progress, as a bar and as a ring with its numbers. Plain functions from values to controls."""

from __future__ import annotations

import flet as ft

from views import theme


def share_of(done: int, total: int) -> float:
    """From 0 to 1; of nothing nothing."""
    return min(1.0, done / total) if total > 0 else 0.0


def bare_ring(share: float, *, size: float, stroke: float, color: str, track: str) -> ft.Control:
    """A ring whose numbers stand beside it: told too, it would make what holds it a bar of progress
    to a screen reader, and no button.
    """
    return ft.Semantics(
        exclude_semantics=True,
        content=ft.ProgressRing(
            value=share,
            width=size,
            height=size,
            stroke_width=stroke,
            stroke_cap=ft.StrokeCap.ROUND,
            color=color,
            bgcolor=track,
            track_gap=0,
            padding=0,
        ),
    )


def progress_bar(
    done: int,
    total: int,
    label: str,
    *,
    color: str = ft.Colors.PRIMARY,
    track: str = ft.Colors.SURFACE_CONTAINER_HIGH,
    height: float = 6,
) -> ft.Control:
    """A rounded bar; `label` says what is counted, with its numbers."""
    return ft.Semantics(
        label=label,
        container=True,
        exclude_semantics=True,
        content=ft.ProgressBar(
            value=share_of(done, total),
            bar_height=height,
            border_radius=height / 2,
            color=color,
            bgcolor=track,
            track_gap=0,
            stop_indicator_radius=0,
        ),
    )


def progress_ring(
    done: int,
    total: int,
    label: str,
    *,
    size: float = 48,
    stroke: float = 5,
    color: str = ft.Colors.PRIMARY,
    track: str = ft.Colors.SURFACE_CONTAINER_HIGH,
    on_color: str = ft.Colors.ON_SURFACE,
) -> ft.Control:
    """A ring around ``3/4``; `label` says what is counted, with its numbers."""
    numbers = f"{done}/{total}"
    # Four figures would stand on the ring.
    type_size = size * (0.29 if len(numbers) <= 4 else 0.21)
    return ft.Semantics(
        label=label,
        container=True,
        exclude_semantics=True,
        content=ft.Stack(
            width=size,
            height=size,
            alignment=ft.Alignment.CENTER,
            controls=[
                bare_ring(
                    share_of(done, total),
                    size=size - stroke,
                    stroke=stroke,
                    color=color,
                    track=track,
                ),
                ft.Text(
                    numbers,
                    style=theme.type_style(type_size, 800, height=1, is_tabular=True),
                    color=on_color,
                ),
            ],
        ),
    )
