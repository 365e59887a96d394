"""What the search does: it reads what is typed, walks through what was found, and chooses.

Owns the state of one open search. Must know no control but the list that it scrolls.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace

import flet as ft

from models.errors import Refusal
from models.task import TaskLine
from services.search import PAGE_SIZE, Found, search
from views import theme
from views.app import routes
from views.app.keys import KeyAction
from views.app.motion import lasting
from views.app.overlays import SaveFilter
from views.app.screens.list_gestures import ListGestures
from views.app.screens.list_memory import memory_of
from views.app.screens.list_walk import place_after
from views.app.screens.search_entries import (
    Entry,
    Kind,
    Run,
    recent_entry,
    task_entry,
    task_key,
)
from views.app.screens.search_field import Drawn, SearchBuffer
from views.app.screens.search_keys import keys_of
from views.app.screens.search_outcome import (
    FEW,
    Known,
    Outcome,
    outcome_of,
    outcome_of_nothing,
    read_known,
)
from views.app.session import AppSession

log = logging.getLogger(__name__)

#: How long one must pause before what is typed is looked for, in seconds.
PAUSE_S = 0.15
#: So many searches are remembered.
REMEMBERED = 5
#: What leads to something that was looked for, and not only somewhere else.
_PLACES = (Kind.TASK, Kind.GOAL, Kind.FILTER)
#: About how high the list is until the client has told, in logical pixels.
ROOM = 440.0
#: What the selection is remembered under.
SEARCH = "search"


class SearchState(ft.Observable):
    """What the search shows.

    Attributes:
        at: the place of the chosen entry.
        is_typing: whether the field has the focus.
    """

    def __init__(self) -> None:
        self.outcome = Outcome()
        self.at = 0
        self.is_typing = True


class Finding:
    """One open search. Bound methods of it stay equal, so the field is left alone.

    Attributes:
        memory, gestures: of the tasks that were found, as of any list.
        is_on: whether it stands on the screen.
    """

    def __init__(self, session: AppSession, text: str) -> None:
        self.session = session
        self.buffer = SearchBuffer(text, text)
        self.drawn = Drawn()
        self.state = SearchState()
        self.view = ft.Ref[ft.ListView]()
        self.memory = memory_of(session, SEARCH)
        self.gestures = ListGestures(session, self.memory)
        self._own: dict[str, KeyAction] = {}
        self._routed = text
        self._known: Known | None = None
        self._serial = 0
        self._scrolled = 0.0
        self.is_on = False
        self._is_reading_more = False

    # --- life ------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Read, and go on reading at every change; the keys are the search's own now."""
        self.is_on = True
        self.memory.picked = None
        self._own |= keys_of(self)
        self.session.keys.hold(self, self._own, leads_on=True)
        self.session.on_reading(self, self.again)
        self.again()

    def end(self) -> None:
        """Stop; what is still being read is not shown."""
        self.is_on = False
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

    # --- typing ----------------------------------------------------------------------------------

    async def focused(self, is_typing: bool) -> None:
        """The field has the focus now, or something else has."""
        self.state.is_typing = is_typing
        self._own.clear()
        self._own |= keys_of(self)

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
        await self._come_to((self.state.at + by) % len(entries))

    async def _come_to(self, at: int) -> None:
        self.state.at = at
        if at >= len(self.state.outcome.entries) - FEW:
            self.session.spawn(self.more())
        await self._bring_into_view()

    def here(self) -> TaskLine | None:
        """The task of the chosen entry, if it is one."""
        entries = self.state.outcome.entries
        return entries[self.state.at].line if self.state.at < len(entries) else None

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
        at = self._place_of(key)
        if at is not None:
            self.state.at = at
            await self._run(self.state.outcome.entries[at])

    def _place_of(self, key: str) -> int | None:
        keys = self._keys()
        return keys.index(key) if key in keys else None

    def _keys(self) -> tuple[str, ...]:
        return tuple(entry.face.key for entry in self.state.outcome.entries)

    async def menu(self, uid: str, at: tuple[float, float] | None = None) -> None:
        """Open the menu of a task that was found, `at` a place of the page."""
        if uid:
            await self.gestures.menu(uid, at)

    async def _run(self, entry: Entry) -> None:
        if self.memory.picked is not None and entry.line is not None:
            await self.gestures.pick(entry.line.uid)
            return
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

    # --- several at once -------------------------------------------------------------------------

    async def extend(self, by: int) -> None:
        """Select the tasks from the chosen entry to the next, or to the one before."""
        walk, here = self.memory.walk, self.here()
        begun = here.uid if here is not None else ""
        if to := walk.step(begun, by):
            self.memory.picked = walk.extend(begun, to, self.memory.picked)
            await self._come_to(self._place_of(task_key(to)) or 0)

    async def escape(self) -> None:
        """Let the selection go; with none, put the search away."""
        if self.memory.picked is not None:
            self.gestures.stop_picking()
        else:
            await self.close()

    async def close(self) -> None:
        """Put the search away."""
        if self.session.here.search is not None:
            await self.session.close_search()

    # --- reading ---------------------------------------------------------------------------------

    async def _read(self, serial: int) -> None:
        text = self.buffer.text
        try:
            known = self._known or await self.session.read(read_known)
            self._known = known
            outcome = await self._look(text, known)
        except Refusal as error:
            outcome = Outcome(text, error=self.session.refusal(error))
        except Exception as error:
            log.exception("searching failed")
            outcome = Outcome(text, error=self.session.refusal(error), is_failed=True)
        if serial == self._serial and self.is_on:
            if outcome.text != self.state.outcome.text:
                self.memory.picked = None
                self.state.at = 0
                await self._to_top()
                self._show(outcome, 0)
            else:
                self._show(outcome)

    def _show(self, outcome: Outcome, at: int | None = None) -> None:
        """Show what was found; what is gone from it is selected no more.

        One comes to the entry `at`, else stays where one was.
        """
        memory = self.memory
        self.state.at = self._place_in(outcome) if at is None else at
        memory.walk.order = tuple(each.line.uid for each in outcome.entries if each.line)
        if memory.picked:
            memory.picked = memory.picked.intersection(memory.walk.order) or None
        self.state.outcome = outcome

    async def _look(self, text: str, known: Known) -> Outcome:
        if not text.strip():
            recent = [recent_entry(each, self._searching(each)) for each in self._recent()]
            return outcome_of_nothing(self.session, text, known, recent)
        # As many as are shown already, when all is read anew.
        before = self.state.outcome
        shown = sum(each.face.kind is Kind.TASK for each in before.entries)
        limit = max(PAGE_SIZE, shown) if text == before.text else PAGE_SIZE
        return await outcome_of(self.session, text, known, limit)

    def _place_in(self, outcome: Outcome) -> int:
        before, walk = self._keys(), self.memory.walk
        after = tuple(each.face.key for each in outcome.entries)
        key = before[self.state.at] if self.state.at < len(before) else ""
        is_acted_on, walk.acted_on = key == task_key(walk.acted_on), ""
        key = place_after(key, before, after, is_acted_on=is_acted_on)
        return after.index(key) if key else 0

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
        if serial == self._serial and self.is_on:
            entries = (*outcome.entries, *(task_entry(self.session, each) for each in found.lines))
            self._show(replace(outcome, entries=entries, count=found.count, cursor=found.cursor))

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
        """Scroll where the entry is not wholly on the screen."""
        heights = self.memory.heights
        key = self.state.outcome.entries[self.state.at].face.key
        target = heights.offset_for(key, self._scrolled, heights.room or ROOM)
        if self.view.current is None or target == self._scrolled:
            return
        self._scrolled = target
        await self.view.current.scroll_to(
            offset=target, duration=lasting(theme.QUICK_MS), curve=ft.AnimationCurve.EASE_OUT
        )
