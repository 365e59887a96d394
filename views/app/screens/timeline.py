"""Timeline: days with their hours, and the agenda."""

from __future__ import annotations

from datetime import date

import flet as ft

from views.app.boundary import component
from views.app.routes import TimelineMode
from views.app.session import AppSession


@component
def TimelineScreen(session: AppSession, mode: TimelineMode, day: date | None) -> ft.Control:
    """The screen at `/timeline`; `day` is the day, or the first of the month; None is today."""
    return ft.Container(ft.Text(session.words.say("Timeline")))
