"""The conditions for each kind of test that a query's meaning is made of.

Each is false, never NULL, of a task that lacks what it looks at. Those on words
look at `task_words`, which the statement joins.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, bindparam, literal_column, select

from models.query.tree import Part
from models.storage import sqlite_search
from models.storage.conditions import ON_SHELF, OPEN
from models.storage.guard import ACCOUNT
from models.storage.tables import (
    Shelf,
    task_attendees,
    task_categories,
    task_reminders,
    task_words,
    tasks,
)

#: Makes a condition; the names of its values come one by one from what it is given.
Made = Callable[[Callable[[], str]], ColumnElement[bool]]

_WORDS = [task_words.c[name] for name in sqlite_search.WORD_COLUMNS]
_step = tasks.alias("step")


def _match(name: Callable[[], str]) -> ColumnElement[bool]:
    return sqlite_search.is_among(task_words.c.id, bindparam(name()))


def _text(name: Callable[[], str]) -> ColumnElement[bool]:
    return sqlite_search.any_contains(_WORDS, bindparam(name()))


def _tag(name: Callable[[], str]) -> ColumnElement[bool]:
    return sqlite_search.contains(task_words.c.categories, bindparam(name()))


def _goal(name: Callable[[], str]) -> ColumnElement[bool]:
    one_of = tasks.c.goal_uid.in_(bindparam(name(), expanding=True))
    return and_(tasks.c.goal_uid.is_not(None), one_of)


def _with(name: Callable[[], str]) -> ColumnElement[bool]:
    return tasks.c.uid.in_(
        select(task_attendees.c.task_uid).where(
            task_attendees.c.account_id == bindparam(ACCOUNT),
            task_attendees.c.name.in_(bindparam(name(), expanding=True)),
        )
    )


#: RFC 5545's numbers by `Priority.level`.
_LEVELS = ((1, 1, 4), (2, 5, 5), (3, 6, 9), (4, 0, 0))


def _priority(name: Callable[[], str]) -> ColumnElement[bool]:
    wanted = bindparam(name())
    ranges = [
        and_(wanted == level, tasks.c.priority.between(first, last))
        for level, first, last in _LEVELS
    ]
    return ranges[0] | ranges[1] | ranges[2] | ranges[3]


def _missed(name: Callable[[], str]) -> ColumnElement[bool]:
    return and_(OPEN, tasks.c.ready_at.is_not(None), tasks.c.ready_at < bindparam(name()))


def _dates(column: ColumnElement[Any]) -> dict[str, Made]:
    there = column.is_not(None)
    return {
        "within": lambda name: and_(there, column >= bindparam(name()), column < bindparam(name())),
        "from": lambda name: and_(there, column >= bindparam(name())),
        "before": lambda name: and_(there, column < bindparam(name())),
    }


def _spans(column: ColumnElement[Any]) -> dict[str, Made]:
    compared: dict[str, Callable[[Any, Any], Any]] = {
        "=": operator.eq,
        "<": operator.lt,
        "<=": operator.le,
        ">": operator.gt,
        ">=": operator.ge,
    }
    return {
        sign: lambda name, compare=compare: and_(
            column.is_not(None), compare(column, bindparam(name()))
        )
        for sign, compare in compared.items()
    }


def _always(condition: Any) -> Made:
    return lambda _name: condition


def _any_of(part: Table) -> ColumnElement[bool]:
    """Whether the task has a row of that table."""
    return (
        select(literal_column("1"))
        .select_from(part)
        .where(part.c.account_id == tasks.c.account_id, part.c.task_uid == tasks.c.uid)
        .correlate(tasks)
        .exists()
    )


_HAS_STEPS = (
    select(literal_column("1"))
    .select_from(_step)
    .where(
        _step.c.account_id == tasks.c.account_id,
        _step.c.parent_uid == tasks.c.uid,
        _step.c.shelf < literal_column(str(Shelf.TRASH.value)),
    )
    .correlate(tasks)
    .exists()
)
_STATES = {
    "open": OPEN,
    "started": and_(OPEN, tasks.c.status == "IN-PROCESS"),
    "done": ON_SHELF[Shelf.CLOSED],
    "cancelled": and_(ON_SHELF[Shelf.CLOSED], tasks.c.status == "CANCELLED"),
    # Of a Boolean column SQLAlchemy forgets to negate an IS.
    "pinned": tasks.c.pinned == literal_column("1"),
    "repeating": tasks.c.rrule.is_not(None),
    "step": tasks.c.parent_uid.is_not(None),
    "trashed": ON_SHELF[Shelf.TRASH],
}
_PARTS = {
    Part.DATE: tasks.c.due_date.is_not(None),
    Part.TIME: tasks.c.due_time.is_not(None),
    Part.START: tasks.c.dtstart_date.is_not(None),
    Part.LEAD: tasks.c.lead.is_not(None),
    Part.ESTIMATE: tasks.c.estimate.is_not(None),
    Part.GOAL: tasks.c.goal_uid.is_not(None),
    Part.TAG: _any_of(task_categories),
    Part.PEOPLE: _any_of(task_attendees),
    Part.PRIORITY: tasks.c.priority != literal_column("0"),
    Part.NOTES: tasks.c.description != literal_column("''"),
    Part.LINK: tasks.c.url.is_not(None),
    Part.STEPS: _HAS_STEPS,
    Part.REPEAT: tasks.c.rrule.is_not(None),
    Part.REMINDER: _any_of(task_reminders),
}

#: By `models.query.meaning.Condition.kind`, and ``match`` for an expression of the full-text index.
TESTS: dict[str, Made] = {
    "match": _match,
    "text": _text,
    "tag": _tag,
    "goal": _goal,
    "with": _with,
    "priority": _priority,
    "is.missed": _missed,
    **{f"is.{state}": _always(condition) for state, condition in _STATES.items()},
    **{f"has.{part}": _always(condition) for part, condition in _PARTS.items()},
    **{
        f"{field}.{kind}": made
        for field, column in (
            ("due", tasks.c.due_at),
            ("start", tasks.c.start_at),
            ("ready", tasks.c.ready_at),
            ("completed", tasks.c.completed),
            ("created", tasks.c.created),
        )
        for kind, made in _dates(column).items()
    },
    **{
        f"{field}{sign}": made
        for field, column in (("lead", tasks.c.lead), ("estimate", tasks.c.estimate))
        for sign, made in _spans(column).items()
    },
}
