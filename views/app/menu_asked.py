"""Which task's menu is wanted and where: asked for by a row, drawn by `row_menu`. Knows no row."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import flet as ft

from models.errors import UnknownTask
from models.task import TaskLine
from services import tasks
from services.workspace import Workspace
from views.app.session import AppSession

OnPick = Callable[[str], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which task's menu is wanted, where on the page in logical pixels, and the how manieth.

    `on_pick` selects the task where its list lets several be selected, `on_pick_up_to` all from
    the one selected last.
    """

    line: TaskLine
    x: float
    y: float
    serial: int
    on_pick: OnPick | None = None
    on_pick_up_to: OnPick | None = None


class RowMenus(ft.Observable):
    """The menu that is wanted, if any was."""

    def __init__(self) -> None:
        self.asked: Asked | None = None


def menus_of(session: AppSession) -> RowMenus:
    """The session's menu."""
    return session.kept.setdefault("row-menu", RowMenus())


def _line(desk: Workspace, uid: str) -> TaskLine | None:
    try:
        return tasks.line(desk, uid)
    except UnknownTask:
        # It went while one pressed; the list is about to say so.
        return None


async def open_menu(
    session: AppSession,
    uid: str,
    at: tuple[float, float] | None = None,
    on_pick: OnPick | None = None,
    on_pick_up_to: OnPick | None = None,
) -> None:
    """Open a task's menu `at` a place of the page, without one in its middle.

    With `on_pick` it offers to select the task, with `on_pick_up_to` those before it as well.
    """
    line = await session.read(lambda desk: _line(desk, uid))
    if line is None:
        return
    menus = menus_of(session)
    x, y = at or (session.frame.width / 2, session.frame.height / 3)
    serial = menus.asked.serial + 1 if menus.asked else 1
    menus.asked = Asked(line, x, y, serial, on_pick, on_pick_up_to)
