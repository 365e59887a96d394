"""One task in full, edited in place: a page on phones, a pane beside the list where it fits."""

from __future__ import annotations

import flet as ft

from views.app.boundary import component
from views.app.session import AppSession


@component
def TaskScreen(session: AppSession, uid: str) -> ft.Control:
    """The screen at `/task/{uid}`; it fills the width it is given."""
    return ft.Container(ft.Text(uid))
