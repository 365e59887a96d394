"""Data that no longer opens: the app says so, and brings the newest backup back."""

from pathlib import Path

from tests.rig.browser import PHONE, OpenPage
from tests.rig.server import StartServer
from tests.screenshots import data_folders
from tests.screenshots.data_folders import NOW_TYPED, ZONE


def test_the_newest_backup_is_restored(
    data_dir: Path, server: StartServer, open_page: OpenPage
) -> None:
    data_folders.damage(data_dir)
    running = server(now=NOW_TYPED, tz=ZONE, more=["--lang", "id"])
    page = open_page(running.url, PHONE)
    page.sees("Datamu perlu diperbaiki")
    page.click("Pulihkan cadangan terbaru")
    page.sees("Sore, Dhila")
    page.role("checkbox", "Finalisasi caption & cover reels").wait_for()
    page.reload()
    page.sees("Sore, Dhila")
    page.complaints[:] = []
