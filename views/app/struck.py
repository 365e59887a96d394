"""Which tasks were completed a moment ago, and the rows that are struck for it.

One per session. A row is told by itself: a list of hundreds would take longer to be drawn than
one waits for a tick. Must know no page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from services.changes import Changed

#: A completion is fresh, and its row may linger, for this many seconds.
FRESH_S = 2.0


@dataclass(frozen=True, slots=True)
class _Row:
    draw: Callable[[], None]
    has_steps: bool


class Struck:
    """Tells single rows that their task was completed, or is not any more.

    Args:
        time: seconds, such as the loop's.
    """

    def __init__(self, time: Callable[[], float]) -> None:
        self._time = time
        self._since: dict[str, float] = {}
        self._foreseen: set[str] = set()
        self._rows: dict[str, dict[object, _Row]] = {}

    def was_completed(self, uid: str) -> bool:
        """Whether a task was completed a moment ago, here or in another session."""
        return self._time() - self._since.get(uid, float("-inf")) < FRESH_S

    def holds(self, uid: str) -> bool:
        """Whether a task was completed a moment ago, or is about to be."""
        return uid in self._foreseen or self.was_completed(uid)

    def watch(self, row: object, uid: str, draw: Callable[[], None], *, has_steps: bool) -> None:
        """Have `draw` called when it may be another answer for `uid`, until `row` leaves."""
        self._rows.setdefault(uid, {})[row] = _Row(draw, has_steps)

    def leave(self, row: object, uid: str) -> None:
        """Undo `watch`."""
        rows = self._rows.get(uid, {})
        rows.pop(row, None)
        if not rows:
            self._rows.pop(uid, None)

    def foresee(self, uids: Iterable[str]) -> frozenset[str]:
        """Strike what is about to be completed; where there are steps, those are asked for first.

        What was foreseen by this, and by nobody before, comes back: for `settle`, which follows
        when it is over, however it went.
        """
        sure = frozenset(
            uid
            for uid in uids
            if uid not in self._foreseen
            and (rows := self._rows.get(uid))
            and not any(row.has_steps for row in rows.values())
        )
        self._foreseen |= sure
        self._tell(sure)
        return sure

    def settle(self, foreseen: frozenset[str]) -> None:
        """It has come, or has not: then its rows are struck no longer."""
        self._foreseen -= foreseen
        self._tell(uid for uid in foreseen if not self.was_completed(uid))

    def take(self, changed: Changed) -> None:
        """Strike what a gesture completed, before anything is read again; and only that."""
        at, before = self._time(), self._since
        self._since = {
            uid: then
            for uid, then in before.items()
            if at - then < FRESH_S and uid not in changed.tasks and not changed.is_everything
        } | dict.fromkeys(changed.completed, at)
        self._tell({*changed.completed, *(before.keys() - self._since.keys())})

    def _tell(self, uids: Iterable[str]) -> None:
        for uid in uids:
            for row in list(self._rows.get(uid, {}).values()):
                row.draw()
