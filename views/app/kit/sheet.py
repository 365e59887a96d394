"""A sheet over the screen: from below on a phone, in the middle where there is room.

Owns opening and closing of the Flet dialog, and that shortcuts are silent meanwhile. Must know
nothing of what stands in it.
"""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from views import theme
from views.app.boundary import component
from views.app.kit.basics import icon_button
from views.app.session import AppSession

#: Screens lower than this, in pixels, have every sheet scroll.
LOW = 640


@component
def SheetOver(
    session: AppSession,
    title: str,
    content: ft.Control,
    on_close: Callable[[], None],
    over: str = "",
    has_title: bool = True,
    is_tall: bool = False,
) -> ft.Control:
    """Show `content` in a sheet for as long as this component is on the screen.

    Args:
        title: names the sheet to screen readers, also where it is not drawn.
        content: the sheet's body.
        on_close: called when the user puts the sheet away.
        over: a quiet line over the title.
        has_title: whether the title is drawn.
        is_tall: the body may be longer than a phone: the sheet is as tall as the screen, and
            scrolls. In a dialog, and on a low screen, every body does.
    """
    frame, _ = ft.use_state(session.frame)
    holder = ft.use_ref(object)
    is_gone = ft.use_ref(False)

    def leave() -> None:
        is_gone.current = True
        session.keys.release(holder.current)

    ft.use_effect(lambda: session.keys.hold(holder.current), [], cleanup=leave)

    # Flutter has closed the sheet when it says so: drawn once more it would open again.
    is_over = ft.use_ref(False)

    def dismissed(_: ft.Event[ft.DialogControl]) -> None:
        is_over.current = True
        # Another sheet may have taken its place by then: that one stays.
        if not is_gone.current:
            on_close()

    def close(_: object) -> None:
        on_close()

    head = _head(session, title, over, close if frame.is_wide else None) if has_title else None
    # Flet's scrolling column is always as tall as it may be, so it is taken only where needed.
    fills = not frame.is_wide and (is_tall or frame.height < LOW)
    body = ft.Semantics(
        label="" if has_title else title,
        container=True,
        expand=fills,
        content=ft.Column(
            [part for part in (head, content) if part is not None],
            spacing=16,
            tight=not fills,
            scroll=ft.ScrollMode.AUTO if fills else None,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
    )
    dialog: ft.DialogControl
    if frame.is_wide:
        dialog = ft.AlertDialog(
            content=ft.Container(body, width=theme.SHEET_WIDTH, padding=ft.Padding.all(24)),
            content_padding=0,
            scrollable=True,
            bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
            shape=ft.RoundedRectangleBorder(radius=theme.RADIUS_SHEET),
            on_dismiss=dismissed,
        )
    else:
        dialog = ft.BottomSheet(
            content=ft.Container(
                ft.Column(
                    [_grabber(), body],
                    spacing=8,
                    tight=not fills,
                    horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
                ),
                padding=ft.Padding.only(
                    left=theme.PAGE_MARGIN, right=theme.PAGE_MARGIN, top=12, bottom=24
                ),
            ),
            scrollable=True,
            draggable=True,
            bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
            on_dismiss=dismissed,
        )
    ft.use_dialog(None if is_over.current else dialog)
    return ft.Container(width=0, height=0)


def _head(
    session: AppSession, title: str, over: str, on_close: Callable[[object], None] | None
) -> ft.Control:
    lines: list[ft.Control] = [
        ft.Semantics(
            header=True, container=True, content=ft.Text(title, style=theme.type_style(22, 800))
        )
    ]
    if over:
        lines.insert(0, ft.Text(over, style=theme.META, color=ft.Colors.ON_SURFACE_VARIANT))
    parts: list[ft.Control] = [ft.Column(lines, spacing=0, tight=True, expand=True)]
    if on_close is not None:
        parts.append(icon_button(ft.Icons.CLOSE_ROUNDED, session.words.say("Close"), on_close))
    return ft.Row(parts, vertical_alignment=ft.CrossAxisAlignment.CENTER)


def _grabber() -> ft.Control:
    return ft.Container(
        alignment=ft.Alignment.CENTER,
        content=ft.Container(
            width=32,
            height=4,
            border_radius=2,
            bgcolor=ft.Colors.with_opacity(0.35, ft.Colors.ON_SURFACE_VARIANT),
        ),
    )
