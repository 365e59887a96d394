"""What is read of people: who there is, and what each of them has of ours.

Reads only; `services.people` writes.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from models.folding import folded
from models.person import Person, Proposal
from models.storage import lines, people_rows, proposal_rows
from models.storage.unit import UnitOfWork
from models.task import TaskLine
from services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Business:
    """An open task that somebody has, or was asked about.

    Attributes:
        is_waiting: it waits for them.
        follow_up: when they are asked again; None: no day is set.
        proposal: what was proposed to them and is not answered yet.
    """

    line: TaskLine
    is_waiting: bool
    follow_up: date | None = None
    proposal: Proposal | None = None


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody, and what they have.

    Attributes:
        person: the contact; None: only tasks name them.
        open_count: how many open tasks name them, or wait for them.
        business: tasks that wait for them or were proposed to them, whom to ask first first.
    """

    name: str
    person: Person | None
    open_count: int
    business: tuple[Business, ...]


def everybody(desk: Workspace) -> tuple[PersonView, ...]:
    """The people in manual order, then whom open tasks name beside them, those named most first."""
    with desk.reading() as unit:
        counts, spelled = _open_counts(unit)
        business = _business(unit)
        views: list[PersonView] = []
        for person in people_rows.read_all(unit):
            key = folded(person.name)
            spelled.pop(key, None)
            has = tuple(business.get(key, ()))
            views.append(PersonView(person.name, person, counts.get(key, 0), has))
        others = [
            PersonView(name, None, counts[key], tuple(business.get(key, ())))
            for key, name in spelled.items()
        ]
        return (*views, *sorted(others, key=lambda each: (-each.open_count, folded(each.name))))


def _open_counts(unit: UnitOfWork) -> tuple[dict[str, int], dict[str, str]]:
    """How many open tasks name each folded name, and how that is spelled."""
    counts: dict[str, int] = defaultdict(int)
    spelled: dict[str, str] = {}
    for name, count in people_rows.open_counts(unit):
        counts[folded(name)] += count
        spelled.setdefault(folded(name), name)
    return counts, spelled


def _business(unit: UnitOfWork) -> dict[str, list[Business]]:
    """What each folded name has."""
    waits = people_rows.waiting(unit)
    asked = {each.task: each for each in proposal_rows.unanswered(unit)}
    uids = tuple(dict.fromkeys((*(wait.uid for wait in waits), *asked)))
    shown = {line.uid: line for line in lines.several(unit, uids) if _is_open(line)}
    found: dict[str, list[Business]] = defaultdict(list)
    for wait in waits:
        if wait.uid not in shown:
            continue
        proposal = asked.get(wait.uid)
        if proposal is not None and folded(proposal.person) != folded(wait.name):
            proposal = None
        if proposal is not None:
            del asked[wait.uid]
        found[folded(wait.name)].append(Business(shown[wait.uid], True, wait.follow_up, proposal))
    for uid, proposal in asked.items():
        if uid in shown:
            found[folded(proposal.person)].append(Business(shown[uid], False, None, proposal))
    return found


def _is_open(line: TaskLine) -> bool:
    return line.deleted is None and not line.is_done
