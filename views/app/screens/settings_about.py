"""What this is: the version, the keys, and the licences of what it is made with."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from views import theme
from views.app.boundary import component, keyed
from views.app.kit.sheet import SheetOver
from views.app.overlays import KeyList
from views.app.screens.settings_rows import group, way
from views.app.session import AppSession
from views.version import VERSION

#: What is shipped, whose it is, and under which licence. Names stay as they are.
_PARTS = (
    ("DoCheck", "© 2026 DoCheck contributors", "MIT"),
    ("Plus Jakarta Sans", "© 2020 The Plus Jakarta Sans Project Authors", "SIL OFL 1.1"),
    ("Twemoji Mozilla", "© Mozilla; drawings © the Twemoji project", "OFL 1.1 · CC BY 4.0"),
    ("Flet", "© Appveyor Systems Inc.", "Apache 2.0"),
    ("SQLAlchemy, Alembic", "© Michael Bayer and contributors", "MIT"),
    ("Babel", "© The Babel Team", "BSD 3-Clause"),
)


@component
def About(session: AppSession) -> ft.Control:
    """The last group."""
    ft.use_state(session.look)
    frame, _ = ft.use_state(session.frame)
    is_open, show = ft.use_state(False)
    say = session.words.say

    async def keys(_: object) -> None:
        session.overlay.open(KeyList())

    async def licences(_: object) -> None:
        show(True)

    rows: list[ft.Control] = []
    if frame.is_wide:
        rows.append(way(ft.Icons.KEYBOARD_OUTLINED, say("Keyboard shortcuts"), keys, value="?"))
    rows.append(
        way(
            ft.Icons.DESCRIPTION_OUTLINED,
            say("Licences"),
            licences,
            line=say("Fonts and open source"),
        )
    )
    rows.append(_version(session))
    parts: list[ft.Control] = [group(say("About"), rows)]
    if is_open:
        parts.append(keyed("licences", _Licences, session, lambda: show(False)))
    return ft.Column(parts, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _version(session: AppSession) -> ft.Control:
    return ft.Container(
        ft.MergeSemantics(
            ft.Row(
                [
                    ft.Icon(
                        ft.Icons.CHECK_CIRCLE_ROUNDED, size=22, color=ft.Colors.ON_SURFACE_VARIANT
                    ),
                    ft.Text("DoCheck", style=theme.TASK, expand=True),
                    ft.Text(
                        session.words.say("Version {version}", version=VERSION),
                        style=theme.META_NUMBER,
                        color=ft.Colors.ON_SURFACE_VARIANT,
                    ),
                ],
                spacing=14,
            )
        ),
        padding=ft.Padding.symmetric(horizontal=theme.CARD_PADDING, vertical=15),
    )


@component
def _Licences(session: AppSession, on_close: Callable[[], None]) -> ft.Control:
    rows: list[ft.Control] = [
        ft.MergeSemantics(
            ft.Row(
                [
                    ft.Column(
                        [
                            ft.Text(name, style=theme.TASK),
                            ft.Text(whose, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT),
                        ],
                        spacing=0,
                        tight=True,
                        expand=True,
                    ),
                    ft.Text(licence, style=theme.META_STRONG, color=ft.Colors.PRIMARY),
                ],
                spacing=12,
            )
        )
        for name, whose, licence in _PARTS
    ]
    return SheetOver(
        session, session.words.say("Licences"), ft.Column(rows, spacing=14, tight=True), on_close
    )
