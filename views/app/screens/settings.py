"""Settings: who one is, how it looks, how one plans and types, what reminds, where the data is.

All is saved as chosen. Owns the order of the groups; each stands in a module of its own.
"""

from __future__ import annotations

import asyncio

import flet as ft

from views import theme
from views.app import routes
from views.app.boundary import component, keyed
from views.app.kit.basics import icon_button, page_title
from views.app.observed import room_of
from views.app.screens.settings_about import About
from views.app.screens.settings_choices import Choices
from views.app.screens.settings_data import DataCare
from views.app.screens.settings_planning import Planning
from views.app.screens.settings_quick_add import QuickAddReading
from views.app.screens.settings_reminders import Reminding
from views.app.screens.settings_work import Work
from views.app.session import AppSession

#: From this room on the groups stand in two columns.
TWO_COLUMNS_FROM = 1000
_GAP = 20


@component
def SettingsScreen(session: AppSession, at: str = "") -> ft.Control:
    """The screen at `/settings`, scrolled to the row that is called `at`."""
    ft.use_state(session.look)
    frame, _ = ft.use_state(session.frame)
    here, _ = ft.use_state(session.here)
    say = session.words.say
    scroller = ft.use_ref(lambda: ft.Ref[ft.Column]()).current
    assert scroller is not None

    async def show() -> None:
        # It can be scrolled to once the client has laid it out.
        await asyncio.sleep(2 * theme.CALM_MS / 1000)
        if scroller.current is not None:
            await scroller.current.scroll_to(
                scroll_key=at, duration=theme.CALM_MS, curve=ft.AnimationCurve.EASE_OUT
            )

    def come() -> None:
        if at:
            session.spawn(show())

    ft.use_effect(come, [at])

    async def back(_: object) -> None:
        await session.go(routes.HOME)

    choices = keyed("choices", Choices, session)
    planning = keyed("planning", Planning, session)
    work = keyed("work", Work, session)
    adding = keyed("quick-add", QuickAddReading, session)
    reminders = keyed("reminders", Reminding, session)
    data = keyed("data", DataCare, session)
    about = keyed("about", About, session)
    body = (
        ft.Row(
            # About as long as one another.
            [_groups([choices, planning, reminders, about]), _groups([adding, work, data])],
            spacing=8,
            vertical_alignment=ft.CrossAxisAlignment.START,
        )
        if room_of(frame, here) >= TWO_COLUMNS_FROM
        else ft.Row([_groups([choices, planning, work, adding, reminders, data, about])])
    )
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
                body,
                ft.Container(height=40),
            ],
            ref=scroller,
            spacing=_GAP,
            scroll=ft.ScrollMode.AUTO,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        # The arrow's place to press reaches to the left of the margin.
        padding=ft.Padding.only(left=theme.PAGE_MARGIN - 8, right=theme.PAGE_MARGIN - 8, top=12),
        expand=True,
    )


def _groups(parts: list[ft.Control]) -> ft.Control:
    """Groups one under the other, as wide as their column."""
    return ft.Column(
        [ft.Container(part, padding=ft.Padding.symmetric(horizontal=8)) for part in parts],
        spacing=_GAP,
        tight=True,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
