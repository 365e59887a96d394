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
from models.quickadd import Alternative, FieldName, Hint, Parsed
from models.recipe import Recipe
from models.task import TaskFields
from services import goals, plans, quick_add, tasks, undo
from services.workspace import Workspace
from views.app.screens import quick_add_line
from views.app.screens.quick_add_draft import Draft
from views.app.screens.quick_add_field import Drawn, TitleBuffer, lines_of
from views.app.session import AppSession
from views.text.actions import action_text
from views.text.fields import shortened

#: How long the field waits for what it held to be added, in seconds; then it is emptied alone.
TOGETHER_S = 0.04


class Panel(StrEnum):
    """What is being chosen under the chips."""

    DATE = "date"
    TIME = "time"
    PRIORITY = "priority"
    GOAL = "goal"
    LEAD = "lead"
    ESTIMATE = "estimate"
    TAGS = "tags"
    RECIPE = "recipe"


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
    """What the sheet shows around the field.

    Attributes:
        draft: what the next task gets: chosen, said by the line, or given by the place.
        understood: the fields that the line says and that are in force.
        recipe: what a task with a time is planned with.
        alternatives, hints: what else the line could mean, and what of it was not taken.
    """

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.panel: Panel | None = None
        self.lines: tuple[str, ...] = ()
        self.said: Said | None = None
        self.understood: frozenset[FieldName] = frozenset()
        self.alternatives: tuple[Alternative, ...] = ()
        self.hints: tuple[tuple[Hint, str], ...] = ()
        self.recipe: Recipe | None = None


class Echo(ft.Observable):
    """The line with what was understood of it; None while there is nothing to highlight."""

    def __init__(self) -> None:
        self.line: Parsed | None = None


@dataclass(frozen=True, slots=True)
class _Entry:
    """A task to capture; its goal by a name where the line gave one."""

    fields: TaskFields
    goal_name: str = ""
    recipe: Recipe | None = None


