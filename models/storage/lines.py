"""Lists as `TaskLine` values: one statement a page, by key, along an index.

No function is applied to an indexed column; the bounds are UTC instants that
the services work out once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    bindparam,
    case,
    exists,
    func,
    literal_column,
    select,
    tuple_,
    type_coerce,
)

from models.due_line import DueLine
from models.storage.conditions import (
    FIRST,
    IN_RANGE,
    KEPT,
    LAST,
    MINE,
    MISSED,
    ON_SHELF,
    OPEN,
    UNDATED,
)
from models.storage.guard import ACCOUNT
from models.storage.tables import Shelf, goals, task_attendees, task_categories, tasks
from models.storage.types import NAME_SEPARATOR, NameTuple, Seconds, UtcDateTime
from models.storage.unit import UnitOfWork
from models.task import TaskLine

_LIMIT = bindparam("limit")
_parent = tasks.alias("parent")
_step = tasks.alias("step")


def _names(table: Any, label: str) -> ColumnElement[Any]:
    joined = (
        select(func.aggregate_strings(table.c.name, NAME_SEPARATOR))
        .where(table.c.account_id == tasks.c.account_id, table.c.task_uid == tasks.c.uid)
        .correlate(tasks)
        .scalar_subquery()
    )
    return type_coerce(joined, NameTuple).label(label)


def _steps(condition: ColumnElement[bool], label: str) -> ColumnElement[int]:
    return (
        select(func.count())
        .select_from(_step)
        .where(
            _step.c.account_id == tasks.c.account_id,
            _step.c.parent_uid == tasks.c.uid,
            condition,
        )
        .correlate(tasks)
        .scalar_subquery()
        .label(label)
    )


def _open_work() -> ColumnElement[Any]:
    """See `TaskLine.open_work`: a walk down the steps, ended by an estimate or a closed step."""
    first, below = tasks.alias("first"), tasks.alias("below")
    kept, is_open = (literal_column(str(shelf.value)) for shelf in (Shelf.TRASH, Shelf.OPEN))
    zero = literal_column("0")
    walk = (
        select(first.c.uid, first.c.estimate, first.c.shelf)
        .where(
            first.c.account_id == bindparam(ACCOUNT),
            # Of the row that is read it holds anyhow; so the guard sees it.
            MINE,
            first.c.parent_uid == tasks.c.uid,
            first.c.shelf < kept,
        )
        .correlate(tasks)
        .cte("walk", recursive=True, nesting=True)
    )
    walk = walk.union_all(
        select(below.c.uid, below.c.estimate, below.c.shelf).where(
            below.c.account_id == bindparam(ACCOUNT),
            below.c.parent_uid == walk.c.uid,
            below.c.shelf < kept,
            walk.c.estimate.is_(None),
            walk.c.shelf == is_open,
        )
    )
    open_ones = case((walk.c.shelf == is_open, walk.c.estimate))
    of_steps = (
        select(
            func.coalesce(func.sum(open_ones), zero)
            + func.max(func.coalesce(tasks.c.estimate, zero) - func.sum(walk.c.estimate), zero)
        )
        .where(MINE)
        .correlate(tasks)
        .scalar_subquery()
    )
    work = case((OPEN, func.coalesce(of_steps, tasks.c.estimate)))
    return type_coerce(work, Seconds).label("open_work")


#: In the order of `TaskLine`'s fields.
_LINES = (
    select(
        tasks.c.uid,
        tasks.c.summary,
        tasks.c.status,
        tasks.c.priority,
        tasks.c.due_date,
        tasks.c.due_time,
        tasks.c.due_zone,
        tasks.c.due_at,
        tasks.c.ready_at,
        tasks.c.start_at,
        tasks.c.lead,
        tasks.c.estimate,
        tasks.c.rrule,
        tasks.c.goal_uid,
        goals.c.name.label("goal_name"),
        goals.c.color.label("goal_color"),
        tasks.c.parent_uid,
        _parent.c.summary.label("parent_summary"),
        tasks.c.position,
        tasks.c.pinned,
        tasks.c.completed,
        tasks.c.deleted,
        (tasks.c.description != "").label("has_description"),
        _steps(_step.c.shelf == literal_column(str(Shelf.CLOSED.value)), "steps_done"),
        _steps(_step.c.shelf < literal_column(str(Shelf.TRASH.value)), "steps_total"),
        tasks.c.offset,
        _names(task_categories, "categories"),
        _names(task_attendees, "attendees"),
        tasks.c.waiting_for,
        _open_work(),
    )
    .select_from(
        tasks.outerjoin(
            goals,
            and_(goals.c.account_id == tasks.c.account_id, goals.c.uid == tasks.c.goal_uid),
        ).outerjoin(
            _parent,
            and_(_parent.c.account_id == tasks.c.account_id, _parent.c.uid == tasks.c.parent_uid),
        )
    )
    .where(MINE)
)
_BY_DUE = (tasks.c.due_at, tasks.c.position, tasks.c.uid)
_AFTER_DUE = tuple_(*_BY_DUE) > tuple_(
    bindparam("after_due", type_=UtcDateTime()), bindparam("after_position"), bindparam("after_uid")
)
_BY_HAND = (tasks.c.position, tasks.c.uid)
_AFTER_HAND = tuple_(*_BY_HAND) > tuple_(bindparam("after_position"), bindparam("after_uid"))
#: As the partial index has it.
_PINNED = tasks.c.pinned == literal_column("1")
_OF_GOAL = and_(tasks.c.goal_uid == bindparam("goal"), tasks.c.parent_uid.is_(None))


def _plain(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """The column's value, for which no index is looked for.

    SQLite takes an index that has the order, or more of the columns, for the better one, and
    goes through thousands of rows along it; the one of what is pinned holds a handful.
    """
    return literal_column(f"+{tasks.name}.{column.key}", column.type)


def _plan(
    condition: ColumnElement[bool], order: Iterable[ColumnElement[Any]]
) -> Select[*tuple[Any, ...]]:
    return _LINES.where(condition).order_by(*order)


def _paged(
    statement: Select[*tuple[Any, ...]], after: ColumnElement[bool]
) -> tuple[Select[*tuple[Any, ...]], Select[*tuple[Any, ...]]]:
    return statement.limit(_LIMIT), statement.where(after).limit(_LIMIT)


_OPEN_BETWEEN = _plan(and_(OPEN, IN_RANGE), _BY_DUE)
_OPEN_BETWEEN_PAGES = _paged(_OPEN_BETWEEN, _AFTER_DUE)
_BY_READY = (tasks.c.ready_at, tasks.c.position, tasks.c.uid)
_MISSED = _plan(and_(OPEN, MISSED), _BY_READY)
_MISSED_PAGES = _paged(
    _MISSED,
    tuple_(*_BY_READY)
    > tuple_(
        bindparam("after_due", type_=UtcDateTime()),
        bindparam("after_position"),
        bindparam("after_uid"),
    ),
)
_OPEN_UNDATED = _plan(and_(OPEN, UNDATED), _BY_HAND)
_OPEN_UNDATED_PAGES = _paged(_OPEN_UNDATED, _AFTER_HAND)
_DONE = _plan(
    and_(ON_SHELF[Shelf.CLOSED], tasks.c.completed.is_not(None)),
    (tasks.c.completed.desc(), tasks.c.uid.desc()),
)
_DONE_PAGES = _paged(
    _DONE,
    tuple_(tasks.c.completed, tasks.c.uid)
    < tuple_(bindparam("after_due", type_=UtcDateTime()), bindparam("after_uid")),
)
_TRASH = _plan(ON_SHELF[Shelf.TRASH], (tasks.c.deleted.desc(), tasks.c.uid.desc()))
_TRASH_PAGES = _paged(
    _TRASH,
    tuple_(tasks.c.deleted, tasks.c.uid)
    < tuple_(bindparam("after_due", type_=UtcDateTime()), bindparam("after_uid")),
)
_PINNED_BETWEEN = _plan(
    and_(OPEN, _PINNED, IN_RANGE), (_plain(tasks.c.due_at), tasks.c.position, tasks.c.uid)
)
_PINNED_UNDATED = _plan(
    and_(OPEN, _PINNED, tasks.c.due_at.is_(None), _plain(tasks.c.parent_uid).is_(None)),
    (_plain(tasks.c.position), tasks.c.uid),
)
_PINNED_OF_GOAL = _plan(
    and_(
        OPEN,
        _PINNED,
        _plain(tasks.c.goal_uid) == bindparam("goal"),
        _plain(tasks.c.parent_uid).is_(None),
    ),
    _BY_HAND,
)
_OPEN_OF_GOAL = _plan(and_(OPEN, _OF_GOAL), _BY_HAND)
_GOAL_PAGES = _paged(_plan(and_(OPEN, _OF_GOAL), _BY_HAND), _AFTER_HAND)
_KEPT_BETWEEN = _plan(and_(KEPT, IN_RANGE), _BY_DUE)
#: In the order of `DueLine`'s fields.
_DUE_BETWEEN = (
    select(
        tasks.c.summary,
        tasks.c.status,
        tasks.c.due_date,
        tasks.c.due_time,
        tasks.c.due_zone,
        tasks.c.due_at,
        tasks.c.ready_at,
        tasks.c.lead,
        tasks.c.estimate,
        tasks.c.parent_uid,
        tasks.c.waiting_for,
        exists().where(
            task_attendees.c.account_id == tasks.c.account_id,
            task_attendees.c.task_uid == tasks.c.uid,
        ),
        _open_work(),
    )
    .where(MINE, KEPT, IN_RANGE)
    .order_by(*_BY_DUE)
)
_DONE_BETWEEN = _plan(
    and_(
        ON_SHELF[Shelf.CLOSED],
        tasks.c.completed >= FIRST,
        tasks.c.completed < LAST,
    ),
    (tasks.c.completed,),
)
_STEPS = _plan(and_(KEPT, tasks.c.parent_uid == bindparam("this")), _BY_HAND)
_FOLLOW_UPS = _plan(
    and_(
        OPEN,
        tasks.c.follow_up.is_not(None),
        tasks.c.follow_up <= bindparam("day", type_=tasks.c.follow_up.type),
        tasks.c.waiting_for.is_not(None),
    ),
    (tasks.c.follow_up, tasks.c.uid),
)
_STANDING_IN = _plan(
    and_(KEPT, tasks.c.replaces.is_not(None), tasks.c.replaces == bindparam("this")),
    (tasks.c.created, tasks.c.uid),
)
_ONE = _LINES.where(tasks.c.uid == bindparam("this"))
_SEVERAL = _LINES.where(tasks.c.uid.in_(bindparam("these", expanding=True)))
_NEXT_READY = (
    _LINES.where(OPEN, IN_RANGE, tasks.c.due_time.is_not(None), tasks.c.lead.is_not(None))
    .order_by(tasks.c.ready_at, tasks.c.priority, tasks.c.uid)
    .limit(1)
)
_NEXT_DUE = (
    _LINES.where(OPEN, tasks.c.due_at >= FIRST, tasks.c.due_time.is_not(None))
    .order_by(*_BY_DUE)
    .limit(1)
)
#: Where a page ended: ``(due or None, position, uid)`` of its last row.
Key = tuple[datetime | None, str, str]


def _fetch(
    unit: UnitOfWork, statement: Select[*tuple[Any, ...]], values: Mapping[str, Any]
) -> list[TaskLine]:
    return list(map(TaskLine._make, unit.execute(statement, values).all()))


def _page(
    unit: UnitOfWork,
    pages: tuple[Select[*tuple[Any, ...]], Select[*tuple[Any, ...]]],
    after: Key | None,
    limit: int,
    values: Mapping[str, Any],
) -> list[TaskLine]:
    if after is None:
        return _fetch(unit, pages[0], {"limit": limit, **values})
    due, position, uid = after
    keys = {"after_due": due, "after_position": position, "after_uid": uid}
    return _fetch(unit, pages[1], {"limit": limit, **keys, **values})


def open_between(unit: UnitOfWork, first: datetime, last: datetime) -> list[TaskLine]:
    """Open tasks with ``first <= due < last``, by due."""
    return _fetch(unit, _OPEN_BETWEEN, {"first": first, "last": last})


def open_between_page(
    unit: UnitOfWork, first: datetime, last: datetime, after: Key | None, limit: int
) -> list[TaskLine]:
    """At most `limit` of `open_between`, those behind `after`."""
    return _page(unit, _OPEN_BETWEEN_PAGES, after, limit, {"first": first, "last": last})


def missed(unit: UnitOfWork, now: datetime) -> list[TaskLine]:
    """Open tasks that should have been ready before `now`, those longest ago first."""
    return _fetch(unit, _MISSED, {"now": now})


def missed_page(unit: UnitOfWork, now: datetime, after: Key | None, limit: int) -> list[TaskLine]:
    """At most `limit` of `missed`; in the key, ready stands for due."""
    return _page(unit, _MISSED_PAGES, after, limit, {"now": now})


def open_undated(unit: UnitOfWork) -> list[TaskLine]:
    """Open tasks without a due, by hand; undated steps stay with their parents."""
    return _fetch(unit, _OPEN_UNDATED, {})


def open_undated_page(unit: UnitOfWork, after: Key | None, limit: int) -> list[TaskLine]:
    """At most `limit` of `open_undated`, those behind `after`."""
    return _page(unit, _OPEN_UNDATED_PAGES, after, limit, {})


def done(unit: UnitOfWork) -> list[TaskLine]:
    """Completed tasks, the latest first."""
    return _fetch(unit, _DONE, {})


def done_page(unit: UnitOfWork, after: Key | None, limit: int) -> list[TaskLine]:
    """At most `limit` of `done`; in the key, completed stands for due."""
    return _page(unit, _DONE_PAGES, after, limit, {})


def trash(unit: UnitOfWork) -> list[TaskLine]:
    """Deleted tasks, the latest first."""
    return _fetch(unit, _TRASH, {})


def trash_page(unit: UnitOfWork, after: Key | None, limit: int) -> list[TaskLine]:
    """At most `limit` of `trash`; in the key, deleted stands for due."""
    return _page(unit, _TRASH_PAGES, after, limit, {})


def of_goal_page(unit: UnitOfWork, goal: str, after: Key | None, limit: int) -> list[TaskLine]:
    """Open tasks of a goal, by hand, steps aside."""
    return _page(unit, _GOAL_PAGES, after, limit, {"goal": goal})


def open_of_goal(unit: UnitOfWork, goal: str) -> list[TaskLine]:
    """All open tasks of a goal, by hand, steps aside."""
    return _fetch(unit, _OPEN_OF_GOAL, {"goal": goal})


def pinned_between(unit: UnitOfWork, first: datetime, last: datetime) -> list[TaskLine]:
    """Pinned open tasks with ``first <= due < last``, by due."""
    return _fetch(unit, _PINNED_BETWEEN, {"first": first, "last": last})


def pinned_undated(unit: UnitOfWork) -> list[TaskLine]:
    """Pinned open tasks without a due, by hand; undated steps stay with their parents."""
    return _fetch(unit, _PINNED_UNDATED, {})


def pinned_of_goal(unit: UnitOfWork, goal: str) -> list[TaskLine]:
    """Pinned open tasks of a goal, by hand, steps aside."""
    return _fetch(unit, _PINNED_OF_GOAL, {"goal": goal})


def kept_between(unit: UnitOfWork, first: datetime, last: datetime) -> list[TaskLine]:
    """Tasks with ``first <= due < last``, open or not, trash aside, by due."""
    return _fetch(unit, _KEPT_BETWEEN, {"first": first, "last": last})


def due_between(unit: UnitOfWork, first: datetime, last: datetime) -> list[DueLine]:
    """Those of `kept_between`, without what a month does not show."""
    rows = unit.execute(_DUE_BETWEEN, {"first": first, "last": last})
    return list(map(DueLine._make, rows.all()))


def done_between(unit: UnitOfWork, first: datetime, last: datetime) -> list[TaskLine]:
    """Tasks with ``first <= completed < last``."""
    return _fetch(unit, _DONE_BETWEEN, {"first": first, "last": last})


def steps_of(unit: UnitOfWork, uid: str) -> list[TaskLine]:
    """The direct steps of a task, by hand, trash aside."""
    return _fetch(unit, _STEPS, {"this": uid})


def to_follow_up(unit: UnitOfWork, day: date) -> list[TaskLine]:
    """Open tasks that wait for somebody who is to be asked again on `day` or was before."""
    return _fetch(unit, _FOLLOW_UPS, {"day": day})


def standing_in_for(unit: UnitOfWork, uid: str) -> list[TaskLine]:
    """The tasks that stand in for a task, trash aside, in the order in which they were made."""
    return _fetch(unit, _STANDING_IN, {"this": uid})


def one(unit: UnitOfWork, uid: str) -> TaskLine | None:
    """The line of one task, also from the trash."""
    return next(iter(_fetch(unit, _ONE, {"this": uid})), None)


def several(unit: UnitOfWork, uids: Sequence[str]) -> list[TaskLine]:
    """The lines of these tasks, in this order, also from the trash; some hundreds at most."""
    by_uid = {line.uid: line for line in _fetch(unit, _SEVERAL, {"these": uids})}
    return [by_uid[uid] for uid in uids if uid in by_uid]


def next_ready(unit: UnitOfWork, first: datetime, last: datetime) -> TaskLine | None:
    """Of the open tasks with a lead and ``first <= due < last``, the one to be ready first."""
    return next(iter(_fetch(unit, _NEXT_READY, {"first": first, "last": last})), None)


def next_due(unit: UnitOfWork, first: datetime) -> TaskLine | None:
    """The open task with a time that is due next, at `first` or later."""
    return next(iter(_fetch(unit, _NEXT_DUE, {"first": first})), None)
