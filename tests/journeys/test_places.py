"""Going about: tabs, links from outside, back and forward, and a link that leads nowhere."""

from playwright.sync_api import expect

from tests.journeys.conftest import House, OpenWindow
from tests.rig.browser import DESKTOP, PHONE, AppPage
from tests.screenshots import data_folders

DATA = "example"


def test_the_bar_at_the_foot_of_a_phone(phone: AppPage) -> None:
    for tab, route, title in (
        ("To-do", "/todo/today", "To-do"),
        ("Timeline", "/timeline", "Timeline"),
        ("Beranda", "/", "Sore, Dhila"),
    ):
        phone.click(tab, "tab")
        phone.wait_for_route(route)
        phone.role("heading", title).wait_for()
        expect(phone.page.get_by_role("tab", name=tab, selected=True)).to_be_attached()


def test_the_rail_of_a_wide_window(desktop: AppPage) -> None:
    for place, route in (
        ("To-do", "/todo/today"),
        ("Timeline", "/timeline"),
        ("Goal", "/goals"),
        ("Pengaturan", "/settings"),
        ("Beranda", "/"),
    ):
        desktop.click(place)
        desktop.wait_for_route(route)
    desktop.role("heading", "Sore, Dhila").wait_for()


def test_links_from_outside(house: House, window: OpenWindow) -> None:
    page = window(PHONE)
    uid = data_folders.uid_of(house.folder, "Reels: 5 kebiasaan produktif")
    page.open("/todo/week")
    page.role("heading", "Besok").wait_for()
    page.open("/timeline/2026-12")
    page.role("heading", "Desember 2026").wait_for()
    page.open(f"/task/{uid}")
    page.field("Judul").wait_for()
    page.role("checkbox", "Reels: 5 kebiasaan produktif").wait_for()
    page.open("/nowhere/at/all")
    page.sees("Halaman ini tidak ada")
    page.click("Ke Beranda")
    page.wait_for_route("/")
    page.sees("Sore, Dhila")


def test_a_task_of_a_link_that_is_gone_is_told(window: OpenWindow) -> None:
    page = window(DESKTOP)
    page.go("/task/01890000-0000-7000-8000-000000000000")
    page.sees("Tugas ini tidak ada")


def test_back_and_forward(phone: AppPage) -> None:
    phone.click("To-do", "tab")
    phone.wait_for_route("/todo/today")
    phone.role("button", "Besok · 8").click()
    phone.wait_for_route("/todo/tomorrow")
    phone.role("button", "Carousel: kerja fleksibel", exact=False).first.click()
    phone.field("Judul").wait_for()
    phone.back()
    phone.wait_for_route("/todo/tomorrow")
    phone.role("button", "Carousel: kerja fleksibel", exact=False).first.wait_for()
    phone.back()
    phone.wait_for_route("/todo/today")
    phone.role("checkbox", "Finalisasi caption & cover reels").wait_for()
    phone.forward()
    phone.wait_for_route("/todo/tomorrow")
    phone.role("button", "Carousel: kerja fleksibel", exact=False).first.wait_for()
