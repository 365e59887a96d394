"""Reading and writing whole tasks: the rows of a task and of its parts.

Values go in and come out by field name; the derived columns (`shelf` and the
``*_at`` ones) are worked out here, for the reader's zone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import (
    Column,
    Row,
    bindparam,
    delete,
    func,
    literal,
    literal_column,
    select,
    tuple_,
    update,
)

from models.moment import Moment
from models.storage import derived_instants, part_rows, word_rows
from models.storage.guard import ACCOUNT
from models.storage.ready_made import RowInsert, RowLookup, RowsRead
from models.storage.tables import Shelf, tasks
from models.storage.unit import UnitOfWork
from models.task import RepeatFrom, Status, Task


class Placed(NamedTuple):
    """Where a task stands in manual order: two of one position go by their uids."""

    position: str
    uid: str


_MINE = tasks.c.account_id == bindparam(ACCOUNT)
_THIS = tasks.c.uid == bindparam("this")

#: Fields with columns of their own name.
_PLAIN = [
    "summary",
    "description",
    "status",
    "priority",
    "lead",
    "estimate",
    "offset",
    "rrule",
    "repeat_from",
    "series",
    "recurrence_id",
    "series_start",
    "exdates",
    "series_fields",
    "passed_over",
    "percent_complete",
    "position",
    "pinned",
    "url",
    "created",
    "last_modified",
    "completed",
    "sequence",
    "deleted",
    "is_locked",
    "replaces",
    "waiting_for",
    "follow_up",
    "gap",
]
_READ = select(
    tasks.c.uid,
    *(tasks.c[name] for name in _PLAIN),
    *(
        tasks.c[f"{name}_{part}"]
        for name in ("dtstart", "due")
        for part in ("date", "time", "zone")
    ),
    tasks.c.goal_uid,
    tasks.c.parent_uid,
)
_READ_NAMES = [column.name for column in _READ.selected_columns]
_READ_ONE = RowsRead(_READ.where(_MINE, _THIS))
_ADD = RowInsert(tasks)
_PURGE = delete(tasks).where(_MINE, _THIS)
_TRASHED = (
    select(tasks.c.uid)
    .where(_MINE, tasks.c.shelf == literal_column(str(Shelf.TRASH.value)))
    .order_by(tasks.c.uid)
)
_TRASHED_UNTIL = _TRASHED.where(tasks.c.deleted <= bindparam("until", type_=tasks.c.deleted.type))
_MATCHING = (
    select(tasks.c.uid)
    .where(_MINE, tasks.c.uid >= bindparam("low"), tasks.c.uid < bindparam("high"))
    .order_by(tasks.c.uid)
    .limit(2)
)
_IN_SERIES = (
    select(tasks.c.uid)
    .where(_MINE, tasks.c.series == bindparam("series"), tasks.c.series.is_not(None))
    .where(tasks.c.shelf < literal_column(str(Shelf.TRASH.value)))
    .order_by(tasks.c.shelf, tasks.c.uid)
)
_LOCKED = select(tasks.c.uid).where(
    _MINE, tasks.c.parent_uid == bindparam("this"), tasks.c.is_locked
)
_PLACED = select(tasks.c.position, tasks.c.uid).where(_MINE, tasks.c.uid != bindparam("but"))
_PLACE = tuple_(tasks.c.position, tasks.c.uid)
_HERE = tuple_(bindparam("position"), bindparam("this"))
_BEHIND = (
    _PLACED.where(_PLACE > _HERE).order_by(tasks.c.position, tasks.c.uid).limit(bindparam("limit"))
)
_IN_FRONT = (
    _PLACED.where(_PLACE < _HERE)
    .order_by(tasks.c.position.desc(), tasks.c.uid.desc())
    .limit(bindparam("limit"))
)
_EXISTS = RowLookup(select(tasks.c.uid).where(_MINE, _THIS))
_COUNT = select(func.count()).select_from(tasks).where(_MINE)

_step = tasks.alias("step")
_tree = (
    select(tasks.c.uid.label("uid"), literal(0).label("depth"))
    .where(_MINE, _THIS)
    .cte("tree", recursive=True)
)
_tree = _tree.union_all(
    select(_step.c.uid, _tree.c.depth + 1).where(
        _step.c.account_id == bindparam(ACCOUNT), _step.c.parent_uid == _tree.c.uid
    )
)
_SUBTREE = select(_tree.c.uid).order_by(_tree.c.depth, _tree.c.uid)
_BELOW = (
    select(tasks.c.uid, tasks.c.parent_uid, tasks.c.shelf)
    .join(_tree, tasks.c.uid == _tree.c.uid)
    .where(_MINE, _tree.c.depth > 0, tasks.c.shelf < literal_column(str(Shelf.TRASH.value)))
    .order_by(_tree.c.depth, tasks.c.uid)
)

_updates: dict[frozenset[str], Any] = {}


def read(unit: UnitOfWork, uid: str, *, with_parts: bool = True) -> Task | None:
    """The task `uid`, also from the trash; None when there is none.

    Without parts its categories, attendees and reminders are left empty, which
    is enough, and cheaper, for a change of status.
    """
    found = unit.read(_READ_ONE, lambda row: dict(zip(_READ_NAMES, row, strict=True)), this=uid)
    if not found:
        return None
    return _task(found[0], part_rows.read(unit, uid) if with_parts else {})


def add(unit: UnitOfWork, task: Task, home: ZoneInfo) -> None:
    """Write a new task and its parts, its derived columns for a reader in `home`."""
    values = {name: getattr(task, name) for name in _PLAIN}
    unit.insert(_ADD, {"uid": task.uid, **values, **_columns(task, home)})
    for field in part_rows.FIELDS:
        if part := getattr(task, field):
            part_rows.write(unit, task.uid, field, part, is_new=True)
    word_rows.add(unit, task)


def change(unit: UnitOfWork, task: Task, fields: Iterable[str], home: ZoneInfo) -> None:
    """Write the named `fields` of `task`, and what is derived from them."""
    named = frozenset(fields)
    word_rows.change(unit, task, named)
    derived = _columns(task, home)
    values: dict[str, Any] = {name: getattr(task, name) for name in _PLAIN if name in named}
    for field, columns in _DERIVED.items():
        if field in named:
            values.update((column, derived[column]) for column in columns)
    if values:
        statement = _update_of(frozenset(values))
        unit.execute(statement, {"this": task.uid, **{f"new_{k}": v for k, v in values.items()}})
    for field in part_rows.FIELDS:
        if field in named:
            part_rows.write(unit, task.uid, field, getattr(task, field), is_new=False)


def purge(unit: UnitOfWork, uid: str) -> None:
    """Take the task out of the file, with its time entries; steps must have gone before."""
    word_rows.take(unit, uid)
    unit.execute(_PURGE, {"this": uid})


def subtree(unit: UnitOfWork, uid: str) -> tuple[str, ...]:
    """The uid and those of its steps at every depth, parents first."""
    return tuple(unit.execute(_SUBTREE, {"this": uid}).scalars())


def steps_below(unit: UnitOfWork, uid: str) -> Sequence[Row[tuple[str, str, int]]]:
    """``(uid, parent_uid, shelf)`` of its steps at every depth, parents first, trash aside."""
    return unit.execute(_BELOW, {"this": uid}).all()


def locked_steps(unit: UnitOfWork, uid: str) -> frozenset[str]:
    """The uids of the direct steps that are locked."""
    return frozenset(unit.execute(_LOCKED, {"this": uid}).scalars())


def in_series(unit: UnitOfWork, series: str) -> tuple[str, ...]:
    """The uids of a series, trash aside: open ones first, then by age."""
    return tuple(unit.execute(_IN_SERIES, {"series": series}).scalars())


def behind(unit: UnitOfWork, here: Placed, but: str, limit: int) -> tuple[Placed, ...]:
    """The next tasks in manual order, trash and steps too, the nearest first; not `but`."""
    return _placed(unit, _BEHIND, here, but, limit)


def in_front(unit: UnitOfWork, here: Placed, but: str, limit: int) -> tuple[Placed, ...]:
    """The tasks before `here` in manual order likewise, the nearest first."""
    return _placed(unit, _IN_FRONT, here, but, limit)


def _placed(
    unit: UnitOfWork, statement: Any, here: Placed, but: str, limit: int
) -> tuple[Placed, ...]:
    values = {"position": here.position, "this": here.uid, "but": but, "limit": limit}
    return tuple(map(Placed._make, unit.execute(statement, values)))


def trashed(unit: UnitOfWork, until: datetime | None = None) -> tuple[str, ...]:
    """The uids of what is in the trash; `until`: of what went there by then."""
    if until is None:
        return tuple(unit.execute(_TRASHED).scalars())
    return tuple(unit.execute(_TRASHED_UNTIL, {"until": until}).scalars())


def matching(unit: UnitOfWork, prefix: str) -> tuple[str, ...]:
    """Up to two uids that begin with `prefix`."""
    return tuple(unit.execute(_MATCHING, {"low": prefix, "high": prefix + "\U0010ffff"}).scalars())


def exists(unit: UnitOfWork, uid: str) -> bool:
    """Whether there is a task of that uid, also in the trash."""
    return unit.find(_EXISTS, this=uid) is not None


def count(unit: UnitOfWork) -> int:
    """How many tasks the account has, with the trash."""
    return unit.execute(_COUNT).scalar_one()


def _task(values: Mapping[str, Any], parts: Mapping[str, Any]) -> Task:
    plain: dict[str, Any] = {name: values[name] for name in _PLAIN}
    plain["status"] = Status(plain["status"])
    plain["repeat_from"] = RepeatFrom(plain["repeat_from"])
    for name in ("dtstart", "due"):
        day = values[f"{name}_date"]
        plain[name] = Moment(day, values[f"{name}_time"], values[f"{name}_zone"]) if day else None
    uid, goal, parent = values["uid"], values["goal_uid"], values["parent_uid"]
    return Task(uid=uid, goal=goal, parent=parent, **plain, **parts)


def shelf_of(status: Status, is_deleted: bool) -> Shelf:
    """Where indexes keep a task of this status."""
    if is_deleted:
        return Shelf.TRASH
    return Shelf.OPEN if status.is_open else Shelf.CLOSED


#: For each field that is not one plain column: the columns that follow from it.
_DERIVED: dict[str, tuple[str, ...]] = {
    "status": ("shelf",),
    "deleted": ("shelf",),
    "due": ("due_date", "due_time", "due_zone", "due_at", "ready_at"),
    "lead": ("ready_at",),
    "dtstart": ("dtstart_date", "dtstart_time", "dtstart_zone", "start_at"),
    "goal": ("goal_uid",),
    "parent": ("parent_uid",),
}


def _columns(task: Task, home: ZoneInfo) -> dict[str, Any]:
    columns: dict[str, Any] = {
        "shelf": shelf_of(task.status, task.deleted is not None).value,
        "goal_uid": task.goal,
        "parent_uid": task.parent,
        **derived_instants.instants(task.dtstart, task.due, task.lead, home),
    }
    for name in ("dtstart", "due"):
        moment: Moment | None = getattr(task, name)
        columns[f"{name}_date"] = moment.date if moment else None
        columns[f"{name}_time"] = moment.time if moment else None
        columns[f"{name}_zone"] = moment.zone if moment else None
    return columns


def _update_of(columns: frozenset[str]) -> Any:
    """The UPDATE of these columns, built once."""
    if (statement := _updates.get(columns)) is None:
        named: dict[str | Column[Any], Any] = {
            name: bindparam(f"new_{name}", type_=tasks.c[name].type) for name in sorted(columns)
        }
        statement = _updates[columns] = update(tasks).where(_MINE, _THIS).values(named)
    return statement
