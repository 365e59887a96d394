"""What to do with a block of the timeline: its menu, another time, another length.

For those who cannot drag, or would rather not: everything that dragging does is here too.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from enum import StrEnum

import flet as ft

from models.moment import Moment
from models.standing import Standing
from models.task import TaskLine
from services import tasks
from services.block_moves import lasting, length_of
from views import theme
from views.app.boundary import component, keyed
from views.app.kit.chips import list_chip
from views.app.kit.options import option
from views.app.kit.sheet import SheetOver, footed, stacked
from views.app.kit.states import show_reading
from views.app.query import use_query
from views.app.screens.reschedule import Moving, OwnMoment
from views.app.screens.timeline_acts import BlockActs, use_block_acts
from views.app.session import AppSession
from views.app.task_gestures import use_task_gestures

#: The lengths that are offered, in minutes.
LENGTHS = (15, 30, 45, 60, 90, 120, 180, 240, 360)


class Part(StrEnum):
    """What the sheet shows."""

    MENU = "menu"
    MOVE = "move"
    LENGTH = "length"


@component
def BlockMenu(session: AppSession, uid: str) -> ft.Control:
    """The sheet of `BlockSheet`."""
    part, set_part = ft.use_state(Part.MENU)
    reading = use_query(session, lambda desk: tasks.line(desk, uid), uid)
    acts = use_block_acts(session)
    say = session.words.say

    def draw(line: TaskLine) -> ft.Control:
        match part:
            case Part.MOVE:
                body: ft.Control = _move(session, line)
            case Part.LENGTH:
                body = footed(_lengths(session, line, acts))
            case Part.MENU:
                body = footed(keyed("menu", Choices, session, line, set_part))
        return stacked([_head(line, acts), body], spacing=12)

    titles = {
        Part.MENU: say("Block"),
        Part.MOVE: say("Move"),
        Part.LENGTH: say("Change length"),
    }
    return SheetOver(
        session,
        titles[part],
        show_reading(session, reading, draw, rows=4),
        session.overlay.close,
        has_title=False,
        is_footed=True,
    )


def _head(line: TaskLine, acts: BlockActs) -> ft.Control:
    lines: list[ft.Control] = [
        ft.Semantics(
            header=True,
            container=True,
            content=ft.Text(
                line.summary,
                style=theme.CARD_TITLE,
                max_lines=3,
                overflow=ft.TextOverflow.ELLIPSIS,
            ),
        )
    ]
    if line.due is not None:
        over = ft.Text(acts.when(line), style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT)
        lines.insert(0, over)
    return ft.Column(lines, spacing=0, tight=True)


@component
def Choices(session: AppSession, line: TaskLine, go: Callable[[Part], None]) -> ft.Control:
    """The menu's lines."""
    say = session.words.say
    gestures = use_task_gestures(session)

    async def open_task(_: object) -> None:
        session.overlay.close()
        await session.open_task(line.uid)

    async def move(_: object) -> None:
        go(Part.MOVE)

    async def length(_: object) -> None:
        go(Part.LENGTH)

    async def check(_: object) -> None:
        session.overlay.close()
        await gestures.check(line.uid, not line.is_done)

    async def compromise(_: object) -> None:
        await gestures.compromise(line.uid)

    done = say("Ask for work again") if line.is_done else say("Complete")
    rows = [option(say("Open"), False, open_task, ft.Icons.OPEN_IN_FULL_ROUNDED)]
    standing = line.standing(session.minute.now)
    if standing.is_missed or standing is Standing.AT_RISK:
        label = say("Compromise on the deadline…")
        rows.append(option(label, False, compromise, ft.Icons.HANDSHAKE_OUTLINED))
    if not line.is_done:
        rows += [
            option(say("Move…"), False, move, ft.Icons.SWAP_VERT_ROUNDED),
            option(say("Change length…"), False, length, ft.Icons.HEIGHT_ROUNDED),
        ]
    rows.append(option(done, False, check, ft.Icons.CHECK_CIRCLE_OUTLINE_ROUNDED))
    return ft.Column(rows, spacing=4, tight=True)


def _move(session: AppSession, line: TaskLine) -> ft.Control:
    async def move(to: Mapping[str, Moment | None]) -> None:
        session.overlay.close()
        due = to[line.uid]
        if due is not None:
            await BlockActs(session).move_due(line.uid, due)

    moving = Moving(((line.uid, line.due),), line.summary)
    return keyed("own", OwnMoment, session, moving, move)


def _lengths(session: AppSession, line: TaskLine, acts: BlockActs) -> ft.Control:
    """Lengths to choose from, and what each would make of the block's time."""
    now = length_of(line)
    lengths = sorted({now, *(timedelta(minutes=minutes) for minutes in LENGTHS)})
    dates = session.dates

    def press(length: timedelta) -> Callable[[object], Awaitable[None]]:
        async def pressed(_: object) -> None:
            session.overlay.close()
            if length != now:
                await acts.last(line.uid, length)

        return pressed

    chips = [
        list_chip(dates.duration(length), None, length == now, press(length)) for length in lengths
    ]
    moves_due = "due" in lasting(line, now, dates.zone)
    note = (
        session.words.say("It begins when it does now, and is due when it ends.")
        if moves_due
        else session.words.say("When it is due stays as it is.")
    )
    return ft.Column(
        [
            ft.Row(chips, spacing=8, run_spacing=0, wrap=True),
            ft.Text(note, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT),
        ],
        spacing=8,
        tight=True,
    )
