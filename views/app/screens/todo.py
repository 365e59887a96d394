"""To-do: the lists, their rows, and what is done with several."""

from __future__ import annotations

import flet as ft

from models.lists import ListName
from views.app.boundary import component
from views.app.session import AppSession


@component
def TodoScreen(session: AppSession, name: ListName) -> ft.Control:
    """The screen at `/todo/{name}`."""
    return ft.Container(ft.Text(session.words.say("To-do")))
