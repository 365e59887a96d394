"""The field of quick add. Nothing that happens around it may disturb the typing in it.

It renders only when it is emptied or filled by the program; what is typed stands in a plain
buffer that no component watches.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import flet as ft

from views import theme
from views.app.boundary import component, memoised
from views.app.session import AppSession

#: How long after the field was emptied the client may still not have heard of it, in seconds.
UNHEARD_S = 0.8
#: How the title is set, which its echo must match to the pixel.
TITLE_STYLE = theme.type_style(18, 600, height=1.35)
TITLE_PADDING = 10
MOST_LINES = 5
#: How long one must pause before the field is told what was typed, in seconds.
PAUSE_S = 0.4


@dataclass(slots=True, eq=False)
class TitleBuffer:
    """What was typed, whatever the client shows of it.

    The program empties the field after each title, and the client hears of that a moment
    later. Keys that come in between stand behind the old title, then vanish with it; or it
    forgets to empty the field, because a key came before its next frame. What was typed is kept
    here, and the field is told to show it when one pauses.

    Attributes:
        shown: what the program told the field to show last.
    """

    shown: str = ""
    _held: str = ""
    _taken: int = 0
    _lost: str = ""
    _unheard: int = 0
    _unheard_at: float = -1.0
    _before: tuple[str, int, str] | None = None

    @property
    def text(self) -> str:
        """The title as it was typed."""
        return self._lost + self._held[self._taken :]

    @property
    def is_astray(self) -> bool:
        """Whether the client shows less than was typed, or more."""
        return self._held != self.text

    def take(self) -> str:
        """The text, and the field empty for the next."""
        text = self.text
        self._taken, self._lost, self.shown = len(self._held), "", ""
        self._unheard += 1
        self._unheard_at = asyncio.get_running_loop().time()
        self._before = None
        return text

    def put(self, text: str) -> None:
        """Have the field show `text`."""
        self._before = (self._held, self._taken, self._lost)
        self.shown = self._held = text
        self._taken, self._lost, self._unheard = 0, "", 0

    def typed(self, value: str) -> None:
        """Take over what the client holds now."""
        now = asyncio.get_running_loop().time()
        self._return_to_before(value)
        late = now - self._unheard_at > UNHEARD_S
        # One key more is no new title, however late: the client has forgotten to empty the field.
        goes_on = _follows(value, self._held) and (not late or len(value) == len(self._held) + 1)
        if self._unheard and not goes_on:
            # It has heard by now, and what stood there before is gone.
            self._lost += "" if late else self._held[self._taken :]
            self._taken = 0
            self._unheard = 0 if late else self._unheard - 1
        if goes_on:
            self._unheard_at = now
        self._held = value
        self._taken = min(self._taken, len(value))

    def _return_to_before(self, value: str) -> None:
        """The client has missed what it was told to show last, where `value` says so."""
        before, self._before = self._before, None
        if before is None or not before[0] or value.startswith(self._held):
            return
        if _follows(value, before[0]):
            self._held, self._taken, self._lost = before
            self._unheard, self._unheard_at = 1, asyncio.get_running_loop().time()


def _follows(value: str, before: str) -> bool:
    """Whether more stands behind what stood there before."""
    return len(value) > len(before) and value.startswith(before)


class Drawn(ft.Observable):
    """Counts how often the program itself changed the field's text."""

    def __init__(self) -> None:
        self.count = 0


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text that hold something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


@component
def _TitleField(
    session: AppSession,
    buffer: TitleBuffer,
    drawn: Drawn,
    on_enter: Callable[[], Awaitable[None]],
    on_text: Callable[[], Awaitable[None]],
) -> ft.Control:
    """The field for titles.

    Args:
        on_enter: Enter was pressed; the text is in the buffer.
        on_text: the text in the buffer has changed.
    """
    ft.use_state(drawn)
    say = session.words.say

    async def typed(event: ft.Event[ft.TextField]) -> None:
        before, value = buffer.text, event.control.value or ""
        buffer.typed(value)
        if _is_soft_enter(before, buffer.text):
            buffer.put(before)
            await on_enter()
            return
        await on_text()
        if buffer.is_astray:
            session.spawn(show(buffer.text))

    async def show(text: str) -> None:
        await asyncio.sleep(PAUSE_S)
        if buffer.is_astray and buffer.text == text:
            buffer.put(text)
            drawn.count += 1

    async def stay(_: object) -> None:
        return None

    async def entered(_: ft.Event[ft.TextField]) -> None:
        await on_enter()

    field = ft.TextField(
        value=buffer.shown,
        hint_text=say("What needs doing?"),
        text_style=TITLE_STYLE,
        hint_style=theme.type_style(18, 500, height=1.35, color=ft.Colors.ON_SURFACE_VARIANT),
        autofocus=True,
        multiline=True,
        # Enter adds; several lines come by pasting them.
        shift_enter=True,
        min_lines=1,
        max_lines=MOST_LINES,
        border=ft.NoInputBorder(),
        content_padding=ft.Padding.symmetric(vertical=TITLE_PADDING),
        cursor_color=ft.Colors.PRIMARY,
        # Having a handler keeps the focus: a chip may be pressed in the middle of typing.
        on_tap_outside=stay,
        on_change=typed,
        on_submit=entered,
    )
    # The hint is no name any more once something stands in the field.
    return ft.MergeSemantics(
        ft.Semantics(label=session.words.say_in("field", "Title"), content=field)
    )


#: Rendered once, and when `drawn` counts.
TitleField = memoised(_TitleField)


def _is_soft_enter(before: str, value: str) -> bool:
    """Whether a phone's keyboard put its Enter into the text, which has no lines yet."""
    return "\n" not in before and len(value) == len(before) + 1 and value == before + "\n"
