"""Where the app's blocking work runs: the one seam between the event loop and the database.

Must know no page and no session.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


async def run_db(read: Callable[[], T]) -> T:
    """`read()` off the event loop; on it where there are no threads (a browser's Python)."""
    if sys.platform == "emscripten":
        return read()
    return await asyncio.to_thread(read)
