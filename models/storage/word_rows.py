"""The words that a search finds a task by, kept in step with the task and its steps.

A task is found by the titles of its steps at every depth, those in the trash
aside. They are gathered once, when the unit of work commits: moving a whole
tree changes each of its tasks, and each would write its parents' words again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from sqlalchemy import bindparam, select, update

from models.folding import TAG_EDGE, folded
from models.storage.guard import ACCOUNT
from models.storage.ready_made import RowInsert
from models.storage.tables import Shelf, task_words, tasks
from models.storage.unit import UnitOfWork
from models.task import Task

_STEPS = "steps"
_STEPS_APART = "\n"
_MINE = task_words.c.account_id == bindparam(ACCOUNT)
_THIS = task_words.c.task_uid == bindparam("this")
_ADD = RowInsert(task_words)
_PARENT = select(tasks.c.parent_uid).where(
    tasks.c.account_id == bindparam(ACCOUNT), tasks.c.uid == bindparam("this")
)
_KEPT_STEPS = select(task_words.c.steps).where(_MINE, _THIS)
_STEPS_OF = (
    select(task_words.c.summary, task_words.c.steps)
    .select_from(
        tasks.join(
            task_words,
            (task_words.c.account_id == tasks.c.account_id)
            & (task_words.c.task_uid == tasks.c.uid),
        )
    )
    .where(
        tasks.c.account_id == bindparam(ACCOUNT),
        tasks.c.parent_uid == bindparam("this"),
        tasks.c.shelf < Shelf.TRASH.value,
    )
    .order_by(tasks.c.position, tasks.c.uid)
)
_SET_STEPS = update(task_words).where(_MINE, _THIS).values(steps=bindparam("new_steps"))

#: How each field of a task stands in its words.
_FOLDED: Mapping[str, Any] = {
    "summary": folded,
    "description": folded,
    "categories": lambda names: tags_text(names),
}
_updates: dict[frozenset[str], Any] = {}


def tags_text(names: Iterable[str]) -> str:
    """Each of the tags between two edges."""
    return "".join(f"{TAG_EDGE}{folded(name)}{TAG_EDGE}" for name in names)


def steps_text(steps: Iterable[tuple[str, str]]) -> str:
    """The titles of steps, each with those below it, folded already."""
    return _STEPS_APART.join(text for pair in steps for text in pair if text)


def row_of(task: Task, steps: str = "") -> dict[str, Any]:
    """The words of a task, whose steps' titles are `steps`."""
    words = {name: fold(getattr(task, name)) for name, fold in _FOLDED.items()}
    return {"task_uid": task.uid, **words, "steps": steps}


def add(unit: UnitOfWork, task: Task) -> None:
    """Write the words of a new task."""
    unit.insert(_ADD, row_of(task))
    if task.parent is not None:
        _gather_later(unit, task.parent)


def change(unit: UnitOfWork, task: Task, fields: frozenset[str]) -> None:
    """Write again what follows from the named `fields`; before their columns are written."""
    if fields & {"summary", "parent", "deleted"}:
        for parent in (unit.execute(_PARENT, {"this": task.uid}).scalar(), task.parent):
            if parent is not None:
                _gather_later(unit, parent)
    if named := frozenset(fields & _FOLDED.keys()):
        values = {f"new_{name}": _FOLDED[name](getattr(task, name)) for name in named}
        unit.execute(_update_of(named), {"this": task.uid, **values})


def take(unit: UnitOfWork, uid: str) -> None:
    """Before the task goes for good: its words go with it, and out of its parent's."""
    parent = unit.execute(_PARENT, {"this": uid}).scalar()
    if parent is not None:
        _gather_later(unit, parent)


def _gather_later(unit: UnitOfWork, parent: str) -> None:
    waiting = unit.at_commit.get(_STEPS)
    parents: set[str] = waiting.args[1] if isinstance(waiting, partial) else set()
    parents.add(parent)
    unit.at_commit[_STEPS] = partial(_gather, unit, parents)


def _gather(unit: UnitOfWork, parents: set[str]) -> None:
    """Write the steps' titles of `parents`, and of all that they are steps of, deepest first."""
    depths: dict[str, int] = {}
    for uid in parents:
        above: str | None = uid
        path: list[str] = []
        while above is not None and above not in path:
            path.append(above)
            above = unit.execute(_PARENT, {"this": above}).scalar()
        for depth, each in enumerate(reversed(path)):
            depths[each] = max(depth, depths.get(each, 0))
    for uid in sorted(depths, key=lambda each: (-depths[each], each)):
        text = steps_text((row[0], row[1]) for row in unit.execute(_STEPS_OF, {"this": uid}))
        if unit.execute(_KEPT_STEPS, {"this": uid}).scalar() not in (text, None):
            unit.execute(_SET_STEPS, {"this": uid, "new_steps": text})


def _update_of(columns: frozenset[str]) -> Any:
    """The UPDATE of these columns, built once."""
    if (statement := _updates.get(columns)) is None:
        named: dict[Any, Any] = {name: bindparam(f"new_{name}") for name in sorted(columns)}
        statement = _updates[columns] = update(task_words).where(_MINE, _THIS).values(named)
    return statement
