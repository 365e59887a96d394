"""What other programs share arrives in quick add: by a route, once, with its link and its notes."""

import json
from pathlib import Path

import flet as ft
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.lists import ListName
from services import lists, tasks
from services.workspace import Workspace
from tests.rig.desk import clock, desk, folder, open_desk, template
from tests.rig.flet_session import AppSession
from tests.views.app.screens.opened import field, press, run_on
from views.app.routes import Place, Screen, Shared, add_route, place_of, route_of
from views.app.sharing import add_shared

__all__ = ["clock", "desk", "folder", "open_desk", "template"]


@given(st.builds(Shared, st.text(), st.text(), st.text()))
def test_a_route_carries_any_text(shared: Shared):
    place = place_of(add_route(shared))
    assert place == Place(Screen.ADD, shared=shared)
    assert route_of(place) == add_route(shared)


@pytest.mark.parametrize(
    ("shared", "line", "notes"),
    [
        (Shared(text="Balas komentar besok"), "Balas komentar besok", ""),
        (Shared(title="Ide reels", url="https://a.id/1"), "Ide reels https://a.id/1", ""),
        (
            Shared("Ide", "Ide bagus https://a.id/1", "https://a.id/1"),
            "Ide bagus https://a.id/1",
            "",
        ),
        (Shared("Rapat", "satu\ndua"), "Rapat", "satu\ndua"),
        (Shared(text="satu\ndua"), "satu\ndua", ""),
        (Shared(), "", ""),
    ],
)
def test_title_text_and_address_become_one_line(shared: Shared, line: str, notes: str):
    asked = add_shared(shared)
    assert (asked.text, asked.preset.get("description", "")) == (line, notes)


def test_a_shared_address_opens_quick_add_and_becomes_the_link(desk: Workspace):
    shared = Shared(title="Tren reels", url="https://contoh.id/tren?a=1&b=2")

    async def check(app: AppSession) -> None:
        assert field(app).value == "Tren reels https://contoh.id/tren?a=1&b=2"
        await app.fire(field(app), "submit")
        (line,) = lists.every_line(desk, ListName.NO_DATE)
        task = tasks.task(desk, line.uid)
        assert (task.summary, task.url) == ("Tren reels", "https://contoh.id/tren?a=1&b=2")

    run_on(desk, check, route=add_route(shared))


def test_shared_lines_are_offered_as_a_task_each(desk: Workspace):
    async def check(app: AppSession) -> None:
        await app.click("Tambah 2 tugas")
        titles = {line.summary for line in lists.every_line(desk, ListName.NO_DATE)}
        assert titles == {"Beli kopi", "Beli gula"}

    run_on(desk, check, route=add_route(Shared(text="Beli kopi\nBeli gula\n")))


def test_the_address_goes_back_to_the_screen_and_nothing_is_offered_twice(desk: Workspace):
    route = add_route(Shared(text="Beli kopi"))

    async def check(app: AppSession) -> None:
        await app.navigate(route)
        assert app.page.route == "/todo/week"
        assert field(app).value == "Beli kopi"
        await press(app, "Escape")
        await app.dismiss(app.find(ft.BottomSheet))
        await app.navigate(route)
        assert app.page.route == "/todo/week"
        assert not app.find_all(ft.BottomSheet)

    run_on(desk, check, route="/todo/week")


def test_the_web_app_tells_the_system_where_to_share_to():
    manifest = json.loads(Path("assets/manifest.json").read_text("utf-8"))
    target = manifest["share_target"]
    assert target["method"] == "GET"
    query = "&".join(f"{name}={part}" for part, name in target["params"].items())
    assert place_of(f"{target['action']}?{query}").shared == Shared("title", "text", "url")
    assert [place_of(each["url"]).screen for each in manifest["shortcuts"]] == [Screen.ADD]
