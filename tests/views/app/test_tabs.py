"""The bottom bar keeps the destination lit that one came through."""

import flet as ft
import pytest

from services.workspace import Workspace
from tests.rig.desk import clock, desk, folder, open_desk, template
from tests.rig.flet_session import AppSession
from tests.views.app.screens.opened import run_on
from views.app import routes
from views.app.observed import PlaceNow
from views.app.routes import Screen

__all__ = ["clock", "desk", "folder", "open_desk", "template"]

HOME, TODO, TIMELINE = range(3)


def _lit(app: AppSession) -> int:
    return app.find(ft.NavigationBar).selected_index


def test_what_has_no_tab_of_its_own_stands_under_the_one_before(desk: Workspace) -> None:
    async def check(app: AppSession) -> None:
        assert _lit(app) == TODO
        await app.navigate(routes.GOALS)
        assert _lit(app) == TODO
        await app.navigate(routes.TIMELINE)
        await app.navigate(routes.SETTINGS)
        assert _lit(app) == TIMELINE
        bar = app.find(ft.NavigationBar)
        await app.fire(bar, "change", TODO, selected_index=TODO)
        assert app.page.route == routes.todo_route()
        assert _lit(app) == TODO

    run_on(desk, check, route=routes.todo_route())


@pytest.mark.parametrize(
    ("route", "tab"),
    [
        (routes.GOALS, Screen.HOME),
        (routes.TAGS, Screen.TODO),
        (routes.tag_route("reels"), Screen.TODO),
        (routes.task_route("a"), Screen.TODO),
        (routes.week_route(), Screen.TIMELINE),
        (routes.PLAN, Screen.TIMELINE),
    ],
)
def test_a_link_from_outside_stands_under_the_tab_that_leads_there(route: str, tab: Screen) -> None:
    assert PlaceNow(route).tab is tab


def test_a_task_never_stands_over_a_page_that_is_not_there() -> None:
    here = PlaceNow("/nothing/of/that/name")
    assert here.behind.screen is Screen.NOT_FOUND
    here.arrive(routes.place_of(routes.task_route("a")))
    assert here.behind.screen is Screen.TODO
