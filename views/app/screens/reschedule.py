"""Reschedule: another due moment for one task or several."""

from __future__ import annotations

import flet as ft

from views.app.boundary import component
from views.app.kit.sheet import SheetOver
from views.app.session import AppSession


@component
def RescheduleSheet(session: AppSession, uids: tuple[str, ...]) -> ft.Control:
    """The sheet of `Reschedule`."""
    title = session.words.say("Reschedule")
    return SheetOver(session, title, ft.Container(height=80), session.overlay.close)
