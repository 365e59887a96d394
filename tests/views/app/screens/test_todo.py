"""To-do: its lists, their rows, and what is done with one and with several."""

from datetime import time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import flet as ft
import pytest

from models.errors import StorageBusy
from models.list_view import GroupBy, SortBy, View
from models.lists import ListName
from models.moment import Moment
from models.task import Priority, TaskLine
from services import goals, lists, tasks
from services.workspace import Workspace
from tests.rig.desk import (
    JAKARTA,
    NOW,
    TODAY,
    OpenDesk,
    add,
    at,
    clock,
    desk,
    folder,
    open_desk,
    template,
)
from tests.rig.flet_session import AppSession
from tests.views.app.screens.opened import hold, menu_item, position, press, run_on
from views.app.screens.todo_names import emptiness
from views.app.screens.todo_view import ordered, sections
from views.text import Dates, Words

__all__ = ["clock", "desk", "folder", "open_desk", "template"]

FRIDAY = TODAY - timedelta(days=3)
TOMORROW = TODAY + timedelta(days=1)
FOLDED_S = 3.0


def test_today_shows_what_was_missed_above_what_is_left(desk: Workspace):
    add(desk, "Kirim brief kuis", due=at(FRIDAY))
    add(desk, "Balas komentar", due=at(TODAY, "17:30"))
    add(desk, "Lain hari", due=at(TOMORROW))

    async def check(app: AppSession) -> None:
        order = ["Terlewat · 1", "Kirim brief kuis", "Hari ini · 1 tersisa", "Balas komentar"]
        assert [position(app, text) for text in order] == sorted(
            position(app, text) for text in order
        )
        assert not app.shows("Lain hari")
        await app.click("Tentukan langkah untuk Kirim brief kuis")
        assert app.shows("Terlewat · seharusnya Jum 20 Nov")

    run_on(desk, check, route="/todo/today")


def test_chips_count_their_lists_and_lead_to_them(desk: Workspace):
    add(desk, "Besok pagi", due=at(TOMORROW, "10:00"))
    add(desk, "Kapan-kapan")

    async def check(app: AppSession) -> None:
        await app.click("Besok · 1")
        assert app.page.route == "/todo/tomorrow"
        assert app.shows("Besok pagi")
        assert app.shows("10.00")
        await app.click("Tanpa tanggal · 1")
        assert app.shows("Kapan-kapan")
        assert app.shows("Semua · 2")

    run_on(desk, check, route="/todo/today")


def test_a_list_of_several_days_has_a_heading_for_each(desk: Workspace):
    add(desk, "Senin", due=at(TODAY, "16:00"))
    add(desk, "Selasa", due=at(TOMORROW, "10:00"))
    add(desk, "Rabu", due=at(TODAY + timedelta(days=2)))

    async def check(app: AppSession) -> None:
        order = ["Today", "Senin", "Tomorrow", "Selasa", "Wed 25 Nov", "Rabu"]
        places = [position(app, text) for text in order]
        assert places == sorted(places)

    run_on(desk, check, route="/todo/week", language="en")


def test_a_completed_task_lingers_folds_away_and_can_be_brought_back(desk: Workspace):
    task = add(desk, "Balas komentar", due=at(TODAY, "17:30"))

    async def check(app: AppSession) -> None:
        await app.click(app.named_all("Balas komentar", ft.Container)[0])
        assert not tasks.task(desk, task.uid).is_open
        struck = [
            text
            for text in app.find_all(ft.Text, value="Balas komentar")
            if text.style and text.style.decoration is ft.TextDecoration.LINE_THROUGH
        ]
        assert struck
        await app.settle(soon=FOLDED_S)
        assert app.shows("Semua beres hari ini")
        await app.click("Urungkan")
        assert app.shows("Hari ini · 1 tersisa")
        assert tasks.task(desk, task.uid).is_open

    run_on(desk, check, route="/todo/today")


