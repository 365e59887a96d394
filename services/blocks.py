"""Moving the blocks of the timeline and making them longer: each is one gesture.

What a block's task is given is told by `services.block_moves`; it is written by the gestures
that rescheduling and editing are, so that whatever follows a due follows here too.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from models.moment import Moment
from models.task import TaskFields, TaskLine
from services import block_moves, tasks
from services.workspace import Workspace


def move(desk: Workspace, uid: str, start: datetime) -> TaskLine:
    """Have a task's block begin at an aware instant; one without a time is due then.

    Raises:
        UnknownTask: there is no such task.
        ImpossibleDate: no task may be due then.
    """
    return _give(desk, uid, lambda line, home: block_moves.moved(line, start, home))


def move_days(desk: Workspace, uid: str, days: int) -> TaskLine:
    """Move a task by whole days, at the same time of day.

    Raises:
        UnknownTask: there is no such task.
        ImpossibleDate: no task may be due then.
    """
    return _give(desk, uid, lambda line, home: block_moves.days_on(line, days, home))


def step(desk: Workspace, uid: str, quarters: int) -> TaskLine:
    """Move a task's block by quarters of an hour, on those of the clock.

    A task without a time stays as it is.

    Raises:
        UnknownTask: there is no such task.
        ImpossibleDate: no task may be due then.
    """

    def fields(line: TaskLine, home: ZoneInfo) -> TaskFields:
        start = block_moves.stepped(line, quarters, home)
        return block_moves.moved(line, start, home) if start is not None else TaskFields()

    return _give(desk, uid, fields)


def last(desk: Workspace, uid: str, length: timedelta) -> TaskLine:
    """Have a task's block be so long, a quarter of an hour at least; it begins where it did.

    Raises:
        UnknownTask: there is no such task.
        ImpossibleDate, ImpossibleValue: no task may be due then, or take so long.
    """
    return _give(desk, uid, lambda line, home: block_moves.lasting(line, length, home))


def grow(desk: Workspace, uid: str, quarters: int) -> TaskLine:
    """Make a task's block longer, or shorter, by quarters of an hour.

    Raises:
        UnknownTask: there is no such task.
        ImpossibleDate, ImpossibleValue: no task may be due then, or take so long.
    """

    def fields(line: TaskLine, home: ZoneInfo) -> TaskFields:
        length = block_moves.length_of(line) + quarters * block_moves.QUARTER
        return block_moves.lasting(line, length, home)

    return _give(desk, uid, fields)


def move_due(desk: Workspace, uid: str, due: Moment) -> TaskLine:
    """Give a task another due; its block stays as long as it is.

    Raises:
        UnknownTask: there is no such task.
        ImpossibleDate: no task may be due then.
    """

    def fields(line: TaskLine, home: ZoneInfo) -> TaskFields:
        extent = block_moves.extent_of(line)
        if extent is None or not extent.has_start or due.time is None:
            return TaskFields(due=due)
        start = due.instant(home) - (extent.end - extent.start)
        return TaskFields(due=due, dtstart=block_moves.alike(start, due, home))

    return _give(desk, uid, fields)


def _give(
    desk: Workspace, uid: str, fields_of: Callable[[TaskLine, ZoneInfo], TaskFields]
) -> TaskLine:
    fields = fields_of(tasks.line(desk, uid), desk.zone)
    if fields.keys() == {"due"}:
        tasks.reschedule(desk, uid, fields.get("due"))
    elif fields:
        tasks.edit(desk, uid, fields)
    return tasks.line(desk, uid)
