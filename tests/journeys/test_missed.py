"""A phone and a finger: swiping, and giving what was missed another time."""

from tests.rig.browser import AppPage

DATA = "example"


def row(page: AppPage, title: str):
    return page.role("button", title, exact=False).first


def test_a_swipe_to_the_right_completes(phone: AppPage) -> None:
    phone.click("To-do", "tab")
    phone.wait_for_route("/todo/today")
    phone.swipe(row(phone, "Balas komentar & DM"), 220)
    phone.sees("Selesai: Balas komentar & DM")
    phone.click("Urungkan")
    phone.sees("Diurungkan: Balas komentar & DM")
    phone.role("checkbox", "Balas komentar & DM").wait_for()


def test_a_swipe_to_the_left_asks_for_another_time(phone: AppPage) -> None:
    phone.click("To-do", "tab")
    phone.wait_for_route("/todo/today")
    phone.swipe(row(phone, "Koordinasi visual dengan desainer"), -220)
    phone.role("heading", "Koordinasi visual dengan desainer").wait_for()
    phone.click("Besok pagi Sel 24 Nov 10.00")
    phone.sees("Diatur ulang: Koordinasi visual dengan desainer → besok 10.00")
    phone.click("Urungkan")
    phone.role("checkbox", "Koordinasi visual dengan desainer").wait_for()


def test_two_missed_ones_are_decided_on_and_undone_as_a_whole(phone: AppPage) -> None:
    phone.sees("2 terlewat")
    phone.click("Putuskan")
    phone.role("heading", "Kirim brief kuis ke tim").wait_for()
    phone.sees("1 dari 2")
    phone.click("Menunggu tim")
    phone.click("Simpan")
    phone.sees("2 dari 2")
    phone.role("heading", "Rekap insight mingguan").wait_for()
    phone.role("button", "Kompromi dengan tim", exact=False).click()
    phone.click("Raka")
    phone.click("Simpan & tulis pesan")
    phone.role("heading", "Pesan untuk Raka").wait_for()
    phone.sees("Hai Raka, “Rekap insight mingguan”", exact=False)
    phone.click("Salin")
    phone.click("Lanjut")
    phone.role("heading", "2 sudah diputuskan").wait_for()
    phone.click("Urungkan semua")
    phone.sees("2 perubahan diurungkan")
    phone.sees("2 terlewat")


def test_from_the_banner_until_nothing_is_missed(phone: AppPage) -> None:
    phone.sees("2 terlewat")
    phone.click("Putuskan")
    for title in ("Kirim brief kuis ke tim", "Rekap insight mingguan"):
        phone.role("heading", title).wait_for()
        phone.click("Simpan")
    phone.role("heading", "2 sudah diputuskan").wait_for()
    phone.click("Selesai")
    phone.sees("Sore, Dhila")
    phone.sees_no("2 terlewat")
    phone.role("button", "Putuskan").wait_for(state="detached")
