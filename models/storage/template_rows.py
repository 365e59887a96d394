"""Reading and writing the goal templates that an account has made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update

from models.storage.guard import ACCOUNT
from models.storage.tables import goal_templates
from models.storage.unit import UnitOfWork
from models.template import GoalTemplate
from models.template_json import from_json

_CHANGED = ("name", "body", "position", "last_modified", "sequence")
_FIELDS = ("uid", *_CHANGED, "created")
_MINE = goal_templates.c.account_id == bindparam(ACCOUNT)
_THIS = goal_templates.c.uid == bindparam("this")
_READ = select(*(goal_templates.c[name] for name in _FIELDS)).where(_MINE)
_READ_ONE = _READ.where(_THIS)
_READ_ALL = _READ.order_by(goal_templates.c.position, goal_templates.c.uid)
_NAMES = (
    select(goal_templates.c.uid, goal_templates.c.name, goal_templates.c.position)
    .where(_MINE)
    .order_by(goal_templates.c.position, goal_templates.c.uid)
)
_ADD = insert(goal_templates)
_CHANGE = (
    update(goal_templates)
    .where(_MINE, _THIS)
    .values(
        {name: bindparam(f"new_{name}", type_=goal_templates.c[name].type) for name in _CHANGED}
    )
)
_TAKE = delete(goal_templates).where(_MINE, _THIS)


@dataclass(frozen=True, slots=True)
class KeptTemplate:
    """A template as it is kept.

    Attributes:
        body: what `template_json.to_json` makes of it; its name is `name`.
        position: templates in their manual order sort by it as text.
        created, last_modified: aware UTC instants.
        sequence: how often it was changed.
    """

    uid: str
    name: str
    body: dict[str, Any]
    position: str
    created: datetime
    last_modified: datetime
    sequence: int = 0

    @property
    def template(self) -> GoalTemplate:
        """What it says."""
        return from_json({**self.body, "name": self.name}, self.uid)


def read(unit: UnitOfWork, uid: str) -> KeptTemplate | None:
    """The template `uid`; None when there is none."""
    row = unit.execute(_READ_ONE, {"this": uid}).one_or_none()
    return _kept(row) if row else None


def read_all(unit: UnitOfWork) -> tuple[KeptTemplate, ...]:
    """Every template, in manual order."""
    return tuple(_kept(row) for row in unit.execute(_READ_ALL))


def names(unit: UnitOfWork) -> dict[str, tuple[str, str]]:
    """The name and position of every template by its uid, in manual order."""
    return {uid: (name, position) for uid, name, position in unit.execute(_NAMES)}


def add(unit: UnitOfWork, kept: KeptTemplate) -> None:
    """Write a new one."""
    unit.execute(_ADD, {name: getattr(kept, name) for name in _FIELDS})


def change(unit: UnitOfWork, kept: KeptTemplate) -> None:
    """Write what may change of it."""
    values: dict[str, Any] = {f"new_{name}": getattr(kept, name) for name in _CHANGED}
    unit.execute(_CHANGE, {"this": kept.uid, **values})


def take(unit: UnitOfWork, uid: str) -> None:
    """Take it out of the file; the history keeps what it was."""
    unit.execute(_TAKE, {"this": uid})


def _kept(row: Row[Any]) -> KeptTemplate:
    return KeptTemplate(**row._mapping)
