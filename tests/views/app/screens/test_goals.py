"""Goals: the list of all, and one goal's page."""

from pathlib import Path

import flet as ft
import pytest

from models.goal import GoalColor
from services import goals, tasks
from services.workspace import Workspace
from tests.rig.flet_session import AppSession, run_app
from tests.views.app.screens.desk_for_screens import add, new_desk
from views.app import routes
from views.app.app import app_for


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return new_desk(tmp_path)


def test_a_new_goal_is_named_pinned_and_opened(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route="/goals") as app:
            assert app.shows("Belum ada goal")
            await app.click("Buat goal")
            await app.change("Nama goal", "Konten Desember")
            await app.submit("Nama goal")
            (made,) = goals.goals(desk)
            assert (made.name, made.pinned) == ("Konten Desember", True)
            assert app.page.route == routes.goal_route(made.uid)

    run_app(check)


def test_archived_goals_stand_apart(desk: Workspace):
    async def check() -> None:
        goals.create_goal(desk, {"name": "Aktif"})
        goals.create_goal(desk, {"name": "Lama", "archived": True})
        async with AppSession(app_for(desk), route="/goals") as app:
            assert not app.shows("Lama")
            await app.click("Diarsipkan · 1")
            texts = app.texts()
            assert texts.index("Aktif") < texts.index("Diarsipkan · 1") < texts.index("Lama")

    run_app(check)


def test_a_goal_is_renamed_pinned_coloured_and_archived_in_place(desk: Workspace):
    async def check() -> None:
        uid = goals.create_goal(desk, {"name": "Konten"}).uid
        async with AppSession(app_for(desk), route=routes.goal_route(uid)) as app:
            await app.submit("Nama goal", "Konten Desember")
            await app.click("Sematkan ke Beranda")
            await app.click("Ubah goal")
            await app.click("Ungu")
            await app.click("Roket")
            await app.change("Kategori", "Kerja")
            await app.click("Simpan")
            await app.click("Arsipkan")
            goal = goals.goal(desk, uid)
            assert (goal.name, goal.pinned, goal.archived) == ("Konten Desember", True, True)
            look = (goal.color, goal.icon, goal.category)
            assert look == (GoalColor.VIOLET, "rocket", "Kerja")
            assert app.shows("Diarsipkan: tidak lagi tampil di Beranda.")
            await app.click("Keluarkan dari arsip")
            assert not goals.goal(desk, uid).archived

    run_app(check)


def test_deleting_a_goal_can_be_undone_and_keeps_its_tasks(desk: Workspace):
    async def check() -> None:
        uid = goals.create_goal(desk, {"name": "Konten"}).uid
        task = add(desk, "Reels", goal=uid)
        async with AppSession(app_for(desk), route=routes.goal_route(uid)) as app:
            assert app.shows("Reels")
            await app.click("Hapus goal")
            assert app.shows("Goal ini berisi 1 tugas.")
            await app.click("Hapus goal, tugasnya tetap ada")
            assert app.page.route == "/goals"
            assert app.shows("Goal dihapus: Konten · 1 tugas tetap ada, tanpa goal")
            assert goals.goals(desk) == ()
            assert tasks.task(desk, task).goal is None
            await app.click("Urungkan")
            assert app.shows("Konten")
            assert tasks.task(desk, task).goal == uid

    run_app(check)


def test_a_goal_can_take_its_tasks_to_the_trash_and_both_come_back(desk: Workspace):
    async def check() -> None:
        uid = goals.create_goal(desk, {"name": "Konten"}).uid
        several = [add(desk, "Reels", goal=uid), add(desk, "Kuis", goal=uid)]
        async with AppSession(app_for(desk), route=routes.goal_route(uid)) as app:
            await app.click("Hapus goal")
            await app.click("Batal")
            assert len(goals.goals(desk)) == 1
            await app.click("Hapus goal")
            await app.click("Buang juga 2 tugasnya ke sampah")
            assert app.shows("Goal dihapus: Konten · 2 tugas dipindah ke sampah")
            assert all(tasks.task(desk, each).deleted for each in several)
            await app.click("Urungkan")
            assert not any(tasks.task(desk, each).deleted for each in several)
            await app.click("Ulangi")
            assert goals.goals(desk) == ()

    run_app(check)


def test_a_goal_without_tasks_is_deleted_with_one_press(desk: Workspace):
    async def check() -> None:
        uid = goals.create_goal(desk, {"name": "Konten"}).uid
        async with AppSession(app_for(desk), route=routes.goal_route(uid)) as app:
            await app.click("Hapus goal")
            assert app.shows("Goal ini tidak berisi tugas.")
            await app.click(app.named("Hapus goal", ft.FilledTonalButton))
            assert goals.goals(desk) == ()

    run_app(check)


def test_a_goal_that_is_gone_says_so(desk: Workspace):
    async def check() -> None:
        uid = goals.create_goal(desk, {"name": "Konten"}).uid
        goals.delete_goal(desk, uid)
        async with AppSession(app_for(desk), route=routes.goal_route(uid)) as app:
            assert app.shows("Goal ini sudah dihapus")

    run_app(check)


def test_a_goal_that_never_was_is_told_with_a_way_to_the_others(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route="/goal/nowhere") as app:
            assert app.shows("Goal ini sudah tidak ada")
            await app.click(app.named("Semua goal", ft.FilledButton))
            assert app.page.route == routes.GOALS

    run_app(check)


def test_the_first_rows_of_a_long_goal_do_not_wait_for_the_others(desk: Workspace):
    async def check() -> None:
        uid = goals.create_goal(desk, {"name": "Konten"}).uid
        for number in range(30):
            add(desk, f"Tugas {number:02}", goal=uid)
        async with AppSession(app_for(desk)) as app:
            app.client.patch_bytes.clear()
            await app.navigate(routes.goal_route(uid))
            await app.settle()
            assert app.shows("Tugas 29")
            first, *others = [size for size in app.client.patch_bytes if size > 20_000]
            assert others
            assert first < 1.5 * max(others)

    run_app(check)


def test_a_long_goal_shows_more_when_asked(desk: Workspace):
    def shown(app: AppSession) -> set[str]:
        return {text for text in app.texts() if text.startswith("Tugas ") and text[6:].isdigit()}

    async def check() -> None:
        uid = goals.create_goal(desk, {"name": "Konten"}).uid
        for number in range(53):
            add(desk, f"Tugas {number:02}", goal=uid)
        async with AppSession(app_for(desk), route=routes.goal_route(uid)) as app:
            await app.settle()
            assert len(shown(app)) == 50
            await app.click("Tampilkan lagi")
            assert len(shown(app)) == 53
            assert not app.shows("Tampilkan lagi")

    run_app(check)
