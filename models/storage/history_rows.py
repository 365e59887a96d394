"""The append-only history: what each gesture changed, oldest first.

A gesture is one thing that the user did; it has one row for each task, goal or
setting that it changed. Undoing is a gesture too, and says which one it undoes;
so is doing again, which names that same first gesture. Each of them switches it:
after an even number of switches the gesture is in force.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, bindparam, func, literal_column, or_, select

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
    origin: str | None = None

    @property
    def root(self) -> str:
        """The gesture that this row belongs to or switches."""
        return self.undoes or self.gesture


#: What nobody did: it is on record, and no step of undo.
AUTOMATIC = ("expire",)

_MINE = history.c.account_id == bindparam(ACCOUNT)
_COLUMNS = [history.c[name] for name in Entry._fields]
_ADD = RowInsert(history)
_switch = history.alias("switch")
_SWITCHES = (
    select(func.count(_switch.c.gesture.distinct()))
    .where(_switch.c.account_id == bindparam(ACCOUNT), _switch.c.undoes == history.c.gesture)
    .correlate(history)
    .scalar_subquery()
)
_IS_STEP = history.c.undoes.is_(None) & history.c.action.not_in(
    [literal_column(f"'{action}'") for action in AUTOMATIC]
)
_LAST = (
    select(history.c.gesture)
    .where(_MINE, _IS_STEP, _SWITCHES % 2 == 0)
    .order_by(history.c.id.desc())
    .limit(1)
)
_LAST_UNTIL = _LAST.where(history.c.at <= bindparam("until", type_=history.c.at.type))
_undone = history.alias("undone")
_UNDONE_SWITCHES: ColumnElement[int] = (
    select(func.count(_switch.c.gesture.distinct()))
    .where(_switch.c.account_id == bindparam(ACCOUNT), _switch.c.undoes == _undone.c.undoes)
    .correlate(_undone)
    .scalar_subquery()
)
# By the key and not by max(): the newest step is mostly the first row that is looked at.
_NEWEST_STEP = select(history.c.id).where(_MINE, _IS_STEP).order_by(history.c.id.desc()).limit(1)
_LAST_UNDONE = (
    select(_undone.c.undoes)
    .where(
        _undone.c.account_id == bindparam(ACCOUNT),
        _undone.c.action == literal_column("'undo'"),
        _undone.c.id > func.coalesce(_NEWEST_STEP.scalar_subquery(), 0),
        _UNDONE_SWITCHES % 2 == 1,
    )
    .order_by(_undone.c.id.desc())
    .limit(1)
)
_LAST_UNDONE_UNTIL = _LAST_UNDONE.where(_undone.c.at <= bindparam("until", type_=history.c.at.type))
_COUNT_SWITCHES = select(func.count(history.c.gesture.distinct())).where(
    _MINE, history.c.undoes == bindparam("this")
)
_NEWEST_OF = (
    select(history.c.gesture)
    .where(
        _MINE, or_(history.c.gesture == bindparam("this"), history.c.undoes == bindparam("this"))
    )
    .order_by(history.c.id.desc())
    .limit(1)
)
_END_OF = select(func.max(history.c.id)).where(_MINE, history.c.gesture == bindparam("gesture"))
_AFTER = (
    select(*_COLUMNS)
    .where(
        _MINE,
        history.c.subject_uid == bindparam("this"),
        history.c.id > _END_OF.correlate(None).scalar_subquery(),
    )
    .order_by(history.c.id)
)
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


def last_gesture(unit: UnitOfWork, until: datetime | None = None) -> str | None:
    """The newest gesture that is in force and can be undone; made at `until` or before."""
    if until is None:
        return unit.execute(_LAST).scalar()
    return unit.execute(_LAST_UNTIL, {"until": until}).scalar()


def last_undone(unit: UnitOfWork, until: datetime | None = None) -> str | None:
    """The gesture that was undone last, unless another one was made after that.

    With `until` only what was undone then or before.
    """
    if until is None:
        return unit.execute(_LAST_UNDONE).scalar()
    return unit.execute(_LAST_UNDONE_UNTIL, {"until": until}).scalar()


def is_undone(unit: UnitOfWork, gesture: str) -> bool:
    """Whether it is taken back at present."""
    return unit.execute(_COUNT_SWITCHES, {"this": gesture}).scalar_one() % 2 == 1


def newest_of(unit: UnitOfWork, gesture: str) -> str | None:
    """The gesture itself, or the one that switched it last; None where there is none."""
    return unit.execute(_NEWEST_OF, {"this": gesture}).scalar()


def after(unit: UnitOfWork, uid: str, gesture: str) -> tuple[Entry, ...]:
    """The changes of one task or goal that came after `gesture`, oldest first."""
    rows = unit.execute(_AFTER, {"this": uid, "gesture": gesture})
    return tuple(Entry._make(row) for row in rows)


def of_gesture(unit: UnitOfWork, gesture: str) -> tuple[Entry, ...]:
    """What the gesture changed, in the order in which it did."""
    return tuple(Entry._make(row) for row in unit.execute(_OF_GESTURE, {"this": gesture}))


def of_subject(unit: UnitOfWork, uid: str) -> tuple[Entry, ...]:
    """Every change of one task or goal, newest first."""
    return tuple(Entry._make(row) for row in unit.execute(_OF_SUBJECT, {"this": uid}))
