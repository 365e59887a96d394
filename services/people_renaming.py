"""Another name for somebody, wherever the old one stands: tasks, proposals, saved filters.

The ledger keeps the name that held when it was written.
"""

from __future__ import annotations

from typing import Any

from models.folding import folded
from models.query.tree import NameField
from models.storage import people_rows, proposal_rows, tag_rows
from models.storage.unit import UnitOfWork
from models.tag import renamed
from models.task import Task
from services.amending import change_task, read_task
from services.filters import follow_name
from services.gesture import Gesture
from services.proposing import rename_in

_FIELD = "attendees"


def follow_person(unit: UnitOfWork, gesture: Gesture, name: str, new_name: str) -> None:
    """Call `new_name` whom tasks, done and trashed ones too, call `name`, letter case aside.

    Where somebody is called `new_name` already the two are one from then on.
    """
    every = people_rows.every_name(unit)
    spelled = tuple(each for each in every if folded(each) == folded(name) and each != new_name)
    for uid in sorted({*people_rows.tasks_naming(unit, spelled), *tag_rows.edited_alone(unit)}):
        task = read_task(unit, uid)
        change_task(unit, gesture, uid, _values(task, spelled, new_name), task)
    for proposal in proposal_rows.to_any_of(unit, spelled):
        rename_in(unit, gesture, proposal, new_name)
    follow_name(unit, gesture, NameField.WITH, name, new_name, ())


def _values(task: Task, spelled: tuple[str, ...], new_name: str) -> dict[str, Any]:
    values: dict[str, Any] = {_FIELD: _renamed(task.attendees, spelled, new_name)}
    if task.waiting_for in spelled:
        values["waiting_for"] = new_name
    kept = (task.series_fields or {}).get(_FIELD)
    if isinstance(kept, list):
        # Else the next occurrence would come with the old name.
        anew = list(_renamed(tuple(map(str, kept)), spelled, new_name))
        values["series_fields"] = {**(task.series_fields or {}), _FIELD: anew}
    return values


def _renamed(names: tuple[str, ...], spelled: tuple[str, ...], new_name: str) -> tuple[str, ...]:
    for each in spelled:
        names = renamed(names, each, new_name)
    return names
