"""Manual order on the screen: dropping a row elsewhere, and moving one up or down by menu or key.

Owns which neighbours a row gets. Rows move within their group; the service writes where.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from models.goal import Goal
from models.task import Task
from services import goals, ordering
from services.workspace import Workspace
from views.app.session import AppSession


class Where(StrEnum):
    """Where a row goes within its group."""

    UP = "up"
    DOWN = "down"
    TOP = "top"
    BOTTOM = "bottom"


Reorder = Callable[[Workspace, str, str | None, str | None], Task | Goal]


def _task(desk: Workspace, uid: str, after: str | None, before: str | None) -> Task:
    return ordering.reorder(desk, uid, after=after, before=before)


def _goal(desk: Workspace, uid: str, after: str | None, before: str | None) -> Goal:
    return goals.reorder_goal(desk, uid, after=after, before=before)


class Placing:
    """Moves the rows of one list.

    Attributes:
        groups: uids of the rows as they are shown, group by group.
        slots: for each control of the list, its row's uid; empty for one that is no row.
    """

    def __init__(self, session: AppSession, reorder: Reorder) -> None:
        self._session = session
        self._reorder = reorder
        self.groups: tuple[tuple[str, ...], ...] = ()
        self.slots: tuple[str, ...] = ()

    @classmethod
    def of_tasks(cls, session: AppSession) -> Placing:
        """For a list of tasks."""
        return cls(session, _task)

    @classmethod
    def of_goals(cls, session: AppSession) -> Placing:
        """For the goals."""
        return cls(session, _goal)

    async def place(self, uid: str, where: Where) -> None:
        """Move a row within its group."""
        group = self._group_of(uid)
        at = group.index(uid) if group else 0
        match where:
            case Where.UP:
                to = at - 1
            case Where.DOWN:
                to = at + 1
            case Where.TOP:
                to = 0
            case Where.BOTTOM:
                to = len(group) - 1
        await self._move(uid, group, min(max(to, 0), len(group) - 1))

    async def drop(self, old: int | None, new: int | None) -> None:
        """Put the row of slot `old` where it was dropped: at slot `new` of what is left.

        Dropped beyond its group it becomes the first or last of it.
        """
        if old is None or new is None or not 0 <= old < len(self.slots):
            return
        uid = self.slots[old]
        group = self._group_of(uid)
        left = [slot for at, slot in enumerate(self.slots) if at != old]
        to = sum(1 for slot in left[:new] if slot in group)
        await self._move(uid, group, to)

    def _group_of(self, uid: str) -> tuple[str, ...]:
        return next((group for group in self.groups if uid in group), ())

    async def _move(self, uid: str, group: Sequence[str], to: int) -> None:
        others = [each for each in group if each != uid]
        if not others or list(group).index(uid) == to:
            return
        after = others[to - 1] if to > 0 else None
        before = others[to] if to < len(others) else None
        await self._session.act(self._reorder, uid, after, before)