def test_what_is_done_today_is_folded_under_its_count(desk: Workspace):
    tasks.complete(desk, add(desk, "Cek analitik pagi", due=at(TODAY)).uid)
    add(desk, "Masih ada", due=at(TODAY))

    async def check(app: AppSession) -> None:
        assert not app.shows("Cek analitik pagi")
        await app.click("Selesai · 1")
        assert app.shows("Cek analitik pagi")
        assert app.find(ft.Semantics, expanded=True)

    run_on(desk, check, route="/todo/today")


def test_steps_unfold_beneath_their_task_and_can_be_checked(desk: Workspace):
    task = add(desk, "Reels", due=at(TODAY, "16:00"))
    add(desk, "Skrip", parent=task.uid)
    step = add(desk, "Cover", parent=task.uid)

    async def check(app: AppSession) -> None:
        assert not app.shows("Skrip")
        await app.click("0 dari 2 langkah")
        assert app.shows("Skrip")
        await app.click(app.named_all("Cover", ft.Container)[0])
        assert not tasks.task(desk, step.uid).is_open
        assert app.shows("1/2")
        await app.click("1 dari 2 langkah")
        assert not app.shows("Skrip")

    run_on(desk, check, route="/todo/today")


def test_a_long_list_comes_a_page_at_a_time(desk: Workspace):
    for at_ in range(120):
        add(desk, f"Tugas {at_:03}", due=at(TODAY + timedelta(days=at_)))

    async def check(app: AppSession) -> None:
        def shown() -> int:
            return len({text for text in app.texts() if text.startswith("Tugas 0")})

        async def scroll() -> None:
            await app.fire(
                app.find(ft.ListView),
                "scroll",
                {
                    "t": "update",
                    "event_type": "update",
                    "pixels": 2800.0,
                    "min_scroll_extent": 0.0,
                    "max_scroll_extent": 3000.0,
                    "viewport_dimension": 600.0,
                },
            )

        # What is below the first screenful is drawn a moment later, on a busy machine much later.
        await app.settle(soon=FOLDED_S)
        assert shown() == 50
        await scroll()
        assert shown() == 100
        assert app.shows("Tugas 099")
        tasks.complete(desk, lists.page(desk, ListName.ALL).lines[0].uid)
        await app.settle(soon=FOLDED_S)
        assert not app.shows("Tugas 000")
        assert app.shows("Tugas 100"), "a change reads as many rows as were shown"
        await scroll()
        assert app.shows("Tugas 119")

    run_on(desk, check, route="/todo/all")


def test_keys_walk_the_rows_and_do_what_a_tap_would(desk: Workspace):
    first = add(desk, "Pertama", due=at(TODAY, "14:00"))
    second = add(desk, "Kedua", due=at(TODAY, "15:00"))
    third = add(desk, "Ketiga", due=at(TODAY, "16:00"))

    async def check(app: AppSession) -> None:
        await press(app, "J", "J", "K", "Space")
        assert not tasks.task(desk, first.uid).is_open
        await press(app, "Delete")
        assert tasks.task(desk, second.uid).deleted
        await press(app, "R")
        assert app.shows("Besok pagi")
        await press(app, "J")
        await app.dismiss(app.find(ft.BottomSheet))
        await press(app, "E")
        assert app.page.route == f"/task/{third.uid}"

    run_on(desk, check, route="/todo/today")


def test_several_are_selected_by_holding_and_completed_as_one_step(desk: Workspace):
    made = [add(desk, title, due=at(TODAY)) for title in ("Satu", "Dua", "Tiga")]

    async def check(app: AppSession) -> None:
        await hold(app, "Satu")
        assert app.shows("1 dipilih")
        await app.click(app.named_all("Dua", ft.Container)[0])
        assert app.shows("2 dipilih")
        await app.click("Selesaikan")
        assert [tasks.task(desk, task.uid).is_open for task in made] == [False, False, True]
        assert app.shows("2 tugas selesai")
        await app.click("Urungkan")
        assert all(tasks.task(desk, task.uid).is_open for task in made)

    run_on(desk, check, route="/todo/today")


