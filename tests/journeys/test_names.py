"""Every control says its name: walked through on each screen, as a screen reader does."""

import pytest

from tests.journeys.conftest import House, OpenWindow
from tests.rig.browser import DESKTOP, PHONE, Device
from tests.screenshots import data_folders

DATA = "example"

ROUTES = (
    "/",
    "/todo/today",
    "/todo/missed",
    "/todo/trash",
    "/timeline",
    "/timeline/agenda",
    "/timeline/week",
    "/timeline/2026-12",
    "/goals",
    "/settings",
    "/welcome",
    "/nowhere",
)


@pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_no_control_is_without_a_name(house: House, window: OpenWindow, device: Device) -> None:
    page = window(device)
    uid = data_folders.uid_of(house.folder, "Reels: 5 kebiasaan produktif")
    nameless: dict[str, list[str]] = {}
    for route in (*ROUTES, f"/task/{uid}"):
        page.go("/nowhere")
        page.sees("Halaman ini tidak ada")
        page.go(route)
        if route != "/nowhere":
            page.sees_no("Halaman ini tidak ada")
            page.settled()
        if found := page.nameless():
            nameless[route] = found
    page.go("/todo/today")
    page.click("Tugas baru")
    page.field("Judul").wait_for()
    nameless |= {"quick add": page.nameless()} if page.nameless() else {}
    page.press("Escape")
    page.click("Tentukan langkah untuk Kirim brief kuis ke tim")
    page.role("button", "Besok pagi", exact=False).wait_for()
    nameless |= {"reschedule": page.nameless()} if page.nameless() else {}
    page.press("Escape")
    page.role("button", "Besok pagi", exact=False).wait_for(state="detached")
    assert nameless == {}
