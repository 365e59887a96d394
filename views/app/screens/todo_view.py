"""How a list is laid out: its order and its groups. Pure: lines in, sections out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from models.list_view import GroupBy, SortBy, View
from models.lists import ListName
from models.tag import tag_key
from models.task import Priority, TaskLine
from views import theme
from views.text import Dates

#: Lists that are about several days: these are grouped by day.
MANY_DAYS = frozenset(
    {
        ListName.WEEK,
        ListName.NEXT_WEEK,
        ListName.MISSED,
        ListName.ALL,
        ListName.DONE,
        ListName.TRASH,
    }
)


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under one heading; without a title they stand under none.

    Attributes:
        key: tells the section from its siblings.
        day: the day that all its rows share.
    """

    key: str
    title: str
    lines: tuple[TaskLine, ...]
    day: date | None = None


def ordered(lines: Iterable[TaskLine], view: View) -> tuple[TaskLine, ...]:
    """Lines, given by time, in the order in which the view shows them, group after group."""
    found = list(lines)
    if view.sort is SortBy.PRIORITY:
        found.sort(key=_level)
    elif view.sort is SortBy.MANUAL:
        found.sort(key=_by_hand)
    if view.group is GroupBy.GOAL:
        found.sort(key=lambda line: (line.goal_name is None, (line.goal_name or "").casefold()))
    elif view.group is GroupBy.PRIORITY:
        found.sort(key=_level)
    elif view.group is GroupBy.TAG:
        found.sort(key=lambda line: (not line.categories, tag_key(_tag(line)), _tag(line)))
    elif view.group is GroupBy.DAY and view.sort is not SortBy.TIME:
        found.sort(key=lambda line: (line.due_date is None, line.due_date or date.min))
    return tuple(found)


def sections(
    lines: Iterable[TaskLine], name: ListName, view: View, dates: Dates, now: datetime
) -> tuple[Section, ...]:
    """`lines`, which are `ordered` already, under their headings."""
    today = dates.today(now)
    parts: dict[str, tuple[str, date | None, list[TaskLine]]] = {}
    for line in lines:
        key, title, day = _heading(line, name, view, dates, today)
        parts.setdefault(key, (title, day, []))[2].append(line)
    return tuple(Section(key, title, tuple(held), day) for key, (title, day, held) in parts.items())


def _heading(
    line: TaskLine, name: ListName, view: View, dates: Dates, today: date
) -> tuple[str, str, date | None]:
    say = dates.words.say
    if name in (ListName.DONE, ListName.TRASH) or view.group is GroupBy.DAY:
        if name not in MANY_DAYS:
            return "rows", "", None
        day = day_of(line, name, dates.zone)
        if day is None:
            return "no-day", say("No date"), None
        return day.isoformat(), dates.heading(day, today), day
    if view.group is GroupBy.NONE:
        return "rows", "", None
    if view.group is GroupBy.GOAL:
        return f"goal-{line.goal or ''}", line.goal_name or say("No goal"), None
    if view.group is GroupBy.TAG:
        tag = _tag(line)
        return f"tag-{tag_key(tag)}", f"#{tag}" if tag else say("No tag"), None
    word = theme.priority_word(line.priority)
    level = Priority.level(line.priority)
    return f"priority-{level}", say(word) if word else say("No priority"), None


def day_of(line: TaskLine, name: ListName, zone: ZoneInfo) -> date | None:
    """The local day that a line stands under in a list."""
    if name is ListName.DONE:
        return line.completed.astimezone(zone).date() if line.completed else None
    if name is ListName.TRASH:
        return line.deleted.astimezone(zone).date() if line.deleted else None
    return line.due.day(zone) if line.due else None


def _level(line: TaskLine) -> int:
    return Priority.level(line.priority)


def _by_hand(line: TaskLine) -> tuple[str, str]:
    return line.position, line.uid


def _tag(line: TaskLine) -> str:
    """The tag that a line stands under: its first."""
    return line.categories[0] if line.categories else ""
