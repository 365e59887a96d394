"""How a list is laid out: what its rows are sorted by, and what headings part it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SortBy(StrEnum):
    """What the rows of a list, or of a group, are ordered by."""

    TIME = "time"
    PRIORITY = "priority"
    MANUAL = "manual"


class GroupBy(StrEnum):
    """What headings part a list; NONE does without."""

    DAY = "day"
    GOAL = "goal"
    PRIORITY = "priority"
    TAG = "tag"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class View:
    """How a list is laid out."""

    sort: SortBy = SortBy.TIME
    group: GroupBy = GroupBy.DAY

    @property
    def is_stored_order(self) -> bool:
        """Whether pages come from storage in this very order."""
        return self == View()

    @property
    def text(self) -> str:
        """``manual/goal``: how it is kept."""
        return f"{self.sort}/{self.group}"


#: How a goal's tasks are laid out until something else is chosen.
OF_A_GOAL = View(SortBy.MANUAL, GroupBy.NONE)


def view_of(text: str) -> View:
    """The view that was kept as `text`.

    Raises:
        ValueError: it is none.
    """
    sort, _, group = text.partition("/")
    return View(SortBy(sort), GroupBy(group))
