"""What a field of a task may hold: the checks at the door, before anything is written."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import UTC, timedelta
from typing import Any
from urllib.parse import urlsplit

from models.errors import (
    CircularParent,
    EmptySummary,
    ImpossibleValue,
    SummaryTooLong,
    TextTooLong,
    UnknownGoal,
    UnknownTask,
)
from models.moment import Moment
from models.position import POSITION
from models.recipe import gap_of
from models.recurrence import parse
from models.reminding import OFFSET_LIMIT, REMINDERS_LIMIT
from models.steps import OFFSET_LIMIT as STEP_OFFSET_LIMIT
from models.storage import goal_rows, task_rows
from models.storage.types import NAME_SEPARATOR
from models.storage.unit import UnitOfWork
from models.task import (
    DESCRIPTION_LIMIT,
    NAME_LIMIT,
    SUMMARY_LIMIT,
    URL_LIMIT,
    Reminder,
    ReminderAnchor,
    RepeatFrom,
    Status,
    TaskFields,
)

# Patterns as text, so that a start does not wait until they are compiled.
#: ``localhost:3000``, which reads like a scheme.
_HOST_AND_PORT = r"[\w.-]+:\d+(/|$)"

#: Longest span that a lead or an estimate may be.
SPAN_LIMIT = timedelta(days=3_660)


def clean_line(text: str) -> str:
    """One line of text: control characters become spaces, ends are trimmed.

    Joiners and direction marks stay: emoji and right-to-left text need them.
    """
    if not text.isprintable():
        kept = (" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text)
        text = _storable("".join(kept))
    return " ".join(text.split())


def clean_text(text: str) -> str:
    """Text of several lines: line ends become ``\\n``, other control characters go."""
    lined = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = (c for c in lined if c in "\n\t" or unicodedata.category(c) != "Cc")
    return _storable("".join(kept))


def _storable(text: str) -> str:
    """Without lone surrogates, which no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def is_storable(uid: str) -> bool:
    """Whether a uid could be one of ours: not empty, and no lone surrogates."""
    return bool(uid) and _storable(uid) == uid


def is_visible(text: str) -> bool:
    """Whether a reader would see anything of it."""
    return any(unicodedata.category(c) not in ("Cc", "Cf", "Zs", "Zl", "Zp") for c in text)


def checked_summary(text: str) -> str:
    """A title, cleaned.

    Raises:
        EmptySummary, SummaryTooLong: it cannot be one.
    """
    summary = clean_line(text)
    if not is_visible(summary):
        raise EmptySummary
    if len(summary) > SUMMARY_LIMIT:
        raise SummaryTooLong(len(summary), SUMMARY_LIMIT)
    return summary


