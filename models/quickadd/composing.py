"""Makes the task's fields of the phrases of a line. A phrase that sets nothing stays in the title.

Owns the order in which fields are filled, and tags, goal, link, lead, estimate, reminders.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from models.quickadd.day import Day
from models.quickadd.draft import Draft, SaidWhen
from models.quickadd.kinds import Kind
from models.quickadd.moments import clock_and_bounds, moment_of, present, set_moments
from models.quickadd.parsed import FieldName, Found, Parsed
from models.quickadd.phrases import Ahead, Lasting, Mark, When
from models.quickadd.rules import Context
from models.quickadd.timing import options_of
from models.quickadd.title import title_without
from models.quickadd.tokens import Line
from models.task import Reminder, ReminderAnchor

_SINGLE = {
    Kind.TAG: FieldName.CATEGORIES,
    Kind.GOAL: FieldName.GOAL,
    Kind.URL: FieldName.URL,
    Kind.PRIO: FieldName.PRIORITY,
}
_LONGEST_LEAD = timedelta(days=365)


def composed(line: Line, context: Context, home: ZoneInfo) -> Parsed:
    """Everything that the line sets; `home` is the reader's zone."""
    draft = Draft(line, context, home)
    _set_single_words(draft)
    if draft.said:
        set_moments(draft)
        _set_lengths(draft)
    spans = sorted({span for spans in draft.spans.values() for span in spans})
    found = [Found(name, tuple(sorted(set(spans)))) for name, spans in draft.spans.items()]
    values: dict[str, Any] = draft.values
    return Parsed(
        text=line.text,
        title=title_without(line.text, spans),
        found=tuple(sorted(found, key=lambda each: each.spans)),
        alternatives=tuple(draft.alternatives),
        hints=tuple(context.hints),
        **values,
    )


def _set_single_words(draft: Draft) -> None:
    """Tags, and the first goal, link and priority."""
    line = draft.line
    tags: list[str] = []
    for place, kind in enumerate(line.kinds):
        if (name := _SINGLE.get(kind)) is None:
            continue
        span = (line.starts[place], line.ends[place])
        value = line.values[place]
        if name is FieldName.CATEGORIES:
            if str(value) not in tags:
                tags.append(str(value))
            draft.set(name, tuple(tags), span)
        elif name not in draft.spans:
            draft.set(name, value, span)


def _set_lengths(draft: Draft) -> None:
    """Lead, estimate and reminders."""
    reminders: list[Reminder] = []
    for said in draft.said:
        match said.value:
            case Lasting(length) if not length.months and said.span not in draft.spans.get(
                FieldName.RRULE, ()
            ):
                # What lasts months is a contract, not work.
                draft.set(FieldName.ESTIMATE, length.duration, said.span)
            case Ahead(Mark.READY, span):
                draft.set(FieldName.LEAD, span, said.span)
            case Ahead(_, span):
                reminders.append(Reminder(ReminderAnchor.DUE, -span))
                draft.set(FieldName.REMINDERS, tuple(reminders), said.span)
            case When(mark=Mark.REMIND):
                if (at := _instant_of(draft, said.value)) is not None:
                    reminders.append(Reminder(ReminderAnchor.AT, at=at))
                    draft.set(FieldName.REMINDERS, tuple(reminders), said.span)
            case When(mark=Mark.READY):
                _set_ready_at(draft, SaidWhen(said.value, said.span))
            case _:
                pass


def _instant_of(draft: Draft, when: When) -> datetime | None:
    """The UTC instant of a reminder that says a time; None for a day alone."""
    due = draft.moment(FieldName.DUE)
    moment = moment_of(draft, when, Day(due.date) if due else None)
    return None if moment is None or moment.time is None else moment.instant(draft.home)


def _set_ready_at(draft: Draft, said: SaidWhen) -> None:
    """As in "siap jam 3" of what is due at 4: the lead is the hour between."""
    due = draft.moment(FieldName.DUE)
    if due is None or due.time is None:
        return
    clock, _ = clock_and_bounds(said.when.clock)
    day = present(draft, said.when.day) or Day(due.date)
    for option in options_of(clock, said.when.part, draft.context):
        ready = datetime.combine(day.date, time()) + timedelta(minutes=option)
        lead = datetime.combine(due.date, due.time) - ready
        if timedelta(0) < lead <= _LONGEST_LEAD:
            draft.set(FieldName.LEAD, lead, said.span)
            return
