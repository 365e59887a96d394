"""The menu of a task's row: what the right button, Shift-F10 or the menu key opens anywhere.

One menu for the whole page, drawn when it is asked for: a row costs no more than one that has
none. Owns what stands in it; what each line does is `task_gestures`'s.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from views.app.boundary import component
from views.app.kit.basics import MenuItem, menu_lines
from views.app.menu_asked import Asked, menus_of
from views.app.session import AppSession
from views.app.task_gestures import TaskGestures


async def use_own_menu(session: AppSession) -> None:
    """Keep the browser from opening its own menu over ours."""
    service = session.kept.setdefault("browser-menu", ft.BrowserContextMenu())
    await service.disable()


@component
def RowMenu(session: AppSession) -> ft.Control:
    """Where the menu hangs; nothing of it is seen until it opens."""
    menus, _ = ft.use_state(menus_of(session))
    menu = ft.use_ref(lambda: ft.Ref[ft.ContextMenu]()).current
    assert menu is not None
    asked = menus.asked

    async def show(wanted: Asked) -> None:
        # The client must have the lines before it can show them.
        if menu.current is not None:
            session.keys.hold(menus)
            await menu.current.open(global_position=ft.Offset(wanted.x, wanted.y))

    def opened() -> None:
        if asked is not None:
            session.spawn(show(asked))

    def closed(_: object) -> None:
        session.keys.release(menus)

    ft.use_effect(opened, [asked], cleanup=lambda: session.keys.release(menus))
    return ft.ContextMenu(
        ft.Container(width=0, height=0),
        ref=menu,
        items=menu_lines(_items(session, asked)) if asked is not None else [],
        on_select=closed,
        on_dismiss=closed,
    )


def _items(session: AppSession, asked: Asked) -> list[MenuItem]:
    line = asked.line
    say, uid, gestures = session.words.say, line.uid, TaskGestures(session)

    def item(
        label: str,
        icon: ft.IconData,
        do: Callable[[str], Awaitable[None]],
        *,
        is_danger: bool = False,
        has_rule: bool = False,
    ) -> MenuItem:
        async def pressed(_: object) -> None:
            await do(uid)

        return MenuItem(label, pressed, icon, is_danger=is_danger, has_rule=has_rule)

    async def turn(uid: str) -> None:
        await gestures.check(uid, not line.is_done)

    items = [item(say("Open"), ft.Icons.OPEN_IN_FULL_ROUNDED, gestures.open)]
    if line.deleted is not None:
        return [
            *items,
            item(say("Restore"), ft.Icons.RESTORE_FROM_TRASH_ROUNDED, gestures.restore),
        ]
    if line.is_done:
        items.append(item(say("Reopen"), ft.Icons.UNDO_ROUNDED, turn))
    else:
        items.append(item(say("Complete"), ft.Icons.CHECK_CIRCLE_OUTLINE_ROUNDED, turn))
        items.append(item(say("Reschedule"), ft.Icons.UPDATE_ROUNDED, gestures.move))
    if asked.on_pick is not None:
        items.append(item(say("Select"), ft.Icons.CHECKLIST_RTL_ROUNDED, asked.on_pick))
    if asked.on_pick_up_to is not None:
        icon = ft.Icons.PLAYLIST_ADD_CHECK_ROUNDED
        items.append(item(say("Select up to here"), icon, asked.on_pick_up_to))
    pin = say("Unpin") if line.pinned else say("Pin")
    pin_icon = ft.Icons.PUSH_PIN_ROUNDED if line.pinned else ft.Icons.PUSH_PIN_OUTLINED
    return [
        *items,
        item(say("Move to a goal"), ft.Icons.FLAG_OUTLINED, gestures.assign, has_rule=True),
        item(say("Change tags"), ft.Icons.SELL_OUTLINED, gestures.tag),
        item(say("Set the priority"), ft.Icons.LOW_PRIORITY_ROUNDED, gestures.prioritise),
        item(pin, pin_icon, gestures.pin),
        item(say("Duplicate"), ft.Icons.CONTENT_COPY_ROUNDED, gestures.duplicate),
        item(
            say("Delete"),
            ft.Icons.DELETE_OUTLINE_ROUNDED,
            gestures.delete,
            is_danger=True,
            has_rule=True,
        ),
    ]
