"""Home: what comes next, what was missed, today, pinned goals."""

from __future__ import annotations

import flet as ft

from views.app.boundary import component
from views.app.session import AppSession


@component
def HomeScreen(session: AppSession) -> ft.Control:
    """The screen at `/`."""
    return ft.Container(ft.Text(session.words.say("Home")))
