"""A phone: writing tasks down, doing them, taking it back; and all of it is kept."""

import re

from tests.journeys.conftest import House, OpenWindow
from tests.rig.browser import AppPage

DATA = "empty"


def add(page: AppPage, *titles: str) -> None:
    """Write down tasks one after the other, with the field kept open."""
    page.click("Tugas baru")
    for title in titles:
        page.type_into("Judul", title)
        page.press_until("Enter", f"Ditambahkan: {title}")
    page.leave(page.field("Judul"))


def test_several_tasks_one_after_the_other(phone: AppPage) -> None:
    add(phone, "Beli kopi", "Balas komentar", "Rekap insight")
    for title in ("Beli kopi", "Balas komentar", "Rekap insight"):
        phone.role("checkbox", title).wait_for()
    phone.sees("0 dari 3 selesai")


def test_typing_goes_on_without_touching_the_field(phone: AppPage) -> None:
    phone.click("Tugas baru")
    phone.field("Judul").wait_for()
    phone.page.keyboard.type("Satu lagi")
    phone.press("Enter")
    phone.sees("Ditambahkan: Satu lagi")
    phone.page.keyboard.type("Dan satu lagi")
    phone.press("Enter")
    phone.sees("Ditambahkan: Dan satu lagi")
    phone.leave(phone.field("Judul"))
    phone.role("checkbox", "Dan satu lagi").wait_for()


def test_done_and_taken_back_from_the_bar(phone: AppPage) -> None:
    phone.role("checkbox", "Beli kopi").click()
    phone.sees("1 dari 5 selesai")
    phone.click("Urungkan")
    phone.sees("0 dari 5 selesai")
    phone.role("checkbox", "Beli kopi", exact=True).and_(
        phone.page.get_by_role("checkbox", checked=False)
    ).wait_for()


def test_done_and_taken_back_with_ctrl_z(desktop: AppPage) -> None:
    desktop.role("checkbox", "Balas komentar").click()
    desktop.sees("1 dari 5 selesai")
    desktop.press("Control+z")
    desktop.sees("Diurungkan: Balas komentar")
    desktop.sees("0 dari 5 selesai")


def test_all_is_kept_over_a_reload(phone: AppPage) -> None:
    phone.role("checkbox", "Rekap insight").click()
    phone.sees("1 dari 5 selesai")
    phone.reload()
    phone.sees("1 dari 5 selesai")
    phone.role("checkbox", "Beli kopi").wait_for()


def test_all_is_kept_when_the_program_is_closed_and_opened(
    house: House, window: OpenWindow
) -> None:
    house.close_server()
    page = window()
    page.sees("1 dari 5 selesai")
    page.role("checkbox", "Beli kopi").wait_for()
    page.role("button", re.compile("Selesai · 1")).wait_for()
