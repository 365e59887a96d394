"""The first run: what DoCheck is, a name, and an example to start from."""

from __future__ import annotations

import flet as ft

from views.app.boundary import component
from views.app.session import AppSession


@component
def WelcomeScreen(session: AppSession) -> ft.Control:
    """The screen at `/welcome`, without bars."""
    return ft.Container(ft.Text(session.words.say("Welcome to DoCheck")))
