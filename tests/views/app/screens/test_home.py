"""Home: the next deadline, what was missed, today, goals, and its quiet moments."""

from datetime import time, timedelta
from pathlib import Path

import flet as ft
import pytest

from models.lists import ListName
from models.task import Status
from services import goals, lists, tasks
from services.settings import change_settings
from services.workspace import Workspace
from tests.rig.flet_session import AppSession, run_app
from tests.views.app.screens.desk_for_screens import HandClock, add, at, new_desk
from tests.views.app.screens.opened import press_at_once
from views.app.app import app_for
from views.text import Words


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Workspace:
    return new_desk(tmp_path, clock=clock)


def test_it_greets_by_name_and_hour_over_the_date(desk: Workspace):
    async def check() -> None:
        change_settings(desk, name="Dhila")
        async with AppSession(app_for(desk)) as app:
            assert app.shows("Sore, Dhila")
            assert app.shows("Senin, 23 November")

    run_app(check)


def test_an_empty_app_teaches_the_first_step(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk)) as app:
            assert app.shows("Mulai dari sini")
            assert not app.shows("Goal")
            await app.click("Tambah tugas")
            assert app.find_all(ft.BottomSheet)

    run_app(check)


def test_the_next_deadline_counts_to_ready_by_and_moves_with_the_clock(
    desk: Workspace, clock: HandClock
):
    async def check() -> None:
        uid = add(desk, "Reels", at(23, time(16)), lead=60)
        for number in range(4):
            step = add(desk, f"Langkah {number}", parent=uid)
            if number < 3:
                tasks.complete(desk, step)
        async with AppSession(app_for(desk)) as app:
            assert app.shows("47 mnt")
            assert app.shows("siap sebelum 15.00")
            assert app.shows("16.00")
            assert app.shows("3/4")
            clock.instant += timedelta(minutes=7)
            change_settings(desk, name="D")
            await app.settle()
            assert app.shows("40 mnt")

    run_app(check)


def test_without_a_lead_the_countdown_is_to_the_due_time(desk: Workspace):
    async def check() -> None:
        add(desk, "Balas komentar", at(23, time(17, 30)))
        async with AppSession(app_for(desk)) as app:
            assert app.shows("3 j 17 mnt")
            assert not app.shows("siap sebelum")

    run_app(check)


def test_the_next_deadline_opens_its_task(desk: Workspace):
    async def check() -> None:
        uid = add(desk, "Reels", at(24, time(16)), lead=60)
        async with AppSession(app_for(desk)) as app:
            await app.click("Reels")
            assert app.page.route == f"/task/{uid}"

    run_app(check)


def test_no_deadline_ahead_is_said_calmly(desk: Workspace):
    async def check() -> None:
        add(desk, "Ide tanpa tanggal")
        async with AppSession(app_for(desk)) as app:
            assert app.shows("Belum ada deadline")
            assert app.shows("Tidak ada deadline hari ini")

    run_app(check)


def test_missed_ones_are_decided_on_one_by_one(desk: Workspace):
    async def check() -> None:
        add(desk, "Brief", at(20))
        add(desk, "Rekap", at(22, time(17)))
        async with AppSession(app_for(desk)) as app:
            assert app.shows("2 terlewat")
            await app.click("Putuskan")
            assert app.shows("1 dari 2")
            assert app.shows("Terlewat · seharusnya Jum 20 Nov")

    run_app(check)


def test_today_shows_its_progress_and_its_open_tasks_by_time(desk: Workspace):
    async def check() -> None:
        add(desk, "Sore", at(23, time(17)))
        add(desk, "Siang", at(23, time(15)))
        tasks.complete(desk, add(desk, "Pagi", at(23, time(9))))
        async with AppSession(app_for(desk)) as app:
            assert app.shows("1 dari 3 selesai")
            texts = app.texts()
            assert texts.index("Siang") < len(texts) - texts[::-1].index("Sore")
            assert "Pagi" not in texts
            await app.click("Selesai · 1")
            assert app.shows("Pagi")

    run_app(check)


def test_a_check_completes_and_undo_brings_back(desk: Workspace):
    async def check() -> None:
        uid = add(desk, "Balas komentar", at(23, time(17)))
        add(desk, "Lainnya", at(23, time(18)))
        async with AppSession(app_for(desk)) as app:
            ring = app.find(ft.Semantics, label="Balas komentar", checked=False)
            assert ring.content is not None
            await app.click(ring.content)
            assert tasks.task(desk, uid).status is Status.COMPLETED
            assert app.shows("1 dari 2 selesai")
            await app.click("Urungkan")
            assert tasks.task(desk, uid).status is Status.NEEDS_ACTION
            assert app.shows("0 dari 2 selesai")

    run_app(check)