class Adding:
    """One open sheet's gestures. Bound methods of it stay equal, so the field is left alone."""

    def __init__(self, session: AppSession, draft: Draft) -> None:
        self.session = session
        self.first = draft
        self.state = QuickState(draft)
        self.echo = Echo()
        self.buffer = TitleBuffer()
        self.drawn = Drawn()
        self._base = draft
        self._chosen: frozenset[FieldName] = frozenset()
        self._plain: frozenset[str] = frozenset()
        self._reading: Alternative | None = None
        self._one_by_one = asyncio.Lock()
        self._serial = 0

    async def heard(self) -> None:
        """The text has changed: read it anew."""
        lines = lines_of(self.buffer.text)
        self.state.lines = lines if len(lines) > 1 else ()
        self._show(self._read(self.buffer.text))

    def clear(self, name: FieldName, cleared: Draft) -> None:
        """Put a chip's value away: its words are words of the title again.

        Args:
            cleared: the draft without it, for a value that the line did not say.
        """
        if name in self.state.understood:
            line = self._read(self.buffer.text)
            self._plain |= quick_add_line.phrases(line, name)
            self.state.panel = None
            self._show(self._read(self.buffer.text))
        else:
            self.choose(cleared)

    def read_as(self, alternative: Alternative) -> None:
        """Take the line's date, time or repeat as this."""
        self._reading = alternative
        self._chosen -= {FieldName.DUE}
        self.state.panel = None
        self._show(self._read(self.buffer.text))

    def _read(self, text: str) -> Parsed:
        """What a line says, but for the words that were made plain."""
        desk, language = self.session.workspace, self.session.words.language
        line = quick_add.understand(desk, text, language)
        if plain := quick_add_line.spans_of(line, self._plain):
            line = quick_add.understand(desk, text, language, plain)
        return quick_add_line.reading_again(line, self._reading)

    def _merged(self, line: Parsed) -> Draft:
        zone = self.session.workspace.zone
        return quick_add_line.with_line(self._base, line, self._chosen, zone)

    def _show(self, line: Parsed) -> None:
        state = self.state
        is_one = not state.lines
        state.draft = self._merged(line) if is_one else self._base
        found = frozenset(each.name for each in line.found) - self._chosen
        state.understood = found if is_one else frozenset()
        is_open = is_one and FieldName.DUE not in self._chosen
        state.alternatives = line.alternatives if is_open else ()
        hints = tuple((hint, quick_add_line.hinted(line, hint)) for hint in line.hints)
        state.hints = hints if is_one else ()
        self.echo.line = line if is_one and line.found else None

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
        names = quick_add_line.changed(self.state.draft, draft)
        self._base = quick_add_line.taking(self._base, draft, names)
        self._chosen |= names
        if is_settled:
            self.state.panel = None
        self._show(self._read(self.buffer.text))

    def choose_recipe(self, recipe: Recipe | None) -> None:
        """What the next task is planned with; None: nothing."""
        self.state.recipe = recipe
        self.state.panel = None

    def _begin_anew(self) -> None:
        """Nothing is chosen for the next task yet."""
        self._base = self.first
        self._chosen, self._plain, self._reading = frozenset(), frozenset(), None
        self.state.panel, self.state.recipe = None, None
        self._show(self._read(self.buffer.text))

    def _entry(self, title: str) -> _Entry:
        line = self._read(title)
        draft = self._merged(line)
        # A line that is nothing but a date is a title all the same.
        goal_name = "" if draft.goal else draft.goal_name
        recipe = self.state.recipe if draft.at is not None else None
        return _Entry(draft.fields(line.title or title), goal_name, recipe)

    async def _add(self, titles: tuple[str, ...]) -> None:
        entries = tuple(self._entry(title) for title in titles)
        text = self.buffer.take()
        capturing = asyncio.create_task(self._captured(entries))
        # The field is emptied with what is said of it: the client paints one frame, not two.
        await asyncio.wait({capturing}, timeout=TOGETHER_S)
        self.drawn.count += 1
        self.state.lines = ()
        self.echo.line = None
        made = await capturing
        if isinstance(made, _Made):
            words = self.session.words
            said = action_text(words, "capture", made.summary, len(made.uids))
            self.state.said = Said(
                said, uid=made.uids[0] if len(made.uids) == 1 else "", gesture=made.gesture
            )
            self._begin_anew()
            return
        if isinstance(made, Refusal):
            self.state.said = Said(self.session.refusal(made), is_refusal=True)
        self._put_back(text)

    async def _captured(self, entries: tuple[_Entry, ...]) -> _Made | Refusal | None:
        async with self._one_by_one:
            self._serial += 1
            return await self.session.act(_capture, entries, self._serial)

    def _put_back(self, text: str) -> None:
        """What was refused stays in the field, before what was typed since."""
        self.buffer.put(text + self.buffer.text)
        self.drawn.count += 1
        self._show(self._read(self.buffer.text))


def _capture(desk: Workspace, entries: tuple[_Entry, ...], _: int) -> _Made | Refusal:
    """Make the tasks; a refusal is an answer here, because the field itself tells it."""
    if not entries:
        return EmptySummary()
    with desk.changes.collected() as told:
        try:
            fields = [_with_goal(desk, entry) for entry in entries]
            if any(entry.recipe for entry in entries):
                recipes = [entry.recipe for entry in entries]
                made = plans.capture_planned(desk, zip(fields, recipes, strict=True))
            elif len(fields) == 1:
                made = (tasks.capture(desk, fields[0]),)
            else:
                made = tasks.capture_many(desk, fields)
        except Refusal as error:
            return error
    return _Made(
        tuple(task.uid for task in made),
        shortened(made[0].summary),
        told[-1].gesture if told else "",
    )


def _with_goal(desk: Workspace, entry: _Entry) -> TaskFields:
    """The entry's fields with its goal, which is made where there is none of that name."""
    if not entry.goal_name:
        return entry.fields
    goal = goals.goal_named(desk, entry.goal_name, create=True)
    return {**entry.fields, "goal": goal.uid}
