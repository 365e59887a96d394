"""Home's quiet moments: all done, nothing today, nothing ahead. Each says so, and what is next."""

from __future__ import annotations

import flet as ft

from models.lists import HomeView, ListName
from models.moment import Moment
from views import theme
from views.app import routes
from views.app.overlays import AddTask
from views.app.session import AppSession


def is_all_done(view: HomeView) -> bool:
    """Whether today had tasks, they are done, and nothing was missed."""
    return bool(view.done_today) and not view.today and not view.missed


def all_done(session: AppSession, count: int) -> ft.Control:
    """The day's work is done and nothing was missed: said warmly."""
    say = session.words.say

    async def tomorrow(_: object) -> None:
        await session.go(routes.todo_route(ListName.TOMORROW))

    return ft.Container(
        ft.Column(
            [
                _trophy(),
                _title(say("All done for today"), ft.Colors.ON_PRIMARY_CONTAINER),
                _line(
                    session.words.count(
                        "It is done and nothing is left over. The rest of the day is yours.",
                        "All {count} are done, nothing is left over. The rest of the day is yours.",
                        count,
                    ),
                    ft.Colors.ON_PRIMARY_CONTAINER,
                ),
                ft.Container(
                    ft.TextButton(
                        say("Look at tomorrow"),
                        style=ft.ButtonStyle(
                            color=ft.Colors.ON_PRIMARY_CONTAINER,
                            text_style=theme.LABEL,
                            bgcolor=ft.Colors.with_opacity(0.10, ft.Colors.ON_PRIMARY_CONTAINER),
                            padding=ft.Padding.symmetric(horizontal=20, vertical=14),
                        ),
                        on_click=tomorrow,
                    ),
                    padding=ft.Padding.only(top=10),
                ),
            ],
            spacing=4,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        bgcolor=ft.Colors.PRIMARY_CONTAINER,
        border_radius=theme.RADIUS_CARD,
        padding=ft.Padding.symmetric(horizontal=24, vertical=24),
        margin=ft.Margin.only(top=8),
        alignment=ft.Alignment.CENTER,
    )


def nothing_today(session: AppSession) -> ft.Control:
    """No task is due today, done or not."""
    say = session.words.say
    today = session.dates.today(session.minute.now)

    async def add(_: object) -> None:
        session.overlay.open(AddTask({"due": Moment(today)}))

    return _calm(
        ft.Icons.SPA_ROUNDED,
        say("Nothing is due today"),
        say("Room to get ahead, or to rest."),
        ft.TextButton(say("Add one"), on_click=add),
    )


def nothing_next(session: AppSession) -> ft.Control:
    """No deadline lies ahead; where the hero card stands otherwise."""
    say = session.words.say
    return _calm(
        ft.Icons.WB_SUNNY_ROUNDED,
        say("No deadline ahead"),
        say("Give a task a time, and it counts down here."),
    )


def _calm(icon: ft.IconData, title: str, line: str, button: ft.Control | None = None) -> ft.Control:
    parts: list[ft.Control] = [
        ft.Container(
            ft.Icon(icon, size=24, color=ft.Colors.ON_SECONDARY_CONTAINER),
            width=48,
            height=48,
            border_radius=theme.RADIUS_BANNER,
            bgcolor=ft.Colors.SECONDARY_CONTAINER,
            alignment=ft.Alignment.CENTER,
        ),
        ft.Column(
            [
                ft.Text(title, style=theme.TASK, color=ft.Colors.ON_SURFACE),
                ft.Text(line, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT),
            ],
            spacing=2,
            tight=True,
            expand=True,
        ),
    ]
    if button is not None:
        parts.append(button)
    return ft.Container(
        ft.Row(parts, spacing=14),
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
        border_radius=theme.RADIUS_CARD,
        padding=theme.CARD_PADDING,
    )


def _trophy() -> ft.Control:
    """A check in a disc with sparks around it."""

    def spark(left: float, top: float, size: float, color: str) -> ft.Control:
        return ft.Container(
            left=left, top=top, width=size, height=size, border_radius=size / 2, bgcolor=color
        )

    return ft.Semantics(
        exclude_semantics=True,
        content=ft.Stack(
            width=128,
            height=92,
            controls=[
                ft.Container(
                    left=24,
                    top=6,
                    width=80,
                    height=80,
                    border_radius=26,
                    rotate=0.14,
                    bgcolor=ft.Colors.PRIMARY,
                ),
                ft.Container(
                    ft.Icon(ft.Icons.CELEBRATION_ROUNDED, size=40, color=ft.Colors.ON_PRIMARY),
                    left=24,
                    top=6,
                    width=80,
                    height=80,
                    alignment=ft.Alignment.CENTER,
                ),
                spark(108, 8, 12, ft.Colors.TERTIARY),
                spark(118, 40, 6, ft.Colors.PRIMARY),
                spark(6, 62, 10, theme.AMBER),
                spark(12, 20, 6, ft.Colors.SECONDARY),
            ],
        ),
    )


def _title(text: str, color: str) -> ft.Control:
    return ft.Text(text, style=theme.CARD_TITLE, color=color, text_align=ft.TextAlign.CENTER)


def _line(text: str, color: str) -> ft.Control:
    return ft.Text(text, style=theme.BODY, color=color, text_align=ft.TextAlign.CENTER)
