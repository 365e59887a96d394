"""The app in-process: a real Flet session, driven without browser, Flutter or sockets.

Owns: starting an app's `main` on a session, finding controls as its user would, firing events
through the session, waiting until it is quiet, and failing on a crash or a logged error.
Must know nothing of DoCheck.
"""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self, TypeVar, cast

import flet as ft
from flet.controls.base_control import BaseControl
from flet.controls.context import _context_page, context
from flet.messaging.protocol import Message, MessageAction, RegisterClientResponseBody
from flet.messaging.session import Session

from tests.rig.client_double import ClientDouble, Reply
from tests.rig.control_tree import all_named, is_enabled, key_of, walk, words_of
from tests.rig.quiet_loop import SOON_S, QuietLoop, run_app

__all__ = ["AppSession", "run_app"]

C = TypeVar("C", bound=BaseControl)
_PRESSES = ("click", "tap")


class _ErrorLog(logging.Handler):
    """Keeps what is logged at ERROR and above."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


class AppSession:
    """One user's session of an app.

    `async with AppSession(main, width=390, height=844) as app:` runs `main(page)` and settles.
    Sizes are logical pixels. `replies` answers the client methods the app calls, by name.
    """

    def __init__(
        self,
        main: Callable[[ft.Page], Any],
        *,
        width: float = 390,
        height: float = 844,
        platform: str = "android",
        dark: bool = False,
        web: bool = True,
        route: str = "/",
        replies: Mapping[str, Reply] | None = None,
    ) -> None:
        self._main = main
        self._first_page_state = {
            "route": route,
            "width": width,
            "height": height,
            "web": web,
            "platform": platform,
            "platform_brightness": "dark" if dark else "light",
            "pwa": False,
            "debug": False,
        }
        self._replies = replies or {}
        self._log = _ErrorLog()

    async def __aenter__(self) -> Self:
        self.client = ClientDouble(self._replies)
        if not isinstance(self.client.loop, QuietLoop):
            raise RuntimeError("start a session test through run_app")
        self._loop = self.client.loop
        self.session = self.client.session = Session(self.client)
        self.page = self.session.page
        logging.getLogger().addHandler(self._log)
        _context_page.set(self.page)  # type: ignore[arg-type]
        self.session.apply_page_patch(self._first_page_state)
        self.client.send_message(
            Message(
                MessageAction.REGISTER_CLIENT,
                RegisterClientResponseBody(self.session.id, self.session.get_page_patch(), ""),
            )
        )
        await self._loop.create_task(self._run_main())
        await self.settle()
        return self

    async def _run_main(self) -> None:
        _context_page.set(self.page)  # type: ignore[arg-type]
        context.reset_auto_update()
        result = self._main(self.page)
        if result is not None and hasattr(result, "__await__"):
            await result
        await self.session.after_event(self.page)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                await self.settle()
        finally:
            self.session.close()
            await self._loop.quiet(soon=0)
            logging.getLogger().removeHandler(self._log)
            self.client.close()

    async def settle(self, *, soon: float = SOON_S) -> None:
        """Wait until the app has nothing left to do, then fail if anything went wrong.

        Timers due within `soon` seconds are waited for; later ones are left alone.
        """
        await self._loop.quiet(soon=soon)
        while await self.client.report_dismissals():
            await self._loop.quiet(soon=soon)
        self._fail_on_errors()

    def _fail_on_errors(self) -> None:
        updates = getattr(self.session, "_Session__updates_task", None)
        if updates is not None and updates.done() and not updates.cancelled():
            failure = updates.exception()
            if failure is not None:
                raise AssertionError("a component raised while rendering") from failure
        if self._log.records:
            first = self._log.records[0]
            cause = first.exc_info[1] if first.exc_info else None
            raise AssertionError(f"logged at {first.levelname}: {first.getMessage()}") from cause
        if self.client.crashes:
            raise AssertionError(self.client.crashes[-1])

    @contextmanager
    def expecting_errors(self) -> Iterator[list[logging.LogRecord]]:
        """Collect, rather than fail on, the errors logged inside the block."""
        held, self._log.records = self._log.records, []
        collected: list[logging.LogRecord] = []
        fail, self._fail_on_errors = self._fail_on_errors, lambda: None
        try:
            yield collected
        finally:
            collected.extend(self._log.records)
            self._log.records = held
            self._fail_on_errors = fail

    # --- looking -----------------------------------------------------------------------------

    def find_all(self, kind: type[C] = BaseControl, **props: Any) -> list[C]:  # type: ignore[assignment]
        """The visible controls of a type whose properties equal the given ones."""
        return [
            control
            for control, _ in walk(self.page)
            if isinstance(control, kind)
            and all(
                (key_of(control) if name == "key" else getattr(control, name, None)) == value
                for name, value in props.items()
            )
        ]

    def find(self, kind: type[C] = BaseControl, **props: Any) -> C:  # type: ignore[assignment]
        """The one visible control that matches."""
        return self._the_one(self.find_all(kind, **props), f"{kind.__name__} {props}")

    def named_all(self, name: str, kind: type[C] = BaseControl) -> list[C]:  # type: ignore[assignment]
        """The visible controls of a type that a screen reader could call `name`, innermost only."""
        found = all_named(self.page, name, lambda control: isinstance(control, kind))
        return cast(list[C], found)

    def named(self, name: str, kind: type[C] = BaseControl) -> C:  # type: ignore[assignment]
        """The one visible control of a type with that accessible name."""
        return self._the_one(self.named_all(name, kind), f"{kind.__name__} named {name!r}")

    def button(self, name: str) -> BaseControl:
        """The one visible control with that accessible name that can be pressed."""
        inner = all_named(self.page, name, lambda control: bool(self._press_of(control)))
        return self._the_one(inner, f"pressable control named {name!r}")

    def texts(self) -> list[str]:
        """Every string on the screen, in painting order."""
        return [word for control, _ in walk(self.page) for word in words_of(control)]

    def shows(self, text: str) -> bool:
        """Whether a string on the screen contains `text`."""
        return any(text in word for word in self.texts())

    def _the_one(self, found: list[C], what: str) -> C:
        if len(found) != 1:
            raise AssertionError(f"{len(found)} controls match {what}; shown: {self.texts()}")
        return found[0]

    # --- acting ------------------------------------------------------------------------------

    async def fire(
        self, control: BaseControl, event: str, payload: Any = None, **props: Any
    ) -> None:
        """Send a control's event, with the properties the client changed first, and settle.

        Fails where no user could: the control is gone, hidden, disabled or deaf to the event.
        """
        place = next((above for each, above in walk(self.page) if each is control), None)
        if place is None:
            raise AssertionError(f"{control} is not on the screen")
        if not is_enabled(control, place):
            raise AssertionError(f"{control} is disabled")
        if getattr(control, f"on_{event}", None) is None:
            raise AssertionError(f"{control} does not listen to {event!r}")
        if props:
            self.session.apply_patch(control._i, props)
        await self.client.event(control, event, payload)
        await self.settle()

    async def click(self, target: BaseControl | str) -> None:
        """Press a control, or the one pressable control with that accessible name."""
        control = self.button(target) if isinstance(target, str) else target
        await self.fire(control, self._press_of(control) or "click")

    async def change(self, target: BaseControl | str, value: Any) -> None:
        """Give an input (or the one field with that name) a new value, as typing or tapping."""
        control = self._input(target)
        name = "selected" if isinstance(control, (ft.Chip, ft.SegmentedButton)) else "value"
        event = "select" if isinstance(control, ft.Chip) else "change"
        await self.fire(control, event, value, **{name: value})

    async def submit(self, target: BaseControl | str, value: str | None = None) -> None:
        """Press Enter in a text field, after typing `value` when one is given."""
        control = self._input(target)
        if value is not None:
            if getattr(control, "on_change", None) is not None:
                await self.change(control, value)
            else:
                self.session.apply_patch(control._i, {"value": value})
        await self.fire(control, "submit", getattr(control, "value", value))

    async def dismiss(self, dialog: ft.DialogControl) -> None:
        """Close a dialog as a tap beside it does."""
        self.session.apply_patch(dialog._i, {"open": False})
        await self.settle()

    async def navigate(self, route: str) -> None:
        """Go to a route as the address bar does."""
        await self.client.navigate(route)
        await self.settle()

    async def resize(self, width: float, height: float) -> None:
        """Give the window another size, in logical pixels."""
        self.session.apply_page_patch({"width": width, "height": height})
        await self.client.event(self.page, "resize", {"width": width, "height": height})
        await self.settle()

    async def leave(self) -> None:
        """Break the connection; the session waits for the client to come back."""
        await self.session.disconnect(session_timeout_seconds=60)

    async def come_back(self) -> None:
        """Connect the same client again."""
        await self.session.connect(self.client)
        await self.settle()

    def _input(self, target: BaseControl | str) -> BaseControl:
        if isinstance(target, BaseControl):
            return target
        fields = [
            control
            for control in self.named_all(target)
            if getattr(control, "on_change", None) or getattr(control, "on_submit", None)
        ]
        return self._the_one(fields, f"input named {target!r}")

    @staticmethod
    def _press_of(control: BaseControl) -> str | None:
        return next((e for e in _PRESSES if getattr(control, f"on_{e}", None) is not None), None)
