"""Completed tasks stay a moment: struck through for a second, then folding away.

A hook for lists: it keeps rows that left the list because their task was completed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

import flet as ft

from models.task import Status, TaskLine
from views import theme
from views.app.motion import lasting
from views.app.session import AppSession


@dataclass(frozen=True, slots=True)
class Seen:
    """A line of a list as it is shown; a leaving one is done already, and no row to act on."""

    line: TaskLine
    is_leaving: bool = False
    is_folding: bool = False


@dataclass(slots=True)
class _Memory:
    before: tuple[TaskLine, ...] = ()
    leaving: dict[str, tuple[int, TaskLine]] = field(default_factory=dict)
    folding: set[str] = field(default_factory=set)


def use_lingering(session: AppSession, lines: Sequence[TaskLine]) -> tuple[Seen, ...]:
    """`lines`, with those just completed left in their place until they have folded away."""
    _, draw = ft.use_state(0)
    ft.use_state(session.completions)
    memory = ft.use_ref(_Memory).current
    assert memory is not None
    now = tuple(lines)
    there = {line.uid for line in now}
    for uid in there & memory.leaving.keys():
        del memory.leaving[uid]
        memory.folding.discard(uid)
    fresh: list[str] = []
    for at, line in enumerate(memory.before):
        if line.uid not in there and session.was_completed(line.uid):
            memory.leaving[line.uid] = (at, _done(line))
            fresh.append(line.uid)
    memory.before = now

    async def leave() -> None:
        await asyncio.sleep(theme.DONE_PAUSE_MS / 1000)
        memory.folding.update(uid for uid in fresh if uid in memory.leaving)
        draw(lambda count: count + 1)
        await asyncio.sleep(lasting(theme.CALM_MS) / 1000)
        for uid in fresh:
            memory.leaving.pop(uid, None)
            memory.folding.discard(uid)
        draw(lambda count: count + 1)

    if fresh:
        session.spawn(leave())
    # What was completed is struck at once, before the list has been read again without it.
    shown = [
        Seen(_done(line), is_leaving=True)
        if not line.is_done and session.was_completed(line.uid)
        else Seen(line)
        for line in now
    ]
    for uid, (at, line) in sorted(memory.leaving.items(), key=lambda item: item[1][0]):
        shown.insert(min(at, len(shown)), Seen(line, True, uid in memory.folding))
    return tuple(shown)


def _done(line: TaskLine) -> TaskLine:
    return line._replace(status=Status.COMPLETED.value)
