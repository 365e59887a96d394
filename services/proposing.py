"""Proposals inside a gesture: how one is made, answered and taken back, and its history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from models.moment import Moment
from models.person import Answer, Proposal, ProposalKind
from models.storage import images, proposal_rows, task_rows
from models.storage.unit import UnitOfWork
from services.gesture import Gesture

_IMAGED = ("task", "person", "kind", "made", "due", "answer", "answered", "counter")
#: What may change of one.
_CHANGED = ("person", "answer", "answered", "counter")


def add_in(
    unit: UnitOfWork,
    gesture: Gesture,
    task: str,
    person: str,
    kind: ProposalKind,
    due: Moment | None,
) -> Proposal:
    """Propose something to somebody; what nobody has answered yet is proposed no longer."""
    for earlier in proposal_rows.of_task(unit, task):
        if earlier.answer is None:
            _take(unit, gesture, earlier)
    uid = gesture.desk.ids(gesture.now)
    proposal = Proposal(uid, task, person, kind, gesture.now, due)
    proposal_rows.add(unit, proposal)
    gesture.proposal_changed(uid, None, _image(proposal))
    return proposal


def answer_in(
    unit: UnitOfWork,
    gesture: Gesture,
    proposal: Proposal,
    answer: Answer,
    counter: Moment | None = None,
) -> Proposal:
    """Write down what they said to it."""
    values = {"answer": answer, "answered": gesture.now, "counter": counter}
    return _change(unit, gesture, proposal, values)


def rename_in(unit: UnitOfWork, gesture: Gesture, proposal: Proposal, name: str) -> Proposal:
    """Say that whom it is to is called `name` now."""
    return _change(unit, gesture, proposal, {"person": name})


def remove_all(unit: UnitOfWork, gesture: Gesture, task: str) -> None:
    """Take out what was proposed about a task that goes for good; the history keeps it."""
    for proposal in proposal_rows.of_task(unit, task):
        _take(unit, gesture, proposal)


def take_proposal_back(
    unit: UnitOfWork, gesture: Gesture, uid: str, image: Mapping[str, Any] | None
) -> None:
    """Leave the proposal as an undone gesture found it; None: there was none.

    Its task counts as touched: what the ledger has of an answer is told by no field of it.
    """
    proposal = proposal_rows.read(unit, uid)
    if image is None:
        if proposal is not None:
            _take(unit, gesture, proposal)
            gesture.nothing_changed("task", proposal.task)
        return
    values = images.from_json(image)
    if proposal is not None:
        known = {name: values[name] for name in _CHANGED if name in values}
        _change(unit, gesture, proposal, known)
        gesture.nothing_changed("task", proposal.task)
    elif "task" in values and task_rows.exists(unit, values["task"]):
        proposal = Proposal(uid=uid, **values)
        proposal_rows.add(unit, proposal)
        gesture.proposal_changed(uid, None, _image(proposal))
        gesture.nothing_changed("task", proposal.task)


def is_proposal(unit: UnitOfWork, uid: str, image: Mapping[str, Any] | None) -> bool:
    """Whether a setting of the history is a proposal: there is one, or `image` is one's."""
    return "answered" in (image or ()) or proposal_rows.read(unit, uid) is not None


def _take(unit: UnitOfWork, gesture: Gesture, proposal: Proposal) -> None:
    proposal_rows.take(unit, proposal.uid)
    gesture.proposal_changed(proposal.uid, _image(proposal), None)


def _change(
    unit: UnitOfWork, gesture: Gesture, proposal: Proposal, values: Mapping[str, Any]
) -> Proposal:
    changed = replace(proposal, **values)
    if changed == proposal:
        return proposal
    proposal_rows.change(unit, changed)
    before = {name: getattr(proposal, name) for name in _CHANGED}
    gesture.proposal_changed(
        proposal.uid, before, {name: getattr(changed, name) for name in _CHANGED}
    )
    return changed


def _image(proposal: Proposal) -> dict[str, Any]:
    return {name: getattr(proposal, name) for name in _IMAGED}
