"""The ledger: what each change of a task means for what was promised, written down with it.

The entries are collected by the gesture and written in its transaction. A gesture that
is taken back, or done again, writes nothing new of what its changes put back: it
withdraws what was written.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from models.ledger import LedgerEntry, LedgerKind, Why, promise_of
from models.storage import derived_instants, ledger_rows
from models.storage.unit import UnitOfWork
from models.task import Status, Task
from services.gesture import Gesture


def note(gesture: Gesture, before: Task | None, after: Task | None) -> None:
    """Note what has become of a task; `before` None: it is new, `after` None: it was purged."""
    task = after or before
    if gesture.is_switch or task is None:
        return
    if after is None:
        if task.deleted is None:
            tell(gesture, task, LedgerKind.TRASHED)
        return
    why = gesture.why
    was = promise_of(before) if before else None
    if was != promise_of(after) or (was and before and before.lead != after.lead):
        if was is None:
            tell(gesture, after, LedgerKind.PROMISED, at=None if before else after.created)
        elif gesture.is_next:
            # The next occurrence is another promise.
            tell(gesture, after, LedgerKind.PROMISED)
        else:
            tell(gesture, after, LedgerKind.RE_PROMISED, why)
    status = before.status if before else Status.NEEDS_ACTION
    if status is not after.status:
        if after.status is Status.COMPLETED:
            tell(gesture, after, LedgerKind.DONE, at=after.completed)
        elif after.status is Status.CANCELLED:
            tell(gesture, after, why.kind if why else LedgerKind.LET_GO, why)
        elif not status.is_open:
            tell(gesture, after, LedgerKind.REOPENED)
    if (before is not None and before.deleted is not None) is not (after.deleted is not None):
        tell(gesture, after, LedgerKind.TRASHED if after.deleted else LedgerKind.RESTORED)


def tell(
    gesture: Gesture,
    task: Task,
    kind: LedgerKind,
    why: Why | None = None,
    *,
    at: datetime | None = None,
) -> None:
    """Note `kind` of a task as it is, also what no field of it shows; `at`: when, if not now."""
    desk = gesture.desk
    due = promise_of(task)
    said: dict[str, Any] = {}
    if why is not None:
        said = {
            "reason": why.reason.value if why.reason else None,
            "reason_text": why.text or None,
            "other": why.other,
            "person": why.person,
        }
    instants = derived_instants.instants(None, due, task.lead, desk.zone)
    gesture.ledger.append(
        LedgerEntry(
            gesture=gesture.uid,
            at=at or gesture.now,
            kind=kind.value,
            task_uid=task.uid,
            goal_uid=task.goal,
            summary=task.summary,
            due_date=due.date if due else None,
            due_time=due.time if due else None,
            due_zone=due.zone if due else None,
            due_at=instants["due_at"],
            ready_at=instants["ready_at"],
            zone=desk.zone.key,
            **said,
        )
    )


def withdraw(unit: UnitOfWork, gesture: Gesture, switched: str) -> None:
    """Let what `switched` wrote of the tasks that `gesture` has changed hold no more.

    Where `switched` is itself an undoing, what that withdrew holds again.
    """
    changed = gesture.changed_tasks
    written = {each.task_uid: each for each in ledger_rows.of_gesture(unit, switched)}
    gesture.ledger += [
        each._replace(
            gesture=gesture.uid,
            at=gesture.now,
            kind=LedgerKind.WITHDRAWN.value,
            reason=None,
            reason_text=None,
            other=None,
            person=None,
            withdraws=switched,
        )
        for uid, each in written.items()
        if uid in changed
    ]
