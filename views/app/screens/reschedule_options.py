"""The moments that rescheduling offers, and how often a task was moved before. Pure.

What a person says is a wall-clock time where they are; a task in another zone keeps its zone,
a floating one floats, a whole-day one stays whole unless a time is chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from models.moment import Moment, utc_of_wall
from models.task import TaskChange
from services.calendar import week_of

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
#: The time that is suggested for tomorrow.
MORNING = time(10)
#: "Later today" is offered up to this hour.
LAST_HOUR = 21


def moment_on(day: date, at: time | None, before: Moment | None, home: ZoneInfo) -> Moment:
    """`day` and `at` on the wall clock of `home`, of the kind that `before` is."""
    if at is None:
        return Moment(day)
    zone = before.zone if before is not None and before.time is not None else None
    if zone is None or zone == home.key:
        return Moment(day, at, zone)
    return Moment.at(utc_of_wall(datetime.combine(day, at), home), zone)


def same_time_on(day: date, before: Moment | None, home: ZoneInfo) -> Moment:
    """`day` at the time of day that `before` has; a whole day for a whole day or none."""
    at = before.local(home).time() if before is not None and before.time is not None else None
    return moment_on(day, at, before, home)


def later_today(now: datetime, home: ZoneInfo) -> time | None:
    """The first full hour that leaves an hour to work in; None when the day is over by then."""
    local = now.astimezone(home)
    soonest = local + HOUR
    at = soonest.replace(minute=0, second=0, microsecond=0)
    if at < soonest:
        at += HOUR
    return at.time() if at.date() == local.date() and at.hour <= LAST_HOUR else None


@dataclass(frozen=True, slots=True)
class Offers:
    """What is offered, each as the dues it would give by uid; None is not offered."""

    later: Mapping[str, Moment] | None
    morning: Mapping[str, Moment]
    same_time: Mapping[str, Moment] | None
    next_week: Mapping[str, Moment]
    can_clear: bool


def offers(
    dues: Mapping[str, Moment | None], now: datetime, home: ZoneInfo, first_weekday: int
) -> Offers:
    """What can be offered to tasks that are due at `dues` (by uid)."""
    today = now.astimezone(home).date()
    later = later_today(now, home)
    times = {due.local(home).time() for due in dues.values() if due and due.time is not None}
    week = week_of(today, first_weekday)[0] + 7 * DAY
    return Offers(
        later={uid: moment_on(today, later, due, home) for uid, due in dues.items()}
        if later is not None
        else None,
        morning={uid: moment_on(today + DAY, MORNING, due, home) for uid, due in dues.items()},
        same_time={uid: same_time_on(today + DAY, due, home) for uid, due in dues.items()}
        if times - {MORNING}
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
