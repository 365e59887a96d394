"""What the search does: it reads what is typed, walks through what was found, and chooses.

Owns the state of one open search. Must know no control but the list that it scrolls.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace

import flet as ft

from models.errors import Refusal
from services.search import PAGE_SIZE, Found, search
from views import theme
from views.app import routes
from views.app.keys import KeyAction
from views.app.menu_asked import open_menu
from views.app.motion import lasting
from views.app.overlays import SaveFilter
from views.app.screens.search_entries import Entry, Kind, Run, recent_entry, task_entry
from views.app.screens.search_field import Drawn, SearchBuffer
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
#: About how high a row and a heading are; logical pixels.
ROW, HEADING = 52, 40


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

        async def menu() -> None:
            entries = self.state.outcome.entries
            if self.state.at < len(entries):
                await self.menu(entries[self.state.at].face.uid)

        return {
            "Up": KeyAction(say("Previous row"), up),
            "Down": KeyAction(say("Next row"), down),
            "Escape": KeyAction(say("Close"), self.close),
            "Shift-F10": KeyAction(say("Menu of the row"), menu),
            "Menu": KeyAction(say("Menu of the row"), menu),
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

    async def menu(self, uid: str, at: tuple[float, float] | None = None) -> None:
        """Open the menu of a task that was found, `at` a place of the page."""
        if uid:
            await open_menu(self.session, uid, at)

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
            known = self._known or await self.session.read(read_known)
            self._known = known
            outcome = await self._look(text, known)
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

    async def _look(self, text: str, known: Known) -> Outcome:
        if not text.strip():
            recent = [recent_entry(each, self._searching(each)) for each in self._recent()]
            return outcome_of_nothing(self.session, text, known, recent)
        # As many as are shown already, when all is read anew.
        before = self.state.outcome
        shown = sum(each.face.kind is Kind.TASK for each in before.entries)
        limit = max(PAGE_SIZE, shown) if text == before.text else PAGE_SIZE
        return await outcome_of(self.session, text, known, limit)

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
