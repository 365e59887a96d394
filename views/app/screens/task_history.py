"""What became of a task: how often it moved, and every change in words."""

from __future__ import annotations

from datetime import datetime

import flet as ft

from models.task import TaskChange
from views import theme
from views.app.boundary import component
from views.app.kit.basics import Press
from views.app.screens.task_detail import Detail, Moves
from views.app.session import AppSession
from views.text import Dates
from views.text.actions import action_label, change_lines, origin_text

#: How many changes are shown at first, and more at a time.
PAGE = 20


def moved_text(dates: Dates, moves: Moves, now: datetime) -> str:
    """``Dipindah 1×: 18 Nov → 23 Nov``; with times where the day stayed."""
    today = dates.today(now)
    first, last = moves.first.day(dates.zone), moves.last and moves.last.day(dates.zone)
    if moves.last is None:
        start, end = dates.day_and_month(first, today), dates.words.say("no date")
    elif first == last:
        start, end = dates.exact(moves.first, now), dates.exact(moves.last, now)
    else:
        start = dates.day_and_month(first, today)
        end = dates.day_and_month(moves.last.day(dates.zone), today)
    return dates.words.count(
        "Moved once: {start} → {end}",
        "Moved {count} times: {start} → {end}",
        moves.count,
        start=start,
        end=end,
    )


def moved_box(session: AppSession, moves: Moves, now: datetime, on_click: Press) -> ft.Control:
    """How often the task moved, in a tinted box; tap shows its history."""
    return ft.MergeSemantics(
        ft.Semantics(
            button=True,
            content=ft.Container(
                ft.Row(
                    [
                        ft.Icon(
                            ft.Icons.HISTORY_ROUNDED, size=18, color=ft.Colors.ON_SURFACE_VARIANT
                        ),
                        ft.Text(
                            moved_text(session.dates, moves, now),
                            style=theme.META,
                            color=ft.Colors.ON_SURFACE_VARIANT,
                            expand=True,
                        ),
                    ],
                    spacing=8,
                ),
                padding=ft.Padding.symmetric(horizontal=14, vertical=14),
                bgcolor=ft.Colors.SURFACE_CONTAINER_HIGH,
                border_radius=theme.RADIUS_BANNER,
                ink=True,
                on_click=on_click,
            ),
        )
    )


@component
def HistoryPart(
    session: AppSession, detail: Detail, now: datetime, is_open: bool, on_toggle: Press
) -> ft.Control:
    """The history, folded until it is asked for, and when the task was made and changed."""
    shown, show = ft.use_state(PAGE)
    words, dates = session.words, session.dates

    def more(_: object) -> None:
        show(shown + PAGE)

    parts: list[ft.Control] = [_head(session, len(detail.history), is_open, on_toggle)]
    if is_open:
        parts.extend(_entry(dates, change, now, detail) for change in detail.history[:shown])
        left = len(detail.history) - shown
        if left > 0:
            text = words.count("Show {count} older change", "Show {count} older changes", left)
            parts.append(ft.Row([ft.TextButton(text, on_click=more)]))
    task = detail.task
    made = words.say("Added {when}", when=dates.instant(task.created, now))
    if task.last_modified != task.created:
        changed = words.say("changed {when}", when=dates.ago(task.last_modified, now))
        made = f"{made} · {changed}"
    parts.append(
        ft.Container(
            ft.Text(made, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT),
            padding=ft.Padding.symmetric(vertical=8),
        )
    )
    return ft.Container(
        ft.Column(parts, spacing=0, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN),
    )


def _head(session: AppSession, count: int, is_open: bool, on_toggle: Press) -> ft.Control:
    words = session.words
    head = ft.Semantics(
        label=f"{words.say('History')} · {words.number(count)}",
        button=True,
        expanded=is_open,
        content=ft.Container(
            ft.Semantics(
                exclude_semantics=True,
                content=ft.Row(
                    [
                        ft.Text(words.say("History"), style=theme.SECTION),
                        ft.Text(
                            words.number(count),
                            style=theme.META_NUMBER,
                            color=ft.Colors.ON_SURFACE_VARIANT,
                        ),
                        ft.Icon(
                            ft.Icons.EXPAND_LESS_ROUNDED
                            if is_open
                            else ft.Icons.EXPAND_MORE_ROUNDED,
                            size=20,
                            color=ft.Colors.ON_SURFACE_VARIANT,
                        ),
                    ],
                    spacing=8,
                ),
            ),
            height=theme.TOUCH,
            alignment=ft.Alignment.CENTER_LEFT,
            border_radius=theme.RADIUS_CHIP,
            ink=True,
            on_click=on_toggle,
        ),
    )
    # One node: the press is the button's, not a second one inside it.
    return ft.MergeSemantics(head)


def _entry(dates: Dates, change: TaskChange, now: datetime, detail: Detail) -> ft.Control:
    words = dates.words
    lines = change_lines(words, dates, change, now, detail.names)
    # On this very app nobody needs to be told that.
    where = origin_text(words, change.origin) if change.origin != "app" else ""
    parts: list[ft.Control] = [
        ft.Row(
            [
                ft.Text(action_label(words, change.action), style=theme.META_STRONG, expand=True),
                ft.Text(
                    " · ".join(filter(None, (where, dates.ago(change.at, now)))),
                    style=theme.META_NUMBER,
                    color=ft.Colors.ON_SURFACE_VARIANT,
                ),
            ],
            spacing=8,
        )
    ]
    parts.extend(
        ft.Text(line, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT) for line in lines
    )
    return ft.Container(
        ft.Column(parts, spacing=2, tight=True),
        padding=ft.Padding.only(left=12, top=6, bottom=6),
        border=ft.Border.only(left=ft.BorderSide(2, ft.Colors.OUTLINE_VARIANT)),
        key=f"{change.gesture}",
    )
