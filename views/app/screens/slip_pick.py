"""Picking any moment for a deadline that is proposed, not yet given to the task."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

import flet as ft

from models.moment import Moment
from views.app.boundary import component, keyed
from views.app.kit.sheet import stacked
from views.app.screens.reschedule import Moving, OwnMoment
from views.app.screens.slip_parts import page_head
from views.app.session import AppSession


@component
def OwnDue(
    session: AppSession,
    due: Moment | None,
    on_pick: Callable[[Moment], Awaitable[None]],
    on_back: Callable[[object], None],
) -> ft.Control:
    """A month and a time; `due` is what stands there now; `footed`."""

    async def back(_: object) -> None:
        on_back(None)

    async def move(to: Mapping[str, Moment | None]) -> None:
        for chosen in filter(None, to.values()):
            await on_pick(chosen)

    return stacked(
        [
            page_head(session, session.words.say("Pick a deadline"), back),
            keyed("own", OwnMoment, session, Moving((("", due),)), move, can_be_past=False),
        ],
        spacing=12,
    )
