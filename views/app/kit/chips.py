"""Chips: a list with its count, a choice of one, and the bar of segments.

Plain functions from values to controls. Selected is told to screen readers, and shown by a
fill as well as by the colour of the words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import flet as ft

from services.lists import COUNT_LIMIT
from views import theme
from views.app.kit.basics import Press, line_padding, wider_press

T = TypeVar("T")
_LABEL = theme.inherited(theme.LABEL)
#: How high a chip and a bar of segments are to the eye; to the finger both are `theme.TOUCH`.
_CHIP = 32
_ICON, _GAP, _BESIDE = 17, 6, 12
#: About how wide a letter is, where a word of one or two makes a chip as wide as a finger.
_LETTER = 7
_BAR = 40
_AROUND = (theme.TOUCH - _CHIP) / 2


def list_chip(
    label: str,
    count: int | None,
    is_selected: bool,
    on_click: Press,
    *,
    icon: ft.IconData | None = None,
    is_alarming: bool = False,
    on_hold: Press | None = None,
) -> ft.Control:
    """``Hari ini · 3``: a list and how much is in it; `is_alarming` is for missed ones.

    `on_hold` is a long press.
    """
    text = label if count is None else f"{label} · {count_label(count)}"
    color, on_color, side = _chip_colors(is_selected, is_alarming)
    return chip(
        text,
        on_click,
        color,
        on_color,
        side,
        icon=icon,
        is_selected=is_selected,
        on_hold=on_hold,
    )


def count_label(count: int) -> str:
    """The count, as far as the services count."""
    return f"{COUNT_LIMIT - 1}+" if count >= COUNT_LIMIT else str(count)


def _chip_colors(is_selected: bool, is_alarming: bool) -> tuple[str, str, str]:
    if is_selected and is_alarming:
        return ft.Colors.ERROR_CONTAINER, ft.Colors.ON_ERROR_CONTAINER, ft.Colors.ERROR_CONTAINER
    if is_selected:
        return (
            ft.Colors.SECONDARY_CONTAINER,
            ft.Colors.ON_SECONDARY_CONTAINER,
            ft.Colors.SECONDARY_CONTAINER,
        )
    word = ft.Colors.ERROR if is_alarming else ft.Colors.ON_SURFACE
    return ft.Colors.TRANSPARENT, word, ft.Colors.OUTLINE_VARIANT


def chip(
    text: str,
    on_click: Press,
    color: str = ft.Colors.TRANSPARENT,
    on_color: str = ft.Colors.ON_SURFACE,
    side: str = ft.Colors.OUTLINE_VARIANT,
    *,
    icon: ft.IconData | None = None,
    is_selected: bool | None = None,
    on_clear: Press | None = None,
    clear_label: str = "",
    on_hold: Press | None = None,
) -> ft.Control:
    """A chip of any colours, 32 high in a 48 high touch; `on_clear` adds a cross, so named.

    With a cross each of the two is 48 high itself.
    """
    parts: list[ft.Control] = []
    if icon is not None:
        parts.append(ft.Icon(icon, size=_ICON, color=on_color))
    parts.append(
        ft.Text(
            text,
            style=_LABEL,
            color=on_color,
            max_lines=1,
            overflow=ft.TextOverflow.ELLIPSIS,
            expand=True,
            expand_loose=True,
        )
    )
    # A word of a letter or two is as wide as a finger too.
    room = theme.TOUCH - _LETTER * len(text) - (_ICON + _GAP if icon is not None else 0)
    before = max(_BESIDE, room / 2)
    behind = before if on_clear is None else max(0, room - before)
    over = line_padding(theme.LABEL, _CHIP if on_clear is not None else _CHIP - 2)
    face = ft.Container(
        ft.Row(parts, spacing=_GAP, tight=True),
        padding=ft.Padding.only(left=before, right=behind, top=over, bottom=over),
        border_radius=theme.RADIUS_CHIP,
        ink=True,
        on_click=on_click,
        on_long_press=on_hold,
    )
    if on_clear is None:
        face.bgcolor, face.border = color, ft.Border.all(1, side)
    word = ft.MergeSemantics(
        ft.Semantics(
            button=True,
            selected=is_selected,
            content=wider_press(face, on_click, _AROUND, on_hold=on_hold),
        )
    )
    if on_clear is None:
        return word
    pill = ft.Container(
        bgcolor=color,
        border=ft.Border.all(1, side),
        border_radius=theme.RADIUS_CHIP,
        left=0,
        right=0,
        top=_AROUND,
        bottom=_AROUND,
    )
    return ft.Stack(
        [pill, ft.Row([word, _cross(on_clear, clear_label, on_color)], spacing=0, tight=True)]
    )


def _cross(on_clear: Press, label: str, color: str) -> ft.Control:
    return ft.Semantics(
        label=label,
        button=True,
        container=True,
        content=ft.Container(
            ft.Icon(ft.Icons.CLOSE_ROUNDED, size=16, color=color),
            width=theme.TOUCH,
            height=theme.TOUCH,
            alignment=ft.Alignment.CENTER,
            border_radius=theme.TOUCH / 2,
            ink=True,
            on_click=on_clear,
        ),
    )


def chip_choice(
    options: Sequence[tuple[T, str]],
    chosen: T | None,
    on_choose: Callable[[T], Any],
) -> ft.Row:
    """One of several, as chips that wrap; `on_choose` may be async and gets the value."""

    def press(value: T) -> Press:
        async def pressed(_: object) -> None:
            result = on_choose(value)
            if result is not None:
                await result

        return pressed

    return ft.Row(
        [list_chip(label, None, value == chosen, press(value)) for value, label in options],
        spacing=8,
        run_spacing=0,
        wrap=True,
    )


def segments(
    options: Sequence[tuple[T, str]],
    chosen: T,
    on_choose: Callable[[T], Any],
    *,
    has_large_text: bool = False,
    is_one_line: bool = False,
) -> ft.Control:
    """One of a few in a pill-shaped bar that fills the width; large text has chips instead.

    With `is_one_line` those stand in a line that scrolls.
    """
    if has_large_text:
        chips = chip_choice(options, chosen, on_choose)
        if is_one_line:
            chips.wrap, chips.scroll = False, ft.ScrollMode.HIDDEN
        return chips

    def press(value: T) -> Press:
        async def pressed(_: object) -> None:
            result = on_choose(value)
            if result is not None:
                await result

        return pressed

    cells: list[ft.Control] = []
    for at, (value, label) in enumerate(options):
        is_chosen = value == chosen
        face = ft.Container(
            ft.Row(
                [
                    ft.Text(
                        label,
                        style=theme.LABEL,
                        max_lines=1,
                        overflow=ft.TextOverflow.ELLIPSIS,
                        expand=True,
                        text_align=ft.TextAlign.CENTER,
                    )
                ],
                alignment=ft.MainAxisAlignment.CENTER,
            ),
            padding=ft.Padding.symmetric(vertical=line_padding(theme.LABEL, _BAR - 2)),
            bgcolor=ft.Colors.SECONDARY_CONTAINER if is_chosen else ft.Colors.TRANSPARENT,
            ink=True,
            on_click=press(value),
        )
        _shape(face, is_first=at == 0, is_last=at == len(options) - 1)
        around = (theme.TOUCH - _BAR + 2) / 2
        cells.append(
            ft.MergeSemantics(
                ft.Semantics(
                    button=True,
                    selected=is_chosen,
                    content=wider_press(face, press(value), around),
                ),
                expand=True,
            )
        )
    line = ft.Container(
        border=ft.Border.all(1, ft.Colors.OUTLINE_VARIANT),
        border_radius=_BAR / 2,
        left=0,
        right=0,
        top=(theme.TOUCH - _BAR) / 2,
        bottom=(theme.TOUCH - _BAR) / 2,
    )
    row = ft.Container(ft.Row(cells, spacing=0), padding=ft.Padding.symmetric(horizontal=1))
    return ft.Stack([line, row])


def _shape(face: ft.Container, *, is_first: bool, is_last: bool) -> None:
    """Round at the ends of the bar, with lines between the others: no box can have both."""
    radius = _BAR / 2 - 1
    if is_first or is_last:
        start, end = radius if is_first else 0, radius if is_last else 0
        face.border_radius = ft.BorderRadius.only(
            top_left=start, bottom_left=start, top_right=end, bottom_right=end
        )
    else:
        side = ft.BorderSide(1, ft.Colors.OUTLINE_VARIANT)
        face.border = ft.Border.only(left=side, right=side)
