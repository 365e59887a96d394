"""The data: where it is, copies of it, the trash, and the example for an empty app."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import flet as ft

from models.lists import ListName
from services import care, lists
from services.example import load_example
from services.workspace import Workspace
from views import theme
from views.app import routes
from views.app.boundary import component
from views.app.query import Loaded, use_query
from views.app.screens.settings_rows import group, way
from views.app.session import AppSession
from views.text.actions import action_text


@dataclass(frozen=True, slots=True)
class _Kept:
    """What there is: the newest copy's instant (UTC), and whether there are tasks."""

    last_backup: datetime | None
    has_tasks: bool


def _read(desk: Workspace) -> _Kept:
    done = lists.page(desk, ListName.DONE, limit=1).lines
    return _Kept(care.last_backup(desk), bool(done) or lists.total_open(desk) > 0)


@component
def DataCare(session: AppSession) -> ft.Control:
    """The group of the data."""
    ft.use_state(session.look)
    ft.use_state(session.minute)
    reading = use_query(session, _read)
    say = session.words.say
    kept = reading.value if isinstance(reading, Loaded) else None

    async def back_up(_: object) -> None:
        made = await session.act(care.backup_now)
        if made is not None:
            session.say(say("Backed up as {path}", path=made))
            session.read_again()

    async def trash(_: object) -> None:
        await session.go(routes.todo_route(ListName.TRASH))

    async def tags(_: object) -> None:
        await session.go(routes.TAGS)

    async def people(_: object) -> None:
        await session.go(routes.PEOPLE)

    async def example(_: object) -> None:
        count = await session.act(load_example, session.words.language)
        if count is not None:
            session.say(action_text(session.words, "example", count=count), has_undo=True)
            await session.go(routes.HOME)

    if kept is None:
        when = ""
    elif kept.last_backup is None:
        when = say("None yet")
    else:
        ago = session.dates.ago(kept.last_backup, session.minute.now)
        when = say("Last one: {when}", when=ago)
    rows = [
        _folder(session),
        way(ft.Icons.BACKUP_OUTLINED, say("Back up now"), back_up, line=when),
        way(
            ft.Icons.SELL_OUTLINED,
            say("Tags"),
            tags,
            line=say("Rename, merge or take them off."),
        ),
        way(
            ft.Icons.GROUPS_OUTLINED,
            say("People"),
            people,
            line=say("Whom you compromise with, and what they have."),
        ),
        way(
            ft.Icons.DELETE_OUTLINE_ROUNDED,
            say("Trash"),
            trash,
            line=say("What you deleted, to look at or restore."),
        ),
    ]
    if kept is not None and not kept.has_tasks:
        rows.append(
            way(
                ft.Icons.AUTO_AWESOME_OUTLINED,
                say("Load the example"),
                example,
                line=say("A month of a social media specialist, to look around in."),
            )
        )
    return group(say("Data"), rows)


def _folder(session: AppSession) -> ft.Control:
    say = session.words.say
    path = str(session.workspace.paths.folder)

    def copied(_: object) -> None:
        session.say(say("Copied"))

    return ft.Container(
        ft.Row(
            [
                ft.Icon(ft.Icons.FOLDER_OUTLINED, size=22, color=ft.Colors.ON_SURFACE_VARIANT),
                ft.Column(
                    [
                        ft.Text(say("Folder"), style=theme.TASK),
                        ft.Text(
                            path,
                            style=theme.META,
                            color=ft.Colors.ON_SURFACE_VARIANT,
                        ),
                    ],
                    spacing=1,
                    tight=True,
                    expand=True,
                ),
                # Browsers let a page copy only within the press itself.
                ft.TextButton(say("Copy"), action=ft.CopyToClipboard(path), on_click=copied),
            ],
            spacing=14,
        ),
        padding=ft.Padding.only(left=theme.CARD_PADDING, right=4, top=10, bottom=10),
    )
