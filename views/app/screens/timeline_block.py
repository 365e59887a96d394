"""Blocks of the hours as they are drawn: tones, words that fit, the hatched ready window.

Plain functions from faces to controls; sizes are logical pixels.
"""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable, Sequence

import flet as ft

from views import theme
from views.app.screens.timeline_face import TONES, BlockFace, BlockKind, Tones
from views.app.screens.timeline_measure import GAP, LEAST_HEIGHT

#: Heights from which a block has room for its meta line, and for a second line of its title.
META_FROM, TWO_LINES_FROM = 36, 66
#: Pixels between blocks side by side.
SIDE = 4
#: What the menu's button takes of the words' room.
MENU_INSET = 40
#: Narrower than this there is room for a word or two only.
NARROW = 90
#: Narrower than this, as in a phone's week, the title is set small and takes the whole height.
SLIM = 64
SLIM_LINE = 14
#: About how wide a character of such a title is, and with how few of them it says nothing.
SLIM_CHARACTER = 5.9
SLIM_LEAST = 4
#: About how wide a character of the meta line is.
CHARACTER = 6.7
#: The hatching's period.
STRIPE = 22
#: Blocks at least so high show the mark of their lower edge; all that can be longer have one.
GRIP_MARK_FROM = 60
#: Blocks at least so wide and high show a button for their menu.
MENU_WIDTH, MENU_HEIGHT = 150, 34

OnBlock = Callable[[str], Awaitable[None]]
Hold = Callable[[ft.Control], ft.Control]


def _not_held(content: ft.Control) -> ft.Control:
    return content


def draw_block(
    face: BlockFace,
    height: float,
    window_height: float,
    width: float,
    on_open: OnBlock,
    on_focus: OnBlock,
    *,
    menu: ft.Control | None = None,
    hold: Hold = _not_held,
    has_grip: bool = False,
    is_selected: bool = False,
    is_lifted: bool = False,
    text_scale: float = 1,
    columns: tuple[int, int] = (1, 1),
) -> ft.Control:
    """A block `height` high, of which its ready window takes `window_height` on top.

    Args:
        width: about as wide as it will be; decides what fits.
        on_open, on_focus: tap, and keyboard focus, with the task's uid (empty for several tasks).
        menu: a button for its corner, drawn where there is room for it.
        hold: makes the block's face one that can be dragged.
        has_grip: whether its lower edge makes it longer.
        is_selected: its task is open beside, or keys move it.
        is_lifted: it is being dragged.
        text_scale: how much larger than usual text is: so much less of it fits.
        columns: over how many of how many the ready window stands; others stand beside it.
    """
    uid = face.uid

    async def opened(_: object) -> None:
        await on_open(uid)

    async def focused(_: object) -> None:
        await on_focus(uid)

    has_menu = (
        menu is not None
        and width >= MENU_WIDTH * text_scale
        and height - window_height >= MENU_HEIGHT
    )
    parts: list[ft.Control] = []
    window_width = (width + SIDE) * columns[0] / columns[1] - SIDE
    if face.window is not None and window_height > 0:
        window = _window(face.window, window_height - GAP, window_width, text_scale)
        parts.append(_left(window, *columns))
    if face.has_block:
        low = height - window_height - GAP
        solid = _solid(face, low, width, is_selected, has_menu, has_grip, text_scale)
        parts.append(solid)
    whole = ft.Column(
        parts,
        spacing=GAP,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        # Within what is held: around it, the drag would end when it changes.
        opacity=0.4 if is_lifted else 1,
    )
    focus_ring = ft.BorderSide(3, ft.Colors.ON_SURFACE)
    button = ft.TextButton(
        hold(whole),
        style=ft.ButtonStyle(
            padding=0,
            alignment=ft.Alignment.TOP_LEFT,
            shape=ft.RoundedRectangleBorder(radius=theme.RADIUS_BLOCK),
            side={
                ft.ControlState.FOCUSED: focus_ring,
                ft.ControlState.DEFAULT: ft.BorderSide(0, ft.Colors.TRANSPARENT),
            },
        ),
        on_click=opened,
        on_focus=focused,
    )
    named = ft.Container(
        ft.MergeSemantics(
            ft.Semantics(
                label=face.spoken, button=True, selected=is_selected or None, content=button
            )
        ),
        left=0,
        right=0,
        top=0,
        height=height - GAP,
    )
    low = min(theme.TOUCH, height - window_height - GAP)
    corner = ft.Container(menu, right=0, top=window_height, width=theme.TOUCH, height=low)
    return ft.Stack([named, corner] if has_menu else [named])


