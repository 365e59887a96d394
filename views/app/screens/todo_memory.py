"""What the To-do screen remembers while one is elsewhere: what is selected, where one was."""

from __future__ import annotations

from dataclasses import dataclass, field

import flet as ft

from views.app.session import AppSession


class TodoMemory(ft.Observable):
    """What is chosen on the screen; whoever watches renders again.

    Attributes:
        unfolded: tasks whose steps are shown.
        picked: the tasks selected; None while none are being selected.
        at: the task that the keyboard is at; empty for none.
        has_done: whether what was done today is shown.
    """

    def __init__(self) -> None:
        self.unfolded: frozenset[str] = frozenset()
        self.picked: frozenset[str] | None = None
        self.at = ""
        self.has_done = False


@dataclass(slots=True)
class Scrolled:
    """Where each list was left.

    Attributes:
        offset: logical pixels above the screen.
        shown: how many rows were read.
        order: uids of the rows as they are shown now.
    """

    offset: dict[str, float] = field(default_factory=dict[str, float])
    shown: dict[str, int] = field(default_factory=dict[str, int])
    order: tuple[str, ...] = ()


def memory_of(session: AppSession) -> TodoMemory:
    """The session's memory of the screen."""
    return session.kept.setdefault("todo", TodoMemory())


def scrolled_of(session: AppSession) -> Scrolled:
    """Where the session left each list."""
    return session.kept.setdefault("todo-scroll", Scrolled())
