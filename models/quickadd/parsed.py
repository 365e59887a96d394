"""What a line gives: its title, each field with where it was said, and what else it could mean.

Values only. They hold no text for people but the line's own: a reading or a hint is
named, and the views say it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from models.moment import Moment
from models.task import Reminder, RepeatFrom, TaskFields


class FieldName(StrEnum):
    """The fields that a line can set, by RFC 5545 name."""

    DUE = "due"
    DTSTART = "dtstart"
    LEAD = "lead"
    ESTIMATE = "estimate"
    RRULE = "rrule"
    REMINDERS = "reminders"
    PRIORITY = "priority"
    CATEGORIES = "categories"
    GOAL = "goal"
    URL = "url"


class Reading(StrEnum):
    """How an alternative reads what is ambiguous."""

    COMING = "coming"
    WEEK_AFTER = "week_after"
    WEEK = "week"
    SUNDAY = "sunday"
    FIRST_DAY = "first_day"
    SAME_DAY = "same_day"
    OTHER_HALF = "other_half"
    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


class HintKind(StrEnum):
    """Why something that looks like a date or time was not taken, or not as it stands."""

    PAST = "past"
    IMPOSSIBLE = "impossible"
    ROLLED = "rolled"


class Hint(NamedTuple):
    """A hint and the characters it is about. `PAST` and `IMPOSSIBLE` left them in the title;
    `ROLLED` moved a time that has passed to the next day."""

    kind: HintKind
    span: tuple[int, int]


class Alternative(NamedTuple):
    """Another meaning of the line's date, time or repeat: what `due` and `rrule` would be.

    `reading` tells how it reads; `due` itself, said in words, is the chip's label.
    """

    reading: Reading
    due: Moment | None
    rrule: str | None = None


class Found(NamedTuple):
    """One field that was said, and its character spans in the order of the line.

    Two fields may share a span ("jam 2-4" is a start and a due); else spans never overlap.
    """

    name: FieldName
    spans: tuple[tuple[int, int], ...]


class DayHours(NamedTuple):
    """The minutes from midnight that a part of the day means where no number is said."""

    dawn: int = 5 * 60
    morning: int = 9 * 60
    midday: int = 13 * 60
    afternoon: int = 15 * 60
    late_afternoon: int = 16 * 60
    dusk: int = 18 * 60
    night: int = 19 * 60


class Preferences(NamedTuple):
    """What the reader's settings decide.

    Attributes:
        is_day_first: whether 5/12 is the fifth of December.
        first_weekday: 0 is Monday.
    """

    is_day_first: bool = True
    first_weekday: int = 0
    hours: DayHours = DayHours()


#: What holds until something else is chosen.
USUAL = Preferences()


@dataclass(frozen=True, slots=True)
class Parsed:
    """A line, understood. A field that was not said is None or empty.

    Attributes:
        text: the line as it was given.
        title: the words that set no field, in order; may be empty.
        due: a whole day, or a date and time; its `zone` is None unless one was said,
            and then whoever captures gives it the home zone.
        dtstart: when work begins; like `due`.
        lead: ready how long before `due`.
        rrule: RFC 5545 section 3.3.10, without ``RRULE:``; `due` is then its first date.
        priority: RFC 5545 section 3.8.1.9; 0 where "p4" was said.
        goal: the goal's name as it was typed.
        found: the fields that were said, in the order of their first span.
        alternatives: what `due` and `rrule` could be instead.
    """

    text: str
    title: str
    due: Moment | None = None
    dtstart: Moment | None = None
    lead: timedelta | None = None
    estimate: timedelta | None = None
    rrule: str | None = None
    repeat_from: RepeatFrom = RepeatFrom.DUE
    reminders: tuple[Reminder, ...] = ()
    priority: int | None = None
    categories: tuple[str, ...] = ()
    goal: str | None = None
    url: str | None = None
    found: tuple[Found, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    hints: tuple[Hint, ...] = ()

    def spans(self, name: FieldName) -> tuple[tuple[int, int], ...]:
        """Where a field was said; empty where it was not."""
        return next((found.spans for found in self.found if found.name is name), ())

    @property
    def all_spans(self) -> tuple[tuple[int, int], ...]:
        """Every understood span once, in order: what an echo of the line highlights."""
        return tuple(sorted({span for found in self.found for span in found.spans}))

    def choosing(self, alternative: Alternative) -> Parsed:
        """The line with another meaning of its date, time or repeat."""
        return replace(self, due=alternative.due, rrule=alternative.rrule)

    def fields(self, home: ZoneInfo) -> TaskFields:
        """What to capture, but for the title and the goal, which has only a name here.

        Times without a zone are taken to be in `home`.
        """
        fields: TaskFields = {}
        if self.due is not None:
            fields["due"] = _at_home(self.due, home)
        if self.dtstart is not None:
            fields["dtstart"] = _at_home(self.dtstart, home)
        if self.lead is not None:
            fields["lead"] = self.lead
        if self.estimate is not None:
            fields["estimate"] = self.estimate
        if self.rrule is not None:
            fields["rrule"] = self.rrule
            fields["repeat_from"] = self.repeat_from
        if self.reminders:
            fields["reminders"] = self.reminders
        if self.priority is not None:
            fields["priority"] = self.priority
        if self.categories:
            fields["categories"] = self.categories
        if self.url is not None:
            fields["url"] = self.url
        return fields


def _at_home(moment: Moment, home: ZoneInfo) -> Moment:
    if moment.time is None or moment.zone is not None:
        return moment
    return replace(moment, zone=home.key)
