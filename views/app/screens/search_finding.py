"""What the search does: it reads what is typed, walks through what was found, and chooses.

Owns the state of one open search. Must know no control but the list that it scrolls.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, replace

import flet as ft

from models.errors import Refusal
from models.goal import Goal
from models.query import parse
from models.query.completion import Completion, Names, completions, examples
from models.query.tree import EVERYTHING, Every, Query, Text, leaves
from models.saved_filter import SavedFilter
from services import filters, goals
from services.query_names import known_names
from services.search import PAGE_SIZE, Found, search
from services.workspace import Workspace
from views import theme
from views.app import routes
from views.app.keys import KeyAction
from views.app.motion import lasting
from views.app.overlays import SaveFilter
from views.app.screens.search_entries import (
    Entry,
    Kind,
    Run,
    commands,
    filter_entry,
    goal_entry,
    matching,
    recent_entry,
    task_entry,
)
from views.app.screens.search_field import Drawn, SearchBuffer
from views.app.session import AppSession

log = logging.getLogger(__name__)

#: How long one must pause before what is typed is looked for, in seconds.
PAUSE_S = 0.15
#: Of commands, goals, filters and settings no more than this is shown beside tasks.
FEW = 4
#: So many searches are remembered.
REMEMBERED = 5
#: What leads to something that was looked for, and not only somewhere else.
_PLACES = (Kind.TASK, Kind.GOAL, Kind.FILTER)
#: About how high a row and a heading are; logical pixels.
ROW, HEADING = 52, 40


@dataclass(frozen=True, slots=True)
class Known:
    """What a search knows of beside tasks."""

    names: Names
    goals: tuple[Goal, ...] = ()
    filters: tuple[SavedFilter, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is shown of a text.

    Attributes:
        text: what was looked for.
        error: why it cannot be read, in words.
        is_failed: whether that is no fault of the text, and may go well another time.
        count: how many tasks there are in all.
        cursor: asks for more tasks.
        is_whole: whether it could be kept as a filter.
    """

    text: str = ""
    entries: tuple[Entry, ...] = ()
    completions: tuple[Completion, ...] = ()
    error: str = ""
    is_failed: bool = False
    count: int = 0
    cursor: str | None = None
    is_whole: bool = False


class SearchState(ft.Observable):
    """What the search shows; `at` is the place of the chosen entry."""

    def __init__(self) -> None:
        self.outcome = Outcome()
        self.at = 0


