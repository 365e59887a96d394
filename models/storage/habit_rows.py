"""What habits are taken from: the last tasks that were done, and how long they took."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import Any

from sqlalchemy import Integer, Select, and_, bindparam, func, select, type_coerce

from models.ledger import LedgerEntry, LedgerKind
from models.storage import ledger_rows
from models.storage.guard import ACCOUNT
from models.storage.tables import ledger, task_categories, tasks, time_entries
from models.storage.unit import UnitOfWork
from models.task import Status

_DONE = (
    select(ledger.c.task_uid)
    .where(ledger.c.account_id == bindparam(ACCOUNT), ledger.c.kind == LedgerKind.DONE.value)
    .order_by(ledger.c.at.desc())
    .limit(bindparam("most"))
)
_TAGS = select(task_categories.c.task_uid, task_categories.c.name).where(
    task_categories.c.account_id == bindparam(ACCOUNT), task_categories.c.task_uid.in_(_DONE)
)
_SPENT = func.sum(
    type_coerce(time_entries.c.ended, Integer) - type_coerce(time_entries.c.started, Integer)
)
_SPANS = (
    select(_SPENT)
    .select_from(
        time_entries.join(
            tasks,
            and_(
                tasks.c.account_id == time_entries.c.account_id,
                tasks.c.uid == time_entries.c.task_uid,
            ),
        )
    )
    .where(
        time_entries.c.account_id == bindparam(ACCOUNT),
        time_entries.c.ended.is_not(None),
        tasks.c.status == Status.COMPLETED.value,
        tasks.c.deleted.is_(None),
    )
    .group_by(tasks.c.uid, tasks.c.completed)
    .order_by(tasks.c.completed.desc())
    .limit(bindparam("most"))
)
_SPANS_OF_GOAL = _SPANS.where(tasks.c.goal_uid == bindparam("kind"))
_SPANS_OF_TAG = _SPANS.where(
    tasks.c.uid.in_(
        select(task_categories.c.task_uid).where(
            task_categories.c.account_id == bindparam(ACCOUNT),
            task_categories.c.name == bindparam("kind"),
        )
    )
)


def last_done(unit: UnitOfWork, most: int) -> tuple[LedgerEntry, ...]:
    """Every entry of the tasks that were done last, at most `most`, as they were written."""
    uids = dict.fromkeys(uid for (uid,) in unit.execute(_DONE, {"most": most}))
    return ledger_rows.of_tasks(unit, tuple(uids))


def tags_of_last_done(unit: UnitOfWork, most: int) -> dict[str, list[str]]:
    """The tags of the tasks of `last_done`, by uid; of one that is gone there are none."""
    found: dict[str, list[str]] = defaultdict(list)
    for uid, name in unit.execute(_TAGS, {"most": most}):
        found[uid].append(name)
    return found


def spans_of_goal(unit: UnitOfWork, goal: str, most: int) -> list[timedelta]:
    """How long the last done tasks of a goal took, oldest first."""
    return _spans(unit, _SPANS_OF_GOAL, goal, most)


def spans_of_tag(unit: UnitOfWork, tag: str, most: int) -> list[timedelta]:
    """How long the last done tasks with a tag took, oldest first."""
    return _spans(unit, _SPANS_OF_TAG, tag, most)


def _spans(unit: UnitOfWork, statement: Select[Any], kind: str, most: int) -> list[timedelta]:
    rows = unit.execute(statement, {"kind": kind, "most": most})
    return [timedelta(microseconds=spent) for (spent,) in rows][::-1]
