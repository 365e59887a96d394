"""Templates on the screen: shown, started, kept from a goal, copied, renamed, deleted."""

from datetime import date
from pathlib import Path

import flet as ft
import pytest

from models.storage import goal_rows
from services import goals, tasks, templates
from services.workspace import Workspace
from tests.rig.flet_session import AppSession, run_app
from tests.views.app.screens.desk_for_screens import add, at, new_desk
from tests.views.app.screens.opened import menu_item
from views.app import routes
from views.app.app import app_for


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return new_desk(tmp_path)


def _own(desk: Workspace) -> list[str]:
    return [each.name for each in templates.templates(desk, "id") if not each.is_built_in]


def _dues(desk: Workspace, goal: str) -> list[date]:
    with desk.reading() as unit:
        uids = goal_rows.tasks_of(unit, goal)
    return sorted(task.due.date for uid in uids if (task := tasks.task(desk, uid)).due)


def test_those_of_docheck_stand_under_how_one_makes_ones_own(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route="/templates") as app:
            texts = app.texts()
            assert texts.index("Templateku") < texts.index("Dari DoCheck")
            assert app.shows("Konten · 15 tugas · 4 minggu")
            assert app.shows("Hari 1")
            assert app.shows("H−42")
            await app.click(app.named("Semua goal", ft.TextButton))
            assert app.page.route == routes.GOALS

    run_app(check)


def test_a_template_is_started_on_a_chosen_day_and_that_is_taken_back(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route="/templates") as app:
            await app.click("Mulai Kampanye konten")
            assert app.shows("24 Nov – 21 Des · 15 tugas")
            await app.change("Nama goal", "Kampanye Januari")
            await app.click("Ganti")
            await app.click("Senin, 30 November")
            assert app.shows("30 Nov – 27 Des · 15 tugas")
            await app.click("Mulai goal")
            (goal,) = goals.goals(desk)
            assert (goal.name, goal.tasks_total) == ("Kampanye Januari", 15)
            assert app.page.route == routes.goal_route(goal.uid)
            assert app.shows("Dimulai dari template: Kampanye Januari")
            dues = _dues(desk, goal.uid)
            assert (dues[0], dues[-1]) == (date(2026, 11, 30), date(2026, 12, 27))
            await app.click("Urungkan")
            assert goals.goals(desk) == ()
            assert app.shows("Goal ini sudah tidak ada")

    run_app(check)


def test_once_the_first_time_has_passed_tomorrow_is_proposed_and_today_is_warned_of(
    desk: Workspace,
):
    async def check() -> None:
        async with AppSession(app_for(desk), route="/templates") as app:
            await app.click("Mulai Kampanye konten")
            assert app.shows("24 Nov – 21 Des · 15 tugas")
            assert not app.shows("sudah lewat waktunya")
            await app.click("Ganti")
            await app.click("Senin, 23 November")
            assert app.shows("1 tugas sudah lewat waktunya. Pilih tanggal yang lebih jauh.")

    run_app(check)


def test_what_is_done_by_a_day_ends_there_and_past_days_are_told(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route="/templates") as app:
            await app.click("Mulai Kuis bersama followers")
            await app.click("Selesai pada")
            assert app.shows("24 Nov – 15 Des · 16 tugas")
            await app.click("Ganti")
            await app.click("Senin, 30 November")
            assert app.shows("13 Nov – 4 Des · 16 tugas")
            assert app.shows("8 tugas sudah lewat waktunya. Pilih tanggal yang lebih jauh.")
            assert app.shows("dan 9 lagi")
            await app.click("Tampilkan semua tugas")
            assert app.shows("Kirim hadiah")

    run_app(check)


def test_a_goal_is_kept_as_a_template_from_its_menu(desk: Workspace):
    async def check() -> None:
        uid = goals.create_goal(desk, {"name": "Konten"}).uid
        add(desk, "Reels", at(24), goal=uid)
        async with AppSession(app_for(desk), route=routes.goal_route(uid)) as app:
            await app.fire(menu_item(app, "Simpan sebagai template"), "click")
            assert app.shows("Template disimpan: Konten")
            assert _own(desk) == ["Konten"]
            await app.click("Urungkan")
            assert _own(desk) == []

    run_app(check)


def test_a_goal_without_tasks_says_why_it_is_not_kept(desk: Workspace):
    async def check() -> None:
        uid = goals.create_goal(desk, {"name": "Konten"}).uid
        async with AppSession(app_for(desk), route=routes.goal_route(uid)) as app:
            await app.fire(menu_item(app, "Simpan sebagai template"), "click")
            assert app.shows("“Konten” belum punya tugas untuk disimpan. Tambahkan dulu.")

    run_app(check)


def test_one_of_docheck_is_copied_renamed_and_deleted(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route="/templates") as app:
            await app.fire(menu_item(app, "Salin ke templateku"), "click")
            assert _own(desk) == ["Kampanye konten"]
            await app.fire(menu_item(app, "Nama dan keterangan"), "click")
            await app.change("Nama", "Bulanan")
            await app.change("Keterangan", "Tiap bulan")
            await app.click("Simpan")
            assert _own(desk) == ["Bulanan"]
            assert app.shows("Tiap bulan")
            await app.fire(menu_item(app, "Hapus template"), "click")
            assert _own(desk) == []
            assert app.shows("Template dihapus: Bulanan")
            await app.click("Urungkan")
            assert _own(desk) == ["Bulanan"]

    run_app(check)


def test_templates_are_reached_from_the_goals(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route="/goals") as app:
            await app.click("Mulai dari template")
            assert app.page.route == routes.TEMPLATES
            await app.click(app.named("Semua goal", ft.IconButton))
            await app.click("Goal baru")
            assert app.named_all("Mulai dari template", ft.TextButton)
            await app.click("Template")
            assert app.page.route == routes.TEMPLATES

    run_app(check)


def test_a_template_without_dates_asks_for_none(desk: Workspace):
    async def check() -> None:
        uid = goals.create_goal(desk, {"name": "Koper"}).uid
        add(desk, "Paspor", goal=uid)
        templates.save_goal_as_template(desk, uid)
        goals.delete_goal(desk, uid)
        async with AppSession(app_for(desk), route="/templates") as app:
            await app.click("Mulai Koper")
            assert not app.shows("Mulai pada")
            await app.click("Mulai goal")
            assert [goal.tasks_total for goal in goals.goals(desk)] == [1]

    run_app(check)
