"""What To-do, a goal, a tag and Home have in common: keys on rows, and several at once."""

from datetime import timedelta

import flet as ft
import pytest

from models.list_view import SortBy, View
from models.lists import ListName
from services import goals, lists, tasks
from services.settings import choose_view
from services.workspace import Workspace
from tests.rig.control_tree import walk, words_of
from tests.rig.desk import TODAY, add, at, clock, desk, folder, open_desk, template
from tests.rig.flet_session import AppSession
from tests.views.app.screens.opened import hold, menu_item, position, press, press_at_once, run_on
from views.app import routes

__all__ = ["clock", "desk", "folder", "open_desk", "template"]

#: What is done leaves these; the agenda keeps it where it was.
LISTS = ("todo", "goal", "tag", "home")
PLACES = (*LISTS, "agenda")
TITLES = ("Satu", "Dua", "Tiga", "Empat")
QUICK_ADD = "Apa yang mau dikerjakan?"


class Four:
    """Four tasks that stand in a list of To-do, in a goal, under a tag and on Home alike."""

    def __init__(self, desk: Workspace, place: str) -> None:
        self.desk = desk
        goal = goals.create_goal(desk, {"name": "Kampanye"})
        self.uids = [
            add(
                desk,
                title,
                due=at(TODAY, f"{hour}:00"),
                goal=goal.uid,
                categories=("reels",),
                position=f"a{hour}",
            ).uid
            for hour, title in enumerate(TITLES, 14)
        ]
        self.goal = goal.uid
        self.route = {
            "todo": "/todo/today",
            "goal": routes.goal_route(goal.uid),
            "tag": routes.tag_route("reels"),
            "home": routes.HOME,
            "agenda": routes.agenda_route(),
        }[place]

    def done(self) -> list[bool]:
        return [not tasks.task(self.desk, uid).is_open for uid in self.uids]

    def deleted(self) -> list[bool]:
        return [tasks.task(self.desk, uid).deleted is not None for uid in self.uids]


def _where(app: AppSession) -> str:
    """The title of the row that the keyboard is at; empty for none."""
    rows = [
        row
        for row in app.find_all(ft.Semantics, selected=True)
        if isinstance(row.content, ft.Container) and row.content.on_long_press
    ]
    words = [word for row in rows for part, _ in walk(row) for word in words_of(part)]
    return next((word for word in words if word in TITLES), "")


@pytest.mark.parametrize("place", LISTS)
def test_keys_walk_the_rows_and_go_on_from_what_took_their_place(desk: Workspace, place: str):
    four = Four(desk, place)

    async def check(app: AppSession) -> None:
        await press(app, "J", "J")
        assert _where(app) == "Dua"
        await press(app, "Space")
        assert four.done() == [False, True, False, False]
        assert _where(app) == "Tiga"
        await press(app, "Delete")
        assert four.deleted() == [False, False, True, False]
        assert _where(app) == "Empat"
        await press(app, "K")
        assert _where(app) == "Satu"
        await press(app, "R")
        await app.click("Besok pagi")
        assert tasks.task(desk, four.uids[0]).due != at(TODAY, "14:00")
        # In manual order it stays; else the next one has taken its place.
        here = "Satu" if place == "goal" else "Empat"
        assert _where(app) == here
        await press(app, "E")
        assert app.page.route == routes.task_route(four.uids[TITLES.index(here)])

    run_on(desk, check, route=four.route)


def test_keys_walk_the_agenda_whose_done_rows_stay(desk: Workspace) -> None:
    four = Four(desk, "agenda")

    async def check(app: AppSession) -> None:
        await press(app, "J", "J", "Space")
        assert four.done() == [False, True, False, False]
        assert _where(app) == "Dua"
        await press(app, "Space")
        assert four.done() == [False] * 4
        await press(app, "J", "Delete")
        assert four.deleted() == [False, False, True, False]
        assert _where(app) == "Empat"
        await press(app, "K", "E")
        assert app.page.route == routes.task_route(four.uids[1])

    run_on(desk, check, route=four.route, width=1440)


def test_the_agenda_scrolls_to_the_row_that_the_keyboard_comes_to(desk: Workspace) -> None:
    for day in range(12):
        add(desk, f"Hari {day}", due=at(TODAY + timedelta(days=day), "16:00"))

    async def check(app: AppSession) -> None:
        calls = app.client.calls
        await press(app, *["J"] * 3)
        assert not [call for call in calls if call.name == "scroll_to"]
        await press(app, *["J"] * 7)
        offsets = [call.arguments["offset"] for call in calls if call.name == "scroll_to"]
        assert offsets == sorted(offsets)
        assert offsets

    run_on(desk, check, route=routes.agenda_route(), width=1440)


