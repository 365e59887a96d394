"""Choosing a day, in the user's language and from their first weekday; and a time.

Flutter's own calendar begins its week where the language's country does, and answers in UTC.
So days are chosen in a sheet of ours that knows local dates only.
"""

from __future__ import annotations

import calendar
from collections.abc import Awaitable, Callable
from datetime import date, time, timedelta

import flet as ft

from views import theme
from views.app.boundary import component
from views.app.kit.basics import icon_button
from views.app.kit.chips import list_chip
from views.app.kit.sheet import SheetOver
from views.app.session import AppSession

DAY = timedelta(days=1)


@component
def DateSheet(
    session: AppSession,
    title: str,
    value: date | None,
    on_pick: Callable[[date | None], Awaitable[None]],
    on_close: Callable[[], None],
    can_clear: bool = False,
) -> ft.Control:
    """A month to choose a local day from, with the days that are meant most as chips.

    Args:
        value: the day chosen now.
        on_pick: called with the day, or with None for "no date" where `can_clear`.
        on_close: called after a choice too.
    """

    async def picked(day: date | None) -> None:
        on_close()
        await on_pick(day)

    return SheetOver(
        session, title, MonthPicker(session, value, picked, can_clear=can_clear), on_close
    )


@component
def MonthPicker(
    session: AppSession,
    value: date | None,
    on_pick: Callable[[date | None], Awaitable[None]],
    can_clear: bool = False,
    has_shortcuts: bool = True,
    earliest: date | None = None,
) -> ft.Control:
    """What `DateSheet` shows, to stand in a sheet beside other choices such as a time.

    Without shortcuts no day to come is offered before the others. Days before `earliest` are
    shown and cannot be chosen.
    """
    today = session.dates.today(session.minute.now)
    shown, show = ft.use_state((value or today).replace(day=1))

    def pick(day: date | None) -> Callable[[object], Awaitable[None]]:
        async def picked(_: object) -> None:
            if day is not None:
                show(day.replace(day=1))
            await on_pick(day)

        return picked

    def turn(months: int) -> Callable[[object], Awaitable[None]]:
        async def turned(_: object) -> None:
            index = shown.year * 12 + shown.month - 1 + months
            if 1970 * 12 <= index < 9000 * 12:
                show(date(index // 12, index % 12 + 1, 1))

        return turned

    shortcuts = [_shortcuts(session, value, today, pick, can_clear)] if has_shortcuts else []
    return ft.Column(
        [
            *shortcuts,
            _month_head(session, shown, turn),
            weekday_heads(session),
            *_weeks(session, shown, value, today, earliest or date.min, pick),
        ],
        spacing=4,
        tight=True,
    )


Picker = Callable[[date | None], Callable[[object], Awaitable[None]]]


def _shortcuts(
    session: AppSession, value: date | None, today: date, pick: Picker, can_clear: bool
) -> ft.Control:
    dates = session.dates
    to_week = (session.settings.first_weekday - today.weekday() - 1) % 7 + 1
    days = [today, today + DAY, today + DAY * to_week]
    chips = [
        list_chip(dates.heading(day, today), None, day == value, pick(day))
        for day in dict.fromkeys(days)
    ]
    if can_clear:
        chips.append(list_chip(session.words.say("No date"), None, value is None, pick(None)))
    return ft.Row(chips, spacing=8, run_spacing=0, wrap=True)


def _month_head(
    session: AppSession, shown: date, turn: Callable[[int], Callable[[object], Awaitable[None]]]
) -> ft.Control:
    say = session.words.say
    return ft.Row(
        [
            ft.Text(
                session.dates.month_title(shown.year, shown.month),
                style=theme.SECTION,
                expand=True,
            ),
            icon_button(ft.Icons.CHEVRON_LEFT_ROUNDED, say("Previous month"), turn(-1)),
            icon_button(ft.Icons.CHEVRON_RIGHT_ROUNDED, say("Next month"), turn(1)),
        ]
    )


def weekday_heads(session: AppSession, *, spacing: float = 0) -> ft.Control:
    """The short names of the weekdays over seven equal columns; screen readers hear the days."""
    dates = session.dates
    is_large = session.frame.has_large_text
    names = dates.weekday_letters() if is_large else dates.weekday_names()
    return ft.Semantics(
        exclude_semantics=True,
        content=ft.Row(
            [
                ft.Text(
                    name,
                    style=theme.META,
                    color=ft.Colors.ON_SURFACE_VARIANT,
                    text_align=ft.TextAlign.CENTER,
                    max_lines=1,
                    expand=True,
                )
                for name in names
            ],
            spacing=spacing,
        ),
    )


def _weeks(
    session: AppSession,
    shown: date,
    value: date | None,
    today: date,
    earliest: date,
    pick: Picker,
) -> list[ft.Control]:
    month = calendar.Calendar(session.settings.first_weekday)
    return [
        ft.Row(
            [
                _day(session, day, day.month == shown.month, value, today, earliest, pick)
                for day in week
            ],
            spacing=0,
        )
        for week in month.monthdatescalendar(shown.year, shown.month)
    ]


def _day(
    session: AppSession,
    day: date,
    is_inside: bool,
    value: date | None,
    today: date,
    earliest: date,
    pick: Picker,
) -> ft.Control:
    is_chosen, is_past = day == value, day < earliest
    color = ft.Colors.ON_SURFACE if is_inside else ft.Colors.ON_SURFACE_VARIANT
    if day == today:
        color = ft.Colors.PRIMARY
    if is_chosen:
        color = ft.Colors.ON_PRIMARY
    if is_past:
        color = ft.Colors.with_opacity(theme.DISABLED, ft.Colors.ON_SURFACE)
    return ft.Semantics(
        label=session.dates.long_day(day, today),
        button=True,
        selected=is_chosen,
        disabled=is_past,
        container=True,
        expand=True,
        content=ft.Container(
            ft.Container(
                ft.Text(
                    str(day.day),
                    style=theme.type_style(
                        14.5, 700 if is_chosen or day == today else 500, is_tabular=True
                    ),
                    color=color,
                    # The label above says the whole day.
                    semantics_label="",
                ),
                width=40,
                height=40,
                alignment=ft.Alignment.CENTER,
                shape=ft.BoxShape.CIRCLE,
                bgcolor=ft.Colors.PRIMARY if is_chosen else ft.Colors.TRANSPARENT,
                border=ft.Border.all(1.5, ft.Colors.PRIMARY)
                if day == today and not is_chosen
                else None,
            ),
            height=theme.TOUCH,
            alignment=ft.Alignment.CENTER,
            border_radius=theme.TOUCH / 2,
            ink=True,
            on_click=None if is_past else pick(day),
        ),
    )


@component
def TimeDialog(
    session: AppSession,
    title: str,
    value: time | None,
    on_pick: Callable[[time], Awaitable[None]],
    on_close: Callable[[], None],
) -> ft.Control:
    """Flutter's clock, with 24 hours and the user's words; `on_pick` gets a local time."""
    say = session.words.say
    holder = ft.use_ref(object)
    ft.use_effect(
        lambda: session.keys.hold(holder.current),
        [],
        cleanup=lambda: session.keys.release(holder.current),
    )

    # Flutter has closed the picker when it answers: drawn once more it would open again.
    is_over = ft.use_ref(False)

    async def picked(event: ft.Event[ft.TimePicker]) -> None:
        is_over.current = True
        chosen = event.control.value
        on_close()
        if chosen is not None:
            await on_pick(chosen.replace(second=0, microsecond=0))

    def dismissed(_: ft.Event[ft.DialogControl]) -> None:
        is_over.current = True
        on_close()

    ft.use_dialog(
        None
        if is_over.current
        else ft.TimePicker(
            value=value or time(9),
            help_text=title,
            confirm_text=say("Choose"),
            cancel_text=say("Cancel"),
            hour_label_text=say("Hour"),
            minute_label_text=say("Minute"),
            error_invalid_text=say("There is no such time"),
            hour_format=ft.TimePickerHourFormat.H24,
            on_change=picked,
            on_dismiss=dismissed,
        )
    )
    return ft.Container(width=0, height=0)
