"""The field of the search. Nothing that happens around it may disturb the typing in it.

It renders only when the program itself changes its text; what is typed stands in a plain
buffer that no component watches.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import flet as ft

from views import theme
from views.app.boundary import component, memoised
from views.app.session import AppSession


@dataclass(slots=True, eq=False)
class SearchBuffer:
    """What stands in the field.

    Attributes:
        shown: what the program told the field to show last.
    """

    text: str
    shown: str


class Drawn(ft.Observable):
    """Counts how often the program itself changed the field's text."""

    def __init__(self) -> None:
        self.count = 0


@component
def _SearchField(
    session: AppSession,
    buffer: SearchBuffer,
    drawn: Drawn,
    on_text: Callable[[], Awaitable[None]],
    on_enter: Callable[[], Awaitable[None]],
    on_focus: Callable[[bool], Awaitable[None]],
) -> ft.Control:
    """The field.

    Args:
        on_text: the text in the buffer has changed.
        on_enter: Enter was pressed.
        on_focus: whether it has the focus now.
    """
    ft.use_state(drawn)
    say = session.words.say
    shown = ft.use_ref(ft.Ref[ft.TextField]).current
    assert shown is not None

    async def typed(event: ft.Event[ft.TextField]) -> None:
        buffer.text = event.control.value or ""
        await on_text()

    async def entered(_: ft.Event[ft.TextField]) -> None:
        await on_enter()
        # Enter drops the focus, and one may have only taken a suggestion.
        if session.here.search is not None and shown.current is not None:
            await shown.current.focus()

    async def stay(_: object) -> None:
        return None

    async def focused(_: object) -> None:
        await on_focus(True)

    async def left(_: object) -> None:
        await on_focus(False)

    field = ft.TextField(
        ref=shown,
        value=buffer.shown,
        hint_text=say("Search tasks, goals and commands"),
        text_style=theme.type_style(17, 600, height=1.35),
        hint_style=theme.type_style(17, 500, height=1.35, color=ft.Colors.ON_SURFACE_VARIANT),
        autofocus=True,
        autocorrect=False,
        enable_suggestions=False,
        border=ft.NoInputBorder(),
        content_padding=ft.Padding.symmetric(vertical=12),
        cursor_color=ft.Colors.PRIMARY,
        # Having a handler keeps the focus: a suggestion may be pressed in the middle of typing.
        on_tap_outside=stay,
        on_change=typed,
        on_submit=entered,
        on_focus=focused,
        on_blur=left,
    )
    # The hint is no name any more once something stands in the field.
    return ft.MergeSemantics(ft.Semantics(label=say("Search"), content=field))


#: Rendered once, and when `drawn` counts.
SearchField = memoised(_SearchField)
