"""Saved filters among the To-do lists: chips with counts, and what a long press does."""

import flet as ft

from services import filters, tasks
from services.workspace import Workspace
from tests.rig.desk import TODAY, add, at, clock, desk, folder, open_desk, template
from tests.rig.flet_session import AppSession
from tests.views.app.screens.opened import hold, press, run_on

__all__ = ["clock", "desk", "folder", "open_desk", "template"]


def test_a_chip_leads_to_what_the_filter_finds(desk: Workspace):
    saved = filters.save_filter(desk, "Naskah", "naskah")
    add(desk, "Naskah satu", due=at(TODAY))
    add(desk, "Balas komentar", due=at(TODAY))

    async def check(app: AppSession) -> None:
        await app.click("Naskah · 1")
        assert app.page.route == f"/todo/filter/{saved.uid}"
        assert app.shows("Naskah satu")
        assert not app.shows("Balas komentar")
        await press(app, "j", "e")
        assert app.page.route.startswith("/task/")

    run_on(desk, check, route="/todo/today")


def test_a_long_press_deletes_and_undo_brings_it_back(desk: Workspace):
    saved = filters.save_filter(desk, "Naskah", "naskah")

    async def check(app: AppSession) -> None:
        await hold(app, "Naskah · 0")
        await app.click("Hapus")
        assert app.page.route == "/todo/today"
        assert filters.filters(desk) == ()
        await app.click("Urungkan")
        assert [each.uid for each in filters.filters(desk)] == [saved.uid]

    run_on(desk, check, route=f"/todo/filter/{saved.uid}")


def test_it_is_changed_moved_and_refused_what_it_cannot_be(desk: Workspace):
    first = filters.save_filter(desk, "Satu", "p1")
    add(desk, "Naskah", priority=1)
    filters.save_filter(desk, "Dua", "p2")

    async def check(app: AppSession) -> None:
        await app.click("Ubah filter")
        await app.click("Pindah ke belakang")
        assert [each.name for each in filters.filters(desk)] == ["Dua", "Satu"]
        await app.change("Pencarian", "due:bezok")
        await app.click("Simpan")
        assert app.shows("“bezok”")
        await app.submit("Pencarian", "p3")
        assert filters.filters(desk)[1].query == "p3"
        assert not app.find_all(ft.BottomSheet)

    run_on(desk, check, route=f"/todo/filter/{first.uid}")


def test_what_a_filter_finds_in_the_trash_can_be_restored(desk: Workspace):
    saved = filters.save_filter(desk, "Dibuang", "is:trashed")
    task = add(desk, "Naskah lama", due=at(TODAY))
    tasks.delete(desk, task.uid)

    async def check(app: AppSession) -> None:
        assert not app.find_all(ft.Dismissible)
        assert app.shows("dihapus")
        await app.click("Pulihkan Naskah lama")
        assert tasks.task(desk, task.uid).deleted is None
        assert not app.shows("Pulihkan Naskah lama")

    run_on(desk, check, route=f"/todo/filter/{saved.uid}")
