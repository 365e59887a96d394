"""Completing tasks wherever they can be checked: asks first where steps of them are open.

Owns the question and what is said after. Must know no screen: who lets go of a selection says
so by `after`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import flet as ft

from models.errors import UnknownTask
from services import steps, tasks
from services.workspace import Workspace
from views import theme
from views.app.boundary import component
from views.app.kit.sheet import SheetOver
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
    asked = await session.act(_open_below, tuple(uids))
    if asked is None:
        return
    if asked.count:
        session.overlay.open(OpenSteps(asked.uids, asked.count, asked.summary, after))
    else:
        await _complete(session, asked, with_steps=False)


def _open_below(desk: Workspace, uids: tuple[str, ...]) -> OpenSteps:
    """How many open steps the tasks have; of a single one its title.

    Raises:
        UnknownTask: there is no such task.
    """
    if not uids:
        raise UnknownTask("")
    summary = tasks.line(desk, uids[0]).summary if len(uids) == 1 else ""
    return OpenSteps(uids, steps.count_open_steps(desk, uids), summary)


async def _complete(session: AppSession, asked: OpenSteps, *, with_steps: bool) -> None:
    if with_steps:
        done = await session.act(steps.complete_with_steps, asked.uids)
    elif asked.summary:
        done = await session.act(tasks.complete, asked.uids[0])
    else:
        done = await session.act(_complete_alone, asked.uids)
    if done is None:
        return
    session.felt()
    if asked.after is not None:
        asked.after()
    said = action_text(session.words, "complete", asked.summary, len(asked.uids))
    along = asked.count if with_steps else 0
    session.say(with_steps_text(session.words, said, along), has_undo=True)


def _complete_alone(desk: Workspace, uids: tuple[str, ...]) -> int:
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

    content = ft.Column(
        [
            ft.Text(open_steps_text(words, "", asked.count), style=theme.BODY),
            ft.FilledButton(
                words.count("Complete the step too", "Complete the steps too", asked.count),
                height=theme.TOUCH,
                on_click=with_steps,
            ),
            ft.FilledTonalButton(
                say("Only this task") if is_one else say("Only these tasks"),
                height=theme.TOUCH,
                on_click=alone,
            ),
            ft.TextButton(say("Cancel"), height=theme.TOUCH, on_click=cancel),
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
    return SheetOver(session, title, content, session.overlay.close)