@pytest.mark.parametrize("place", PLACES)
def test_a_question_that_is_put_away_leaves_the_keyboard_where_it_was(desk: Workspace, place: str):
    four = Four(desk, place)
    add(desk, "Langkah", parent=four.uids[1])

    async def check(app: AppSession) -> None:
        await press(app, "J", "J")
        for key in ("Space", "R"):
            await press(app, key)
            assert app.find(ft.BottomSheet)
            await press(app, "J")
            await app.dismiss(app.find(ft.BottomSheet))
            assert _where(app) == "Dua"
        await press(app, "J")
        assert _where(app) == "Tiga"

    run_on(desk, check, route=four.route)


@pytest.mark.parametrize("place", PLACES)
def test_several_are_selected_by_holding_and_by_their_menu(desk: Workspace, place: str):
    four = Four(desk, place)

    async def check(app: AppSession) -> None:
        await hold(app, "Satu")
        assert app.shows("1 dipilih")
        await app.click(app.named_all("Dua", ft.Container)[0])
        assert app.shows("2 dipilih")
        await app.click("Selesaikan")
        assert four.done() == [True, True, False, False]
        assert app.shows("2 tugas selesai")
        await app.click("Urungkan")
        assert not any(four.done())
        await press(app, "Escape", "J", "Shift-F10")
        await app.click(menu_item(app, "Pilih"))
        assert app.shows("1 dipilih")
        await app.click(menu_item(app, "Pilih semua"))
        assert app.shows("4 dipilih")
        await app.click("Berhenti memilih")
        assert not app.shows("dipilih")

    run_on(desk, check, route=four.route)


@pytest.mark.parametrize("place", ["todo", "home", "agenda"])
def test_on_a_phone_nothing_is_added_while_several_are_selected(desk: Workspace, place: str):
    four = Four(desk, place)

    async def check(app: AppSession) -> None:
        assert app.named_all("Tugas baru", ft.Container)
        await hold(app, "Satu")
        assert not app.named_all("Tugas baru", ft.Container)
        await app.click("Berhenti memilih")
        assert app.named_all("Tugas baru", ft.Container)
        await hold(app, "Satu")
        await app.navigate(routes.day_route(TODAY) if place == "agenda" else routes.agenda_route())
        assert app.named_all("Tugas baru", ft.Container)

    run_on(desk, check, route=four.route)


@pytest.mark.parametrize("place", PLACES)
def test_the_mouse_selects_a_span_by_the_menu_of_its_last_row(desk: Workspace, place: str):
    four = Four(desk, place)

    def menus(app: AppSession) -> list[ft.GestureDetector]:
        return [each for each in app.find_all(ft.GestureDetector) if each.on_secondary_tap_down]

    async def right_click(app: AppSession, nth: int) -> None:
        at = {"g": {"x": 120, "y": 300}, "l": {"x": 20, "y": 10}}
        await app.fire(menus(app)[nth], "secondary_tap_down", at)

    async def check(app: AppSession) -> None:
        await right_click(app, 0)
        assert not app.shows("Pilih sampai sini")
        await app.click(menu_item(app, "Pilih"))
        await right_click(app, 2)
        await app.click(menu_item(app, "Pilih sampai sini"))
        assert app.shows("3 dipilih")

    run_on(desk, check, route=four.route, width=1440)


@pytest.mark.parametrize("place", PLACES)
def test_each_gesture_on_several_is_one_step(desk: Workspace, place: str):
    four = Four(desk, place)
    other = goals.create_goal(desk, {"name": "Kuis"})
    first, second = four.uids[:2]

    async def two(app: AppSession, label: str) -> None:
        await hold(app, "Satu")
        await app.click(app.named_all("Dua", ft.Container)[0])
        await app.click(menu_item(app, label))

    async def check(app: AppSession) -> None:
        await two(app, "Pindahkan ke goal")
        await app.click("Kuis")
        assert goals.count_held(desk, other.uid) == 2
        await app.click("Urungkan")
        assert goals.count_held(desk, other.uid) == 0
        await two(app, "Atur prioritas")
        await app.click("P1 · Tinggi")
        assert [tasks.task(desk, uid).priority for uid in (first, second)] == [1, 1]
        await app.click("Urungkan")
        assert [tasks.task(desk, uid).priority for uid in (first, second)] == [0, 0]
        await two(app, "Sematkan")
        assert app.shows("2 tugas disematkan")
        await app.click("Urungkan")
        await two(app, "Gandakan")
        assert lists.total_open(desk) == 6
        await app.click("Urungkan")
        assert lists.total_open(desk) == 4
        await two(app, "Ubah tag")
        await app.submit("Tambah tag", "pagi")
        assert "pagi" in tasks.task(desk, second).categories

    run_on(desk, check, route=four.route)


