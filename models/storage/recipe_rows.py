"""Reading and writing the recipes that an account has made."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update

from models.recipe import Recipe, steps_from_json, steps_to_json
from models.storage.guard import ACCOUNT
from models.storage.plan_tables import recipes
from models.storage.unit import UnitOfWork

_CHANGED = ("name", "steps", "position", "last_modified", "sequence")
_FIELDS = ("uid", *_CHANGED, "created")
_MINE = recipes.c.account_id == bindparam(ACCOUNT)
_THIS = recipes.c.uid == bindparam("this")
_READ = select(*(recipes.c[name] for name in _FIELDS)).where(_MINE)
_READ_ONE = _READ.where(_THIS)
_READ_ALL = _READ.order_by(recipes.c.position, recipes.c.uid)
_ADD = insert(recipes)
_CHANGE = (
    update(recipes)
    .where(_MINE, _THIS)
    .values({name: bindparam(f"new_{name}", type_=recipes.c[name].type) for name in _CHANGED})
)
_TAKE = delete(recipes).where(_MINE, _THIS)


def read(unit: UnitOfWork, uid: str) -> Recipe | None:
    """The recipe `uid`; None when there is none."""
    row = unit.execute(_READ_ONE, {"this": uid}).one_or_none()
    return _recipe(row) if row else None


def read_all(unit: UnitOfWork) -> tuple[Recipe, ...]:
    """Every recipe, in its order."""
    return tuple(_recipe(row) for row in unit.execute(_READ_ALL))


def add(unit: UnitOfWork, recipe: Recipe) -> None:
    """Write a new one."""
    unit.execute(_ADD, {name: _value(recipe, name) for name in _FIELDS})


def change(unit: UnitOfWork, recipe: Recipe) -> None:
    """Write what may change of it."""
    values = {f"new_{name}": _value(recipe, name) for name in _CHANGED}
    unit.execute(_CHANGE, {"this": recipe.uid, **values})


def take(unit: UnitOfWork, uid: str) -> None:
    """Take it out of the file; the history keeps what it was."""
    unit.execute(_TAKE, {"this": uid})


def _value(recipe: Recipe, name: str) -> Any:
    value = getattr(recipe, name)
    return steps_to_json(value) if name == "steps" else value


def _recipe(row: Row[Any]) -> Recipe:
    values = dict(row._mapping)
    return Recipe(**{**values, "steps": steps_from_json(values["steps"])})
