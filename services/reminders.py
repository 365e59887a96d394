"""Reminding: what falls due when, giving it once, snoozing, and a task's own reminders.

Owns what was given already. All up to the mark in the file was; what quiet hours or a snooze
hold back stands beside it. Both are written in the transaction that decides what to give, so
two sessions or processes never give the same. Must not know how a notice looks.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Protocol

from models import holding, reminding
from models.errors import ImpossibleValue, NothingToCountFrom
from models.holding import Held, Waiting
from models.reminding import Notice, NoticeKind, Reminded, Rules
from models.storage import reminder_rows, setting_rows, task_rows
from models.storage.unit import UnitOfWork
from models.task import Reminder, ReminderAnchor, Task
from services.amending import change_task, read_task
from services.calendar import BEGINNING, END
from services.changes import Changed
from services.fields import checked_reminders
from services.gesture import Gesture
from services.settings import Settings
from services.workspace import Workspace

#: Up to where everything was given, in UTC; not a choice.
_MARK = "reminded_until"
#: How far back the first look goes: what was missed before is no news.
_FIRST_LOOK = timedelta(days=7)
#: A mark further ahead than this was set by a clock that was wrong; one less far by a clock that
#: was put right by a little, and then nothing is given twice.
_WRONG_CLOCK = timedelta(minutes=10)
#: How far the instants in the file may lie from those of the rules: a whole day's, a DST change's.
_SLACK = timedelta(days=2)
_COUNTED_FROM = {
    # Without a lead it must be ready when it is due.
    ReminderAnchor.READY: "due",
    ReminderAnchor.DUE: "due",
    ReminderAnchor.START: "dtstart",
}
#: How far ahead the next notice is looked for, in steps: most have one within the first.
_AHEAD = (timedelta(days=2), timedelta(days=60), END - BEGINNING)
_TICK = timedelta(microseconds=1)


class Notifier(Protocol):
    """Something that says notices to the user."""

    def give(self, notices: tuple[Notice, ...]) -> None:
        """Say them, several as one; called from any thread, after they count as given."""
        ...


def rules_of(settings: Settings) -> Rules:
    """The rules that the settings make."""
    quiet = (settings.quiet_start, settings.quiet_end) if settings.has_quiet_hours else None
    return Rules(settings.almost_due, settings.day_reminder, quiet)


def notices_between(desk: Workspace, since: datetime, until: datetime) -> tuple[Notice, ...]:
    """What open tasks, as they stand, remind of with ``since <= at < until`` (aware).

    Given or not, and on or off: this only tells. `Notice.give_at` says when quiet hours let it
    through.
    """
    rules = rules_of(desk.settings)
    with desk.reading() as unit:
        tasks = _tasks(unit, since, until, rules)
    return reminding.notices_between(tasks, since, until, rules, desk.zone)


def upcoming(desk: Workspace, horizon: timedelta) -> tuple[Notice, ...]:
    """What is to be given within `horizon` from now, by `give_at`: for the system's alarm clock.

    What is held back comes with the instant until which it is; none while reminders are off.
    """
    now = desk.now()
    until = min(now + horizon, END)
    if not desk.settings.has_reminders:
        return ()
    rules = rules_of(desk.settings)
    with desk.reading() as unit:
        waiting = _waiting(unit, now, until, rules, desk)
    planned = holding.planned(waiting, now, rules, desk.zone)
    return tuple(notice for notice in planned if notice.give_at < until)


def next_notice_at(desk: Workspace) -> datetime | None:
    """When `give_due` has something to do next, in UTC; in the past: now. None: nothing is ahead.

    To give it, to hold it back, or while reminders are off to let go of it; and to put a mark
    right that a wrong clock has set.
    """
    now = desk.now()
    rules = rules_of(desk.settings)
    with desk.reading() as unit:
        if _is_wrong(_mark(unit, now), now):
            return now
        for ahead in _AHEAD:
            until = min(now + ahead, END)
            waiting = _waiting(unit, now, until, rules, desk)
            instants = [notice.at for notice in waiting.fresh]
            instants += [one.until for one in waiting.held.values()]
            if instants:
                return min(instants)
    return None


def give_due(desk: Workspace, notifier: Notifier) -> tuple[Notice, ...]:
    """Give what has fallen due and was not given; several, also of a time away, all at once.

    `models.holding.settle` says what waits. What had passed already when the task was last
    changed is no news: whoever moves a due into the past knows. While reminders are off what
    falls due is let go.
    """
    now = desk.now()
    rules = rules_of(desk.settings)
    is_on = desk.settings.has_reminders
    with desk.writing() as unit:
        waiting = _waiting(unit, now, now + _TICK, rules, desk)
        has_ripe = bool(waiting.fresh) or any(one.until <= now for one in waiting.held.values())
        if not has_ripe and not _is_wrong(_mark(unit, now), now):
            return ()
        given, held = holding.settle(waiting, now, rules, desk.zone)
        reminder_rows.release(unit, waiting.held.keys() - held.keys())
        if is_on:
            for uid, one in held.items():
                if waiting.held.get(uid) != one:
                    reminder_rows.hold(unit, one)
        setting_rows.write(unit, {_MARK: (now + _TICK).isoformat()})
        unit.commit()
    if not is_on or not given:
        return ()
    notifier.give(given)
    return given


def standing(desk: Workspace, notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """Those that still say something: the task is open, due as they say, and not snoozed since."""
    with desk.reading() as unit:
        held = reminder_rows.held(unit)
        return tuple(
            notice
            for notice in notices
            if not _is_snoozed(notice, held.get(notice.uid))
            and (task := task_rows.read(unit, notice.uid, with_parts=False)) is not None
            and task.is_open
            and task.due == notice.due
        )


def snooze(desk: Workspace, uid: str, until: datetime) -> datetime:
    """Remind of a task again at `until` (aware), also in quiet hours, and not before; gives it.

    It changes nothing of the task, so it is not in its history and Undo does not know it: another
    snooze takes its place.

    Raises:
        UnknownTask: there is no such task.
        ImpossibleValue: `until` is not ahead.
    """
    now = desk.now()
    if not now < until < END:
        raise ImpossibleValue("snooze", until.isoformat(timespec="minutes"))
    rules = rules_of(desk.settings)
    with desk.writing() as unit:
        task = read_task(unit, uid)
        passed = [
            notice
            for notice in reminding.notices_of(_reminded(task), rules, desk.zone)
            if notice.at <= now
        ]
        kind = passed[-1].kind if passed else NoticeKind.REMINDER
        at = passed[-1].at if passed else until
        reminder_rows.hold(unit, Held(uid, kind, at, until, is_snoozed=True))
        unit.commit()
    desk.changes.announce(Changed(action="snooze", tasks=frozenset({uid})))
    return until


def dismiss(desk: Workspace, uid: str) -> None:
    """Let go of what is held back of a task: its snooze ends without a notice."""
    with desk.writing() as unit:
        reminder_rows.release(unit, (uid,))
        unit.commit()
    desk.changes.announce(Changed(action="dismiss", tasks=frozenset({uid})))


def remind(desk: Workspace, uid: str, reminder: Reminder) -> Task:
    """Give a task one more reminder; one that it has already changes nothing.

    Raises:
        UnknownTask: there is no such task.
        NothingToCountFrom: the task has no due or start that the reminder could count from.
        ImpossibleValue: there can be no such reminder, or there are too many.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "edit")
        task = read_task(unit, uid)
        if (field := _COUNTED_FROM.get(reminder.anchor)) and getattr(task, field) is None:
            raise NothingToCountFrom(field)
        reminders = checked_reminders((*task.reminders, reminder))
        return gesture.commit(unit, change_task(unit, gesture, uid, {"reminders": reminders}, task))


