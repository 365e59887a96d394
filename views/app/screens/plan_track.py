"""A plan as it is shown: its steps down to publishing, what days hold, and what does not fit.

Plain functions from values to controls.
"""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from models.planned import Problem
from services.plans import DayOfPlan, Plan, StepOfPlan
from views import theme
from views.app.kit.basics import Press, icon_button
from views.app.session import AppSession
from views.text.plan_words import (
    gap_text,
    misfit_text,
    publishing_problems,
    step_note,
    step_time,
)

_DOT = 10


def plan_track(
    session: AppSession,
    plan: Plan,
    title: str,
    on_lock: Callable[[StepOfPlan], Press] | None = None,
) -> ft.Control:
    """The steps of `plan` and the publishing of `title` among them, each with its problem.

    What is to be said against the publish time stands at the end.
    `on_lock` gives what a step's lock does, for those that are there already.
    """
    loads = {day.day: day for day in plan.days}
    zone = session.dates.zone
    due_at = plan.due.instant(zone)
    rows: list[ft.Control] = []
    is_told = False
    for step in plan.steps:
        end = step.planned.end
        if end is not None and end > due_at and not is_told:
            rows.append(_publishing(session, plan, title))
            is_told = True
        day = loads.get(end.astimezone(zone).date()) if end else None
        rows.append(_step(session, step, day, on_lock))
    if not is_told:
        rows.append(_publishing(session, plan, title))
    problems = [
        _problem(text)
        for text in publishing_problems(session.dates, plan, session.settings.holiday_country)
    ]
    return ft.Column(
        [ft.Column(rows, spacing=2, tight=True), *problems],
        spacing=10,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _step(
    session: AppSession,
    step: StepOfPlan,
    day: DayOfPlan | None,
    on_lock: Callable[[StepOfPlan], Press] | None,
) -> ft.Control:
    planned, dates = step.planned, session.dates
    today = dates.today(session.minute.now)
    say = session.words.say
    is_wrong = planned.problem is not None
    color = theme.MISSED if is_wrong else ft.Colors.ON_SURFACE_VARIANT
    misfit = misfit_text(dates, planned)
    when = " · ".join(filter(None, (step_time(dates, planned, today), misfit)))
    note = step_note(session.words, planned)
    facts = " · ".join(filter(None, (gap_text(dates, planned.gap), note)))
    lines: list[ft.Control] = [
        ft.Text(step.summary, style=theme.TASK, max_lines=2, overflow=ft.TextOverflow.ELLIPSIS),
        ft.Text(when, style=theme.META_NUMBER, color=color),
        ft.Text(facts, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT),
    ]
    beside: list[ft.Control] = []
    if day is not None and planned.estimate:
        load = _load(session, day, is_over=planned.problem is Problem.OVER_CAPACITY)
        (lines if session.frame.has_large_text else beside).append(load)
    parts: list[ft.Control] = [
        _mark(is_wrong=is_wrong, is_moved=planned.shift is not None, is_done=planned.is_done),
        ft.Column(lines, spacing=0, tight=True, expand=True),
        *beside,
    ]
    row: ft.Control = ft.MergeSemantics(
        ft.Row(parts, spacing=12, vertical_alignment=ft.CrossAxisAlignment.START), expand=True
    )
    if on_lock is not None and step.uid and not planned.is_done:
        label = (
            say("Unlock “{title}”", title=step.summary)
            if planned.is_fixed
            else say("Lock “{title}” where it is", title=step.summary)
        )
        lock = icon_button(
            ft.Icons.LOCK_ROUNDED if planned.is_fixed else ft.Icons.LOCK_OPEN_ROUNDED,
            label,
            on_lock(step),
            color=ft.Colors.PRIMARY if planned.is_fixed else ft.Colors.ON_SURFACE_VARIANT,
            size=20,
            is_selected=planned.is_fixed,
        )
        row = ft.Row([row, lock], spacing=4, vertical_alignment=ft.CrossAxisAlignment.START)
    return ft.Container(row, padding=ft.Padding.symmetric(vertical=6))


def _publishing(session: AppSession, plan: Plan, title: str) -> ft.Control:
    when = session.dates.exact(plan.due, session.minute.now)
    return ft.Container(
        ft.MergeSemantics(
            ft.Row(
                [
                    ft.Icon(ft.Icons.CAMPAIGN_ROUNDED, size=20, color=ft.Colors.PRIMARY),
                    ft.Column(
                        [
                            ft.Text(
                                title,
                                style=theme.TASK,
                                color=ft.Colors.ON_PRIMARY_CONTAINER,
                                max_lines=2,
                                overflow=ft.TextOverflow.ELLIPSIS,
                            ),
                            ft.Text(
                                when,
                                style=theme.META_NUMBER,
                                color=ft.Colors.ON_PRIMARY_CONTAINER,
                            ),
                        ],
                        spacing=0,
                        tight=True,
                        expand=True,
                    ),
                ],
                spacing=12,
            )
        ),
        bgcolor=ft.Colors.PRIMARY_CONTAINER,
        border_radius=theme.RADIUS_BLOCK,
        padding=ft.Padding.symmetric(horizontal=12, vertical=10),
    )


def _mark(*, is_wrong: bool, is_moved: bool, is_done: bool) -> ft.Control:
    if is_wrong:
        mark: ft.Control = ft.Icon(ft.Icons.ERROR_OUTLINE_ROUNDED, size=18, color=theme.MISSED)
    elif is_done:
        mark = ft.Icon(ft.Icons.CHECK_CIRCLE_ROUNDED, size=18, color=theme.DONE)
    else:
        mark = ft.Container(
            width=_DOT,
            height=_DOT,
            shape=ft.BoxShape.CIRCLE,
            border=ft.Border.all(2, theme.SOON if is_moved else ft.Colors.PRIMARY),
        )
    return ft.Container(mark, width=20, height=22, alignment=ft.Alignment.CENTER)


def _load(session: AppSession, day: DayOfPlan, *, is_over: bool) -> ft.Control:
    is_red = is_over or day.is_over
    return ft.Container(
        ft.Text(
            session.dates.load(day.load, day.capacity),
            style=theme.META,
            color=ft.Colors.ON_ERROR_CONTAINER if is_red else ft.Colors.ON_SURFACE_VARIANT,
        ),
        bgcolor=ft.Colors.ERROR_CONTAINER if is_red else ft.Colors.SURFACE_CONTAINER_HIGH,
        border_radius=theme.RADIUS_CHIP,
        padding=ft.Padding.symmetric(horizontal=8, vertical=2),
    )


def _problem(text: str) -> ft.Control:
    return ft.Container(
        ft.MergeSemantics(
            ft.Row(
                [
                    ft.Icon(
                        ft.Icons.ERROR_OUTLINE_ROUNDED,
                        size=18,
                        color=ft.Colors.ON_ERROR_CONTAINER,
                    ),
                    ft.Text(
                        text,
                        style=theme.META_STRONG,
                        color=ft.Colors.ON_ERROR_CONTAINER,
                        expand=True,
                    ),
                ],
                spacing=10,
            )
        ),
        bgcolor=ft.Colors.ERROR_CONTAINER,
        border_radius=theme.RADIUS_BLOCK,
        padding=ft.Padding.symmetric(horizontal=12, vertical=10),
    )
