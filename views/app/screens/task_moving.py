"""The sheet that asks which task another one becomes a step of: a search, and what it finds."""

from __future__ import annotations

import flet as ft

from models.task import TaskLine
from services import steps
from views import theme
from views.app.boundary import component, keyed
from views.app.kit.field import InlineField
from views.app.kit.options import option
from views.app.kit.sheet import SheetOver
from views.app.kit.states import show_reading
from views.app.query import use_query
from views.app.session import AppSession
from views.text.actions import action_text


@component
def MoveUnderSheet(session: AppSession, uid: str, summary: str) -> ft.Control:
    """Open tasks that the task can become a step of, those that the words typed find."""
    say = session.words.say
    text, search = ft.use_state("")
    reading = use_query(session, lambda desk: steps.possible_parents(desk, uid, text), text)

    async def typed(said: str) -> None:
        search(said)

    def draw(found: tuple[TaskLine, ...]) -> ft.Control:
        if not found:
            return ft.Text(say("No task fits."), style=theme.BODY)
        return ft.Column(
            [_place(session, uid, summary, line) for line in found], spacing=0, tight=True
        )

    content = ft.Column(
        [
            keyed(
                "search",
                InlineField,
                session,
                say("Search for a task"),
                "",
                typed,
                on_typing=typed,
                has_focus=True,
            ),
            show_reading(session, reading, draw, rows=4),
        ],
        spacing=12,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    title = say("Move “{title}” under…", title=summary)
    return SheetOver(session, title, content, session.overlay.close)


def _place(session: AppSession, uid: str, summary: str, line: TaskLine) -> ft.Control:
    async def chosen(_: object) -> None:
        session.overlay.close()
        await move_under(session, uid, summary, line.uid)

    parts = [line.summary, line.parent_summary or line.goal_name or ""]
    label = " · ".join(filter(None, parts))
    return option(label, False, chosen, ft.Icons.SUBDIRECTORY_ARROW_RIGHT_ROUNDED)


async def move_under(session: AppSession, uid: str, summary: str, parent: str | None) -> None:
    """Make it a step of `parent`, or with None a task of its own; with Undo."""
    said = action_text(session.words, "move", summary)
    await session.act_and_say(said, steps.move_under, uid, parent)
