"""Titles as people write them: from right to left, with emoji, and far too long."""

import pytest

from tests.journeys.conftest import House, OpenWindow
from tests.rig.browser import DESKTOP, PHONE, Device
from tests.screenshots import data_folders

DATA = "empty"

TITLES = {
    "rtl": "اجتماع الفريق غدًا",
    "emoji": "Ulang tahun 👩‍👩‍👧‍👦 🎂🎉",
    "long": "Panjang " * 1249 + "selesai.",
    "word": "w" * 600,
    "marks": '<b>tebal</b> & "kutip" 100 % \\n {name}',
}


@pytest.fixture(scope="module")
def titled(house: House) -> House:
    """The module's house with a task of each title, due today."""
    assert len(TITLES["long"]) == 10_000
    data_folders.add_today(house.folder, TITLES.values())
    return house


@pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_no_title_breaks_the_lists(titled: House, window: OpenWindow, device: Device) -> None:
    page = window(device)
    for route in ("/", "/todo/today", "/timeline/agenda"):
        page.go(route).wait_for_route(route)
        for title in TITLES.values():
            page.role("checkbox", title).wait_for(state="attached")
        for box in page.boxes():
            assert box.left >= -1, f"{route}: {box}"
            assert box.right <= device.width + 1, f"{route}: {box}"
        row = page.role("button", TITLES["long"][:200], exact=False).first.bounding_box()
        assert row is not None
        assert row["height"] < 120


def test_a_long_title_can_be_read_and_left(titled: House, window: OpenWindow) -> None:
    page = window(PHONE)
    page.go(f"/task/{data_folders.uid_of(titled.folder, TITLES['long'])}")
    page.field("Judul").wait_for()
    page.role("button", "Selesai").wait_for()
    page.click("Kembali")
    page.role("checkbox", TITLES["emoji"]).wait_for()
