"""When a task reminds: its own reminders, "almost due" and "missed", quiet hours, snoozing.

Pure rules over values. Every instant is aware UTC; the reader's zone and the present are
arguments. What was given already is not known here: storage and services see to that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from models.moment import Moment, utc_of_wall, zone_named
from models.task import Reminder, ReminderAnchor, ready_by

DAY = timedelta(days=1)
#: How many reminders of its own a task may have.
REMINDERS_LIMIT = 20
#: A longer span before or after would remind in another year.
OFFSET_LIMIT = 366 * DAY
#: "This evening" and "tomorrow morning", on the reader's wall clock.
EVENING = time(18)
MORNING = time(8)


class NoticeKind(StrEnum):
    """Why a task reminds; of one instant's the later ones say more."""

    REMINDER = "reminder"
    ALMOST_DUE = "almost-due"
    READY_MISSED = "ready-missed"
    DUE_MISSED = "due-missed"

    @property
    def is_missed(self) -> bool:
        """Whether a time has passed: the ready-by or the due."""
        return self in (NoticeKind.READY_MISSED, NoticeKind.DUE_MISSED)


_RANK = {kind: rank for rank, kind in enumerate(NoticeKind)}


@dataclass(frozen=True, slots=True)
class Rules:
    """What the reader chose.

    Attributes:
        almost: how long before its ready-by, else its due, a task is almost due.
        day_time: the wall-clock time at which a whole day reminds.
        quiet: from and to on the wall clock, the end not included; may cross midnight.
            None, or two equal times: no quiet hours.
    """

    almost: timedelta
    day_time: time
    quiet: tuple[time, time] | None = None


class Reminded(NamedTuple):
    """What the rules need of an open task; `last_modified` in UTC."""

    uid: str
    summary: str
    dtstart: Moment | None
    due: Moment | None
    lead: timedelta | None
    last_modified: datetime
    reminders: tuple[Reminder, ...] = ()


class Notice(NamedTuple):
    """That a task reminds at `at`.

    `give_at` is when to say so: later than `at` where quiet hours hold it back. With
    `is_exact` the reader chose that very instant, and nothing holds it back.
    """

    at: datetime
    kind: NoticeKind
    uid: str
    summary: str
    due: Moment | None
    ready: Moment | None
    give_at: datetime
    is_exact: bool = False

    @property
    def order(self) -> tuple[datetime, int, str]:
        """Earliest first; of one instant the kind that says more comes last."""
        return self.at, _RANK[self.kind], self.uid


def notices_of(task: Reminded, rules: Rules, home: ZoneInfo) -> tuple[Notice, ...]:
    """Every notice that an open task ever gives as it stands, earliest first, each once.

    A series stands at one occurrence: the next one's notices come with it. The next one's
    instants are others, so it reminds anew.
    """
    ready = ready_by(task.due, task.lead)
    found: dict[tuple[NoticeKind, datetime], Notice] = {}
    for kind, at, is_exact in _instants(task, ready, rules, home):
        give_at = at if is_exact else after_quiet(at, rules, home)
        if (kind, at) not in found or is_exact:
            found[kind, at] = Notice(
                at, kind, task.uid, task.summary, task.due, ready, give_at, is_exact
            )
    return tuple(sorted(found.values(), key=lambda notice: notice.order))


def notices_between(
    tasks: Iterable[Reminded], since: datetime, until: datetime, rules: Rules, home: ZoneInfo
) -> tuple[Notice, ...]:
    """What falls due with ``since <= at < until``, earliest first.

    Neighbouring intervals share nothing and leave nothing out.
    """
    found = (notice for task in tasks for notice in notices_of(task, rules, home))
    inside = (notice for notice in found if since <= notice.at < until)
    return tuple(sorted(inside, key=lambda notice: notice.order))


