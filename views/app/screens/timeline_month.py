"""A month: its weeks, and what the marks on its days mean."""

from __future__ import annotations

import calendar
from datetime import date, datetime

import flet as ft

from services.settings import Settings
from views import theme
from views.app import routes
from views.app.boundary import component, keyed, memoised
from views.app.kit.basics import icon_button
from views.app.kit.calendar import weekday_heads
from views.app.kit.states import show_reading
from views.app.query import Loaded, Loading, use_query
from views.app.screens.timeline_face import BlockKind
from views.app.screens.timeline_month_day import day_cell, dot, hollow
from views.app.screens.timeline_reading import Month, read_month
from views.app.screens.timeline_shown import Shown
from views.app.session import AppSession

#: From this room on, a day shows titles instead of dots.
TITLES_FROM = 760
#: The least height of a day: its number, its dots and its load, and a slot to touch.
DAY_HEIGHT = 50 + theme.TOUCH


@component
def MonthView(session: AppSession, shown: Shown, room: int) -> ft.Control:
    """The weeks that hold the month of the day shown."""
    minute, _ = ft.use_state(session.minute)
    frame, _ = ft.use_state(session.frame)
    weeks = calendar.Calendar(session.dates.first_weekday).monthdatescalendar(
        shown.day.year, shown.day.month
    )
    first, last = weeks[0][0], weeks[-1][-1]
    reading = use_query(
        session,
        lambda desk: read_month(desk, first, last),
        first,
        last,
    )
    # Until the next month is read the one before stays: its days are changed, not made anew.
    held = ft.use_ref(lambda: (reading, weeks, shown))
    is_waiting = isinstance(reading, Loading) and not reading.is_slow
    if held.current is None or not (is_waiting and isinstance(held.current[0], Loaded)):
        held.current = reading, weeks, shown
    reading, weeks, shown = held.current
    taken = 250 if room < theme.RAIL_FROM else 140
    height = max(
        DAY_HEIGHT * frame.text_scale,
        (frame.height - taken - (84 if not frame.is_wide else 0)) / len(weeks),
    )

    def draw(month: Month) -> ft.Control:
        return ft.Column(
            [
                keyed(
                    f"week-{place}",
                    Week,
                    session,
                    shown,
                    tuple(week),
                    month,
                    minute.now,
                    room,
                    height,
                    frame.text_scale,
                    session.settings,
                )
                for place, week in enumerate(weeks)
            ],
            spacing=0,
            scroll=ft.ScrollMode.AUTO,
            expand=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )

    return ft.Container(
        ft.Column(
            [
                *_caption(session, shown, room),
                weekday_heads(session),
                ft.Container(show_reading(session, reading, draw), expand=True),
            ],
            spacing=4,
            expand=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN - 8),
        expand=True,
    )


def _caption(session: AppSession, shown: Shown, room: int) -> list[ft.Control]:
    """The month where the page's title does not say it, and what the marks mean."""
    say = session.words.say

    async def plan(_: object) -> None:
        await session.go(routes.plan_route(shown.day.year, shown.day.month))

    label = say("Plan the month")
    marks: list[ft.Control] = [
        ft.Row(
            [mark, ft.Text(text, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT)],
            spacing=5,
            tight=True,
        )
        for mark, text in (
            (dot(BlockKind.MISSED), say("missed")),
            (dot(BlockKind.DONE), say("done")),
            (hollow(ft.Container(width=12, height=9)), say("empty slot")),
        )
    ]
    if room >= theme.RAIL_FROM:
        button = ft.TextButton(label, icon=ft.Icons.EVENT_REPEAT_ROUNDED, on_click=plan)
        return [_caption_row([ft.Container(expand=True), button, *marks])]
    title = session.dates.month_title(shown.day.year, shown.day.month)
    heading = ft.Text(title, style=theme.SECTION)
    return [
        _caption_row(
            [
                ft.Semantics(header=True, container=True, expand=True, content=heading),
                icon_button(ft.Icons.EVENT_REPEAT_ROUNDED, label, plan, color=ft.Colors.PRIMARY),
            ]
        ),
        # A phone has no room for both in one line.
        ft.Container(
            ft.Row(marks, wrap=True, spacing=8, run_spacing=0, alignment=ft.MainAxisAlignment.END),
            padding=ft.Padding.symmetric(horizontal=8),
        ),
    ]


def _caption_row(parts: list[ft.Control]) -> ft.Control:
    return ft.Container(ft.Row(parts, spacing=5), padding=ft.Padding.only(left=8, right=8))


@memoised
@component
def Week(
    session: AppSession,
    shown: Shown,
    week: tuple[date, ...],
    month: Month,
    now: datetime,
    room: int,
    height: float,
    text_scale: float,
    settings: Settings,
) -> ft.Control:
    """One week of the month, `height` high, drawn again only when an argument is another one.

    Args:
        text_scale, settings: those of the session, which its days are drawn by.
    """
    return ft.Row(
        [day_cell(session, shown, day, month, now, room >= TITLES_FROM, height) for day in week],
        spacing=0,
        height=height,
    )
