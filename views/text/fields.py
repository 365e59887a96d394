"""Names of fields and of their values: what a reader calls `dtstart` or priority 1.

Field names are RFC 5545's and DoCheck's own, as `models` and the history use
them; values come as the history keeps them (JSON).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, cast

from models.moment import Moment
from models.task import Priority, ReminderAnchor, RepeatFrom
from views.text.dates import Dates
from views.text.offsets import offset_text
from views.text.repeats import said_repeat
from views.text.words import Words, mark_in

FIELD_LABELS: Mapping[str, str] = {
    "summary": mark_in("field", "Title"),
    "description": mark_in("field", "Notes"),
    "status": mark_in("field", "Status"),
    "priority": mark_in("field", "Priority"),
    "dtstart": mark_in("field", "Start"),
    "due": mark_in("field", "Due"),
    "lead": mark_in("field", "Ready before"),
    "estimate": mark_in("field", "Estimate"),
    "offset": mark_in("field", "Offset"),
    "gap": mark_in("field", "Planned for"),
    "rrule": mark_in("field", "Repeat"),
    "repeat_from": mark_in("field", "Repeat from"),
    "series": mark_in("field", "Series"),
    "recurrence_id": mark_in("field", "First meant for"),
    "series_start": mark_in("field", "Repeats since"),
    "exdates": mark_in("field", "Skipped days"),
    "series_fields": mark_in("field", "Rest of the series"),
    "passed_over": mark_in("field", "Passed over"),
    "percent_complete": mark_in("field", "Progress"),
    "categories": mark_in("field", "Tags"),
    "attendees": mark_in("field", "Assignees"),
    "reminders": mark_in("field", "Reminders"),
    "goal": mark_in("field", "Goal"),
    "parent": mark_in("field", "Step of"),
    "position": mark_in("field", "Order"),
    "pinned": mark_in("field", "Pinned"),
    "url": mark_in("field", "Link"),
    "is_locked": mark_in("field", "Stays where it is"),
    "replaces": mark_in("field", "Stands in for"),
    "waiting_for": mark_in("field", "Waiting for"),
    "follow_up": mark_in("field", "Ask again on"),
    "completed": mark_in("field", "Completed"),
    "deleted": mark_in("field", "In the trash"),
    "time_entry": mark_in("field", "Time spent"),
    "note": mark_in("field", "Notes"),
    "name": mark_in("field", "Name"),
    "query": mark_in("field", "Query"),
    "category": mark_in("field", "Category"),
    "color": mark_in("field", "Color"),
    "icon": mark_in("field", "Icon"),
    "archived": mark_in("field", "Archived"),
    "language": mark_in("field", "Language"),
    "theme": mark_in("field", "Appearance"),
    "zone": mark_in("field", "Time zone"),
    "first_weekday": mark_in("field", "First day of the week"),
    "default_lead": mark_in("field", "Ready before publishing"),
    "best_hours": mark_in("field", "Best hours"),
    "daily_capacity": mark_in("field", "Hours a day"),
    "slip_hour": mark_in("field", "Time for what slipped"),
    "capacities": mark_in("field", "Hours by weekday"),
    "work_hours": mark_in("field", "Working hours"),
    "days_off": mark_in("field", "Days off"),
    "holiday_country": mark_in("field", "Public holidays"),
    "slot_weekdays": mark_in("field", "Publishing days"),
    "slot_times": mark_in("field", "Publishing times"),
    "review": mark_in("field", "Daily review"),
    "almost_due": mark_in("field", "Almost due"),
    "day_reminder": mark_in("field", "Reminder of a whole day"),
    "quiet_start": mark_in("field", "Quiet from"),
    "quiet_end": mark_in("field", "Quiet until"),
    "pane_width": mark_in("field", "Width of the pane"),
    "snooze": mark_in("field", "Snooze"),
}

STATUS_LABELS: Mapping[str, str] = {
    "NEEDS-ACTION": mark_in("status", "To do"),
    "IN-PROCESS": mark_in("status", "In progress"),
    "COMPLETED": mark_in("status", "Done"),
    "CANCELLED": mark_in("status", "Let go"),
}

#: By `Priority.level`.
PRIORITY_LABELS: Mapping[int, str] = {
    1: mark_in("priority", "High"),
    2: mark_in("priority", "Medium"),
    3: mark_in("priority", "Low"),
    4: mark_in("priority", "None"),
}


def shortened(text: str, limit: int = 60) -> str:
    """`text` on one line, at most `limit` characters."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"


