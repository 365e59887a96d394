"""One way through the slip sheet: which task it is at, on which page, and what was decided.

Owns that each decision is one gesture, that all of them can be taken back at once, and what is
said of them. Must know no control.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Concatenate, ParamSpec, TypeVar

import flet as ft

from models.ledger import Reason, Why
from services.workspace import Workspace
from views.app.session import AppSession

P = ParamSpec("P")
T = TypeVar("T")


class Page(StrEnum):
    """What the sheet shows of a task."""

    WAYS = "ways"
    PICK = "pick"
    REPLACE = "replace"
    TEAM = "team"
    MESSAGE = "message"
    END = "end"


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided on a task: the gesture, by which it is taken back, and its words."""

    uid: str
    gesture: str
    said: str


class Run(ft.Observable):
    """The sheet's state.

    Attributes:
        uids: the tasks, in the order in which they come.
        at: how many of them were come by.
        page: the one that is shown.
        reason, text: why the present one slipped.
        decisions: what was decided so far.
    """

    def __init__(self, session: AppSession, uids: tuple[str, ...]) -> None:
        self.uids = uids
        self.at = 0
        self.page = Page.WAYS
        self.reason: Reason | None = None
        self.text = ""
        self.decisions: tuple[Decision, ...] = ()
        self._session = session

    @property
    def uid(self) -> str:
        """The present task."""
        return self.uids[min(self.at, len(self.uids) - 1)]

    @property
    def is_triage(self) -> bool:
        """Whether it goes through several."""
        return len(self.uids) > 1

    @property
    def why(self) -> Why:
        """The reason as services take it."""
        return Why(self.reason, self.text if self.reason is Reason.OTHER else "")

    def go(self, page: Page) -> None:
        """Show another page."""
        self.page = page

    def give_reason(self, reason: Reason | None) -> None:
        """Say why; the same again takes it back."""
        self.reason = None if reason is self.reason else reason

    async def decide(
        self,
        said: str,
        service: Callable[Concatenate[Workspace, P], T],
        *args: P.args,
        **more: P.kwargs,
    ) -> T | None:
        """Do it to the present task, and keep it for the end; None where it was refused."""
        session = self._session
        result = await session.act(service, *args, **more)
        if result is not None:
            decision = Decision(self.uid, session.steps.last_done, said)
            self.decisions = (*self.decisions, decision)
        return result

    def tell(self, said: str) -> None:
        """Say this of the last decision, as what came of it is known by now."""
        *before, last = self.decisions
        self.decisions = (*before, replace(last, said=said))

    def next(self) -> None:
        """Come to the next task; after a single one the sheet is over, and says what was done."""
        if not self.is_triage:
            self._session.overlay.close()
            if self.decisions:
                self._session.say(self.decisions[-1].said, has_undo=True)
            return
        self.at += 1
        self.reason, self.text = None, ""
        self.page = Page.END if self.at >= len(self.uids) else Page.WAYS

    async def undo_all(self) -> None:
        """Take back all that was decided, and say so."""
        self._session.overlay.close()
        await self._session.undo_each([each.gesture for each in self.decisions])