def forget(desk: Workspace, uid: str, reminder: Reminder) -> Task:
    """Take one of its reminders from a task; one that it has not changes nothing.

    Raises:
        UnknownTask: there is no such task.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "edit")
        task = read_task(unit, uid)
        left = tuple(one for one in task.reminders if one != reminder)
        return gesture.commit(unit, change_task(unit, gesture, uid, {"reminders": left}, task))


def _waiting(
    unit: UnitOfWork, now: datetime, until: datetime, rules: Rules, desk: Workspace
) -> Waiting:
    """What falls due from the mark to `until`, and what is held back."""
    mark = _mark(unit, now)
    since = now if _is_wrong(mark, now) else mark
    tasks = {task.uid: task for task in _tasks(unit, since, until, rules)}
    fresh = reminding.notices_between(tasks.values(), since, until, rules, desk.zone)
    return Waiting(
        tuple(notice for notice in fresh if notice.at >= tasks[notice.uid].last_modified),
        reminder_rows.held(unit),
        tasks,
    )


def _mark(unit: UnitOfWork, now: datetime) -> datetime:
    kept = setting_rows.read(unit).get(_MARK)
    if kept is None:
        return now - _FIRST_LOOK
    return datetime.fromisoformat(kept)


def _is_wrong(mark: datetime, now: datetime) -> bool:
    return mark > now + _WRONG_CLOCK


def _tasks(
    unit: UnitOfWork, since: datetime, until: datetime, rules: Rules
) -> tuple[Reminded, ...]:
    first = max(since, BEGINNING) - _SLACK
    return reminder_rows.remindable(unit, first, min(until, END) + rules.almost + _SLACK)


def _is_snoozed(notice: Notice, one: Held | None) -> bool:
    """Whether somebody snoozed the notice: an exact one may come during an earlier snooze."""
    return one is not None and one.is_snoozed and one.at >= notice.at


def _reminded(task: Task) -> Reminded:
    return Reminded(
        task.uid,
        task.summary,
        task.dtstart,
        task.due,
        task.lead,
        task.last_modified,
        task.reminders,
    )
