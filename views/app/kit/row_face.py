"""What a task's row says: one task, at one minute, in one language, as a frozen value.

Two equal faces draw the same row, so a row is drawn again only when its face changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from models.due_line import Due
from models.standing import Standing
from models.task import TaskLine
from views import theme
from views.app.kit.repeat_label import repeat_label
from views.text import Dates
from views.text.standings import standing_text

#: So many faces are kept: while nothing changes a list has the same ones each time it is drawn.
FACES = 512
#: A task that must be ready within this time is "soon".
SOON = timedelta(hours=1)


class DueKind(StrEnum):
    """How near a due moment is; each has its own icon, and colour beside it."""

    NONE = "none"
    LATER = "later"
    DAY = "day"
    SOON = "soon"
    WAITING = "waiting"
    AT_RISK = "at-risk"
    READY_MISSED = "ready-missed"
    MISSED = "missed"


_BY_STANDING = {
    Standing.DUE_MISSED: DueKind.MISSED,
    Standing.READY_MISSED: DueKind.READY_MISSED,
    Standing.WAITING: DueKind.WAITING,
    Standing.AT_RISK: DueKind.AT_RISK,
}


@dataclass(frozen=True, slots=True)
class RowFace:
    """Everything that a row shows; texts are ready to be read.

    Attributes:
        due: the label, empty for none; `due_kind` says how to show it.
        steps: ``3/4``, empty without steps.
        people: who does it, empty for oneself.
        pinned_word: says that it is pinned; empty where it is not.
        done: when it was done, where that is told.
    """

    uid: str
    title: str
    is_done: bool
    priority: int
    priority_word: str
    due: str = ""
    due_kind: DueKind = DueKind.NONE
    estimate: str = ""
    steps: str = ""
    steps_spoken: str = ""
    goal: str = ""
    goal_color: str | None = None
    parent: str = ""
    repeat: str = ""
    people: str = ""
    tags: tuple[str, ...] = ()
    has_notes: bool = False
    pinned_word: str = ""
    done: str = ""


@lru_cache(FACES)
def face_of(
    line: TaskLine,
    dates: Dates,
    now: datetime,
    *,
    has_goal: bool = True,
    has_parent: bool = True,
    has_done: bool = False,
) -> RowFace:
    """The face of a task's line at `now` (aware).

    Args:
        has_goal: whether the goal is told; not where all rows share it.
        has_parent: whether the task it is a step of is told.
        has_done: whether it is told when it was done; not where rows stand under that day.
    """
    words = dates.words
    word = theme.priority_word(line.priority)
    return RowFace(
        uid=line.uid,
        title=line.summary,
        is_done=line.is_done,
        priority=line.priority,
        priority_word=words.say(word) if word else "",
        due=_due(line, dates, now),
        due_kind=due_kind(line, now),
        steps=f"{line.steps_done}/{line.steps_total}" if line.steps_total else "",
        steps_spoken=words.say(
            "{done} of {total} steps", done=line.steps_done, total=line.steps_total
        )
        if line.steps_total
        else "",
        goal=(line.goal_name or "") if has_goal else "",
        goal_color=line.goal_color,
        parent=(line.parent_summary or "") if has_parent else "",
        repeat=repeat_label(line.rrule, dates),
        people=", ".join(line.attendees),
        tags=line.categories,
        has_notes=line.has_description,
        pinned_word=words.say("Pinned") if line.pinned else "",
        done=_done(line, dates, now) if has_done else "",
    )


def _done(line: TaskLine, dates: Dates, now: datetime) -> str:
    if line.completed is None:
        return ""
    return dates.words.say("done {when}", when=dates.instant(line.completed, now))


def _due(line: TaskLine, dates: Dates, now: datetime) -> str:
    """When it is due; first how it stands, where the colour of the due alone would say so."""
    standing = line.standing(now)
    # A day that has passed reads as one; a time of today does not.
    has_passed = line.due is not None and line.due.day(dates.zone) < dates.today(now)
    said = (
        ""
        if standing is Standing.DUE_MISSED and has_passed
        else standing_text(dates.words, standing, line.waiting_for)
    )
    due = dates.due(line.due, now) if line.due else ""
    return " · ".join(filter(None, (said, due)))


def due_kind(line: Due, now: datetime) -> DueKind:
    """How near the task's due moment is at `now` (aware), and how it stands; see `Standing`."""
    standing = line.standing(now)
    if line.due_at is None:
        return DueKind.WAITING if standing is Standing.WAITING else DueKind.NONE
    far = DueKind.DAY if line.due_time is None else DueKind.LATER
    if line.is_done:
        return far
    if (kind := _BY_STANDING.get(standing)) is not None:
        return kind
    ready = line.ready_at or line.due_at
    if line.due_time is not None and ready - now <= SOON:
        return DueKind.SOON
    return far
