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
        self._rows: dict[str, dict[object, _Row]] = {}

    def holds(self, uid: str) -> bool:
        """Whether a task was completed a moment ago, here or in another session."""
        return self._time() - self._since.get(uid, float("-inf")) < FRESH_S

    def watch(self, row: object, uid: str, draw: Callable[[], None], *, has_steps: bool) -> None:
        """Have `draw` called when it may be another answer for `uid`, until `row` leaves."""
        self._rows.setdefault(uid, {})[row] = _Row(draw, has_steps)

    def leave(self, row: object, uid: str) -> None:
        """Undo `watch`."""
        rows = self._rows.get(uid, {})
        rows.pop(row, None)
        if not rows:
            self._rows.pop(uid, None)

    def foresee(self, uids: Iterable[str]) -> None:
        """Strike what is about to be completed; where there are steps, those are asked for first.

        `take` or `call_off` follows.
        """
        sure = [
            uid
            for uid in uids
            if (rows := self._rows.get(uid)) and not any(row.has_steps for row in rows.values())
        ]
        self._since |= dict.fromkeys(sure, self._time())
        self._tell(sure)

    def call_off(self, uids: Iterable[str]) -> None:
        """What was foreseen did not come."""
        self._tell([uid for uid in uids if self._since.pop(uid, None) is not None])

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
