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

#: How long after the field was emptied the client may still send what stood in it, in seconds.
ECHO_S = 0.4


@dataclass(slots=True, eq=False)
class TitleBuffer:
    """What stands in the field.

    Attributes:
        sent: the text that was taken out last, and `sent_at` when (loop time).
    """

    text: str = ""
    sent: str = ""
    sent_at: float = -1.0

    def take(self) -> str:
        """The text, which the field then no longer holds."""
        text, self.text = self.text, ""
        self.sent, self.sent_at = text, asyncio.get_running_loop().time()
        return text

    def typed(self, value: str) -> bool:
        """Take over what the client holds; whether the client must be told of another text.

        A client that had not heard of the emptying when the next key came sends the old text
        with the new behind it: only the new is meant.
        """
        sent, self.sent = self.sent, ""
        is_echo = asyncio.get_running_loop().time() - self.sent_at < ECHO_S
        if sent and is_echo and len(value) > len(sent) and value.startswith(sent):
            self.text = value[len(sent) :].lstrip("\n")
            return True
        self.text = value
        return False


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
    on_lines: Callable[[tuple[str, ...]], Awaitable[None]],
) -> ft.Control:
    """The field for titles.

    Args:
        on_enter: Enter was pressed; the text is in the buffer.
        on_lines: called with the lines when the text becomes several, and again with one.
    """
    ft.use_state(drawn)
    say = session.words.say
    several = ft.use_ref(False)

    async def typed(event: ft.Event[ft.TextField]) -> None:
        before, value = buffer.text, event.control.value or ""
        if _is_soft_enter(before, value):
            await on_enter()
            return
        if buffer.typed(value):
            drawn.count += 1
        lines = lines_of(buffer.text)
        if (len(lines) > 1) or several.current:
            several.current = len(lines) > 1
            await on_lines(lines)

    async def stay(_: object) -> None:
        return None

    async def entered(_: ft.Event[ft.TextField]) -> None:
        several.current = False
        await on_enter()

    field = ft.TextField(
        value=buffer.text,
        hint_text=say("What needs doing?"),
        text_style=theme.type_style(18, 600, height=1.35),
        hint_style=theme.type_style(18, 500, height=1.35, color=ft.Colors.ON_SURFACE_VARIANT),
        autofocus=True,
        multiline=True,
        # Enter adds, Shift-Enter makes a line.
        shift_enter=True,
        min_lines=1,
        max_lines=5,
        border=ft.NoInputBorder(),
        content_padding=ft.Padding.symmetric(vertical=10),
        cursor_color=ft.Colors.PRIMARY,
        # Having a handler keeps the focus: a chip may be pressed in the middle of typing.
        on_tap_outside=stay,
        on_change=typed,
        on_submit=entered,
    )
    # The hint is no name any more once something stands in the field.
    return ft.MergeSemantics(ft.Semantics(label=say("Title"), content=field))


#: Rendered once, and when `drawn` counts.
TitleField = memoised(_TitleField)


def _is_soft_enter(before: str, value: str) -> bool:
    """Whether a phone's keyboard put its Enter into the text, which has no lines yet."""
    return "\n" not in before and len(value) == len(before) + 1 and value == before + "\n"
