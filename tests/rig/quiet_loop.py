"""An event loop that can say when it has nothing left to do.

Owns: running a test's coroutine on such a loop, and waiting until every ready callback, every
worker thread and every timer that is about to fire has run. Where only timers are left, nobody
sits them out: the loop's clock goes on to the next one. Knows nothing of Flet or DoCheck.
"""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")

SOON_S = 0.35
"""Timers due within this many seconds count as work under way (a debounce); later ones do not
(a clock that ticks every minute)."""

LIMIT_S = 10.0
"""How long work may go on before waiting for it is given up, in seconds."""


class NeverQuiet(AssertionError):
    """Work was still under way after the limit: an endless loop, or a worker that hangs."""


class QuietLoop(asyncio.SelectorEventLoop):
    """A selector loop that counts its worker calls, sees its own queues and turns its clock."""

    def __init__(self) -> None:
        self._ahead = 0.0
        super().__init__()
        self._workers: set[asyncio.Future[Any]] = set()

    def time(self) -> float:
        """Seconds, those that nobody waited for among them."""
        return super().time() + self._ahead

    def run_in_executor(  # type: ignore[override]
        self, executor: Executor | None, func: Callable[..., T], *args: Any
    ) -> asyncio.Future[T]:
        future = super().run_in_executor(executor, func, *args)
        self._workers.add(future)
        future.add_done_callback(self._workers.discard)
        return future

    async def quiet(self, *, soon: float = SOON_S, limit: float = LIMIT_S) -> None:
        """Return once nothing is ready, no worker runs, and no timer set to fire within `soon`
        seconds of this call is left. The clock of the loop goes on to each of those.

        Raises NeverQuiet after `limit` seconds.
        """
        horizon = self.time() + soon
        deadline = super().time() + limit
        while True:
            # Resumed from the queue, so whatever is in it now was put there by others.
            await asyncio.sleep(0)
            if super().time() > deadline:
                raise NeverQuiet(f"still busy after {limit:g} s: {self._what_is_busy()}")
            if self._ready:  # type: ignore[attr-defined]
                continue
            if self._workers:
                await asyncio.wait(
                    self._workers,
                    timeout=max(0.0, deadline - super().time()),
                    return_when=asyncio.FIRST_COMPLETED,
                )
                continue
            due = self._next_timer()
            if due is None or due > horizon:
                return
            self._ahead += max(0.0, due - self.time())

    def _next_timer(self) -> float | None:
        """When the next live timer fires, in loop time."""
        timers: list[asyncio.TimerHandle] = self._scheduled  # type: ignore[attr-defined]
        return min((timer.when() for timer in timers if not timer.cancelled()), default=None)

    def _what_is_busy(self) -> str:
        current = asyncio.current_task(self)
        tasks = [str(task.get_coro()) for task in asyncio.all_tasks(self) if task is not current]
        return f"{len(self._workers)} worker calls, tasks {tasks}"


def run_app(main: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Run a test's coroutine function on a fresh QuietLoop and return what it returns.

    Playwright's synchronous API leaves its own loop marked as running in the main thread, so
    after a browser test was run the coroutine gets a thread of its own.
    """
    if asyncio._get_running_loop() is None:
        return _run(main)
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(_run, main).result()


def _run(main: Callable[[], Coroutine[Any, Any, T]]) -> T:
    with asyncio.Runner(loop_factory=QuietLoop) as runner:
        return runner.run(main())
