"""Dragging on the hours: what is carried, where it would land, and what dropping it does.

The lower edge of a block makes it longer; what is let go without having been moved is asked
about. Positions are logical pixels, of the window where they are called global; minutes are
those of a day's scale.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

import flet as ft

from models.task import TaskLine
from services.block_moves import QUARTER, STEP, extent_of, minute_in, snapped
from services.day_layout import HOUR, MINUTE, DayScale
from views.app.keys import KeyAction
from views.app.screens.timeline_measure import GAP, Measure
from views.app.session import AppSession

#: Within so many pixels of the upper or lower end, the hours scroll while something is carried.
EDGE = 44
#: Pixels that they scroll at a time, and how many milliseconds that takes.
DRIFT, DRIFT_MS = 26, 50
#: The lower edge by which a block is made longer: for a mouse, and for a finger.
GRIP, GRIP_TOUCH = 10, 20
#: A block lower than this is only moved.
GRIP_FROM = 44

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Carried:
    """What is carried, as it would stand where it is: minutes of `day`.

    Attributes:
        told_from, told_to: the minutes that are told: without the ready window.
    """

    uid: str
    title: str
    day: date
    start: int
    end: int
    told_from: int
    told_to: int


class Carrying(ft.Observable):
    """What is carried just now, if anything."""

    def __init__(self) -> None:
        self.current: Carried | None = None


class Lifted(ft.Observable):
    """The uid of the task that is being dragged; its block is dimmed meanwhile."""

    def __init__(self) -> None:
        self.uid = ""


@dataclass(frozen=True, slots=True)
class Board:
    """The hours as they stand on the screen.

    Attributes:
        scales: of the days, side by side.
        width: of one day.
        left: where the first one begins, global.
    """

    scales: tuple[DayScale, ...]
    measure: Measure
    width: float
    left: float


@dataclass(frozen=True, slots=True)
class _Hold:
    """A drag under way.

    Attributes:
        column: where it began; None for what comes from the tray.
        anchor: the minute of the block's beginning, as `Extent.start` is; of what is made
            longer that of its end.
        before, after: minutes of the block before and after the anchor.
        origin: where the pointer took hold, global; `offset` how far the hours were scrolled.
        top: of the hours' window, global.
    """

    line: TaskLine
    column: int | None
    is_resize: bool
    anchor: int
    before: int
    after: int
    origin: Point
    offset: float
    top: float
    has_moved: bool = False


class Dragging:
    """The drags of one view of hours; it lives as long as the view."""

    def __init__(
        self,
        session: AppSession,
        on_menu: Callable[[str], Awaitable[None]],
        on_move: Callable[[str, DayScale, int], Awaitable[None]],
        on_last: Callable[[str, timedelta], Awaitable[None]],
    ) -> None:
        """The callbacks get uids: menu; move to a minute of a day; be so long."""
        self.carrying = Carrying()
        self.lifted = Lifted()
        self.board: Board | None = None
        self.scroller = ft.Ref[ft.Column]()
        #: Where the mouse was pressed, in what it is over and in the window.
        self.pressed_at: tuple[Point, Point] | None = None
        self._session = session
        self._on_menu, self._on_move, self._on_last = on_menu, on_move, on_last
        #: How often the hours were scrolled, or a block taken hold of.
        self.scrolls = 0
        self._offset = 0.0
        self._height = 0.0
        self._hold: _Hold | None = None
        self._at: Point = (0, 0)
        self._drift = 0
        self._owner = object()

    # --- the hours' window ---------------------------------------------------------------------

    async def scrolled(self, event: ft.OnScrollEvent) -> None:
        """The hours stand elsewhere."""
        self._offset = event.pixels
        self.scrolls += 1
        if self._hold is not None and self._hold.has_moved:
            self._show()

    async def resized(self, event: ft.LayoutSizeChangeEvent[ft.LayoutControl]) -> None:
        """The window of the hours is so high now."""
        self._height = event.height

    # --- taking hold ---------------------------------------------------------------------------

    def take_block(
        self,
        line: TaskLine,
        column: int,
        top: float,
        height: float,
        local: Point,
        at: Point,
        *,
        is_touch: bool = False,
    ) -> None:
        """Take hold of a block at `local` of it, that stands `top` pixels down the grid."""
        board, extent = self.board, extent_of(line)
        if board is None or extent is None or line.is_done:
            return
        scale = board.scales[column]
        start, end = minute_in(scale, extent.start), minute_in(scale, extent.end)
        grip = GRIP_TOUCH if is_touch else GRIP
        is_resize = height >= GRIP_FROM and local[1] > height - grip
        is_resize = is_resize and 0 < end <= scale.length
        lead = 0
        if extent.is_published and line.ready_at is not None:
            lead = min(start - minute_in(scale, line.ready_at), max(0, start))
        self._begin(
            _Hold(
                line,
                column,
                is_resize,
                end if is_resize else start,
                end - start if is_resize else lead,
                0 if is_resize else end - start,
                at,
                self._offset,
                at[1] - (top + GAP + local[1] - self._offset),
            ),
            at,
        )

    def take_from_tray(self, line: TaskLine, board_top: float, at: Point) -> None:
        """Take hold of a task that has no time; the hours begin at `board_top`, global."""
        length = (line.estimate or HOUR) // MINUTE
        before = 0 if line.lead else length
        after = length if line.lead else 0
        hold = _Hold(line, None, False, 0, before, after, at, self._offset, board_top)
        self._begin(hold, at)

    def _begin(self, hold: _Hold, at: Point) -> None:
        self._hold, self._at = hold, at
        self.scrolls += 1
        escape = KeyAction(self._session.words.say("Let go without moving"), self.cancel)
        self._session.keys.take_up(self._owner, {"Escape": escape})

    # --- carrying ------------------------------------------------------------------------------

    def carry(self, at: Point, slop: float = 0) -> None:
        """The pointer is at `at`; until it was `slop` pixels away it has not moved."""
        hold = self._hold
        if hold is None or (not hold.has_moved and math.dist(at, hold.origin) <= slop):
            return
        self._at = at
        if not hold.has_moved:
            self._hold = replace(hold, has_moved=True)
            self.lifted.uid = hold.line.uid
        self._show()
        down = at[1] - hold.top
        # What comes from the tray is not over the hours yet.
        if hold.column is not None or down > 0:
            self._drift_if_near(down)

    def _show(self) -> None:
        hold = self._hold
        where = self._where() if hold is not None else None
        if hold is None or where is None:
            self.carrying.current = None
            return
        column, minute = where
        board = self.board
        assert board is not None
        start = minute - hold.before
        self.carrying.current = Carried(
            hold.line.uid,
            hold.line.summary,
            board.scales[column].day,
            start,
            minute + hold.after,
            start if hold.is_resize or not hold.line.lead else minute,
            minute + hold.after,
        )

    def _where(self) -> tuple[int, int] | None:
        """The column and the minute at which the anchor is now; None outside the hours."""
        hold, board = self._hold, self.board
        if hold is None or board is None:
            return None
        measure, last = board.measure, len(board.scales) - 1
        if hold.column is None:
            if self._at[1] < hold.top:
                return None
            column = int((self._at[0] - board.left) // board.width)
            minute = snapped(measure.exact(self._at[1] - hold.top + self._offset))
            if not 0 <= column <= last:
                return None
        else:
            across = 0 if hold.is_resize else round((self._at[0] - hold.origin[0]) / board.width)
            column = max(0, min(last, hold.column + across))
            down = self._at[1] - hold.origin[1] + self._offset - hold.offset
            minute = snapped(hold.anchor + down / measure.hour * 60)
        if hold.is_resize:
            return column, max(hold.anchor - hold.before + STEP, min(measure.last, minute))
        return column, max(measure.first, min(measure.last - STEP, minute))

    def _drift_if_near(self, down: float) -> None:
        before = self._drift
        self._drift = -1 if down < EDGE else 1 if self._height and down > self._height - EDGE else 0
        if self._drift and not before:
            self._session.spawn(self._scroll_on())

    async def _scroll_on(self) -> None:
        while self._hold is not None and self._drift and self.scroller.current is not None:
            await self.scroller.current.scroll_to(delta=self._drift * DRIFT, duration=DRIFT_MS)
            await asyncio.sleep(DRIFT_MS / 1000)

    # --- letting go ----------------------------------------------------------------------------

    async def drop(self) -> None:
        """Let go: do what it says, or ask for the menu where nothing was moved."""
        hold, where, board = self._hold, self._where(), self.board
        if hold is None or board is None:
            return
        self._hold, self._drift = None, 0
        self._session.keys.let_go(self._owner)
        if not hold.has_moved:
            await self._on_menu(hold.line.uid)
        elif where is not None:
            column, minute = where
            if hold.is_resize:
                length = (minute - hold.anchor + hold.before) * MINUTE
                if minute != hold.anchor:
                    await self._on_last(hold.line.uid, max(QUARTER, length))
            elif (column, minute) != (hold.column, hold.anchor):
                await self._on_move(hold.line.uid, board.scales[column], minute)
        # Shown until it stands there, so that nothing flickers.
        self.carrying.current = None
        self.lifted.uid = ""

    async def cancel(self) -> None:
        """Let go without moving anything."""
        if self._hold is None:
            return
        self._hold, self._drift = None, 0
        self._session.keys.let_go(self._owner)
        self.carrying.current = None
        self.lifted.uid = ""
