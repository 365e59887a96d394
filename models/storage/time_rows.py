"""Reading and writing time entries: the stretches of work on tasks."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, delete, or_, select, update

from models.storage.guard import ACCOUNT
from models.storage.ready_made import RowInsert, RowsRead
from models.storage.tables import tasks, time_entries
from models.storage.types import UtcDateTime
from models.storage.unit import UnitOfWork
from models.time_spent import Running, TimeEntry, Worked

_MINE = time_entries.c.account_id == bindparam(ACCOUNT)
_THIS = time_entries.c.uid == bindparam("this")
_READ = select(
    time_entries.c.uid,
    time_entries.c.task_uid,
    time_entries.c.started,
    time_entries.c.ended,
    time_entries.c.note,
)
_ONE = _READ.where(_MINE, _THIS)
_OF_TASK = _READ.where(_MINE, time_entries.c.task_uid == bindparam("this")).order_by(
    time_entries.c.started.desc(), time_entries.c.uid.desc()
)
_WITH_TASK = time_entries.join(
    tasks,
    and_(
        tasks.c.account_id == time_entries.c.account_id,
        tasks.c.uid == time_entries.c.task_uid,
    ),
)
_RUNNING = RowsRead(
    _READ.add_columns(tasks.c.summary)
    .select_from(_WITH_TASK)
    .where(_MINE, time_entries.c.ended.is_(None))
)
_BETWEEN = (
    _READ.add_columns(tasks.c.summary, tasks.c.goal_uid)
    .select_from(_WITH_TASK)
    .where(
        _MINE,
        time_entries.c.started < bindparam("last", type_=UtcDateTime()),
        or_(
            time_entries.c.ended.is_(None),
            time_entries.c.ended > bindparam("first", type_=UtcDateTime()),
        ),
    )
    .order_by(time_entries.c.started, time_entries.c.uid)
)
_ADD = RowInsert(time_entries)
_CHANGE = (
    update(time_entries)
    .where(_MINE, _THIS)
    .values(
        {
            name: bindparam(f"new_{name}", type_=time_entries.c[name].type)
            for name in ("started", "ended", "note")
        }
    )
)
_DELETE = delete(time_entries).where(_MINE, _THIS)


def read(unit: UnitOfWork, uid: str) -> TimeEntry | None:
    """The entry `uid`; None when there is none."""
    row = unit.execute(_ONE, {"this": uid}).one_or_none()
    return _entry(row) if row else None


def of_task(unit: UnitOfWork, uid: str) -> tuple[TimeEntry, ...]:
    """The entries of the task `uid`, the latest first."""
    return tuple(_entry(row) for row in unit.execute(_OF_TASK, {"this": uid}))


def running(unit: UnitOfWork) -> Running | None:
    """The account's timer that runs; None when none does."""
    found = unit.read(_RUNNING, lambda row: Running(TimeEntry(*row[:-1]), row[-1]))
    return found[0] if found else None


def between(unit: UnitOfWork, first: datetime, last: datetime) -> tuple[Worked, ...]:
    """The entries that reach into ``first <= instant < last`` (aware), the earliest first."""
    rows = unit.execute(_BETWEEN, {"first": first, "last": last})
    return tuple(Worked(_entry(row), row.summary, row.goal_uid) for row in rows)


def write(unit: UnitOfWork, entry: TimeEntry, *, is_new: bool) -> None:
    """Add the entry, or change it; its task stays the same."""
    if is_new:
        values = {"uid": entry.uid, "task_uid": entry.task, "started": entry.started}
        unit.insert(_ADD, {**values, "ended": entry.ended, "note": entry.note})
        return
    values = {"new_started": entry.started, "new_ended": entry.ended, "new_note": entry.note}
    unit.execute(_CHANGE, {"this": entry.uid, **values})


def remove(unit: UnitOfWork, uid: str) -> None:
    """Take the entry out of the file."""
    unit.execute(_DELETE, {"this": uid})


def _entry(row: Row[Any]) -> TimeEntry:
    return TimeEntry(row.uid, row.task_uid, row.started, row.ended, row.note)
