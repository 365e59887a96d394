"""The card that says what comes next: how long is left, when it is published, how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import flet as ft

from models.task import TaskLine
from views import theme
from views.app.boundary import component, memoised
from views.app.kit.progress import progress_ring
from views.app.kit.task_row import OnTask
from views.text import Dates
from views.text.standings import standing_text


@dataclass(frozen=True, slots=True)
class NextFace:
    """What the card says, ready to be read; `clock` is empty for a whole day."""

    uid: str
    over: str
    title: str
    left: str
    left_note: str
    clock: str
    clock_note: str
    steps_done: int
    steps_total: int
    steps_spoken: str


def next_face(line: TaskLine, dates: Dates, now: datetime) -> NextFace:
    """The card of a task's line at `now` (aware); the line has a due moment."""
    say = dates.words.say
    due, ready = line.due, line.ready_at or line.due_at
    assert due is not None
    assert ready is not None
    has_lead = line.lead is not None and not due.is_all_day
    is_today = due.day(dates.zone) == dates.today(now)
    clock = "" if due.time is None else dates.time(due.local(dates.zone))
    if has_lead:
        is_ready_today = dates.today(ready) == dates.today(now)
        ready_at = dates.time(ready) if is_ready_today else dates.instant(ready, now)
        left_note = say("ready by {time}", time=ready_at)
    else:
        left_note = say("until it is due")
    if said := standing_text(dates.words, line.standing(now), line.waiting_for):
        left_note = f"{left_note} · {said}"
    day = dates.relative_day(due.day(dates.zone), dates.today(now))
    note = say("goes live") if has_lead else say("due")
    return NextFace(
        uid=line.uid,
        over=" · ".join(filter(None, (say("Next deadline"), line.goal_name))),
        title=line.summary,
        left=dates.countdown(ready, now),
        left_note=left_note,
        clock=clock or day,
        clock_note=note if is_today or not clock else f"{note} {day}",
        steps_done=line.steps_done,
        steps_total=line.steps_total,
        steps_spoken=say("{done} of {total} steps", done=line.steps_done, total=line.steps_total),
    )


@component
def _NextDeadlineCard(face: NextFace, on_open: OnTask, is_large: bool = False) -> ft.Control:
    """The hero of Home; tap opens the task. With large text its numbers are one over the other."""

    async def opened(_: object) -> None:
        await on_open(face.uid)

    rule = ft.Container(width=1, height=40, bgcolor=ft.Colors.with_opacity(0.35, theme.ON_HERO))
    numbers: list[ft.Control] = [
        ft.Row(
            [
                _number(face.left, face.left_note),
                ft.Container(rule, padding=ft.Padding.only(top=4)),
                _number(face.clock, face.clock_note, inset=20),
            ],
            spacing=0,
            expand=True,
            # A note of two lines leaves both numbers in one.
            vertical_alignment=ft.CrossAxisAlignment.START,
        )
    ]
    if is_large:
        below = [
            _number(face.left, face.left_note, is_beside=False),
            _number(face.clock, face.clock_note, is_beside=False),
        ]
        if face.steps_total:
            below.append(ft.Text(face.steps_spoken, style=theme.META, color=theme.ON_HERO_QUIET))
        numbers = [ft.Column(below, spacing=10, tight=True, expand=True)]
    elif face.steps_total:
        numbers.append(
            progress_ring(
                face.steps_done,
                face.steps_total,
                face.steps_spoken,
                size=52,
                stroke=5,
                color=theme.ON_HERO_RING,
                track=ft.Colors.with_opacity(0.25, theme.ON_HERO),
                on_color=theme.ON_HERO,
            )
        )
    return ft.MergeSemantics(
        ft.Semantics(
            button=True,
            content=ft.Container(
                ft.Column(
                    [
                        ft.Row(
                            [
                                ft.Icon(ft.Icons.FLAG_ROUNDED, size=16, color=theme.ON_HERO_QUIET),
                                ft.Text(
                                    face.over,
                                    style=theme.type_style(13, 500),
                                    color=theme.ON_HERO_QUIET,
                                    max_lines=1,
                                    overflow=ft.TextOverflow.ELLIPSIS,
                                    expand=True,
                                ),
                            ],
                            spacing=8,
                        ),
                        ft.Text(
                            face.title,
                            style=theme.CARD_TITLE,
                            color=theme.ON_HERO,
                            max_lines=2,
                            overflow=ft.TextOverflow.ELLIPSIS,
                        ),
                        ft.Container(height=6),
                        ft.Row(
                            numbers,
                            spacing=0,
                            vertical_alignment=ft.CrossAxisAlignment.CENTER,
                        ),
                    ],
                    spacing=6,
                    tight=True,
                ),
                bgcolor=theme.HERO,
                border_radius=theme.RADIUS_CARD,
                padding=theme.CARD_PADDING,
                ink=True,
                on_click=opened,
            ),
        )
    )


NextDeadlineCard = memoised(_NextDeadlineCard)


def _number(number: str, note: str, *, inset: float = 0, is_beside: bool = True) -> ft.Control:
    return ft.Container(
        ft.Column(
            [
                ft.Text(
                    number,
                    style=theme.DISPLAY if len(number) <= 7 else theme.type_style(20, 800),
                    color=theme.ON_HERO,
                    max_lines=1,
                    overflow=ft.TextOverflow.ELLIPSIS,
                ),
                # By when it must be ready another day, and for whom it waits.
                ft.Text(
                    note,
                    style=theme.META,
                    color=theme.ON_HERO_QUIET,
                    max_lines=3,
                    overflow=ft.TextOverflow.ELLIPSIS,
                ),
            ],
            spacing=2,
            tight=True,
        ),
        expand=is_beside,
        padding=ft.Padding.only(left=inset),
    )