@pytest.mark.parametrize("place", PLACES)
def test_shift_selects_a_span_that_keys_act_on(desk: Workspace, place: str):
    four = Four(desk, place)

    async def check(app: AppSession) -> None:
        await press(app, "J", "Shift-J", "Shift-Arrow Down")
        assert app.shows("3 dipilih")
        await press(app, "Shift-K")
        assert app.shows("2 dipilih")
        await press(app, "J", "J", "X")
        assert app.shows("3 dipilih")
        await press(app, "Delete")
        assert four.deleted() == [True, True, False, True]
        assert not app.shows("dipilih")
        assert _where(app) == "Tiga"
        await app.click("Urungkan")
        assert not any(four.deleted())
        dues = {uid: tasks.task(desk, uid).due for uid in four.uids}
        await press(app, "Shift-K", "R")
        await app.click("Besok pagi")
        assert [tasks.task(desk, uid).due == dues[uid] for uid in four.uids].count(False) == 2

    run_on(desk, check, route=four.route)


@pytest.mark.parametrize("place", ["todo", "goal"])
def test_rows_in_manual_order_are_moved_by_keys_and_followed(desk: Workspace, place: str):
    four = Four(desk, place)
    choose_view(desk, ListName.TODAY, View(SortBy.MANUAL))
    choose_view(desk, f"goal:{four.goal}", View(SortBy.MANUAL))

    async def check(app: AppSession) -> None:
        await press(app, "J", "Alt-Arrow Down")
        assert position(app, "Dua") < position(app, "Satu")
        assert _where(app) == "Satu"
        await press(app, "P")
        assert tasks.task(desk, four.uids[0]).pinned

    run_on(desk, check, route=four.route)


@pytest.mark.parametrize("place", PLACES)
def test_coming_back_one_is_at_the_row_one_left(desk: Workspace, place: str):
    four = Four(desk, place)

    async def check(app: AppSession) -> None:
        await press(app, "J", "J")
        await hold(app, "Tiga")
        await app.navigate("/report")
        await app.navigate(four.route)
        assert not app.shows("dipilih")
        assert _where(app) == "Dua"
        await press(app, "J")
        assert _where(app) == "Tiga"

    run_on(desk, check, route=four.route)


def test_space_opens_again_what_is_done(desk: Workspace):
    four = Four(desk, "tag")
    tasks.complete(desk, four.uids[0])

    async def check(app: AppSession) -> None:
        await press(app, "K")
        assert _where(app) == "Satu"
        await press(app, "Space")
        assert not any(four.done())

    run_on(desk, check, route=four.route)


@pytest.mark.parametrize("place", PLACES)
def test_what_tab_came_to_is_pressed_without_the_row_until_one_walks_on(
    desk: Workspace, place: str
):
    four = Four(desk, place)

    async def check(app: AppSession) -> None:
        await press(app, "J", "Tab")
        assert _where(app) == ""
        await press(app, "Space", "Delete", "Enter")
        assert not any([*four.done(), *four.deleted()])
        assert app.page.route == four.route
        assert not app.find_all(ft.KeyboardListener)
        await press(app, "J")
        assert _where(app) == "Dua"
        assert app.find(ft.KeyboardListener)
        assert [call.name for call in app.client.calls if call.control == "KeyboardListener"] == [
            "focus"
        ]
        await press(app, "Space")
        assert four.done() == [False, True, False, False]
        await press(app, "Tab")
        assert not app.find_all(ft.KeyboardListener)

    run_on(desk, check, route=four.route, width=1440)


@pytest.mark.parametrize("place", PLACES)
def test_a_key_is_for_the_row_that_the_one_just_before_came_to(desk: Workspace, place: str):
    four = Four(desk, place)

    async def check(app: AppSession) -> None:
        await press(app, "J")
        await press_at_once(app, "J", "J", "Space")
        assert four.done() == [False, False, True, False]
        await press_at_once(app, "K", "Delete")
        assert four.deleted() == [False, True, False, False]
        await press_at_once(app, "K", "Enter")
        assert app.page.route == routes.task_route(four.uids[0])

    run_on(desk, check, route=four.route)


