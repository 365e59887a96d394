"""A Flet client that paints nothing: it encodes what it is sent and answers method calls.

Owns: the client's half of Flet's protocol, as far as Flutter's own client goes by itself (a
pushed route becomes a route change, a closed dialog reports its dismissal). Flet's private
protocol is touched here and in `flet_session` only; the pin on flet's version guards both.
"""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields
from typing import Any

import flet as ft
import msgpack
from flet.controls.base_control import BaseControl
from flet.controls.services.semantics_service import AccessibilityFeatures
from flet.messaging.connection import Connection
from flet.messaging.protocol import (
    InvokeMethodRequestBody,
    Message,
    MessageAction,
    configure_encode_object_for_msgpack,
)
from flet.messaging.session import Session
from flet.pubsub.pubsub_hub import PubSubHub

Reply = Any | Callable[[dict[str, Any]], Any]
"""What a client method returns: a value, or a function of the call's arguments."""

UNANSWERED = object()
"""The reply of a client that never gives one."""

#: What a client says of a system on which nothing is switched on.
_FEATURES = dict.fromkeys((each.name for each in fields(AccessibilityFeatures)), False)

_encode = configure_encode_object_for_msgpack(BaseControl)


@dataclass(frozen=True)
class Call:
    """One method the app called on the client, such as `push_route` or `set` (clipboard)."""

    control: str
    name: str
    arguments: dict[str, Any]


class ClientDouble(Connection):
    """Records what a session sends; attach the session before anything is sent."""

    session: Session

    def __init__(self, replies: Mapping[str, Reply]) -> None:
        super().__init__()
        self.loop = asyncio.get_running_loop()
        self.executor = ThreadPoolExecutor(4)
        self.pubsubhub = PubSubHub(loop=self.loop, executor=self.executor)
        self.page_url = "http://client.invalid"
        self.replies = {"get_accessibility_features": _FEATURES, **replies}
        self.patch_bytes: list[int] = []
        self.calls: list[Call] = []
        self.crashes: list[str] = []
        self._under_way: set[asyncio.Task[None]] = set()

    def send_message(self, message: Message) -> None:
        # Encoding also takes the snapshots that Flet's differ compares with next time.
        raw = msgpack.packb([message.action, message.body], default=_encode) or b""
        match message.action:
            case MessageAction.PATCH_CONTROL:
                self.patch_bytes.append(len(raw))
            case MessageAction.SESSION_CRASHED:
                self.crashes.append(message.body.message)
            case MessageAction.INVOKE_METHOD:
                task = self.loop.create_task(self._answer(message.body))
                self._under_way.add(task)
                task.add_done_callback(self._under_way.discard)
            case _:
                pass

    async def _answer(self, body: InvokeMethodRequestBody) -> None:
        control = self.session.index.get(body.control_id)
        arguments = body.args or {}
        self.calls.append(Call(type(control).__name__, body.name, arguments))
        reply = self.replies.get(body.name)
        result = reply(arguments) if callable(reply) else reply
        if result is UNANSWERED:
            return
        if body.name == "push_route" and isinstance(control, ft.Page):
            await self.navigate(arguments["route"])
        self.session.handle_invoke_method_results(body.control_id, body.call_id, result, None)

    async def navigate(self, route: str) -> None:
        """Do what the browser's address bar does."""
        self.session.apply_page_patch({"route": route})
        await self.event(self.session.page, "route_change", {"route": route})

    async def event(self, control: BaseControl, name: str, payload: Any = None) -> None:
        """Send an event as a client would: handled in a task of its own."""
        await self.loop.create_task(self.session.dispatch_event(control._i, name, payload))

    async def report_dismissals(self) -> bool:
        """Report each dialog that the app closed as gone; True when there was one."""
        closed = [dialog for dialog in self.session.page._dialogs.controls if not dialog.open]
        for dialog in closed:
            await self.event(dialog, "dismiss")
        return bool(closed)

    def close(self) -> None:
        self.executor.shutdown(wait=False, cancel_futures=True)
