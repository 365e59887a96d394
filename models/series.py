"""Series: which occurrence of a repeating task comes next, and what it takes over.

Pure. Rules are worked out by `models.recurrence`; what is written where is
known to `services.series`.

A series has one open task at a time. Its rule counts from `series_start`
(RFC 5545's DTSTART), so COUNT, UNTIL and INTERVAL mean what they mean in a
calendar, however late or early each task is completed. What repeats from its
completion has no such start: there COUNT is what is left, and counts down.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from models.errors import ImpossibleRule
from models.moment import Moment
from models.recurrence import Frequency, Rule, WeekdayOf, occurrences, parse
from models.task import Reminder, ReminderAnchor, RepeatFrom, Task

#: Nobody reads a larger number of occurrences that were missed.
PASSED_LIMIT = 999


class Scope(StrEnum):
    """Which tasks of a series a change is for."""

    THIS = "this"
    FOLLOWING = "following"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Next:
    """The occurrence that follows a task.

    Attributes:
        moment: what the rule gives it.
        start: what the rule counts from.
        rrule: the rule of the next task; one from completion has counted down.
        passed_over: how many occurrences in between are past already.
    """

    moment: Moment
    start: Moment
    rrule: str
    passed_over: int = 0


def original_of(task: Task) -> Moment | None:
    """The moment that the rule gave the task, wherever it was moved since."""
    return task.recurrence_id or task.due or task.dtstart


def next_of(task: Task, now: datetime, home: ZoneInfo) -> Next | None:
    """What follows when the task is completed at `now` (aware); None at the end of the series.

    From due: the first moment of the rule that is later than the task's own and
    not past at `now`; a whole day is past when it is over. From completion: the
    first that is later than the day and clock of the completion.
    """
    try:
        rule = parse(task.rrule or "")
        if task.repeat_from is RepeatFrom.COMPLETION:
            return _from_completion(task, rule, now, home)
        return _from_due(task, rule, now, home)
    except ImpossibleRule:
        # A rule from elsewhere that we cannot follow: the task is a task like any other.
        return None


def _from_due(task: Task, rule: Rule, now: datetime, home: ZoneInfo) -> Next | None:
    own = original_of(task) or Moment(now.astimezone(home).date())
    start = _timed(rule, task.series_start or own)
    mark = own.instant(home)
    exdates = task.exdates
    after = max(mark, now)
    found = next(occurrences(rule, start, home=home, exdates=exdates, after=after, limit=1), None)
    if found is None:
        return None
    past = occurrences(
        rule, start, home=home, exdates=exdates, after=mark, until=after, limit=PASSED_LIMIT
    )
    return Next(found, start, rule.text, sum(1 for _ in past) if now > mark else 0)


def _from_completion(task: Task, rule: Rule, now: datetime, home: ZoneInfo) -> Next | None:
    if rule.count == 1:
        return None
    own = original_of(task)
    zone = own.zone if own is not None and own.zone is not None else home.key
    here = Moment.at(now, zone)
    start = Moment(here.date)
    if rule.freq is Frequency.HOURLY:
        start = replace(here, time=(here.time or time()).replace(second=0, microsecond=0))
    elif own is not None and own.time is not None:
        start = Moment(here.date, own.time, own.zone)
    counted = _within_months(replace(rule, count=None), start)
    found = next(
        occurrences(
            counted, start, home=home, exdates=task.exdates, after=start.instant(home), limit=1
        ),
        None,
    )
    if found is None:
        return None
    left = replace(rule, count=rule.count - 1) if rule.count is not None else rule
    return Next(found, found, left.text)


def _timed(rule: Rule, start: Moment) -> Moment:
    """`start` with a time, where the rule needs one: its day's first hour."""
    if rule.freq is Frequency.HOURLY and start.time is None:
        return Moment(start.date, time())
    return start


def _within_months(rule: Rule, start: Moment) -> Rule:
    """A month after 31 January is the end of February: the RFC's rule would leave it out."""
    is_plain = rule == Rule(rule.freq, rule.interval, until=rule.until, wkst=rule.wkst)
    if (
        not is_plain
        or start.date.day <= 28
        or rule.freq
        not in (
            Frequency.MONTHLY,
            Frequency.YEARLY,
        )
    ):
        return rule
    months = (start.date.month,) if rule.freq is Frequency.YEARLY else ()
    days = tuple(range(28, start.date.day + 1))
    return replace(rule, by_month=months, by_month_day=days, by_set_pos=(-1,))


