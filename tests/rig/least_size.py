"""How small a control can become on the screen, told from the control tree alone.

Owns a lower bound of what Flutter's layout gives: what is written down (sizes, padding, type)
and what the kinds of controls are known to take. A width or height that is stretched by what
stands around it counts as unbounded. Knows no screen of DoCheck.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf
from typing import Any, NamedTuple

import flet as ft
from flet.controls.base_control import BaseControl

from tests.rig.control_tree import Path

#: Material's own controls take a finger of this size on phones, whatever they look like.
PADDED = 48.0
_PADDED_KINDS = (
    ft.Checkbox,
    ft.Chip,
    ft.IconButton,
    ft.ListTile,
    ft.MenuItemButton,
    ft.NavigationBar,
    ft.PopupMenuButton,
    ft.PopupMenuItem,
    ft.Radio,
    ft.Slider,
    ft.Switch,
    ft.Tab,
    ft.TextField,
)
_BUTTONS = (ft.Button, ft.FilledButton, ft.FilledTonalButton, ft.OutlinedButton, ft.TextButton)
#: Narrower than any letter of the type that the app uses, as a part of its size.
_LETTER = 0.4


class Size(NamedTuple):
    """Logical pixels; `inf` where it fills what it is given."""

    width: float
    height: float


def least_size(control: BaseControl, above: Path = ()) -> Size:
    """At least how large `control` is drawn, standing under `above`."""
    own = _own(control)
    width, height = own
    inner: BaseControl = control
    for parent in reversed(above):
        if isinstance(parent, ft.Component):
            inner = parent
            continue
        along = _stretched(parent, inner)
        width, height = max(width, along.width), max(height, along.height)
        if not _passes_on(parent):
            break
        inner = parent
    fixed = _fixed(control)
    return Size(
        width if fixed.width is None else fixed.width,
        height if fixed.height is None else fixed.height,
    )


class _Fixed(NamedTuple):
    width: float | None
    height: float | None


def _fixed(control: BaseControl) -> _Fixed:
    width, height = getattr(control, "width", None), getattr(control, "height", None)
    return _Fixed(
        width if isinstance(width, (int, float)) else None,
        height if isinstance(height, (int, float)) else None,
    )


def _passes_on(parent: BaseControl) -> bool:
    """Whether what `parent` is given, its one child is given too."""
    if isinstance(parent, ft.Container):
        return parent.alignment is None and _fixed(parent) == (None, None)
    return isinstance(parent, (ft.Semantics, ft.MergeSemantics, ft.GestureDetector))


def _stretched(parent: BaseControl, child: BaseControl) -> Size:
    """What `parent` makes of its child, however small that would like to be."""
    grows = bool(getattr(child, "expand", None))
    match parent:
        case ft.Row():
            tall = parent.vertical_alignment is ft.CrossAxisAlignment.STRETCH
            return Size(inf if grows else 0, inf if tall else 0)
        case ft.Column():
            wide = parent.horizontal_alignment is ft.CrossAxisAlignment.STRETCH
            return Size(inf if wide else 0, inf if grows else 0)
        case ft.View():
            return Size(inf, inf if grows else 0)
        case ft.ListView() | ft.ReorderableListView():
            return Size(inf, 0) if not parent.horizontal else Size(0, inf)
        case ft.Container() if parent.alignment is None:
            # A box without alignment makes its child as large as itself.
            fixed, sides = _fixed(parent), _sides(parent.padding)
            return Size((fixed.width or 0) - sides.width, (fixed.height or 0) - sides.height)
        case ft.Stack():
            place = [getattr(child, side, None) is not None for side in ("left", "right")]
            return Size(inf if all(place) else 0, 0)
        case _:
            return Size(0, 0)


def _own(control: BaseControl) -> Size:
    inner = _needed(control)
    fixed = _fixed(control)
    return Size(
        inner.width if fixed.width is None else fixed.width,
        inner.height if fixed.height is None else fixed.height,
    )


def _needed(control: BaseControl) -> Size:
    """What stands in it needs, where no size is given."""
    match control:
        case ft.Component():
            return _own(control._b) if isinstance(control._b, BaseControl) else Size(0, 0)
        case ft.Text():
            return _of_text(control)
        case ft.Markdown():
            return Size(len(control.value) * _LETTER, 14 * 1.45)
        case ft.Icon():
            size = control.size or 24
            return Size(size, size)
        case ft.Row():
            return _of_row(control)
        case ft.Column():
            return _of_column(control)
        case ft.Stack():
            return _widest(_own(each) for each in control.controls)
        case _ if isinstance(control, _BUTTONS):
            return _of_button(control)
        case _ if isinstance(control, _PADDED_KINDS):
            return Size(PADDED, PADDED)
        case _:
            return _of_box(control)


def _of_box(control: Any) -> Size:
    content = getattr(control, "content", None)
    inner = _own(content) if isinstance(content, BaseControl) else Size(0, 0)
    sides = _sides(getattr(control, "padding", None))
    line = _line(getattr(control, "border", None))
    return Size(inner.width + sides.width + line, inner.height + sides.height + line)


def _line(border: Any) -> float:
    """What a border all around adds, both sides together."""
    sides = [getattr(border, side, None) for side in ("left", "top", "right", "bottom")]
    return 2 * min((float(side.width or 0) if side else 0.0 for side in sides), default=0)


def _of_text(text: ft.Text) -> Size:
    style = text.style
    size = text.size or (style.size if isinstance(style, ft.TextStyle) else None) or 14
    height = (style.height if isinstance(style, ft.TextStyle) else None) or 1.2
    return Size(len(text.value or "") * size * _LETTER, size * height)


def _of_button(button: Any) -> Size:
    fixed = _fixed(button)
    content = button.content
    inner = (
        _own(content)
        if isinstance(content, BaseControl)
        else Size(len(content or "") * 13 * _LETTER, 18)
    )
    return Size(max(PADDED, inner.width + 24), fixed.height or PADDED)


def _of_row(row: ft.Row) -> Size:
    sizes = [_own(each) for each in row.controls if getattr(each, "visible", True)]
    if row.wrap:
        return _widest(sizes)
    if any(getattr(each, "expand", None) for each in row.controls):
        return Size(inf, _widest(sizes).height)
    return Size(_sum(s.width for s in sizes) + _gaps(row.spacing, sizes), _widest(sizes).height)


def _of_column(column: ft.Column) -> Size:
    sizes = [_own(each) for each in column.controls if getattr(each, "visible", True)]
    height = _sum(s.height for s in sizes) + _gaps(column.spacing, sizes)
    return Size(_widest(sizes).width, height if column.tight or not column.scroll else inf)


def _gaps(spacing: Any, sizes: Sequence[Size]) -> float:
    return (10 if spacing is None else float(spacing)) * max(0, len(sizes) - 1)


def _sum(lengths: Iterable[float]) -> float:
    return sum(lengths, 0.0)


def _widest(sizes: Iterable[Size]) -> Size:
    kept = list(sizes)
    return Size(max((s.width for s in kept), default=0), max((s.height for s in kept), default=0))


def _sides(padding: Any) -> Size:
    if padding is None:
        return Size(0, 0)
    if isinstance(padding, ft.Padding):
        return Size(padding.left + padding.right, padding.top + padding.bottom)
    return Size(2 * padding, 2 * padding)
