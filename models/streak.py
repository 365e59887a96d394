"""Streaks: how many days in a row every promise was kept.

A day without a promise neither ends a streak nor lengthens it: rest is no slip. On a day off
or a public holiday what was kept counts, and what slipped does not. No storage, no clock, no
language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from models.promise import Promise
from models.record import is_kept
from models.workdays import WorkWeek


@dataclass(frozen=True, slots=True)
class Streak:
    """`days` in a row, of which `first` was the earliest; `is_broken` where a slip stands before.

    What is not broken within the days that were looked at may go on before them.
    """

    days: int = 0
    first: date | None = None
    is_broken: bool = False


def verdicts(promises: Iterable[Promise], now: datetime) -> dict[date, bool]:
    """Of each day for which something was promised and can be judged: whether all was kept.

    What was let go, replaced or handed over before its due is neither kept nor broken.
    """
    found: dict[date, bool] = {}
    for one in promises:
        kept = is_kept(one, one.due_at, now)
        if kept is not None:
            found[one.day] = found.get(one.day, True) and kept
    return found


def streak_of(
    kept: Mapping[date, bool],
    first: date,
    last: date,
    week: WorkWeek,
    before: Streak | None = None,
) -> Streak:
    """The streak that reaches back from `last`, looked for no further than `first`.

    Args:
        kept: as of `verdicts`.
        before: the streak of the days after `last`, to go on with.
    """
    streak = before or Streak()
    day = last
    while day >= first and not streak.is_broken:
        if day in kept and (kept[day] or week.is_working(day)):
            if kept[day]:
                streak = Streak(streak.days + 1, day)
            else:
                streak = Streak(streak.days, streak.first, is_broken=True)
        day -= timedelta(days=1)
    return streak
