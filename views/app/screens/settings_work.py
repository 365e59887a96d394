"""When one works and publishes: hours, days off, holidays, slots, what slipped, the review."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import time, timedelta

import flet as ft

from services.settings import REVIEWS, SLOTS_LIMIT, change_settings
from views import theme
from views.app.boundary import component, keyed
from views.app.kit.basics import Press, icon_button
from views.app.kit.calendar import TimeDialog
from views.app.kit.chips import chip, chip_choice, list_chip
from views.app.screens.settings_rows import ICON_INSET, group, setting, setting_beside
from views.app.session import AppSession
from views.text import mark

_STEP = timedelta(minutes=30)
_DAY = timedelta(hours=24)
#: Countries whose holidays are offered, by ISO 3166-1; others stay chosen where they are.
_COUNTRIES = (("ID", mark("Indonesia")), ("SG", mark("Singapore")), ("MY", mark("Malaysia")))
_REVIEWS = dict(zip(REVIEWS, (mark("Ask me once"), mark("Every day"), mark("Never")), strict=True))
_ADD = "add"


@component
def Work(session: AppSession) -> ft.Control:
    """The group of working and publishing times."""
    ft.use_state(session.look)
    picking, pick = ft.use_state("")
    say, settings, dates = session.words.say, session.settings, session.dates

    def picked(name: str) -> Press:
        async def open_dialog(_: object) -> None:
            pick(name)

        return open_dialog

    slot_names = {at.isoformat(): at for at in settings.slot_times}

    async def keep(at: time) -> None:
        if picking in ("work_start", "work_end"):
            start = at if picking == "work_start" else settings.work_start
            end = at if picking == "work_end" else settings.work_end
            if start < end:
                await session.act(change_settings, work_start=start, work_end=end)
            else:
                session.say(say("The working hours end after they begin."), is_error=True)
        elif picking == _ADD:
            await session.act(change_settings, slot_times=(*settings.slot_times, at))
        elif picking in slot_names:
            moved = tuple(at if name == picking else each for name, each in slot_names.items())
            await session.act(change_settings, slot_times=moved)
        else:
            await session.act(change_settings, slip_hour=at)

    async def toggle_off(day: int) -> None:
        await session.act(change_settings, days_off=_toggled(settings.days_off, day))

    async def toggle_slot(day: int) -> None:
        await session.act(change_settings, slot_weekdays=_toggled(settings.slot_weekdays, day))

    async def country(code: str) -> None:
        await session.act(change_settings, holiday_country=code)

    async def review(name: str) -> None:
        await session.act(change_settings, review=name)

    def drop(at: time) -> Press:
        async def dropped(_: object) -> None:
            left = tuple(each for each in settings.slot_times if each != at)
            await session.act(change_settings, slot_times=left)

        return dropped

    week = _week(settings.first_weekday)
    names = dict(zip(week, dates.long_weekday_names(), strict=True))
    known = [(code, say(name)) for code, name in _COUNTRIES]
    if settings.holiday_country not in ("", *(code for code, _ in known)):
        known.append((settings.holiday_country, settings.holiday_country))
    slots: list[ft.Control] = [
        chip(
            dates.time(at),
            picked(at.isoformat()),
            on_clear=drop(at),
            clear_label=say("Remove {time}", time=dates.time(at)),
        )
        for at in settings.slot_times
    ]
    if len(settings.slot_times) < SLOTS_LIMIT:
        slots.append(chip(say("Add a time"), picked(_ADD), icon=ft.Icons.ADD_ROUNDED))
    hours = ft.Row(
        [
            _clock(say("Work from"), dates.time(settings.work_start), picked("work_start")),
            ft.Text("–", style=theme.BODY),
            _clock(say("Work until"), dates.time(settings.work_end), picked("work_end")),
        ],
        spacing=8,
        tight=True,
    )
    slip = _clock(say("Time for what slipped"), dates.time(settings.slip_hour), picked("slip_hour"))
    parts: list[ft.Control] = [
        group(
            say("Work and publishing"),
            [
                setting_beside(
                    say("Working hours"),
                    hours,
                    line=say("Plans keep within them."),
                    is_stacked=session.frame.has_large_text,
                ),
                setting(say("Days off"), _days(names, settings.days_off, toggle_off)),
                setting(
                    say("Public holidays"),
                    chip_choice([*known, ("", say("None"))], settings.holiday_country, country),
                    line=say("Nothing is planned on them."),
                ),
                setting(
                    say("Work by weekday"),
                    keyed("capacities", Capacities, session),
                    line=say("How much fits in each day of the week."),
                    inset=ICON_INSET,
                ),
                setting(
                    say("Publishing days"),
                    _days(names, settings.slot_weekdays, toggle_slot),
                ),
                setting(
                    say("Publishing times"), ft.Row(slots, spacing=8, run_spacing=0, wrap=True)
                ),
                setting_beside(
                    say("What slipped goes to"),
                    slip,
                    line=say("The next day, at this time."),
                    is_stacked=session.frame.has_large_text,
                ),
                setting(
                    say("Daily review"),
                    chip_choice(
                        [(name, say(text)) for name, text in _REVIEWS.items()],
                        settings.review,
                        review,
                    ),
                ),
            ],
        )
    ]
    if picking:
        titles = {
            "work_start": (say("Work from"), settings.work_start),
            "work_end": (say("Work until"), settings.work_end),
            "slip_hour": (say("Time for what slipped"), settings.slip_hour),
            _ADD: (say("Add a publishing time"), settings.best_start),
            **{name: (say("Publishing time"), at) for name, at in slot_names.items()},
        }
        title, at = titles[picking]
        parts.append(keyed(picking, TimeDialog, session, title, at, keep, lambda: pick("")))
    return ft.Column(parts, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def Capacities(session: AppSession) -> ft.Control:
    """A row of less and more for each weekday."""
    say, settings, dates = session.words.say, session.settings, session.dates
    week = _week(settings.first_weekday)
    names = dict(zip(week, dates.long_weekday_names(), strict=True))

    def changed(day: int, by: timedelta) -> Press:
        async def change(_: object) -> None:
            span = min(max(settings.capacity_of(day) + by, timedelta(0)), _DAY)
            kept = tuple(span if each == day else settings.capacities[each] for each in range(7))
            await session.act(change_settings, capacities=kept)

        return change

    rows: list[ft.Control] = []
    for day in week:
        rows.append(
            ft.Row(
                [
                    ft.Text(names[day], style=theme.BODY, expand=True),
                    icon_button(
                        ft.Icons.REMOVE_ROUNDED,
                        say("Less time on {day}", day=names[day]),
                        changed(day, -_STEP),
                    ),
                    ft.Text(
                        dates.duration(settings.capacity_of(day)),
                        style=theme.type_style(15, 700, is_tabular=True),
                        text_align=ft.TextAlign.CENTER,
                        width=84,
                    ),
                    icon_button(
                        ft.Icons.ADD_ROUNDED,
                        say("More time on {day}", day=names[day]),
                        changed(day, _STEP),
                    ),
                ],
                spacing=0,
            )
        )
    return ft.Column(rows, spacing=0, tight=True)


def _days(
    names: Mapping[int, str],
    chosen: tuple[int, ...],
    toggle: Callable[[int], Awaitable[None]],
) -> ft.Control:
    def toggled(day: int) -> Press:
        async def press(_: object) -> None:
            await toggle(day)

        return press

    return ft.Row(
        [list_chip(name, None, day in chosen, toggled(day)) for day, name in names.items()],
        spacing=8,
        run_spacing=0,
        wrap=True,
    )


def _week(first: int) -> list[int]:
    return [(first + count) % 7 for count in range(7)]


def _toggled(days: tuple[int, ...], day: int) -> tuple[int, ...]:
    return tuple(each for each in days if each != day) if day in days else (*days, day)


def _clock(label: str, text: str, on_click: Press) -> ft.Control:
    return ft.MergeSemantics(ft.Semantics(label=label, content=chip(text, on_click)))
