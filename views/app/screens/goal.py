"""One goal: how far it is, its open tasks, and its name, look and place.

Owns what is read for it. How it is changed stands in `goal_head`.
"""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from models.errors import UnknownGoal
from models.goal import Goal
from models.lists import Page
from services import goals, lists
from services.workspace import Workspace
from views import theme
from views.app import routes
from views.app.boundary import component, keyed
from views.app.kit.basics import Press, icon_button, in_margin, section_head
from views.app.kit.lingering import use_lingering
from views.app.kit.progress import progress_bar
from views.app.kit.row_face import face_of
from views.app.kit.states import empty_state, show_reading
from views.app.kit.task_row import TaskRow
from views.app.overlays import AddTask
from views.app.query import use_query
from views.app.screens.goal_head import GoalHead
from views.app.session import AppSession
from views.app.task_gestures import use_task_gestures

_PAGE = 50


@dataclass(frozen=True, slots=True)
class GoalReading:
    """A goal, and the first of its open tasks."""

    goal: Goal
    page: Page


@component
def GoalScreen(session: AppSession, uid: str) -> ft.Control:
    """The screen at `/goal/{uid}`."""
    say = session.words.say
    many, show_many = ft.use_state(_PAGE)

    def read(desk: Workspace) -> GoalReading | None:
        try:
            return GoalReading(goals.goal(desk, uid), lists.goal_page(desk, uid, limit=many))
        except UnknownGoal:
            # It was made a moment ago, and that was taken back while one looked at it.
            return None

    reading = use_query(session, read, uid, many)

    async def more(_: object) -> None:
        show_many(many + _PAGE)

    def draw(found: GoalReading | None) -> ft.Control:
        if found is None:
            return _gone(session, say("This goal is not here any more"), say("It was taken back."))
        if found.goal.deleted is not None:
            line = say("Its tasks are still there, without a goal.")
            return _gone(session, say("This goal was deleted"), line)
        return keyed("body", _Body, session, found, more)

    return ft.Container(
        ft.Column(
            [show_reading(session, reading, draw)],
            scroll=ft.ScrollMode.AUTO,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=ft.Padding.only(top=12),
        expand=True,
    )


@component
def _Body(session: AppSession, found: GoalReading, on_more: Press) -> ft.Control:
    ft.use_state(session.minute)
    words = session.words
    say = words.say
    goal = found.goal
    gestures = use_task_gestures(session)
    seen = use_lingering(session, found.page.lines)
    tint = theme.tint_of(goal.color)
    ready = say(
        "{done} of {total} ready",
        done=words.number(goal.tasks_done),
        total=words.number(goal.tasks_total),
    )

    async def add(_: object) -> None:
        session.overlay.open(AddTask({"goal": goal.uid}))

    parts: list[ft.Control] = [
        keyed("head", GoalHead, session, goal),
        ft.Container(height=4),
        in_margin(progress_bar(goal.tasks_done, goal.tasks_total, ready, color=tint.line)),
        ft.Container(height=12),
        ft.Container(
            section_head(
                say("Open tasks"),
                note=ready,
                trailing=icon_button(ft.Icons.ADD_ROUNDED, say("New task in this goal"), add),
            ),
            padding=ft.Padding.only(left=theme.PAGE_MARGIN, right=8),
        ),
    ]
    if not seen:
        is_done = goal.tasks_total > 0
        parts.append(
            empty_state(
                ft.Icons.CELEBRATION_ROUNDED if is_done else ft.Icons.CHECKLIST_ROUNDED,
                say("Everything here is done") if is_done else say("No task in this goal yet"),
                say("Add the next one, or archive the goal.")
                if is_done
                else say("Add one, and the bar above starts to fill."),
                action=say("Add a task"),
                on_action=add,
            )
        )
    parts.extend(
        keyed(
            each.line.uid,
            TaskRow,
            face_of(each.line, session.dates, session.minute.now, has_goal=False),
            words,
            gestures.open,
            gestures.check,
            gestures.move,
            is_folding=each.is_folding,
        )
        for each in seen
    )
    if found.page.cursor is not None:
        parts.append(in_margin(ft.Row([ft.TextButton(say("Show more"), on_click=on_more)])))
    parts.append(ft.Container(height=40))
    return ft.Column(
        parts,
        spacing=0,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _gone(session: AppSession, title: str, line: str) -> ft.Control:
    async def go(_: object) -> None:
        await session.go(routes.GOALS)

    return empty_state(
        ft.Icons.DELETE_OUTLINE_ROUNDED,
        title,
        line,
        action=session.words.say("All goals"),
        on_action=go,
    )
