"""How well words can be read, told from the control tree and a colour scheme (WCAG 2.2).

Owns the colour arithmetic and what stands behind a text. Knows no screen of DoCheck.
"""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

import flet as ft
from flet.controls.base_control import BaseControl

from tests.rig.control_tree import Path, is_enabled

#: Contrast that words need, and large words (24 px, or 18.66 bold).
READABLE, READABLE_LARGE = 4.5, 3.0
_BOLD = {"w700", "w800", "w900", "bold"}


class Rgb(NamedTuple):
    """Each from 0 to 255."""

    red: float
    green: float
    blue: float


@cache
def rgb(color: str) -> Rgb:
    """A colour written ``#RRGGBB``."""
    return Rgb(*(int(color[at : at + 2], 16) for at in (1, 3, 5)))


def over(color: Rgb, opacity: float, ground: Rgb) -> Rgb:
    """What is seen of a colour that lets `ground` shine through."""
    return Rgb(*(a * opacity + b * (1 - opacity) for a, b in zip(color, ground, strict=True)))


def luminance(color: Rgb) -> float:
    """Relative luminance, WCAG 2.2."""

    def linear(channel: float) -> float:
        channel /= 255
        return channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Rgb, other: Rgb) -> float:
    """Between 1 and 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@cache
def field_of(role: str) -> str:
    """The scheme's field of a role's name: `onprimaryfixed` is `on_primary_fixed`."""
    names = {name.replace("_", ""): name for name in ft.ColorScheme.__dataclass_fields__}
    return names[ft.Colors(role).value]


def seen(color: str, scheme: ft.ColorScheme, ground: Rgb) -> Rgb:
    """A role of the scheme, with its opacity if it has one, over `ground`."""
    name, _, opacity = str(getattr(color, "value", color)).partition(",")
    if name == ft.Colors.TRANSPARENT.value:
        return ground
    return over(rgb(getattr(scheme, field_of(name))), float(opacity or 1), ground)


class Reading(NamedTuple):
    """A text's contrast, and what it needs."""

    has: float
    needs: float


def reading_of(text: ft.Text, above: Path, scheme: ft.ColorScheme) -> Reading | None:
    """How `text` can be read under `above`; None where it is disabled or not to be seen."""
    if not is_enabled(text, above) or not text.value:
        return None
    ground, opacity = rgb(str(scheme.surface)), 1.0
    for each in above:
        ground = _on(each, scheme, ground)
        opacity *= _opacity(each)
    if opacity == 0:
        return None
    style = text.style if isinstance(text.style, ft.TextStyle) else ft.TextStyle()
    ink = seen(text.color or style.color or ft.Colors.ON_SURFACE, scheme, ground)
    size = text.size or style.size or 14
    weight = getattr(text.weight or style.weight, "value", "")
    is_large = size >= 24 or (size >= 18.66 and weight in _BOLD)
    has = contrast(over(ink, opacity, ground), ground)
    return Reading(has, READABLE_LARGE if is_large else READABLE)


def _on(control: BaseControl, scheme: ft.ColorScheme, ground: Rgb) -> Rgb:
    color: Any = getattr(control, "bgcolor", None)
    return seen(color, scheme, ground) if isinstance(color, str) else ground


def _opacity(control: BaseControl) -> float:
    opacity = getattr(control, "opacity", None)
    return 1.0 if opacity is None else float(opacity)
