"""DoCheck's lists, whole or by page, and how much each holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from models.errors import ImpossibleValue
from models.lists import CHIP_LISTS, ListName, Page
from models.storage import line_counts, lines
from models.storage.line_counts import COUNT_LIMIT
from models.storage.lines import Key
from models.storage.tables import Shelf
from models.storage.types import EPOCH, MICROSECOND
from models.task import TaskLine
from services.calendar import BEGINNING, END, bounds, week_of
from services.workspace import Workspace

PAGE_SIZE = 50


def page(
    desk: Workspace, name: ListName, *, cursor: str | None = None, limit: int = PAGE_SIZE
) -> Page:
    """At most `limit` rows of a list; `cursor` is the previous page's.

    Today holds what is due today, also when its time has passed; Missed all
    open tasks whose due, or whose time to be ready by, has passed, by the latter;
    the weeks are whole calendar weeks.

    Raises:
        ImpossibleValue: the cursor is not one of ours.
    """
    after, is_undated = _key(cursor)
    with desk.reading() as unit:
        if name is ListName.DONE:
            found = lines.done_page(unit, after, limit + 1)
            return _paged(found, limit, lambda line: (line.completed, "", line.uid))
        if name is ListName.TRASH:
            found = lines.trash_page(unit, after, limit + 1)
            return _paged(found, limit, lambda line: (line.deleted, "", line.uid))
        if name is ListName.NO_DATE or is_undated:
            found = lines.open_undated_page(unit, after, limit + 1)
            return _paged(found, limit, _due_key)
        if name is ListName.MISSED:
            found = lines.missed_page(unit, desk.now(), after, limit + 1)
            return _paged(found, limit, _ready)
        first, last = _range(desk, name)
        found = lines.open_between_page(unit, first, last, after, limit + 1)
        if name is ListName.ALL and len(found) <= limit:
            found += lines.open_undated_page(unit, None, limit + 1 - len(found))
        return _paged(found, limit, _due_key)


def every_line(desk: Workspace, name: ListName) -> tuple[TaskLine, ...]:
    """All rows of a list, in its order."""
    with desk.reading() as unit:
        match name:
            case ListName.DONE:
                found = lines.done(unit)
            case ListName.TRASH:
                found = lines.trash(unit)
            case ListName.MISSED:
                found = lines.missed(unit, desk.now())
            case ListName.NO_DATE:
                found = lines.open_undated(unit)
            case ListName.ALL:
                found = lines.open_between(unit, BEGINNING, END) + lines.open_undated(unit)
            case _:
                found = lines.open_between(unit, *_range(desk, name))
    return tuple(found)


def pinned(desk: Workspace, name: ListName) -> tuple[TaskLine, ...]:
    """The pinned rows of a list, in its order; what is done or in the trash is not pinned."""
    with desk.reading() as unit:
        match name:
            case ListName.DONE | ListName.TRASH:
                found = []
            case ListName.MISSED:
                every = lines.pinned_between(unit, BEGINNING, END)
                found = sorted((line for line in every if _is_missed(line, desk.now())), key=_ready)
            case ListName.NO_DATE:
                found = lines.pinned_undated(unit)
            case ListName.ALL:
                found = lines.pinned_between(unit, BEGINNING, END) + lines.pinned_undated(unit)
            case _:
                found = lines.pinned_between(unit, *_range(desk, name))
    return tuple(found)


def _is_missed(line: TaskLine, now: datetime) -> bool:
    return line.ready_at is not None and line.ready_at < now


def _ready(line: TaskLine) -> tuple[datetime | None, str, str]:
    return line.ready_at, line.position, line.uid


def counts(desk: Workspace) -> dict[ListName, int]:
    """How many rows each list has, as far as `COUNT_LIMIT`: that many means as many or more."""
    dated = [name for name in CHIP_LISTS if name not in (ListName.MISSED, ListName.NO_DATE)]
    with desk.reading() as unit:
        ranges = [_range(desk, name) for name in dated]
        *found, missed, undated = line_counts.counts(unit, ranges, desk.now())
    by_name = dict(zip(dated, found, strict=True))
    by_name[ListName.MISSED] = missed
    by_name[ListName.NO_DATE] = undated
    by_name[ListName.ALL] = min(by_name[ListName.ALL] + undated, COUNT_LIMIT)
    return {name: by_name[name] for name in CHIP_LISTS}


def done_today(desk: Workspace) -> tuple[TaskLine, ...]:
    """What was completed since the day began, the earliest first."""
    with desk.reading() as unit:
        today = desk.today()
        return tuple(lines.done_between(unit, *bounds(today, today, desk.zone)))


def goal_page(
    desk: Workspace, goal: str, *, cursor: str | None = None, limit: int = PAGE_SIZE
) -> Page:
    """At most `limit` open tasks of a goal, in manual order."""
    after, _ = _key(cursor)
    with desk.reading() as unit:
        found = lines.of_goal_page(unit, goal, after, limit + 1)
    return _paged(found, limit, lambda line: (None, line.position, line.uid))


def goal_lines(desk: Workspace, goal: str) -> tuple[TaskLine, ...]:
    """All open tasks of a goal, in manual order."""
    with desk.reading() as unit:
        return tuple(lines.open_of_goal(unit, goal))


def goal_pinned(desk: Workspace, goal: str) -> tuple[TaskLine, ...]:
    """The pinned open tasks of a goal, in manual order."""
    with desk.reading() as unit:
        return tuple(lines.pinned_of_goal(unit, goal))


def total_open(desk: Workspace) -> int:
    """How many tasks are open, undated steps too."""
    with desk.reading() as unit:
        return line_counts.count_shelf(unit, Shelf.OPEN)


def _range(desk: Workspace, name: ListName) -> tuple[datetime, datetime]:
    """The UTC bounds of the dues that a dated list holds."""
    today = desk.today()
    one_day, one_week = timedelta(days=1), timedelta(weeks=1)
    first, last = week_of(today, desk.settings.first_weekday)
    days: dict[ListName, tuple[date, date]] = {
        ListName.TODAY: (today, today),
        ListName.TOMORROW: (today + one_day, today + one_day),
        ListName.WEEK: (first, last),
        ListName.NEXT_WEEK: (first + one_week, last + one_week),
    }
    if name in days:
        return bounds(*days[name], desk.zone)
    return BEGINNING, END


def _due_key(line: TaskLine) -> Key:
    return line.due_at, line.position, line.uid


def _paged(found: list[TaskLine], limit: int, key_of: Callable[[TaskLine], Key]) -> Page:
    if len(found) <= limit:
        return Page(tuple(found))
    at, position, uid = key_of(found[limit - 1])
    count = "" if at is None else (at - EPOCH) // MICROSECOND
    return Page(tuple(found[:limit]), f"{count}/{position}/{uid}")


def _key(cursor: str | None) -> tuple[Key | None, bool]:
    """The key that a cursor stands for, and whether it lies among the undated."""
    if cursor is None:
        return None, False
    try:
        count, position, uid = cursor.split("/", 2)
        at = EPOCH + int(count) * MICROSECOND if count else None
    except (ValueError, OverflowError) as error:
        raise ImpossibleValue("cursor", cursor) from error
    return (at, position, uid), at is None
