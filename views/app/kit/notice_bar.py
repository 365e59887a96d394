"""The bar at the foot of the screen that says what was done, with Undo or Redo."""

from __future__ import annotations

import flet as ft

from views import theme
from views.app.boundary import component
from views.app.observed import Further, Notice
from views.app.session import AppSession


@component
def NoticeBar(session: AppSession) -> ft.Control:
    """The session's notice, if any; read out by screen readers as it appears."""
    notices, _ = ft.use_state(session.notices)
    notice = notices.current
    if notice is None:
        return ft.Container(height=0)

    async def taken(_: ft.Event[ft.TextButton]) -> None:
        session.dismiss(notice.serial)
        switch = session.undo if notice.has_undo else session.redo
        await switch(notice.gesture)

    color = ft.Colors.ERROR_CONTAINER if notice.is_error else ft.Colors.INVERSE_SURFACE
    on_color = ft.Colors.ON_ERROR_CONTAINER if notice.is_error else ft.Colors.ON_INVERSE_SURFACE
    icon = ft.Icons.ERROR_OUTLINE_ROUNDED if notice.is_error else ft.Icons.CHECK_CIRCLE_ROUNDED
    parts: list[ft.Control] = [
        ft.Icon(icon, size=20, color=on_color if notice.is_error else ft.Colors.ON_PRIMARY),
        ft.Semantics(
            live_region=True,
            container=True,
            expand=True,
            content=ft.Text(
                notice.text,
                style=theme.inherited(theme.LABEL),
                color=on_color,
                max_lines=3,
                overflow=ft.TextOverflow.ELLIPSIS,
            ),
        ),
    ]
    say = session.words.say
    if notice.offer:
        parts.append(
            ft.TextButton(
                say("Undo") if notice.has_undo else say("Redo"),
                on_click=taken,
                style=ft.ButtonStyle(color=ft.Colors.ON_PRIMARY, text_style=theme.LABEL),
            )
        )
    body: ft.Control = ft.Row(parts, spacing=12)
    if notice.further is not None:
        body = ft.Column([body, _further(session, notice, notice.further)], spacing=0, tight=True)
    return ft.Container(
        key=f"notice-{notice.serial}",
        bgcolor=color,
        border_radius=theme.RADIUS_BANNER,
        padding=ft.Padding.only(left=16, right=8 if notice.offer else 16),
        height=None,
        content=ft.Container(
            content=body,
            padding=ft.Padding.symmetric(vertical=4 if notice.offer else 14),
        ),
        shadow=ft.BoxShadow(
            blur_radius=18,
            offset=ft.Offset(0, 6),
            color=ft.Colors.with_opacity(0.18, ft.Colors.SHADOW),
        ),
    )


def _further(session: AppSession, notice: Notice, further: Further) -> ft.Control:
    """What suggests itself now, under what was done."""

    async def pressed(_: object) -> None:
        session.dismiss(notice.serial)
        await further.run()

    label = ft.Text(further.label, max_lines=1, overflow=ft.TextOverflow.ELLIPSIS)
    button = ft.TextButton(
        label,
        on_click=pressed,
        style=ft.ButtonStyle(color=ft.Colors.ON_PRIMARY, text_style=theme.LABEL),
    )
    return ft.Row(
        [ft.Container(button, expand=True, expand_loose=True)], alignment=ft.MainAxisAlignment.END
    )
