"""The first run: two ways in, each on data of its own."""

from tests.rig.browser import DESKTOP, PHONE, OpenPage
from tests.rig.server import StartServer
from tests.screenshots.data_folders import NOW_TYPED, ZONE

START = {"now": NOW_TYPED, "tz": ZONE, "more": ["--lang", "id"]}


def test_the_example_leads_to_a_full_home(server: StartServer, open_page: OpenPage) -> None:
    page = open_page(server(**START).url, PHONE)
    page.wait_for_route("/welcome")
    page.click("Coba dengan contoh")
    page.wait_for_route("/")
    page.sees("Sore, Dhila")
    page.sees("47 mnt")
    page.sees("2 terlewat")
    page.role("checkbox", "Finalisasi caption & cover reels").wait_for()
    page.reload()
    page.sees("Sore, Dhila")
    assert page.route == "/"


def test_an_empty_start_leads_to_the_first_task(server: StartServer, open_page: OpenPage) -> None:
    page = open_page(server(**START).url, DESKTOP)
    page.wait_for_route("/welcome")
    page.type_into("Nama panggilan", "Raka")
    page.click("Mulai kosong")
    page.wait_for_route("/")
    page.sees("Sore, Raka")
    page.click("Tambah tugas")
    page.type_into("Judul", "Kirim undangan rapat", then="Enter")
    page.sees("Ditambahkan: Kirim undangan rapat")
    page.leave(page.field("Judul"))
    page.role("checkbox", "Kirim undangan rapat").wait_for()
    page.reload()
    page.role("checkbox", "Kirim undangan rapat").wait_for()
