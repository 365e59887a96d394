"""The pane beside a list is as wide as one pulls it, and stays so."""

import flet as ft

from services.settings import change_settings
from services.workspace import Workspace
from tests.rig.desk import TODAY, add, at, clock, desk, folder, open_desk, template
from tests.rig.flet_session import AppSession
from tests.views.app.screens.opened import press, run_on
from views import theme
from views.app import routes
from views.app.observed import Frame, PlaceNow, room_of

__all__ = ["clock", "desk", "folder", "open_desk", "template"]


def _width(app: AppSession) -> int:
    return int(app.find(ft.Container, key="pane-box").width or 0)


def _divider(app: AppSession) -> ft.GestureDetector:
    cursor = ft.MouseCursor.RESIZE_LEFT_RIGHT
    return app.find(ft.GestureDetector, mouse_cursor=cursor)


async def _pull(app: AppSession, by: float) -> None:
    at_start = {"k": "mouse", "l": {"x": 0, "y": 0}, "g": {"x": 0, "y": 0}}
    await app.fire(_divider(app), "horizontal_drag_start", at_start)
    await app.fire(_divider(app), "horizontal_drag_update", {**at_start, "pd": by})
    await app.fire(
        _divider(app),
        "horizontal_drag_end",
        {**at_start, "k": "mouse", "v": {"x": 0, "y": 0}, "pv": 0},
    )


def test_pulling_the_divider_makes_the_pane_wider_and_is_remembered(desk: Workspace) -> None:
    uid = add(desk, due=at(TODAY)).uid

    async def check(app: AppSession) -> None:
        assert _width(app) == theme.PANE_WIDTH
        await _pull(app, -100)
        assert _width(app) == theme.PANE_WIDTH + 100
        await app.navigate(routes.todo_route())
        await app.navigate(routes.task_route(uid))
        assert _width(app) == theme.PANE_WIDTH + 100

    run_on(desk, check, route=routes.task_route(uid), width=1440)
    assert desk.settings.pane_width == theme.PANE_WIDTH + 100


def test_pane_and_list_keep_what_they_need(desk: Workspace) -> None:
    uid = add(desk, due=at(TODAY)).uid

    async def check(app: AppSession) -> None:
        await _pull(app, -5000)
        assert _width(app) == 1440 - theme.RAIL_WIDTH - theme.LIST_LEAST
        await _pull(app, 5000)
        assert _width(app) == theme.PANE_LEAST

    run_on(desk, check, route=routes.task_route(uid), width=1440)


def test_keys_and_two_clicks_do_the_same(desk: Workspace) -> None:
    uid = add(desk, due=at(TODAY)).uid

    async def check(app: AppSession) -> None:
        await press(app, "[", "[", "]")
        assert _width(app) == 380
        await app.fire(_divider(app), "double_tap")
        assert _width(app) == theme.PANE_WIDTH

    run_on(desk, check, route=routes.task_route(uid), width=1440)


def test_a_pane_chosen_in_a_large_window_leaves_room_in_a_small_one(desk: Workspace) -> None:
    change_settings(desk, pane_width=700)
    uid = add(desk, due=at(TODAY)).uid

    async def check(app: AppSession) -> None:
        assert _width(app) == 700
        await app.resize(1100, 800)
        assert _width(app) == 1100 - theme.RAIL_WIDTH - theme.LIST_LEAST
        await app.resize(1440, 800)
        assert _width(app) == 700

    run_on(desk, check, route=routes.task_route(uid), width=1440)


def test_a_screen_has_the_room_that_the_pane_leaves() -> None:
    frame, here = Frame(1440, 900), PlaceNow(routes.task_route("a"))
    frame.pane_chosen = 500
    assert room_of(frame, here) == 1440 - theme.RAIL_WIDTH - 500
