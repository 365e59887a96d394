"""Reading and writing people."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update

from models.person import Person
from models.storage.guard import ACCOUNT
from models.storage.tables import people
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
