"""The boundary of everything a session does: gestures, refusals, faults, and notices with Undo.

Owns that an action runs off the loop and never twice at once, and what is said of how it went.
Must know no page and no screen.
"""

from __future__ import annotations

import asyncio
import contextvars
import logging
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from models.errors import NothingToUndo, Refusal
from services import undo as undo_service
from services.workspace import Workspace
from views import theme
from views.app.observed import Notice, Notices
from views.app.running import run_db
from views.text import Words
from views.text.refusals import refusal_text

log = logging.getLogger(__name__)

P = ParamSpec("P")
T = TypeVar("T")


class Acting:
    """What a session needs to act on its workspace and to say how it went.

    Attributes:
        words: the session's language now.
        notices: what stands at the foot of the screen.
    """

    words: Words

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
            self._gesture = made[-1].gesture if made else ""
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

    async def undo(self, gesture: str = "") -> None:
        """Take a gesture back, else the last one, and say which."""
        undone = await self._guarded(
            "undo", lambda: undo_service.undo(self.workspace, gesture or None)
        )
        if undone is not None:
            summary = undone.summary
            self.say(
                self.words.say("Undone: {title}", title=summary)
                if summary
                else self.words.say("Undone")
            )

    def say(self, text: str, *, is_error: bool = False, has_undo: bool = False) -> None:
        """Show a sentence at the foot of the screen for six seconds, in place of any before.

        Its Undo takes back what this session did last when it was said.
        """
        self._serial += 1
        notice = Notice(text, self._serial, is_error, has_undo, self._gesture if has_undo else "")
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
        except NothingToUndo as error:
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
