"""The client's address follows what is shown: the browser's bar, its history, a reload.

Owns the order: a place is shown first and told to the client a moment later, because a client
that is told another route draws everything it shows once more, and nothing new meanwhile. Must
know no place.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Final

import flet as ft

#: By when a place has been read and painted, in seconds.
SHOWN_S: Final = 0.25


class Address:
    """The address of one client, and the routes that it is still to be told."""

    def __init__(
        self,
        page: ft.Page,
        spawn: Callable[[Coroutine[Any, Any, None]], asyncio.Task[None]],
    ) -> None:
        self._page = page
        self._spawn = spawn
        self._said = page.route
        self._coming: list[str] = []
        self._on_its_way = ""
        self._telling: asyncio.Task[None] | None = None

    def follow(self, route: str) -> None:
        """Have the client told of `route`, after those before it: each is a step of its history."""
        self._coming.append(route)
        if self._telling is None:
            self._telling = self._spawn(self._tell())

    def is_news(self, route: str) -> bool:
        """Whether the client went to `route` by itself; what was still to be told is void then."""
        if route in (self._said, self._on_its_way):
            return False
        self._said = route
        self._coming.clear()
        return True

    def resume(self) -> bool:
        """Whether a client that is back is still to be told where one is; it is, then."""
        if self._telling is not None:
            self._telling.cancel()
            self._telling = None
        if self._on_its_way:
            self._coming.insert(0, self._on_its_way)
            self._on_its_way = ""
        if not self._coming:
            self._said = self._page.route
            return False
        self.follow(self._coming.pop())
        return True

    async def _tell(self) -> None:
        await asyncio.sleep(SHOWN_S)
        while self._coming:
            route = self._coming.pop(0)
            if route == self._said:
                continue
            before, self._on_its_way = self._said, route
            await self._page.push_route(route)
            self._on_its_way = ""
            if self._said != before:
                # It went elsewhere by itself meanwhile, and was led away from there.
                self._coming.insert(0, self._said)
            self._said = route
        self._telling = None
