"""placeholder"""

import flet as ft
from views.app.boundary import component
from views.app.session import AppSession


@component
def GoalsScreen(session: AppSession, uid: str = "") -> ft.Control:
    return ft.Container()
