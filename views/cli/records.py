"""Tasks, goals, their changes and time as JSON records, under the names of RFC 5545 in snake case.

Instants are UTC, moments as they were said, spans as RFC 5545 writes them and in
seconds. A record of a list has what a list reads; a task's own record has all.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from models.goal import Goal
from models.ledger import LedgerEntry
from models.lists import DayOfTasks
from models.moment import Moment
from models.person import Person, Proposal
from models.record import COUNTS
from models.record import Record as PromiseRecord
from models.reminding import Notice
from models.task import Reminder, Task, TaskChange, TaskLine
from models.time_spent import TimeEntry, spent
from views.cli.values import span_text

Record = dict[str, Any]


def task_record(
    task: Task,
    line: TaskLine,
    home: ZoneInfo,
    now: datetime,
    *,
    goal_name: str | None = None,
    steps: tuple[TaskLine, ...] = (),
    following: TaskLine | None = None,
    progress: float | None = None,
) -> Record:
    """Everything of a task; `home` is the zone of whoever reads it at `now`.

    `line` is the task as lists have it, which says how it stands.
    `following` is the open occurrence of its series, where that is another task; `progress`
    how much of its steps is done, 0 to 1, see `models.steps.share_done`.
    """
    return {
        "uid": task.uid,
        "summary": task.summary,
        "description": task.description,
        "status": task.status.value,
        "priority": task.priority,
        "dtstart": task.dtstart.isoformat() if task.dtstart else None,
        "dtstart_zone": task.dtstart.zone if task.dtstart else None,
        **_due_record(task.due, task.lead, home),
        "standing": line.standing(now).value,
        **span_record("estimate", task.estimate),
        **span_record("open_work", line.open_work),
        **span_record("offset", task.offset),
        "rrule": task.rrule,
        "repeat_from": task.repeat_from.value,
        "series": task.series,
        "recurrence_id": task.recurrence_id.isoformat() if task.recurrence_id else None,
        "series_start": task.series_start.isoformat() if task.series_start else None,
        "exdates": [moment.isoformat() for moment in task.exdates],
        "passed_over": task.passed_over,
        "next": line_record(following, home, now) if following else None,
        "percent_complete": task.percent_complete,
        "categories": list(task.categories),
        "attendees": list(task.attendees),
        "reminders": [reminder_record(reminder) for reminder in task.reminders],
        "goal": goal_name,
        "goal_uid": task.goal,
        "parent": task.parent,
        "position": task.position,
        "pinned": task.pinned,
        "url": task.url,
        "is_locked": task.is_locked,
        "gap": task.gap,
        "replaces": task.replaces,
        "waiting_for": task.waiting_for,
        "follow_up": task.follow_up.isoformat() if task.follow_up else None,
        "created": _instant(task.created),
        "last_modified": _instant(task.last_modified),
        "completed": _instant(task.completed),
        "sequence": task.sequence,
        "deleted": _instant(task.deleted),
        "steps": [line_record(step, home, now) for step in steps],
        "steps_percent": None if progress is None else int(100 * progress),
    }


def line_record(line: TaskLine, home: ZoneInfo, now: datetime) -> Record:
    """What a list knows of a task, and how it stands at `now`."""
    return {
        "uid": line.uid,
        "summary": line.summary,
        "status": line.status,
        "priority": line.priority,
        **_due_record(line.due, line.lead, home),
        "standing": line.standing(now).value,
        "waiting_for": line.waiting_for,
        **span_record("estimate", line.estimate),
        **span_record("open_work", line.open_work),
        **span_record("offset", line.offset),
        "rrule": line.rrule,
        "categories": list(line.categories),
        "attendees": list(line.attendees),
        "goal": line.goal_name,
        "goal_uid": line.goal,
        "parent": line.parent,
        "position": line.position,
        "pinned": line.pinned,
        "completed": _instant(line.completed),
        "deleted": _instant(line.deleted),
        "steps_done": line.steps_done,
        "steps_total": line.steps_total,
    }


def person_record(person: Person) -> Record:
    """Somebody whom tasks are handed to."""
    return {
        "uid": person.uid,
        "name": person.name,
        "channel": person.channel,
        "language": person.language,
        "created": _instant(person.created),
        "last_modified": _instant(person.last_modified),
    }


def proposal_record(proposal: Proposal) -> Record:
    """What was proposed to somebody, and what they said."""
    return {
        "uid": proposal.uid,
        "task_uid": proposal.task,
        "person": proposal.person,
        "kind": proposal.kind.value,
        "due": proposal.due.isoformat() if proposal.due else None,
        "made": _instant(proposal.made),
        "answer": proposal.answer.value if proposal.answer else None,
        "answered": _instant(proposal.answered),
        "counter": proposal.counter.isoformat() if proposal.counter else None,
    }


def day_record(
    day: DayOfTasks, load: timedelta, capacity: timedelta, home: ZoneInfo, now: datetime
) -> Record:
    """One day of the timeline, how much work it holds, and how much it can."""
    return {
        "day": day.day.isoformat(),
        **span_record("load", load),
        **span_record("capacity", capacity),
        "tasks": [line_record(line, home, now) for line in day.lines],
    }


def change_record(change: TaskChange, text: str) -> Record:
    """One entry of a task's history; `text` says it in words."""
    return {
        "gesture": change.gesture,
        "action": change.action,
        "at": _instant(change.at),
        "origin": change.origin or None,
        "before": None if change.is_made else change.before,
        "after": None if change.is_purged else change.after,
        "text": text,
    }


