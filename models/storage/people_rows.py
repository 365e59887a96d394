"""Reading and writing people."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, union_all, update

from models.person import Person
from models.storage.guard import ACCOUNT
from models.storage.tables import Shelf, people, task_attendees, tasks
from models.storage.unit import UnitOfWork

_FIELDS = (
    "uid",
    "name",
    "created",
    "last_modified",
    "channel",
    "language",
    "position",
    "sequence",
)
_CHANGED = ("name", "last_modified", "channel", "language", "position", "sequence")
_MINE = people.c.account_id == bindparam(ACCOUNT)
_THIS = people.c.uid == bindparam("this")
_READ = select(*(people.c[name] for name in _FIELDS)).where(_MINE)
_READ_ONE = _READ.where(_THIS)
_READ_ALL = _READ.order_by(people.c.position, people.c.uid)
_ADD = insert(people)
_CHANGE = (
    update(people)
    .where(_MINE, _THIS)
    .values({name: bindparam(f"new_{name}", type_=people.c[name].type) for name in _CHANGED})
)
_named = (
    select(task_attendees.c.name)
    .select_from(
        tasks.join(
            task_attendees,
            (task_attendees.c.account_id == tasks.c.account_id)
            & (task_attendees.c.task_uid == tasks.c.uid),
        )
    )
    .where(tasks.c.account_id == bindparam(ACCOUNT), tasks.c.shelf < Shelf.TRASH.value)
)
_waited = select(tasks.c.waiting_for.label("name")).where(
    tasks.c.account_id == bindparam(ACCOUNT),
    tasks.c.shelf < Shelf.TRASH.value,
    tasks.c.follow_up.is_not(None),
    tasks.c.waiting_for.is_not(None),
)
_names = union_all(_named, _waited).subquery()
_IN_TASKS = (
    select(_names.c.name)
    .group_by(_names.c.name)
    .order_by(func.count().desc(), _names.c.name)
    .limit(bindparam("limit"))
)
_TAKE = delete(people).where(_MINE, _THIS)


def read(unit: UnitOfWork, uid: str) -> Person | None:
    """The person `uid`; None when there is none."""
    row = unit.execute(_READ_ONE, {"this": uid}).one_or_none()
    return Person(*row) if row else None


def read_all(unit: UnitOfWork) -> tuple[Person, ...]:
    """Everybody, in manual order."""
    return tuple(Person(*row) for row in unit.execute(_READ_ALL))


def named(unit: UnitOfWork, name: str) -> Person | None:
    """The person of that name, letter case aside."""
    # SQLite knows letter case in ASCII only.
    wanted = name.casefold()
    return next((each for each in read_all(unit) if each.name.casefold() == wanted), None)


def names_in_tasks(unit: UnitOfWork, limit: int) -> tuple[str, ...]:
    """Whom tasks name, those named most first; none of tasks in the trash alone."""
    return tuple(unit.execute(_IN_TASKS, {"limit": limit}).scalars())


def add(unit: UnitOfWork, person: Person) -> None:
    """Write a new one."""
    unit.execute(_ADD, asdict(person))


def change(unit: UnitOfWork, person: Person) -> None:
    """Write what may change of one."""
    values: dict[str, Any] = {f"new_{name}": getattr(person, name) for name in _CHANGED}
    unit.execute(_CHANGE, {"this": person.uid, **values})


def take(unit: UnitOfWork, uid: str) -> None:
    """Take one out of the file; tasks keep the name."""
    unit.execute(_TAKE, {"this": uid})
