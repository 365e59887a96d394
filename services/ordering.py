"""Manual order: putting a task between two others.

Owns where that is. A move writes one row; where the positions have become too long, or two are
equal, those around it are given anew in the same gesture.
"""

from __future__ import annotations

from collections.abc import Mapping

from models.errors import ImpossibleValue
from models.position import FRESH_LIMIT, is_room, position_between, positions_between
from models.storage import task_rows
from models.storage.task_rows import Placed
from models.storage.unit import UnitOfWork
from models.task import Task
from services.amending import change_task, read_task
from services.gesture import Gesture
from services.ids import position_at
from services.workspace import Workspace

#: So many tasks on either side are given positions anew at first.
_AROUND = 16
#: Stands in front of every task.
_BEGINNING = Placed("", "")


def reorder(
    desk: Workspace, uid: str, *, after: str | None = None, before: str | None = None
) -> Task:
    """Put a task right behind `after`, right in front of `before`, or between the two.

    Where the two do not stand in that order, `after` counts. What lies there already
    stays as it is.

    Raises:
        UnknownTask: one of them is not there.
        ImpossibleValue: neither was given, or the task itself was.
    """
    require_other(uid, after, before)
    with desk.writing() as unit:
        gesture = Gesture(desk, "reorder")
        task = read_task(unit, uid)
        low, high = _gap(unit, uid, after, before)
        if _lies_between(task, low, high):
            return gesture.commit(unit, task)
        end = high.position if high else None
        if is_room(low.position, end):
            position = position_in(gesture, low.position, end)
            return gesture.commit(unit, change_task(unit, gesture, uid, {"position": position}))
        _spread(unit, gesture, uid, low)
        return gesture.commit(unit, read_task(unit, uid))


def position_behind(unit: UnitOfWork, gesture: Gesture, task: Task) -> str:
    """A position right behind the task, for something new; a part of a larger gesture."""
    here = Placed(task.position, task.uid)
    end = _next_position(unit, here)
    if not is_room(here.position, end):
        _spread(unit, gesture, "", here)
        here = _placed(unit, task.uid)
        end = _next_position(unit, here)
    return position_in(gesture, here.position, end)


def require_other(uid: str, after: str | None, before: str | None) -> None:
    """That there is something else to stand beside.

    Raises:
        ImpossibleValue: there is not.
    """
    if (after is None and before is None) or uid in (after, before):
        raise ImpossibleValue("position", uid)


def _gap(
    unit: UnitOfWork, uid: str, after: str | None, before: str | None
) -> tuple[Placed, Placed | None]:
    """What the task `uid` is to stand between; None: the end."""
    behind = _placed(unit, after) if after is not None else None
    front = _placed(unit, before) if before is not None else None
    if behind is not None and front is not None and behind < front:
        return behind, front
    if behind is not None:
        return behind, next(iter(task_rows.behind(unit, behind, uid, 1)), None)
    assert front is not None
    return next(iter(task_rows.in_front(unit, front, uid, 1)), _BEGINNING), front


def _next_position(unit: UnitOfWork, here: Placed) -> str | None:
    following = next(iter(task_rows.behind(unit, here, "", 1)), None)
    return following.position if following else None


def _placed(unit: UnitOfWork, uid: str) -> Placed:
    return Placed(read_task(unit, uid, with_parts=False).position, uid)


def placed_among(
    gesture: Gesture,
    every: Mapping[str, str],
    uid: str,
    *,
    after: str | None = None,
    before: str | None = None,
) -> dict[str, str]:
    """The positions to be written, by uid, so that `uid` stands behind `after` or before `before`.

    Of things that are few: where there is no room all of them are placed anew. Nothing where it
    stands there already.

    Args:
        every: the positions of all of them by uid, in their order; the three are among them.
    """
    others = [each for each in every if each != uid]
    at = others.index(after) + 1 if after else others.index(before or "")
    if list(every).index(uid) == at:
        return {}
    low = every[others[at - 1]] if at else ""
    high = every[others[at]] if at < len(others) else None
    if is_room(low, high):
        return {uid: position_in(gesture, low, high)}
    order = [*others[:at], uid, *others[at:]]
    fresh = positions_between(None, end_of(gesture, ""), len(order))
    return dict(zip(order, fresh, strict=True))


def _lies_between(task: Task, low: Placed, high: Placed | None) -> bool:
    if high is not None and task.position >= high.position:
        return False
    return low.position < task.position


def position_in(gesture: Gesture, low: str, high: str | None) -> str:
    """A position between two where there is room; a part of a larger gesture."""
    if high is None and (end := end_of(gesture, low)) is not None:
        # Halfway to the end would stay behind everything that is made later.
        return end
    return position_between(low, high)


def end_of(gesture: Gesture, low: str) -> str | None:
    """The position of what is newest, unless `low` lies behind it."""
    newest = position_at(gesture.now, gesture.uid)
    return newest if newest > low else None


def _spread(unit: UnitOfWork, gesture: Gesture, uid: str, low: Placed) -> None:
    """Give the tasks around `low` positions anew, with the task `uid` right behind it."""
    around = _AROUND
    while True:
        front = task_rows.in_front(unit, low, uid, around)[::-1]
        # `low` itself is one of those that move, but for the beginning.
        here = (low,) if low != _BEGINNING else ()
        behind = task_rows.behind(unit, low, uid, around)
        start = front[0].position if len(front) == around else None
        is_whole = len(behind) < around
        end = end_of(gesture, start or "") if is_whole else behind[-1].position
        moved = (Placed("", uid),) if uid else ()
        kept = front[1:] if start is not None else front
        last = behind if is_whole else behind[:-1]
        order = [each.uid for each in (*kept, *here, *moved, *last)]
        if (found := _fresh(start, end, len(order))) is not None:
            for each, position in zip(order, found, strict=True):
                change_task(unit, gesture, each, {"position": position})
            return
        around *= 4


def _fresh(start: str | None, end: str | None, count: int) -> tuple[str, ...] | None:
    """Short positions between two; None where there is no room for them."""
    if not is_room(start, end):
        return None
    found = positions_between(start, end, count)
    return found if max(map(len, found)) <= FRESH_LIMIT else None
