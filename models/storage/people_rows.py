"""Reading and writing people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, func, insert, select, union, union_all, update

from models.person import Person
from models.storage.conditions import MINE, OPEN
from models.storage.guard import ACCOUNT
from models.storage.tables import Shelf, people, proposals, task_attendees, tasks
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
_WITH_NAMES = tasks.join(
    task_attendees,
    (task_attendees.c.account_id == tasks.c.account_id)
    & (task_attendees.c.task_uid == tasks.c.uid),
)
_named = (
    select(task_attendees.c.name)
    .select_from(_WITH_NAMES)
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
_THESE = bindparam("these", expanding=True)
_every_name = union(
    select(task_attendees.c.name.label("name")).select_from(_WITH_NAMES).where(MINE),
    select(tasks.c.waiting_for).where(MINE, tasks.c.waiting_for.is_not(None)),
    select(proposals.c.person).where(proposals.c.account_id == bindparam(ACCOUNT)),
).subquery()
_EVERY_NAME = select(_every_name.c.name)
_naming = union(
    select(tasks.c.uid.label("uid"))
    .select_from(_WITH_NAMES)
    .where(MINE, task_attendees.c.name.in_(_THESE)),
    select(tasks.c.uid).where(MINE, tasks.c.waiting_for.in_(_THESE)),
).subquery()
_TASKS_NAMING = select(_naming.c.uid)
_open_names = union(
    select(task_attendees.c.name.label("name"), tasks.c.uid.label("uid"))
    .select_from(_WITH_NAMES)
    .where(MINE, OPEN),
    select(tasks.c.waiting_for, tasks.c.uid).where(MINE, OPEN, tasks.c.waiting_for.is_not(None)),
).subquery()
_OPEN_COUNTS = (
    select(_open_names.c.name, func.count())
    .group_by(_open_names.c.name)
    .order_by(func.count().desc(), _open_names.c.name)
)
_WAITING = (
    select(tasks.c.uid, tasks.c.waiting_for, tasks.c.follow_up)
    .where(MINE, OPEN, tasks.c.waiting_for.is_not(None))
    .order_by(tasks.c.follow_up.is_(None), tasks.c.follow_up, tasks.c.uid)
    .limit(bindparam("limit"))
)
#: Nobody asks more people than this at once.
_MOST_WAITING = 300


class Wait(NamedTuple):
    """An open task that waits for somebody, and the day on which they are asked again."""

    uid: str
    name: str
    follow_up: date | None


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


def every_name(unit: UnitOfWork) -> tuple[str, ...]:
    """Every name that tasks, those in the trash too, and proposals have, as it is spelled."""
    return tuple(unit.execute(_EVERY_NAME).scalars())


def tasks_naming(unit: UnitOfWork, names: Iterable[str]) -> tuple[str, ...]:
    """The uids of the tasks, those in the trash too, that name or wait for any of `names`."""
    return tuple(unit.execute(_TASKS_NAMING, {"these": tuple(names)}).scalars())


def open_counts(unit: UnitOfWork) -> tuple[tuple[str, int], ...]:
    """How many open tasks name or wait for each, those named most first; as it is spelled."""
    return tuple((name, count) for name, count in unit.execute(_OPEN_COUNTS))


def waiting(unit: UnitOfWork) -> tuple[Wait, ...]:
    """What waits for somebody, whom to ask first first."""
    return tuple(Wait(*row) for row in unit.execute(_WAITING, {"limit": _MOST_WAITING}))


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
