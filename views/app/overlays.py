"""What can stand over a screen: one sheet at a time, told apart by type.

Owns the one value that says which. Must know no component: `views.app.shell` draws it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time

import flet as ft

from models.moment import Moment
from models.task import TaskFields


@dataclass(frozen=True, slots=True)
class AddTask:
    """Quick add; `preset` is what the place it was opened from says of the new task.

    `text` stands in its field already: another program has shared it.
    """

    preset: TaskFields = field(default_factory=lambda: TaskFields())
    text: str = ""


@dataclass(frozen=True, slots=True)
class Reschedule:
    """A new due moment for these tasks."""

    uids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """What becomes of tasks that were missed, or may be: one after the other."""

    uids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskAgain:
    """The message that asks once more whom a task waits for."""

    uid: str


@dataclass(frozen=True, slots=True)
class BlockSheet:
    """What to do with a block of the timeline: its menu, and the sheets that it leads to."""

    uid: str


@dataclass(frozen=True, slots=True)
class PickDay:
    """Which day the timeline is to show; `day` is the one it shows."""

    day: date


@dataclass(frozen=True, slots=True)
class KeyList:
    """The list of keys that work here."""


@dataclass(frozen=True, slots=True)
class EmptyTrash:
    """Whether the trash is to be emptied."""


@dataclass(frozen=True, slots=True)
class DeleteGoal:
    """Whether a goal is to be deleted, and what becomes of its tasks."""

    uid: str
    name: str


@dataclass(frozen=True, slots=True)
class DeleteSeries:
    """How much of a repeating task's series is to be deleted."""

    uid: str
    summary: str


@dataclass(frozen=True, slots=True)
class MoveSeries:
    """Which tasks of a series another due is for."""

    uid: str
    summary: str
    due: Moment | None


@dataclass(frozen=True, slots=True)
class StartTemplate:
    """A goal is to be started from the template `uid`."""

    uid: str


@dataclass(frozen=True, slots=True)
class SaveFilter:
    """The name under which a search is to be kept."""

    query: str


@dataclass(frozen=True, slots=True)
class EditFilter:
    """A saved filter: its name, what it looks for, its place, or its end."""

    uid: str


@dataclass(frozen=True, slots=True)
class EditTemplate:
    """Another name or description for an own template."""

    uid: str
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class OpenSteps:
    """Whether the `count` open steps of these tasks are done with them.

    `summary` is the title of a single one; `after` is called when they have been completed.
    """

    uids: tuple[str, ...]
    count: int
    summary: str = ""
    after: Callable[[], None] | None = None


@dataclass(frozen=True, slots=True)
class MoveUnder:
    """Which task this one is to become a step of."""

    uid: str
    summary: str


@dataclass(frozen=True, slots=True)
class GoalForm:
    """What a goal is called and how it looks; a new one where `uid` is empty."""

    uid: str = ""


@dataclass(frozen=True, slots=True)
class Assign:
    """Which goal these tasks are for."""

    uids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tagging:
    """Which tags these tasks have."""

    uids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prioritise:
    """How important these tasks are."""

    uids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RenameTag:
    """Another name for a tag."""

    name: str


@dataclass(frozen=True, slots=True)
class MergeTag:
    """The tag that another becomes one with."""

    name: str


@dataclass(frozen=True, slots=True)
class PersonForm:
    """What somebody is called and how they are written to; a new one where `name` is empty."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class PlanBackwards:
    """The steps that a recipe comes to before the task's due; `recipe` is the first choice."""

    uid: str
    recipe: str = ""


@dataclass(frozen=True, slots=True)
class FillSlot:
    """What is to be published at `at` on `day`; `recipe` is the first choice."""

    day: date
    at: time
    recipe: str


@dataclass(frozen=True, slots=True)
class BalanceMonth:
    """The moves that would lighten the full days of a month, by its first day."""

    month: date


@dataclass(frozen=True, slots=True)
class TasksBehind:
    """The tasks behind a number, by their uids; `title` says which number."""

    title: str
    uids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PickSpan:
    """The first and last day of a report; these are the ones it has."""

    first: date
    last: date


Sheet = (
    AddTask
    | Reschedule
    | Slip
    | AskAgain
    | BlockSheet
    | PickDay
    | KeyList
    | EmptyTrash
    | DeleteGoal
    | DeleteSeries
    | MoveSeries
    | OpenSteps
    | MoveUnder
    | StartTemplate
    | EditTemplate
    | GoalForm
    | Assign
    | Tagging
    | Prioritise
    | RenameTag
    | MergeTag
    | PersonForm
    | SaveFilter
    | EditFilter
    | TasksBehind
    | PickSpan
    | PlanBackwards
    | FillSlot
    | BalanceMonth
)


class Overlay(ft.Observable):
    """The sheet that is open, if any."""

    def __init__(self) -> None:
        self.sheet: Sheet | None = None

    def open(self, sheet: Sheet) -> None:
        """Show `sheet`, in place of any other."""
        self.sheet = sheet

    def close(self) -> None:
        """Back to the screen."""
        self.sheet = None
