"""Reading and writing the parts of a task that have rows of their own.

Its categories, attendees and reminders, each a tuple by the name of its field.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import bindparam, delete, select

from models.storage.guard import ACCOUNT
from models.storage.ready_made import RowInsert
from models.storage.tables import task_attendees, task_categories, task_reminders
from models.storage.unit import UnitOfWork
from models.task import Reminder, ReminderAnchor

#: The fields of a task that are kept here.
FIELDS = ("categories", "attendees", "reminders")

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


def read(unit: UnitOfWork, uid: str) -> dict[str, Any]:
    """The parts of the task `uid`, by field."""
    this = {"this": uid}
    parts: dict[str, Any] = {
        field: tuple(unit.execute(statement, this).scalars())
        for field, statement in _READ_NAMES.items()
    }
    parts["reminders"] = tuple(
        Reminder(ReminderAnchor(anchor), offset, at)
        for anchor, offset, at in unit.execute(_READ_REMINDERS, this)
    )
    return parts


def write(unit: UnitOfWork, uid: str, field: str, values: tuple[Any, ...], *, is_new: bool) -> None:
    """Write one part of the task `uid` in place of what it had; `is_new`: it had none."""
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
