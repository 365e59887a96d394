"""What the line itself says of the next task, beside what its chips were given. Pure values.

Owns who wins: what was chosen by a chip, then what the line says, then what the place gave.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from models.quickadd import Alternative, FieldName, Hint, Parsed
from views.app.screens.quick_add_draft import Draft

#: The fields that have a chip of their own, and where a draft keeps them.
_CHIPPED: dict[FieldName, tuple[str, ...]] = {
    FieldName.DUE: ("day", "at", "zone"),
    FieldName.LEAD: ("lead",),
    FieldName.ESTIMATE: ("estimate",),
    FieldName.PRIORITY: ("priority",),
    FieldName.GOAL: ("goal", "goal_name"),
    FieldName.CATEGORIES: ("tags",),
}
#: The fields that show up only where the line says them.
SAID_ONLY = (
    FieldName.RRULE,
    FieldName.DTSTART,
    FieldName.REMINDERS,
    FieldName.URL,
)


def changed(before: Draft, after: Draft) -> frozenset[FieldName]:
    """The chips by which two drafts differ."""
    return frozenset(
        name
        for name, kept in _CHIPPED.items()
        if any(getattr(before, each) != getattr(after, each) for each in kept)
    )


def taking(base: Draft, chosen: Draft, names: Collection[FieldName]) -> Draft:
    """`base` with the named fields of `chosen`."""
    kept = {each: getattr(chosen, each) for name in names for each in _CHIPPED[name]}
    return replace(base, **kept)


def with_line(base: Draft, line: Parsed, chosen: Collection[FieldName], home: ZoneInfo) -> Draft:
    """`base` with what the line says, but for the fields in `chosen`."""
    said: dict[str, Any] = {}
    if line.due is not None:
        said |= {"day": line.due.date, "at": line.due.time, "zone": line.due.zone}
    if line.lead is not None:
        said["lead"] = line.lead
    if line.estimate is not None:
        said["estimate"] = line.estimate
    if line.priority is not None:
        said["priority"] = line.priority
    if line.goal is not None:
        said |= {"goal": None, "goal_name": line.goal}
    if line.categories:
        said["tags"] = tuple(dict.fromkeys((*base.tags, *line.categories)))
    for name in chosen:
        for kept in _CHIPPED[name]:
            said.pop(kept, None)
    fields = line.fields(home)
    more = {name: value for name, value in fields.items() if name in (*SAID_ONLY, "repeat_from")}
    return replace(base, **said, rest=tuple({**dict(base.rest), **more}.items()))


def phrases(line: Parsed, name: FieldName) -> frozenset[str]:
    """The words by which the line says a field."""
    return frozenset(line.text[start:end].casefold() for start, end in line.spans(name))


def spans_of(line: Parsed, phrases: Collection[str]) -> list[tuple[int, int]]:
    """Where understood words of the line stand that are to be plain words of the title."""
    return [span for span in line.all_spans if line.text[slice(*span)].casefold() in phrases]


def reading_again(line: Parsed, before: Alternative | None) -> Parsed:
    """The line read as it was chosen to be read before, where it still can be."""
    same = (each for each in line.alternatives if before and each.reading is before.reading)
    alternative = next(same, None)
    return line if alternative is None else line.choosing(alternative)


def hinted(line: Parsed, hint: Hint) -> str:
    """The words that a hint is about."""
    return line.text[slice(*hint.span)].strip()
