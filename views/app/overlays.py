"""What can stand over a screen: one sheet at a time, told apart by type.

Owns the one value that says which. Must know no component: `views.app.shell` draws it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import flet as ft

from models.task import TaskFields


@dataclass(frozen=True, slots=True)
class AddTask:
    """Quick add; `preset` is what the place it was opened from says of the new task."""

    preset: TaskFields = field(default_factory=lambda: TaskFields())


@dataclass(frozen=True, slots=True)
class Reschedule:
    """A new due moment for these tasks."""

    uids: tuple[str, ...]


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


Sheet = AddTask | Reschedule | BlockSheet | PickDay | KeyList | EmptyTrash | DeleteGoal


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
