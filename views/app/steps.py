"""What one session did and took back, in order: whose turn it is to be undone or done again.

A session goes through its own gestures first; it has none of before its start, and takes
nobody else's of after it. Must know no page and no service.
"""

from __future__ import annotations

from collections.abc import Iterable


class Steps:
    """The gestures of one session by uid: those in force, and those taken back."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._undone: list[str] = []

    @property
    def last_done(self) -> str:
        """The newest in force; empty when there is none."""
        return self._done[-1] if self._done else ""

    @property
    def last_undone(self) -> str:
        """The one taken back last; empty when there is none."""
        return self._undone[-1] if self._undone else ""

    @property
    def has_begun(self) -> bool:
        """Whether the session has done anything that is still known."""
        return bool(self._done)

    def made(self, gestures: Iterable[str]) -> None:
        """Add what was just done; what was taken back before is no longer done again."""
        new = [gesture for gesture in gestures if gesture]
        if new:
            self._done += new
            self._undone.clear()

    def undone(self, gesture: str) -> None:
        """Note that it was taken back."""
        self.forget(gesture)
        self._undone.append(gesture)

    def redone(self, gesture: str) -> None:
        """Note that it was done again."""
        self.forget(gesture)
        self._done.append(gesture)

    def forget(self, gesture: str) -> None:
        """Leave it out from now on: it can be switched no more."""
        for known in (self._done, self._undone):
            if gesture in known:
                known.remove(gesture)
