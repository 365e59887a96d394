"""Where the keyboard is among a list's rows: what follows a row that goes, what a key spans.

Rules over uids. Must know no session and no control.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Order = tuple[str, ...]


@dataclass(slots=True)
class Walk:
    """What the keyboard has done in a list.

    Attributes:
        of: the list that it was last in.
        order: uids of the rows as they were shown last, without those that are leaving.
        acted_on: the row that a key did something to, for which it may go or move.
        anchor: where the span began that Shift extends.
        end: where that span ends: the row that the keyboard was at.
        kept: what had been selected before it.
        spanned: all that is selected with it.
        picked_last: the row that was selected last by itself.
    """

    of: str = ""
    order: Order = ()
    acted_on: str = ""
    anchor: str = ""
    end: str = ""
    kept: frozenset[str] = frozenset()
    spanned: frozenset[str] = frozenset()
    picked_last: str = ""

    def enter(self, of: str) -> None:
        """Come to another list."""
        self.of, self.order, self.acted_on, self.anchor = of, (), "", ""

    def step(self, at: str, by: int) -> str:
        """The row `by` rows on from `at`, or the last one there is; empty where there is none."""
        order = self.order
        if not order:
            return ""
        here = order.index(at) if at in order else -1 if by > 0 else len(order)
        return order[min(max(here + by, 0), len(order) - 1)]

    def extend(self, at: str, to: str, picked: frozenset[str] | None) -> frozenset[str]:
        """What is selected when Shift is held from `at` to `to`, both rows included.

        Going on in the same span takes back what it goes back over; anything that was done
        meanwhile, walking on without Shift too, begins another at `at`.
        """
        is_same = picked == self.spanned and at == self.end and self.anchor in self.order
        if not is_same:
            self.anchor = at if at in self.order else to
            self.kept = picked or frozenset()
        first, last = sorted((self.order.index(self.anchor), self.order.index(to)))
        self.end = to
        self.spanned = self.kept | frozenset(self.order[first : last + 1])
        return self.spanned

    def up_to(self, to: str, picked: frozenset[str]) -> frozenset[str]:
        """What is selected with all rows from the one that was selected last to `to`.

        Where that one was let go again, from the nearest that is selected.
        """
        if to not in self.order:
            return picked
        end = self.order.index(to)
        there = [at for at, uid in enumerate(self.order) if uid in picked]
        begun = min(there, key=lambda at: abs(at - end), default=end)
        if self.picked_last in picked and self.picked_last in self.order:
            begun = self.order.index(self.picked_last)
        first, last = sorted((begun, end))
        return picked | frozenset(self.order[first : last + 1])


def place_after(at: str, before: Order, after: Order, *, is_acted_on: bool = False) -> str:
    """The row to be at when the rows `before` have become those `after`.

    The same one, wherever it went; the one that took its place when it has gone, or has moved
    because of what was done to it. Empty where none is left.
    """
    if at in after and not is_acted_on:
        return at
    if at not in before:
        return at if at in after else ""
    here = before.index(at)
    left = frozenset(after)
    ahead = [uid for uid in before[:here] if uid in left]
    behind = [uid for uid in before[here + 1 :] if uid in left]
    if at in left and not _has_moved(at, ahead, behind, before, after):
        return at
    return behind[0] if behind else ahead[-1] if ahead else ""


def _has_moved(
    at: str, ahead: Sequence[str], behind: Sequence[str], before: Order, after: Order
) -> bool:
    """Whether it stands between other rows than before: the one above is another, and below."""
    known = frozenset(before)
    now = [uid for uid in after if uid in known]
    here = now.index(at)
    return now[here - 1 : here] != ahead[-1:] and now[here + 1 : here + 2] != behind[:1]
