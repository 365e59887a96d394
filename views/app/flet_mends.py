"""Where Flet 1.0.5 goes wrong, put right: late answers, lost connections, fingers, stray presses.

Owns, with `flet_speed`, every touch of Flet's private parts outside the tests. Each function says
which fault it mends; the pin on Flet's version guards them, and a later version is to be tried
without. Must know nothing of DoCheck.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from functools import cache, wraps
from typing import Any
from weakref import WeakKeyDictionary

import flet as ft
from flet.components.hooks.use_effect import EffectHook
from flet.controls import id_counter
from flet.controls.base_control import BaseControl
from flet.messaging.protocol import Message, MessageAction, PatchControlBody
from flet.messaging.session import Session

from views.app.flet_speed import quicken

log = logging.getLogger(__name__)

#: By session, what says that a press which has arrived is to be left out.
_refusing: WeakKeyDictionary[Session, Callable[[], bool]] = WeakKeyDictionary()
_PRESSES = ("click", "tap")

#: The page and its window: the client gives them their ids.
_FIXED_IDS = (1, 2)
#: The first id of a process is somewhere below this; ids stay short on the wire.
_FIRST_ID_BELOW = 2**30


@cache
def mend() -> None:
    """Put Flet's sessions right, once for the process, before the first one begins."""
    _begin_ids_anywhere()
    _let_late_answers_pass()
    _keep_what_waits_while_away()
    _renew_ids_on_return()
    _outlive_a_failed_update()
    _hear_a_finger_that_holds_and_moves()
    _let_presses_be_refused()
    quicken()


def _begin_ids_anywhere() -> None:
    """Controls of two processes never share an id.

    A browser that finds the server started anew still holds the old process's controls. Its
    client compares controls of equal ids property by property, in a time that doubles with each
    level of the tree: it would hang.
    """
    id_counter.ControlId.__init__(start=3 + secrets.randbelow(_FIRST_ID_BELOW))


def _let_late_answers_pass() -> None:
    """An answer of a control that is gone lets go whoever waits for it.

    Flet takes it for an error and ends the connection.
    """
    answered = Session.handle_invoke_method_results

    @wraps(answered)
    def mended(
        self: Session, control_id: int, call_id: str, result: object, error: str | None
    ) -> None:
        here = control_id if control_id in self.index else self.page._i
        answered(self, here, call_id, result, error)

    Session.handle_invoke_method_results = mended


def _keep_what_waits_while_away() -> None:
    """What is to be drawn or begun when the connection breaks is drawn and begun all the same.

    Flet forgets it: a component that had just appeared would never hear that it has, and never
    read what it is to show. What is drawn meanwhile is sent with the whole page on return.
    """
    disconnect = Session.disconnect

    @wraps(disconnect)
    async def mended(self: Session, session_timeout_seconds: int) -> None:
        private: Any = self
        updates = set(private._Session__pending_updates)
        effects = list(private._Session__pending_effects)
        await disconnect(self, session_timeout_seconds)
        private._Session__pending_updates |= updates
        private._Session__pending_effects[:0] = effects
        private._Session__updates_ready.set()

    def schedule_update(self: Session, control: BaseControl) -> None:
        private: Any = self
        private._Session__pending_updates.add(control)
        private._Session__updates_ready.set()

    def schedule_effect(self: Session, hook: EffectHook, is_cleanup: bool) -> None:
        private: Any = self
        private._Session__pending_effects.append((hook, is_cleanup))
        private._Session__updates_ready.set()

    Session.disconnect = mended
    Session.schedule_update = schedule_update
    Session.schedule_effect = schedule_effect


def _renew_ids_on_return() -> None:
    """A client that comes back gets every control under a new id.

    It keeps the widgets of controls it takes for the same, by comparing as told above; they
    would listen to what no patch reaches any more. Events that it had kept for later name the
    old ids: they find their controls, and what the user changed meanwhile is shown once more.
    Whoever shows dialogs must give its views other routes while the client is away: with the
    page they were opened on, the client puts the old ones away.
    """
    disconnect = Session.disconnect
    apply_patch = Session.apply_patch

    @wraps(disconnect)
    async def left(self: Session, session_timeout_seconds: int) -> None:
        renew_ids(self)
        await disconnect(self, session_timeout_seconds)

    @wraps(apply_patch)
    def applied(self: Session, control_id: int, patch: dict[str, Any]) -> None:
        apply_patch(self, control_id, patch)
        control = self.index.get(control_id)
        if control is not None and control._i != control_id and self.connection is not None:
            changes = [[0, 0, name, value] for name, value in patch.items()]
            body = PatchControlBody(control._i, [[0], *changes])
            self.connection.send_message(Message(MessageAction.PATCH_CONTROL, body))

    Session.disconnect = left
    Session.apply_patch = applied


def renew_ids(session: Session) -> None:
    """Give every control of a session a new id; the old one still finds it.

    Not a dialog: the client puts the old one away, and that must not be taken for the user's wish.
    """
    for old, control in list(session.index.items()):
        if control._i == old and old not in _FIXED_IDS:
            object.__setattr__(control, "_i", id_counter.ControlId.next())
            session.index[control._i] = control
            if isinstance(control, ft.DialogControl):
                del session.index[old]


def _outlive_a_failed_update() -> None:
    """An update that cannot be worked out or sent is logged.

    In Flet it ends the session's updates for good, without a word.
    """
    patch_control = Session.patch_control

    @wraps(patch_control)
    def mended(self: Session, *args: Any, **kwargs: Any) -> None:
        try:
            patch_control(self, *args, **kwargs)
        except Exception:
            log.exception("an update could not be sent")

    Session.patch_control = mended


def _hear_a_finger_that_holds_and_moves() -> None:
    """A finger that moves while it holds is told of.

    The client sends where it is and leaves out how far that is from where it began, without
    which Flet cannot read what was sent, and ends the app. It is nothing then: what is needed
    follows from the positions.
    """
    event: Any = ft.LongPressMoveUpdateEvent
    made = event.__init__

    @wraps(made)
    def mended(self: object, **values: object) -> None:
        values.setdefault("offset_from_origin", ft.Offset())
        values.setdefault("local_offset_from_origin", ft.Offset())
        made(self, **values)

    event.__init__ = mended


def refuse_presses(page: ft.Page, is_stray: Callable[[], bool]) -> None:
    """Leave out each press on a page for which `is_stray`, asked as it arrives, is true."""
    _refusing[page.session] = is_stray


def _let_presses_be_refused() -> None:
    """A press that the client made of a key can be left out.

    The client has Enter and Space press what has the focus before anybody is asked, and takes
    the focus away only when that has gone to the server and back.
    """
    dispatch = Session.dispatch_event

    @wraps(dispatch)
    async def mended(self: Session, control_id: int, event_name: str, event_data: Any) -> None:
        is_stray = _refusing.get(self)
        if event_name in _PRESSES and is_stray is not None and is_stray():
            return
        await dispatch(self, control_id, event_name, event_data)

    Session.dispatch_event = mended
