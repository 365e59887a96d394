"""Which tags there are, and which tasks have them; as they are spelled, letter case and all."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import bindparam, func, select

from models.storage.guard import ACCOUNT
from models.storage.tables import Shelf, task_categories, tasks
from models.storage.unit import UnitOfWork
from models.tag import TagCount

_TAGGED = tasks.join(
    task_categories,
    (task_categories.c.account_id == tasks.c.account_id)
    & (task_categories.c.task_uid == tasks.c.uid),
)
_MINE = tasks.c.account_id == bindparam(ACCOUNT)
_THESE = task_categories.c.name.in_(bindparam("these", expanding=True))
_EACH_ONCE = func.count(tasks.c.uid.distinct())
_NUMBERS = (
    _EACH_ONCE.filter(tasks.c.shelf == Shelf.OPEN.value),
    _EACH_ONCE.filter(tasks.c.shelf < Shelf.TRASH.value),
)
_COUNTS = (
    select(task_categories.c.name, *_NUMBERS)
    .select_from(_TAGGED)
    .where(_MINE)
    .group_by(task_categories.c.name)
    .order_by(task_categories.c.name)
)
_COUNT_TOGETHER = select(*_NUMBERS).select_from(_TAGGED).where(_MINE, _THESE)
_TASKS_WITH = select(tasks.c.uid).select_from(_TAGGED).where(_MINE, _THESE).distinct()
_EDITED_ALONE = select(tasks.c.uid).where(_MINE, tasks.c.series_fields.is_not(None))


def counts(unit: UnitOfWork) -> tuple[TagCount, ...]:
    """Every spelling of every tag; 0 of 0 where only tasks in the trash have it."""
    return tuple(TagCount(name, opened, total) for name, opened, total in unit.execute(_COUNTS))


def count_together(unit: UnitOfWork, names: Iterable[str]) -> tuple[int, int]:
    """How many tasks, open and in all, have any of the names; each counts once."""
    opened, total = unit.execute(_COUNT_TOGETHER, {"these": tuple(names)}).one()
    return opened, total


def tasks_with(unit: UnitOfWork, names: Iterable[str]) -> tuple[str, ...]:
    """The uids of the tasks that have any of the names, those in the trash too."""
    return tuple(unit.execute(_TASKS_WITH, {"these": tuple(names)}).scalars())


def edited_alone(unit: UnitOfWork) -> tuple[str, ...]:
    """The uids of the tasks whose series has other fields than they have themselves."""
    return tuple(unit.execute(_EDITED_ALONE).scalars())
