"""Reads the phrase tables beside it, and says in the same words what the parser gave."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from models.moment import Moment
from models.quickadd import Language, Parsed, parse
from models.task import Reminder, ReminderAnchor, RepeatFrom

HOME = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 11, 23, 14, 13, tzinfo=HOME)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Phrase:
    """One line of a table: what is typed, the title, and each field in the table's words."""

    number: int
    text: str
    title: str
    fields: dict[str, str]

    @property
    def is_negative(self) -> bool:
        """Whether the line sets nothing."""
        return not self.fields and self.title == self.text


def phrases(name: str) -> list[Phrase]:
    """The lines of a table."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [_phrase(at, line) for at, line in enumerate(lines, 1) if line and line[0] != "#"]


def _phrase(number: int, line: str) -> Phrase:
    text, arrow, expected = line.partition(" => ")
    if not arrow:
        return Phrase(number, line, line, {})
    title, *fields = (part.strip() for part in f"{expected} ".split("|"))
    said = dict(field.split(" ", 1) for field in fields)
    for name in ("due", "dtstart"):
        if re.match(r"\d\d-\d\d\b", said.get(name, "")):
            said[name] = f"2026-{said[name]}"
    if re.match(r"\d\d-\d\d\b", said.get("remind", "")):
        said["remind"] = f"2026-{said['remind']}"
    return Phrase(number, text, title, said)


def told(parsed: Parsed) -> tuple[str, dict[str, str]]:
    """The title and the fields that are set, in the table's words."""
    fields: dict[str, str] = {}
    for name, moment in (("due", parsed.due), ("dtstart", parsed.dtstart)):
        if moment is not None:
            fields[name] = _moment(moment)
    for name, span in (("lead", parsed.lead), ("estimate", parsed.estimate)):
        if span is not None:
            fields[name] = str(span // _MINUTE)
    if parsed.rrule is not None:
        fields["rrule"] = parsed.rrule.removeprefix("FREQ=")
    if parsed.repeat_from is RepeatFrom.COMPLETION:
        fields["from"] = "completion"
    if parsed.reminders:
        fields["remind"] = ",".join(map(_reminder, parsed.reminders))
    if parsed.priority is not None:
        fields["priority"] = str(parsed.priority)
    if parsed.categories:
        fields["tags"] = ",".join(parsed.categories)
    if parsed.goal is not None:
        fields["goal"] = parsed.goal
    if parsed.url is not None:
        fields["url"] = parsed.url
    return parsed.title, fields


def _moment(moment: Moment) -> str:
    at = f" {moment.time:%H:%M}" if moment.time else ""
    return f"{moment.date}{at}{f' {moment.zone}' if moment.zone else ''}"


def _reminder(reminder: Reminder) -> str:
    if reminder.anchor is ReminderAnchor.AT and reminder.at is not None:
        assert reminder.at.tzinfo is UTC
        return f"{reminder.at.astimezone(HOME):%Y-%m-%d %H:%M}"
    return str(reminder.offset // _MINUTE)


def failures(table: list[Phrase], language: Language) -> list[str]:
    """The lines that are read otherwise than the table says, with what was read."""
    wrong: list[str] = []
    for phrase in table:
        got = told(parse(phrase.text, now=NOW, zone=HOME, language=language))
        if got != (phrase.title, phrase.fields):
            wrong.append(
                f"{phrase.number}: {phrase.text}\n"
                f"    wanted {phrase.title!r} {phrase.fields}\n    got    {got[0]!r} {got[1]}"
            )
    return wrong
