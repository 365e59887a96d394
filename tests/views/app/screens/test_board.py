"""The month ahead on the screen: slots filled by tapping and dropping, full days lightened."""

from datetime import date, time, timedelta
from pathlib import Path

import flet as ft
import pytest

from models.moment import Moment
from services import tasks
from services.workspace import Workspace
from tests.rig.flet_session import AppSession, run_app
from tests.views.app.screens.desk_for_screens import add, new_desk
from views.app import routes
from views.app.app import app_for

HOUR = timedelta(hours=1)


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return new_desk(tmp_path)


def in_december(day: int, hour: int = 16) -> Moment:
    return Moment(date(2026, 12, day), time(hour), "Asia/Jakarta")


def test_a_phone_shows_a_row_a_day_and_a_tap_fills_a_slot(desk: Workspace):
    idea = add(desk, "Ide kuis")

    async def check() -> None:
        async with AppSession(app_for(desk), route="/plan") as app:
            assert app.shows("Rencana Desember")
            assert app.shows("0 dari 22 slot terisi")
            await app.click("Isi slot Jumat, 11 Desember, 16.00")
            await app.click("Ide kuis")
            assert tasks.task(desk, idea).due == in_december(11)
            assert len(tasks.steps(desk, idea)) == 5
            assert app.shows("1 dari 22 slot terisi")
            await app.click("Urungkan")
            assert tasks.task(desk, idea).due is None

    run_app(check)


def test_a_new_idea_is_made_on_a_slot_without_a_recipe(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route=routes.plan_route(2026, 12)) as app:
            await app.click("Isi slot Senin, 7 Desember, 16.00")
            await app.click("Tanpa langkah")
            await app.submit("Ide baru", "Reels libur")
            assert app.shows("Reels libur")
            assert app.shows("“Reels libur” direncanakan")

    run_app(check)


def test_the_button_of_the_field_adds_the_idea(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route=routes.plan_route(2026, 12)) as app:
            await app.click("Isi slot Senin, 7 Desember, 16.00")
            await app.click("Tambah ide")
            assert not app.shows("Reels libur")
            await app.change("Ide baru", "Reels libur")
            await app.click("Tambah ide")
            assert app.shows("“Reels libur” direncanakan")

    run_app(check)


def test_an_idea_is_dropped_on_a_slot_of_the_grid(desk: Workspace):
    idea = add(desk, "Ide kuis")

    async def check() -> None:
        async with AppSession(app_for(desk), route="/plan/2026-12", width=1440) as app:
            source = app.find(ft.Draggable)
            (target,) = (
                each
                for each in app.find_all(ft.DragTarget)
                if str(each.key) == "slot-2026-12-11-16:00:00"
            )
            await app.fire(
                target,
                "accept",
                {"src_id": source._i, "l": {"x": 0, "y": 0}, "g": {"x": 0, "y": 0}},
            )
            assert tasks.task(desk, idea).due == in_december(11)
            assert len(tasks.steps(desk, idea)) == 5

    run_app(check)


def test_full_days_are_red_and_lightened_by_one_action(desk: Workspace):
    add(desk, "Besar", due=in_december(11, 17), estimate=5 * HOUR)
    small = add(desk, "Kecil", due=in_december(11, 12), estimate=2 * HOUR)

    async def check() -> None:
        async with AppSession(app_for(desk), route="/plan/2026-12") as app:
            assert app.shows("1 hari melebihi kapasitas")
            await app.click("Lihat saran")
            assert app.shows("Jum 11 Des → Kam 10 Des · 2 j")
            await app.click("Pindahkan 1 tugas")
            assert tasks.task(desk, small).due == in_december(10, 12)
            assert not app.shows("1 hari melebihi kapasitas")
            await app.click("Urungkan")
            assert tasks.task(desk, small).due == in_december(11, 12)

    run_app(check)


def test_full_days_of_other_months_are_no_alarm_of_this_one(desk: Workspace):
    add(desk, "Besar", due=Moment(date(2026, 11, 30), time(17), "Asia/Jakarta"), estimate=9 * HOUR)
    add(desk, "Lain", due=in_december(11, 17), estimate=8 * HOUR)

    def colors(app: AppSession) -> set[str]:
        texts = [(" ".join(each.value.split()), each.color) for each in app.find_all(ft.Text)]
        return {f"{value} {color}" for value, color in texts if value.endswith("dari 6 j")}

    async def check() -> None:
        async with AppSession(app_for(desk), route="/plan/2026-12", width=1440) as app:
            assert app.shows("1 hari melebihi kapasitas")
            assert colors(app) == {
                f"9 j dari 6 j {ft.Colors.ON_SURFACE_VARIANT}",
                f"8 j dari 6 j {ft.Colors.ON_ERROR_CONTAINER}",
            }

    run_app(check)


def test_a_step_that_is_moved_says_whose_it_is(desk: Workspace):
    whole = add(desk, "Reels akhir tahun")
    add(desk, "Besar", due=in_december(11, 17), estimate=5 * HOUR)
    add(desk, "Tulis naskah", parent=whole, due=in_december(11, 12), estimate=2 * HOUR)

    async def check() -> None:
        async with AppSession(app_for(desk), route="/plan/2026-12") as app:
            await app.click("Lihat saran")
            assert app.shows("Tulis naskah")
            assert app.shows("Reels akhir tahun")

    run_app(check)


def test_months_turn_and_the_timeline_leads_here_and_back(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route="/timeline/2026-12") as app:
            await app.click("Rencanakan bulan")
            assert app.page.route == "/plan/2026-12"
            await app.click("Berikutnya")
            assert app.page.route == "/plan/2027-01"
            assert app.shows("Rencana Januari")
            await app.click("Kembali ke timeline")
            assert app.page.route == "/timeline/2027-01"

    run_app(check)