def goal_record(goal: Goal) -> Record:
    """Everything of a goal."""
    return {
        "uid": goal.uid,
        "name": goal.name,
        "description": goal.description,
        "category": goal.category,
        "color": goal.color.value,
        "icon": goal.icon,
        "pinned": goal.pinned,
        "archived": goal.archived,
        "position": goal.position,
        **span_record("default_lead", goal.default_lead),
        "created": _instant(goal.created),
        "last_modified": _instant(goal.last_modified),
        "tasks_done": goal.tasks_done,
        "tasks_total": goal.tasks_total,
    }


def entry_record(entry: TimeEntry, now: datetime) -> Record:
    """One time entry; a running one is as long as it is at `now`."""
    return {
        "uid": entry.uid,
        "task": entry.task,
        "started": _instant(entry.started),
        "ended": _instant(entry.ended),
        **span_record("span", entry.span(now)),
        "is_running": entry.is_running,
        "note": entry.note,
    }


def time_record(task: Task, entries: tuple[TimeEntry, ...], now: datetime) -> Record:
    """What was planned for a task and what was spent on it."""
    return {
        "uid": task.uid,
        "summary": task.summary,
        **span_record("estimate", task.estimate),
        **span_record("tracked", spent(entries, now)),
        "entries": [entry_record(entry, now) for entry in entries],
    }


def ledger_record(entry: LedgerEntry) -> Record:
    """One entry of the ledger, whole."""
    return {
        "gesture": entry.gesture,
        "at": _instant(entry.at),
        "kind": entry.kind,
        "uid": entry.task_uid,
        "goal_uid": entry.goal_uid,
        "summary": entry.summary,
        **moment_record("due", entry.due),
        "due_at": _instant(entry.due_at),
        "ready_at": _instant(entry.ready_at),
        "zone": entry.zone,
        "reason": entry.reason,
        "reason_text": entry.reason_text,
        "other": entry.other,
        "person": entry.person,
        "withdraws": entry.withdraws,
    }


def record_record(record: PromiseRecord, first: date, last: date) -> Record:
    """The record of the days from `first` to `last`; null stands for no reason and no goal."""
    slips = {"reason": record.by_reason, "goal_uid": record.by_goal, "weekday": record.by_weekday}
    return {
        "first": first.isoformat(),
        "last": last.isoformat(),
        "planned": record.planned,
        **{name: getattr(record, name) for name in (*COUNTS, "re_promised")},
        **{
            name: {"kept": rate.kept, "judged": rate.judged, "share": rate.share}
            for name, rate in (
                ("original", record.original),
                ("renegotiated", record.renegotiated),
                ("ready", record.ready),
            )
        },
        **span_record("median_slip", record.median_slip),
        **{
            f"slips_by_{name}": [{name: key, "count": count} for key, count in counted.items()]
            for name, counted in slips.items()
        },
        "tasks": {name: list(uids) for name, uids in record.tasks.items()},
    }


def ready_moment(due: Moment | None, lead: timedelta | None, home: ZoneInfo) -> Moment | None:
    """When a task must be ready: its lead before its due, counted in hours that pass."""
    if due is None or due.time is None or lead is None:
        return None
    ready = Moment.at(due.instant(home) - lead, due.zone or home.key)
    return ready if due.zone else Moment(ready.date, ready.time)


def moment_record(name: str, moment: Moment | None) -> Record:
    """A moment whole, and its date, time and zone; all null without one."""
    return {
        name: moment.isoformat() if moment else None,
        f"{name}_date": moment.date.isoformat() if moment else None,
        f"{name}_time": _clock(moment.time) if moment else None,
        f"{name}_zone": moment.zone if moment else None,
    }


def notice_record(notice: Notice) -> Record:
    """Why and when a task reminds."""
    return {
        "uid": notice.uid,
        "summary": notice.summary,
        "kind": notice.kind.value,
        "at": _instant(notice.at),
        "give_at": _instant(notice.give_at),
        "is_exact": notice.is_exact,
        "due": notice.due.isoformat() if notice.due else None,
        "ready_by": notice.ready.isoformat() if notice.ready else None,
    }


def _due_record(due: Moment | None, lead: timedelta | None, home: ZoneInfo) -> Record:
    ready = ready_moment(due, lead, home)
    return {
        **moment_record("due", due),
        **span_record("lead", lead),
        "ready_by": ready.isoformat() if ready else None,
    }


def span_record(name: str, span: timedelta | None) -> Record:
    """A span as RFC 5545 writes it, and in seconds; both null without one."""
    return {
        name: None if span is None else span_text(span),
        f"{name}_seconds": None if span is None else int(span.total_seconds()),
    }


def reminder_record(reminder: Reminder) -> Record:
    """A reminder: its offset in seconds (negative: before), or its UTC instant."""
    return {
        "anchor": reminder.anchor.value,
        "offset_seconds": int(reminder.offset.total_seconds()),
        "at": _instant(reminder.at),
    }


def _clock(value: time | None) -> str | None:
    """``16:00``; with seconds only where there are some, as in the moment beside it."""
    if value is None:
        return None
    return value.isoformat("seconds" if value.second or value.microsecond else "minutes")


def _instant(value: datetime | None) -> str | None:
    return None if value is None else value.astimezone(UTC).isoformat(timespec="seconds")