def test_the_next_deadline_says_the_day_to_be_ready_where_it_is_another(desk: Workspace):
    async def check() -> None:
        add(desk, "Reels", at(24, time(16)), lead=60)
        async with AppSession(app_for(desk)) as app:
            assert app.shows("siap sebelum besok 15.00")
            assert app.shows("tayang besok")

    run_app(check)


def test_all_done_and_nothing_missed_is_a_moment(desk: Workspace):
    async def check() -> None:
        for title in ("Satu", "Dua"):
            tasks.complete(desk, add(desk, title, at(23, time(9))))
        async with AppSession(app_for(desk)) as app:
            assert app.shows("Semua beres hari ini")
            await app.click("Lihat besok")
            assert app.page.route == "/todo/tomorrow"

    run_app(check)


def test_a_missed_one_leaves_no_moment_of_all_done(desk: Workspace):
    async def check() -> None:
        tasks.complete(desk, add(desk, "Satu", at(23, time(9))))
        add(desk, "Terlewat", at(20))
        async with AppSession(app_for(desk)) as app:
            assert not app.shows("Semua beres")

    run_app(check)


def test_a_time_of_today_that_has_passed_is_said_in_words(desk: Workspace):
    async def check() -> None:
        add(desk, "Terlewat", at(23, time(9)))
        async with AppSession(app_for(desk)) as app:
            assert app.shows("terlewat · 09.00")

    run_app(check)


def test_a_long_day_points_at_the_todo_list_for_the_rest(desk: Workspace):
    async def check() -> None:
        for number in range(23):
            add(desk, f"Tugas {number}", at(23, time(16, number)))
        async with AppSession(app_for(desk)) as app:
            await app.click("3 lagi di To-do")
            assert app.page.route == "/todo/today"
            assert len(lists.every_line(desk, ListName.TODAY)) == 23

    run_app(check)


def test_pinned_goals_show_their_progress_and_open(desk: Workspace):
    async def check() -> None:
        pinned = goals.create_goal(desk, {"name": "Konten Desember", "pinned": True})
        goals.create_goal(desk, {"name": "Lain-lain"})
        tasks.complete(desk, add(desk, "Satu", goal=pinned.uid))
        add(desk, "Dua", goal=pinned.uid)
        async with AppSession(app_for(desk)) as app:
            assert app.shows("1 dari 2 siap")
            assert not app.shows("Lain-lain")
            await app.click("Konten Desember")
            assert app.page.route == f"/goal/{pinned.uid}"
            assert app.shows("Dua")

    run_app(check)


def test_the_face_opens_settings(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk)) as app:
            await app.click("Pengaturan")
            assert app.page.route == "/settings"

    run_app(check)


def test_keys_walk_today_and_complete(desk: Workspace):
    async def check() -> None:
        add(desk, "Satu", at(23, time(15)))
        uid = add(desk, "Dua", at(23, time(16)))

        async with AppSession(app_for(desk), width=1440, height=900) as app:
            await press_at_once(app, "J", "J", " ")
            assert tasks.task(desk, uid).status is Status.COMPLETED

    run_app(check)


@pytest.mark.parametrize(("width", "is_beside"), [(390, False), (1440, True)])
def test_the_rate_of_the_month_stands_beside_today_where_there_is_room(
    desk: Workspace, width: float, is_beside: bool
):
    async def check() -> None:
        uid = add(desk, "Reels", at(23, time(16)))
        tasks.complete(desk, uid)
        async with AppSession(app_for(desk), width=width, height=900) as app:
            seen = app.texts()
            told = Words("id").say("A goal gathers tasks and shows how far they are.")
            rate = seen.index("Tepat bulan ini")
            assert (seen.index(told) < rate) is is_beside

    run_app(check)


def test_it_speaks_english_too(desk: Workspace):
    async def check() -> None:
        change_settings(desk, language="en", name="Dhila")
        add(desk, "Brief", at(20))
        add(desk, "Reels", at(23, time(16)), lead=60)
        async with AppSession(app_for(desk), width=1440, height=900) as app:
            for text in ("Good afternoon, Dhila", "1 missed", "Decide", "47 min", "0 of 1 done"):
                assert app.shows(text), text

    run_app(check)
