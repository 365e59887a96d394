"""Field values as JSON, for the history and for settings: exact both ways.

The kinds are told apart by the field's name, so a plain value stays plain in
the file: a moment is ``{"date", "time", "zone"}``, a span is seconds, an instant
is ISO 8601 in UTC.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from models.goal import GoalColor
from models.moment import Moment
from models.person import Answer, ProposalKind
from models.recipe import steps_from_json, steps_to_json
from models.task import Reminder, ReminderAnchor, RepeatFrom, Status
from models.time_spent import TimeEntry


def _moment_out(value: Moment) -> dict[str, str | None]:
    clock = value.time.isoformat() if value.time else None
    return {"date": value.date.isoformat(), "time": clock, "zone": value.zone}


def _moment_in(value: Mapping[str, str | None]) -> Moment:
    day, clock = value["date"], value["time"]
    return Moment(
        date.fromisoformat(day or ""),
        time.fromisoformat(clock) if clock else None,
        value["zone"],
    )


def _instant_out(value: datetime) -> str:
    return value.astimezone(UTC).isoformat()


def _span_out(value: timedelta) -> int:
    return value.days * 86_400 + value.seconds


def _span_in(value: int) -> timedelta:
    return timedelta(seconds=value)


def _reminders_out(value: tuple[Reminder, ...]) -> list[dict[str, Any]]:
    return [
        {
            "anchor": reminder.anchor.value,
            "offset": _span_out(reminder.offset),
            "at": _instant_out(reminder.at) if reminder.at else None,
        }
        for reminder in value
    ]


def _reminders_in(value: list[dict[str, Any]]) -> tuple[Reminder, ...]:
    return tuple(
        Reminder(
            ReminderAnchor(one["anchor"]),
            _span_in(one["offset"]),
            datetime.fromisoformat(one["at"]) if one["at"] else None,
        )
        for one in value
    )


def _moments_out(value: tuple[Moment, ...]) -> list[dict[str, str | None]]:
    return [_moment_out(moment) for moment in value]


def _moments_in(value: list[dict[str, str | None]]) -> tuple[Moment, ...]:
    return tuple(_moment_in(moment) for moment in value)


def _entry_out(value: TimeEntry) -> dict[str, Any]:
    return {
        "uid": value.uid,
        "task": value.task,
        "started": _instant_out(value.started),
        "ended": _instant_out(value.ended) if value.ended else None,
        "note": value.note,
    }


def _entry_in(value: Mapping[str, Any]) -> TimeEntry:
    return TimeEntry(
        value["uid"],
        value["task"],
        datetime.fromisoformat(value["started"]),
        datetime.fromisoformat(value["ended"]) if value["ended"] else None,
        value["note"],
    )


_Codec = tuple[Callable[[Any], Any], Callable[[Any], Any]]
_MOMENT: _Codec = (_moment_out, _moment_in)
_SPAN: _Codec = (_span_out, _span_in)
_INSTANT: _Codec = (_instant_out, datetime.fromisoformat)
_DAY: _Codec = (date.isoformat, date.fromisoformat)
_NAMES: _Codec = (list, tuple)

_CODECS: dict[str, _Codec] = {
    "status": (str, Status),
    "repeat_from": (str, RepeatFrom),
    "dtstart": _MOMENT,
    "due": _MOMENT,
    "recurrence_id": _MOMENT,
    "series_start": _MOMENT,
    "exdates": (_moments_out, _moments_in),
    "lead": _SPAN,
    "estimate": _SPAN,
    "default_lead": _SPAN,
    "follow_up": _DAY,
    "offset": _SPAN,
    "categories": _NAMES,
    "attendees": _NAMES,
    "reminders": (_reminders_out, _reminders_in),
    "created": _INSTANT,
    "last_modified": _INSTANT,
    "completed": _INSTANT,
    "deleted": _INSTANT,
    "color": (str, GoalColor),
    "kind": (str, ProposalKind),
    "made": _INSTANT,
    "answer": (str, Answer),
    "answered": _INSTANT,
    "counter": _MOMENT,
    "time_entry": (_entry_out, _entry_in),
    "recipe_steps": (steps_to_json, steps_from_json),
}


def to_json(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Field values as plain JSON values."""
    return {
        name: codec[0](value) if value is not None and (codec := _CODECS.get(name)) else value
        for name, value in fields.items()
    }


def from_json(image: Mapping[str, Any]) -> dict[str, Any]:
    """Field values again, from what `to_json` made."""
    return {
        name: codec[1](value) if value is not None and (codec := _CODECS.get(name)) else value
        for name, value in image.items()
    }
