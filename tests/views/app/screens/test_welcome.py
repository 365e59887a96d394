"""The first run: what it teaches, what it keeps, and the ways on."""

from datetime import time
from pathlib import Path

import pytest

from services import lists
from services.workspace import Workspace
from tests.rig.flet_session import AppSession, run_app
from tests.views.app.screens.desk_for_screens import add, at, new_desk
from views.app.app import app_for

NAME = "Nama panggilanmu? (boleh kosong)"


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return new_desk(tmp_path, is_welcomed=False)


def test_the_first_run_begins_here_and_teaches_the_two_times(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk)) as app:
            assert app.page.route == "/welcome"
            for text in ("Siap sebelum tayang", "15.00", "16.00", "Tidak ada yang hilang"):
                assert app.shows(text), text

    run_app(check)


def test_starting_empty_keeps_the_name_and_never_comes_back(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk)) as app:
            await app.change(NAME, "Dhila")
            await app.click("Mulai kosong")
            assert app.page.route == "/"
            assert app.shows("Sore, Dhila")
        assert desk.settings.is_welcomed
        async with AppSession(app_for(desk)) as again:
            assert again.page.route == "/"

    run_app(check)


def test_starting_from_a_template_shows_them(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk)) as app:
            await app.click("Dari template")
            assert app.page.route == "/templates"
            assert app.shows("Kampanye konten")
        assert desk.settings.is_welcomed

    run_app(check)


def test_the_example_is_loaded_in_the_language_shown(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk)) as app:
            await app.click("EN")
            await app.click("Try with an example")
            assert app.page.route == "/"
            assert lists.total_open(desk) > 20
            assert app.shows("Good afternoon, Dhila")
            assert desk.settings.language == "en"

    run_app(check)


def test_the_name_given_wins_over_the_examples(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk)) as app:
            await app.change(NAME, "Sinta")
            await app.click("Coba dengan contoh")
            assert desk.settings.name == "Sinta"

    run_app(check)


def test_the_example_is_refused_with_words_where_there_are_tasks(desk: Workspace):
    async def check() -> None:
        add(desk, "Punyaku", at(23, time(16)))
        async with AppSession(app_for(desk)) as app:
            await app.click("Coba dengan contoh")
            assert app.page.route == "/welcome"
            assert app.shows("Contoh ini untuk daftar kosong")
            assert lists.total_open(desk) == 1
            await app.click("Lanjut dengan tugasku")
            assert app.page.route == "/"

    run_app(check)


def test_a_browser_keeps_the_zone_that_was_shown(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk)) as app:
            assert app.shows("Zona waktu: Jakarta · WIB")
            await app.click("Mulai kosong")
        assert desk.settings.zone == "Asia/Jakarta"

    run_app(check)


def test_a_device_goes_on_following_its_own_zone(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), web=False) as app:
            await app.click("Mulai kosong")
        assert desk.settings.zone is None

    run_app(check)


def test_another_zone_is_found_by_its_city(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk)) as app:
            await app.click("Ganti")
            await app.change("Cari kota", "makas")
            await app.click("Makassar")
            assert desk.settings.zone == "Asia/Makassar"

    run_app(check)


def test_the_language_switches_at_once(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), width=1440, height=900) as app:
            await app.click("EN")
            assert app.shows("Ready before it goes live")
            assert app.shows("16:00")

    run_app(check)
