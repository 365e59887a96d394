"""Steps that a recipe planned and that have no time any more, for the commands that move tasks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from services.changes import Changed
from services.plans import StepOfPlan, unplaced
from views.cli.asked import Asked, Desk
from views.cli.records import Record
from views.cli.terminal import Style, harmless
from views.text.plan_words import problem_text


def unplaced_of(desk: Desk, uid: str, changes: Iterable[Changed]) -> tuple[StepOfPlan, ...]:
    """Those of the task that was moved, and of the steps that went along with it."""
    touched = {each for changed in changes for each in changed.tasks}
    return unplaced(desk.workspace, (uid, *sorted(touched - {uid})))


def unplaced_record(desk: Desk, steps: Sequence[StepOfPlan]) -> Record:
    """``{"unplaced": […]}``: each step, and why it has no time, as a name and in words."""
    return {
        "unplaced": [
            {
                "uid": step.uid,
                "summary": step.summary,
                "gap": step.planned.gap.text,
                "problem": step.planned.problem.value if step.planned.problem else None,
                "why": problem_text(desk.dates, step.summary, step.planned),
            }
            for step in steps
        ]
    }


def unplaced_lines(asked: Asked, desk: Desk, steps: Sequence[StepOfPlan]) -> Iterator[str]:
    """A sentence for each."""
    for step in steps:
        said = harmless(problem_text(desk.dates, step.summary, step.planned))
        yield asked.terminal.paint(said, Style.MISSED)
