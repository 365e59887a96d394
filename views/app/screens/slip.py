"""The slip sheet, "Kompromi deadline": what becomes of a task that was missed, or may be.

One task, or all that were missed, one after the other. Owns which page is shown; what is
decided, and how it is taken back, is `slip_run`'s.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from services import slip_reading
from services.slip_reading import SlipView, Talk
from services.workspace import Workspace
from views import theme
from views.app.boundary import component, keyed
from views.app.kit.sheet import SheetOver, footed
from views.app.kit.states import show_reading
from views.app.query import use_query
from views.app.screens.slip_message import Message
from views.app.screens.slip_replace import Replace
from views.app.screens.slip_run import Page, Run
from views.app.screens.slip_team import Team
from views.app.screens.slip_ways import PickDue, Ways
from views.app.session import AppSession


def _read(desk: Workspace, uid: str) -> tuple[SlipView, Talk | None]:
    return slip_reading.slip(desk, uid), next(iter(slip_reading.talks(desk, uid)), None)


@component
def SlipSheet(session: AppSession, uids: tuple[str, ...]) -> ft.Control:
    """The sheet of `overlays.Slip`."""
    held = ft.use_ref(lambda: Run(session, uids)).current
    assert held is not None
    run, _ = ft.use_state(held)
    uid = run.uid
    reading = use_query(session, lambda desk: _read(desk, uid), uid)

    def draw(read: tuple[SlipView, Talk | None]) -> ft.Control:
        view, talk = read
        match run.page:
            case Page.END:
                return _end(session, run)
            case Page.MESSAGE if talk is not None:
                finish = session.words.say("Next") if run.is_triage else session.words.say("Finish")
                return keyed(f"message-{uid}", Message, session, talk, finish, _go_on(run))
            case Page.PICK:
                return keyed(f"pick-{uid}", PickDue, session, run, view)
            case Page.REPLACE:
                return keyed(f"replace-{uid}", Replace, session, run, view)
            case Page.TEAM:
                return keyed(f"team-{uid}", Team, session, run, view)
            case _:
                return keyed(f"ways-{uid}", Ways, session, run, view)

    return SheetOver(
        session,
        session.words.say("Compromise on the deadline"),
        show_reading(session, reading, draw, rows=5),
        session.overlay.close,
        has_title=False,
        is_footed=True,
    )


def _go_on(run: Run) -> Callable[[], Awaitable[None]]:
    async def go_on() -> None:
        run.next()

    return go_on


def _end(session: AppSession, run: Run) -> ft.Control:
    """What was decided, and the way to take all of it back."""
    words = session.words

    async def undo_all(_: object) -> None:
        await run.undo_all()

    async def close(_: object) -> None:
        session.overlay.close()

    count = len(run.decisions)
    title = words.count("{count} decided", "{count} decided", count)
    lines = [
        ft.Row(
            [
                ft.Icon(ft.Icons.CHECK_CIRCLE_OUTLINE_ROUNDED, size=20, color=theme.DONE),
                ft.Text(each.said, style=theme.BODY, expand=True),
            ],
            spacing=10,
        )
        for each in run.decisions
    ]
    buttons: list[ft.Control] = []
    if count:
        buttons.append(ft.TextButton(words.say("Undo all"), on_click=undo_all))
    buttons.append(ft.FilledButton(words.say("Finish"), on_click=close))
    decided = ft.Column(
        [
            ft.Semantics(
                header=True,
                container=True,
                content=ft.Text(
                    title if count else words.say("Nothing decided"),
                    style=theme.type_style(22, 800),
                ),
            ),
            *lines,
        ],
        spacing=12,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return footed(decided, ft.Row(buttons, spacing=8, alignment=ft.MainAxisAlignment.END))
