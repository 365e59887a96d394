"""Language and looks: changed while one looks on, and kept."""

from collections.abc import Callable

import pytest

from tests.journeys.conftest import OpenWindow
from tests.rig.browser import PHONE, AppPage

DATA = "example"

Corner = Callable[[AppPage], int]


@pytest.fixture
def brightness() -> Corner:
    """How bright the page's corner is drawn, from 0 to 255."""

    def measured(page: AppPage) -> int:
        return max(page.pixel(2, page.device.height // 2))

    return measured


def test_another_language_at_once_and_after_a_reload(phone: AppPage) -> None:
    phone.click("Pengaturan")
    phone.wait_for_route("/settings")
    phone.click("English")
    phone.role("heading", "Settings").wait_for()
    phone.role("tab", "Home").wait_for()
    phone.reload()
    phone.role("heading", "Settings").wait_for()
    phone.click("Back to Home")
    phone.sees("Good afternoon, Dhila")
    phone.sees("15:00")
    phone.click("Settings")
    phone.click("Indonesia")
    phone.role("heading", "Pengaturan").wait_for()


def test_the_dark_at_once_and_after_a_reload(phone: AppPage, brightness: Corner) -> None:
    phone.click("Pengaturan")
    phone.click("Gelap")
    phone.until(lambda: brightness(phone) < 64)
    phone.reload()
    phone.role("heading", "Pengaturan").wait_for()
    phone.until(lambda: brightness(phone) < 64)
    phone.click("Terang")
    phone.until(lambda: brightness(phone) > 192)


def test_another_name_is_greeted(window: OpenWindow) -> None:
    page = window(PHONE)
    page.click("Pengaturan")
    page.type_into("Nama", "Sinta", then="Enter")
    page.click("Kembali ke Beranda")
    page.sees("Sore, Sinta")
