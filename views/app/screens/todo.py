"""To-do: the lists as chips with their counts, and the list that is chosen.

Owns the frame of the screen. The rows are `todo_list`'s, the menu `todo_menu`'s,
what is done with several selected ones `list_picking`'s.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field

import flet as ft

from models.lists import CHIP_LISTS, ListName
from services import filters, lists
from services.filters import CountedFilter
from views import theme
from views.app import routes
from views.app.boundary import component, keyed
from views.app.kit.basics import Press
from views.app.kit.chips import list_chip
from views.app.motion import lasting
from views.app.query import UNHURRIED_S, Loaded, use_query
from views.app.screens.list_gestures import use_list
from views.app.screens.list_picking import picking_bar
from views.app.screens.todo_filter import filter_chip, filter_gone, filter_line
from views.app.screens.todo_list import TODO, TodoList
from views.app.screens.todo_menu import head
from views.app.screens.todo_names import APART, list_label
from views.app.session import AppSession

#: Between two chips.
SPACE = 8


@dataclass(frozen=True, slots=True)
class ChipCounts:
    """How much each list holds, and each saved filter finds."""

    lists: Mapping[ListName, int] = field(default_factory=dict[ListName, int])
    filters: tuple[CountedFilter, ...] = ()


@component
def TodoScreen(session: AppSession, name: ListName, uid: str = "") -> ft.Control:
    """The screen at `/todo/{name}`; with a saved filter's uid that at `/todo/filter/{uid}`."""
    memory, gestures = use_list(session, TODO)
    counting = use_query(session, lists.counts)
    counts = counting.value if isinstance(counting, Loaded) else {}
    reading = use_query(session, filters.counted, pause=UNHURRIED_S)
    chips = ChipCounts(counts, reading.value if isinstance(reading, Loaded) else ())
    chosen = next((each for each in chips.filters if each.saved.uid == uid), None)

    parts: list[ft.Control] = [
        ft.Container(
            head(session, memory, name, f"filter-{uid}" if uid else name)
            if memory.picked is None
            else picking_bar(session, gestures, memory.picked, is_trash=name is ListName.TRASH),
            padding=ft.Padding.only(
                left=8 if name in APART or memory.picked is not None else theme.PAGE_MARGIN,
                right=8,
                top=12,
            ),
        )
    ]
    if name not in APART:
        parts.append(keyed("chips", Chips, session, name, uid, chips))
    if not uid:
        shown = keyed(f"list-{name}", TodoList, session, name, counts.get(name, 0))
    elif chosen is not None:
        parts.append(filter_line(session, chosen.saved))
        shown = keyed(
            f"filter-{uid}", TodoList, session, ListName.ALL, chosen.count or 0, chosen.saved
        )
    else:
        shown = filter_gone(session) if isinstance(reading, Loaded) else ft.Container()
    parts.append(ft.Container(shown, expand=True))
    return ft.Column(parts, spacing=0, expand=True)


@component
def Chips(session: AppSession, name: ListName, uid: str, held: ChipCounts) -> ft.Control:
    """A chip for each list and each filter; the chosen one is scrolled into view."""
    counts = held.lists
    order = [*CHIP_LISTS, *(each.saved.uid for each in held.filters)]
    chosen_key = uid or name
    row = ft.use_ref(lambda: ft.Ref[ft.Row]()).current
    assert row is not None
    frame, _ = ft.use_state(session.frame)
    is_counted = bool(counts)

    is_new = ft.use_ref(True)

    async def show_chosen() -> None:
        # The client must have laid the chips out, with their counts, to know how far it can go.
        await asyncio.sleep(0.5 if is_new.current else 0.05)
        is_new.current = False
        if row.current is None:
            return
        at = order.index(chosen_key) if chosen_key in order else 0
        if at < 2:
            await row.current.scroll_to(
                offset=0, duration=lasting(theme.CALM_MS), curve=ft.AnimationCurve.EASE_OUT
            )
        else:
            # With the chip before it: one sees that there are more on either side.
            await row.current.scroll_to(
                scroll_key=f"chip-{order[at - 1]}",
                duration=lasting(theme.CALM_MS),
                curve=ft.AnimationCurve.EASE_OUT,
            )

    def chosen() -> None:
        if is_counted and not frame.is_wide:
            session.spawn(show_chosen())

    ft.use_effect(chosen, [chosen_key, is_counted])

    def go(to: ListName) -> Press:
        async def went(_: object) -> None:
            await session.go(routes.todo_route(to))

        return went

    chips: list[ft.Control] = [
        ft.Container(
            list_chip(
                list_label(session.words, each),
                counts.get(each),
                each is name and not uid,
                go(each),
                is_alarming=each is ListName.MISSED and counts.get(each, 0) > 0,
            ),
            padding=ft.Padding.only(left=SPACE),
            key=ft.ScrollKey(f"chip-{each}"),
        )
        for each in CHIP_LISTS
    ]
    chips += [
        ft.Container(
            filter_chip(session, each, each.saved.uid == uid),
            padding=ft.Padding.only(left=SPACE),
            key=ft.ScrollKey(f"chip-{each.saved.uid}"),
        )
        for each in held.filters
    ]
    edge = theme.PAGE_MARGIN - SPACE
    if frame.is_wide:
        return ft.Container(
            ft.Row(chips, spacing=0, run_spacing=0, wrap=True),
            padding=ft.Padding.only(left=edge, right=SPACE),
        )
    return ft.Row(
        [ft.Container(width=edge), *chips, ft.Container(width=theme.PAGE_MARGIN)],
        ref=row,
        scroll=ft.ScrollMode.HIDDEN,
        spacing=0,
    )
