"""Blocks of the hours as they are drawn: tones, words that fit, the hatched ready window.

Plain functions from faces to controls; sizes are logical pixels.
"""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable, Sequence

import flet as ft

from views import theme
from views.app.screens.timeline_face import TONES, BlockFace, BlockKind, Tones

#: The least height of a block, and the gap between it and the next.
LEAST_HEIGHT = 28
GAP = 2
#: Heights from which a block has room for its meta line, and for a second line of its title.
META_FROM, TWO_LINES_FROM = 36, 66
#: Narrower than this there is room for a word or two only.
NARROW = 90
#: About how wide a character of the meta line is.
CHARACTER = 6.7
#: The hatching's period.
STRIPE = 22

OnBlock = Callable[[str], Awaitable[None]]


def draw_block(
    face: BlockFace,
    height: float,
    window_height: float,
    width: float,
    on_open: OnBlock,
    on_hold: OnBlock,
    *,
    is_selected: bool = False,
) -> ft.Control:
    """A block `height` high, of which its ready window takes `window_height` on top.

    Args:
        width: about as wide as it will be; decides what fits.
        on_open, on_hold: tap and long press, with the task's uid (empty for several tasks).
        is_selected: its task is open beside.
    """
    uid = face.uid

    async def opened(_: object) -> None:
        await on_open(uid)

    async def held(_: object) -> None:
        await on_hold(uid)

    parts: list[ft.Container] = []
    if face.window is not None and window_height > 0:
        parts.append(_window(face.window, window_height - GAP, width))
    if face.has_block:
        parts.append(_solid(face, height - window_height - GAP, width, is_selected))
    for part in parts:
        part.on_click = opened
        part.on_long_press = held if uid else None
    # The one in front shows focus and touch, and is what a screen reader presses.
    parts[-1].ink = True
    whole: ft.Control = parts[-1]
    if len(parts) > 1:
        window = ft.Semantics(exclude_semantics=True, content=parts[0])
        whole = ft.Column(
            [window, parts[-1]],
            spacing=GAP,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    return ft.MergeSemantics(
        ft.Semantics(
            label=face.spoken,
            button=True,
            selected=is_selected or None,
            content=whole,
        )
    )


def _solid(face: BlockFace, height: float, width: float, is_selected: bool) -> ft.Container:
    tones = TONES[face.kind]
    meta = fitting(face.metas, width - 20)
    return ft.Container(
        _words(face.title, meta, height, width, tones, face.kind),
        height=height,
        bgcolor=tones.ground,
        border_radius=theme.RADIUS_BLOCK,
        border=ft.Border.all(2, ft.Colors.ON_SURFACE) if is_selected else None,
        padding=_padding(height, width),
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )


def _window(words: tuple[str, str], height: float, width: float) -> ft.Container:
    tones = Tones(ft.Colors.SURFACE_CONTAINER, ft.Colors.ON_SURFACE_VARIANT)
    title, meta = words
    inner = None
    if height >= LEAST_HEIGHT - GAP:
        meta = fitting((meta, ""), width - 12)
        inner = _words(title, meta, height, width, tones, BlockKind.WORK)
    return ft.Container(
        inner,
        height=height,
        gradient=hatching(width, height),
        border_radius=min(theme.RADIUS_BLOCK, height / 2),
        padding=_padding(height, width),
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )


def hatching(width: float, height: float) -> ft.LinearGradient:
    """Stripes at 45 degrees over a box of about that size."""
    step = STRIPE / math.sqrt(2)
    light = ft.Colors.SURFACE_CONTAINER
    deep = ft.Colors.SURFACE_CONTAINER_HIGHEST
    return ft.LinearGradient(
        colors=[light, light, deep, deep],
        stops=[0, 0.5, 0.5, 1],
        begin=ft.Alignment(-1, -1),
        end=ft.Alignment(-1 + 2 * step / max(width, 1), -1 + 2 * step / max(height, 1)),
        tile_mode=ft.GradientTileMode.REPEATED,
    )


def _padding(height: float, width: float) -> ft.Padding:
    side = 10 if width >= NARROW else 6
    return ft.Padding.symmetric(horizontal=side, vertical=6 if height >= 48 else 1)


def fitting(texts: Sequence[str], room: float) -> str:
    """The first of some texts that is likely to fit into `room` pixels, else the last."""
    return next((text for text in texts if len(text) * CHARACTER <= room), texts[-1])


def _words(
    title: str, meta: str, height: float, width: float, tones: Tones, kind: BlockKind
) -> ft.Control:
    """As much as fits: the title, then the meta line, then a second line of the title."""
    is_done = kind is BlockKind.DONE
    is_low = height < META_FROM
    lines: list[ft.Control] = [
        ft.Text(
            title,
            style=theme.type_style(
                13 if width < NARROW or height < 42 else 14,
                600 if not is_done else 500,
                height=1.3,
                is_struck=is_done,
            ),
            color=tones.word,
            max_lines=2 if height >= TWO_LINES_FROM else 1,
            overflow=ft.TextOverflow.ELLIPSIS,
        )
    ]
    if meta and not is_low:
        lines.append(_meta(meta, tones, kind))
    column = ft.Column(
        lines,
        spacing=0,
        tight=True,
        alignment=ft.MainAxisAlignment.CENTER if is_low else ft.MainAxisAlignment.START,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return ft.Semantics(exclude_semantics=True, content=column)


_ICONS = {
    BlockKind.MISSED: ft.Icons.EVENT_BUSY_ROUNDED,
    BlockKind.READY_MISSED: ft.Icons.ALARM_OFF_ROUNDED,
}


def _meta(meta: str, tones: Tones, kind: BlockKind) -> ft.Control:
    text = ft.Text(
        meta,
        style=theme.META_NUMBER,
        color=tones.word,
        max_lines=1,
        overflow=ft.TextOverflow.ELLIPSIS,
        expand=kind in _ICONS,
    )
    if kind not in _ICONS:
        return text
    icon = ft.Icon(_ICONS[kind], size=14, color=tones.word)
    return ft.Row([icon, text], spacing=4)
