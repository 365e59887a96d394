"""The list of keys that work on the screen one is on, in words."""

from __future__ import annotations

import re

import flet as ft

from views import theme
from views.app.boundary import component
from views.app.kit.sheet import SheetOver
from views.app.session import AppSession

_MODIFIER = re.compile(r"(Ctrl|Shift|Alt)-")


@component
def KeyListSheet(session: AppSession) -> ft.Control:
    """Each key in force and what it does."""
    say = session.words.say
    rows = [_line(_spoken(session, key), action.label) for key, action in session.keys.in_force()]
    return SheetOver(session, say("Keys"), ft.Column(rows, spacing=4), session.overlay.close)


def _spoken(session: AppSession, key: str) -> list[str]:
    """A key as its caps: ``["Ctrl", "Shift", "Z"]``, ``["G", "H"]``."""
    say = session.words.say
    names = {
        "Space": say("Space"),
        "Delete": say("Delete key"),
        "Menu": say("Menu key"),
        "Up": "↑",
        "Down": "↓",
        "Left": "←",
        "Right": "→",
    }
    return [names.get(part, part) for part in _MODIFIER.sub(r"\1 ", key).split(" ")]


def _line(caps: list[str], label: str) -> ft.Control:
    return ft.MergeSemantics(
        ft.Row(
            [
                ft.Text(label, style=theme.BODY, expand=True),
                *[
                    ft.Container(
                        ft.Text(cap, style=theme.META_STRONG, color=ft.Colors.ON_SURFACE_VARIANT),
                        padding=ft.Padding.symmetric(horizontal=8, vertical=4),
                        border_radius=6,
                        border=ft.Border.all(1, ft.Colors.OUTLINE_VARIANT),
                    )
                    for cap in caps
                ],
            ],
            spacing=6,
            height=40,
        )
    )
