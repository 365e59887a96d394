"""People and proposals come back as they were written."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from models.moment import Moment
from models.person import Answer, Person, Proposal, ProposalKind
from models.storage import people_rows, proposal_rows, task_rows
from models.storage.unit import UnitOfWork
from services.workspace import Workspace
from tests.rig.desk import NOW, TODAY, add, at

RANI = Person("p1", "Rani", NOW, NOW, "wa.me/62811", "id", "m1")
TOM = Person("p2", "Tom", NOW, NOW, position="m0")
LATER = at(TODAY + timedelta(days=1), "10:00", "Asia/Jakarta")


@pytest.fixture
def unit(desk: Workspace) -> Iterator[UnitOfWork]:
    with desk.writing() as unit:
        yield unit


def test_people_stand_in_their_order_and_are_found_by_name(unit: UnitOfWork) -> None:
    for person in (RANI, TOM):
        people_rows.add(unit, person)
    assert people_rows.read_all(unit) == (TOM, RANI)
    assert people_rows.named(unit, "RANI") == RANI
    assert people_rows.named(unit, "Dea") is None
    assert people_rows.read(unit, "p2") == TOM
    assert people_rows.read(unit, "p3") is None


def test_a_person_is_changed_and_taken_out(unit: UnitOfWork) -> None:
    people_rows.add(unit, RANI)
    changed = replace(RANI, name="Rani S.", channel="", language=None, sequence=1)
    people_rows.change(unit, changed)
    assert people_rows.read(unit, "p1") == changed
    people_rows.take(unit, "p1")
    assert people_rows.read_all(unit) == ()


@pytest.mark.parametrize("due", [None, at(TODAY), LATER])
def test_a_proposal_waits_for_its_answer(desk: Workspace, due: Moment | None) -> None:
    task = add(desk)
    made = Proposal("q1", task.uid, "Rani", ProposalKind.NEW_DUE, NOW, due)
    with desk.writing() as unit:
        proposal_rows.add(unit, made)
        assert proposal_rows.unanswered(unit) == (made,)
        answered = replace(made, answer=Answer.COUNTERED, answered=NOW, counter=LATER)
        proposal_rows.change(unit, answered)
        assert proposal_rows.read(unit, "q1") == answered
        assert proposal_rows.of_task(unit, task.uid) == (answered,)
        assert proposal_rows.unanswered(unit) == ()
        proposal_rows.change(unit, made)
        assert proposal_rows.unanswered(unit) == (made,)
        proposal_rows.take(unit, "q1")
        assert proposal_rows.read(unit, "q1") is None


def test_the_latest_proposal_comes_first_and_all_go_with_their_task(desk: Workspace) -> None:
    task = add(desk)
    early = Proposal("q1", task.uid, "Rani", ProposalKind.HAND_OVER, NOW)
    late = replace(early, uid="q2", made=NOW + timedelta(hours=1))
    with desk.writing() as unit:
        for proposal in (early, late):
            proposal_rows.add(unit, proposal)
        assert proposal_rows.of_task(unit, task.uid) == (late, early)
        assert proposal_rows.unanswered(unit) == (early, late)
        task_rows.purge(unit, task.uid)
        assert proposal_rows.unanswered(unit) == ()
