"""A sheet over the screen: from below on a phone, in the middle where there is room.

Owns opening and closing of the Flet dialog, how high it becomes, and that shortcuts are silent
meanwhile. Must know nothing of what stands in it.
"""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from views import theme
from views.app.boundary import component
from views.app.kit.basics import icon_button
from views.app.session import AppSession

#: How far a field's label stands out over the field, in pixels.
_LABEL_OVER = 8
#: Room under what ends a sheet, in pixels.
_UNDER = 24


@component
def SheetOver(
    session: AppSession,
    title: str,
    content: ft.Control,
    on_close: Callable[[], None],
    over: str = "",
    has_title: bool = True,
    foot: ft.Control | None = None,
    is_footed: bool = False,
) -> ft.Control:
    """Show `content` in a sheet for as long as this component is on the screen.

    Args:
        title: names the sheet to screen readers, also where it is not drawn.
        content: the sheet's body.
        on_close: called when the user puts the sheet away.
        over: a quiet line over the title.
        has_title: whether the title is drawn.
        foot: what ends the sheet, such as its main button; in sight however long the body is.
        is_footed: the content is `footed` itself, because the foot is a matter of its own state.
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
    # A body that ends the sheet scrolls to the sheet's edge, and ends over it.
    is_open_ended = foot is None and not is_footed
    under = 0 if is_open_ended else _UNDER
    if is_open_ended:
        content = ft.Container(content, padding=ft.Padding.only(bottom=_UNDER))
    body = ft.Semantics(
        label="" if has_title else title,
        container=True,
        expand=True,
        expand_loose=True,
        content=_column(
            [head, content if is_footed else footed(content, foot)], spacing=16 - _LABEL_OVER
        ),
    )
    dialog: ft.DialogControl
    if frame.is_wide:
        dialog = ft.AlertDialog(
            content=ft.Container(
                body,
                width=theme.SHEET_WIDTH,
                padding=ft.Padding.only(left=24, top=24, right=24, bottom=under),
            ),
            content_padding=0,
            actions_padding=0,
            bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
            shape=ft.RoundedRectangleBorder(radius=theme.RADIUS_SHEET),
            on_dismiss=dismissed,
        )
    else:
        dialog = ft.BottomSheet(
            content=ft.Container(
                _column([_grabber(), body], spacing=8),
                padding=ft.Padding.only(
                    left=theme.PAGE_MARGIN, right=theme.PAGE_MARGIN, top=12, bottom=under
                ),
            ),
            scrollable=True,
            draggable=True,
            bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
            on_dismiss=dismissed,
        )
    ft.use_dialog(None if is_over.current else dialog)
    return ft.Container(width=0, height=0)


def footed(body: ft.Control, foot: ft.Control | None = None) -> ft.Control:
    """A sheet's body over its foot: as high as they are, and where that is too much for the
    screen, or for what a keyboard leaves of it, the body scrolls and the foot stays in sight.

    No list that makes its rows as they come into sight may stand in it: how high it is is asked
    of the client before.
    """
    scrolled = ft.Column(
        # The label of a field stands a little over it.
        [ft.Container(body, padding=ft.Padding.only(top=_LABEL_OVER))],
        expand=True,
        scroll=ft.ScrollMode.AUTO,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    # A scrolling column is as high as it may be; the row around it lets it be as high as what
    # stands in it, at most. Were the row told how wide it is too, it would be measured once
    # only: Flutter asks nobody above what has no say in its size.
    measured = ft.Column(
        [ft.Row([scrolled], intrinsic_height=True, expand=True, expand_loose=True)],
        expand=True,
        expand_loose=True,
        tight=True,
    )
    return stacked([measured, foot], spacing=12)


def stacked(parts: list[ft.Control | None], *, spacing: float) -> ft.Control:
    """Parts over one another, the last or the only high one of which is `footed`."""
    column = _column(parts, spacing=spacing)
    column.expand, column.expand_loose = True, True
    return column


def _column(parts: list[ft.Control | None], *, spacing: float) -> ft.Column:
    return ft.Column(
        [part for part in parts if part is not None],
        spacing=spacing,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


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
