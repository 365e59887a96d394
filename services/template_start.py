"""Starting a goal template: its goal and all of its tasks and steps, as one gesture."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count

from models.goal import Goal
from models.laying_out import Laid, laid_out
from models.storage import goal_rows
from models.storage.unit import UnitOfWork
from models.task import TaskFields
from models.template import (
    Anchor,
)
from services.gesture import Gesture
from services.goals import create_in
from services.ids import position_at
from services.tasks import capture_in
from services.templates import find_template
from services.workspace import Workspace


def start_template(
    desk: Workspace,
    uid: str,
    language: str,
    on: date,
    anchor: Anchor | None = None,
    name: str | None = None,
) -> Goal:
    """Make a goal of the template with all of its tasks and steps, as one undo step.

    Args:
        on: the local day that `anchor` names; without one the template's own anchor.
        name: of the goal; without one the template's.

    Raises:
        UnknownTemplate: there is no such template.
        ImpossibleDate: one of its days would lie outside the calendar.
        EmptySummary, TextTooLong: the goal cannot have that name.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "template.start")
        found = find_template(unit, uid, language)
        tasks = laid_out(found, on, anchor or found.anchor, desk.zone)
        goal = create_in(
            unit,
            gesture,
            {
                "name": found.name if name is None else name,
                "description": found.description,
                "category": found.category,
                "color": found.color,
                "icon": found.icon,
                "pinned": True,
            },
        )
        _Starting(unit, gesture, goal.uid).capture(tasks, None)
        return gesture.commit(unit, goal_rows.read(unit, goal.uid) or goal)


class _Starting:
    """Captures what a template lays out, each thing behind the one before it."""

    def __init__(self, unit: UnitOfWork, gesture: Gesture, goal: str) -> None:
        self._unit, self._gesture, self._goal = unit, gesture, goal
        self._made = count()

    def capture(self, tasks: tuple[Laid, ...], parent: str | None) -> None:
        """Make the tasks, steps of `parent`, and their own steps."""
        for each in tasks:
            # All of it happens at one instant, and would stand in any order.
            at = self._gesture.now + timedelta(microseconds=next(self._made))
            fields: TaskFields = {
                "lead": None,
                **each.fields,
                "position": position_at(at, self._gesture.uid),
            }
            if parent is not None:
                fields["parent"] = parent
            fields["goal"] = self._goal
            self.capture(each.steps, capture_in(self._unit, self._gesture, fields).uid)
