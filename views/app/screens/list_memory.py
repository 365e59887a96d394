"""What a list of tasks remembers while one is elsewhere: what is selected, where one was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import flet as ft

from views.app.screens.list_heights import Heights
from views.app.screens.list_walk import Walk
from views.app.session import AppSession


class ListMemory(ft.Observable):
    """What is chosen in the list; whoever watches renders again.

    Attributes:
        unfolded: tasks whose steps are shown.
        picked: the tasks selected; None while none are being selected.
        at: the task that the keyboard is at; empty for none.
        has_done: whether what was done today is shown.
        walk: what the keyboard has done in it; nobody is told of its changes.
        heights: how high its parts are; nobody is told of that either.
    """

    def __init__(self) -> None:
        self.unfolded: frozenset[str] = frozenset()
        self.picked: frozenset[str] | None = None
        self.at = ""
        self.has_done = False
        self.walk = Walk()
        self.heights = Heights()

    def arrive(self, of: str) -> None:
        """Come to the list `of`: nothing is selected; in another than before, no row is at hand."""
        if self.picked is not None:
            self.picked = None
        if self.walk.of != of:
            self.walk.enter(of)
            self.heights.forget()
            self.at = ""


@dataclass(slots=True)
class Scrolled:
    """Where each list was left.

    Attributes:
        offset: logical pixels above the screen.
        shown: how many rows were read.
    """

    offset: dict[str, float] = field(default_factory=dict[str, float])
    shown: dict[str, int] = field(default_factory=dict[str, int])


def memory_of(session: AppSession, screen: str) -> ListMemory:
    """The session's memory of the list of a screen; To-do's lists share one."""
    return session.kept.setdefault(f"list-of-{screen}", ListMemory())


def scrolled_of(session: AppSession) -> Scrolled:
    """Where the session left each list."""
    return session.kept.setdefault("scrolled", Scrolled())


def use_scrolled(
    session: AppSession, of: str
) -> tuple[ft.Ref[ft.ListView], Callable[[ft.OnScrollEvent], None]]:
    """A list that begins at its top: what refers to it, and what to tell how far it scrolled."""
    view = ft.use_ref(lambda: ft.Ref[ft.ListView]()).current
    assert view is not None
    return view, use_offset(session, of)


def use_offset(session: AppSession, of: str) -> Callable[[ft.OnScrollEvent], None]:
    """What to tell how far something scrolled that begins at its top."""
    offset = scrolled_of(session).offset

    def on_scroll(event: ft.OnScrollEvent) -> None:
        offset[of] = event.pixels

    ft.use_effect(lambda: offset.pop(of, None), [of])
    return on_scroll
