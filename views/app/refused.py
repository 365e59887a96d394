"""The app when its data cannot be opened: says why, keeps everything, and offers the way on.

Owns trying again and restoring the newest backup; once the data opens, the app itself takes the
page over. Must know no screen. There is no session yet: that needs the data.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path

import flet as ft

from models.errors import (
    Refusal,
    StorageBusy,
    StorageDamaged,
    StorageForeign,
    StorageFull,
    StorageNewer,
    StorageReadOnly,
    StorageRefusal,
)
from services import care
from services.clock import Clock, SystemClock
from services.workspace import Workspace, system_zone
from views import theme
from views.app import look
from views.app.app import app_for
from views.app.flet_mends import mend
from views.app.running import run_db
from views.text import Dates, Words
from views.text.refusals import refusal_text

log = logging.getLogger(__name__)

_WIDTH = 460


class _Door:
    """The data as all pages see it: whoever opens it first opens it for everyone."""

    def __init__(
        self, refusal: StorageRefusal, folder: Path, reopen: Callable[[], Workspace], clock: Clock
    ) -> None:
        self.refusal: Refusal = refusal
        self.desk: Workspace | None = None
        self.clock = clock
        self._folder = folder
        self._reopen = reopen
        self._lock = threading.Lock()

    def open(self, backup: Path | None = None) -> Workspace | None:
        """The workspace, after restoring `backup` if one is given; None when it stays shut."""
        with self._lock:
            if self.desk is None:
                try:
                    if backup is not None:
                        care.restore_backup(self._folder, backup, self.clock.now())
                    self.desk = self._reopen()
                except Refusal as refusal:
                    self.refusal = refusal
            return self.desk


def refused_app_for(
    refusal: StorageRefusal,
    *,
    folder: Path,
    words: Words,
    reopen: Callable[[], Workspace],
    clock: Clock | None = None,
) -> Callable[[ft.Page], Awaitable[None]]:
    """A Flet `main` that tells `refusal` and, once `reopen` gives a workspace, serves that.

    Args:
        folder: the data folder, where a backup is restored to.
        reopen: opens the data again; raises a `Refusal` when it still cannot be.
    """
    door = _Door(refusal, folder, reopen, clock or SystemClock())

    mend()

    async def main(page: ft.Page) -> None:
        if door.desk is not None:
            await app_for(door.desk)(page)
            return
        await look.dress(page)
        page.render_views(_Refused, page, door, words)

    return main


@ft.component
def _Refused(page: ft.Page, door: _Door, words: Words) -> list[ft.View]:
    """The one view: what happened, what to do, and the buttons that do it."""
    refusal, tell = ft.use_state(door.refusal)
    is_trying, set_trying = ft.use_state(False)
    backup = refusal.backup if isinstance(refusal, StorageDamaged) else None

    async def try_with(restored: Path | None) -> None:
        if is_trying:
            return
        set_trying(True)
        try:
            desk = await run_db(lambda: door.open(restored))
        except Exception:
            log.exception("the data could not be opened")
            desk = None
        if desk is not None:
            await app_for(desk)(page)
            return
        tell(door.refusal)
        set_trying(False)

    async def again(_: object) -> None:
        await try_with(None)

    async def restore(_: object) -> None:
        await try_with(backup)

    buttons: list[ft.Control] = []
    if backup is not None:
        buttons.append(
            ft.FilledButton(
                words.say("Restore the newest backup"),
                icon=ft.Icons.SETTINGS_BACKUP_RESTORE_ROUNDED,
                on_click=restore,
                disabled=is_trying,
            )
        )
    retry = ft.OutlinedButton if backup is not None else ft.FilledButton
    buttons.append(
        retry(
            words.say("Try again"),
            icon=ft.Icons.REFRESH_ROUNDED,
            on_click=again,
            disabled=is_trying,
        )
    )
    return [
        ft.View(
            padding=0,
            bgcolor=ft.Colors.SURFACE,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            controls=[
                ft.SafeArea(
                    ft.Container(_body(door, words, refusal, backup, buttons), expand=True),
                    expand=True,
                )
            ],
        )
    ]


def _body(
    door: _Door, words: Words, refusal: Refusal, backup: Path | None, buttons: list[ft.Control]
) -> ft.Control:
    dates = Dates(words.language, system_zone())
    parts: list[ft.Control] = [
        _mark(),
        ft.Semantics(
            header=True,
            container=True,
            content=ft.Text(
                _title(words, refusal), style=theme.PAGE_TITLE, text_align=ft.TextAlign.CENTER
            ),
        ),
        ft.Semantics(
            live_region=True,
            container=True,
            content=ft.Text(
                _what_to_do(words, refusal, dates),
                style=theme.BODY,
                color=ft.Colors.ON_SURFACE_VARIANT,
                text_align=ft.TextAlign.CENTER,
                selectable=True,
            ),
        ),
    ]
    if backup is not None:
        parts.append(_copy(words, dates, door.clock, backup))
    parts.append(ft.Container(height=4))
    parts.extend(buttons)
    return ft.Column(
        [
            ft.Container(
                ft.Column(
                    parts,
                    spacing=12,
                    tight=True,
                    horizontal_alignment=ft.CrossAxisAlignment.CENTER,
                ),
                width=_WIDTH,
                padding=ft.Padding.symmetric(horizontal=24, vertical=32),
            )
        ],
        scroll=ft.ScrollMode.AUTO,
        alignment=ft.MainAxisAlignment.CENTER,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        expand=True,
    )


def _title(words: Words, refusal: Refusal) -> str:
    say = words.say
    match refusal:
        case StorageDamaged():
            return say("Your data needs a repair")
        case StorageNewer():
            return say("This data is newer than this DoCheck")
        case StorageForeign():
            return say("This file is not DoCheck's")
        case StorageReadOnly():
            return say("DoCheck may not write here")
        case StorageFull():
            return say("The disk is full")
        case StorageBusy():
            return say("Another program holds your data")
        case _:
            return say("Your data cannot be opened")


def _what_to_do(words: Words, refusal: Refusal, dates: Dates) -> str:
    if isinstance(refusal, StorageDamaged) and refusal.backup is not None:
        # The card and the button below tell of the backup better than its path does.
        return words.say(
            "{path} is damaged and was left as it is. The newest good backup brings your plans "
            "back as they were then.",
            path=refusal.path,
        )
    return refusal_text(words, refusal, dates)


def _copy(words: Words, dates: Dates, clock: Clock, backup: Path) -> ft.Control:
    """What restoring would bring back, and that nothing is thrown away."""
    made = care.made_at(backup)
    name = backup.name if made is None else dates.instant(made, clock.now())
    return ft.Container(
        ft.Row(
            [
                ft.Icon(
                    ft.Icons.INVENTORY_2_OUTLINED, size=24, color=ft.Colors.ON_SECONDARY_CONTAINER
                ),
                ft.Column(
                    [
                        ft.Text(
                            words.say("Backup: {when}", when=name),
                            style=theme.TASK,
                            color=ft.Colors.ON_SECONDARY_CONTAINER,
                        ),
                        ft.Text(
                            words.say("The damaged file is kept beside the backups."),
                            style=theme.META,
                            color=ft.Colors.ON_SECONDARY_CONTAINER,
                        ),
                    ],
                    spacing=1,
                    tight=True,
                    expand=True,
                ),
            ],
            spacing=14,
        ),
        bgcolor=ft.Colors.SECONDARY_CONTAINER,
        border_radius=theme.RADIUS_BANNER,
        padding=ft.Padding.symmetric(horizontal=16, vertical=12),
    )


def _mark() -> ft.Control:
    return ft.Semantics(
        exclude_semantics=True,
        content=ft.Stack(
            width=120,
            height=108,
            controls=[
                ft.Container(
                    left=14,
                    top=8,
                    width=92,
                    height=92,
                    border_radius=30,
                    rotate=0.14,
                    bgcolor=ft.Colors.ERROR_CONTAINER,
                ),
                ft.Container(
                    ft.Icon(ft.Icons.HEALING_ROUNDED, size=42, color=ft.Colors.ON_ERROR_CONTAINER),
                    left=14,
                    top=8,
                    width=92,
                    height=92,
                    alignment=ft.Alignment.CENTER,
                ),
            ],
        ),
    )
