"""Reminders in words: what a notice says, what a task's reminder is, how long a snooze lasts.

It knows no clock and no screen: the app, the desktop and the command line use it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from models.reminding import Notice, NoticeKind, Snooze, snooze_until
from models.task import Reminder, ReminderAnchor
from views.text.dates import Dates
from views.text.words import Words, mark_in

KIND_LABELS: Mapping[NoticeKind, str] = {
    NoticeKind.REMINDER: mark_in("notice", "Reminder"),
    NoticeKind.ALMOST_DUE: mark_in("notice", "Almost due"),
    NoticeKind.READY_MISSED: mark_in("notice", "Ready time missed"),
    NoticeKind.DUE_MISSED: mark_in("notice", "Missed"),
}

_BEFORE: Mapping[ReminderAnchor, Callable[[Words, str], str]] = {
    ReminderAnchor.DUE: lambda words, span: words.say("{span} before it is due", span=span),
    ReminderAnchor.READY: lambda words, span: words.say("{span} before it is ready", span=span),
    ReminderAnchor.START: lambda words, span: words.say("{span} before the start", span=span),
}
_AFTER: Mapping[ReminderAnchor, Callable[[Words, str], str]] = {
    ReminderAnchor.DUE: lambda words, span: words.say("{span} after it is due", span=span),
    ReminderAnchor.READY: lambda words, span: words.say("{span} after it is ready", span=span),
    ReminderAnchor.START: lambda words, span: words.say("{span} after the start", span=span),
}
_THEN: Mapping[ReminderAnchor, Callable[[Words], str]] = {
    ReminderAnchor.DUE: lambda words: words.say("When it is due"),
    ReminderAnchor.READY: lambda words: words.say("When it must be ready"),
    ReminderAnchor.START: lambda words: words.say("At the start"),
}


def kind_label(words: Words, kind: NoticeKind) -> str:
    """``Hampir tenggat`` or ``Almost due``."""
    return words.say_in("notice", KIND_LABELS[kind])


def notice_text(dates: Dates, notice: Notice, now: datetime) -> str:
    """What a notice says under the task's title: ``Hampir tenggat · siap sebelum 15.00``.

    Where the time to be ready by has passed it tells the due, which can still be met.
    """
    label, words = kind_label(dates.words, notice.kind), dates.words
    if notice.due is None:
        return label
    if notice.ready is not None and not notice.kind.is_missed:
        when = words.say("ready by {time}", time=dates.due(notice.ready, now))
    else:
        when = words.say("due {when}", when=dates.due(notice.due, now))
    return f"{label} · {when}"


def notices_title(words: Words, notices: Sequence[Notice]) -> str:
    """The title of several notices at once: ``3 pengingat``; of one the task's own."""
    if len(notices) == 1:
        return notices[0].summary
    return words.count("{count} reminder", "{count} reminders", len(notices))


def notices_lines(words: Words, notices: Sequence[Notice], most: int) -> tuple[str, ...]:
    """Several at once by their kinds, what is missed first: ``Terlewat waktu siap: Reels, Story``.

    So many tasks as `most` are named; an ellipsis stands for the others.
    """
    named = sorted(notices, key=lambda notice: -list(NoticeKind).index(notice.kind))[:most]
    lines = [
        f"{kind_label(words, kind)}: {', '.join(each.summary for each in same)}"
        for kind, same in groupby(named, key=lambda notice: notice.kind)
    ]
    if len(notices) > most:
        lines[-1] += "…"
    return tuple(lines)


def reminder_text(dates: Dates, reminder: Reminder, now: datetime) -> str:
    """A task's reminder: ``30 mnt sebelum siap``, ``besok 08.00``."""
    if reminder.anchor is ReminderAnchor.AT:
        return "" if reminder.at is None else dates.instant(reminder.at, now)
    if not reminder.offset:
        return _THEN[reminder.anchor](dates.words)
    said = _BEFORE if reminder.offset < timedelta(0) else _AFTER
    return said[reminder.anchor](dates.words, dates.duration(abs(reminder.offset)))


def snooze_text(dates: Dates, choice: Snooze, now: datetime, home: ZoneInfo) -> str:
    """``10 mnt``, ``1 j``, ``Nanti malam 18.00`` or ``Besok pagi 08.00``."""
    until = snooze_until(choice, now, home)
    match choice:
        case Snooze.TEN_MINUTES | Snooze.HOUR:
            return dates.duration(until - now)
        case Snooze.EVENING:
            return dates.words.say("This evening {time}", time=dates.time(until))
        case Snooze.MORNING:
            return dates.words.say("Tomorrow morning {time}", time=dates.time(until))
