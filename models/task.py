"""The task and its parts, in the words of RFC 5545 (VTODO), as frozen values.

Everything here is plain data: no storage, no clock, no language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple, TypedDict

from models.errors import ImpossibleDate
from models.moment import Moment, zone_named
from models.standing import Standing, standing_at

SUMMARY_LIMIT = 10_000
DESCRIPTION_LIMIT = 100_000
URL_LIMIT = 2_000
NAME_LIMIT = 120


class Status(StrEnum):
    """RFC 5545 section 3.8.1.11, for a VTODO."""

    NEEDS_ACTION = "NEEDS-ACTION"
    IN_PROCESS = "IN-PROCESS"
    COMPLETED = "COMPLETED"
    CANCELLED = "CANCELLED"

    @property
    def is_open(self) -> bool:
        """Whether work is still expected."""
        return self in OPEN_STATUSES


OPEN_STATUSES = frozenset({Status.NEEDS_ACTION, Status.IN_PROCESS})
#: Asked by plain text too, as rows have it.
CLOSED_STATUSES: frozenset[str] = frozenset(Status) - OPEN_STATUSES


class RepeatFrom(StrEnum):
    """What the next occurrence is counted from."""

    DUE = "due"
    COMPLETION = "completion"


class ReminderAnchor(StrEnum):
    """What a reminder's offset is counted from; AT is a fixed instant."""

    DUE = "due"
    READY = "ready"
    START = "start"
    AT = "at"


class Priority:
    """RFC 5545 section 3.8.1.9: 0 undefined, 1 highest to 9 lowest; and our four names."""

    NONE = 0
    HIGH = 1
    MEDIUM = 5
    LOW = 9

    @staticmethod
    def level(priority: int) -> int:
        """1 high, 2 medium, 3 low, 4 none: the P1 to P4 that people type."""
        if priority == 0:
            return 4
        return 1 if priority <= 4 else 2 if priority == 5 else 3


