"""The row over the hours: tasks of the whole day, and those that last for days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import flet as ft

from models.task import TaskLine
from services.day_layout import is_lasting
from views import theme
from views.app.screens.timeline_acts import BlockActs
from views.app.screens.timeline_face import TONES, BlockKind, kind_of
from views.app.session import AppSession
from views.text import Dates

#: From this many on, the row scrolls instead of growing.
ROWS = 3


def over_row(
    session: AppSession, lines: Sequence[TaskLine], now: datetime, acts: BlockActs
) -> ft.Control | None:
    """The day's tasks without an hour, each as a bar; None without any."""
    if not lines:
        return None
    bars = [over_bar(session, line, now, acts) for line in lines]
    return ft.Container(
        ft.Column(
            bars,
            spacing=4,
            scroll=ft.ScrollMode.AUTO if len(bars) > ROWS else None,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        height=min(len(bars), ROWS + 0.5) * (32 * session.frame.text_scale + 4) + 4,
        padding=ft.Padding.only(left=theme.PAGE_MARGIN, right=theme.PAGE_MARGIN + 4, bottom=4),
    )


def over_bar(
    session: AppSession,
    line: TaskLine,
    now: datetime,
    acts: BlockActs,
    *,
    is_small: bool = False,
) -> ft.Control:
    """One task over the hours: its title, and until when it lasts."""
    kind = kind_of(line, now)
    tones = TONES[kind]
    note = _note(line, session.dates, now, kind)

    async def opened(_: object) -> None:
        await session.open_task(line.uid)

    async def held(_: object) -> None:
        session.felt()
        await acts.menu(line.uid)

    parts: list[ft.Control] = [
        ft.Text(
            line.summary,
            style=theme.type_style(12.5 if is_small else 13.5, 600, is_struck=line.is_done),
            color=tones.word,
            max_lines=1,
            overflow=ft.TextOverflow.ELLIPSIS,
            expand=True,
        )
    ]
    if not is_small:
        parts.append(
            ft.Text(note, style=theme.META_NUMBER, color=tones.word, no_wrap=True, max_lines=1)
        )
    if kind is BlockKind.MISSED:
        parts.insert(0, ft.Icon(ft.Icons.EVENT_BUSY_ROUNDED, size=14, color=tones.word))
    return ft.MergeSemantics(
        ft.Semantics(
            label=", ".join(filter(None, (line.summary, note))),
            button=True,
            content=ft.Container(
                ft.Semantics(exclude_semantics=True, content=ft.Row(parts, spacing=8)),
                height=(24 if is_small else 32) * session.frame.text_scale,
                padding=ft.Padding.symmetric(horizontal=6 if is_small else 10),
                bgcolor=tones.ground,
                border_radius=8 if is_small else theme.RADIUS_CHIP,
                clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
                ink=True,
                on_click=opened,
                on_long_press=held,
            ),
        )
    )


def _note(line: TaskLine, dates: Dates, now: datetime, kind: BlockKind) -> str:
    say = dates.words.say
    if kind is BlockKind.DONE:
        return say("done")
    if kind is BlockKind.MISSED:
        return say("missed")
    if line.due is not None and is_lasting(line):
        return say("until {day}", day=dates.spoken(line.due, now))
    return say("all day")
