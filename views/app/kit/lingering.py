"""Completed tasks stay a moment: struck through for a second, then folding away.

A hook for rows, struck before their list has been read again; and one for lists, that keeps the
rows that left because their task was completed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import flet as ft

from models.task import Status, TaskLine
from views import theme
from views.app.kit.row_face import RowFace
from views.app.motion import lasting
from views.app.session import AppSession
from views.app.struck import Struck


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


def use_struck(face: RowFace, struck: Struck | None) -> RowFace:
    """The face of a row, done as soon as its task is."""
    uid = face.uid
    _, draw = ft.use_state(0)
    row = ft.use_ref(object).current

    def watch() -> None:
        if struck is not None:
            struck.watch(
                row, uid, lambda: draw(lambda count: count + 1), has_steps=bool(face.steps)
            )

    def leave() -> None:
        if struck is not None:
            struck.leave(row, uid)

    ft.use_effect(watch, [uid, struck, bool(face.steps)], cleanup=leave)
    is_struck = struck is not None and not face.is_done and struck.holds(uid)
    return replace(face, is_done=True) if is_struck else face


def use_lingering(session: AppSession, lines: Sequence[TaskLine]) -> tuple[Seen, ...]:
    """`lines`, with those just completed left in their place until they have folded away."""
    _, draw = ft.use_state(0)
    memory = ft.use_ref(_Memory).current
    assert memory is not None
    now = tuple(lines)
    there = {line.uid for line in now}
    for uid in there & memory.leaving.keys():
        del memory.leaving[uid]
        memory.folding.discard(uid)
    fresh: list[str] = []
    for at, line in enumerate(memory.before):
        if line.uid not in there and session.struck.was_completed(line.uid):
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
    # What was completed is struck already, before the list has been read again without it.
    shown = [
        Seen(_done(line), is_leaving=True)
        if not line.is_done and session.struck.was_completed(line.uid)
        else Seen(line)
        for line in now
    ]
    for uid, (at, line) in sorted(memory.leaving.items(), key=lambda item: item[1][0]):
        shown.insert(min(at, len(shown)), Seen(line, True, uid in memory.folding))
    return tuple(shown)


def _done(line: TaskLine) -> TaskLine:
    return line._replace(status=Status.COMPLETED.value)
