"""Finding tasks by what their words and fields say, in the language of `models.query`."""

from __future__ import annotations

from dataclasses import dataclass

from models.errors import ImpossibleValue
from models.query import Query, parse
from models.query.meaning import AllOf, Circumstances, Condition, Meaning, understood
from models.query.tree import EVERYTHING, Named, NameField, is_about_status, is_about_trash, leaves
from models.storage import goal_rows, lines, search_rows
from models.storage.line_counts import COUNT_LIMIT
from models.storage.search_rows import Place
from models.storage.types import EPOCH, MICROSECOND
from models.storage.unit import UnitOfWork
from models.task import TaskLine
from services.workspace import Workspace

PAGE_SIZE = 50

__all__ = [
    "COUNT_LIMIT",
    "PAGE_SIZE",
    "Found",
    "count_filtered",
    "every_filtered",
    "filtered",
    "search",
]


@dataclass(frozen=True, slots=True)
class Found:
    """Some of the tasks that a search found, in its order.

    Attributes:
        count: how many there are in all; `COUNT_LIMIT` means that many or more.
        cursor: asks for what comes next; None at the end.
    """

    lines: tuple[TaskLine, ...]
    count: int
    cursor: str | None = None


def search(
    desk: Workspace, text: str, *, limit: int = PAGE_SIZE, after: str | None = None
) -> Found:
    """The tasks that `text` asks for, open and done; those in the trash only where it says so.

    Open tasks come first, then those with more of the words in their title, then
    by due; at most `COUNT_LIMIT` at once. `after` is the cursor of what was found
    before. A text that asks for nothing finds nothing.

    Raises:
        UnreadableQuery, TextTooLong: the query cannot be read.
        ImpossibleValue: the cursor is not one of ours.
    """
    query = parse(text)
    return Found((), 0) if query == EVERYTHING else _found(desk, query, limit, after)


def filtered(
    desk: Workspace, text: str, *, limit: int = PAGE_SIZE, after: str | None = None
) -> Found:
    """The same for a list to work through: open tasks alone, unless `text` says which are meant.

    Raises:
        UnreadableQuery, TextTooLong, ImpossibleValue: see `search`.
    """
    query = parse(text)
    return _found(desk, query, limit, after, only_open=not is_about_status(query))


def every_filtered(desk: Workspace, text: str) -> tuple[TaskLine, ...]:
    """All that `filtered` finds, in its order.

    Raises:
        UnreadableQuery, TextTooLong: see `search`.
    """
    found = filtered(desk, text, limit=COUNT_LIMIT)
    every = list(found.lines)
    while found.cursor is not None:
        found = filtered(desk, text, limit=COUNT_LIMIT, after=found.cursor)
        every += found.lines
    return tuple(every)


def count_filtered(desk: Workspace, text: str) -> int:
    """How many tasks `filtered` finds, as far as `COUNT_LIMIT`.

    Raises:
        UnreadableQuery, TextTooLong: see `search`.
    """
    query = parse(text)
    with desk.reading() as unit:
        meaning = _understood(unit, desk, query)
        if not is_about_status(query):
            meaning = AllOf((meaning, Condition("is.open")))
        with_trash = is_about_trash(query)
        return search_rows.count(unit, meaning, with_trash=with_trash, limit=COUNT_LIMIT)


def _found(
    desk: Workspace, query: Query, limit: int, after: str | None, *, only_open: bool = False
) -> Found:
    limit = max(1, min(limit, COUNT_LIMIT))
    with_trash = is_about_trash(query)
    place = _place(after)
    with desk.reading() as unit:
        meaning = _understood(unit, desk, query)
        if only_open:
            meaning = AllOf((meaning, Condition("is.open")))
        places = search_rows.page(
            unit, meaning, with_trash=with_trash, after=place, limit=limit + 1
        )
        has_more = len(places) > limit
        if has_more or place is not None:
            count = search_rows.count(unit, meaning, with_trash=with_trash, limit=COUNT_LIMIT)
        else:
            count = min(len(places), COUNT_LIMIT)
        shown = lines.several(unit, [each.uid for each in places[:limit]])
    return Found(tuple(shown), count, _cursor(places[limit - 1]) if has_more else None)


def _understood(unit: UnitOfWork, desk: Workspace, query: Query) -> Meaning:
    named = {leaf.field for leaf in leaves(query) if isinstance(leaf, Named)}
    at = Circumstances(
        now=desk.now(),
        zone=desk.zone,
        first_weekday=desk.settings.first_weekday,
        goals=goal_rows.names(unit) if NameField.GOAL in named else {},
        people=search_rows.people(unit) if NameField.WITH in named else (),
    )
    return understood(query, at)


def _cursor(place: Place) -> str:
    due = (place.due_at - EPOCH) // MICROSECOND
    return f"{place.shelf}/{place.misses}/{due}/{place.position}/{place.uid}"


def _place(cursor: str | None) -> Place | None:
    if cursor is None:
        return None
    try:
        shelf, misses, due, position, uid = cursor.split("/", 4)
        return Place(int(shelf), int(misses), EPOCH + int(due) * MICROSECOND, position, uid)
    except (ValueError, OverflowError) as error:
        raise ImpossibleValue("cursor", cursor) from error
