"""What was completed a moment ago, and the rows that are told."""

import asyncio

import flet as ft
import pytest

from models.errors import TaskClosed
from services import tasks
from services.changes import Changed
from services.workspace import Workspace
from tests.rig.desk import add, clock, desk, folder, open_desk, template
from tests.rig.flet_session import AppSession
from tests.rig.held import hold, until
from tests.views.app.screens.opened import run_on
from views.app.struck import FRESH_S, Struck

__all__ = ["clock", "desk", "folder", "open_desk", "template"]


class Rows:
    """Rows of some tasks, that count how often each is drawn."""

    def __init__(self, *uids: str, with_steps: str = "") -> None:
        self.now = 100.0
        self.drawn = dict.fromkeys(uids, 0)
        self.struck = Struck(lambda: self.now)
        for uid in uids:
            self.struck.watch(
                uid, uid, lambda uid=uid: self._draw(uid), has_steps=uid in with_steps
            )

    def _draw(self, uid: str) -> None:
        self.drawn[uid] += 1

    def shown(self) -> str:
        return "".join(uid for uid in self.drawn if self.struck.holds(uid))


def done(*uids: str) -> Changed:
    return Changed(tasks=frozenset(uids), completed=frozenset(uids))


def test_only_the_rows_of_what_was_completed_are_drawn() -> None:
    rows = Rows("a", "b", "c")
    rows.struck.take(done("a", "b"))
    assert rows.shown() == "ab"
    assert rows.drawn == {"a": 1, "b": 1, "c": 0}
    rows.struck.take(Changed(tasks=frozenset("a")))
    assert rows.shown() == "b"
    assert rows.drawn == {"a": 2, "b": 1, "c": 0}


def test_a_completion_is_fresh_for_a_moment() -> None:
    rows = Rows("a")
    rows.struck.take(done("a"))
    rows.now += FRESH_S
    assert rows.shown() == ""


def test_a_row_that_has_left_is_not_drawn() -> None:
    rows = Rows("a", "b")
    rows.struck.leave("a", "a")
    rows.struck.take(done("a", "b"))
    assert rows.drawn == {"a": 0, "b": 1}


def test_what_is_about_to_be_completed_is_struck_but_for_what_has_steps() -> None:
    rows = Rows("a", "b", with_steps="b")
    foreseen = rows.struck.foresee(["a", "b", "unseen"])
    assert rows.shown() == "a"
    assert not rows.struck.was_completed("a")
    rows.now += 10 * FRESH_S
    assert rows.shown() == "a"
    rows.struck.settle(foreseen)
    assert rows.shown() == ""
    assert rows.drawn == {"a": 2, "b": 0}


def test_what_came_as_foreseen_stays_struck_and_is_not_drawn_for_that_again() -> None:
    rows = Rows("a")
    foreseen = rows.struck.foresee(["a"])
    rows.struck.take(done("a"))
    drawn = rows.drawn["a"]
    rows.struck.settle(foreseen)
    assert rows.shown() == "a"
    assert rows.drawn["a"] == drawn


def test_who_foresees_it_again_lets_go_of_nothing_that_somebody_else_foresaw() -> None:
    rows = Rows("a", "b")
    first = rows.struck.foresee(["a"])
    second = rows.struck.foresee(["a", "b"])
    rows.struck.settle(second)
    assert rows.shown() == "a"
    rows.struck.settle(first)
    assert rows.shown() == ""


def is_struck(app: AppSession, title: str) -> bool:
    """Whether the title of a row is struck through."""
    (text,) = app.find_all(ft.Text, value=title)
    return text.style is not None and text.style.decoration is ft.TextDecoration.LINE_THROUGH


def ring(app: AppSession, title: str) -> ft.Container:
    """The ring of a row."""
    return app.named_all(title, ft.Container)[0]


def test_a_row_is_struck_before_the_disk_has_answered(
    desk: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(desk, "Beli kopi")
    gate = hold(monkeypatch, tasks, "complete")

    async def check(app: AppSession) -> None:
        assert not is_struck(app, "Beli kopi")
        ticking = asyncio.create_task(app.client.event(ring(app, "Beli kopi"), "click"))
        await until(lambda: is_struck(app, "Beli kopi"))
        assert not app.shows("Selesai: Beli kopi")
        gate.set()
        await ticking
        await app.settle(soon=0)
        assert app.shows("Selesai: Beli kopi")

    run_on(desk, check, route="/todo/all")


def test_a_row_is_struck_no_longer_where_nothing_could_be_written(
    desk: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(desk, "Beli kopi")

    def refuse(*_: object) -> None:
        raise TaskClosed("Beli kopi")

    monkeypatch.setattr(tasks, "complete", refuse)

    async def check(app: AppSession) -> None:
        await app.click(ring(app, "Beli kopi"))
        assert not is_struck(app, "Beli kopi")

    run_on(desk, check, route="/todo/all")
