"""The moments that rescheduling offers, and how often a task was moved before. Pure.

What a person says is a wall-clock time where they are; a task in another zone keeps its zone,
a floating one floats, a whole-day one stays whole unless a time is chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from models.moment import Moment
from models.slips import later_today, moment_on
from models.task import TaskChange
from services.calendar import week_of

DAY = timedelta(days=1)


def same_time_on(day: date, before: Moment | None, home: ZoneInfo) -> Moment:
    """`day` at the time of day that `before` has; a whole day for a whole day or none."""
    at = before.local(home).time() if before is not None and before.time is not None else None
    return moment_on(day, at, before, home)


@dataclass(frozen=True, slots=True)
class Offers:
    """What is offered, each as the dues it would give by uid; None is not offered."""

    later: Mapping[str, Moment] | None
    morning: Mapping[str, Moment]
    same_time: Mapping[str, Moment] | None
    next_week: Mapping[str, Moment]
    can_clear: bool


def offers(
    dues: Mapping[str, Moment | None],
    now: datetime,
    home: ZoneInfo,
    first_weekday: int,
    morning: time,
) -> Offers:
    """What can be offered to tasks that are due at `dues` (by uid), tomorrow at `morning`."""
    today = now.astimezone(home).date()
    later = later_today(now, home)
    times = {due.local(home).time() for due in dues.values() if due and due.time is not None}
    week = week_of(today, first_weekday)[0] + 7 * DAY
    return Offers(
        later={uid: moment_on(today, later, due, home) for uid, due in dues.items()}
        if later is not None
        else None,
        morning={uid: moment_on(today + DAY, morning, due, home) for uid, due in dues.items()},
        same_time={uid: same_time_on(today + DAY, due, home) for uid, due in dues.items()}
        if times - {morning}
        else None,
        next_week={uid: same_time_on(week, due, home) for uid, due in dues.items()},
        can_clear=any(due is not None for due in dues.values()),
    )


@dataclass(frozen=True, slots=True)
class Moves:
    """How often a task was given another due, and the due that it had first."""

    count: int = 0
    first: date | None = None


NEVER = Moves()


def moves_of(history: Iterable[TaskChange]) -> Moves:
    """The moves in a task's history (newest first, as `services.tasks.history` gives it).

    A move that was undone does not count.
    """
    moves: list[tuple[object, object]] = []
    for change in reversed(tuple(history)):
        before, after = change.before.get("due"), change.after.get("due")
        if before is None or after is None or before == after:
            continue
        if change.action == "undo" and moves and moves[-1] == (after, before):
            moves.pop()
        elif change.action != "undo":
            moves.append((before, after))
    if not moves:
        return NEVER
    first = moves[0][0]
    said = first.get("date") if isinstance(first, dict) else None
    return Moves(len(moves), date.fromisoformat(str(said)) if said else None)
