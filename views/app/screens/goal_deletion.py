"""The sheet that asks what becomes of a goal's tasks before the goal is deleted."""

from __future__ import annotations

import flet as ft

from services import goals
from views import theme
from views.app import routes
from views.app.boundary import component
from views.app.kit.sheet import SheetOver
from views.app.query import Loaded, use_query
from views.app.session import AppSession
from views.text.actions import action_text
from views.text.goal_words import fate_text, held_text
from views.text.words import Words


@component
def DeleteGoalSheet(session: AppSession, uid: str, name: str) -> ft.Control:
    """How many tasks the goal holds, and the choice: keep them, or trash them with it."""
    words, say = session.words, session.words.say
    reading = use_query(session, lambda desk: goals.count_held(desk, uid), uid)
    held = reading.value if isinstance(reading, Loaded) else None

    async def keep_tasks(_: object) -> None:
        session.overlay.close()
        await delete_goal(session, uid, name, held or 0, with_tasks=False)

    async def trash_tasks(_: object) -> None:
        session.overlay.close()
        await delete_goal(session, uid, name, held or 0, with_tasks=True)

    async def cancel(_: object) -> None:
        session.overlay.close()

    text = held_text(words, held) if held is not None else ""
    buttons: list[ft.Control] = [
        ft.FilledTonalButton(
            say("Delete the goal, keep the tasks") if held else say("Delete the goal"),
            on_click=keep_tasks,
        )
    ]
    if held:
        buttons.append(
            ft.FilledButton(
                _with_tasks(words, held),
                bgcolor=ft.Colors.ERROR,
                color=ft.Colors.ON_ERROR,
                on_click=trash_tasks,
            )
        )
    buttons.append(ft.TextButton(say("Cancel"), on_click=cancel))
    ways = ft.Column(
        buttons, spacing=12, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )
    title = say("Delete “{name}”?", name=name)
    content = ft.Text(text, style=theme.BODY)
    return SheetOver(session, title, content, session.overlay.close, foot=ways)


async def delete_goal(
    session: AppSession, uid: str, name: str, held: int, *, with_tasks: bool
) -> None:
    """Delete it, say what became of its `held` tasks, offer Undo, and go to the goals."""
    if await session.act(goals.delete_goal, uid, with_tasks=with_tasks) is None:
        return
    said = action_text(session.words, "goal.delete", name)
    if held:
        said = f"{said} · {fate_text(session.words, held, with_tasks=with_tasks)}"
    session.say(said, has_undo=True)
    await session.go(routes.GOALS)


def _with_tasks(words: Words, count: int) -> str:
    return words.count(
        "Move {count} task to the trash too", "Move {count} tasks to the trash too", count
    )
