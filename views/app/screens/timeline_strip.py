"""Days as they are told over the hours: the week's strip, a day's heading, its load.

Plain functions from values to controls.
"""

from __future__ import annotations

from datetime import date, timedelta

import flet as ft

from models.fullness import Fullness, fullness
from services.calendar import week_of
from views import theme
from views.app.motion import eased
from views.app.screens.timeline_reading import Days, Month
from views.app.screens.timeline_shown import DAY, GoTo, Shown
from views.app.session import AppSession
from views.text import Dates, Words

#: The most dots that a day shows.
DOTS = 5
STRIP_WIDTH = 48
#: The colour of a day's load.
FULL_COLORS = {
    Fullness.FREE: ft.Colors.ON_SURFACE_VARIANT,
    Fullness.NEAR: theme.SOON,
    Fullness.OVER: theme.MISSED,
}
#: What a day that holds nearly all it can, or more, is marked by.
FULL_ICONS = {
    Fullness.NEAR: ft.Icons.WARNING_AMBER_ROUNDED,
    Fullness.OVER: ft.Icons.ERROR_ROUNDED,
}


def week_strip(session: AppSession, shown: Shown, days: Days | None, go: GoTo) -> ft.Control:
    """The days of the week that holds the day shown, each with its dots."""
    first, _ = week_of(shown.day, session.dates.first_weekday)
    letters = session.dates.weekday_letters()
    cells = [_strip_day(session, shown, first + at * DAY, letters[at], days, go) for at in range(7)]
    return ft.Container(
        ft.Row(cells, spacing=0),
        padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN - 2),
    )


def _strip_day(
    session: AppSession, shown: Shown, day: date, letter: str, days: Days | None, go: GoTo
) -> ft.Control:
    is_chosen, is_today = day == shown.day, day == shown.today
    count = len(days.on(day).lines) if days else 0
    is_over = days is not None and fullness_on(session, days, day) is Fullness.OVER
    word = ft.Colors.ON_PRIMARY if is_chosen else ft.Colors.ON_SURFACE_VARIANT
    number = ft.Colors.PRIMARY if is_today and not is_chosen else ft.Colors.ON_SURFACE

    async def chosen(_: object) -> None:
        await go(day)

    face = ft.Column(
        [
            ft.Text(letter, style=theme.META, color=word),
            ft.Text(
                str(day.day),
                style=theme.type_style(17, 700, height=1.25, is_tabular=True),
                color=ft.Colors.ON_PRIMARY if is_chosen else number,
            ),
            dots(count, is_over=is_over, is_chosen=is_chosen),
        ],
        spacing=1,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        alignment=ft.MainAxisAlignment.CENTER,
    )
    pill = ft.Container(
        ft.Semantics(exclude_semantics=True, content=face),
        height=68 * session.frame.text_scale,
        width=STRIP_WIDTH,
        alignment=ft.Alignment.CENTER,
        bgcolor=ft.Colors.PRIMARY if is_chosen else ft.Colors.TRANSPARENT,
        border=ft.Border.all(1.5, ft.Colors.PRIMARY) if is_today and not is_chosen else None,
        border_radius=theme.RADIUS_BANNER,
        animate=eased(theme.QUICK_MS),
        ink=True,
        on_click=chosen,
    )
    return ft.Container(
        ft.MergeSemantics(
            ft.Semantics(
                label=_spoken_day(session, day, shown.today, count, is_over),
                button=True,
                selected=is_chosen,
                content=pill,
            )
        ),
        alignment=ft.Alignment.CENTER,
        expand=True,
    )


def dots(count: int, *, is_over: bool, is_chosen: bool = False) -> ft.Control:
    """A dot for each task, at most five; red and with a mark where there is too much."""
    color = theme.MISSED if is_over else theme.DONE
    if is_chosen:
        color = ft.Colors.ON_PRIMARY
    parts: list[ft.Control] = [
        ft.Container(width=4, height=4, border_radius=2, bgcolor=color)
        for _ in range(min(count, DOTS))
    ]
    if is_over:
        parts.append(ft.Icon(ft.Icons.PRIORITY_HIGH_ROUNDED, size=9, color=color))
    return ft.Container(
        ft.Row(parts, spacing=2, tight=True, alignment=ft.MainAxisAlignment.CENTER), height=9
    )


def _spoken_day(session: AppSession, day: date, today: date, count: int, is_over: bool) -> str:
    words = session.words
    parts = [
        session.dates.long_day(day, today),
        words.count("{count} task", "{count} tasks", count),
    ]
    if is_over:
        parts.append(words.say("too much for one day"))
    return ", ".join(parts)


def fullness_on(session: AppSession, days: Days | Month, day: date) -> Fullness:
    """How full a day is, by what its weekday holds."""
    return fullness(days.load_on(day), capacity_on(session, day))


def capacity_on(session: AppSession, day: date) -> timedelta:
    """How much work a day holds, as the user has it for its weekday."""
    return session.settings.capacity_of(day.weekday())


def fullness_note(words: Words, full: Fullness) -> str:
    """``nearly full``, ``too much for one day``; nothing for a day that has room."""
    match full:
        case Fullness.NEAR:
            return words.say("nearly full")
        case Fullness.OVER:
            return words.say("too much for one day")
        case Fullness.FREE:
            return ""


def load_label(
    dates: Dates, load: timedelta, capacity: timedelta, *, is_quiet: bool = False
) -> ft.Control:
    """``5 j 30 m dari 6 j``, with a warning as it nears or passes what fits.

    `is_quiet` is the label of a day on which there is nothing to do yet.
    """
    full = fullness(load, capacity)
    text = dates.load(load, capacity)
    color = FULL_COLORS[full]
    note = fullness_note(dates.words, full)
    parts: list[ft.Control] = [
        ft.Text(
            text,
            style=theme.type_style(12.5, 500 if is_quiet else 600, is_tabular=True),
            color=color,
            no_wrap=True,
            semantics_label=", ".join(filter(None, (text, note))),
        )
    ]
    if full in FULL_ICONS:
        parts.insert(0, ft.Icon(FULL_ICONS[full], size=16, color=color))
    return ft.Row(parts, spacing=4, tight=True)


def day_heading(session: AppSession, shown: Shown, days: Days | None) -> ft.Control:
    """``Senin 23`` with its month, and the day's load at the end of the line."""
    dates = session.dates
    month = dates.month_title(shown.day.year, shown.day.month)
    parts: list[ft.Control] = [
        ft.Semantics(
            header=True,
            container=True,
            content=ft.Text(dates.weekday_and_number(shown.day), style=theme.SECTION, no_wrap=True),
        ),
        ft.Text(
            month,
            style=theme.META,
            color=ft.Colors.ON_SURFACE_VARIANT,
            expand=True,
            max_lines=1,
            overflow=ft.TextOverflow.ELLIPSIS,
        ),
    ]
    under: list[ft.Control] = []
    if days is not None:
        load = days.load_on(shown.day)
        label = load_label(dates, load, capacity_on(session, shown.day), is_quiet=not load)
        (under if session.frame.has_large_text else parts).append(label)
    line = ft.Row(parts, spacing=8, vertical_alignment=ft.CrossAxisAlignment.CENTER)
    return ft.Container(
        ft.Column([line, *under], spacing=0, tight=True) if under else line,
        padding=ft.Padding.only(left=theme.PAGE_MARGIN, right=theme.PAGE_MARGIN, top=8, bottom=4),
    )
