"""Reading and writing saved filters."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update

from models.saved_filter import SavedFilter
from models.storage.guard import ACCOUNT
from models.storage.tables import saved_filters
from models.storage.unit import UnitOfWork

_FIELDS = ("uid", "name", "query", "position", "created", "last_modified", "sequence")
_CHANGED = ("name", "query", "position", "last_modified", "sequence")
_MINE = saved_filters.c.account_id == bindparam(ACCOUNT)
_THIS = saved_filters.c.uid == bindparam("this")
_READ = select(*(saved_filters.c[name] for name in _FIELDS)).where(_MINE)
_READ_ONE = _READ.where(_THIS)
_READ_ALL = _READ.order_by(saved_filters.c.position, saved_filters.c.uid)
_ADD = insert(saved_filters)
_CHANGE = (
    update(saved_filters)
    .where(_MINE, _THIS)
    .values({name: bindparam(f"new_{name}") for name in _CHANGED})
)
_TAKE = delete(saved_filters).where(_MINE, _THIS)


def read(unit: UnitOfWork, uid: str) -> SavedFilter | None:
    """The filter `uid`; None when there is none."""
    row = unit.execute(_READ_ONE, {"this": uid}).one_or_none()
    return SavedFilter(*row) if row else None


def read_all(unit: UnitOfWork) -> tuple[SavedFilter, ...]:
    """Every filter, in manual order."""
    return tuple(SavedFilter(*row) for row in unit.execute(_READ_ALL))


def add(unit: UnitOfWork, saved: SavedFilter) -> None:
    """Write a new one."""
    unit.execute(_ADD, asdict(saved))


def change(unit: UnitOfWork, saved: SavedFilter) -> None:
    """Write what may change of it."""
    values: dict[str, Any] = {f"new_{name}": getattr(saved, name) for name in _CHANGED}
    unit.execute(_CHANGE, {"this": saved.uid, **values})


def take(unit: UnitOfWork, uid: str) -> None:
    """Take it out of the file; the history keeps what it was."""
    unit.execute(_TAKE, {"this": uid})
