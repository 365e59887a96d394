"""Where the agenda is scrolled: which day is on top, and that it stays there as days are added.

Owns the heights of the days as they are told by the client, and the guess for those that have
not been drawn yet. Pixels are logical, from the top of the list.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import flet as ft

from views import theme

#: How near an end (pixels) further days are read.
NEAR_END = 800
#: Heights that are guessed: of a day's heading, of a row, of free days.
HEADING, ROW, FREE = 48.0, 62.0, 48.0


@dataclass(frozen=True, slots=True)
class Group:
    """One day with its rows, or free days as one line."""

    first: date
    last: date
    rows: int
    is_free: bool

    @property
    def key(self) -> str:
        """Its key in the list."""
        return f"{self.first}-{self.last}-{self.rows}"


class OnTop(ft.Observable):
    """The day whose rows are on top; None where its own heading is still to be seen."""

    def __init__(self) -> None:
        self.day: date | None = None


class AgendaScroll:
    """The scrolling of one agenda; it lives as long as the view."""

    def __init__(self, has_past: bool, text_scale: float = 1) -> None:
        self.on_top = OnTop()
        self.list = ft.Ref[ft.ListView]()
        self.earlier: Callable[[], None] = _nothing
        self.later: Callable[[], None] = _nothing
        self._lead = theme.TOUCH * text_scale if has_past else 0
        self._has_past = has_past
        self._heights: dict[str, float] = {}
        self._groups: tuple[Group, ...] = ()
        self._pixels = 0.0
        self._row = ROW

    async def scrolled(self, event: ft.OnScrollEvent) -> None:
        """The list stands elsewhere."""
        is_up = event.pixels < self._pixels
        self._pixels = event.pixels
        self._tell_top()
        if event.max_scroll_extent <= 0:
            return
        if not is_up and event.pixels > event.max_scroll_extent - NEAR_END:
            self.later()
        elif self._has_past and is_up and event.pixels < theme.TOUCH:
            self.earlier()

    def measured(
        self, group: Group
    ) -> Callable[[ft.LayoutSizeChangeEvent[ft.LayoutControl]], None]:
        """A handler that takes over how high a group is."""

        def changed(event: ft.LayoutSizeChangeEvent[ft.LayoutControl]) -> None:
            self._heights[group.key] = event.height
            if group.rows:
                # What has been seen is the best guess for what has not.
                known = [each for each in self._groups if each.rows and each.key in self._heights]
                rows = sum(each.rows for each in known)
                height = sum(self._heights[each.key] - HEADING for each in known)
                self._row = height / rows if rows else self._row

        return changed

    async def arrange(self, groups: Sequence[Group]) -> None:
        """Other groups are shown: the day that was on top stays where it is."""
        before, self._groups = self._groups, tuple(groups)
        if not before or not self._groups or before == self._groups:
            return
        top = next((each for each in before if self._end(each, before) > self._pixels), before[-1])
        to = self._pixels + self._start(top.last, self._groups) - self._start(top.last, before)
        if abs(to - self._pixels) >= 1 and self.list.current is not None:
            self._pixels = max(0, to)
            await self.list.current.scroll_to(offset=self._pixels, duration=0)
        self._tell_top()

    def _tell_top(self) -> None:
        start = float(self._lead)
        day: date | None = None
        for group in self._groups:
            if start >= self._pixels:
                break
            day = None if group.is_free else group.first
            start += self._height(group)
        if day != self.on_top.day:
            self.on_top.day = day

    def _start(self, day: date, groups: Sequence[Group]) -> float:
        return self._lead + sum(self._height(each) for each in groups if each.last < day)

    def _end(self, group: Group, groups: Sequence[Group]) -> float:
        return self._start(group.last, groups) + self._height(group)

    def _height(self, group: Group) -> float:
        known = self._heights.get(group.key)
        if known is not None:
            return known
        return FREE if group.is_free else HEADING + self._row * max(1, group.rows)


def _nothing() -> None:
    """Until the view says what to do."""
