"""Going about: tabs, links from outside, back and forward, and a link that leads nowhere."""

import pytest
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
        phone.go_by(tab, route, "tab")
        phone.role("heading", title).wait_for()
        expect(phone.page.get_by_role("tab", name=tab, selected=True)).to_be_attached()


def test_the_rail_of_a_wide_window(desktop: AppPage) -> None:
    for place, route, title in (
        ("To-do", "/todo/today", "To-do"),
        ("Timeline", "/timeline", "Senin 23"),
        ("Goal", "/goals", "Goal"),
        ("Pengaturan", "/settings", "Pengaturan"),
        ("Beranda", "/", "Sore, Dhila"),
    ):
        desktop.go_by(place, route)
        desktop.role("heading", title).first.wait_for()


@pytest.mark.parametrize(
    ("route", "heading"), [("/todo/week", "Besok"), ("/timeline/2026-12", "Desember 2026")]
)
def test_a_link_from_outside_leads_to_its_place(
    window: OpenWindow, route: str, heading: str
) -> None:
    page = window(PHONE)
    page.open(route)
    page.role("heading", heading).wait_for()


def test_a_link_from_outside_leads_to_its_task(house: House, window: OpenWindow) -> None:
    uid = data_folders.uid_of(house.folder, "Reels: 5 kebiasaan produktif")
    page = window(PHONE)
    page.open(f"/task/{uid}")
    page.field("Judul").wait_for()
    page.role("checkbox", "Reels: 5 kebiasaan produktif").wait_for()


def test_a_link_to_nowhere_is_told_and_leads_home(window: OpenWindow) -> None:
    page = window(PHONE)
    page.open("/nowhere/at/all")
    page.sees("Halaman ini tidak ada")
    page.go_by("Ke Beranda", "/")
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
