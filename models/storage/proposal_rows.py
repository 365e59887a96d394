"""Reading and writing proposals."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update

from models.moment import Moment
from models.person import Answer, Proposal, ProposalKind
from models.storage.guard import ACCOUNT
from models.storage.tables import proposals
from models.storage.unit import UnitOfWork

_MINE = proposals.c.account_id == bindparam(ACCOUNT)
_THIS = proposals.c.uid == bindparam("this")
_CHANGED = ("person", "answer", "answered", "counter_date", "counter_time", "counter_zone")
_READ = select(*(column for column in proposals.c if column.name != "account_id")).where(_MINE)
_READ_ONE = _READ.where(_THIS)
_OF_TASK = _READ.where(proposals.c.task_uid == bindparam("this")).order_by(
    proposals.c.made.desc(), proposals.c.uid.desc()
)
_UNANSWERED = _READ.where(proposals.c.answer.is_(None)).order_by(proposals.c.made, proposals.c.uid)
_TO_ANY_OF = _READ.where(proposals.c.person.in_(bindparam("these", expanding=True)))
_ADD = insert(proposals)
_CHANGE = (
    update(proposals)
    .where(_MINE, _THIS)
    .values({name: bindparam(f"new_{name}", type_=proposals.c[name].type) for name in _CHANGED})
)
_TAKE = delete(proposals).where(_MINE, _THIS)


def read(unit: UnitOfWork, uid: str) -> Proposal | None:
    """The proposal `uid`; None when there is none."""
    row = unit.execute(_READ_ONE, {"this": uid}).one_or_none()
    return _proposal(row) if row else None


def of_task(unit: UnitOfWork, uid: str) -> tuple[Proposal, ...]:
    """What was proposed about the task `uid`, the latest first."""
    return tuple(_proposal(row) for row in unit.execute(_OF_TASK, {"this": uid}))


def unanswered(unit: UnitOfWork) -> tuple[Proposal, ...]:
    """Every proposal that waits for its answer, the oldest first."""
    return tuple(_proposal(row) for row in unit.execute(_UNANSWERED))


def to_any_of(unit: UnitOfWork, names: Iterable[str]) -> tuple[Proposal, ...]:
    """Every proposal to somebody who is called so, answered ones too."""
    return tuple(_proposal(row) for row in unit.execute(_TO_ANY_OF, {"these": tuple(names)}))


def add(unit: UnitOfWork, proposal: Proposal) -> None:
    """Write a new one."""
    values = {
        "uid": proposal.uid,
        "task_uid": proposal.task,
        "person": proposal.person,
        "kind": proposal.kind.value,
        "made": proposal.made,
        **_moment_columns("due", proposal.due),
        **_answer_columns(proposal),
    }
    unit.execute(_ADD, values)


def change(unit: UnitOfWork, proposal: Proposal) -> None:
    """Write its answer, and whom it is to, as they are now."""
    values = {"person": proposal.person, **_answer_columns(proposal)}
    new = {f"new_{name}": value for name, value in values.items()}
    unit.execute(_CHANGE, {"this": proposal.uid, **new})


def take(unit: UnitOfWork, uid: str) -> None:
    """Take one out of the file."""
    unit.execute(_TAKE, {"this": uid})


def _answer_columns(proposal: Proposal) -> dict[str, Any]:
    return {
        "answer": proposal.answer.value if proposal.answer else None,
        "answered": proposal.answered,
        **_moment_columns("counter", proposal.counter),
    }


def _moment_columns(name: str, moment: Moment | None) -> dict[str, Any]:
    return {
        f"{name}_date": moment.date if moment else None,
        f"{name}_time": moment.time if moment else None,
        f"{name}_zone": moment.zone if moment else None,
    }


def _proposal(row: Row[Any]) -> Proposal:
    return Proposal(
        uid=row.uid,
        task=row.task_uid,
        person=row.person,
        kind=ProposalKind(row.kind),
        made=row.made,
        due=Moment(row.due_date, row.due_time, row.due_zone) if row.due_date else None,
        answer=Answer(row.answer) if row.answer else None,
        answered=row.answered,
        counter=Moment(row.counter_date, row.counter_time, row.counter_zone)
        if row.counter_date
        else None,
    )
