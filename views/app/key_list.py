"""The list of keys that work on the screen one is on, in words."""

from __future__ import annotations

import re

import flet as ft

from views import theme
from views.app.boundary import component
from views.app.kit.basics import apart, line_padding
from views.app.kit.sheet import SheetOver
from views.app.session import AppSession

_MODIFIER = re.compile(r"(Ctrl|Shift|Alt)-")


@component
def KeyListSheet(session: AppSession) -> ft.Control:
    """Each key in force and what it does."""
    say = session.words.say
    keys: dict[str, list[str]] = {}
    for key, action in session.keys.in_force():
        keys.setdefault(action.label, []).append(key)
    rows = [_line([_spoken(session, key) for key in alike], label) for label, alike in keys.items()]
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


def _line(keys: list[list[str]], label: str) -> ft.Control:
    """One line for what several keys do, a little apart from each other."""
    shown: list[ft.Control] = [
        ft.Row([_cap(cap) for cap in caps], spacing=4, tight=True) for caps in keys
    ]
    return ft.MergeSemantics(
        ft.Container(
            apart(ft.Text(label, style=theme.BODY), ft.Row(shown, spacing=12, tight=True)),
            padding=ft.Padding.symmetric(vertical=line_padding(theme.BODY, 40)),
        )
    )


def _cap(text: str) -> ft.Control:
    return ft.Container(
        ft.Text(text, style=theme.META_STRONG, color=ft.Colors.ON_SURFACE_VARIANT),
        padding=ft.Padding.symmetric(horizontal=8, vertical=4),
        border_radius=6,
        border=ft.Border.all(1, ft.Colors.OUTLINE_VARIANT),
    )
