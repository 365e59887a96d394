"""What is asked of a repeating task from any list: how much to delete, which ones to move."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from models.moment import Moment
from models.series import Scope
from views import theme
from views.app.boundary import component
from views.app.kit.options import option
from views.app.kit.sheet import SheetOver
from views.app.screens.task_edits import Edits
from views.app.screens.task_scope import ScopeSheet
from views.app.session import AppSession


@component
def MoveSeriesSheet(session: AppSession, uid: str, summary: str, due: Moment | None) -> ft.Control:
    """Which tasks of the series get that due; putting it away moves none."""

    def answer(scope: Scope | None) -> None:
        session.overlay.close()
        if scope is not None:
            session.spawn(_move(session, uid, summary, due, scope))

    return ScopeSheet(session, None, answer)


async def _move(
    session: AppSession, uid: str, summary: str, due: Moment | None, scope: Scope
) -> None:
    await Edits(session, uid).move_for(due, summary, scope)


@component
def DeleteSeriesSheet(
    session: AppSession, uid: str, summary: str, on_close: Callable[[], None]
) -> ft.Control:
    """How much of a series goes to the trash."""
    say, edits = session.words.say, Edits(session, uid)

    def press(scope: Scope) -> Callable[[object], Awaitable[None]]:
        async def pressed(_: object) -> None:
            on_close()
            if scope is Scope.THIS:
                await edits.skip(summary)
            else:
                await edits.delete_series(summary, scope)

        return pressed

    options: list[ft.Control] = [
        option(
            say("Skip this one, go on with the next"),
            False,
            press(Scope.THIS),
            ft.Icons.SKIP_NEXT_ROUNDED,
        ),
        option(
            say("This one and those that follow"),
            False,
            press(Scope.FOLLOWING),
            ft.Icons.DELETE_OUTLINE_ROUNDED,
            theme.MISSED,
        ),
        option(
            say("All, done ones too"),
            False,
            press(Scope.ALL),
            ft.Icons.DELETE_SWEEP_OUTLINED,
            theme.MISSED,
        ),
    ]
    over = say("This task repeats")
    content = ft.Column(options, spacing=2, tight=True)
    return SheetOver(session, say("What is to be deleted?"), content, on_close, over=over)
