"""Reading and writing goals, with how far each is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, insert, literal_column, select, update

from models.goal import Goal, GoalColor, Role
from models.storage.guard import ACCOUNT
from models.storage.ready_made import RowLookup
from models.storage.tables import Shelf, goal_members, goals, tasks
from models.storage.unit import UnitOfWork

_MINE = goals.c.account_id == bindparam(ACCOUNT)
_THIS = goals.c.uid == bindparam("this")
_FIELDS = [
    "uid",
    "name",
    "created",
    "last_modified",
    "description",
    "category",
    "color",
    "icon",
    "pinned",
    "archived",
    "position",
    "sequence",
    "deleted",
    "default_lead",
]
_COUNTED = (
    select(func.count())
    .select_from(tasks)
    .where(
        tasks.c.account_id == goals.c.account_id,
        tasks.c.goal_uid == goals.c.uid,
        tasks.c.parent_uid.is_(None),
    )
    .correlate(goals)
)
_READ = (
    select(
        *(goals.c[name] for name in _FIELDS),
        _COUNTED.where(tasks.c.shelf == Shelf.CLOSED.value, tasks.c.status == "COMPLETED")
        .scalar_subquery()
        .label("tasks_done"),
        _COUNTED.where(tasks.c.shelf < Shelf.TRASH.value, tasks.c.status != "CANCELLED")
        .scalar_subquery()
        .label("tasks_total"),
    )
    .where(_MINE)
    .order_by(goals.c.position, goals.c.uid)
)
_READ_ALL = _READ.where(goals.c.deleted.is_(None))
_READ_ONE = _READ.where(_THIS)
_NAMES = (
    select(goals.c.uid, goals.c.name)
    .where(_MINE, goals.c.deleted.is_(None))
    .order_by(goals.c.position, goals.c.uid)
)
_KEPT = RowLookup(select(goals.c.uid).where(_MINE, _THIS, goals.c.deleted.is_(None)))
_LEAD = RowLookup(select(goals.c.default_lead).where(_MINE, _THIS))
_ADD = insert(goals)
_ADD_MEMBER = insert(goal_members)
_PURGE = delete(goals).where(_MINE, _THIS)
_TRASHED_UNTIL = (
    select(goals.c.uid)
    .where(_MINE, goals.c.deleted <= bindparam("until", type_=goals.c.deleted.type))
    .order_by(goals.c.uid)
)
_HELD = (
    select(func.count())
    .select_from(tasks)
    .where(
        tasks.c.account_id == bindparam(ACCOUNT),
        tasks.c.goal_uid == bindparam("this"),
        tasks.c.parent_uid.is_(None),
        tasks.c.shelf < literal_column(str(Shelf.TRASH.value)),
    )
)
_TASKS_OF = select(tasks.c.uid).where(
    tasks.c.account_id == bindparam(ACCOUNT),
    tasks.c.goal_uid == bindparam("this"),
)


def read(unit: UnitOfWork, uid: str) -> Goal | None:
    """The goal `uid`, also from the trash; None when there is none."""
    row = unit.execute(_READ_ONE, {"this": uid}).one_or_none()
    return _goal(row) if row else None


def is_kept(unit: UnitOfWork, uid: str) -> bool:
    """Whether there is a goal of that uid, trash aside."""
    return unit.find(_KEPT, this=uid) is not None


def default_lead(unit: UnitOfWork, uid: str) -> timedelta | None:
    """How long before its time a new task of the goal must be ready; None: it says nothing."""
    found = unit.find(_LEAD, this=uid)
    return None if found is None or found[0] is None else timedelta(seconds=found[0])


def read_all(unit: UnitOfWork) -> tuple[Goal, ...]:
    """Every goal, archived ones too, in their manual order."""
    return tuple(_goal(row) for row in unit.execute(_READ_ALL))


def named(unit: UnitOfWork, name: str) -> str | None:
    """The uid of a goal of that name, letter case aside."""
    # SQLite knows letter case in ASCII only.
    wanted = name.casefold()
    rows = unit.execute(_NAMES)
    return next((uid for uid, each in rows if each.casefold() == wanted), None)


def names(unit: UnitOfWork) -> dict[str, str]:
    """The name of every goal by its uid, trash aside."""
    return {uid: name for uid, name in unit.execute(_NAMES)}


def tasks_of(unit: UnitOfWork, uid: str) -> tuple[str, ...]:
    """The uids of the goal's tasks, those in the trash too."""
    return tuple(unit.execute(_TASKS_OF, {"this": uid}).scalars())


def count_held(unit: UnitOfWork, uid: str) -> int:
    """How many tasks the goal holds, open or not, steps and the trash aside."""
    return unit.execute(_HELD, {"this": uid}).scalar_one()


def trashed_until(unit: UnitOfWork, until: datetime) -> tuple[str, ...]:
    """The uids of the goals that were in the trash by then."""
    return tuple(unit.execute(_TRASHED_UNTIL, {"until": until}).scalars())


def add(unit: UnitOfWork, goal: Goal) -> None:
    """Write a new goal; the account is its owner."""
    unit.execute(_ADD, {name: getattr(goal, name) for name in _FIELDS})
    unit.execute(
        _ADD_MEMBER, {"goal_uid": goal.uid, "member_id": unit.account_id, "role": Role.OWNER.value}
    )


def change(unit: UnitOfWork, goal: Goal, fields: Iterable[str]) -> None:
    """Write the named `fields` of `goal`."""
    named: dict[Any, Any] = {name: getattr(goal, name) for name in fields}
    unit.execute(update(goals).where(_MINE, _THIS).values(named), {"this": goal.uid})


def purge(unit: UnitOfWork, uid: str) -> None:
    """Take the goal, which no task may name any more, out of the file."""
    unit.execute(_PURGE, {"this": uid})


def _goal(row: Row[Any]) -> Goal:
    values = dict(row._mapping)
    values["color"] = GoalColor(values["color"])
    return Goal(**values)