def successor(task: Task, found: Next) -> dict[str, Any]:
    """The moments and reminders of the next occurrence, by field; all else it takes over.

    Start, and reminders at a fixed instant, keep their distance from the due.
    """
    step = Step.between(task.due or task.dtstart or found.moment, found.moment)
    values: dict[str, Any] = {
        "rrule": found.rrule,
        "series_start": found.start,
        "recurrence_id": found.moment,
        "series_fields": None,
        "passed_over": 0,
        "reminders": tuple(step.reminder(each) for each in task.reminders),
    }
    if task.due is None and task.dtstart is not None:
        return {**values, "dtstart": found.moment}
    return {
        **values,
        "due": found.moment,
        "dtstart": step.moment(task.dtstart) if task.dtstart else None,
    }


@dataclass(frozen=True, slots=True)
class Step:
    """How far the next occurrence lies from one: in whole days, and on the wall clock."""

    days: timedelta
    wall: timedelta

    @classmethod
    def between(cls, one: Moment, other: Moment) -> Step:
        """The step from `one` to `other`; a whole day on either side has no clock to compare."""
        days = other.date - one.date
        if one.time is None or other.time is None:
            return cls(days, days)
        first = datetime.combine(one.date, one.time)
        return cls(days, datetime.combine(other.date, other.time) - first)

    def moment(self, moment: Moment) -> Moment:
        """The moment as far on; a whole day by whole days."""
        return moment.moved_by(self.days if moment.time is None else self.wall)

    def reminder(self, reminder: Reminder) -> Reminder:
        """The reminder as far on, where it stands at an instant of its own."""
        if reminder.anchor is not ReminderAnchor.AT or reminder.at is None:
            return reminder
        return replace(reminder, at=reminder.at + self.wall)


def kept_in_series(
    task: Task, values: Mapping[str, Any], changing: Collection[str]
) -> dict[str, Any]:
    """What else changes with `values`, so that the series goes on where it should.

    A moved due is this occurrence's alone: the moment that the rule gave it is
    kept. A new rule counts from the task's due of then on. What `values` say
    themselves stands.

    Args:
        changing: the names of those values that are not the task's already.
    """
    own = task.due or task.dtstart
    is_moved = "due" in changing or (task.due is None and "dtstart" in changing)
    more: dict[str, Any] = {}
    if "rrule" in changing:
        more = {"series_start": None, "recurrence_id": None, "exdates": (), "series_fields": None}
    elif is_moved and task.rrule and own is not None and task.recurrence_id is None:
        more = {"recurrence_id": own, "series_start": task.series_start or own}
    return {name: value for name, value in more.items() if name not in values}


def moved_rule(task: Task, due: Moment | None, home: ZoneInfo) -> str | None:
    """The task's rule when it and all that follow move to `due`, which the rule then counts from.

    Days that the rule names move along where that can be said; COUNT is what is left.
    """
    own = original_of(task)
    if task.rrule is None or own is None or due is None:
        return task.rrule
    try:
        rule = _with_days_moved(parse(task.rrule), own, due)
    except ImpossibleRule:
        return task.rrule
    if rule.count is not None and task.repeat_from is RepeatFrom.DUE and task.series_start:
        before = parse(task.rrule)
        past = occurrences(before, task.series_start, home=home, until=own.instant(home))
        used = sum(1 for moment in past if moment.instant(home) < own.instant(home))
        rule = replace(rule, count=max(1, rule.count - used))
    return rule.text


def _with_days_moved(rule: Rule, one: Moment, other: Moment) -> Rule:
    days = (other.date - one.date).days
    day = other.date
    more: dict[str, Any] = {}
    if rule.freq is Frequency.WEEKLY and rule.by_day:
        more["by_day"] = tuple(
            sorted({WeekdayOf((each.weekday + days) % 7) for each in rule.by_day})
        )
    elif days and rule.by_month_day == (one.date.day,):
        more["by_month_day"] = (day.day,)
        if rule.by_month == (one.date.month,):
            more["by_month"] = (day.month,)
    elif days and rule.freq is Frequency.MONTHLY and len(rule.by_day) == 1:
        (named,) = rule.by_day
        is_last = named.number < 0 and (day + timedelta(days=7)).month != day.month
        number = -1 if is_last else (day.day - 1) // 7 + 1
        if named.number:
            more["by_day"] = (WeekdayOf(day.weekday(), number),)
    if one.time is not None and other.time is not None and rule.by_hour == (one.time.hour,):
        more["by_hour"] = (other.time.hour,)
        more["by_minute"] = (other.time.minute,)
    return replace(rule, **more)
