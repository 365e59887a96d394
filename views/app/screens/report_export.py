"""Taking a report along: a menu of formats, saved as a file, or shared where phones share."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date

import flet as ft

from services import reports
from services.workspace import Workspace
from views.app.boundary import component
from views.app.kit.basics import MenuItem, menu_button
from views.app.session import AppSession
from views.papers import MIME_TYPES, Format, Paper, rendered
from views.text import report_words


@component
def ExportMenu(session: AppSession, first: date, last: date) -> ft.Control:
    """Save or share the report of these days."""
    say = session.words.say
    picker = ft.use_ref(lambda: ft.FilePicker()).current
    share = ft.use_ref(lambda: ft.Share()).current
    assert picker is not None
    assert share is not None

    def saves(format: Format) -> Callable[[object], Awaitable[None]]:
        async def pressed(_: object) -> None:
            made = await session.act(_made, session, first, last, format)
            if made is None:
                return
            name, content = made
            page = session.page
            if not page.web and page.platform is not None and page.platform.is_mobile():
                file = ft.ShareFile.from_bytes(content, mime_type=MIME_TYPES[format], name=name)
                await share.share_files([file], title=name)
                return
            saved = await picker.save_file(
                dialog_title=say("Save the report"), file_name=name, src_bytes=content
            )
            # A browser downloads by itself and tells no place.
            if saved or page.web:
                session.say(say("Saved as {name}", name=name))

        return pressed

    return menu_button(
        say("Save or share"),
        [
            MenuItem(
                say("PDF, to print or send"), saves(Format.PDF), ft.Icons.PICTURE_AS_PDF_OUTLINED
            ),
            MenuItem(say("Picture, to share"), saves(Format.PNG), ft.Icons.IMAGE_OUTLINED),
            MenuItem(
                say("CSV, for a spreadsheet"), saves(Format.CSV), ft.Icons.TABLE_CHART_OUTLINED
            ),
            MenuItem(say("Markdown, for notes"), saves(Format.MARKDOWN), ft.Icons.NOTES_ROUNDED),
        ],
        icon=ft.Icons.IOS_SHARE_ROUNDED,
    )


def _made(
    desk: Workspace, session: AppSession, first: date, last: date, format: Format
) -> tuple[str, bytes]:
    """The file's name, and the file."""
    found = reports.report(desk, first, last)
    paper = Paper(found.report, found.goals, session.dates, desk.now())
    return report_words.file_name(found.report, format), rendered(paper, format)
