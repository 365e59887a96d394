"""Completing tasks wherever they can be checked: asks first where steps of them are open.

Owns the question and what is said after, with the offer to complete a task whose last step was
done. Must know no screen: who lets go of a selection says so by `after`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import flet as ft

from models.errors import UnknownTask
from models.task import TaskLine
from services import steps, tasks
from services.workspace import Workspace
from views import theme
from views.app.boundary import component
from views.app.kit.sheet import SheetOver
from views.app.observed import Further
from views.app.overlays import OpenSteps
from views.app.session import AppSession
from views.text.actions import action_text, open_steps_text, with_steps_text
from views.text.fields import shortened


async def complete(
    session: AppSession, uids: Sequence[str], after: Callable[[], None] | None = None
) -> None:
    """Complete the tasks, with Undo; where steps below them are open, ask about those first.

    Args:
        after: called when they have been completed.
    """
    foreseen = session.struck.foresee(uids)
    try:
        await session.sent()
        asked = await session.act(_complete_unless_open, tuple(uids))
    finally:
        session.struck.settle(foreseen)
    if asked is None:
        return
    asked = replace(asked, after=after)
    if asked.count:
        session.overlay.open(asked)
    else:
        await _say(session, asked, 0)


def _open_below(desk: Workspace, uids: tuple[str, ...]) -> OpenSteps:
    """How many open steps the tasks have; of a single one its title.

    Raises:
        UnknownTask: there is no such task.
    """
    if not uids:
        raise UnknownTask("")
    summary = tasks.line(desk, uids[0]).summary if len(uids) == 1 else ""
    return OpenSteps(uids, steps.count_open_steps(desk, uids), summary)


def _complete_unless_open(desk: Workspace, uids: tuple[str, ...]) -> OpenSteps:
    """Complete the tasks, unless steps of them are open: then nothing is done yet."""
    asked = _open_below(desk, uids)
    if not asked.count:
        _complete_alone(desk, uids)
    return asked


async def _complete(session: AppSession, asked: OpenSteps, *, with_steps: bool) -> None:
    if with_steps:
        done = await session.act(steps.complete_with_steps, asked.uids)
    else:
        done = await session.act(_complete_alone, asked.uids)
    if done is not None:
        await _say(session, asked, asked.count if with_steps else 0)


async def _say(session: AppSession, asked: OpenSteps, along: int) -> None:
    session.felt()
    if asked.after is not None:
        asked.after()
    said = action_text(session.words, "complete", asked.summary, len(asked.uids))
    said = with_steps_text(session.words, said, along)
    whole = await session.read(lambda desk: _whole_but_open(desk, asked.uids))
    session.say(said, has_undo=True, further=_further(session, whole) if whole else None)


def _further(session: AppSession, whole: TaskLine) -> Further:
    async def run() -> None:
        await complete(session, (whole.uid,))

    label = session.words.say("Complete “{title}” too", title=shortened(whole.summary))
    return Further(label, run)


def _whole_but_open(desk: Workspace, uids: tuple[str, ...]) -> TaskLine | None:
    """The open task that these were the last open steps of; None for none or several."""
    parents = {tasks.line(desk, uid).parent for uid in uids}
    parent = parents.pop() if len(parents) == 1 else None
    if parent is None:
        return None
    line = tasks.line(desk, parent)
    is_whole = line.steps_done == line.steps_total
    return line if is_whole and not line.is_done and line.deleted is None else None


def _complete_alone(desk: Workspace, uids: tuple[str, ...]) -> int:
    if len(uids) == 1:
        tasks.complete(desk, uids[0])
    else:
        tasks.complete_many(desk, uids)
    return len(uids)


@component
def OpenStepsSheet(session: AppSession, asked: OpenSteps) -> ft.Control:
    """How many steps are open, and the choice: done too, only the task, or nothing."""
    words, say = session.words, session.words.say
    is_one = bool(asked.summary)

    async def with_steps(_: object) -> None:
        session.overlay.close()
        await _complete(session, asked, with_steps=True)

    async def alone(_: object) -> None:
        session.overlay.close()
        await _complete(session, asked, with_steps=False)

    async def cancel(_: object) -> None:
        session.overlay.close()

    ways = ft.Column(
        [
            ft.FilledButton(
                words.count("Complete the step too", "Complete the steps too", asked.count),
                on_click=with_steps,
            ),
            ft.FilledTonalButton(
                say("Only this task") if is_one else say("Only these tasks"),
                on_click=alone,
            ),
            ft.TextButton(say("Cancel"), on_click=cancel),
        ],
        spacing=12,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    title = (
        say("Complete “{title}”?", title=shortened(asked.summary))
        if is_one
        else words.count("Complete {count} task?", "Complete {count} tasks?", len(asked.uids))
    )
    text = ft.Text(open_steps_text(words, "", asked.count), style=theme.BODY)
    return SheetOver(session, title, text, session.overlay.close, foot=ways)
