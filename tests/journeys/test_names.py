"""Every control of a wide window says its name: walked through as a screen reader does.

Those of a phone are looked at with the snapshots.
"""

from tests.journeys.conftest import House, OpenWindow
from tests.rig.browser import DESKTOP
from tests.screenshots import data_folders

DATA = "example"

#: Each route, and what is seen once it has arrived.
ROUTES = {
    "/": "Hari ini",
    "/todo/today": "Tentukan langkah",
    "/todo/missed": "Rekap insight mingguan",
    "/todo/trash": "Disimpan 30 hari",
    "/timeline": "Brainstorming ide",
    "/timeline/agenda": "Sebelumnya",
    "/timeline/week": "Balas komentar",
    "/timeline/2026-12": "Desember 2026",
    "/goals": "Kuis 10k followers",
    "/settings": "Kapasitas kerja",
    "/welcome": "Lanjut dengan tugasku",
    "/nowhere": "Halaman ini tidak ada",
}


def test_no_control_is_without_a_name(house: House, window: OpenWindow) -> None:
    page = window(DESKTOP)
    nameless: dict[str, list[str]] = {}

    def look(where: str) -> None:
        page.settled()
        if found := page.nameless():
            nameless[where] = found

    for route, seen in ROUTES.items():
        page.go(route)
        page.sees(seen)
        look(route)
    page.go("/todo/today").wait_for_route("/todo/today")
    page.click("Tugas baru")
    page.field("Judul").wait_for()
    look("quick add")
    page.leave(page.field("Judul"))
    page.click("Tentukan langkah untuk Kirim brief kuis ke tim")
    page.role("button", "Menunggu tim").wait_for()
    look("a slip")
    page.leave(page.role("button", "Menunggu tim"))
    page.go(f"/task/{data_folders.uid_of(house.folder, 'Reels: 5 kebiasaan produktif')}")
    page.field("Judul").wait_for()
    look("a task")
    assert nameless == {}
