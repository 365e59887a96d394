"""What the To-do screen reads: one list's rows, a page at a time.

Owns paging: the first page, the next when one has scrolled near the end, and that a change
reads again as many rows as are shown.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

import flet as ft

from models.list_view import GroupBy, View
from models.lists import ListName
from models.saved_filter import SavedFilter
from models.task import TaskLine
from services import lists, search
from services.calendar import start_of
from services.workspace import Workspace
from views.app.query import Loaded, Reading, use_query
from views.app.screens.list_memory import scrolled_of
from views.app.screens.todo_view import ordered
from views.app.session import AppSession

PAGE = lists.PAGE_SIZE
#: Today shows this many of the tasks missed before today, and the way to the others.
MISSED_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Rows:
    """Some rows of a list.

    Attributes:
        cursor: asks for the next page of the stored order.
        has_more: whether rows are left to be shown.
        pinned: the pinned ones of the list, which stand first and not among `lines`.
        missed: of Today: the first tasks that were due before today.
        missed_total: how many of those there are.
        done: of Today: what was completed today.
    """

    lines: tuple[TaskLine, ...]
    cursor: str | None = None
    has_more: bool = False
    pinned: tuple[TaskLine, ...] = ()
    missed: tuple[TaskLine, ...] = ()
    missed_total: int = 0
    done: tuple[TaskLine, ...] = ()


def read_rows(desk: Workspace, name: ListName, view: View, limit: int) -> Rows:
    """The first `limit` rows of a list as `view` orders it."""
    if view.is_stored_order or name in (ListName.DONE, ListName.TRASH):
        page = lists.page(desk, name, limit=limit)
        rows = Rows(page.lines, page.cursor, page.cursor is not None)
    else:
        found = ordered(lists.every_line(desk, name), view)
        rows = Rows(found[:limit], None, len(found) > limit)
    rows = replace(rows, pinned=_pinned(desk, name, view))
    if name is not ListName.TODAY:
        return rows
    missed, total = _missed_before_today(desk)
    done = tuple(line for line in lists.done_today(desk) if not _is_mere_step(line))
    return replace(rows, missed=missed, missed_total=total, done=done)


def _pinned(desk: Workspace, name: ListName, view: View) -> tuple[TaskLine, ...]:
    return ordered(lists.pinned(desk, name), replace(view, group=GroupBy.DAY))


def read_found(desk: Workspace, saved: SavedFilter, view: View, limit: int) -> Rows:
    """The first `limit` rows that a saved filter finds, as `view` orders them."""
    if not view.is_stored_order:
        every = ordered(search.every_filtered(desk, saved.query), view)
        return Rows(every[:limit], None, len(every) > limit)
    found = search.filtered(desk, saved.query, limit=limit)
    return Rows(found.lines, found.cursor, found.cursor is not None)


def _missed_before_today(desk: Workspace) -> tuple[tuple[TaskLine, ...], int]:
    midnight = start_of(desk.today(), desk.zone)
    page = lists.page(desk, ListName.MISSED, limit=MISSED_SHOWN + 1)
    before = [line for line in page.lines if line.due_at and line.due_at < midnight]
    if len(before) <= MISSED_SHOWN:
        return tuple(before), len(before)
    now = desk.now()
    passed = sum(
        1 for line in lists.every_line(desk, ListName.TODAY) if line.due_at and line.due_at < now
    )
    return tuple(before[:MISSED_SHOWN]), lists.counts(desk)[ListName.MISSED] - passed


def _is_mere_step(line: TaskLine) -> bool:
    """A step without a date of its own is told with its task, not beside it."""
    return line.parent is not None and line.due_date is None


def list_key(name: ListName, saved: SavedFilter | None) -> str:
    """Under what it is remembered where one was in a list, or in what a filter finds."""
    return name if saved is None else f"filter-{saved.uid}"


@dataclass(slots=True, eq=False)
class _Paging:
    """How many rows are shown, and whether more are being read."""

    shown: int
    is_reading: bool = False


@dataclass(frozen=True, slots=True)
class _Longer:
    """The rows with further pages, and the first reading that they go on from."""

    first: Rows | None = None
    rows: Rows | None = None


def use_rows(
    session: AppSession, name: ListName, view: View, saved: SavedFilter | None = None
) -> tuple[Reading[Rows], Callable[[], Awaitable[None]]]:
    """The rows to show, and what to call when one has scrolled near their end.

    Args:
        saved: the filter whose rows they are, instead of the list's.
    """
    key = list_key(name, saved)
    kept = scrolled_of(session).shown
    paging = ft.use_ref(lambda: _Paging(kept.get(key, PAGE))).current
    assert paging is not None

    def read(desk: Workspace, limit: int) -> Rows:
        if saved is not None:
            return read_found(desk, saved, view, limit)
        return read_rows(desk, name, view, limit)

    query = saved.query if saved is not None else ""
    first = use_query(session, lambda desk: read(desk, paging.shown), key, query, view)
    longer, set_longer = ft.use_state(_Longer())
    latest = ft.use_ref(Rows(()))
    held: Rows | None = None
    if isinstance(first, Loaded):
        held = longer.rows if longer.first is first.value and longer.rows else first.value
        latest.current = held
        paging.shown = kept[key] = max(PAGE, len(held.lines))
    reading = first if held is None else Loaded(held)

    async def more() -> None:
        rows = latest.current
        if rows is None or not rows.has_more or paging.is_reading or not isinstance(first, Loaded):
            return
        paging.is_reading = True
        try:
            read = await session.read(lambda desk: _next(desk, rows))
            set_longer(_Longer(first.value, read))
        finally:
            paging.is_reading = False

    def _next(desk: Workspace, rows: Rows) -> Rows:
        if rows.cursor is None:
            return read(desk, len(rows.lines) + PAGE)
        if saved is not None:
            page = search.filtered(desk, saved.query, after=rows.cursor)
        else:
            page = lists.page(desk, name, cursor=rows.cursor)
        return replace(
            rows,
            lines=rows.lines + page.lines,
            cursor=page.cursor,
            has_more=page.cursor is not None,
        )

    return reading, more
