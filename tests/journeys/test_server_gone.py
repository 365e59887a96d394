"""The program is closed under an open window, and opened again: the window goes on."""

from urllib.parse import urlsplit

from tests.journeys.conftest import House
from tests.journeys.test_others import command
from tests.rig.browser import PHONE, OpenPage
from tests.rig.server import AppServer
from tests.screenshots.data_folders import NOW_TYPED, ZONE

DATA = "empty"


def test_the_window_comes_back_with_what_has_changed(house: House, open_page: OpenPage) -> None:
    house.close_server()
    with AppServer.docheck(house.folder, now=NOW_TYPED, tz=ZONE) as server:
        page = open_page(server.url, PHONE)
        page.sees("Awal yang lapang")
        port = urlsplit(server.url).port
        server.process.kill()
        server.process.wait()
    command(house, "add", "Ditulis sementara itu", "--due", "2026-11-23")
    more = ["--port", f"{port}"]
    with AppServer.docheck(house.folder, now=NOW_TYPED, tz=ZONE, more=more):
        page.role("checkbox", "Ditulis sementara itu").wait_for(timeout=30_000)
        page.role("checkbox", "Ditulis sementara itu").click()
        page.sees("1 dari 1 selesai")
    # While nobody answers, the browser and Flet's client say so.
    page.complaints[:] = [each for each in page.complaints if each.startswith("foreign")]
