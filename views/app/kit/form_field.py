"""A text field of a form: what is typed is kept until the form is saved as a whole."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from views import theme
from views.app.boundary import component
from views.app.kit.field import field_border


@component
def FormField(
    label: str,
    value: str,
    on_type: Callable[[str], None],
    hint: str = "",
    on_enter: Callable[[], Awaitable[None]] | None = None,
    is_multiline: bool = False,
    has_focus: bool = False,
    limit: int | None = None,
) -> ft.Control:
    """A field named `label`; another `value` from outside replaces what stands in it.

    Args:
        on_type: called with the text as it is typed.
        on_enter: called on Enter, which else does nothing.
    """
    buffer = ft.use_ref(lambda: [value, value]).current
    assert buffer is not None
    if value not in buffer:
        buffer[:] = [value, value]

    def typed(event: ft.Event[ft.TextField]) -> None:
        buffer[0] = event.control.value or ""
        on_type(buffer[0])

    async def entered(_: object) -> None:
        if on_enter is not None:
            await on_enter()

    return ft.TextField(
        value=buffer[0],
        label=label,
        hint_text=hint or None,
        text_style=theme.BODY,
        hint_style=theme.BODY,
        label_style=theme.BODY,
        multiline=is_multiline,
        min_lines=2 if is_multiline else None,
        max_lines=6 if is_multiline else 1,
        max_length=limit,
        counter="" if limit else None,
        autofocus=has_focus,
        border={
            ft.ControlState.DEFAULT: field_border(1, ft.Colors.OUTLINE_VARIANT),
            ft.ControlState.FOCUSED: field_border(2, ft.Colors.PRIMARY),
        },
        content_padding=ft.Padding.symmetric(horizontal=14, vertical=12),
        on_change=typed,
        on_submit=None if is_multiline else entered,
    )
