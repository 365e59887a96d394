"""A service that answers only when a test lets it: a slow disk, without waiting for one."""

import asyncio
from collections.abc import Callable
from threading import Event
from types import ModuleType
from typing import Any

import pytest

_LIMIT_S = 5


def hold(monkeypatch: pytest.MonkeyPatch, service: ModuleType, name: str) -> Event:
    """Have every call of a service's function wait until the event is set."""
    let_go, call = Event(), getattr(service, name)

    def held(*args: Any) -> Any:
        assert let_go.wait(_LIMIT_S)
        return call(*args)

    monkeypatch.setattr(service, name, held)
    return let_go


async def until(holds: Callable[[], object]) -> None:
    """Let the app go on until something holds, while a service is held.

    Raises:
        TimeoutError: it never did.
    """
    async with asyncio.timeout(_LIMIT_S):
        while not holds():
            await asyncio.sleep(0.005)
