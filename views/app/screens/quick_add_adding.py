"""What quick add does: it captures, takes back, and says which, without leaving the field.

Owns the state of one open sheet. Must know no control.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from enum import StrEnum

import flet as ft

from models.errors import EmptySummary, Refusal
from models.goal import Goal
from services import goals, tasks, undo
from services.workspace import Workspace
from views.app.screens.quick_add_draft import Draft
from views.app.screens.quick_add_field import Drawn, TitleBuffer, lines_of
from views.app.session import AppSession
from views.text.actions import action_text
from views.text.fields import shortened


class Panel(StrEnum):
    """What is being chosen under the chips."""

    DATE = "date"
    TIME = "time"
    PRIORITY = "priority"
    GOAL = "goal"
    LEAD = "lead"
    TAGS = "tags"


@dataclass(frozen=True, slots=True)
class Said:
    """The line under the field: a refusal, or what was added.

    Attributes:
        uid: of the task added; empty where there is none to open.
        gesture: what Undo takes back; empty where nothing can be.
    """

    text: str
    is_refusal: bool = False
    uid: str = ""
    gesture: str = ""


@dataclass(frozen=True, slots=True)
class _Made:
    uids: tuple[str, ...]
    summary: str
    gesture: str


class QuickState(ft.Observable):
    """What the sheet shows around the field."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.panel: Panel | None = None
        self.lines: tuple[str, ...] = ()
        self.said: Said | None = None


class Adding:
    """One open sheet's gestures. Bound methods of it stay equal, so the field is left alone."""

    def __init__(self, session: AppSession, draft: Draft) -> None:
        self.session = session
        self.first = draft
        self.state = QuickState(draft)
        self.buffer = TitleBuffer()
        self.drawn = Drawn()
        self._one_by_one = asyncio.Lock()
        self._serial = 0

    async def several(self, lines: tuple[str, ...]) -> None:
        """The text has become several lines, or one again."""
        self.state.lines = lines if len(lines) > 1 else ()

    async def enter(self) -> None:
        """Add what is in the field: of several lines, a task for each."""
        lines = lines_of(self.buffer.text)
        await self._add(lines if len(lines) > 1 else (self.buffer.text,))

    async def add_as_one(self) -> None:
        """Add several lines as one title."""
        await self._add((" ".join(lines_of(self.buffer.text)),))

    async def take_back(self) -> None:
        """Undo what was added last."""
        said = self.state.said
        if said is None or not said.gesture:
            return
        undone = await self.session.act(undo.undo, said.gesture)
        if undone is not None and self.state.said is said:
            self.state.said = Said(self.session.words.say("Undone: {title}", title=undone.summary))

    async def open_added(self) -> None:
        """Leave the sheet for the task that was added last."""
        said = self.state.said
        if said is not None and said.uid:
            self.session.overlay.close()
            await self.session.open_task(said.uid)

    async def choose_new_goal(self, name: str) -> None:
        """The goal of that name, made where there is none."""
        if not name.strip():
            return
        goal: Goal | None = await self.session.act(goals.goal_named, name, create=True)
        if goal is not None:
            self.choose_goal(goal.uid, goal.name)

    def choose_goal(self, uid: str | None, name: str = "") -> None:
        """The goal of the next task."""
        self.choose(replace(self.state.draft, goal=uid, goal_name=name))

    def choose(self, draft: Draft, *, is_settled: bool = True) -> None:
        """Go on with this draft; `is_settled` puts the choices away."""
        self.state.draft = draft
        if is_settled:
            self.state.panel = None

    async def _add(self, titles: tuple[str, ...]) -> None:
        draft, text = self.state.draft, self.buffer.take()
        self.drawn.count += 1
        self.state.lines = ()
        async with self._one_by_one:
            self._serial += 1
            made = await self.session.act(_capture, titles, draft, self._serial)
        if isinstance(made, _Made):
            words = self.session.words
            said = action_text(words, "capture", made.summary, len(made.uids))
            self.state.said = Said(
                said, uid=made.uids[0] if len(made.uids) == 1 else "", gesture=made.gesture
            )
            self.state.draft = self.first
            self.state.panel = None
            return
        if isinstance(made, Refusal):
            self.state.said = Said(self.session.refusal(made), is_refusal=True)
        self._put_back(text)

    def _put_back(self, text: str) -> None:
        """What was refused stays in the field, before what was typed since."""
        self.buffer.put(text + self.buffer.text)
        self.drawn.count += 1


def _capture(desk: Workspace, titles: tuple[str, ...], draft: Draft, _: int) -> _Made | Refusal:
    """Make the tasks; a refusal is an answer here, because the field itself tells it."""
    if not titles:
        return EmptySummary()
    with desk.changes.collected() as told:
        try:
            if len(titles) == 1:
                made = (tasks.capture(desk, draft.fields(titles[0])),)
            else:
                made = tasks.capture_many(desk, [draft.fields(title) for title in titles])
        except Refusal as error:
            return error
    return _Made(
        tuple(task.uid for task in made),
        shortened(made[0].summary),
        told[-1].gesture if told else "",
    )