def checked_names(field: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Tags or people: cleaned, sorted, each once.

    Raises:
        TextTooLong: one is too long for a name.
    """
    kept: set[str] = set()
    for name in names:
        text = clean_line(name.replace(NAME_SEPARATOR, " ")).lstrip("#@ ").strip()
        if len(text) > NAME_LIMIT:
            raise TextTooLong(field, len(text), NAME_LIMIT)
        if is_visible(text):
            kept.add(text)
    return tuple(sorted(kept))


def checked_fields(
    unit: UnitOfWork, fields: TaskFields, *, uid: str, is_new: bool
) -> dict[str, Any]:
    """The fields as they will be kept.

    Raises:
        Refusal: one of them cannot be; its kind says which and why.
    """
    values: dict[str, Any] = dict(fields)
    if is_new or "summary" in values:
        values["summary"] = checked_summary(values.get("summary", ""))
    if (text := values.get("description")) is not None:
        values["description"] = _limited("description", clean_text(text), DESCRIPTION_LIMIT)
    if values.get("url") is not None:
        values["url"] = _checked_url(values["url"])
    for field, kind in (("status", Status), ("repeat_from", RepeatFrom)):
        if field in values:
            try:
                values[field] = kind(values[field])
            except ValueError as error:
                raise ImpossibleValue(field, values[field]) from error
    if values.get("rrule") is not None:
        values["rrule"] = parse(values["rrule"]).text if values["rrule"].strip() else None
    if "position" in values and not re.fullmatch(POSITION, values["position"]):
        raise ImpossibleValue("position", values["position"])
    for field in ("categories", "attendees"):
        if field in values:
            values[field] = checked_names(field, values[field])
    if values.get("waiting_for") is not None:
        waited = checked_names("waiting_for", (values["waiting_for"],))
        values["waiting_for"] = waited[0] if waited else None
    if values.get("follow_up") is not None:
        # Refuses a day that no due could be.
        Moment(values["follow_up"])
    for field, limit in (("priority", 9), ("percent_complete", 100)):
        if field in values and not 0 <= values[field] <= limit:
            raise ImpossibleValue(field, values[field])
    for field in ("lead", "estimate"):
        span = values.get(field)
        if span is not None and not timedelta(0) <= span <= SPAN_LIMIT:
            raise ImpossibleValue(field, span)
    offset = values.get("offset")
    if offset is not None and (abs(offset) > STEP_OFFSET_LIMIT or offset.microseconds):
        raise ImpossibleValue("offset", offset)
    if values.get("gap") is not None:
        values["gap"] = gap_of(values["gap"]).text
    if "reminders" in values:
        values["reminders"] = checked_reminders(values["reminders"])
    _check_references(unit, values, None if is_new else uid)
    return values


def checked_reminders(reminders: tuple[Reminder, ...]) -> tuple[Reminder, ...]:
    """A task's own reminders, in their order, each once; a fixed one in UTC and whole seconds.

    Raises:
        ImpossibleValue: there are too many, an offset is too long, or a fixed one has no instant.
    """
    kept: dict[Reminder, None] = {}
    for reminder in reminders:
        is_fixed = reminder.anchor is ReminderAnchor.AT
        if is_fixed is not (reminder.at is not None and reminder.at.tzinfo is not None):
            raise ImpossibleValue("reminders", reminder.at)
        if abs(reminder.offset) > OFFSET_LIMIT or (is_fixed and reminder.offset):
            raise ImpossibleValue("reminders", reminder.offset)
        at = reminder.at.astimezone(UTC).replace(microsecond=0) if reminder.at else None
        kept[replace(reminder, at=at)] = None
    if len(kept) > REMINDERS_LIMIT:
        raise ImpossibleValue("reminders", len(kept))
    return tuple(kept)


def _check_references(unit: UnitOfWork, values: dict[str, Any], uid: str | None) -> None:
    goal, parent, replaced = (values.get(name) for name in ("goal", "parent", "replaces"))
    if goal is not None and not (is_storable(goal) and goal_rows.is_kept(unit, goal)):
        raise UnknownGoal(goal)
    if parent is not None:
        if not (is_storable(parent) and task_rows.exists(unit, parent)):
            raise UnknownTask(parent)
        if uid is not None and parent in task_rows.subtree(unit, uid):
            raise CircularParent
    if replaced is not None:
        if not (is_storable(replaced) and task_rows.exists(unit, replaced)):
            raise UnknownTask(replaced)
        if replaced == uid:
            raise ImpossibleValue("replaces", replaced)


def _limited(field: str, text: str, limit: int) -> str:
    if len(text) > limit:
        raise TextTooLong(field, len(text), limit)
    return text


def _checked_url(text: str) -> str | None:
    url = _limited("url", clean_line(text), URL_LIMIT)
    if not url:
        return None
    try:
        scheme = "" if re.match(_HOST_AND_PORT, url) else urlsplit(url).scheme
    except ValueError as error:
        raise ImpossibleValue("url", url) from error
    if not scheme:
        url = f"https://{url}"
    elif scheme not in ("http", "https", "mailto", "tel"):
        raise ImpossibleValue("url", url)
    return url