def _left(window: ft.Control, columns: int, of: int) -> ft.Control:
    """A window over so many of the block's columns."""
    if columns == of:
        return window
    cell = ft.Container(window, expand=columns, padding=ft.Padding.only(right=SIDE))
    return ft.Row([cell, ft.Container(expand=of - columns)], spacing=0)


def _solid(
    face: BlockFace,
    height: float,
    width: float,
    is_selected: bool,
    has_menu: bool,
    has_grip: bool,
    text_scale: float,
) -> ft.Control:
    tones = TONES[face.kind]
    room = width - (MENU_INSET if has_menu else 0)
    meta = fitting(face.metas, (room - 20) / text_scale)
    padding = _padding(height, width)
    if has_menu:
        padding = ft.Padding.only(
            left=padding.left, top=padding.top, bottom=padding.bottom, right=MENU_INSET
        )
    box = ft.Container(
        _words(face.title, meta, height / text_scale, width / text_scale, tones, face.kind),
        height=height,
        bgcolor=tones.ground,
        border_radius=theme.RADIUS_BLOCK,
        border=ft.Border.all(2, ft.Colors.ON_SURFACE) if is_selected else None,
        padding=padding,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )
    if not has_grip or height < GRIP_MARK_FROM:
        return box
    return ft.Stack([box, _grip_mark(tones.word)], height=height)


def _grip_mark(color: str) -> ft.Control:
    """The mark of the edge by which a block is made longer."""
    return ft.GestureDetector(
        ft.Container(
            ft.Container(width=26, height=3, border_radius=2, bgcolor=color, opacity=0.45),
            alignment=ft.Alignment.BOTTOM_CENTER,
            padding=ft.Padding.only(bottom=3),
        ),
        mouse_cursor=ft.MouseCursor.RESIZE_ROW,
        on_enter=_nothing,
        left=0,
        right=0,
        bottom=0,
        height=10,
    )


def _nothing(_: object) -> None:
    """A detector shows its cursor only when it listens to something."""


def _window(words: tuple[str, str], height: float, width: float, text_scale: float) -> ft.Container:
    tones = Tones(ft.Colors.SURFACE_CONTAINER, ft.Colors.ON_SURFACE_VARIANT)
    title, meta = words
    inner = None
    if height >= LEAST_HEIGHT * text_scale - GAP:
        meta = fitting((meta, ""), (width - 12) / text_scale)
        inner = _words(title, meta, height / text_scale, width / text_scale, tones, BlockKind.WORK)
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
    side = 10 if width >= NARROW else 6 if width >= SLIM else 3
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
    is_slim = width < SLIM
    rows = 2 if height >= TWO_LINES_FROM else 1
    size = 13 if width < NARROW or height < 42 else 14
    titles = [title]
    if is_slim:
        # Flutter would break words anywhere, so each line is one text that ends by itself.
        meta, size = "", 11
        titles = slim_lines(title, width - 6, max(1, int((height - 6) // SLIM_LINE)))
        rows = 1
    lines: list[ft.Control] = [
        ft.Text(
            each,
            style=theme.type_style(
                size,
                600 if not is_done else 500,
                height=1.3,
                is_struck=is_done,
            ),
            color=tones.word,
            max_lines=rows,
            overflow=ft.TextOverflow.ELLIPSIS,
        )
        for each in titles
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


def slim_lines(title: str, room: float, most: int) -> list[str]:
    """A title by its words in lines of `room` pixels, the rest of it in the last of `most`.

    Empty where a line has no room for a word that says something.
    """
    fit = int(room / SLIM_CHARACTER)
    if fit < SLIM_LEAST:
        return []
    lines: list[str] = []
    words = title.split()
    for at, word in enumerate(words):
        if lines and len(lines[-1]) + 1 + len(word) <= fit:
            lines[-1] += f" {word}"
        elif len(lines) < most:
            lines.append(word)
        else:
            lines[-1] = " ".join((lines[-1], *words[at:]))
            break
    return lines


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
