"""The report: a week, a month or any days, in sentences, numbers and bars.

Owns which days are shown and how the page is laid out; what stands on it is `report_parts`'.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

import flet as ft

from models.habits import Habits
from services import habits, reports
from services.calendar import month_of, week_of
from services.reports import Reported
from services.workspace import Workspace
from views import theme
from views.app import routes
from views.app.boundary import component, keyed
from views.app.kit.basics import icon_button, in_margin, page_title
from views.app.kit.chips import segments
from views.app.kit.states import empty_state, show_reading
from views.app.observed import room_of
from views.app.overlays import PickSpan
from views.app.query import use_query
from views.app.screens.report_export import ExportMenu
from views.app.screens.report_parts import Shown, cards
from views.app.session import AppSession
from views.text import report_words

_TWO_COLUMNS_FROM = 820
_BAR_WIDTH = 384


class Length(StrEnum):
    """What kind of span is shown."""

    WEEK = "week"
    MONTH = "month"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class ReportReading:
    """What the screen shows."""

    reported: Reported
    habits: Habits


@component
def ReportScreen(session: AppSession, first: date | None, last: date | None) -> ft.Control:
    """The screen at `/report`; without days it is this month's."""
    frame, _ = ft.use_state(session.frame)
    here, _ = ft.use_state(session.here)
    ft.use_state(session.minute)
    today = session.dates.today(session.minute.now)
    if first is None or last is None:
        first, last = month_of(today.year, today.month)
    begin, end = first, last

    def read(desk: Workspace) -> ReportReading:
        return ReportReading(reports.report(desk, begin, end), habits.habits(desk))

    reading = use_query(session, read, begin, end)
    room = room_of(frame, here)

    def draw(found: ReportReading) -> ft.Control:
        shown = Shown(session, found.reported.report, found.reported.goals, found.habits)
        if shown.report.is_empty:
            return _nothing(session)
        return cards(shown, is_wide=room >= _TWO_COLUMNS_FROM)

    widest = theme.READING_WIDTH if room < _TWO_COLUMNS_FROM else theme.PAGE_WIDTH
    return ft.Container(
        ft.Column(
            [
                ft.Container(
                    ft.Column(
                        [
                            _head(session, begin, end, today),
                            in_margin(show_reading(session, reading, draw)),
                            ft.Container(height=40 if frame.is_wide else 96),
                        ],
                        spacing=12,
                        tight=True,
                        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
                    ),
                    width=widest if room > widest else None,
                    padding=ft.Padding.only(top=20 if frame.is_wide else 12),
                )
            ],
            scroll=ft.ScrollMode.AUTO,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER
            if room > widest
            else ft.CrossAxisAlignment.STRETCH,
        ),
        expand=True,
    )


def length_of(first: date, last: date, first_weekday: int) -> Length:
    """Whether the days are a month, a week, or any others."""
    if (first, last) == month_of(first.year, first.month):
        return Length.MONTH
    if (first, last) == week_of(first, first_weekday):
        return Length.WEEK
    return Length.DAYS


def stepped(first: date, last: date, first_weekday: int, step: int) -> tuple[date, date]:
    """The days before (-1) or after (1) these, as long as they are; a month gives a month."""
    match length_of(first, last, first_weekday):
        case Length.MONTH:
            near = first - timedelta(days=1) if step < 0 else last + timedelta(days=1)
            return month_of(near.year, near.month)
        case _:
            by = step * (last - first + timedelta(days=1))
            return first + by, last + by


def _head(session: AppSession, first: date, last: date, today: date) -> ft.Control:
    say, weekday = session.words.say, session.settings.first_weekday
    length = length_of(first, last, weekday)

    def to(step: int) -> Callable[[object], Awaitable[None]]:
        async def go(_: object) -> None:
            await session.go(routes.report_route(*stepped(first, last, weekday, step)))

        return go

    async def choose(wanted: Length) -> None:
        # Of the days that are shown, or today where it is one of them.
        day = today if first <= today <= last else first
        match wanted:
            case Length.WEEK:
                await session.go(routes.report_route(*week_of(day, weekday)))
            case Length.MONTH:
                await session.go(routes.report_route(*month_of(day.year, day.month)))
            case Length.DAYS:
                session.overlay.open(PickSpan(first, last))

    title = report_words.title(session.dates, first, last)
    bar = segments(
        [(Length.WEEK, say("Week")), (Length.MONTH, say("Month")), (Length.DAYS, say("Days"))],
        length,
        choose,
        has_large_text=session.frame.has_large_text,
    )

    async def home(_: object) -> None:
        await session.go(routes.HOME)

    name = ft.Row(
        [
            icon_button(ft.Icons.ARROW_BACK_ROUNDED, say("Back to Home"), home),
            ft.Container(page_title(title, over=say("Report")), expand=True),
        ],
        spacing=4,
        expand=True,
    )
    steps = ft.Row(
        [
            icon_button(ft.Icons.CHEVRON_LEFT_ROUNDED, _before(session, length), to(-1)),
            icon_button(ft.Icons.CHEVRON_RIGHT_ROUNDED, _after(session, length), to(1)),
        ],
        spacing=0,
        tight=True,
    )
    export = keyed("export", ExportMenu, session, first, last)
    # The touch of what stands at the edges reaches beyond the margin; the bar keeps to it.
    inset = ft.Padding.only(left=12, right=12)
    lines: list[ft.Control]
    if session.frame.has_large_text:
        lines = [
            ft.Row([name]),
            ft.Row([steps, export], spacing=0),
            ft.Container(bar, padding=inset),
        ]
    elif session.frame.is_wide:
        lines = [
            ft.Row([name, steps, export], spacing=0),
            ft.Row([ft.Container(bar, padding=inset, width=_BAR_WIDTH)]),
        ]
    else:
        lines = [
            ft.Row([name, export], spacing=0),
            ft.Row([ft.Container(bar, padding=inset, expand=True), steps], spacing=0),
        ]
    return ft.Container(
        ft.Column(
            lines,
            spacing=4,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN - 12),
    )


def _before(session: AppSession, length: Length) -> str:
    say = session.words.say
    return {
        Length.WEEK: say("Previous week"),
        Length.MONTH: say("Previous month"),
        Length.DAYS: say("Days before"),
    }[length]


def _after(session: AppSession, length: Length) -> str:
    say = session.words.say
    return {
        Length.WEEK: say("Next week"),
        Length.MONTH: say("Next month"),
        Length.DAYS: say("Days after"),
    }[length]


def _nothing(session: AppSession) -> ft.Control:
    say = session.words.say

    async def plan(_: object) -> None:
        await session.go(routes.TIMELINE)

    return empty_state(
        ft.Icons.INSIGHTS_ROUNDED,
        say("Nothing was planned for these days"),
        say("Give a task a date, and what becomes of it is told here."),
        action=say("To the timeline"),
        on_action=plan,
    )
