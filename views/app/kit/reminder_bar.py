"""The banner of what reminds: one task with Done and Snooze, or several in one.

It stays until it is answered.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from models.reminding import Notice, Snooze, snooze_until, snoozes
from views import theme
from views.app.boundary import component
from views.app.kit.basics import MenuItem, icon_button, menu_button
from views.app.reminder_answers import complete_noticed, open_notices, snooze_notice
from views.app.session import AppSession
from views.text.notices import notice_text, notices_lines, notices_title, snooze_text

#: How many of several tasks are named.
_NAMED = 2


@component
def ReminderBar(session: AppSession) -> ft.Control:
    """What the session was reminded of, if anything; read out by screen readers as it appears."""
    reminded, _ = ft.use_state(session.reminded)
    minute, _ = ft.use_state(session.minute)
    notices = reminded.notices
    if not notices:
        return ft.Container(height=0)
    dates, say = session.dates, session.words.say
    is_missed = any(notice.kind.is_missed for notice in notices)
    is_one = len(notices) == 1

    async def open_it(_: object) -> None:
        await open_notices(session, notices)

    async def done(_: object) -> None:
        await complete_noticed(session, notices[0])

    def close(_: object) -> None:
        reminded.clear()

    if is_one:
        line = notice_text(dates, notices[0], minute.now)
    else:
        line = " · ".join(notices_lines(session.words, notices, _NAMED))
    icon = ft.Icons.NOTIFICATION_IMPORTANT_ROUNDED if is_missed else ft.Icons.ALARM_ROUNDED
    color = ft.Colors.ON_SECONDARY_CONTAINER
    head = ft.Row(
        [
            ft.Icon(icon, size=22, color=color),
            _words(notices_title(session.words, notices), line, open_it),
            icon_button(ft.Icons.CLOSE_ROUNDED, say("Close the reminder"), close),
        ],
        spacing=12,
    )
    if is_one:
        answers = [_snooze(session, notices[0]), _text_button(say("Done"), done)]
    else:
        answers = [_text_button(say("Show them"), open_it)]
    return ft.Container(
        key="reminder",
        bgcolor=ft.Colors.SECONDARY_CONTAINER,
        border_radius=theme.RADIUS_BANNER,
        padding=ft.Padding.only(left=16, right=4, top=4, bottom=4),
        content=ft.Column(
            [head, ft.Row(answers, spacing=4, alignment=ft.MainAxisAlignment.END)],
            spacing=0,
            tight=True,
        ),
        shadow=ft.BoxShadow(
            blur_radius=18,
            offset=ft.Offset(0, 6),
            color=ft.Colors.with_opacity(0.18, ft.Colors.SHADOW),
        ),
    )


def _words(title: str, line: str, on_click: Callable[[object], Awaitable[None]]) -> ft.Control:
    color = ft.Colors.ON_SECONDARY_CONTAINER
    return ft.MergeSemantics(
        ft.Semantics(
            button=True,
            live_region=True,
            content=ft.Container(
                ft.Column(
                    [
                        ft.Text(
                            title,
                            style=theme.LABEL,
                            color=color,
                            max_lines=2,
                            overflow=ft.TextOverflow.ELLIPSIS,
                        ),
                        ft.Text(
                            line,
                            style=theme.META,
                            color=color,
                            max_lines=2,
                            overflow=ft.TextOverflow.ELLIPSIS,
                        ),
                    ],
                    spacing=1,
                    tight=True,
                ),
                padding=ft.Padding.symmetric(vertical=6),
                ink=True,
                on_click=on_click,
            ),
        ),
        expand=True,
    )


def _text_button(label: str, on_click: Callable[[object], Awaitable[None]]) -> ft.Control:
    color = ft.Colors.ON_SECONDARY_CONTAINER
    return ft.TextButton(
        label, on_click=on_click, style=ft.ButtonStyle(color=color, text_style=theme.LABEL)
    )


def _snooze(session: AppSession, notice: Notice) -> ft.Control:
    say, dates = session.words.say, session.dates
    now = session.minute.now

    def item(choice: Snooze) -> MenuItem:
        async def chosen(_: object) -> None:
            until = snooze_until(choice, session.workspace.now(), dates.zone)
            await snooze_notice(session, notice, until)

        return MenuItem(snooze_text(dates, choice, now, dates.zone), chosen)

    return menu_button(
        say("Snooze"),
        [item(choice) for choice in snoozes(now, dates.zone)],
        icon=ft.Icons.SNOOZE_ROUNDED,
        color=ft.Colors.ON_SECONDARY_CONTAINER,
    )
