"""Reads what somebody's record suggests; asks for nothing and changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from models.habits import SAMPLES_MOST, Habits, UsualSpan, best_hours, best_hours_by, usual_span
from models.ledger import Outcome
from models.promise import promises_of
from models.record import is_kept
from models.storage import habit_rows
from services.workspace import Workspace

#: So many of the last tasks that were done are looked at.
_LOOKED_AT = 5 * SAMPLES_MOST


def habits(desk: Workspace) -> Habits:
    """The hours in which most was done on time lately: all of it, and of each goal and tag."""
    now = desk.now()
    with desk.reading() as unit:
        entries = habit_rows.last_done(unit, _LOOKED_AT)
        tags = habit_rows.tags_of_last_done(unit, _LOOKED_AT)
    kept = [
        (one.settled, one.task_uid, one.goal_uid)
        for one in promises_of(entries)
        if one.outcome is Outcome.DONE and one.settled and is_kept(one, one.due_at, now)
    ]
    kept.sort(key=itemgetter(0))
    done = [(at.astimezone(desk.zone).time(), uid, goal) for at, uid, goal in kept]
    return Habits(
        best_hours([at for at, _, _ in done]),
        best_hours_by((goal, at) for at, _, goal in done if goal is not None),
        best_hours_by((tag, at) for at, uid, _ in done for tag in tags.get(uid, ())),
    )


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
