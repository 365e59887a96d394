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
    phone.click("Besok pagi Besok 10.00")
    phone.sees("Diatur ulang: Koordinasi visual dengan desainer → besok 10.00")
    phone.click("Urungkan")
    phone.role("checkbox", "Koordinasi visual dengan desainer").wait_for()


def test_from_the_banner_until_nothing_is_missed(phone: AppPage) -> None:
    phone.sees("2 terlewat")
    phone.click("Lihat")
    phone.wait_for_route("/todo/missed")
    for title in ("Kirim brief kuis ke tim", "Rekap insight mingguan"):
        phone.swipe(row(phone, title), -220)
        phone.role("heading", title).wait_for()
        phone.click("Besok pagi Besok 10.00")
        phone.role("checkbox", title).wait_for(state="detached")
    phone.sees("Tidak ada yang terlewat")
    phone.click("Beranda", "tab")
    phone.wait_for_route("/")
    phone.sees("Sore, Dhila")
    phone.role("checkbox", "Finalisasi caption & cover reels").wait_for()
    phone.sees_no("2 terlewat")
    phone.role("button", "Lihat").wait_for(state="detached")