@dataclass(frozen=True, slots=True)
class Reminder:
    """When to remind: `offset` after `anchor` (negative: before), or at a fixed UTC instant."""

    anchor: ReminderAnchor
    offset: timedelta = timedelta(0)
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """One task, whole.

    Attributes:
        uid: UUIDv7 as text, or the UID that a file came with.
        due: publish or due moment. With `lead` it gives `ready_by`.
        lead: how long before `due` it must be ready; None where only `due` counts.
        estimate: expected work.
        offset: of a step, how long after its parent's due it is due (negative: before), see
            `models.steps`; None where its due is its own.
        gap: of a step that a recipe planned, how far from its parent's due that wants it
            (`models.recipe.Gap.text`); it is planned anew when its parent's due moves.
        rrule: RFC 5545 recurrence rule without the ``RRULE:`` prefix.
        series: uid of the first task of its series; None until there is a second one.
        recurrence_id: the moment that the rule gave it (RFC 5545 section 3.8.4.4); None
            while that is `due` itself.
        series_start: what the rule counts from, its DTSTART; None: `due`.
        exdates: moments of the rule that are left out (section 3.8.5.1).
        series_fields: JSON values that the series has where only this task was edited.
        passed_over: how many occurrences were past already when it was completed.
        is_locked: whether planning and moving leave it where it is.
        replaces: uid of the task that it stands in for.
        waiting_for: whom it waits for, by name.
        follow_up: the day on which to ask them again.
        position: fractional key; a list in manual order sorts by it as text.
        created, last_modified, completed, deleted: aware UTC instants.
        sequence: revision, RFC 5545 section 3.8.7.4.
        deleted: when it went to the trash.
    """

    uid: str
    summary: str
    created: datetime
    last_modified: datetime
    description: str = ""
    status: Status = Status.NEEDS_ACTION
    priority: int = Priority.NONE
    dtstart: Moment | None = None
    due: Moment | None = None
    lead: timedelta | None = None
    estimate: timedelta | None = None
    offset: timedelta | None = None
    rrule: str | None = None
    repeat_from: RepeatFrom = RepeatFrom.DUE
    series: str | None = None
    recurrence_id: Moment | None = None
    series_start: Moment | None = None
    exdates: tuple[Moment, ...] = ()
    series_fields: Mapping[str, object] | None = None
    passed_over: int = 0
    percent_complete: int = 0
    categories: tuple[str, ...] = ()
    attendees: tuple[str, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    goal: str | None = None
    parent: str | None = None
    position: str = ""
    pinned: bool = False
    url: str | None = None
    completed: datetime | None = None
    sequence: int = 0
    deleted: datetime | None = None
    is_locked: bool = False
    replaces: str | None = None
    waiting_for: str | None = None
    follow_up: date | None = None
    gap: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether it still asks for work and is not in the trash."""
        return self.status.is_open and self.deleted is None

    @property
    def ready_by(self) -> Moment | None:
        """``due - lead``; None without a due time or a lead. See `ready_by`."""
        return ready_by(self.due, self.lead)


def ready_by(due: Moment | None, lead: timedelta | None) -> Moment | None:
    """``due - lead``; None without a due time or a lead.

    In a zone the lead is elapsed time, across a DST change too; a floating
    due has no instant, so there it is wall-clock time.
    """
    if due is None or lead is None or due.time is None:
        return None
    try:
        if due.zone is None:
            return due.moved_by(-lead)
        return Moment.at(due.instant(zone_named(due.zone)) - lead, due.zone)
    except ImpossibleDate:
        return None


class TaskFields(TypedDict, total=False):
    """What capture and edit may set, by RFC 5545 name; an absent key is left alone."""

    summary: str
    description: str
    status: Status
    priority: int
    dtstart: Moment | None
    due: Moment | None
    lead: timedelta | None
    estimate: timedelta | None
    offset: timedelta | None
    rrule: str | None
    repeat_from: RepeatFrom
    percent_complete: int
    categories: tuple[str, ...]
    attendees: tuple[str, ...]
    reminders: tuple[Reminder, ...]
    goal: str | None
    parent: str | None
    position: str
    pinned: bool
    url: str | None
    is_locked: bool
    replaces: str | None
    waiting_for: str | None
    follow_up: date | None
    gap: str | None


class TaskLine(NamedTuple):
    """A task as a list, the timeline or the Home card shows it: one row, no notes.

    A named tuple, because lists read thousands of them. `due_at`, `ready_at`
    and `start_at` are UTC instants for the account's zone (`ready_at` equals
    `due_at` without a lead); `steps_done` of `steps_total` are its direct steps.
    `open_work` is what an open task still takes: the estimates of its open steps and
    what its own estimate has beyond those of all its steps. An estimate speaks for the
    steps below its own task; None: there is none at all.
    """

    uid: str
    summary: str
    status: str
    priority: int
    due_date: date | None
    due_time: time | None
    due_zone: str | None
    due_at: datetime | None
    ready_at: datetime | None
    start_at: datetime | None
    lead: timedelta | None
    estimate: timedelta | None
    rrule: str | None
    goal: str | None
    goal_name: str | None
    goal_color: str | None
    parent: str | None
    parent_summary: str | None
    position: str
    pinned: bool
    completed: datetime | None
    deleted: datetime | None
    has_description: bool
    steps_done: int
    steps_total: int
    offset: timedelta | None = None
    categories: tuple[str, ...] = ()
    attendees: tuple[str, ...] = ()
    waiting_for: str | None = None
    open_work: timedelta | None = None

    def standing(self, now: datetime) -> Standing:
        """How it stands at `now` (aware) towards its two deadlines."""
        return standing_at(self, now)

    @property
    def due(self) -> Moment | None:
        """The due moment as it was said."""
        if self.due_date is None:
            return None
        return Moment(self.due_date, self.due_time, self.due_zone)

    @property
    def is_done(self) -> bool:
        """Completed or cancelled."""
        return self.status in CLOSED_STATUSES

    @property
    def is_shared(self) -> bool:
        """Whether anybody else takes part."""
        return bool(self.attendees)


@dataclass(frozen=True, slots=True)
class TaskChange:
    """One entry of a task's history: which gesture, when (UTC), and each field's old and new.

    `before` and `after` hold JSON values by field name; `before` is empty where the
    gesture made the task (`is_made`), `after` where it took it out of the file
    (`is_purged`). `origin` says where the gesture was made: `app`, `command` or,
    where that is not known, nothing.
    """

    gesture: str
    action: str
    at: datetime
    before: dict[str, object] = field(default_factory=dict[str, object])
    after: dict[str, object] = field(default_factory=dict[str, object])
    origin: str = ""
    is_made: bool = False
    is_purged: bool = False
