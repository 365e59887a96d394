"""The bar over a list while its tasks are selected: how many, and what is done with them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

import flet as ft

from views import theme
from views.app.boundary import component
from views.app.kit.basics import MenuItem, Press, icon_button, menu_button
from views.app.screens.list_gestures import ListGestures, use_list
from views.app.session import AppSession

OnPicked = Callable[[Sequence[str]], Awaitable[None]]


def picking_bar(
    session: AppSession,
    gestures: ListGestures,
    picked: frozenset[str],
    *,
    is_trash: bool = False,
) -> ft.Control:
    """How many are selected, and what can be done with them; each is one undo step."""
    words, say = session.words, session.words.say
    uids = sorted(picked)

    async def stop(_: object) -> None:
        gestures.stop_picking()

    def on_picked(do: OnPicked) -> Press:
        async def pressed(_: object) -> None:
            await do(uids)

        return pressed

    title = (
        words.count("{count} selected", "{count} selected", len(uids))
        if uids
        else say("Select tasks")
    )
    parts: list[ft.Control] = [
        icon_button(ft.Icons.CLOSE_ROUNDED, say("Stop selecting"), stop),
        ft.Semantics(
            live_region=True,
            container=True,
            expand=True,
            content=ft.Text(
                title, style=theme.SECTION, max_lines=1, overflow=ft.TextOverflow.ELLIPSIS
            ),
        ),
    ]
    if uids:
        parts += (
            _of_trash(session, gestures, on_picked)
            if is_trash
            else _first(session, gestures, on_picked)
        )
    parts.append(menu_button(say("More with these"), _more(session, gestures, uids, is_trash)))
    return ft.Container(
        ft.Row(parts, spacing=0),
        bgcolor=ft.Colors.SECONDARY_CONTAINER,
        border_radius=theme.RADIUS_BANNER,
        padding=ft.Padding.symmetric(horizontal=2, vertical=2),
    )


def _first(
    session: AppSession, gestures: ListGestures, on_picked: Callable[[OnPicked], Press]
) -> list[ft.Control]:
    """What is done most, always in sight."""
    say = session.words.say
    return [
        icon_button(
            ft.Icons.CHECK_CIRCLE_OUTLINE_ROUNDED,
            say("Complete"),
            on_picked(gestures.complete_picked),
        ),
        icon_button(ft.Icons.UPDATE_ROUNDED, say("Reschedule"), on_picked(gestures.move_picked)),
        icon_button(
            ft.Icons.DELETE_OUTLINE_ROUNDED,
            say("Move to the trash"),
            on_picked(gestures.delete_picked),
            color=theme.MISSED,
        ),
    ]


def _of_trash(
    session: AppSession, gestures: ListGestures, on_picked: Callable[[OnPicked], Press]
) -> list[ft.Control]:
    say = session.words.say
    return [
        icon_button(
            ft.Icons.RESTORE_FROM_TRASH_ROUNDED,
            say("Restore"),
            on_picked(gestures.restore_picked),
        ),
        icon_button(
            ft.Icons.DELETE_FOREVER_ROUNDED,
            say("Delete for good"),
            on_picked(gestures.purge_picked),
            color=theme.MISSED,
        ),
    ]


def _more(
    session: AppSession, gestures: ListGestures, uids: Sequence[str], is_trash: bool
) -> list[MenuItem]:
    say = session.words.say

    def item(label: str, icon: ft.IconData, do: OnPicked) -> MenuItem:
        async def pressed(_: object) -> None:
            await do(uids)

        return MenuItem(label, pressed, icon)

    async def every(_: object) -> None:
        await gestures.pick_all()

    items: list[MenuItem] = []
    if uids and not is_trash:
        items = [
            item(say("Move to a goal"), ft.Icons.FLAG_OUTLINED, gestures.assign_picked),
            item(say("Change tags"), ft.Icons.SELL_OUTLINED, gestures.tag_picked),
            item(
                say("Set the priority"), ft.Icons.LOW_PRIORITY_ROUNDED, gestures.prioritise_picked
            ),
            item(say("Pin"), ft.Icons.PUSH_PIN_OUTLINED, gestures.pin_picked),
            item(say("Unpin"), ft.Icons.PUSH_PIN_ROUNDED, gestures.unpin_picked),
            item(say("Duplicate"), ft.Icons.CONTENT_COPY_ROUNDED, gestures.duplicate_picked),
        ]
    items.append(
        MenuItem(say("Select all"), every, ft.Icons.SELECT_ALL_ROUNDED, has_rule=bool(items))
    )
    return items


@component
def PickingBar(session: AppSession, screen: str) -> ft.Control:
    """The bar of a screen's list; nothing while none of its tasks are being selected."""
    memory, gestures = use_list(session, screen)
    if memory.picked is None:
        return ft.Container(height=0)
    return ft.Container(
        picking_bar(session, gestures, memory.picked),
        padding=ft.Padding.only(left=8, right=8, top=12),
    )
