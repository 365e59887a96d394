"""The connection breaks under an open window and comes back: the window goes on where it was."""

from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.journeys.conftest import House, OpenWindow
from tests.journeys.test_others import command
from tests.rig.browser import PHONE, AppPage, OpenPage
from tests.rig.server import AppServer
from tests.screenshots.data_folders import NOW_TYPED, ZONE

DATA = "example"


def test_the_screen_lives_on(desktop: AppPage) -> None:
    desktop.go_by("Timeline", "/timeline")
    desktop.role("heading", "Senin 23").first.wait_for()
    desktop.lose_connection()
    for place, route, title in (("Goal", "/goals", "Goal"), ("Beranda", "/", "Sore, Dhila")):
        desktop.go_by(place, route)
        desktop.role("heading", title).first.wait_for()
    desktop.role("checkbox", "Balas komentar & DM").click()
    desktop.sees("Selesai: Balas komentar & DM")
    desktop.click("Urungkan")
    desktop.role("checkbox", "Balas komentar & DM").wait_for()


def test_a_task_over_a_list_lives_on(house: House, window: OpenWindow) -> None:
    phone = window(PHONE)
    phone.click("To-do", "tab")
    phone.wait_for_route("/todo/today")
    phone.role("button", "Koordinasi visual dengan desainer", exact=False).first.click()
    phone.field("Judul").wait_for()
    phone.lose_connection()
    phone.settled()
    high = phone.role("button", "P1 · Tinggi")
    phone.click_until("Prioritas: P2 · Sedang", high)
    high.click()
    phone.role("button", "Prioritas: P1 · Tinggi").wait_for()
    phone.go_by("Kembali", "/todo/today")
    phone.role("checkbox", "Koordinasi visual dengan desainer").wait_for()


def test_what_changed_meanwhile_is_seen(house: House, phone: AppPage) -> None:
    phone.role("checkbox", "Balas komentar & DM").wait_for()
    command(house, "add", "Ditulis sementara itu", "--due", "2026-11-23")
    phone.lose_connection()
    phone.role("checkbox", "Ditulis sementara itu").wait_for()


def test_what_is_being_typed_is_kept(phone: AppPage) -> None:
    phone.click("Tugas baru")
    phone.type_into("Judul", "Setengah jadi")
    phone.lose_connection()
    phone.settled()
    expect(phone.field("Judul")).to_have_value("Setengah jadi")
    phone.click("Tambah")
    phone.sees("Ditambahkan: Setengah jadi")
    phone.leave(phone.field("Judul"))
    phone.role("checkbox", "Setengah jadi").wait_for()


def test_the_program_is_closed_and_opened_under_the_window(
    house: House, open_page: OpenPage
) -> None:
    house.close_server()
    with AppServer.docheck(house.folder, now=NOW_TYPED, tz=ZONE) as server:
        page = open_page(server.url, PHONE)
        page.role("checkbox", "Balas komentar & DM").wait_for()
        port = urlsplit(server.url).port
        server.process.kill()
        server.process.wait()
        page.page.get_by_role("status").filter(has_text="Tidak tersambung").wait_for()
    command(house, "add", "Selagi tertutup", "--due", "2026-11-23")
    more = ["--port", f"{port}"]
    with AppServer.docheck(house.folder, now=NOW_TYPED, tz=ZONE, more=more):
        page.role("checkbox", "Selagi tertutup").wait_for(timeout=30_000)
        page.role("checkbox", "Selagi tertutup").click()
        page.sees("Selesai: Selagi tertutup")
        assert page.page.locator("#docheck-offline").count() == 0
    # While nobody answers, the browser and Flet's client say so.
    page.complaints[:] = [each for each in page.complaints if each.startswith("foreign")]
