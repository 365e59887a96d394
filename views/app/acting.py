"""The boundary of everything a session does: gestures, refusals, faults, and notices with Undo.

Owns that an action runs off the loop and never twice at once, and what is said of how it went.
Must know no page and no screen.
"""

from __future__ import annotations

import asyncio
import contextvars
import logging
from collections.abc import Callable, Sequence
from typing import Concatenate, ParamSpec, TypeVar

from models.errors import ChangedSince, NothingToRedo, NothingToUndo, Refusal
from services import plans
from services import undo as undo_service
from services.undo import Undone
from services.workspace import Workspace
from views import theme
from views.app.observed import Further, Notice, Notices, Offer
from views.app.running import run_db
from views.app.steps import Steps
from views.text import Dates, Words
from views.text.actions import with_steps_text
from views.text.plan_words import unplaced_text
from views.text.refusals import refusal_text

log = logging.getLogger(__name__)

P = ParamSpec("P")
T = TypeVar("T")


class Acting:
    """What a session needs to act on its workspace and to say how it went.

    Attributes:
        words, dates: the session's language now.
        notices: what stands at the foot of the screen.
        steps: what this session did and took back.
    """

    words: Words
    dates: Dates

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.notices = Notices()
        self._loop = asyncio.get_running_loop()
        # Flet finds the page of an update in a context variable: callbacks from elsewhere
        # (another session's commit, a timer) run in this session's own context.
        self._context = contextvars.copy_context()
        self._running: set[str] = set()
        self._serial = 0
        self._gesture = ""
        self._touched: frozenset[str] = frozenset()
        self._began = workspace.now()
        self.steps = Steps()

    async def act(
        self,
        service: Callable[Concatenate[Workspace, P], T],
        *args: P.args,
        **fields: P.kwargs,
    ) -> T | None:
        """Do `service(workspace, *args, **fields)` off the loop, without a word when it works.

        A refusal is told to the user, anything else is logged and told as our fault; both give
        None, and so does an action that is already running with the same arguments.
        """

        def work() -> T:
            with self.workspace.changes.collected() as made:
                result = service(self.workspace, *args, **fields)
            gestures = [changed.gesture for changed in made if changed.gesture]
            self._gesture = gestures[-1] if gestures else ""
            self.steps.made(gestures)
            self._touched = frozenset(uid for changed in made for uid in changed.tasks)
            return result

        return await self._guarded(self._name(service, args), work)

    async def act_and_say(
        self,
        said: str,
        service: Callable[Concatenate[Workspace, P], T],
        *args: P.args,
        **fields: P.kwargs,
    ) -> T | None:
        """`act`, and when it worked a bar that says `said` and offers Undo for six seconds."""
        result = await self.act(service, *args, **fields)
        if result is not None:
            self.say(said, has_undo=True)
        return result

    async def told_move(
        self, said: str, *uids: str, when: str = "", counts_steps: bool = True
    ) -> str:
        """`said` of the tasks that were moved last, with what became of their steps.

        Args:
            when: where they were moved to.
            counts_steps: whether all else that was changed is their steps.
        """
        touched = self._touched.difference(uids)
        asked = (*uids, *sorted(touched))
        left = await run_db(lambda: plans.unplaced(self.workspace, asked))
        along = touched.difference(step.uid for step in left) if counts_steps else ()
        moved = with_steps_text(self.words, said, len(along))
        moved = f"{moved} → {when}" if when else moved
        return " · ".join(filter(None, (moved, unplaced_text(self.dates, left))))

    async def undo(self, gesture: str = "") -> None:
        """Take a gesture back, else this session's last one, and say which.

        When the session has none left it goes on with those of before its start; what others
        did meanwhile is theirs.
        """
        say = self.words.say

        def work() -> Undone:
            service, steps = undo_service.undo, self.steps
            undone = self._switched(service, NothingToUndo, lambda: steps.last_done, gesture)
            undone = undone or service(self.workspace, until=self._began)
            steps.undone(undone.gesture)
            return undone

        undone = await self._guarded("undo", work)
        if undone is not None:
            title = undone.summary
            said = say("Undone: {title}", title=title) if title else say("Undone")
            self._show(Offer.REDO, said, undone.gesture)

    async def undo_each(self, gestures: Sequence[str]) -> None:
        """Take several gestures back, all or none, and say how many."""

        def work() -> int:
            undone = undo_service.undo_each(self.workspace, gestures)
            for each in undone:
                self.steps.undone(each.gesture)
            return len(undone)

        count = await self._guarded("undo", work)
        if count is not None:
            self.say(self.words.count("{count} change undone", "{count} changes undone", count))

    async def redo(self, gesture: str = "") -> None:
        """Do a gesture again, else the one that this session took back last, and say which."""
        say = self.words.say

        def work() -> Undone:
            service, steps = undo_service.redo, self.steps
            redone = self._switched(service, NothingToRedo, lambda: steps.last_undone, gesture)
            if redone is None and steps.has_begun:
                raise NothingToRedo
            redone = redone or service(self.workspace, until=self._began)
            steps.redone(redone.gesture)
            return redone

        redone = await self._guarded("redo", work)
        if redone is not None:
            title = redone.summary
            said = say("Done again: {title}", title=title) if title else say("Done again")
            self._show(Offer.UNDO, said, redone.gesture)

    def _switched(
        self,
        service: Callable[[Workspace, str], Undone],
        nothing: type[Refusal],
        next_own: Callable[[], str],
        gesture: str,
    ) -> Undone | None:
        """Switch `gesture`, else this session's next one that can be; None when it has none.

        Raises:
            ChangedSince: what it changed was changed since; it is not tried again.
        """
        while own := gesture or next_own():
            try:
                return service(self.workspace, own)
            except nothing:
                # Somebody else, such as a command, switched it already.
                self.steps.forget(own)
                if gesture:
                    raise
            except ChangedSince:
                self.steps.forget(own)
                raise
        return None

    def say(
        self,
        text: str,
        *,
        is_error: bool = False,
        has_undo: bool = False,
        further: Further | None = None,
    ) -> None:
        """Show a sentence at the foot of the screen for six seconds, in place of any before.

        Its Undo takes back what this session did last when it was said.
        """
        offer = Offer.UNDO if has_undo else Offer.NONE
        gesture = self._gesture if has_undo else ""
        self._show(offer, text, gesture, is_error=is_error, further=further)

    def _show(
        self,
        offer: Offer,
        text: str,
        gesture: str,
        *,
        is_error: bool = False,
        further: Further | None = None,
    ) -> None:
        self._serial += 1
        notice = Notice(text, self._serial, is_error, offer, gesture, further)
        self.notices.current = notice
        self._loop.call_later(
            theme.UNDO_MS / 1000, self.dismiss, notice.serial, context=self._context
        )

    def dismiss(self, serial: int) -> None:
        """Take a notice away, unless another has taken its place."""
        current = self.notices.current
        if current is not None and current.serial == serial:
            self.notices.current = None

    def refusal(self, error: BaseException) -> str:
        """What went wrong, in the user's words; our own faults without their inner life."""
        if isinstance(error, Refusal):
            return refusal_text(self.words, error)
        return self.words.say("Something went wrong. Nothing was changed; please try again.")

    async def _guarded(self, name: str, work: Callable[[], T]) -> T | None:
        if name in self._running:
            return None
        self._running.add(name)
        try:
            return await run_db(work)
        except (NothingToUndo, NothingToRedo) as error:
            self.say(self.refusal(error))
        except Refusal as error:
            self.say(self.refusal(error), is_error=True)
        except Exception as error:
            log.exception("%s failed", name)
            self.say(self.refusal(error), is_error=True)
        finally:
            self._running.discard(name)
        return None

    @staticmethod
    def _name(service: Callable[..., object], args: tuple[object, ...]) -> str:
        return f"{service.__module__}.{getattr(service, '__qualname__', service)}{args!r}"
