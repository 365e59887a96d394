"""The first rows of a screen before its others: what one sees is painted without waiting.

A hook for lists. Must know no task.
"""

from __future__ import annotations

import asyncio

import flet as ft

from views.app.session import AppSession

#: So many rows are drawn at once, about two screens of a phone; the others a moment later.
AT_ONCE = 16
#: By when the client has painted the first, in seconds.
PAINTED_S = 0.25


def use_first_rows(session: AppSession) -> int | None:
    """How many rows to draw now; None: all of them, once the first have been painted."""
    is_whole, set_whole = ft.use_state(False)

    async def paint_others() -> None:
        await asyncio.sleep(PAINTED_S)
        set_whole(True)

    def come() -> None:
        session.spawn(paint_others())

    ft.use_effect(come, [])
    return None if is_whole else AT_ONCE