def latest_of_each(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """Of each task the notice that says most: who was almost late and then late is late."""
    latest: dict[str, Notice] = {}
    for notice in sorted(notices, key=lambda notice: notice.order):
        latest[notice.uid] = notice
    return tuple(sorted(latest.values(), key=lambda notice: notice.order))


def instant_before_or_after(
    moment: Moment, offset: timedelta, day_time: time, home: ZoneInfo
) -> datetime:
    """The UTC instant that lies `offset` after `moment` (negative: before).

    Whole days are counted on the wall clock and all else in time that passes (RFC 5545
    section 3.3.6): a day before 09:00 is 09:00 across a DST change too. A whole day counts from
    its `day_time`: nobody means the minutes before midnight.

    Raises:
        OverflowError: it lies outside the calendar.
    """
    wall = Moment(moment.date, day_time) if moment.is_all_day else moment
    days, rest = divmod(abs(offset), DAY)
    if rest:
        return wall.instant(home) + offset
    sign = -1 if offset < timedelta(0) else 1
    at = datetime.combine(wall.date, wall.time or day_time) + sign * days * DAY
    zone = zone_named(wall.zone) if wall.zone else home
    return utc_of_wall(at, zone)


def is_quiet(instant: datetime, rules: Rules, home: ZoneInfo) -> bool:
    """Whether `instant` (aware) lies in the reader's quiet hours."""
    return after_quiet(instant, rules, home) != instant


def after_quiet(instant: datetime, rules: Rules, home: ZoneInfo) -> datetime:
    """`instant`, or the end of the quiet hours that it lies in; both aware, the end in UTC."""
    if rules.quiet is None or rules.quiet[0] == rules.quiet[1]:
        return instant
    start, end = rules.quiet
    local = instant.astimezone(home)
    # Quiet hours that hold the instant began today or, across midnight, yesterday.
    for day in (local.date(), local.date() - DAY):
        begins = utc_of_wall(datetime.combine(day, start), home)
        last = day if start < end else day + DAY
        ends = utc_of_wall(datetime.combine(last, end), home)
        if begins <= instant < ends:
            return ends
    return instant


class Snooze(StrEnum):
    """How long to be left alone."""

    TEN_MINUTES = "10min"
    HOUR = "1h"
    EVENING = "evening"
    MORNING = "morning"


def snooze_until(choice: Snooze, now: datetime, home: ZoneInfo) -> datetime:
    """The UTC instant that `choice` means at `now` (aware).

    An evening that has begun is tomorrow's; the morning is always tomorrow's.
    """
    match choice:
        case Snooze.TEN_MINUTES:
            return now.astimezone(UTC) + timedelta(minutes=10)
        case Snooze.HOUR:
            return now.astimezone(UTC) + timedelta(hours=1)
        case Snooze.EVENING:
            today = now.astimezone(home).date()
            evening = utc_of_wall(datetime.combine(today, EVENING), home)
            if evening > now:
                return evening
            return utc_of_wall(datetime.combine(today + DAY, EVENING), home)
        case Snooze.MORNING:
            tomorrow = now.astimezone(home).date() + DAY
            return utc_of_wall(datetime.combine(tomorrow, MORNING), home)


def snoozes(now: datetime, home: ZoneInfo) -> tuple[Snooze, ...]:
    """What is worth offering at `now` (aware): the evening only until it begins."""
    is_evening = now.astimezone(home).time() >= EVENING
    return tuple(one for one in Snooze if one is not Snooze.EVENING or not is_evening)


def _instants(
    task: Reminded, ready: Moment | None, rules: Rules, home: ZoneInfo
) -> Iterator[tuple[NoticeKind, datetime, bool]]:
    anchors = {
        ReminderAnchor.START: task.dtstart,
        ReminderAnchor.DUE: task.due,
        # Without a lead it must be ready when it is due.
        ReminderAnchor.READY: ready or task.due,
    }
    for reminder in task.reminders:
        if reminder.anchor is ReminderAnchor.AT:
            if reminder.at is not None:
                yield NoticeKind.REMINDER, reminder.at.astimezone(UTC), True
        elif (moment := anchors[reminder.anchor]) is not None:
            try:
                at = instant_before_or_after(moment, reminder.offset, rules.day_time, home)
            except OverflowError:
                continue
            yield NoticeKind.REMINDER, at, False
    if task.due is None:
        return
    if task.due.is_all_day:
        # The day itself is when it is almost due: its last hour is no help.
        day_time = instant_before_or_after(task.due, timedelta(0), rules.day_time, home)
        yield NoticeKind.ALMOST_DUE, day_time, False
    else:
        yield NoticeKind.ALMOST_DUE, (ready or task.due).instant(home) - rules.almost, False
    due_at = _passed(task.due, home)
    if ready is not None and (ready_at := ready.instant(home)) < due_at:
        yield NoticeKind.READY_MISSED, ready_at, False
    yield NoticeKind.DUE_MISSED, due_at, False


def _passed(due: Moment, home: ZoneInfo) -> datetime:
    """The first instant at which `due` is over: of a whole day the next midnight."""
    at = due.instant(home)
    return at + timedelta(microseconds=1) if due.is_all_day else at
