"""What the board of a month asks for beside its lines: which open tasks are locked."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from models.storage.conditions import IN_RANGE, MINE, OPEN
from models.storage.tables import tasks
from models.storage.unit import UnitOfWork

_LOCKED = select(tasks.c.uid).where(MINE, OPEN, IN_RANGE, tasks.c.is_locked)


def locked_between(unit: UnitOfWork, first: datetime, last: datetime) -> frozenset[str]:
    """The open tasks that are due in the range and stay where they are."""
    return frozenset(uid for (uid,) in unit.execute(_LOCKED, {"first": first, "last": last}))
