"""The append-only history: what each gesture changed, oldest first.

A gesture is one thing that the user did; it has one row for each task, goal or
setting that it changed. Undoing is a gesture too, and says which one it undoes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, select

from models.storage.guard import ACCOUNT
from models.storage.ready_made import RowInsert
from models.storage.tables import history
from models.storage.unit import UnitOfWork


class Entry(NamedTuple):
    """One row: `before` is None where the gesture made the thing, `after` where it purged it."""

    gesture: str
    action: str
    at: datetime
    undoes: str | None
    subject: str
    subject_uid: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


_MINE = history.c.account_id == bindparam(ACCOUNT)
_COLUMNS = [history.c[name] for name in Entry._fields]
_ADD = RowInsert(history)
_undoing = history.alias("undoing")
_LAST = (
    select(history.c.gesture)
    .where(
        _MINE,
        history.c.undoes.is_(None),
        ~select(_undoing.c.id)
        .where(_undoing.c.account_id == bindparam(ACCOUNT), _undoing.c.undoes == history.c.gesture)
        .exists(),
    )
    .order_by(history.c.id.desc())
    .limit(1)
)
_UNDOING = select(history.c.id).where(_MINE, history.c.undoes == bindparam("this")).limit(1)
_OF_GESTURE = (
    select(*_COLUMNS).where(_MINE, history.c.gesture == bindparam("this")).order_by(history.c.id)
)
_OF_SUBJECT = (
    select(*_COLUMNS)
    .where(_MINE, history.c.subject_uid == bindparam("this"))
    .order_by(history.c.id.desc())
)


def add(unit: UnitOfWork, entries: Sequence[Entry]) -> None:
    """Append what a gesture changed."""
    if entries:
        unit.insert(_ADD, *(entry._asdict() for entry in entries))


def last_gesture(unit: UnitOfWork) -> str | None:
    """The newest gesture that is not an undoing and was not undone."""
    return unit.execute(_LAST).scalar()


def is_undone(unit: UnitOfWork, gesture: str) -> bool:
    """Whether a later gesture took it back."""
    return unit.execute(_UNDOING, {"this": gesture}).first() is not None


def of_gesture(unit: UnitOfWork, gesture: str) -> tuple[Entry, ...]:
    """What the gesture changed, in the order in which it did."""
    return tuple(Entry._make(row) for row in unit.execute(_OF_GESTURE, {"this": gesture}))


def of_subject(unit: UnitOfWork, uid: str) -> tuple[Entry, ...]:
    """Every change of one task or goal, newest first."""
    return tuple(Entry._make(row) for row in unit.execute(_OF_SUBJECT, {"this": uid}))
