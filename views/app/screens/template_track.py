"""The days of a template as stops on a line: on its card by number, on a date by the calendar.

Plain functions from values to controls.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import flet as ft

from views import theme
from views.text import Words

_ROW = 28
_DOT = 9
#: About how wide a character of a day is, and the least room that days get.
_CHARACTER = 6.7
_LEAST = 44
#: Days that need more room than this stand over what is done on them.
_MOST = 140


class Stop(NamedTuple):
    """One line: when (empty: no day), what, and whether it is the day that it all leads up to."""

    when: str
    title: str
    is_target: bool = False
    is_past: bool = False


def track(
    words: Words,
    stops: Sequence[Stop],
    tint: theme.Tint,
    *,
    first: int | None = None,
    text_scale: float = 1,
) -> ft.Control:
    """The stops from top to bottom.

    Args:
        first: shown of the first ones; the target and the last one come behind them, and in
            the gap how many others there are. None: all of them are shown.
        text_scale: how much larger than usual text is; from large on days stand over words.
    """
    shown = _in_short(stops, first)
    # Words and days stand in columns of their own.
    room = max(_LEAST, *(len(stop.when) * _CHARACTER for stop in shown)) if shown else _LEAST
    room *= text_scale
    is_stacked = room > _MOST
    high = _ROW * text_scale * (2 if is_stacked else 1)
    rows = [
        _row(stop, tint, room, high, is_stacked, is_first=not at, is_last=at == len(shown) - 1)
        for at, stop in enumerate(shown)
    ]
    if (left := len(stops) - len(shown)) and first is not None:
        more = words.count("and {count} more", "and {count} more", left)
        rows.insert(first, _gap(more, tint, 0 if is_stacked else room, _ROW * text_scale))
    return ft.Column(
        rows, spacing=0, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )


def is_short(stops: Sequence[Stop], first: int) -> bool:
    """Whether all of them are shown where only the `first` ones are asked for."""
    return len(_in_short(stops, first)) == len(stops)


def _in_short(stops: Sequence[Stop], first: int | None) -> Sequence[Stop]:
    # To hide one line behind another that says so is no gain.
    if first is None or len(stops) <= first + 3:
        return stops
    target = next((stop for stop in stops[first:-1] if stop.is_target), None)
    return [*stops[:first], *([target] if target else []), stops[-1]]


def _row(
    stop: Stop,
    tint: theme.Tint,
    room: float,
    high: float,
    is_stacked: bool,
    *,
    is_first: bool,
    is_last: bool,
) -> ft.Control:
    quiet = theme.SOON if stop.is_past else ft.Colors.ON_SURFACE_VARIANT
    title = ft.Text(
        stop.title,
        style=theme.LABEL if stop.is_target else theme.type_style(13.5, 500, height=1.3),
        max_lines=1,
        overflow=ft.TextOverflow.ELLIPSIS,
        expand=True,
    )
    when = ft.Text(
        stop.when, style=theme.META_NUMBER, color=quiet, max_lines=1, no_wrap=True, width=room
    )
    beside: list[ft.Control] = [when, title]
    if is_stacked:
        words = ft.Column([when, ft.Row([title])], spacing=0, tight=True, expand=True)
        beside = [words]
    return ft.MergeSemantics(
        ft.Row(
            [_mark(stop, tint, high, is_first, is_last), *beside],
            spacing=8,
            height=high,
            vertical_alignment=ft.CrossAxisAlignment.CENTER,
        )
    )


def _mark(stop: Stop, tint: theme.Tint, high: float, is_first: bool, is_last: bool) -> ft.Control:
    size = _DOT + 4 if stop.is_target else _DOT
    reach = (high - size) / 2
    dot = ft.Container(
        width=size,
        height=size,
        shape=ft.BoxShape.CIRCLE,
        bgcolor=tint.line if stop.is_target else ft.Colors.TRANSPARENT,
        border=ft.Border.all(2, tint.line),
    )
    return ft.Column(
        [_line(reach, tint, not is_first), dot, _line(reach, tint, not is_last)],
        spacing=0,
        tight=True,
        width=_DOT + 4,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )


def _line(height: float, tint: theme.Tint, is_drawn: bool) -> ft.Control:
    color = ft.Colors.with_opacity(0.35, tint.line) if is_drawn else ft.Colors.TRANSPARENT
    return ft.Container(width=2, height=height, bgcolor=color)


def _gap(text: str, tint: theme.Tint, room: float, high: float) -> ft.Control:
    color = ft.Colors.with_opacity(0.5, tint.line)
    dots: list[ft.Control] = [
        ft.Container(width=3, height=3, shape=ft.BoxShape.CIRCLE, bgcolor=color) for _ in range(3)
    ]
    return ft.Row(
        [
            ft.Container(
                ft.Column(dots, spacing=3, tight=True),
                width=_DOT + 4,
                alignment=ft.Alignment.CENTER,
            ),
            *([ft.Container(width=room)] if room else []),
            ft.Text(text, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT),
        ],
        spacing=8,
        height=high,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )
