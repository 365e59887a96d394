"""The trash: emptying it, deleting for good, and letting go of what has been there too long.

Each is one gesture in the history, which keeps whole what leaves the file: the
history stays true, and whoever empties the trash can take that back. What
expires is on record too, but nobody did it, so it is no step of undo.
"""

from __future__ import annotations

from collections.abc import Iterable

from models.errors import NotInTrash
from models.storage import goal_rows, history_rows, line_counts, task_rows
from models.storage.tables import Shelf
from models.storage.unit import UnitOfWork
from models.trash import expiry
from services.amending import change_task, purge, read_task
from services.gesture import Gesture
from services.goals import purge_goal
from services.tasks import delete_in, restore_in
from services.workspace import Workspace

(_EXPIRE,) = history_rows.AUTOMATIC


def count(desk: Workspace) -> int:
    """How many tasks are in the trash, their steps counted too."""
    with desk.reading() as unit:
        return line_counts.count_shelf(unit, Shelf.TRASH)


def delete_for_good(desk: Workspace, uid: str, *, also_kept: bool = False) -> int:
    """`delete_many_for_good` of one task.

    Raises:
        UnknownTask, NotInTrash: see there.
    """
    return delete_many_for_good(desk, [uid], also_kept=also_kept)


def delete_many_for_good(desk: Workspace, uids: Iterable[str], *, also_kept: bool = False) -> int:
    """Take tasks out of the trash and the file, with their steps; how many that were.

    With `also_kept` what is in use goes by way of the trash, in the same gesture.

    Raises:
        UnknownTask: one is not there.
        NotInTrash: one is not in the trash, and not `also_kept`.
    """
    with desk.writing() as unit:
        gesture = Gesture(desk, "delete-for-good")
        chosen = tuple(dict.fromkeys(uids))
        for uid in chosen:
            task = read_task(unit, uid, with_parts=False)
            if task.deleted is None:
                if not also_kept:
                    raise NotInTrash(task.summary)
                delete_in(unit, gesture, uid)
        return gesture.commit(unit, _purge(unit, gesture, chosen))


def empty(desk: Workspace) -> int:
    """Delete for good all that is in the trash; how many tasks that were, steps counted."""
    with desk.writing() as unit:
        gesture = Gesture(desk, "empty-trash")
        return gesture.commit(unit, _purge(unit, gesture, task_rows.trashed(unit)))


def restore_all(desk: Workspace) -> int:
    """Take everything out of the trash, as one undo step; how many tasks that were."""
    with desk.writing() as unit:
        gesture = Gesture(desk, "restore")
        found = task_rows.trashed(unit)
        for uid in found:
            restore_in(unit, gesture, uid)
        return gesture.commit(unit, len(found))


def expire(desk: Workspace) -> int:
    """Delete for good what has been in the trash for thirty days; how many tasks that were.

    Goals that went there as long ago go too. Cheap where there is nothing to do.
    """
    until = expiry(desk.now())
    with desk.reading() as unit:
        if not task_rows.trashed(unit, until) and not goal_rows.trashed_until(unit, until):
            return 0
    with desk.writing() as unit:
        gesture = Gesture(desk, _EXPIRE)
        gone = _purge(unit, gesture, task_rows.trashed(unit, until))
        for goal in goal_rows.trashed_until(unit, until):
            # One that a task in the trash still names waits for it.
            if not goal_rows.tasks_of(unit, goal):
                purge_goal(unit, gesture, goal)
        return gesture.commit(unit, gone)


def _purge(unit: UnitOfWork, gesture: Gesture, uids: Iterable[str]) -> int:
    """Purge tasks with their steps, the deepest first; a step in use lets go of its task."""
    gone: set[str] = set()
    for uid in uids:
        if uid in gone:
            continue
        doomed = [uid]
        for step in task_rows.subtree(unit, uid)[1:]:
            task = read_task(unit, step, with_parts=False)
            if task.parent in doomed and task.deleted is None:
                change_task(unit, gesture, step, {"parent": None}, task)
            elif task.parent in doomed:
                doomed.append(step)
        for each in reversed(doomed):
            purge(unit, gesture, read_task(unit, each))
        gone.update(doomed)
    return len(gone)
