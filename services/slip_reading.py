"""What is read of a slip: how the task stands, what is suggested, whom one could ask.

Reads only; `services.slips` writes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from models import ics
from models.errors import UnknownTask
from models.ledger import LedgerEntry, commitment
from models.moment import Moment, zone_named
from models.person import Person, Proposal
from models.slips import SLOT_DAYS, Days, NewDue, Slipped, suggestions
from models.standing import Standing
from models.storage import ledger_rows, line_counts, lines, people_rows, proposal_rows
from models.storage.unit import UnitOfWork
from models.task import Task, TaskLine
from services import people
from services.amending import read_task
from services.calendar import bounds
from services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Moves:
    """How often a task was promised anew, for another time, and the day promised first."""

    count: int = 0
    since: date | None = None


@dataclass(frozen=True, slots=True)
class SlipView:
    """All that the slip sheet tells of a task.

    Attributes:
        offered: the deadlines that are suggested, in their order.
        suggested: the one of them that is meant most; None where none is.
        names: whom one could ask, those of the task first.
        follow_up: when they would be asked again.
        repeats: whether a new deadline could be for those that follow too.
    """

    line: TaskLine
    standing: Standing
    offered: Mapping[NewDue, Moment]
    moves: Moves
    names: tuple[str, ...]
    follow_up: date
    repeats: bool

    @property
    def suggested(self) -> NewDue | None:
        """Tomorrow, as far as it is offered."""
        return (
            NewDue.TOMORROW if NewDue.TOMORROW in self.offered else next(iter(self.offered), None)
        )


@dataclass(frozen=True, slots=True)
class Talk:
    """What is proposed about a task, the person whom it is proposed to, and the task."""

    task: Task
    proposal: Proposal
    person: Person | None


def slip(desk: Workspace, uid: str) -> SlipView:
    """How the task stands and what is suggested.

    Raises:
        UnknownTask: there is no such task.
    """
    with desk.reading() as unit:
        task = read_task(unit, uid)
        line = lines.one(unit, uid)
        if line is None:
            raise UnknownTask(uid)
        mine = dict.fromkeys((*filter(None, (task.waiting_for,)), *task.attendees))
        names = tuple(dict.fromkeys((*mine, *people.suggested_in(unit))))
        return SlipView(
            line=line,
            standing=line.standing(desk.now()),
            offered=suggested_in(unit, desk, uid),
            moves=moves_of(ledger_rows.of_task(unit, uid)),
            names=names[: people.SUGGESTED],
            follow_up=desk.settings.work_week.next_working_day(desk.today()),
            repeats=bool(task.rrule) and task.is_open,
        )


def suggested_in(unit: UnitOfWork, desk: Workspace, uid: str) -> dict[NewDue, Moment]:
    """The deadlines that are suggested for a task, inside a unit of work."""
    line = lines.one(unit, uid)
    if line is None:
        raise UnknownTask(uid)
    settings, zone, today = desk.settings, desk.zone, desk.today()
    span = bounds(today, today + timedelta(days=SLOT_DAYS), zone)
    load: dict[date, timedelta] = defaultdict(timedelta)
    for due_at, estimate in line_counts.load(unit, *span, but=uid):
        load[due_at.astimezone(zone).date()] += estimate
    days = Days(
        slip_hour=settings.slip_hour,
        best_start=settings.best_start,
        best_end=settings.best_end,
        work_week=settings.work_week,
        slot_weekdays=settings.slot_weekdays,
        slot_times=settings.slot_times,
        capacity_of=settings.capacity_of,
        load=load,
        taken=line_counts.due_times(unit, *span, but=uid),
    )
    slipped = Slipped(line.due, line.lead, line.open_work)
    return suggestions(slipped, days, desk.now(), zone)


def to_triage(desk: Workspace) -> tuple[str, ...]:
    """The uids of what was missed and waits for nobody, by the time to be ready."""
    with desk.reading() as unit:
        found = lines.missed(unit, desk.now())
    return tuple(line.uid for line in found if line.waiting_for is None)


def talks(desk: Workspace, uid: str) -> tuple[Talk, ...]:
    """What was proposed about a task, the latest first.

    Raises:
        UnknownTask: there is no such task.
    """
    with desk.reading() as unit:
        task = read_task(unit, uid)
        return tuple(
            Talk(task, each, people_rows.named(unit, each.person))
            for each in proposal_rows.of_task(unit, uid)
        )


def request_file(desk: Workspace, talk: Talk, text: str) -> str:
    """The calendar file that asks for what is proposed (RFC 5546 section 3.4.2), with `text`."""
    person, proposal = talk.person, talk.proposal
    channel = person.channel if person else ""
    return ics.request(
        talk.task,
        proposal.due,
        ics.CalendarUser(desk.settings.name or "DoCheck"),
        ics.CalendarUser(proposal.person, channel),
        text,
        proposal.made,
        desk.zone,
    )


def replaced_by(desk: Workspace, uid: str) -> tuple[TaskLine, ...]:
    """The tasks that stand in for the task `uid`; none of the trash."""
    with desk.reading() as unit:
        return tuple(lines.standing_in_for(unit, uid))


def moves_of(entries: tuple[LedgerEntry, ...]) -> Moves:
    """The moves in the ledger's entries of one task that hold."""
    one = commitment(entries)
    if one is None or one.original is None:
        return Moves()
    dues = [each.due_at for each in one.promises if each.due_at is not None]
    count = sum(before != after for before, after in pairwise(dues))
    first = one.original
    since = first.due.day(zone_named(first.zone)) if first.due is not None else None
    return Moves(count, since if count else None)
