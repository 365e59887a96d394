"""A goal template as JSON: how it is kept, and the file by which it goes to somebody else.

The file is one object: ``"docheck": "goal-template"``, ``"version": 1``, the template's fields,
``first_day`` (ISO 8601), ``target_day`` and ``tasks``. A task has RFC 5545's names; a moment is
``{"day": 3, "time": "16:00", "zone": "Asia/Jakarta"}``, counted from the first day; spans are in
seconds; a step with an ``offset`` has no due of its own; what is not said is left out.

Owns what such an object may hold; the limits of a task's own fields are known to whoever keeps
it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, TypeVar, cast

from models.errors import TemplateFault, TemplateTooLarge, UnreadableTemplate
from models.goal import GoalColor
from models.moment import Moment, zone_named
from models.recurrence import parse
from models.steps import due_of_step
from models.task import Reminder, ReminderAnchor, RepeatFrom
from models.template import DEPTH_LIMIT, TASKS_LIMIT, Anchor, GoalTemplate, TemplateTask

FORMAT = "goal-template"
VERSION = 1
#: How many bytes a template has at most, kept or as a file.
SIZE_LIMIT = 2_000_000
#: How many days before or after the first day something may be: a hundred years.
DAYS_LIMIT = 36_525
ICON_LIMIT = 32
_SECONDS_LIMIT = 4_000 * 86_400

Json = dict[str, Any]
E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")


def to_json(template: GoalTemplate) -> Json:
    """The template as plain JSON values, without its uid.

    Raises:
        TemplateTooLarge: nobody could read it back.
    """
    first = template.first_day
    made: Json = {
        "docheck": FORMAT,
        "version": VERSION,
        "name": template.name,
        "description": template.description,
        "category": template.category,
        "color": template.color.value,
        "icon": template.icon,
        "anchor": template.anchor.value,
        "first_day": first.isoformat(),
        "target_day": template.target,
        "tasks": [_task_out(task, first) for task in template.tasks],
    }
    _require_size(len(json.dumps(made, ensure_ascii=False).encode()))
    return made


def to_text(template: GoalTemplate) -> str:
    """The template as the text of a file."""
    return json.dumps(to_json(template), ensure_ascii=False, indent=2) + "\n"


def from_text(content: bytes, uid: str) -> GoalTemplate:
    """The template that a file holds, under a uid of ours.

    Raises:
        UnreadableTemplate: it is none; `part` says what of it is at fault.
        TemplateTooLarge: it holds more than a template may.
    """
    _require_size(len(content))
    try:
        value = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableTemplate(TemplateFault.NOT_JSON, "") from error
    return from_json(value, uid)


def from_json(value: object, uid: str) -> GoalTemplate:
    """The template of what `to_json` made, under a uid of ours.

    Raises:
        UnreadableTemplate, TemplateTooLarge: see `from_text`.
        UnknownZone, ImpossibleRule, ImpossibleDate: a time or rule in it cannot be.
    """
    if not isinstance(value, dict) or cast(Json, value).get("docheck") != FORMAT:
        raise UnreadableTemplate(TemplateFault.NOT_A_TEMPLATE, "docheck")
    of = _Part(cast(Json, value), "")
    version = of.number("version", 0, 10**9)
    if version > VERSION:
        raise UnreadableTemplate(TemplateFault.NEWER, str(version))
    first = of.day("first_day")
    reading = _Reading(first)
    return GoalTemplate(
        uid=uid,
        name=of.text("name"),
        first_day=first,
        target=of.number("target_day", 0, DAYS_LIMIT),
        tasks=reading.tasks(of, "tasks", 1, None),
        description=of.text("description", ""),
        category=of.maybe("category", of.text),
        color=of.one_of("color", GoalColor, GoalColor.PRIMARY),
        icon=of.text("icon", "flag", ICON_LIMIT),
        anchor=of.one_of("anchor", Anchor, Anchor.START),
    )


def _require_size(size: int) -> None:
    if size > SIZE_LIMIT:
        raise TemplateTooLarge("size", size, SIZE_LIMIT)


def _task_out(task: TemplateTask, first: date) -> Json:
    made: Json = {
        "summary": task.summary,
        "description": task.description or None,
        "priority": task.priority or None,
        "dtstart": _moment_out(task.dtstart, first),
        "due": _moment_out(task.due, first) if task.offset is None else None,
        "lead": _span_out(task.lead),
        "estimate": _span_out(task.estimate),
        "offset": _span_out(task.offset),
        "rrule": task.rrule,
        "repeat_from": task.repeat_from.value if task.repeat_from is not RepeatFrom.DUE else None,
        "categories": list(task.categories) or None,
        "attendees": list(task.attendees) or None,
        "reminders": [_reminder_out(each) for each in task.reminders] or None,
        "url": task.url,
        "steps": [_task_out(step, first) for step in task.steps] or None,
    }
    return {name: value for name, value in made.items() if value is not None}


def _moment_out(moment: Moment | None, first: date) -> Json | None:
    if moment is None:
        return None
    made: Json = {"day": (moment.date - first).days}
    if moment.time is not None:
        at = moment.time
        made["time"] = at.isoformat("auto" if at.second or at.microsecond else "minutes")
    if moment.zone is not None:
        made["zone"] = moment.zone
    return made


def _span_out(span: timedelta | None) -> int | None:
    return None if span is None else span.days * 86_400 + span.seconds


def _reminder_out(reminder: Reminder) -> Json:
    if reminder.at is not None:
        return {"anchor": reminder.anchor.value, "at": reminder.at.astimezone(UTC).isoformat()}
    return {"anchor": reminder.anchor.value, "offset": _span_out(reminder.offset)}


class _Part:
    """An object of the file, read field by field; `path` is told where one is at fault."""

    def __init__(self, values: Mapping[str, Any], path: str) -> None:
        self._values = values
        self._path = path

    def where(self, name: str) -> str:
        return f"{self._path}.{name}" if self._path else name

    def fault(self, name: str) -> UnreadableTemplate:
        return UnreadableTemplate(TemplateFault.IMPOSSIBLE_VALUE, self.where(name))

    def has(self, name: str) -> bool:
        return self._values.get(name) is not None

    def maybe(self, name: str, read: Callable[[str], T]) -> T | None:
        return read(name) if self.has(name) else None

    def text(self, name: str, default: str | None = None, limit: int = SIZE_LIMIT) -> str:
        value = self._values.get(name, default)
        if not isinstance(value, str) or len(value) > limit:
            raise self.fault(name)
        return value

    def number(self, name: str, least: int, most: int) -> int:
        value = self._values.get(name)
        # True is a number to Python, and to nobody else.
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise self.fault(name)
        return value

    def day(self, name: str) -> date:
        try:
            return Moment(date.fromisoformat(self.text(name))).date
        except ValueError as error:
            raise self.fault(name) from error

    def one_of(self, name: str, kind: type[E], default: E) -> E:
        try:
            return kind(self._values.get(name, default))
        except ValueError as error:
            raise self.fault(name) from error

    def span(self, name: str) -> timedelta:
        return timedelta(seconds=self.number(name, -_SECONDS_LIMIT, _SECONDS_LIMIT))

    def rule(self, name: str) -> str:
        return parse(self.text(name)).text

    def names(self, name: str) -> tuple[str, ...]:
        values = self._list(name)
        if not all(isinstance(each, str) for each in values):
            raise self.fault(name)
        return tuple(values)

    def parts(self, name: str) -> list[_Part]:
        values = self._list(name)
        parts = [
            _Part(cast(Json, each), f"{self.where(name)}[{at}]")
            for at, each in enumerate(values)
            if isinstance(each, dict)
        ]
        if len(parts) != len(values):
            raise self.fault(name)
        return parts

    def part(self, name: str) -> _Part:
        value = self._values.get(name)
        if not isinstance(value, dict):
            raise self.fault(name)
        return _Part(cast(Json, value), self.where(name))

    def _list(self, name: str) -> list[Any]:
        value = self._values.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.fault(name)
        return cast(list[Any], value)


class _Reading:
    """Reads the tasks of one file, and counts them."""

    def __init__(self, first: date) -> None:
        self._first = first
        self._count = 0

    def tasks(
        self, of: _Part, name: str, level: int, parent: TemplateTask | None
    ) -> tuple[TemplateTask, ...]:
        parts = of.parts(name)
        self._count += len(parts)
        if self._count > TASKS_LIMIT:
            raise TemplateTooLarge("tasks", self._count, TASKS_LIMIT)
        if parts and level > DEPTH_LIMIT:
            raise TemplateTooLarge("depth", level, DEPTH_LIMIT)
        return tuple(self._task(part, level, parent) for part in parts)

    def _task(self, of: _Part, level: int, parent: TemplateTask | None) -> TemplateTask:
        offset = of.maybe("offset", of.span)
        if offset is not None and parent is None:
            raise of.fault("offset")
        made = TemplateTask(
            summary=of.text("summary"),
            description=of.text("description", ""),
            priority=of.number("priority", 0, 9) if of.has("priority") else 0,
            dtstart=self._moment(of, "dtstart"),
            due=self._moment(of, "due")
            if offset is None or parent is None
            else due_of_step(parent.due, offset),
            lead=of.maybe("lead", of.span),
            estimate=of.maybe("estimate", of.span),
            offset=offset,
            rrule=of.maybe("rrule", of.rule),
            repeat_from=of.one_of("repeat_from", RepeatFrom, RepeatFrom.DUE),
            categories=of.names("categories"),
            attendees=of.names("attendees"),
            reminders=tuple(map(_reminder, of.parts("reminders"))),
            url=of.maybe("url", of.text),
        )
        return replace(made, steps=self.tasks(of, "steps", level + 1, made))

    def _moment(self, of: _Part, name: str) -> Moment | None:
        if not of.has(name):
            return None
        part = of.part(name)
        days = part.number("day", -DAYS_LIMIT, DAYS_LIMIT)
        try:
            at = time.fromisoformat(part.text("time")) if part.has("time") else None
            zone = part.maybe("zone", part.text)
            if zone is not None:
                zone_named(zone)
            return Moment(self._first + timedelta(days=days), at, zone)
        except (ValueError, OverflowError) as error:
            raise part.fault("time") from error


def _reminder(of: _Part) -> Reminder:
    anchor = of.one_of("anchor", ReminderAnchor, ReminderAnchor.DUE)
    if anchor is not ReminderAnchor.AT:
        return Reminder(anchor, of.span("offset"))
    try:
        at = datetime.fromisoformat(of.text("at"))
    except ValueError as error:
        raise of.fault("at") from error
    if at.tzinfo is None or not 1970 <= at.year <= 9000:
        raise of.fault("at")
    return Reminder(anchor, at=at.astimezone(UTC))
