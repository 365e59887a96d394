"""Settings: JSON values by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import bindparam, delete, insert, select

from models.storage.guard import ACCOUNT
from models.storage.tables import settings
from models.storage.unit import UnitOfWork

_MINE = settings.c.account_id == bindparam(ACCOUNT)
_READ = select(settings.c.name, settings.c.value).where(_MINE)
_CLEAR = delete(settings).where(_MINE, settings.c.name == bindparam("this"))
_ADD = insert(settings)


def read(unit: UnitOfWork) -> dict[str, Any]:
    """Every setting that was ever chosen."""
    return {name: value for name, value in unit.execute(_READ)}


def write(unit: UnitOfWork, values: Mapping[str, Any]) -> None:
    """Set the named ones; the others stay."""
    for name, value in values.items():
        unit.execute(_CLEAR, {"this": name})
        unit.execute(_ADD, {"name": name, "value": value})
