"""The head of the timeline: title, previous and next, today, and the bar of modes.

Plain functions from values to controls.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from views import theme
from views.app.boundary import keyed
from views.app.kit.basics import Press, icon_button, line_padding, wider_press
from views.app.kit.chips import segments
from views.app.routes import TimelineMode
from views.app.screens.timeline_shown import Shown, route_to
from views.app.search_button import SearchButton
from views.app.session import AppSession
from views.text import Words

#: From this room on, title and modes stand in one line.
ONE_LINE_FROM = 900
_TODAY_HEIGHT = 36


def head(
    session: AppSession, shown: Shown, room: int, on_step: Callable[[int], Awaitable[None]]
) -> ft.Control:
    """Title, previous and next, today, and the bar of modes; in one line where there is room."""
    say = session.words.say
    month = session.dates.month_title(shown.day.year, shown.day.month)

    async def today(_: object) -> None:
        await session.go(route_to(shown, shown.today))

    async def back(_: object) -> None:
        await on_step(-1)

    async def on(_: object) -> None:
        await on_step(1)

    is_wide = room >= theme.RAIL_FROM
    title = ft.Semantics(
        header=True,
        container=True,
        content=ft.Text(
            month if is_wide else say("Timeline"),
            style=theme.PAGE_TITLE,
            max_lines=1,
            overflow=ft.TextOverflow.ELLIPSIS,
        ),
    )
    earlier, later = _step_names(session.words, shown.mode)
    arrows = [
        icon_button(ft.Icons.CHEVRON_LEFT_ROUNDED, earlier, back),
        icon_button(ft.Icons.CHEVRON_RIGHT_ROUNDED, later, on),
    ]
    if is_wide:
        button = _today_button(say("Today"), today, has_key=session.frame.is_roomy)
    else:
        # The search stands beside it.
        button = icon_button(ft.Icons.TODAY_ROUNDED, say("Today"), today)
    bar = _modes(session, shown, is_wide)
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
    return ft.Container(
        ft.Column(
            [
                ft.Row(
                    [
                        ft.Container(title, expand=True),
                        ft.Row(arrows, spacing=0),
                        button,
                        keyed("search", SearchButton, session),
                    ],
                    spacing=0 if room < theme.RAIL_FROM else 4,
                ),
                bar,
            ],
            spacing=4,
            tight=True,
        ),
        padding=ft.Padding.only(left=theme.PAGE_MARGIN, right=theme.PAGE_MARGIN, top=16, bottom=4),
    )


def _step_names(words: Words, mode: TimelineMode) -> tuple[str, str]:
    match mode:
        case TimelineMode.DAY:
            return words.say("Previous day"), words.say("Next day")
        case TimelineMode.MONTH:
            return words.say("Previous month"), words.say("Next month")
        case _:
            return words.say("Previous week"), words.say("Next week")


def _today_button(label: str, on_click: Press, *, has_key: bool) -> ft.Control:
    parts: list[ft.Control] = [
        ft.Icon(ft.Icons.TODAY_ROUNDED, size=17, color=ft.Colors.ON_SECONDARY_CONTAINER),
        ft.Text(label, style=theme.LABEL, color=ft.Colors.ON_SECONDARY_CONTAINER, no_wrap=True),
    ]
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


def _modes(session: AppSession, shown: Shown, has_week: bool) -> ft.Control:
    say = session.words.say

    async def choose(mode: TimelineMode) -> None:
        await session.go(route_to(Shown(mode, shown.day, shown.today), shown.entry))

    options = [(TimelineMode.AGENDA, say("Agenda")), (TimelineMode.DAY, say("Day"))]
    if has_week:
        options.append((TimelineMode.WEEK, say("Week")))
    options.append((TimelineMode.MONTH, say("Month")))
    return segments(options, shown.mode, choose)
