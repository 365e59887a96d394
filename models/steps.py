"""When a step is due that follows its task: an offset from the task's due, and back.

Pure. What is carried along when a task moves is known to `services.following`.

An offset of whole days is counted on the calendar: a week before Friday 09:00 is Friday 09:00,
across a DST change too. Any other is time that passes (RFC 5545 section 3.3.6), on a floating
due the wall clock's. A whole day is due when it is over, so there hours count from its end: two
hours before Friday is Friday 22:00, a day before is Thursday.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from models.errors import ImpossibleDate
from models.moment import Moment, zone_named

DAY = timedelta(days=1)
#: How far from its task a step may be due: ten years.
OFFSET_LIMIT = timedelta(days=3_660)


def due_of_step(due: Moment | None, offset: timedelta) -> Moment | None:
    """The moment `offset` after its task's `due` (negative: before); None without a due.

    Raises:
        ImpossibleDate: it lies outside 1970 to 9000.
    """
    if due is None:
        return None
    try:
        if not offset % DAY:
            return due.moved_by(offset)
        if due.time is None:
            return Moment(due.date, time()).moved_by(DAY + offset)
        if due.zone is None:
            return due.moved_by(offset)
        return Moment.at(due.instant(zone_named(due.zone)) + offset, due.zone)
    except OverflowError as error:
        raise ImpossibleDate(due.isoformat()) from error


def offset_of_step(due: Moment, step: Moment, home: ZoneInfo) -> timedelta | None:
    """The offset that gives `step` its due for a reader in `home`; None where none does.

    A whole day is never an offset from a time, and neither is what lies 24 hours, but not a
    day, away; or ten years.
    """
    days = step.date - due.date
    passed = step.instant(home) - due.instant(home)
    for offset in (days, _whole_seconds(passed), _on_the_wall(due, step)):
        if abs(offset) <= OFFSET_LIMIT and _is_given(due, offset, step, home):
            return offset
    return None


def share_done(uid: str, steps: Sequence[tuple[str, str, bool]]) -> float | None:
    """How much of the steps of the task `uid` is done, 0 to 1; None without steps.

    Each of its direct steps counts the same: whole when it is done, else by as much as its own
    steps are, so that what is done at any depth moves all that is above it.

    Args:
        steps: uid, its parent's uid and whether it is done, parents first, of every depth.
    """
    shares: dict[str, list[float]] = {}
    for step, parent, is_done in reversed(steps):
        below = shares.get(step)
        share = 1.0 if is_done else sum(below) / len(below) if below else 0.0
        shares.setdefault(parent, []).append(share)
    found = shares.get(uid)
    return sum(found) / len(found) if found else None


def _is_given(due: Moment, offset: timedelta, step: Moment, home: ZoneInfo) -> bool:
    try:
        given = due_of_step(due, offset)
    except ImpossibleDate:
        return False
    if given is None or (given.time is None) != (step.time is None):
        return False
    return given == step or (given.zone != step.zone and given.instant(home) == step.instant(home))


def _on_the_wall(due: Moment, step: Moment) -> timedelta:
    """What a clock on the wall goes on by from `due` to `step`; a whole day's from its end."""
    return _wall(step) - _wall(due)


def _wall(moment: Moment) -> datetime:
    if moment.time is None:
        return datetime.combine(moment.date, time()) + DAY
    return datetime.combine(moment.date, moment.time)


def _whole_seconds(span: timedelta) -> timedelta:
    return timedelta(seconds=round(span.total_seconds()))
