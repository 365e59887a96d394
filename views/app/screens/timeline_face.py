"""What a block of the hours says and which tones it has: frozen values, ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import flet as ft

from models.task import TaskLine
from services.day_layout import Placed, Span, is_lasting
from services.settings import Settings
from views.app.kit.row_face import DueKind, due_kind
from views.text import Dates


class BlockKind(StrEnum):
    """What a block stands for; each has its own tones, and words beside them."""

    WORK = "work"
    SOON = "soon"
    PEOPLE = "people"
    PUBLISH = "publish"
    DONE = "done"
    MISSED = "missed"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Tones:
    """A block's colours."""

    ground: str
    word: str


TONES = {
    BlockKind.WORK: Tones(ft.Colors.SECONDARY_CONTAINER, ft.Colors.ON_SECONDARY_CONTAINER),
    BlockKind.SOON: Tones(ft.Colors.PRIMARY_CONTAINER, ft.Colors.ON_PRIMARY_CONTAINER),
    BlockKind.PEOPLE: Tones(ft.Colors.TERTIARY_CONTAINER, ft.Colors.ON_TERTIARY_CONTAINER),
    BlockKind.PUBLISH: Tones(ft.Colors.PRIMARY, ft.Colors.ON_PRIMARY),
    BlockKind.DONE: Tones(ft.Colors.SURFACE_CONTAINER_HIGH, ft.Colors.ON_SURFACE_VARIANT),
    BlockKind.MISSED: Tones(ft.Colors.ERROR_CONTAINER, ft.Colors.ON_ERROR_CONTAINER),
    BlockKind.MORE: Tones(ft.Colors.SURFACE_CONTAINER_HIGHEST, ft.Colors.ON_SURFACE),
}


@dataclass(frozen=True, slots=True)
class BlockFace:
    """One block.

    Attributes:
        uid: of its task; empty for a block that stands for several.
        meta: the line under the title; `brief` where there is little room for it.
        spoken: everything, for screen readers.
        window: title and line of the ready window before it; None without one.
        has_block: False where the window stands alone.
    """

    uid: str
    kind: BlockKind
    title: str
    meta: str
    brief: str
    spoken: str
    window: tuple[str, str] | None = None
    has_block: bool = True


def kind_of(line: TaskLine, now: datetime) -> BlockKind:
    """What a task's block stands for at `now` (aware)."""
    if line.is_done:
        return BlockKind.DONE
    kind = due_kind(line, now)
    if kind is DueKind.MISSED:
        return BlockKind.MISSED
    if line.lead:
        return BlockKind.PUBLISH
    if line.attendees:
        return BlockKind.PEOPLE
    return BlockKind.SOON if kind is DueKind.SOON else BlockKind.WORK


def face_of_block(placed: Placed, dates: Dates, settings: Settings, now: datetime) -> BlockFace:
    """What a placed block says at `now` (aware)."""
    say = dates.words.say
    if placed.is_several:
        label = dates.words.count("{count} more", "{count} more", len(placed.spans))
        titles = ", ".join(span.line.summary for span in placed.spans[:10])
        hint = say("Show in agenda")
        return BlockFace("", BlockKind.MORE, label, hint, "", f"{label}: {titles}")
    span = placed.span
    line = span.line
    kind = kind_of(line, now)
    window = None
    if span.turn is not None and span.turn > span.start and line.lead:
        window = (say("Ready window"), say("preparation {time}", time=dates.duration(line.lead)))
    meta = _meta(span, kind, dates, settings)
    has_block = span.turn is None or span.turn < span.end
    if not has_block:
        window = (say("Ready: {title}", title=line.summary), _ready(line, dates))
    spoken = ", ".join(filter(None, (line.summary, meta, _ready(line, dates) if window else "")))
    brief = _brief(span, kind, dates)
    return BlockFace(line.uid, kind, line.summary, meta, brief, spoken, window, has_block)


def _meta(span: Span, kind: BlockKind, dates: Dates, settings: Settings) -> str:
    say = dates.words.say
    line = span.line
    parts = [_when(line, span, dates)]
    match kind:
        case BlockKind.DONE:
            parts.append(say("done"))
        case BlockKind.MISSED:
            parts.append(say("missed"))
        case BlockKind.PUBLISH if is_at_best(line, dates, settings):
            hours = dates.hours(settings.best_start, settings.best_end)
            parts.append(say("best hours {hours}", hours=hours))
        case _:
            parts.append(", ".join(line.attendees) or line.parent_summary or line.goal_name or "")
    return " · ".join(filter(None, parts))


def _brief(span: Span, kind: BlockKind, dates: Dates) -> str:
    say = dates.words.say
    match kind:
        case BlockKind.DONE:
            return say("done")
        case BlockKind.MISSED:
            return say("missed")
        case BlockKind.PEOPLE:
            return ", ".join(span.line.attendees)
        case BlockKind.PUBLISH:
            return _when(span.line, span, dates)
        case _:
            begin = _begin(span.line) or span.line.due_at
            return dates.time(begin) if begin else ""


def _when(line: TaskLine, span: Span, dates: Dates) -> str:
    due, begin = line.due_at, _begin(line)
    if due is None:
        return ""
    if span.turn is not None:
        return dates.words.say("publish {time}", time=dates.time(due))
    return dates.time_range(begin, due) if begin is not None else dates.time(due)


def _begin(line: TaskLine) -> datetime | None:
    """When work on a task begins; None where nothing says so."""
    due, start = line.due_at, line.start_at
    if due is not None and (start is None or start >= due or is_lasting(line)):
        return due - line.estimate if line.estimate else None
    return start


def _ready(line: TaskLine, dates: Dates) -> str:
    if line.ready_at is None:
        return ""
    return dates.words.say("ready by {time}", time=dates.time(line.ready_at))


def is_at_best(line: TaskLine, dates: Dates, settings: Settings) -> bool:
    """Whether a task is due in the hours in which most people look."""
    if line.due_at is None:
        return False
    at = line.due_at.astimezone(dates.zone).time()
    return settings.best_start <= at < settings.best_end
