"""What can be done to a block of the timeline, and what is said of it.

Owns which service belongs to each gesture. Must know no control.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Concatenate, ParamSpec

import flet as ft

from models.moment import Moment
from models.task import TaskLine
from services import blocks
from services.block_moves import extent_of
from services.day_layout import DayScale
from services.workspace import Workspace
from views.app.overlays import BlockSheet
from views.app.session import AppSession

P = ParamSpec("P")


class Chosen(ft.Observable):
    """The block that keys move: the one that has the focus, or had it last."""

    def __init__(self) -> None:
        self.uid = ""


class BlockActs:
    """One session's gestures on blocks, by uid of their tasks."""

    def __init__(self, session: AppSession) -> None:
        self.chosen = Chosen()
        self._session = session
        # Keys follow one another faster than what they do: each of them counts.
        self._turns = asyncio.Lock()

    async def menu(self, uid: str) -> None:
        """Ask what to do."""
        self._session.overlay.open(BlockSheet(uid))

    async def move_on_scale(self, uid: str, scale: DayScale, minute: int) -> None:
        """Have its block begin at a minute of a day."""
        await self.move(uid, scale.instant_at(minute))

    async def move(self, uid: str, start: datetime) -> None:
        """Have its block begin at an aware instant."""
        await self._moved(blocks.move, uid, start)

    async def move_due(self, uid: str, due: Moment) -> None:
        """Give it another due; its block stays as long as it is."""
        await self._moved(blocks.move_due, uid, due)

    async def move_days(self, uid: str, days: int) -> None:
        """Move it by whole days."""
        async with self._turns:
            await self._moved(blocks.move_days, uid, days)

    async def step(self, uid: str, quarters: int) -> None:
        """Move it by quarters of an hour."""
        async with self._turns:
            await self._moved(blocks.step, uid, quarters)

    async def last(self, uid: str, length: timedelta) -> None:
        """Have its block be so long."""
        await self._lasts(blocks.last, uid, length)

    async def grow(self, uid: str, quarters: int) -> None:
        """Make its block longer or shorter by quarters of an hour."""
        async with self._turns:
            await self._lasts(blocks.grow, uid, quarters)

    async def _moved(
        self,
        service: Callable[Concatenate[Workspace, P], TaskLine],
        *args: P.args,
        **fields: P.kwargs,
    ) -> None:
        session = self._session
        line = await session.act(service, *args, **fields)
        if line is not None:
            said = session.words.say("Moved to {when}", when=self.when(line))
            session.say(await session.told_move(said, line.uid), has_undo=True)

    async def _lasts(
        self,
        service: Callable[Concatenate[Workspace, P], TaskLine],
        *args: P.args,
        **fields: P.kwargs,
    ) -> None:
        session = self._session
        line = await session.act(service, *args, **fields)
        if line is not None:
            extent = extent_of(line)
            length = extent.end - extent.start if extent is not None else line.estimate
            duration = session.dates.duration(length or timedelta(0))
            said = session.words.say("Now {duration} long", duration=duration)
            said = await session.told_move(f"{said} · {self.when(line)}", line.uid)
            session.say(said, has_undo=True)

    def when(self, line: TaskLine) -> str:
        """``Sel 24 Nov 14.00 – 15.00``: the block's time; of what is published its due."""
        session = self._session
        dates, now = session.dates, session.workspace.now()
        extent, due = extent_of(line), line.due
        if due is None:
            return ""
        if extent is None or extent.is_published:
            return dates.spoken(due, now)
        return f"{dates.instant(extent.start, now)} – {dates.time(extent.end)}"


def use_block_acts(session: AppSession) -> BlockActs:
    """The same gestures at every rendering."""
    acts = ft.use_ref(lambda: BlockActs(session)).current
    assert acts is not None
    return acts