def test_the_trash_gives_back_what_it_holds(desk: Workspace):
    task = add(desk, "Terhapus")
    tasks.delete(desk, task.uid)

    async def check(app: AppSession) -> None:
        assert app.shows("Kept for 30 days")
        assert app.shows("deleted just now · deleted for good in 30 days")
        await app.click("Restore Terhapus")
        assert tasks.task(desk, task.uid).is_open
        assert app.shows("The trash is empty")
        await app.click("Back to the lists")
        assert app.page.route == "/todo/today"

    run_on(desk, check, route="/todo/trash", language="en")


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("name", list(ListName))
def test_an_empty_list_says_what_comes_next(desk: Workspace, name: ListName, language: str):
    async def check(app: AppSession) -> None:
        words = Words("id" if language == "id" else "en")
        said = emptiness(words, name)
        assert app.shows(said.title)
        assert app.shows(said.line)
        await app.click(app.named_all(said.action, ft.FilledButton)[0])
        if said.adds:
            assert app.find_all(ft.BottomSheet)
        else:
            assert app.page.route == "/todo/today"

    run_on(desk, check, route=f"/todo/{name}", language=language)


def test_a_list_that_cannot_be_read_says_so_and_tries_again(
    desk: Workspace, monkeypatch: pytest.MonkeyPatch
):
    add(desk, "Ada juga", due=at(TODAY))
    real = lists.page

    def busy(*_: object, **__: object) -> None:
        raise StorageBusy(Path("data.db"))

    async def check(app: AppSession) -> None:
        assert app.shows("data.db")
        monkeypatch.setattr(lists, "page", real)
        await app.click("Coba lagi")
        assert app.shows("Ada juga")

    monkeypatch.setattr(lists, "page", busy)
    run_on(desk, check, route="/todo/today")


def test_what_another_process_adds_appears_by_itself(desk: Workspace, open_desk: OpenDesk):
    other = open_desk()

    async def check(app: AppSession) -> None:
        add(other, "Dari baris perintah", due=at(TODAY))
        await app.settle(soon=4.0)
        assert app.shows("Dari baris perintah")

    run_on(desk, check, route="/todo/today")


def test_the_menu_orders_and_groups_the_list(desk: Workspace):
    goal = goals.create_goal(desk, {"name": "Konten Desember"})
    add(desk, "Tanpa goal", due=at(TODAY, "14:00"))
    add(desk, "Dengan goal", due=at(TODAY, "16:00"), goal=goal.uid)

    async def check(app: AppSession) -> None:
        await app.click(menu_item(app, "Kelompokkan per goal"))
        assert position(app, "Dengan goal") < position(app, "Tanpa goal")

    run_on(desk, check, route="/todo/today")


def line(title: str, priority: int, due: Moment | None, desk: Workspace) -> TaskLine:
    made = tasks.capture(desk, {"summary": title, "priority": priority, "due": due})
    return tasks.line(desk, made.uid)


def test_priority_orders_each_day_and_makes_groups(desk: Workspace):
    low = line("rendah", Priority.LOW, Moment(TODAY, time(9)), desk)
    high = line("tinggi", Priority.HIGH, Moment(TODAY, time(15)), desk)
    later = line("besok", Priority.HIGH, Moment(TOMORROW), desk)
    by_time = (low, high, later)
    assert ordered(by_time, View(SortBy.PRIORITY)) == (high, low, later)
    dates = Dates("en", ZoneInfo(JAKARTA))
    view = View(group=GroupBy.PRIORITY)
    parts = sections(ordered(by_time, view), ListName.WEEK, view, dates, NOW)
    assert [(part.title, len(part.lines)) for part in parts] == [
        ("High priority", 2),
        ("Low priority", 1),
    ]
    assert parts[0].day is None
