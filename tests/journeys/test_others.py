"""What others do meanwhile: a second window, a command in a terminal."""

import subprocess
import sys

from tests.journeys.conftest import House, OpenWindow
from tests.rig.browser import DESKTOP, PHONE
from tests.rig.server import REPOSITORY
from tests.screenshots.data_folders import NOW_TYPED, ZONE

DATA = "empty"


def command(house: House, *arguments: str) -> None:
    """Run DoCheck's command line on the same data, in a process of its own."""
    place = ["--data-dir", str(house.folder), "--now", NOW_TYPED, "--tz", ZONE]
    subprocess.run(
        [sys.executable, "main.py", *arguments, *place],
        cwd=REPOSITORY,
        check=True,
        capture_output=True,
        timeout=60,
    )


def test_a_second_window_sees_what_the_first_does(window: OpenWindow) -> None:
    here, there = window(PHONE), window(DESKTOP)
    here.click("Tugas baru")
    here.type_into("Judul", "Telepon klien", then="Enter")
    there.role("checkbox", "Telepon klien").wait_for()
    here.leave(here.field("Judul"))
    there.role("checkbox", "Telepon klien").click()
    here.sees("1 dari 1 selesai")
    there.click("Urungkan")
    here.sees("0 dari 1 selesai")


def test_a_command_in_a_terminal_appears_on_the_screen(house: House, window: OpenWindow) -> None:
    page = window(PHONE)
    page.sees("0 dari 1 selesai")
    command(house, "add", "Dari terminal", "--due", "2026-11-23")
    page.role("checkbox", "Dari terminal").wait_for()
    page.sees("0 dari 2 selesai")


def test_fast_typing_goes_on_while_others_change_what_is_around_it(
    house: House, window: OpenWindow
) -> None:
    title = "abcdefghijklmnopqrstuvwxyz" * 2
    for other in ("Satu", "Dua"):
        command(house, "add", other, "--due", "2026-11-23")
    here, there = window(PHONE), window(DESKTOP)
    here.click("Tugas baru")
    here.field("Judul").wait_for()
    for other, half in (("Satu", title[:26]), ("Dua", title[26:])):
        there.role("checkbox", other).first.click()
        here.page.keyboard.type(half, delay=50)
    here.press("Enter")
    here.sees(f"Ditambahkan: {title}")
    here.leave(here.field("Judul"))
    here.role("checkbox", title).wait_for()
