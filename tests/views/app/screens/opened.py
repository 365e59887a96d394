"""The whole app on a real workspace, in-process, for the tests of screens."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import flet as ft

from services.settings import change_settings
from services.workspace import Workspace
from tests.rig.flet_session import AppSession, run_app
from views.app.app import app_for

Check = Callable[[AppSession], Awaitable[None]]


def run_on(
    desk: Workspace, check: Check, *, route: str, language: str = "id", width: float = 390
) -> None:
    """Open the app at `route` and run `check` on it."""
    change_settings(desk, language=language, is_welcomed=True)

    async def main() -> None:
        async with AppSession(app_for(desk), route=route, width=width) as app:
            await check(app)

    run_app(main)


async def press(app: AppSession, *keys: str) -> None:
    """Press keys on the page, one after the other; ``Shift-J`` and ``Alt-Arrow Up`` as well."""
    for key in keys:
        await app.client.event(app.page, "keyboard_event", _pressed(key))
        await app.settle()


async def press_at_once(
    app: AppSession, *keys: str, then: Callable[[], Awaitable[None]] | None = None
) -> None:
    """Press keys so fast that the app hears each before it has drawn what the last one did.

    `then` is what the client tells right after them.
    """
    told = [app.client.event(app.page, "keyboard_event", _pressed(key)) for key in keys]
    await asyncio.gather(*told, *([then()] if then is not None else []))
    await app.settle()


def _pressed(named: str) -> dict[str, Any]:
    modifiers, _, key = named.rpartition("-")
    pressed: dict[str, Any] = {name.lower(): name in modifiers for name in ("Ctrl", "Alt", "Meta")}
    return pressed | {"key": key, "shift": key == "?" or "Shift" in modifiers}


def position(app: AppSession, text: str) -> int:
    """Where a text comes in reading order."""
    return app.texts().index(text)


def field(app: AppSession) -> ft.TextField:
    """The first text field on the screen."""
    return app.find_all(ft.TextField)[0]


async def hold(app: AppSession, title: str) -> None:
    """Press long on a task's row."""
    row = next(row for row in app.named_all(title, ft.Container) if row.on_long_press)
    await app.fire(row, "long_press")


def menu_item(app: AppSession, label: str) -> ft.PopupMenuItem:
    """The item of a menu with that label."""
    return next(item for item in app.find_all(ft.PopupMenuItem) if item_label(item) == label)


def item_label(item: ft.PopupMenuItem) -> str | None:
    """What a line of a menu says."""
    line = item.content
    if not isinstance(line, ft.Row):
        return line if isinstance(line, str) else None
    return next(str(part.value) for part in line.controls if isinstance(part, ft.Text))


async def tick(app: AppSession, title: str) -> None:
    """Press the check of a task's row."""
    ring = next(each for each in app.find_all(ft.Semantics, label=title) if each.checked is False)
    assert ring.content is not None
    await app.click(ring.content)
