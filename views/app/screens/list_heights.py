"""How high the parts of a list are, as the client tells it, and where a row stands by that.

Must know no session.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate

import flet as ft

#: About how high a row and a heading are until the client has told, in logical pixels.
ROW, HEADING = 64.0, 40.0
#: So much of the rows before and behind the one that one comes to is shown along with it.
CONTEXT = 64.0


class Heights:
    """The parts of one list from top to bottom, and how high each of them is.

    The client tells of a part once it has laid it out, and again when its height has changed:
    as one only ever scrolls past what has been laid out, what stands over a row is known.

    Attributes:
        room: how high the list itself is; 0 until that is told.
    """

    def __init__(self) -> None:
        self.room = 0.0
        self._parts: tuple[str, ...] = ()
        self._fixed: Mapping[str, float] = {}
        self._known: dict[str, float] = {}

    def lay_out(self, parts: tuple[str, ...], fixed: Mapping[str, float] | None = None) -> None:
        """The list shows `parts`, each under its key; headings and the like may have none.

        Args:
            fixed: how high those are that the client does not tell of.
        """
        self._parts, self._fixed = parts, fixed or {}

    def sized(self, event: ft.LayoutSizeChangeEvent[ft.LayoutControl]) -> None:
        """The client has drawn the list itself."""
        self.room = event.height

    def told(self, part: str, height: float) -> None:
        """A part is so high; one that has folded away is as high as before when it comes back."""
        if height > 0:
            self._known[part] = height

    def forget(self) -> None:
        """Another list is to be shown."""
        self._known.clear()

    def offset_for(self, part: str, offset: float, room: float) -> float:
        """How far to scroll a list of the height `room` that is scrolled by `offset`.

        It is `offset` where all of the part is in sight, with what follows after it or before.
        """
        if part not in self._parts:
            return offset
        ends = list(accumulate(self._height(each) for each in self._parts))
        at = self._parts.index(part)
        top, end = ends[at] - self._height(part), ends[at]
        if top - CONTEXT < offset:
            return max(0.0, min(offset, top - CONTEXT))
        if end + CONTEXT > offset + room:
            return max(offset, min(end + CONTEXT, ends[-1]) - room)
        return offset

    def _height(self, part: str) -> float:
        return self._known.get(part, self._fixed.get(part, ROW if part else HEADING))