@pytest.mark.parametrize("place", ["todo", "goal", "tag"])
def test_the_list_follows_the_keyboard_by_how_high_its_rows_are(desk: Workspace, place: str):
    four = Four(desk, place)

    def scrolls(app: AppSession) -> list[float]:
        return [call.arguments["offset"] for call in app.client.calls if call.name == "scroll_to"]

    def rows(app: AppSession) -> list[ft.Container]:
        return [
            row for row in app.find_all(ft.Container) if isinstance(row.content, ft.Dismissible)
        ]

    async def check(app: AppSession) -> None:
        view = app.find(ft.ListView) if place != "goal" else app.find(ft.ReorderableListView)
        await app.fire(view, "size_change", {"w": 600.0, "h": 500.0})
        if place == "goal":
            head = app.find(ft.Container, key="head")
            await app.fire(head, "size_change", {"w": 600.0, "h": 100.0})
        for each in range(len(four.uids)):
            await app.fire(rows(app)[each], "size_change", {"w": 600.0, "h": 60.0})
        await press(app, "J", "J", "J")
        assert scrolls(app) == []
        # A title that runs over many lines.
        await app.fire(rows(app)[1], "size_change", {"w": 600.0, "h": 400.0})
        await press(app, "J")
        assert len(scrolls(app)) == 1
        assert 0 < scrolls(app)[0] < 250

    run_on(desk, check, route=four.route, width=1440)


def test_home_stays_where_it_is_for_a_first_row_in_sight(desk: Workspace):
    four = Four(desk, "home")

    async def check(app: AppSession) -> None:
        (page,) = [each for each in app.find_all(ft.Column) if each.on_scroll]
        over = app.find(ft.Container, key="over-today")
        await app.fire(page, "size_change", {"w": 600.0, "h": 450.0})
        await app.fire(over, "size_change", {"w": 600.0, "h": 100.0})
        await press(app, "J")
        assert not [call for call in app.client.calls if call.name == "scroll_to"]

    run_on(desk, check, route=four.route, width=1440)


def test_home_follows_the_keyboard_by_what_stands_over_its_rows(desk: Workspace):
    four = Four(desk, "home")

    def scrolls(app: AppSession) -> list[float]:
        return [call.arguments["offset"] for call in app.client.calls if call.name == "scroll_to"]

    async def check(app: AppSession) -> None:
        (page,) = [each for each in app.find_all(ft.Column) if each.on_scroll]
        await app.fire(page, "size_change", {"w": 600.0, "h": 500.0})
        rows = [
            row for row in app.find_all(ft.Container) if isinstance(row.content, ft.Dismissible)
        ]
        for row in rows:
            await app.fire(row, "size_change", {"w": 600.0, "h": 60.0})
        over = app.find(ft.Container, key="over-today")
        await app.fire(over, "size_change", {"w": 600.0, "h": 100.0})
        await press(app, "J", "J")
        assert scrolls(app) == []
        # Four things more are said over the list.
        await app.fire(over, "size_change", {"w": 600.0, "h": 400.0})
        await press(app, "J")
        (further,) = scrolls(app)
        assert further > 200

    run_on(desk, check, route=four.route, width=1440)


@pytest.mark.parametrize("place", PLACES)
def test_enter_just_after_walking_on_is_for_the_row_and_not_for_what_tab_came_to(
    desk: Workspace, place: str
):
    four = Four(desk, place)

    async def check(app: AppSession) -> None:
        await press(app, "J", "Tab")
        add = app.button("Tugas baru")
        # The client presses what has the focus still, and tells that after the key.
        await press_at_once(app, "J", "Enter", then=lambda: app.client.event(add, "click"))
        assert app.page.route == routes.task_route(four.uids[1])
        assert not app.shows(QUICK_ADD)
        await app.click("Tugas baru")
        assert app.shows(QUICK_ADD)

    run_on(desk, check, route=four.route, width=1440)


def test_once_the_focus_has_come_to_rest_every_press_counts(desk: Workspace):
    four = Four(desk, "todo")

    async def check(app: AppSession) -> None:
        await press(app, "J", "Tab", "J", "X")
        await press_at_once(
            app, "Space", then=lambda: app.client.event(app.button("Tugas baru"), "click")
        )
        assert app.shows(QUICK_ADD)

    run_on(desk, check, route=four.route, width=1440)


def test_enter_on_what_tab_came_to_from_a_field_is_not_for_a_row(desk: Workspace):
    four = Four(desk, "todo")

    async def check(app: AppSession) -> None:
        await press(app, "J", "J", "E")
        assert app.page.route == routes.task_route(four.uids[1])
        await press(app, "K")
        title = app.named("Judul", ft.TextField)
        await app.fire(title, "focus")
        await press(app, "Tab")
        await app.fire(title, "blur")
        await press(app, "Enter", "Space")
        assert app.page.route == routes.task_route(four.uids[1])
        assert not any(four.done())

    run_on(desk, check, route=four.route, width=1440)
