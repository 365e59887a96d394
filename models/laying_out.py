"""Starting a goal template: where its tasks come to stand on the calendar.

Owns how days, repeat rules and reminders move along. Pure: no storage and no clock.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from models.errors import ImpossibleDate, ImpossibleRule
from models.moment import Moment, utc_of_wall, zone_named
from models.recurrence import Rule, occurrences, parse
from models.steps import due_of_step
from models.task import Reminder, ReminderAnchor, RepeatFrom, TaskFields
from models.template import Anchor, GoalTemplate, TemplateTask

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Laid:
    """A task of a template on its real dates, and its steps."""

    fields: TaskFields
    steps: tuple[Laid, ...] = ()


def first_day_on(template: GoalTemplate, on: date, anchor: Anchor) -> date:
    """The day 0 of a plan for which `on` is what `anchor` says.

    Raises:
        ImpossibleDate: it lies outside the calendar.
    """
    return _moved_day(on, -template.target if anchor is Anchor.END else 0)


def laid_out(template: GoalTemplate, on: date, anchor: Anchor, home: ZoneInfo) -> tuple[Laid, ...]:
    """The tasks as they are when the template is started on a date.

    Days keep their distance and times their clock, in the zone that was said or in none. A
    task that repeats begins on the first day of its rule that is not earlier, so a meeting on
    Mondays stays one; UNTIL and a reminder at a fixed time move along. A step with an offset is
    due when that says.

    Raises:
        ImpossibleDate: a day of it lies outside the calendar.
    """
    days = (first_day_on(template, on, anchor) - template.first_day).days
    return tuple(laid_task(task, days, home, None) for task in template.tasks)


def laid_task(task: TemplateTask, days: int, home: ZoneInfo, parent: Moment | None) -> Laid:
    """The task and its steps, `days` after where the template has them; see `laid_out`.

    Args:
        parent: what it is a step of is due then.
    """
    rrule = task.rrule
    if rrule is not None and days:
        rule = _ending_later(parse(rrule), days, task.due or task.dtstart, home)
        days += _days_to_rule(rule, task, days, home)
        rrule = rule.text
    due = moved(task.due, days)
    if task.offset is not None:
        due = due_of_step(parent, task.offset)
    fields: TaskFields = {
        "summary": task.summary,
        "description": task.description,
        "priority": task.priority,
        "dtstart": moved(task.dtstart, days),
        "due": due,
        "lead": task.lead,
        "estimate": task.estimate,
        "offset": task.offset,
        "rrule": rrule,
        "repeat_from": task.repeat_from,
        "categories": task.categories,
        "attendees": task.attendees,
        "reminders": tuple(moved_reminder(each, days, home) for each in task.reminders),
        "url": task.url,
    }
    return Laid(fields, tuple(laid_task(step, days, home, due) for step in task.steps))


def _days_to_rule(rule: Rule, task: TemplateTask, days: int, home: ZoneInfo) -> int:
    """How many days after its moved day the task comes true by its rule.

    None where its own day was none of the rule's: somebody chose it.
    """
    own = task.due or task.dtstart
    if own is None or task.repeat_from is RepeatFrom.COMPLETION:
        return 0
    plain = replace(rule, count=None, until=None)
    try:
        if next(occurrences(plain, own, home=home, limit=1), None) != own:
            return 0
        begin = _moved_moment(own, days)
        found = next(occurrences(plain, begin, home=home, limit=1), None)
    except ImpossibleRule:
        # An hourly rule without a time, from elsewhere: its day is as good as any.
        return 0
    return (found.date - begin.date).days if found is not None else 0


def _ending_later(rule: Rule, days: int, own: Moment | None, home: ZoneInfo) -> Rule:
    """The rule with its UNTIL as many days later; one in UTC by the task's own wall clock."""
    until = rule.until
    if until is None:
        return rule
    try:
        if not isinstance(until, datetime):
            moved: date = until + days * DAY
        elif until.tzinfo is None:
            moved = until + days * DAY
        else:
            zone = zone_named(own.zone) if own is not None and own.zone else home
            wall = until.astimezone(zone).replace(tzinfo=None) + days * DAY
            moved = utc_of_wall(wall, zone)
    except OverflowError as error:
        raise ImpossibleDate(until.isoformat()) from error
    return replace(rule, until=moved)


def moved_reminder(reminder: Reminder, days: int, home: ZoneInfo) -> Reminder:
    """The reminder as many days on, on the reader's wall clock, where it is at a fixed time."""
    if reminder.anchor is not ReminderAnchor.AT or reminder.at is None or not days:
        return reminder
    try:
        wall = reminder.at.astimezone(home).replace(tzinfo=None) + days * DAY
        return replace(reminder, at=utc_of_wall(wall, home).astimezone(UTC))
    except OverflowError as error:
        raise ImpossibleDate(reminder.at.isoformat()) from error


def moved(moment: Moment | None, days: int) -> Moment | None:
    """The moment as many days on: the same time in the same zone, or in none.

    Raises:
        ImpossibleDate: it lies outside the calendar.
    """
    return None if moment is None else _moved_moment(moment, days)


def _moved_moment(moment: Moment, days: int) -> Moment:
    return Moment(_moved_day(moment.date, days), moment.time, moment.zone)


def _moved_day(day: date, days: int) -> date:
    try:
        return day + days * DAY
    except OverflowError as error:
        raise ImpossibleDate(f"{day.isoformat()} {days:+}") from error
