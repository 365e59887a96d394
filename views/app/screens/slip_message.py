"""The message that asks somebody: to read, share, copy, or send as a calendar request."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from services.slip_reading import Talk, request_file
from views import theme
from views.app.boundary import component
from views.app.kit.sheet import footed
from views.app.session import AppSession
from views.text.slip_words import message_text, their_dates

_FILE_NAME = "docheck.ics"


@component
def Message(
    session: AppSession, talk: Talk, finish: str, on_finish: Callable[[], Awaitable[None]]
) -> ft.Control:
    """The words, the ways to send them, and a button called `finish` that goes on."""
    say, now = session.words.say, session.minute.now
    text = message_text(their_dates(session.dates, talk), talk, now)
    picker = ft.use_ref(lambda: ft.FilePicker()).current
    assert picker is not None

    def copied(_: object) -> None:
        session.say(say("Copied"))

    async def save_file(_: object) -> None:
        written = request_file(session.workspace, talk, text).encode()
        path = await picker.save_file(file_name=_FILE_NAME, src_bytes=written)
        if path is not None or session.page.web:
            session.say(say("The calendar request is saved"))

    async def done(_: object) -> None:
        await on_finish()

    # Browsers let a page copy or share only within the press itself.
    send: list[ft.Control] = [
        ft.FilledTonalButton(
            say("Copy"),
            icon=ft.Icons.CONTENT_COPY_ROUNDED,
            action=ft.CopyToClipboard(text),
            on_click=copied,
        ),
        ft.TextButton(
            say("Calendar file"), icon=ft.Icons.EVENT_AVAILABLE_ROUNDED, on_click=save_file
        ),
    ]
    platform = session.page.platform
    if session.page.web or (platform is not None and platform.is_mobile()):
        send.insert(
            0,
            ft.FilledTonalButton(
                say("Share"), icon=ft.Icons.SHARE_ROUNDED, action=ft.ShareText(text)
            ),
        )
    message = ft.Column(
        [
            ft.Semantics(
                header=True,
                container=True,
                content=ft.Text(
                    say("A message for {name}", name=talk.proposal.person), style=theme.CARD_TITLE
                ),
            ),
            ft.Container(
                ft.Text(text, style=theme.BODY),
                padding=theme.CARD_PADDING,
                bgcolor=ft.Colors.SURFACE_CONTAINER,
                border_radius=theme.RADIUS_CARD,
            ),
            ft.Row(send, spacing=8, run_spacing=8, wrap=True),
        ],
        spacing=12,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return footed(message, ft.FilledButton(finish, on_click=done))
