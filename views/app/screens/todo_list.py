"""One list of the To-do screen: its rows under their headings, keys, paging, empty and error."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import flet as ft

from models.list_view import GroupBy, SortBy
from models.lists import ListName
from models.saved_filter import SavedFilter
from services.settings import view_of_list
from views import theme
from views.app import routes
from views.app.boundary import component
from views.app.kit.chips import count_label
from views.app.kit.first_rows import AT_ONCE, PAINTED_S
from views.app.kit.lingering import Seen, use_lingering
from views.app.kit.states import empty_state, show_reading
from views.app.overlays import AddTask
from views.app.query import Loaded
from views.app.screens.list_gestures import ListGestures, use_list
from views.app.screens.list_keys import use_walk
from views.app.screens.list_memory import ListMemory, scrolled_of
from views.app.screens.list_rows import done_head, heading, row_list, task_rows
from views.app.screens.todo_filter import nothing_found
from views.app.screens.todo_names import APART, emptiness, list_label
from views.app.screens.todo_reading import Rows, list_key, use_rows
from views.app.screens.todo_view import sections
from views.app.session import AppSession

#: What the screen's memory is kept under.
TODO = "todo"
#: More rows are read when fewer than this many pixels are left below the screen.
AHEAD = 1200
#: Lists whose name tells the day of all their rows.
ONE_DAY = (ListName.TODAY, ListName.TOMORROW)


@component
def TodoList(
    session: AppSession, name: ListName, total: int, saved: SavedFilter | None = None
) -> ft.Control:
    """The list `name`, or what a filter finds; `total` is how many rows it has in all."""
    key = list_key(name, saved)
    ft.use_state(session.minute)
    memory, gestures = use_list(session, TODO)
    view = view_of_list(session.settings, key)
    is_by_hand = view.sort is SortBy.MANUAL and name not in APART
    placing = gestures.placing
    reading, more = use_rows(session, name, view, saved)
    rows = reading.value if isinstance(reading, Loaded) else Rows(())
    pinned_uids = {line.uid for line in rows.pinned}
    missed = use_lingering(session, rows.missed)
    pinned = use_lingering(session, rows.pinned)
    lines = use_lingering(
        session, tuple(line for line in rows.lines if line.uid not in pinned_uids)
    )
    view_ref = ft.use_ref(lambda: ft.Ref[ft.ListView]()).current
    assert view_ref is not None
    scrolled = scrolled_of(session)
    is_loaded = isinstance(reading, Loaded)
    is_whole, set_whole = ft.use_state(False)

    async def settle_in() -> None:
        offset = scrolled.offset.get(key, 0)
        # Where one was at the top, the others wait until the client has painted the first.
        await asyncio.sleep(0.05 if offset > 0 else PAINTED_S)
        set_whole(True)
        if offset > 0:
            # The rows reach the client with the next update; only then can it scroll to them.
            await asyncio.sleep(0.05)
            if view_ref.current is not None:
                await view_ref.current.scroll_to(offset=offset, duration=0)

    def come() -> None:
        if is_loaded:
            session.spawn(settle_in())

    ft.use_effect(come, [is_loaded])

    async def on_scroll(event: ft.OnScrollEvent) -> None:
        scrolled.offset[key] = event.pixels
        if event.extent_after < AHEAD:
            await more()

    groups = sections((seen.line for seen in lines), name, view, session.dates, session.minute.now)
    first = tuple(seen.line for seen in pinned)
    leaving = {seen.line.uid for seen in (*missed, *pinned, *lines) if seen.is_leaving}
    walked = [seen.line for seen in missed]
    walked += first
    walked += [line for group in groups for line in group.lines]
    walked = [line for line in walked if line.uid not in leaving]
    placing.groups = tuple(
        tuple(line.uid for line in held) for held in (first, *(group.lines for group in groups))
    )
    at = use_walk(
        session,
        memory,
        gestures,
        key,
        walked,
        view_ref,
        is_by_hand=is_by_hand,
        is_loaded=is_loaded,
    )

    def draw(shown: Rows) -> ft.Control:
        body: list[ft.Control] = []
        if name is ListName.TODAY:
            body += _missed(session, memory, gestures, shown, missed, at)
        folding = frozenset(seen.line.uid for seen in (*pinned, *lines) if seen.is_folding)
        if first:
            body.append(heading(session.words.say("Pinned")))
            body += task_rows(
                session,
                memory,
                gestures,
                first,
                folding,
                at=at,
                has_day=name not in ONE_DAY,
                is_by_hand=is_by_hand,
            )
        is_headed = name is ListName.TODAY and view.group is GroupBy.DAY
        if is_headed and (lines or missed):
            body.append(heading(_today_left(session, max(0, total - len(first)))))
        elif first and groups and not groups[0].title:
            body.append(heading(session.words.say("Other tasks")))
        if not lines and not missed and not first:
            body.append(
                nothing_found(session, saved)
                if saved is not None
                else _empty(session, name, len(shown.done))
            )
        elif not lines and not first:
            body.append(_quiet(session.words.say("Nothing else is due today.")))
        room = len(lines) if is_whole else AT_ONCE
        for whole in groups:
            if room <= 0:
                break
            group = replace(whole, lines=whole.lines[:room])
            room -= len(group.lines)
            if group.title:
                body.append(heading(group.title))
            body += task_rows(
                session,
                memory,
                gestures,
                group.lines,
                folding,
                at=at,
                has_day=group.day is None and name not in ONE_DAY,
                has_goal=not group.key.startswith("goal-"),
                is_missed=name is ListName.MISSED,
                is_by_hand=is_by_hand,
            )
        if shown.done and name is ListName.TODAY:
            body += _done(session, memory, gestures, shown)
        body.append(ft.Container(height=96, key="end"))
        return row_list(session, memory, gestures, body, view_ref, on_scroll, is_by_hand=is_by_hand)

    return show_reading(session, reading, draw, rows=8)


def _today_left(session: AppSession, total: int) -> str:
    words = session.words
    left = words.count("{count} left", "{count} left", total, count=count_label(total))
    return f"{list_label(words, ListName.TODAY)} · {left}"


def _missed(
    session: AppSession,
    memory: ListMemory,
    gestures: ListGestures,
    rows: Rows,
    seen: tuple[Seen, ...],
    at: str,
) -> list[ft.Control]:
    if not seen:
        return []
    words = session.words

    async def see_all(_: object) -> None:
        await session.go(routes.todo_route(ListName.MISSED))

    every = (
        ft.TextButton(
            words.count("See all {count}", "See all {count}", rows.missed_total),
            on_click=see_all,
        )
        if rows.missed_total > len(rows.missed)
        else None
    )
    title = f"{words.say('Missed')} · {count_label(rows.missed_total)}"
    return [
        heading(title, every),
        *task_rows(
            session,
            memory,
            gestures,
            tuple(each.line for each in seen),
            frozenset(each.line.uid for each in seen if each.is_folding),
            at=at,
            has_day=True,
            is_missed=True,
        ),
    ]


def _done(
    session: AppSession, memory: ListMemory, gestures: ListGestures, rows: Rows
) -> list[ft.Control]:
    async def turn(_: str) -> None:
        memory.has_done = not memory.has_done

    head = done_head(session.words, len(rows.done), memory.has_done, turn)
    if not memory.has_done:
        return [head]
    return [
        head,
        *task_rows(session, memory, gestures, rows.done, frozenset(), at="", has_day=True),
    ]


def _empty(session: AppSession, name: ListName, done: int) -> ft.Control:
    words = session.words
    empty = emptiness(words, name)

    async def act(_: object) -> None:
        if empty.adds:
            session.overlay.open(AddTask())
        else:
            await session.go(routes.todo_route())

    async def look_ahead(_: object) -> None:
        await session.go(routes.todo_route(ListName.TOMORROW))

    if name is ListName.TODAY and done:
        return empty_state(
            ft.Icons.CELEBRATION_ROUNDED,
            words.say("All done for today"),
            words.count(
                "{count} task done. Enjoy it, or get a head start on tomorrow.",
                "{count} tasks done. Enjoy it, or get a head start on tomorrow.",
                done,
            ),
            action=words.say("Look at tomorrow"),
            on_action=look_ahead,
        )
    return empty_state(empty.icon, empty.title, empty.line, action=empty.action, on_action=act)


def _quiet(text: str) -> ft.Control:
    return ft.Container(
        ft.Text(text, style=theme.BODY, color=ft.Colors.ON_SURFACE_VARIANT),
        padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN, vertical=8),
    )
