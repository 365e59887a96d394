"""Reads what somebody's record suggests; asks for nothing and changes nothing."""

from __future__ import annotations

from collections.abc import Sequence

from models.habits import SAMPLES_MOST, Habits, UsualSpan, best_hours, usual_span
from models.ledger import Outcome
from models.record import counted_of, is_kept
from models.storage import habit_rows
from services.workspace import Workspace


def habits(desk: Workspace) -> Habits:
    """The hours in which most was done on time lately."""
    now = desk.now()
    with desk.reading() as unit:
        entries = habit_rows.last_done(unit, SAMPLES_MOST)
    done = sorted(
        one.settled
        for one in counted_of(entries)
        if one.outcome is Outcome.DONE and one.settled and is_kept(one, one.original, now)
    )
    return Habits(best_hours([at.astimezone(desk.zone).time() for at in done]))


def suggested_estimate(
    desk: Workspace, goal: str | None, tags: Sequence[str] = ()
) -> UsualSpan | None:
    """How long tasks with the first of `tags` that says enough took, else those of the goal (uid).

    None where the record says too little: fewer than twenty tasks with time spent on them.
    """
    with desk.reading() as unit:
        for tag in tags:
            if found := usual_span(habit_rows.spans_of_tag(unit, tag, SAMPLES_MOST)):
                return found
        if goal is None:
            return None
        return usual_span(habit_rows.spans_of_goal(unit, goal, SAMPLES_MOST))
