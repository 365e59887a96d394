"""The head of the timeline: title, previous and next, any day, today, and the bar of modes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date

import flet as ft

from views import theme
from views.app.boundary import component, keyed
from views.app.kit.basics import Press, icon_button, line_padding, wider_press
from views.app.kit.calendar import DateSheet
from views.app.kit.chips import segments
from views.app.overlays import PickDay
from views.app.routes import TimelineMode
from views.app.screens.timeline_shown import Shown, route_in, route_to
from views.app.search_button import SearchButton
from views.app.session import AppSession
from views.text import Words

#: As they stand in the bar; the first letters of their English names are their keys.
MODES = (TimelineMode.AGENDA, TimelineMode.DAY, TimelineMode.WEEK, TimelineMode.MONTH)
#: From this room on, title and modes stand in one line.
ONE_LINE_FROM = 900
_TODAY_HEIGHT = 36


def head(
    session: AppSession, shown: Shown, room: int, on_step: Callable[[int], Awaitable[None]]
) -> ft.Control:
    """Title, previous and next, today, and the bar of modes; in one line where there is room."""
    say = session.words.say

    async def today(_: object) -> None:
        await session.go(route_to(shown, shown.today))

    async def pick(_: object) -> None:
        session.overlay.open(PickDay(shown.day))

    async def back(_: object) -> None:
        await on_step(-1)

    async def on(_: object) -> None:
        await on_step(1)

    is_wide = room >= theme.RAIL_FROM
    title = ft.Semantics(
        header=True,
        container=True,
        content=ft.Text(
            _title(session, shown, is_wide),
            style=theme.CARD_TITLE
            if shown.mode is TimelineMode.WEEK and not is_wide
            else theme.PAGE_TITLE,
            max_lines=1,
            overflow=ft.TextOverflow.ELLIPSIS,
        ),
    )
    earlier, later = _step_names(session.words, shown.mode)
    arrows = [
        icon_button(ft.Icons.EXPAND_MORE_ROUNDED, say("Choose a day"), pick),
        icon_button(ft.Icons.CHEVRON_LEFT_ROUNDED, earlier, back),
        icon_button(ft.Icons.CHEVRON_RIGHT_ROUNDED, later, on),
    ]
    if is_wide:
        button = _today_button(say("Today"), today, has_icon=True, has_key=session.frame.is_roomy)
    else:
        # The search stands beside it.
        button = icon_button(ft.Icons.TODAY_ROUNDED, say("Today"), today)
    bar = _modes(session, shown)
    if room >= ONE_LINE_FROM:
        line = ft.Row(
            [
                title,
                ft.Row(arrows, spacing=0),
                button,
                ft.Container(expand=True),
                ft.Container(bar, width=380),
            ],
            spacing=12,
        )
        return ft.Container(line, padding=ft.Padding.only(left=20, right=20, top=14, bottom=6))
    spacing = 0 if room < theme.RAIL_FROM else 4
    buttons = [ft.Row(arrows, spacing=0), button, keyed("search", SearchButton, session)]
    lines: list[ft.Control] = (
        [title, ft.Row(buttons, spacing=spacing)]
        if session.frame.has_large_text
        else [ft.Row([ft.Container(title, expand=True), *buttons], spacing=spacing)]
    )
    return ft.Container(
        ft.Column(
            [
                *lines,
                bar,
            ],
            spacing=4,
            tight=True,
        ),
        padding=ft.Padding.only(left=theme.PAGE_MARGIN, right=theme.PAGE_MARGIN, top=16, bottom=4),
    )


def _title(session: AppSession, shown: Shown, is_wide: bool) -> str:
    """The month and its year; on a phone the screen's name, and of a week its month."""
    if is_wide:
        return session.dates.month_title(shown.day.year, shown.day.month)
    if shown.mode is TimelineMode.WEEK:
        return session.dates.month_name(shown.day.month)
    return session.words.say("Timeline")


@component
def PickDaySheet(session: AppSession, day: date) -> ft.Control:
    """The sheet of `PickDay`: any day, to be shown as the timeline is shown now."""
    place, today = session.here.behind, session.dates.today(session.minute.now)

    async def picked(chosen: date | None) -> None:
        if chosen is not None:
            await session.go(route_to(Shown(place.mode, day, today), chosen))

    title = session.words.say("Choose a day")
    return DateSheet(session, title, day, picked, session.overlay.close)


def _step_names(words: Words, mode: TimelineMode) -> tuple[str, str]:
    match mode:
        case TimelineMode.DAY:
            return words.say("Previous day"), words.say("Next day")
        case TimelineMode.MONTH:
            return words.say("Previous month"), words.say("Next month")
        case _:
            return words.say("Previous week"), words.say("Next week")


def _today_button(label: str, on_click: Press, *, has_icon: bool, has_key: bool) -> ft.Control:
    parts: list[ft.Control] = [
        ft.Text(label, style=theme.LABEL, color=ft.Colors.ON_SECONDARY_CONTAINER, no_wrap=True),
    ]
    if has_icon:
        icon = ft.Icon(ft.Icons.TODAY_ROUNDED, size=17, color=ft.Colors.ON_SECONDARY_CONTAINER)
        parts.insert(0, icon)
    if has_key:
        parts.append(
            ft.Semantics(
                exclude_semantics=True,
                content=ft.Container(
                    ft.Text("T", style=theme.META_STRONG, color=ft.Colors.ON_SECONDARY_CONTAINER),
                    padding=ft.Padding.symmetric(horizontal=6, vertical=1),
                    border_radius=6,
                    border=ft.Border.all(1, ft.Colors.OUTLINE),
                ),
            )
        )
    face = ft.Container(
        ft.Row(parts, spacing=6, tight=True),
        padding=ft.Padding.symmetric(
            horizontal=14, vertical=line_padding(theme.LABEL, _TODAY_HEIGHT)
        ),
        bgcolor=ft.Colors.SECONDARY_CONTAINER,
        border_radius=theme.RADIUS_CHIP,
        ink=True,
        on_click=on_click,
    )
    around = (theme.TOUCH - _TODAY_HEIGHT) / 2
    return ft.MergeSemantics(ft.Semantics(button=True, content=wider_press(face, on_click, around)))


def _modes(session: AppSession, shown: Shown) -> ft.Control:
    async def choose(mode: TimelineMode) -> None:
        await session.go(route_in(shown, mode))

    return segments(
        [(mode, say_mode(session.words, mode)) for mode in MODES],
        shown.mode,
        choose,
        has_large_text=session.frame.has_large_text,
        is_one_line=True,
    )


def say_mode(words: Words, mode: TimelineMode) -> str:
    """A mode's name."""
    return {
        TimelineMode.AGENDA: words.say("Agenda"),
        TimelineMode.DAY: words.say("Day"),
        TimelineMode.WEEK: words.say("Week"),
        TimelineMode.MONTH: words.say("Month"),
    }[mode]