class Finding:
    """One open search. Bound methods of it stay equal, so the field is left alone."""

    def __init__(self, session: AppSession, text: str) -> None:
        self.session = session
        self.buffer = SearchBuffer(text, text)
        self.drawn = Drawn()
        self.state = SearchState()
        self.view = ft.Ref[ft.ListView]()
        self._routed = text
        self._known: Known | None = None
        self._serial = 0
        self._scrolled = 0.0
        self._is_on = False
        self._is_reading_more = False

    # --- life ------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Read, and go on reading at every change; the arrows are the search's own now."""
        self._is_on = True
        self.session.keys.hold(self, self._keys())
        self.session.on_reading(self, self.again)
        self.again()

    def end(self) -> None:
        """Stop; what is still being read is not shown."""
        self._is_on = False
        self.session.keys.release(self)
        self.session.no_reading(self)

    def again(self) -> None:
        """Read everything anew."""
        self._known = None
        self._serial += 1
        self.session.spawn(self._read(self._serial))

    def routed(self, text: str) -> None:
        """The address says another text."""
        if text != self._routed:
            self._routed = text
            if text != self.buffer.text:
                self.put(text)

    def _keys(self) -> dict[str, KeyAction]:
        say = self.session.words.say

        async def up() -> None:
            await self.step(-1)

        async def down() -> None:
            await self.step(1)

        return {
            "Up": KeyAction(say("Previous row"), up),
            "Down": KeyAction(say("Next row"), down),
            "Escape": KeyAction(say("Close"), self.close),
        }

    # --- typing ----------------------------------------------------------------------------------

    async def heard(self) -> None:
        """The text has changed: look for it once one pauses."""
        self._serial += 1
        self.session.spawn(self._settle(self._serial))

    async def _settle(self, serial: int) -> None:
        await asyncio.sleep(PAUSE_S)
        if serial == self._serial:
            await self._read(serial)

    def put(self, text: str) -> None:
        """Have the field show `text`, and look for it."""
        self.buffer.text = self.buffer.shown = text
        self.drawn.count += 1
        self._serial += 1
        self.session.spawn(self._read(self._serial))

    async def clear(self) -> None:
        """Empty the field."""
        self.put("")

    # --- choosing --------------------------------------------------------------------------------

    async def step(self, by: int) -> None:
        """Choose the next entry, or the one before; after the last comes the first."""
        entries = self.state.outcome.entries
        if not entries:
            return
        self.state.at = (self.state.at + by) % len(entries)
        if self.state.at >= len(entries) - FEW:
            self.session.spawn(self.more())
        await self._bring_into_view()

    async def enter(self) -> None:
        """Do what the chosen entry does; of a text that was just typed, look first."""
        if self.buffer.text != self.state.outcome.text:
            self._serial += 1
            await self._read(self._serial)
        entries = self.state.outcome.entries
        if self.state.at < len(entries):
            await self._run(entries[self.state.at])

    async def choose(self, key: str) -> None:
        """Do what the entry of that key does."""
        for at, entry in enumerate(self.state.outcome.entries):
            if entry.face.key == key:
                self.state.at = at
                await self._run(entry)
                return

    async def _run(self, entry: Entry) -> None:
        text = " ".join(self.buffer.text.split())
        if text and entry.face.kind is not Kind.RECENT:
            self._remember(text)
            if entry.face.kind in _PLACES and text != self._routed:
                # Back from there the search is found as it was left.
                self._routed = text
                await self.session.go(routes.search_route(text))
        await entry.run()

    async def save(self, _: object = None) -> None:
        """Ask for the name under which the search is kept."""
        self.session.overlay.open(SaveFilter(" ".join(self.buffer.text.split())))

    async def close(self) -> None:
        """Put the search away."""
        if self.session.here.search is not None:
            await self.session.close_search()

    # --- reading ---------------------------------------------------------------------------------

    async def _read(self, serial: int) -> None:
        text = self.buffer.text
        try:
            known = self._known or await self.session.read(_known)
            self._known = known
            outcome = await self._outcome(text, known)
        except Refusal as error:
            outcome = Outcome(text, error=self.session.refusal(error))
        except Exception as error:
            log.exception("searching failed")
            outcome = Outcome(text, error=self.session.refusal(error), is_failed=True)
        if serial == self._serial and self._is_on:
            if outcome.text != self.state.outcome.text:
                self.state.at = 0
                await self._to_top()
            self.state.at = min(self.state.at, max(0, len(outcome.entries) - 1))
            self.state.outcome = outcome

    async def _outcome(self, text: str, known: Known) -> Outcome:
        session = self.session
        language = session.words.language
        if not text.strip():
            entries = [recent_entry(each, self._searching(each)) for each in self._recent()]
            entries += [each for each in commands(session) if each.face.keys][: 2 * FEW]
            return Outcome(text, tuple(entries), examples(language, known.names))
        offered = completions(text, language, known.names)
        try:
            query = parse(text)
            # As many as are shown already, when all is read anew.
            shown = sum(each.face.kind is Kind.TASK for each in self.state.outcome.entries)
            limit = max(PAGE_SIZE, shown) if text == self.state.outcome.text else PAGE_SIZE
            found = await session.read(lambda desk: search(desk, text, limit=limit))
        except Refusal as error:
            # While a value is being typed its beginning is no mistake.
            error_text = "" if offered else session.refusal(error)
            return Outcome(text, completions=offered, error=error_text)
        entries = self._beside(text, known) if _is_plain(query) else []
        entries += [task_entry(session, line) for line in found.lines]
        is_whole = query != EVERYTHING
        return Outcome(
            text,
            tuple(entries),
            offered,
            count=found.count,
            cursor=found.cursor,
            is_whole=is_whole,
        )

    def _beside(self, text: str, known: Known) -> list[Entry]:
        """Commands, goals, filters and settings of that name."""
        session = self.session
        every = commands(session)
        kinds = (
            [each for each in every if each.face.kind is Kind.COMMAND],
            [goal_entry(session, goal) for goal in known.goals],
            [filter_entry(session, saved) for saved in known.filters],
            [each for each in every if each.face.kind is Kind.SETTING],
        )
        return [entry for entries in kinds for entry in matching(entries, text, FEW)]

    async def more(self) -> None:
        """Read the next tasks, if there are any."""
        outcome, serial = self.state.outcome, self._serial
        if outcome.cursor is None or self._is_reading_more:
            return
        self._is_reading_more = True
        try:
            found: Found = await self.session.read(
                lambda desk: search(desk, outcome.text, after=outcome.cursor)
            )
        finally:
            self._is_reading_more = False
        if serial == self._serial and self._is_on:
            entries = (*outcome.entries, *(task_entry(self.session, each) for each in found.lines))
            self.state.outcome = replace(
                outcome, entries=entries, count=found.count, cursor=found.cursor
            )

    # --- what was searched before ----------------------------------------------------------------

    def _recent(self) -> list[str]:
        return self.session.kept.setdefault("searches", [])

    def _remember(self, text: str) -> None:
        recent = [each for each in self._recent() if each != text]
        self.session.kept["searches"] = [text, *recent][:REMEMBERED]

    def _searching(self, text: str) -> Run:
        async def searched() -> None:
            self.put(text)

        return searched

    # --- scrolling -------------------------------------------------------------------------------

    def scrolled(self, offset: float) -> None:
        """The list stands so many pixels down."""
        self._scrolled = offset

    async def _to_top(self) -> None:
        if self._scrolled > 0 and self.view.current is not None:
            self._scrolled = 0.0
            await self.view.current.scroll_to(offset=0, duration=0)

    async def _bring_into_view(self) -> None:
        """Scroll when the entry is off the screen, as far as heights can be told."""
        if self.view.current is None:
            return
        entries = self.state.outcome.entries[: self.state.at + 1]
        top = len({each.face.kind for each in entries}) * HEADING + (len(entries) - 1) * ROW
        room = list_room(self.session)
        if self._scrolled <= top - HEADING and top + ROW <= self._scrolled + room:
            return
        self._scrolled = max(0.0, top - room / 2)
        await self.view.current.scroll_to(
            offset=self._scrolled,
            duration=lasting(theme.QUICK_MS),
            curve=ft.AnimationCurve.EASE_OUT,
        )


def list_room(session: AppSession) -> float:
    """About how high the list of entries is; logical pixels."""
    frame = session.frame
    return palette_height(session) - 180 if frame.is_wide else frame.height - 200


def palette_height(session: AppSession) -> float:
    """How high the search is where it stands in the middle of a window."""
    return min(620, max(320, session.frame.height - 140))


def _known(desk: Workspace) -> Known:
    kept = tuple(goal for goal in goals.goals(desk) if not goal.archived)
    return Known(known_names(desk), kept, filters.filters(desk))


def _is_plain(query: Query) -> bool:
    """Whether nothing is asked for but words."""
    match query:
        case Text():
            return True
        case Every(queries=queries):
            return bool(queries) and all(isinstance(each, Text) for each in leaves(query))
        case _:
            return False
