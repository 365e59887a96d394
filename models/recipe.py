"""Recipes: the steps that lead to a publish time, each some while before it.

Pure values. What they come to on the calendar is worked out by `models.planning`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from models.errors import ImpossibleValue
from models.moment import Moment
from models.steps import OFFSET_LIMIT, due_of_step
from models.workdays import WorkWeek

#: How many steps a recipe has at most, and how long its name is.
RECIPE_STEPS_LIMIT = 50
RECIPE_NAME_LIMIT = 60
#: Longest work that a step may be said to take.
ESTIMATE_LIMIT = timedelta(days=365)
_GAP = re.compile(r"([+-]?)([0-9]{1,8})([mhdw])", re.ASCII)


class GapUnit(StrEnum):
    """What a gap counts; working days skip days off and public holidays."""

    MINUTES = "m"
    HOURS = "h"
    DAYS = "d"
    WORKING_DAYS = "w"


_SPANS = {
    GapUnit.MINUTES: timedelta(minutes=1),
    GapUnit.HOURS: timedelta(hours=1),
    GapUnit.DAYS: timedelta(days=1),
    GapUnit.WORKING_DAYS: timedelta(days=1),
}


@dataclass(frozen=True, slots=True)
class Gap:
    """How long after the publish time a step is to be done; negative: before.

    Raises:
        ImpossibleValue: it is longer than `OFFSET_LIMIT`.
    """

    count: int
    unit: GapUnit = GapUnit.DAYS

    def __post_init__(self) -> None:
        if abs(self.count) > OFFSET_LIMIT // _SPANS[self.unit]:
            raise ImpossibleValue("gap", f"{self.count}{self.unit.value}")

    @property
    def text(self) -> str:
        """As it is kept and typed: ``-14d``, ``-1h``, ``-90m``, ``-5w`` (working days)."""
        return f"{self.count:+d}{self.unit.value}" if self.count else f"0{self.unit.value}"

    @property
    def span(self) -> timedelta | None:
        """What is the same on every calendar; None for working days."""
        if self.unit is GapUnit.WORKING_DAYS:
            return None
        return self.count * _SPANS[self.unit]

    def moment(self, due: Moment, week: WorkWeek) -> Moment:
        """The moment this far from `due`; working days keep its time of day.

        Raises:
            ImpossibleDate: it lies outside 1970 to 9000.
        """
        span = self.span
        if span is None:
            span = week.moved_by(due.date, self.count) - due.date
        moved = due_of_step(due, span)
        assert moved is not None
        return moved


def gap_of(text: str) -> Gap:
    """The gap that `Gap.text` writes so; without a sign it is before.

    Raises:
        ImpossibleValue: it is none.
    """
    said = _GAP.fullmatch(text.strip().casefold())
    if said is None:
        raise ImpossibleValue("gap", text)
    count = int(said[2])
    return Gap(count if said[1] == "+" else -count, GapUnit(said[3]))


@dataclass(frozen=True, slots=True)
class RecipeStep:
    """A step of a recipe: what it is called, when it is to be done, and how long it takes."""

    summary: str
    gap: Gap
    estimate: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Recipe:
    """A way to prepare something that is published.

    Attributes:
        uid: UUIDv7 as text, or the name of one that comes with DoCheck (`is_built_in`).
        position: recipes in their order sort by it as text.
        created, last_modified: aware UTC instants; None of a built-in one.
        sequence: how often it was changed.
    """

    uid: str
    name: str
    steps: tuple[RecipeStep, ...]
    position: str = ""
    created: datetime | None = None
    last_modified: datetime | None = None
    sequence: int = 0
    is_built_in: bool = False

    @property
    def work(self) -> timedelta:
        """What its steps take together."""
        return sum((step.estimate or timedelta(0) for step in self.steps), timedelta(0))


def steps_to_json(steps: Sequence[RecipeStep]) -> list[dict[str, Any]]:
    """The steps as JSON values: gaps as text, estimates in seconds."""
    return [
        {
            "summary": step.summary,
            "gap": step.gap.text,
            "estimate": None if step.estimate is None else int(step.estimate.total_seconds()),
        }
        for step in steps
    ]


def steps_from_json(values: Sequence[Mapping[str, Any]]) -> tuple[RecipeStep, ...]:
    """What `steps_to_json` made of them."""
    return tuple(
        RecipeStep(
            each["summary"],
            gap_of(each["gap"]),
            None if each["estimate"] is None else timedelta(seconds=each["estimate"]),
        )
        for each in values
    )
