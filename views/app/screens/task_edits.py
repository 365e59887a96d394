"""What can be done on the task screen, each one gesture and one step of undo.

Owns which service a gesture calls and what is said of it. Must know no control.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Protocol, Unpack

from models.moment import Moment
from models.series import Scope
from models.task import TaskFields
from services import copying, goals, series, tasks, time_spent, trash
from views.app.overlays import MoveUnder, PlanBackwards
from views.app.routes import Screen
from views.app.screens.task_moving import move_under
from views.app.session import AppSession
from views.app.task_gestures import TaskGestures
from views.text.actions import action_text


class Choice(StrEnum):
    """The sheet that is open over the task screen."""

    NONE = ""
    GOAL = "goal"
    DUE = "due"
    LEAD = "lead"
    START = "dtstart"
    ESTIMATE = "estimate"
    OFFSET = "offset"
    TIME = "time_entry"
    REPEAT = "rrule"
    REMINDERS = "reminders"
    PRIORITY = "priority"
    PEOPLE = "attendees"
    TAGS = "categories"
    DELETE = "delete"


#: A change of a repeating task; whether it was made.
ScopedChange = Callable[[Scope], Awaitable[bool]]


class AsksScope(Protocol):
    """Makes a change once it is known which tasks of the series it is for."""

    async def run(self, change: ScopedChange) -> bool: ...


#: Fields that say how the one task stands, or the series as a whole: nothing to ask about.
_UNASKED = frozenset({"pinned", "status", "percent_complete", "position", "parent"}) | {
    "rrule",
    "repeat_from",
}


@dataclass(frozen=True)
class Edits:
    """What can be done to one task in one session.

    Attributes:
        scoping: of a repeating task: asks which of its series a change is for.
    """

    session: AppSession
    uid: str
    scoping: AsksScope | None = None

    def _said(self, action: str, summary: str) -> str:
        return action_text(self.session.words, action, summary)

    async def edit(self, **fields: Unpack[TaskFields]) -> bool:
        """Change fields; True when it was done. A refusal is told.

        The first change of a repeating task waits until it is known what it is for.
        """
        if self.scoping is None or fields.keys() <= _UNASKED:
            return await self.session.act(tasks.edit, self.uid, fields) is not None

        async def change(scope: Scope) -> bool:
            return await self.session.act(series.edit_series, self.uid, fields, scope) is not None

        return await self.scoping.run(change)

    async def rename(self, uid: str, summary: str) -> bool:
        """Give the task, or one of its steps, another title."""
        if uid == self.uid:
            return await self.edit(summary=summary)
        return await self.session.act(tasks.edit, uid, {"summary": summary}) is not None

    async def move(self, due: Moment | None, summary: str) -> None:
        """Give it another due, and offer to take that back."""

        async def change(scope: Scope) -> bool:
            return await self.move_for(due, summary, scope)

        await (change(Scope.THIS) if self.scoping is None else self.scoping.run(change))

    async def move_for(self, due: Moment | None, summary: str, scope: Scope) -> bool:
        """Give another due to it, or to others of its series too, and offer to take that back."""
        if scope is Scope.THIS:
            return await self.move_step(self.uid, due, summary)
        session, uid = self.session, self.uid
        said, fields = self._said("reschedule", summary), TaskFields(due=due)
        if await session.act(series.edit_series, uid, fields, scope) is None:
            return False
        session.say(await session.told_move(said, uid, counts_steps=False), has_undo=True)
        return True

    async def move_step(self, uid: str, due: Moment | None, summary: str) -> bool:
        """Give the task or a step of it another due, say what went along, and offer Undo."""
        session = self.session
        if await session.act(tasks.reschedule, uid, due) is None:
            return False
        said = await session.told_move(self._said("reschedule", summary), uid)
        session.say(said, has_undo=True)
        return True

    async def set_offset(self, uid: str, offset: timedelta, summary: str) -> None:
        """Have a step follow its task at that distance, and offer to take that back."""
        session = self.session
        if await session.act(tasks.edit, uid, {"offset": offset}) is not None:
            said = await session.told_move(self._said("reschedule", summary), uid)
            session.say(said, has_undo=True)

    async def plan(self) -> None:
        """Open the sheet that plans its steps backwards."""
        self.session.overlay.open(PlanBackwards(self.uid))

    def ask_parent(self, summary: str) -> None:
        """Ask which task it is to become a step of."""
        self.session.overlay.open(MoveUnder(self.uid, summary))

    async def leave_parent(self, summary: str) -> None:
        """Make it a task of its own, and offer to take that back."""
        await move_under(self.session, self.uid, summary, None)

    async def skip(self, summary: str) -> None:
        """Leave this occurrence of a series out, and offer to take that back."""
        await self.session.act_and_say(self._said("skip", summary), series.skip, self.uid)

    async def ask_when(self) -> None:
        """Open the reschedule sheet."""
        await TaskGestures(self.session).move(self.uid)

    async def compromise(self) -> None:
        """Open the slip sheet."""
        await TaskGestures(self.session).compromise(self.uid)

    async def lock(self, uid: str, is_locked: bool) -> None:
        """Have it, or a step, stay when its task moves; or follow again."""
        await self.session.act(tasks.edit, uid, {"is_locked": is_locked})

    async def check(self, uid: str, is_done: bool) -> None:
        """Complete the task, or one of its steps; or ask for work again."""
        await TaskGestures(self.session).check(uid, is_done)

    async def duplicate(self, summary: str) -> None:
        """Make a copy of it, show that, and offer to take it back."""
        said = self._said("duplicate", summary)
        copied = await self.session.act_and_say(said, copying.duplicate, self.uid)
        if copied is not None:
            await self.session.open_task(copied.uid)

    async def delete(self, summary: str) -> None:
        """Move it to the trash, go back, and offer to take that back."""
        said = self._said("delete", summary)
        if await self.session.act_and_say(said, tasks.delete, self.uid) is not None:
            await self.session.close_task()

    async def delete_series(self, summary: str, scope: Scope) -> None:
        """Move it and others of its series to the trash, and offer to take that back.

        Where it is shown itself, go back.
        """
        said = self._said("delete", summary)
        if await self.session.act_and_say(said, series.delete_series, self.uid, scope) is not None:
            place = self.session.here.place
            if (place.screen, place.uid) == (Screen.TASK, self.uid):
                await self.session.close_task()

    async def restore(self) -> None:
        """Take it out of the trash."""
        await self.session.act(tasks.restore, self.uid)

    async def add_step(self, summary: str) -> None:
        """Add a step at the end; blank text adds nothing."""
        if summary.strip():
            await self.session.act(tasks.capture, {"summary": summary, "parent": self.uid})

    async def delete_step(self, uid: str, summary: str) -> None:
        """Move a step to the trash, and offer to take that back."""
        await self.session.act_and_say(self._said("delete", summary), tasks.delete, uid)

    async def start_timer(self) -> None:
        """Start its timer; another one stops."""
        await self.session.act(time_spent.start, self.uid)

    async def stop_timer(self, summary: str) -> None:
        """Stop its timer, and offer to take that back."""
        await self.session.act_and_say(self._said("timer.stop", summary), time_spent.stop)

    async def add_time(self, span: timedelta) -> None:
        """Note work that was not timed, up to now."""
        await self.session.act(time_spent.add, self.uid, span)

    async def change_time(self, entry: str, span: timedelta) -> None:
        """Give a stretch of work another length."""
        await self.session.act(time_spent.change, entry, span=span)

    async def delete_time(self, entry: str, summary: str) -> None:
        """Take a stretch of work away, and offer to take that back."""
        said = self._said("time.delete", summary)
        await self.session.act_and_say(said, time_spent.delete, entry)

    async def delete_for_good(self, summary: str) -> None:
        """Take it out of the trash for good, go back, and offer to take that back."""
        said = self._said("delete-for-good", summary)
        if await self.session.act_and_say(said, trash.delete_for_good, self.uid) is not None:
            await self.session.close_task()

    async def give_goal(self, name: str) -> bool:
        """Put it under the goal of that name, made when there is none."""
        return await self.session.act(goals.give_goal, self.uid, name) is not None

    async def open(self, uid: str) -> None:
        """Show another task: a step, or the one that this is a step of."""
        await self.session.open_task(uid)
