"""One text field that never eats a keystroke: a leaf component with its own buffer.

Owns what is being typed until it is committed, and that shortcuts are silent meanwhile.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import flet as ft

from views import theme
from views.app.boundary import component
from views.app.kit.basics import icon_button
from views.app.session import AppSession

#: Pixels beside the words of a bare field.
_BARE_SIDE = 8

OnText = Callable[[str], Awaitable[None]]


@dataclass(slots=True, eq=False)
class _Buffer:
    """What stands in the field; the text that is safe already; what came from outside last."""

    text: str
    given: str
    outside: str
    on_commit: OnText
    is_focused: bool = False
    is_gone: bool = False


@component
def InlineField(
    session: AppSession,
    label: str,
    value: str,
    on_commit: OnText,
    hint: str = "",
    style: ft.TextStyle = theme.BODY,
    is_multiline: bool = False,
    is_bare: bool = False,
    has_focus: bool = False,
    clears: bool = False,
    on_typing: OnText | None = None,
    error: str = "",
    keyboard: ft.KeyboardType = ft.KeyboardType.TEXT,
    wraps: bool = False,
    on_leave: Callable[[], Awaitable[None]] | None = None,
    on_enter: Callable[[], Awaitable[None]] | None = None,
    add: str = "",
    has_label: bool = True,
    ground: str = "",
) -> ft.Control:
    """A field named `label`.

    Args:
        value: what it holds; another value from outside replaces the text unless one is typing.
        on_commit: called with the text on Enter, and when the field is left with a new text.
        is_multiline: Enter makes a line; leaving commits.
        is_bare: no box until it is focused: for editing in place. What stands in it is committed
            when it goes from the screen too, as on a phone nothing else may take its focus.
        has_focus: takes the focus when it appears.
        clears: empties itself after Enter and stays focused, for the next one.
        on_typing: called with the text as it is typed.
        wraps: one line of text that is shown on several where it is long; Enter still commits.
        on_leave: called when the field is left, after `on_commit`.
        on_enter: called on Enter, after `on_commit`.
        add: the name of a button at its end that does what Enter does; empty for none.
        ground: the colour behind a bare field of one line; with it, what does not fit ends in
            an ellipsis until one edits it.
        has_label: whether its box shows the name too, and not only what stands over it.
    """
    _, draw = ft.use_state(0)
    buffer = ft.use_ref(lambda: _Buffer(value, value, value, on_commit)).current
    shown = ft.use_ref(ft.Ref[ft.TextField]).current
    assert buffer is not None
    assert shown is not None
    if value != buffer.outside:
        if not buffer.is_focused or buffer.text == buffer.given:
            buffer.text = value
        buffer.given = buffer.outside = value
    buffer.on_commit = on_commit

    async def keep(text: str) -> None:
        await buffer.on_commit(text)

    def gone() -> None:
        buffer.is_gone = True
        session.keys.release(buffer)
        if is_bare and not clears and buffer.text != buffer.given:
            session.spawn(keep(buffer.text))

    async def take_focus() -> None:
        # Autofocus leaves the focus with a field that has it already, and the client can be
        # asked for it only once it has drawn the field.
        await asyncio.sleep(theme.QUICK_MS / 1000)
        if shown.current is not None and not buffer.is_focused and not buffer.is_gone:
            await shown.current.focus()

    def come() -> None:
        if has_focus:
            session.spawn(take_focus())

    ft.use_effect(come, [], cleanup=gone)

    async def typed(event: ft.Event[ft.TextField]) -> None:
        buffer.text = event.control.value or ""
        if on_typing is not None:
            await on_typing(buffer.text)

    async def submitted(_: object) -> None:
        text = buffer.text
        if clears:
            buffer.text = ""
            draw(lambda count: count + 1)
        if text != buffer.given or clears:
            buffer.given = text if not clears else buffer.given
            await on_commit(text)
        if on_enter is not None:
            await on_enter()
        # The control that the event came from may have been drawn anew meanwhile.
        if clears and not buffer.is_gone and shown.current is not None:
            await shown.current.focus()

    def focused(_: ft.Event[ft.TextField]) -> None:
        buffer.is_focused = True
        session.keys.hold(buffer, leads_on=True)
        if ground:
            draw(lambda count: count + 1)

    async def left(_: ft.Event[ft.TextField]) -> None:
        buffer.is_focused = False
        session.keys.release(buffer)
        if not clears and buffer.text != buffer.given:
            buffer.given = buffer.text
            await on_commit(buffer.text)
        if ground and not buffer.is_gone:
            draw(lambda count: count + 1)
        if on_leave is not None:
            await on_leave()

    is_labelled = has_label and not is_bare
    quiet = ft.Colors.TRANSPARENT if is_bare else ft.Colors.OUTLINE_VARIANT
    field = ft.TextField(
        ref=shown,
        value=buffer.text,
        label=label if is_labelled else None,
        hint_text=hint or (None if is_labelled else label),
        error=error or None,
        text_style=style,
        hint_style=style,
        label_style=theme.BODY,
        multiline=is_multiline or wraps,
        shift_enter=wraps,
        min_lines=2 if is_multiline and not is_bare else None,
        max_lines=8 if is_multiline else 12 if wraps else 1,
        autofocus=has_focus,
        suffix_icon=icon_button(ft.Icons.ADD_ROUNDED, add, submitted, color=ft.Colors.PRIMARY)
        if add
        else None,
        keyboard_type=ft.KeyboardType.MULTILINE if is_multiline else keyboard,
        border={
            ft.ControlState.DEFAULT: field_border(1, quiet),
            ft.ControlState.FOCUSED: field_border(2, ft.Colors.PRIMARY),
        },
        content_padding=ft.Padding.symmetric(horizontal=_BARE_SIDE if is_bare else 14, vertical=12),
        cursor_color=ft.Colors.PRIMARY,
        on_change=typed,
        on_submit=None if is_multiline else submitted,
        on_focus=focused,
        on_blur=left,
    )
    if is_labelled:
        return field
    # The hint names an empty field, and is gone once something stands in it.
    name = label if buffer.text or hint else None
    named = ft.MergeSemantics(ft.Semantics(label=name, content=field))
    if not ground:
        return named
    is_shown = bool(buffer.text) and not buffer.is_focused
    return ft.Stack(
        [named, _ellipsized(buffer.text, style, ground, is_shown=is_shown)],
        fit=ft.StackFit.PASS_THROUGH,
    )


def _ellipsized(text: str, style: ft.TextStyle, ground: str, *, is_shown: bool) -> ft.Control:
    """What stands over a field that is not edited: a field cuts its text off anywhere."""
    return ft.Container(
        ft.Semantics(
            exclude_semantics=True,
            content=ft.Text(
                text, style=style, max_lines=1, overflow=ft.TextOverflow.ELLIPSIS, no_wrap=True
            ),
        ),
        left=_BARE_SIDE,
        right=_BARE_SIDE,
        top=4,
        bottom=4,
        alignment=ft.Alignment.CENTER_LEFT,
        bgcolor=ground,
        visible=is_shown,
        ignore_interactions=True,
    )


def field_border(width: float, color: str) -> ft.OutlineInputBorder:
    """The rounded box of a text field."""
    return ft.OutlineInputBorder(side=ft.BorderSide(width, color), border_radius=theme.RADIUS_BLOCK)
