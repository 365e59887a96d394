"""Open tasks as the rules of reminding see them, and the notices that are held back.

Knows rows only: which of them remind, and when, says `models.reminding`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, and_, bindparam, delete, func, insert, or_, select

from models.holding import Held
from models.moment import Moment
from models.reminding import NoticeKind, Reminded
from models.storage.conditions import MINE, OPEN
from models.storage.guard import ACCOUNT
from models.storage.tables import held_notices, task_reminders, tasks
from models.storage.types import EPOCH, UtcDateTime
from models.storage.unit import UnitOfWork
from models.task import Reminder, ReminderAnchor

_NONE = timedelta(0)
_COLUMNS = (
    tasks.c.uid,
    tasks.c.summary,
    tasks.c.lead,
    tasks.c.last_modified,
    *(
        tasks.c[f"{name}_{part}"]
        for name in ("dtstart", "due")
        for part in ("date", "time", "zone")
    ),
)
_FIRST = bindparam("first", type_=UtcDateTime())
_LAST = bindparam("last", type_=UtcDateTime())
_DUE_AROUND = select(*_COLUMNS).where(
    MINE, OPEN, tasks.c.due_at >= _FIRST, tasks.c.ready_at < _LAST
)
_MY_REMINDERS = task_reminders.c.account_id == bindparam(ACCOUNT)
_IS_FIXED = task_reminders.c.anchor == ReminderAnchor.AT.value
_OFFSETS = select(func.min(task_reminders.c.offset), func.max(task_reminders.c.offset)).where(
    _MY_REMINDERS, ~_IS_FIXED
)
_EARLIEST = bindparam("earliest", type_=UtcDateTime())
_LATEST = bindparam("latest", type_=UtcDateTime())
_OWN = (
    select(
        task_reminders.c.task_uid,
        task_reminders.c.anchor,
        task_reminders.c.offset,
        task_reminders.c.at,
        *_COLUMNS,
    )
    .select_from(
        task_reminders.join(
            tasks,
            and_(
                tasks.c.account_id == task_reminders.c.account_id,
                tasks.c.uid == task_reminders.c.task_uid,
            ),
        )
    )
    .where(
        _MY_REMINDERS,
        MINE,
        OPEN,
        or_(
            and_(_IS_FIXED, task_reminders.c.at.between(_FIRST, _LAST)),
            and_(
                ~_IS_FIXED,
                or_(
                    tasks.c.due_at.between(_EARLIEST, _LATEST),
                    tasks.c.ready_at.between(_EARLIEST, _LATEST),
                    tasks.c.start_at.between(_EARLIEST, _LATEST),
                ),
            ),
        ),
    )
    .order_by(task_reminders.c.task_uid, task_reminders.c.place)
)
_MY_HELD = held_notices.c.account_id == bindparam(ACCOUNT)
_HELD = select(
    held_notices.c.task_uid,
    held_notices.c.kind,
    held_notices.c.at,
    held_notices.c.until,
    held_notices.c.is_snoozed,
).where(_MY_HELD)
_HELD_TASKS = (
    select(*_COLUMNS)
    .select_from(
        held_notices.join(
            tasks,
            and_(
                tasks.c.account_id == held_notices.c.account_id,
                tasks.c.uid == held_notices.c.task_uid,
            ),
        )
    )
    .where(_MY_HELD, MINE, OPEN)
)
_HELD_OWN = (
    select(
        task_reminders.c.task_uid,
        task_reminders.c.anchor,
        task_reminders.c.offset,
        task_reminders.c.at,
    )
    .select_from(
        held_notices.join(
            task_reminders,
            and_(
                task_reminders.c.account_id == held_notices.c.account_id,
                task_reminders.c.task_uid == held_notices.c.task_uid,
            ),
        )
    )
    .where(_MY_HELD, _MY_REMINDERS)
)
_RELEASE = delete(held_notices).where(_MY_HELD, held_notices.c.task_uid == bindparam("this"))
_HOLD = insert(held_notices)


def remindable(unit: UnitOfWork, first: datetime, last: datetime) -> tuple[Reminded, ...]:
    """Open tasks that may have a notice of any kind between two UTC instants.

    Those whose ready-by or due lies around there, those with reminders of their own that may
    fall there (with these, not with their others), and those with a notice held back (with all).
    """
    own: defaultdict[str, list[Reminder]] = defaultdict(list)
    rows: dict[str, Row[Any]] = {}
    low, high = unit.execute(_OFFSETS).one()
    bounds = {
        "first": first,
        "last": last,
        "earliest": max(first - (high or _NONE), EPOCH),
        "latest": last - (low or _NONE),
    }
    for row in unit.execute(_OWN, bounds):
        rows[row.uid] = row
        own[row.uid].append(Reminder(ReminderAnchor(row.anchor), row.offset, row.at))
    for uid, anchor, offset, at in unit.execute(_HELD_OWN):
        own[uid].append(Reminder(ReminderAnchor(anchor), offset, at))
    for row in unit.execute(_DUE_AROUND, {"first": first, "last": last}):
        rows.setdefault(row.uid, row)
    for row in unit.execute(_HELD_TASKS):
        rows.setdefault(row.uid, row)
    return tuple(_reminded(row, tuple(own.get(uid, ()))) for uid, row in rows.items())


def held(unit: UnitOfWork) -> dict[str, Held]:
    """Every notice that is held back, by the uid of its task."""
    return {
        uid: Held(uid, NoticeKind(kind), at, until, is_snoozed)
        for uid, kind, at, until, is_snoozed in unit.execute(_HELD)
    }


def hold(unit: UnitOfWork, one: Held) -> None:
    """Hold a notice back, in the place of the task's one before."""
    release(unit, (one.uid,))
    unit.execute(
        _HOLD,
        {
            "task_uid": one.uid,
            "kind": one.kind.value,
            "at": one.at,
            "until": one.until,
            "is_snoozed": one.is_snoozed,
        },
    )


def release(unit: UnitOfWork, uids: Iterable[str]) -> None:
    """Hold nothing back of these tasks any longer."""
    for uid in uids:
        unit.execute(_RELEASE, {"this": uid})


def _reminded(row: Row[Any], reminders: tuple[Reminder, ...]) -> Reminded:
    return Reminded(
        row.uid,
        row.summary,
        Moment(row.dtstart_date, row.dtstart_time, row.dtstart_zone) if row.dtstart_date else None,
        Moment(row.due_date, row.due_time, row.due_zone) if row.due_date else None,
        row.lead,
        row.last_modified,
        reminders,
    )
