"""Reading and writing whole tasks: the rows of a task and of its parts.

Values go in and come out by field name; the derived columns (`shelf` and the
``*_at`` ones) are worked out here, for the reader's zone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
from models.storage import word_rows
from models.storage.guard import ACCOUNT
from models.storage.ready_made import RowInsert, RowLookup
from models.storage.tables import Shelf, task_attendees, task_categories, task_reminders, tasks
from models.storage.unit import UnitOfWork
from models.task import Reminder, ReminderAnchor, RepeatFrom, Status, Task


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
_READ_ONE = _READ.where(_MINE, _THIS)
_ADD = RowInsert(tasks)
_PARTS = {"categories": task_categories, "attendees": task_attendees}
_READ_NAMES = {
    field: select(table.c.name)
    .where(table.c.account_id == bindparam(ACCOUNT), table.c.task_uid == bindparam("this"))
    .order_by(table.c.name)
    for field, table in _PARTS.items()
}
_CLEAR_NAMES = {
    field: delete(table).where(
        table.c.account_id == bindparam(ACCOUNT), table.c.task_uid == bindparam("this")
    )
    for field, table in _PARTS.items()
}
_ADD_NAMES = {field: RowInsert(table) for field, table in _PARTS.items()}
_READ_REMINDERS = (
    select(task_reminders.c.anchor, task_reminders.c.offset, task_reminders.c.at)
    .where(
        task_reminders.c.account_id == bindparam(ACCOUNT),
        task_reminders.c.task_uid == bindparam("this"),
    )
    .order_by(task_reminders.c.place)
)
_CLEAR_REMINDERS = delete(task_reminders).where(
    task_reminders.c.account_id == bindparam(ACCOUNT),
    task_reminders.c.task_uid == bindparam("this"),
)
_ADD_REMINDER = RowInsert(task_reminders)
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
_EPHEMERAL = select(
    tasks.c.uid,
    tasks.c.lead,
    *(
        tasks.c[f"{name}_{part}"]
        for name in ("dtstart", "due")
        for part in ("date", "time", "zone")
    ),
).where(
    _MINE,
    (tasks.c.due_date.is_not(None) & tasks.c.due_zone.is_(None))
    | (tasks.c.dtstart_date.is_not(None) & tasks.c.dtstart_zone.is_(None)),
)
_REDERIVE = (
    update(tasks)
    .where(_MINE, _THIS)
    .values({name: bindparam(f"new_{name}") for name in ("start_at", "due_at", "ready_at")})
)

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

_updates: dict[frozenset[str], Any] = {}


def read(unit: UnitOfWork, uid: str, *, with_parts: bool = True) -> Task | None:
    """The task `uid`, also from the trash; None when there is none.

    Without parts its categories, attendees and reminders are left empty, which
    is enough, and cheaper, for a change of status.
    """
    row = unit.execute(_READ_ONE, {"this": uid}).one_or_none()
    if row is None:
        return None
    if not with_parts:
        return _task(row, {})
    this = {"this": uid}
    parts: dict[str, Any] = {
        field: tuple(unit.execute(statement, this).scalars())
        for field, statement in _READ_NAMES.items()
    }
    parts["reminders"] = tuple(
        Reminder(ReminderAnchor(anchor), offset, at)
        for anchor, offset, at in unit.execute(_READ_REMINDERS, this)
    )
    return _task(row, parts)


def add(unit: UnitOfWork, task: Task, home: ZoneInfo) -> None:
    """Write a new task and its parts, its derived columns for a reader in `home`."""
    values = {name: getattr(task, name) for name in _PLAIN}
    unit.insert(_ADD, {"uid": task.uid, **values, **_columns(task, home)})
    for field in ("categories", "attendees", "reminders"):
        if names := getattr(task, field):
            _write_part(unit, task.uid, field, names, is_new=True)
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
    for field in ("categories", "attendees", "reminders"):
        if field in named:
            _write_part(unit, task.uid, field, getattr(task, field), is_new=False)


def purge(unit: UnitOfWork, uid: str) -> None:
    """Take the task out of the file, with its time entries; steps must have gone before."""
    word_rows.take(unit, uid)
    unit.execute(_PURGE, {"this": uid})


def subtree(unit: UnitOfWork, uid: str) -> tuple[str, ...]:
    """The uid and those of its steps at every depth, parents first."""
    return tuple(unit.execute(_SUBTREE, {"this": uid}).scalars())


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


def rederive(unit: UnitOfWork, home: ZoneInfo) -> int:
    """Work out anew, for a reader in `home`, the instants that depend on where one is."""
    rows = [
        {
            "this": row.uid,
            **{
                f"new_{name}": value
                for name, value in _instants(
                    Moment(row.dtstart_date, row.dtstart_time, row.dtstart_zone)
                    if row.dtstart_date
                    else None,
                    Moment(row.due_date, row.due_time, row.due_zone) if row.due_date else None,
                    row.lead,
                    home,
                ).items()
            },
        }
        for row in unit.execute(_EPHEMERAL)
    ]
    if rows:
        unit.execute(_REDERIVE, rows)
    return len(rows)


def _task(row: Row[Any], parts: Mapping[str, Any]) -> Task:
    values = row._mapping
    plain: dict[str, Any] = {name: values[name] for name in _PLAIN}
    plain["status"] = Status(plain["status"])
    plain["repeat_from"] = RepeatFrom(plain["repeat_from"])
    for name in ("dtstart", "due"):
        day = values[f"{name}_date"]
        plain[name] = Moment(day, values[f"{name}_time"], values[f"{name}_zone"]) if day else None
    return Task(uid=row.uid, goal=row.goal_uid, parent=row.parent_uid, **plain, **parts)


def _instants(
    dtstart: Moment | None, due: Moment | None, lead: Any, home: ZoneInfo
) -> dict[str, Any]:
    due_at = due.instant(home) if due else None
    ready_at = due_at
    if due_at is not None and lead is not None and due is not None and due.time is not None:
        ready_at = due_at - lead
    return {
        "start_at": dtstart.instant(home) if dtstart else None,
        "due_at": due_at,
        "ready_at": ready_at,
    }


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
        **_instants(task.dtstart, task.due, task.lead, home),
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


def _write_part(
    unit: UnitOfWork, uid: str, field: str, values: tuple[Any, ...], *, is_new: bool
) -> None:
    this = {"this": uid}
    if field == "reminders":
        if not is_new:
            unit.execute(_CLEAR_REMINDERS, this)
        rows = [
            {"task_uid": uid, "place": place, "anchor": r.anchor, "offset": r.offset, "at": r.at}
            for place, r in enumerate(values)
        ]
        if rows:
            unit.insert(_ADD_REMINDER, *rows)
        return
    if not is_new:
        unit.execute(_CLEAR_NAMES[field], this)
    if values:
        unit.insert(_ADD_NAMES[field], *({"task_uid": uid, "name": name} for name in values))
