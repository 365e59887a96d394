"""What a block of the hours says and which tones it has: frozen values, ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import flet as ft

from models.due_line import Due
from models.task import TaskLine
from services.day_columns import Placed
from services.day_layout import Span, is_lasting
from services.settings import Settings
from views.app.kit.row_face import DueKind, due_kind
from views.text import Dates
from views.text.standings import standing_text


class BlockKind(StrEnum):
    """What a block stands for; each has its own tones, and words beside them."""

    WORK = "work"
    SOON = "soon"
    PEOPLE = "people"
    PUBLISH = "publish"
    DONE = "done"
    MISSED = "missed"
    READY_MISSED = "ready-missed"
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
    BlockKind.READY_MISSED: Tones(ft.Colors.ERROR_CONTAINER, ft.Colors.ON_ERROR_CONTAINER),
    BlockKind.MORE: Tones(ft.Colors.SURFACE_CONTAINER_HIGHEST, ft.Colors.ON_SURFACE),
}


@dataclass(frozen=True, slots=True)
class BlockFace:
    """One block.

    Attributes:
        uid: of its task; empty for a block that stands for several.
        metas: the line under the title, from the fullest to the one for the least room.
        spoken: everything, for screen readers.
        window: title and line of the ready window before it; None without one.
        has_block: False where the window stands alone.
    """

    uid: str
    kind: BlockKind
    title: str
    metas: tuple[str, ...]
    spoken: str
    window: tuple[str, str] | None = None
    has_block: bool = True


def kind_of(line: Due, now: datetime) -> BlockKind:
    """What a task's block stands for at `now` (aware)."""
    if line.is_done:
        return BlockKind.DONE
    kind = due_kind(line, now)
    if kind is DueKind.MISSED:
        return BlockKind.MISSED
    if kind is DueKind.READY_MISSED:
        return BlockKind.READY_MISSED
    if line.lead:
        return BlockKind.PUBLISH
    if line.is_shared:
        return BlockKind.PEOPLE
    # What is at risk is no quieter than it was while there was time.
    return BlockKind.SOON if kind in (DueKind.SOON, DueKind.AT_RISK) else BlockKind.WORK


def face_of_block(placed: Placed, dates: Dates, settings: Settings, now: datetime) -> BlockFace:
    """What a placed block says at `now` (aware)."""
    say = dates.words.say
    if placed.is_several:
        count = len(placed.spans)
        label = (
            dates.words.count("{count} task", "{count} tasks", count)
            if placed.columns == 1
            else dates.words.count("{count} more", "{count} more", count)
        )
        titles = ", ".join(span.line.summary for span in placed.spans[:10])
        hint = say("Show in agenda")
        spoken = f"{label}: {titles}"
        # One that stands alone has the whole width: it can name some of them.
        title = spoken if placed.columns == 1 else label
        return BlockFace("", BlockKind.MORE, title, (hint, ""), spoken)
    span = placed.span
    line = span.line
    kind = kind_of(line, now)
    window = None
    if span.turn is not None and span.turn > span.start and line.lead:
        window = (say("Ready window"), say("preparation {time}", time=dates.duration(line.lead)))
    metas = _metas(span, kind, dates, settings)
    said = standing_text(dates.words, line.standing(now), line.waiting_for)
    if said and kind is not BlockKind.MISSED:
        # How it stands is told before all else, also where there is little room.
        metas = (*(_joined(said, meta) for meta in metas), said)
    has_block = span.turn is None or span.turn < span.end
    if not has_block:
        window = (say("Ready: {title}", title=line.summary), _ready(line, dates))
    spoken = ", ".join(
        filter(None, (line.summary, metas[0], _ready(line, dates) if window else ""))
    )
    return BlockFace(line.uid, kind, line.summary, metas, spoken, window, has_block)


def _metas(span: Span, kind: BlockKind, dates: Dates, settings: Settings) -> tuple[str, ...]:
    say = dates.words.say
    line, when = span.line, _when(span, dates)
    begin = dates.time(_begin(line) or line.due_at) if line.due_at else ""
    match kind:
        case BlockKind.DONE:
            return _joined(when, say("done")), say("done")
        case BlockKind.MISSED:
            return _joined(when, say("missed")), say("missed")
        case BlockKind.PEOPLE:
            return _joined(when, ", ".join(line.attendees)), ", ".join(line.attendees)
        case BlockKind.PUBLISH if is_at_best(line, dates, settings):
            hours = dates.hours(settings.best_start, settings.best_end)
            best = say("best hours {hours}", hours=hours)
            return _joined(when, best), when, begin
        case _:
            more = line.parent_summary or line.goal_name or ", ".join(line.attendees)
            return _joined(when, more), when, begin


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def _when(span: Span, dates: Dates) -> str:
    due, begin = span.line.due_at, _begin(span.line)
    if due is None:
        return ""
    if span.turn is not None:
        return dates.words.say("publish {time}", time=dates.time(due))
    return dates.time_range(begin, due) if begin is not None else dates.time(due)


def _begin(line: TaskLine) -> datetime | None:
    """When work on a task begins; None where nothing says so, and for what is published."""
    due, start = line.due_at, line.start_at
    if line.lead:
        return None
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
