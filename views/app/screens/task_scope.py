"""Which tasks of a series a change is for: asked at the first change, kept while the task is open.

Owns the question, its sheet, and the line that tells of the answer; what a change does with it
is `task_edits`'s.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from models.series import Scope
from models.task import Task
from views import theme
from views.app.boundary import component
from views.app.kit.options import option
from views.app.kit.sheet import SheetOver
from views.app.screens.task_edits import ScopedChange
from views.app.session import AppSession


class ScopeState(ft.Observable):
    """What was answered, and whether it is being asked."""

    def __init__(self) -> None:
        self.scope: Scope | None = None
        self.is_asking = False


class Scoping:
    """The question of one open task, and the changes that wait for its answer."""

    def __init__(self, session: AppSession) -> None:
        self.state = ScopeState()
        self._session = session
        self._waiting: list[ScopedChange] = []
        self._is_gone = False

    async def run(self, change: ScopedChange) -> bool:
        """Make the change; the first one waits until the user has said what it is for.

        What is saved as one leaves is for this one alone: nobody is there to ask.

        Returns:
            Whether it was made by now.
        """
        if self.state.scope is not None or self._is_gone:
            return await change(self.state.scope or Scope.THIS)
        self._waiting.append(change)
        self.state.is_asking = True
        return False

    def again(self, _: object = None) -> None:
        """Ask anew, for the changes to come."""
        self.state.is_asking = True

    def answer(self, scope: Scope | None) -> None:
        """Take the answer; None lets go of what waits for it."""
        self.state.is_asking = False
        waiting, self._waiting = self._waiting, []
        if scope is not None:
            self.state.scope = scope
            # An event's handler must not wait for another event.
            self._session.spawn(_each(waiting, scope))

    def end(self) -> None:
        """The task is no longer shown; what waits is not lost."""
        self._is_gone = True
        if self._waiting:
            self.answer(Scope.THIS)


async def _each(changes: list[ScopedChange], scope: Scope) -> None:
    for change in changes:
        await change(scope)


def repeats(task: Task) -> bool:
    """Whether a change of the task could be for others too."""
    return bool(task.rrule) and task.is_open and task.deleted is None


@component
def ScopePart(session: AppSession, scoping: Scoping) -> ft.Control:
    """What changes are for, once it was chosen; a tap asks anew."""
    state, _ = ft.use_state(scoping.state)
    parts: list[ft.Control] = []
    if state.scope is not None:
        parts.append(_line(session, state.scope, scoping.again))
    if state.is_asking:
        parts.append(ScopeSheet(session, state.scope, scoping.answer))
    return ft.Column(
        parts, spacing=0, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )


def _line(session: AppSession, scope: Scope, on_click: Callable[[object], None]) -> ft.Control:
    say = session.words.say
    match scope:
        case Scope.THIS:
            text = say("Changes are for this one only")
        case Scope.FOLLOWING:
            text = say("Changes are for this one and those that follow")
        case Scope.ALL:
            text = say("Changes are for all, done ones too")
    return ft.MergeSemantics(
        ft.Semantics(
            button=True,
            content=ft.Container(
                ft.Row(
                    [
                        ft.Container(
                            ft.Icon(
                                ft.Icons.EVENT_REPEAT_ROUNDED, size=20, color=ft.Colors.PRIMARY
                            ),
                            width=24,
                            alignment=ft.Alignment.CENTER,
                        ),
                        ft.Text(
                            text,
                            style=theme.type_style(14, 500, height=1.35),
                            color=ft.Colors.PRIMARY,
                            expand=True,
                        ),
                    ],
                    spacing=8,
                ),
                padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN, vertical=12),
                ink=True,
                on_click=on_click,
            ),
        )
    )


@component
def ScopeSheet(
    session: AppSession, chosen: Scope | None, on_answer: Callable[[Scope | None], None]
) -> ft.Control:
    """The three answers; putting it away changes nothing."""
    say = session.words.say

    def press(scope: Scope) -> Callable[[object], Awaitable[None]]:
        async def pressed(_: object) -> None:
            on_answer(scope)

        return pressed

    labels = {
        Scope.THIS: say("This one only"),
        Scope.FOLLOWING: say("This one and those that follow"),
        Scope.ALL: say("All, done ones too"),
    }
    options: list[ft.Control] = [
        option(label, scope is (chosen or Scope.THIS), press(scope))
        for scope, label in labels.items()
    ]
    content = ft.Column(options, spacing=2, tight=True)
    over = say("This task repeats")
    return SheetOver(
        session, say("What are changes for?"), content, lambda: on_answer(None), over=over
    )
