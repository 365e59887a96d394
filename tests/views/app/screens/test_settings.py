"""Settings: every choice is kept as it is made, and the data is looked after."""

import tomllib
from datetime import time, timedelta
from pathlib import Path

import flet as ft
import pytest

from models.storage import backups
from services import care, lists
from services.workspace import Workspace
from tests.rig.flet_session import AppSession, run_app
from tests.views.app.screens.desk_for_screens import NOW, add, new_desk
from views.app.app import app_for
from views.app.routes import Place, Screen, place_of, route_of, settings_route

ROOT = Path(__file__).parents[4]


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return new_desk(tmp_path)


def test_language_and_look_switch_at_once_and_are_kept(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route="/settings") as app:
            await app.click("English")
            assert app.shows("Settings")
            await app.click("Dark")
            assert app.page.theme_mode is ft.ThemeMode.DARK
        assert (desk.settings.language, desk.settings.theme) == ("en", "dark")

    run_app(check)


def test_the_name_is_kept_when_entered(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route="/settings") as app:
            await app.submit("Nama", " Dhila ")
        assert desk.settings.name == "Dhila"

    run_app(check)


def test_a_name_too_long_is_refused_with_words(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route="/settings") as app:
            await app.submit("Nama", "x" * 200)
            assert app.shows("200 karakter")
        assert desk.settings.name == ""

    run_app(check)


def test_the_week_the_lead_and_the_capacity_are_kept(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route="/settings") as app:
            await app.click("Min")
            await app.click("2 j")
            await app.click("Tambah jam per hari")
            assert app.shows("6 j 30 mnt")
        kept = desk.settings
        assert kept.first_weekday == 6
        assert kept.default_lead == timedelta(hours=2)
        assert kept.daily_capacity == timedelta(hours=6, minutes=30)

    run_app(check)


def test_the_capacity_stays_within_a_day(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route="/settings") as app:
            for _ in range(13):
                await app.click("Kurangi jam per hari")
        assert desk.settings.daily_capacity == timedelta(minutes=30)

    run_app(check)


def test_best_hours_are_picked_and_impossible_ones_refused(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route="/settings") as app:
            await app.click(app.named_all("16.00", ft.Container)[0])
            picker = app.find(ft.TimePicker)
            await app.fire(picker, "change", None, value=time(15, 30))
            await app.dismiss(picker)
            assert desk.settings.best_start == time(15, 30)
            await app.click(app.named_all("18.00", ft.Container)[0])
            await app.fire(app.find(ft.TimePicker), "change", None, value=time(9))
            assert desk.settings.best_end == time(18)
            assert app.shows("Jam ramai selesai setelah mulai")

    run_app(check)


def test_the_zone_is_searched_and_kept(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route="/settings") as app:
            await app.click("Zona waktu")
            await app.change("Cari kota", "tidak ada kota ini")
            assert app.shows("Tidak ada tempat")
            await app.change("Cari kota", "wit")
            await app.click("Jayapura")
            assert desk.settings.zone == "Asia/Jayapura"
            await app.click("Zona waktu")
            await app.click("Ikuti perangkat ini")
        assert desk.settings.zone is None

    run_app(check)


def test_a_backup_by_hand_says_where_it_is(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route="/settings") as app:
            assert app.shows("Belum ada")
            await app.click("Cadangkan sekarang")
            (copy,) = backups.listed(desk.paths.backups)
            assert app.shows(str(copy))
            assert app.shows("Terakhir: baru saja")
            assert care.made_at(copy) == NOW

    run_app(check)


def test_the_folder_is_shown_and_copied_within_the_press(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route="/settings") as app:
            button = app.button("Salin")
            assert button.action.data == str(desk.paths.folder)  # type: ignore[attr-defined]
            await app.click(button)
            assert app.shows("Disalin")

    run_app(check)


def test_the_trash_leads_to_its_list(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route="/settings") as app:
            await app.click("Sampah")
            assert app.page.route == "/todo/trash"

    run_app(check)


def test_the_example_is_offered_to_an_empty_app_only(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route="/settings") as app:
            await app.click("Muat contoh")
            assert app.page.route == "/"
            assert lists.total_open(desk) > 20
            await app.navigate("/settings")
            assert not app.shows("Muat contoh")

    run_app(check)


def test_one_task_is_enough_to_offer_no_example(desk: Workspace):
    async def check() -> None:
        add(desk, "Punyaku")
        async with AppSession(app_for(desk), route="/settings") as app:
            assert not app.shows("Muat contoh")

    run_app(check)


def test_keys_licences_and_the_version_are_told(desk: Workspace):
    async def check() -> None:
        version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
        async with AppSession(app_for(desk), route="/settings", width=1440, height=900) as app:
            assert app.shows(f"Versi {version}")
            await app.click("Pintasan keyboard")
            assert app.shows("Ke goal")
            await app.dismiss(app.find(ft.AlertDialog))
            await app.click("Lisensi")
            assert app.shows("Plus Jakarta Sans")

    run_app(check)


@pytest.mark.parametrize(("width", "columns"), [(390, 1), (900, 1), (1440, 2)])
def test_groups_stand_side_by_side_where_there_is_room(desk: Workspace, width: float, columns: int):
    async def check() -> None:
        async with AppSession(app_for(desk), route="/settings", width=width, height=900) as app:
            (page,) = (each for each in app.find_all(ft.Column) if each.scroll)
            body = page.controls[1]
            assert isinstance(body, ft.Row)
            assert len(body.controls) == columns

    run_app(check)


def test_a_setting_that_was_searched_for_is_scrolled_to(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk)) as app:
            await app.navigate(settings_route("Jam tenang"))
            await app.settle(soon=1)
            (call,) = [each for each in app.client.calls if each.name == "scroll_to"]
            assert app.find(ft.Container, key="Jam tenang").key
            assert call.arguments["scroll_key"] == "Jam tenang"

    run_app(check)


@pytest.mark.parametrize("row", ["", "Jam tenang", "a&b=c"])
def test_a_setting_has_a_route(row: str):
    route = settings_route(row)
    assert place_of(route) == Place(Screen.SETTINGS, text=row)
    assert route_of(place_of(route)) == route
