"""Asking once more whom a task waits for: the message again, and the next day to ask."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import flet as ft

from models.task import Task
from services import slip_reading, slips, tasks
from services.slip_reading import Talk
from services.workspace import Workspace
from views import theme
from views.app.boundary import component, keyed
from views.app.kit.sheet import SheetOver, footed
from views.app.kit.states import show_reading
from views.app.query import use_query
from views.app.screens.slip_message import Message
from views.app.session import AppSession
from views.text.actions import action_text


@dataclass(frozen=True, slots=True)
class _Asked:
    task: Task
    talk: Talk | None


def _read(desk: Workspace, uid: str) -> _Asked:
    latest = next(iter(slip_reading.talks(desk, uid)), None)
    task = tasks.task(desk, uid)
    is_theirs = latest is not None and latest.proposal.person == task.waiting_for
    return _Asked(task, latest if is_theirs else None)


@component
def AskAgainSheet(session: AppSession, uid: str) -> ft.Control:
    """The sheet of `overlays.AskAgain`."""
    reading = use_query(session, lambda desk: _read(desk, uid), uid)
    say = session.words.say

    async def asked() -> None:
        session.overlay.close()
        task = await session.act(slips.ask_again, uid)
        if task is not None and task.follow_up is not None:
            today = session.dates.today(session.minute.now)
            text = action_text(session.words, "slip.ask-again", task.summary)
            day = session.dates.relative_day(task.follow_up, today)
            session.say(f"{text} → {day}", has_undo=True)

    def draw(found: _Asked) -> ft.Control:
        if found.talk is not None:
            return keyed("message", Message, session, found.talk, say("I have asked"), asked)
        return _plain(session, found.task, asked)

    return SheetOver(
        session,
        say("Ask again"),
        show_reading(session, reading, draw, rows=3),
        session.overlay.close,
        has_title=False,
        is_footed=True,
    )


def _plain(session: AppSession, task: Task, asked: Callable[[], Awaitable[None]]) -> ft.Control:
    """Where nothing was proposed there is no message, only whom to ask, and when it is due."""
    say, dates = session.words.say, session.dates
    waiting = say("Waiting for {name}", name=task.waiting_for or "")
    lines: list[ft.Control] = [ft.Text(waiting, style=theme.BODY)]
    if task.due is not None:
        when = say("Due {when}", when=dates.exact(task.due, session.minute.now))
        lines.append(ft.Text(when, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT))

    async def pressed(_: object) -> None:
        await asked()

    return footed(
        ft.Column(
            [
                ft.Text(task.summary, style=theme.CARD_TITLE),
                ft.Column(lines, spacing=2, tight=True),
            ],
            spacing=12,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        ft.FilledButton(say("I have asked"), on_click=pressed),
    )
