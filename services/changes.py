"""Tells whoever listens what a gesture changed, after it was committed.

Listeners get uids, never values: they read again what they show.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Changed:
    """What one gesture changed.

    Attributes:
        gesture: its uid, with which it can be undone; empty where nothing can be.
        action: its name, such as ``complete``.
        tasks, goals: uids.
        completed: those of the tasks that are done now and were not.
        has_settings: settings changed.
        is_everything: too much to name; read all again.
    """

    gesture: str = ""
    action: str = ""
    tasks: frozenset[str] = frozenset()
    goals: frozenset[str] = frozenset()
    completed: frozenset[str] = frozenset()
    has_settings: bool = False
    is_everything: bool = False


Listener = Callable[[Changed], None]

_collected: ContextVar[list[Changed] | None] = ContextVar("collected", default=None)


class Changes:
    """The announcements of one workspace. Threads may share it."""

    def __init__(self) -> None:
        self._listeners: dict[int, Listener] = {}
        self._lock = threading.Lock()
        self._next = 0

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after each commit, in the committing thread, until disposed."""
        with self._lock:
            key, self._next = self._next, self._next + 1
            self._listeners[key] = listener

        def dispose() -> None:
            with self._lock:
                self._listeners.pop(key, None)

        return dispose

    def announce(self, changed: Changed) -> None:
        """Tell everyone. A listener that fails is logged: the change stands."""
        if (collected := _collected.get()) is not None:
            collected.append(changed)
        with self._lock:
            listeners = tuple(self._listeners.values())
        for listener in listeners:
            try:
                listener(changed)
            except Exception:
                _log.exception("a listener failed on %s", changed.action)

    @contextmanager
    def collected(self) -> Iterator[list[Changed]]:
        """What is announced inside the block, by this thread's context only."""
        made: list[Changed] = []
        token = _collected.set(made)
        try:
            yield made
        finally:
            _collected.reset(token)
