"""How the app feels: a phone's taps, little motion where that is asked for, where it was left."""

from collections.abc import Awaitable, Callable
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import flet as ft
import pytest
from flet.controls.services.semantics_service import AccessibilityFeatures

from services.clock import FixedClock
from services.settings import change_settings
from services.workspace import Workspace, open_workspace
from tests.rig.desk import (
    JAKARTA,
    NOW,
    TODAY,
    add,
    at,
    clock,
    desk,
    folder,
    open_desk,
    template,
)
from tests.rig.flet_session import AppSession, run_app
from tests.views.app.screens.opened import hold
from views.app import routes
from views.app.app import app_for
from views.app.left_place import route_to_keep
from views.app.routes import Place, Screen, TimelineMode

__all__ = ["clock", "desk", "folder", "open_desk", "template"]

Check = Callable[[AppSession], Awaitable[None]]
KEPT_S = 1.0


def on(desk: Workspace, check: Check, *, route: str = "/", **how: Any) -> None:
    """Run `check` on the app of a phone, not of a browser."""

    async def main() -> None:
        async with AppSession(app_for(desk), route=route, web=False, **how) as app:
            await check(app)

    run_app(main)


@pytest.fixture(autouse=True)
def welcomed(desk: Workspace) -> None:
    change_settings(desk, language="id", is_welcomed=True)


def taps(app: AppSession) -> int:
    return [call.name for call in app.client.calls].count("light_impact")


class TestTaps:
    def test_completing_and_a_long_press_are_felt(self, desk: Workspace):
        add(desk, "Naskah", due=at(TODAY))
        add(desk, "Balasan", due=at(TODAY))

        async def check(app: AppSession) -> None:
            ring = app.find(ft.Semantics, label="Naskah").content
            assert ring is not None
            await app.click(ring)
            assert taps(app) == 1
            await hold(app, "Balasan")
            assert taps(app) == 2

        on(desk, check, route="/todo/today")

    @pytest.mark.parametrize("how", [{"web": True}, {"platform": "linux"}])
    def test_only_a_phone_is_asked(self, desk: Workspace, how: dict[str, Any]):
        add(desk, "Naskah", due=at(TODAY))

        async def main() -> None:
            how_all = {"web": False, "route": "/todo/today"} | how
            async with AppSession(app_for(desk), **how_all) as app:
                ring = app.find(ft.Semantics, label="Naskah").content
                assert ring is not None
                await app.click(ring)
                assert taps(app) == 0

        run_app(main)


def asking(**said: bool) -> dict[str, Any]:
    every = dict.fromkeys((each.name for each in fields(AccessibilityFeatures)), False)
    return {"get_accessibility_features": every | said}


class TestMotion:
    @pytest.mark.parametrize("said", ["disable_animations", "reduce_motion"])
    def test_nothing_moves_where_the_system_asks_for_that(self, desk: Workspace, said: str):
        add(desk, "Naskah", due=at(TODAY))

        async def check(app: AppSession) -> None:
            assert app.shows("Naskah")
            moving = [
                each
                for each in app.find_all(ft.Container)
                if each.animate or each.animate_size or each.animate_opacity
            ]
            assert moving == []
            for dressed in (app.page.theme, app.page.dark_theme):
                assert dressed is not None
                assert dressed.page_transitions is not None
                assert dressed.page_transitions.android is ft.PageTransitionTheme.NONE

        on(desk, check, route="/todo/today", replies=asking(**{said: True}))

    def test_else_rows_fold_away(self, desk: Workspace):
        add(desk, "Naskah", due=at(TODAY))

        async def check(app: AppSession) -> None:
            assert any(each.animate_size for each in app.find_all(ft.Container))

        on(desk, check, route="/todo/today")


class TestWhereItWasLeft:
    @pytest.mark.parametrize(
        "route", ["/todo/week", "/timeline/agenda/2026-12-24", "/timeline/2026-12", "/templates"]
    )
    def test_it_opens_there(self, desk: Workspace, route: str):
        async def leave(app: AppSession) -> None:
            await app.navigate(route)
            await app.settle(soon=KEPT_S)
            await app.navigate("/search?q=naskah")
            await app.settle(soon=KEPT_S)

        async def come(app: AppSession) -> None:
            assert app.page.route == route

        on(desk, leave)
        on(desk, come)

    def test_a_place_that_was_asked_for_comes_first(self, desk: Workspace):
        async def leave(app: AppSession) -> None:
            await app.navigate("/todo/week")
            await app.settle(soon=KEPT_S)

        async def come(app: AppSession) -> None:
            assert app.page.route == "/goals"

        on(desk, leave)
        on(desk, come, route="/goals")

    def test_a_browser_has_its_address_for_that(self, desk: Workspace):
        async def main() -> None:
            async with AppSession(app_for(desk)) as app:
                await app.navigate("/todo/week")
                await app.settle(soon=KEPT_S)
                assert desk.settings.last_route == "/"

        run_app(main)

    def test_it_is_known_after_a_restart_too(self, desk: Workspace, folder: Path):
        async def leave(app: AppSession) -> None:
            await app.navigate("/goals")
            await app.settle(soon=KEPT_S)

        on(desk, leave)
        with_it = open_workspace(folder, clock=FixedClock(NOW), zone=JAKARTA)
        assert with_it.settings.last_route == "/goals"
        with_it.close()

    def test_today_is_the_day_on_which_one_comes_back(self):
        today = date(2026, 11, 23)
        week = Place(Screen.TIMELINE, mode=TimelineMode.WEEK, day=today)
        assert route_to_keep(week, today) == routes.week_route()
        other = Place(Screen.TIMELINE, day=date(2026, 11, 25))
        assert route_to_keep(other, today) == routes.day_route(date(2026, 11, 25))


class TestLargeText:
    def test_the_next_deadline_is_told_line_by_line(self, desk: Workspace):
        add(desk, "Reel", due=at(TODAY, "16:00"))

        async def check(app: AppSession) -> None:
            (letter,) = (each for each in app.find_all(ft.Text) if each.on_size_change)
            assert app.named("6 j", ft.Container).expand
            await app.fire(letter, "size_change", {"w": 24.0, "h": 40.0})
            assert not app.named("6 j", ft.Container).expand

        on(desk, check)