def field_label(words: Words, field: str) -> str:
    """``Deadline`` or ``Due`` for ``due``; an unknown field is named as it is."""
    label = FIELD_LABELS.get(field)
    return field if label is None else words.say_in("field", label)


def status_label(words: Words, status: str) -> str:
    """``Selesai`` or ``Done`` for ``COMPLETED``."""
    label = STATUS_LABELS.get(status)
    return status if label is None else words.say_in("status", label)


def priority_label(words: Words, priority: int) -> str:
    """``Tinggi`` or ``High`` for 1 to 4, and so on by RFC 5545's numbers."""
    return words.say_in("priority", PRIORITY_LABELS[Priority.level(priority)])


def value_text(
    words: Words,
    dates: Dates,
    field: str,
    value: object,
    now: datetime,
    names: Mapping[str, str] | None = None,
) -> str | None:
    """A field's JSON value in words; None for what a line cannot show (order, colours).

    Args:
        names: goals' names and tasks' summaries by uid.
    """
    if field == "deleted":
        return words.say_in("value", "yes") if value else words.say_in("value", "no")
    if value is None or value == "" or value == []:
        return words.say_in("value", "none")
    if isinstance(value, bool):
        return words.say_in("value", "yes") if value else words.say_in("value", "no")
    match field, value:
        case "due" | "dtstart" | "recurrence_id" | "series_start", {"date": str(), **_keys}:
            moment = _moment(cast(Mapping[str, str | None], value))
            return dates.exact(moment, now)
        case "exdates", [*moments]:
            skipped = (_moment(cast(Mapping[str, str | None], each)) for each in moments)
            return ", ".join(dates.exact(moment, now) for moment in skipped)
        case "rrule", str():
            return said_repeat(value, dates)
        case "series_fields", {**kept}:
            return ", ".join(field_label(words, str(name)) for name in kept)
        case "lead" | "estimate" | "default_lead", int():
            return dates.duration(timedelta(seconds=value))
        case "offset", int():
            return offset_text(dates, timedelta(seconds=value))
        case "status", str():
            return status_label(words, value)
        case "priority", int():
            return priority_label(words, value)
        case "percent_complete", int():
            return f"{value}%"
        case "passed_over", int():
            return words.number(value)
        case "categories" | "attendees", [*_items]:
            return ", ".join(str(name) for name in cast(list[object], value))
        case "goal" | "parent" | "replaces", str():
            name = (names or {}).get(value)
            return None if name is None else f"“{shortened(name, 40)}”"
        case "summary" | "name" | "description", str():
            return f"“{shortened(value, 40)}”"
        case "repeat_from", str():
            return field_label(words, "due" if value == RepeatFrom.DUE else "completed")
        case "reminders", [*items]:
            return ", ".join(_reminder(dates, cast(Mapping[str, Any], one), now) for one in items)
        case "follow_up", str():
            return dates.exact(Moment(date.fromisoformat(value)), now)
        case "waiting_for", str():
            return value
        case "url" | "category", str():
            return shortened(value, 40)
    return None


def _reminder(dates: Dates, kept: Mapping[str, Any], now: datetime) -> str:
    say = dates.words.say
    if kept["at"]:
        return dates.instant(datetime.fromisoformat(kept["at"]), now)
    anchor = _anchor(dates.words, kept["anchor"])
    span = timedelta(seconds=kept["offset"])
    if not span:
        return say("at {moment}", moment=anchor)
    duration = dates.duration(span)
    if span < timedelta(0):
        return say("{duration} before {moment}", duration=duration, moment=anchor)
    return say("{duration} after {moment}", duration=duration, moment=anchor)


def _anchor(words: Words, anchor: str) -> str:
    """The moment that a reminder is counted from: ``deadline``, ``waktu siap``, ``mulai``."""
    match anchor:
        case ReminderAnchor.READY:
            return words.say("ready time")
        case ReminderAnchor.START:
            return words.say("start")
    return words.say("due time")


def _moment(value: Mapping[str, str | None]) -> Moment:
    clock = value.get("time")
    day = date.fromisoformat(value["date"] or "")
    return Moment(day, time.fromisoformat(clock) if clock else None, value.get("zone"))
