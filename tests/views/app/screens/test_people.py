"""The people screen: who has what, another name, the language of messages, gone and back."""

import flet as ft

from services import people, slips, tasks
from services.workspace import Workspace
from tests.rig.desk import TODAY, add, at, clock, desk, folder, open_desk, template
from tests.rig.flet_session import AppSession
from tests.views.app.screens.opened import menu_item, run_on
from views.app import routes

__all__ = ["clock", "desk", "folder", "open_desk", "template"]


def test_somebody_is_renamed_written_to_in_their_language_and_deleted_and_back(desk: Workspace):
    people.add_person(desk, name="Raka")
    task = add(desk, "Carousel", due=at(TODAY))
    slips.hand_over(desk, task.uid, "Raka")

    async def check(app: AppSession) -> None:
        assert app.shows("1 tugas belum selesai")
        assert app.shows("Diserahkan ke Raka · tanya lagi besok")
        await app.click(menu_item(app, "Nama, bahasa, dan lainnya"))
        await app.change("Nama", "Raka P")
        await app.click("English")
        await app.click(app.named("Simpan", ft.FilledButton))
        assert app.shows("1 tugas belum selesai · Pesan berbahasa Inggris")
        assert tasks.task(desk, task.uid).waiting_for == "Raka P"
        await app.click(menu_item(app, "Hapus"))
        assert people.people(desk) == ()
        assert app.shows("Disebut di tugas")
        await app.click("Urungkan")
        assert [each.name for each in people.people(desk)] == ["Raka P"]
        await app.click("Carousel")
        assert app.page.route == routes.task_route(task.uid)

    run_on(desk, check, route=routes.PEOPLE)


def test_somebody_is_added_and_a_name_that_is_taken_is_refused(desk: Workspace):
    async def check(app: AppSession) -> None:
        assert app.shows("Belum ada orang")
        await app.click(app.named("Tambah orang", ft.FilledButton))
        await app.change("Nama", "Sinta")
        await app.change("Cara menghubungi", "0812")
        await app.submit("Cara menghubungi")
        assert {"0 tugas belum selesai", "0812"} <= set(app.texts())
        await app.click("Tambah orang")
        await app.change("Nama", "sinta")
        await app.click(app.named("Simpan", ft.FilledButton))
        assert app.find_all(ft.BottomSheet)
        assert len(people.people(desk)) == 1

    run_on(desk, check, route=routes.PEOPLE)


def test_the_slip_sheet_and_the_settings_lead_there(desk: Workspace):
    add(desk, "Carousel", due=at(TODAY, "09:00"), attendees=("Raka",))

    async def check(app: AppSession) -> None:
        await app.click("Putuskan")
        await app.click("Kompromi dengan tim")
        await app.click(app.named("Orang", ft.TextButton))
        assert app.page.route == routes.PEOPLE
        await app.click("Kembali ke pengaturan")
        assert app.page.route == routes.SETTINGS
        await app.click("Orang")
        assert app.page.route == routes.PEOPLE

    run_on(desk, check, route=routes.HOME)
