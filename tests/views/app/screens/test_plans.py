"""The sheet that plans backwards, and recipes on the screen."""

from datetime import date, time
from pathlib import Path

import flet as ft
import pytest

from models.lists import ListName
from models.moment import Moment
from models.recipe import Gap, RecipeStep
from services import lists, recipes, tasks
from services.workspace import Workspace
from tests.rig.flet_session import AppSession, run_app
from tests.views.app.screens.desk_for_screens import add, at, new_desk
from tests.views.app.screens.opened import menu_item
from views.app import routes
from views.app.app import app_for


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return new_desk(tmp_path)


def in_december(day: int) -> Moment:
    """Four in the afternoon, in Jakarta."""
    return Moment(date(2026, 12, day), time(16), "Asia/Jakarta")


def _steps(desk: Workspace, uid: str) -> list[str]:
    return [step.summary for step in tasks.steps(desk, uid)]


def test_steps_are_shown_then_made_and_taken_back(desk: Workspace):
    task = add(desk, "Reels tutorial", due=in_december(14))

    async def check() -> None:
        async with AppSession(app_for(desk), route=routes.task_route(task)) as app:
            await app.click(app.named("Rencanakan mundur", ft.TextButton))
            assert app.shows("Brainstorming ide")
            assert app.shows("Jum 11 Des · 17.30 – 18.00")
            assert app.shows("1 hari sebelumnya · lebih awal: libur")
            await app.click("Artikel")
            assert app.shows("Tulis draf")
            await app.click("Konten Reels")
            await app.click("Buat 5 langkah")
            assert len(_steps(desk, task)) == 5
            assert app.shows("5 langkah direncanakan untuk “Reels tutorial”")
            await app.click("Urungkan")
            assert _steps(desk, task) == []

    run_app(check)


def test_a_planned_step_is_locked_and_the_rest_planned_again(desk: Workspace):
    task = add(desk, "Reels tutorial", due=in_december(11))

    async def check() -> None:
        async with AppSession(app_for(desk), route=routes.task_route(task)) as app:
            await app.click(app.named("Rencanakan mundur", ft.TextButton))
            await app.click("Buat 5 langkah")
            await app.click(app.named("Rencanakan mundur", ft.TextButton))
            assert app.shows("Rencana sekarang")
            assert not app.shows("Di samping 5 langkah yang sudah ada.")
            await app.click("Artikel")
            assert app.shows("Di samping 5 langkah yang sudah ada.")
            await app.click("Rencana sekarang")
            await app.click("Kunci “Desain” di tempatnya")
            design = next(s for s in tasks.steps(desk, task) if s.summary == "Desain")
            assert tasks.task(desk, design.uid).is_locked
            await app.click("Rencanakan ulang")
            assert app.shows("“Reels tutorial” direncanakan ulang")

    run_app(check)


def test_what_does_not_fit_is_said_in_words(desk: Workspace):
    task = add(desk, "Reels tutorial", due=at(20, time(16)))

    async def check() -> None:
        async with AppSession(app_for(desk), route=routes.task_route(task)) as app:
            await app.click(app.named("Rencanakan mundur", ft.TextButton))
            said = app.texts()
            assert said.count("Tidak muat") == 5
            past = "Jam tayangnya sudah lewat: langkah sebelumnya tidak dapat waktu."
            assert said.count(past) == 1

    run_app(check)


def test_each_step_that_does_not_fit_says_so_once(desk: Workspace):
    task = add(desk, "Reels tutorial", due=at(24, time(10)))

    async def check() -> None:
        async with AppSession(app_for(desk), route=routes.task_route(task)) as app:
            await app.click(app.named("Rencanakan mundur", ft.TextButton))
            await app.click("Artikel")
            why = [text for text in app.texts() if "tidak muat" in text.casefold()]
            assert why == ["Tidak muat: jam kerja yang tersisa kurang dari 3 j"]

    run_app(check)


def test_a_recipe_is_kept_from_steps_changed_and_deleted(desk: Workspace):
    task = add(desk, "Podcast", due=in_december(11))
    add(desk, "Rekam", parent=task, due=in_december(4))

    def own() -> list[str]:
        return [each.name for each in recipes.recipes(desk, "id") if not each.is_built_in]

    async def check() -> None:
        async with AppSession(app_for(desk), route=routes.task_route(task)) as app:
            await app.click(app.named("Rencanakan mundur", ft.TextButton))
            await app.click(menu_item(app, "Simpan langkah ini sebagai resep"))
            assert own() == ["Podcast"]
            await app.click(menu_item(app, "Ubah resep"))
            await app.change("Kapan", "2 hari kerja sebelumnya")
            await app.submit("Kapan")
            (step,) = recipes.recipe_named(desk, "Podcast", "id").steps
            assert step.gap.text == "-2w"
            await app.change("Kapan", "entah")
            await app.submit("Kapan")
            assert app.shows("“entah” bukan jarak. Coba “7 hari sebelumnya”, atau -7d.")
            await app.click("Kembali ke rencana")
            await app.click(menu_item(app, "Hapus resep"))
            assert own() == []
            assert app.shows("Resep “Podcast” dihapus")

    run_app(check)


def test_put_away_over_a_recipe_it_opens_again(desk: Workspace):
    task = add(desk, "Podcast", due=in_december(11))
    add(desk, "Rekam", parent=task, due=in_december(4))

    async def check() -> None:
        async with AppSession(app_for(desk), route=routes.task_route(task)) as app:
            await app.click(app.named("Rencanakan mundur", ft.TextButton))
            await app.click(menu_item(app, "Simpan langkah ini sebagai resep"))
            await app.click(menu_item(app, "Ubah resep"))
            await app.dismiss(app.find(ft.BottomSheet))
            await app.click(app.named("Rencanakan mundur", ft.TextButton))
            assert app.shows("Podcast")
            assert app.find_all(ft.BottomSheet)

    run_app(check)


def test_quick_add_plans_what_has_a_time_with_a_recipe(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route=routes.todo_route()) as app:
            await app.click("Tambah tugas")
            await app.change("Apa yang mau dikerjakan?", "Reels promo 11 desember jam 16")
            await app.click("Resep")
            await app.click("Konten Reels")
            await app.submit("Apa yang mau dikerjakan?")
            (made,) = (line for line in lists.page(desk, ListName.ALL).lines if line.parent is None)
            assert made.due == Moment(date(2026, 12, 11), time(16))
            assert len(_steps(desk, made.uid)) == 5

    run_app(check)


def test_a_recipe_is_moved_among_ones_own(desk: Workspace):
    task = add(desk, "Reels tutorial", due=in_december(11))
    for name in ("Utas", "Siaran"):
        recipes.save_recipe(desk, name, (RecipeStep("Draf", Gap(-1)),))

    def own() -> list[str]:
        return [each.name for each in recipes.recipes(desk, "id") if not each.is_built_in]

    async def check() -> None:
        async with AppSession(app_for(desk), route=routes.task_route(task)) as app:
            await app.click(app.named("Rencanakan mundur", ft.TextButton))
            await app.click("Siaran")
            await app.click(menu_item(app, "Ubah resep"))
            await app.click("Pindah ke depan")
            assert own() == ["Siaran", "Utas"]
            await app.click("Pindah ke belakang")
            assert own() == ["Utas", "Siaran"]

    run_app(check)
