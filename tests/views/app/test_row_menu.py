"""A row's menu: the right button, Shift-F10 and the menu key open it in every list."""

from typing import Any

import flet as ft
import pytest

from models.lists import ListName
from models.task import Status
from services import goals, lists, tasks
from services.workspace import Workspace
from tests.rig.desk import TODAY, add, at, clock, desk, folder, open_desk, template
from tests.rig.flet_session import AppSession
from tests.views.app.screens.opened import item_label, menu_item, press, run_on
from views.app.routes import goal_route, search_route, tag_route

__all__ = ["clock", "desk", "folder", "open_desk", "template"]

LABELS = (
    "Buka",
    "Selesaikan",
    "Atur ulang",
    "Pindahkan ke goal",
    "Ubah tag",
    "Atur prioritas",
    "Sematkan",
    "Gandakan",
    "Hapus",
)


async def right_click(app: AppSession, *, nth: int = 0) -> None:
    """Press a row with the right button."""
    row = [
        each for each in app.find_all(ft.GestureDetector) if each.on_secondary_tap_down is not None
    ][nth]
    await app.fire(row, "secondary_tap_down", {"g": {"x": 120, "y": 300}, "l": {"x": 20, "y": 10}})


def labels(app: AppSession) -> list[str]:
    menu = app.find(ft.ContextMenu)
    return [label for item in menu.items if (label := item_label(item)) is not None]


def opened(app: AppSession) -> list[Any]:
    return [call for call in app.client.calls if call.control == "ContextMenu"]


async def choose(app: AppSession, label: str) -> None:
    """Choose a line of the menu, which closes it."""
    item = menu_item(app, label)
    menu = app.find(ft.ContextMenu)
    await app.fire(menu, "select", {"g": {"x": 0, "y": 0}, "id": item._i, "idx": 0, "ic": 9})
    await app.fire(item, "click")


@pytest.mark.parametrize("route", ["/", "/todo/today", "/timeline/agenda", "goal", "tag", "search"])
def test_the_right_button_opens_it_in_every_list(desk: Workspace, route: str):
    goal = goals.create_goal(desk, {"name": "Kampanye"})
    add(desk, "Naskah", due=at(TODAY), goal=goal.uid, categories=("reels",))
    routes = {
        "goal": goal_route(goal.uid),
        "tag": tag_route("reels"),
        "search": search_route("naskah"),
    }

    async def check(app: AppSession) -> None:
        await right_click(app)
        assert set(LABELS) <= set(labels(app))
        (call,) = opened(app)
        assert call.arguments["global_position"] == ft.Offset(120, 300)

    run_on(desk, check, route=routes.get(route, route), width=1440)


@pytest.mark.parametrize("key", ["Shift-F10", "Context Menu"])
@pytest.mark.parametrize("route", ["/", "/todo/today"])
def test_keys_open_it_for_the_row_they_are_at(desk: Workspace, route: str, key: str):
    add(desk, "Naskah", due=at(TODAY))

    async def check(app: AppSession) -> None:
        pressed: dict[str, Any] = dict.fromkeys(("ctrl", "alt", "meta"), False)
        pressed |= {"key": key.removeprefix("Shift-"), "shift": key.startswith("Shift")}
        await app.client.event(app.page, "keyboard_event", pressed)
        await app.settle()
        assert not opened(app)
        await press(app, "J")
        await app.client.event(app.page, "keyboard_event", pressed)
        await app.settle()
        assert len(opened(app)) == 1

    run_on(desk, check, route=route, width=1440)


def test_each_line_does_what_it_says(desk: Workspace):
    task = add(desk, "Naskah", due=at(TODAY))

    async def check(app: AppSession) -> None:
        await right_click(app)
        await choose(app, "Sematkan")
        assert tasks.task(desk, task.uid).pinned
        await right_click(app)
        await choose(app, "Lepas sematan")
        assert not tasks.task(desk, task.uid).pinned
        await right_click(app)
        await choose(app, "Gandakan")
        assert len(lists.every_line(desk, ListName.TODAY)) == 2
        await right_click(app)
        await choose(app, "Hapus")
        assert tasks.task(desk, task.uid).deleted is not None
        await app.click("Urungkan")
        await right_click(app)
        await choose(app, "Selesaikan")
        assert tasks.task(desk, task.uid).status is Status.COMPLETED

    run_on(desk, check, route="/todo/today")


def test_keys_are_the_menus_own_while_it_is_open(desk: Workspace):
    add(desk, "Naskah", due=at(TODAY))

    async def check(app: AppSession) -> None:
        await press(app, "J")
        await right_click(app)
        await press(app, "N")
        assert not app.find_all(ft.BottomSheet)
        await app.fire(app.find(ft.ContextMenu), "dismiss", {"g": {"x": 0, "y": 0}})
        await press(app, "N")
        assert app.find_all(ft.BottomSheet)

    run_on(desk, check, route="/todo/today")


@pytest.mark.parametrize("way", ["menu", "key"])
def test_deleting_a_repeating_task_asks_how_much_of_it(desk: Workspace, way: str):
    task = add(desk, "Story harian", due=at(TODAY), rrule="FREQ=DAILY")

    async def check(app: AppSession) -> None:
        if way == "menu":
            await right_click(app)
            await choose(app, "Hapus")
        else:
            await press(app, "J", "Delete")
        assert tasks.task(desk, task.uid).deleted is None
        await app.click("Yang ini dan seterusnya")
        assert tasks.task(desk, task.uid).deleted is not None
        assert app.page.route == "/todo/today"

    run_on(desk, check, route="/todo/today")


def test_rescheduling_a_repeating_task_asks_which_of_them(desk: Workspace):
    task = add(desk, "Story harian", due=at(TODAY, "09:00"), rrule="FREQ=WEEKLY")

    async def check(app: AppSession) -> None:
        await press(app, "J", "R")
        await app.click("Besok pagi")
        assert tasks.task(desk, task.uid).due == task.due
        await app.click("Yang ini saja")
        assert tasks.task(desk, task.uid).due != task.due
        assert app.shows("Story harian")

    run_on(desk, check, route="/todo/today")
