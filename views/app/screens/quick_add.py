"""Quick add: one field that understands, over the screen it was opened from."""

from __future__ import annotations

import flet as ft

from models.task import TaskFields
from views.app.boundary import component
from views.app.kit.sheet import SheetOver
from views.app.session import AppSession


@component
def QuickAddSheet(session: AppSession, preset: TaskFields) -> ft.Control:
    """The sheet of `AddTask`; `preset` is what the new task gets unless the text says else."""
    title = session.words.say("New task")
    return SheetOver(session, title, ft.Container(height=80), session.overlay.close)
