"""Settings: who one is, how it looks, how one plans and types, what reminds, where the data is.

All is saved as chosen. Owns the order of the groups; each stands in a module of its own.
"""

from __future__ import annotations

import flet as ft

from views import theme
from views.app import routes
from views.app.boundary import component, keyed
from views.app.kit.basics import icon_button, page_title
from views.app.screens.settings_about import About
from views.app.screens.settings_choices import Choices
from views.app.screens.settings_data import DataCare
from views.app.screens.settings_planning import Planning
from views.app.screens.settings_quick_add import QuickAddReading
from views.app.screens.settings_reminders import Reminding
from views.app.screens.settings_work import Work
from views.app.session import AppSession


@component
def SettingsScreen(session: AppSession) -> ft.Control:
    """The screen at `/settings`."""
    ft.use_state(session.look)
    say = session.words.say

    async def back(_: object) -> None:
        await session.go(routes.HOME)

    return ft.Container(
        ft.Column(
            [
                ft.Row(
                    [
                        icon_button(ft.Icons.ARROW_BACK_ROUNDED, say("Back to Home"), back),
                        page_title(say("Settings")),
                    ],
                    spacing=4,
                ),
                *[
                    ft.Container(part, padding=ft.Padding.symmetric(horizontal=8))
                    for part in (
                        keyed("choices", Choices, session),
                        keyed("planning", Planning, session),
                        keyed("work", Work, session),
                        keyed("quick-add", QuickAddReading, session),
                        keyed("reminders", Reminding, session),
                        keyed("data", DataCare, session),
                        keyed("about", About, session),
                    )
                ],
                ft.Container(height=40),
            ],
            spacing=20,
            scroll=ft.ScrollMode.AUTO,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        # The arrow's place to press reaches to the left of the margin.
        padding=ft.Padding.only(left=theme.PAGE_MARGIN - 8, right=theme.PAGE_MARGIN - 8, top=12),
        expand=True,
    )
