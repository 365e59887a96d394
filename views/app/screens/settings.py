"""Settings: language, theme, zone, weekday, name, hours, data."""

from __future__ import annotations

import flet as ft

from views.app.boundary import component
from views.app.session import AppSession


@component
def SettingsScreen(session: AppSession) -> ft.Control:
    """The screen at `/settings`."""
    return ft.Container(ft.Text(session.words.say("Settings")))
