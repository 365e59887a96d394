"""Reading for a screen: a hook that loads after mount, and again whenever data changes.

Owns how a read's life looks to a component: `Loading`, `Loaded`, `Failed`. Must know no
service and no screen.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import flet as ft

from models.errors import Refusal
from services.workspace import Workspace
from views import theme
from views.app.session import AppSession

log = logging.getLogger(__name__)

T = TypeVar("T")

#: The `pause` of what takes long and nobody waits for, in seconds.
UNHURRIED_S = 0.3


@dataclass(frozen=True, slots=True)
class Loading:
    """Nothing to show yet; `is_slow` once it has taken long enough to say so."""

    is_slow: bool = False


@dataclass(frozen=True, slots=True)
class Loaded(Generic[T]):
    """What was read last; it stays while it is read again."""

    value: T


@dataclass(frozen=True, slots=True)
class Failed:
    """Reading failed: what happened, in the user's words, and how to try again."""

    message: str
    retry: Callable[[], None]


Reading = Loading | Loaded[T] | Failed


class _Query(Generic[T]):
    """One use of the hook: reads, one read at a time, and shows what it read last."""

    def __init__(self, session: AppSession) -> None:
        self._session = session
        self._is_on = False
        self._is_reading = False
        self._is_stale = False
        self._has_read = False
        self.pause = 0.0
        self.key: tuple[object, ...] = ()
        self.ask: Callable[[Workspace], T] | None = None
        self.show: Callable[[Any], None] | None = None

    def begin(self) -> None:
        """Read, and go on reading at every change."""
        self._is_on = True
        self._session.on_reading(self, self.again)
        self.again()

    def end(self) -> None:
        """Stop; what is still being read is not shown."""
        self._is_on = False
        self._session.no_reading(self)

    def again(self) -> None:
        """Read now, or once more after the read that is under way."""
        if not self._is_on:
            return
        self._is_stale = True
        if not self._is_reading:
            self._is_reading = True
            self._session.spawn(self._read())

    async def _read(self) -> None:
        try:
            while self._is_stale and self._is_on:
                if self._has_read and self.pause:
                    await asyncio.sleep(self.pause)
                self._is_stale, self._has_read = False, True
                key, ask = self.key, self.ask
                if ask is None:
                    return
                slow = self._session.spawn(self._say_slow(key))
                try:
                    shown: Reading[T] = Loaded(await self._session.read(ask))
                except Refusal as error:
                    shown = Failed(self._session.refusal(error), self.again)
                except Exception as error:
                    log.exception("reading for the screen failed")
                    shown = Failed(self._session.refusal(error), self.again)
                finally:
                    slow.cancel()
                if self._is_on and key == self.key and self.show is not None:
                    self.show((key, shown))
        finally:
            self._is_reading = False

    async def _say_slow(self, key: tuple[object, ...]) -> None:
        await asyncio.sleep(theme.SKELETON_AFTER_MS / 1000)
        if self._is_on and key == self.key and self.show is not None:
            self.show(lambda now: now if _is_shown(now, key) else (key, Loading(is_slow=True)))


def _is_shown(state: tuple[tuple[object, ...], object], key: tuple[object, ...]) -> bool:
    return state[0] == key and not isinstance(state[1], Loading)


def use_query(
    session: AppSession, ask: Callable[[Workspace], T], *key: object, pause: float = 0
) -> Reading[T]:
    """What `ask(workspace)` gives, read off the loop after mount.

    Read again when data changes, when the minute or day does, and when `key` (everything that
    `ask` depends on) does. While the same key is read again the last result stays. The result
    should be a frozen value: an equal one renders nothing. What takes long is read again after
    a `pause` in seconds, once for all that changed meanwhile.
    """
    state, set_state = ft.use_state((key, Loading()))
    held = ft.use_ref(lambda: _Query[T](session))
    query = held.current
    assert query is not None
    query.key, query.ask, query.show, query.pause = key, ask, set_state, pause
    ft.use_effect(query.begin, [key], cleanup=query.end)
    shown_key, shown = state
    return shown if shown_key == key else Loading()


def use_held(reading: Reading[T]) -> Reading[T]:
    """`reading`, or the last one before it while more is read, or the same in another order."""
    held = ft.use_ref(lambda: reading)
    if isinstance(reading, Loading) and held.current is not None:
        reading = reading if isinstance(held.current, Loading) else held.current
    held.current = reading
    return reading
