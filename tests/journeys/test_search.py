"""The search: from the keyboard in a window, and a search that becomes a list on a phone."""

import re

from tests.rig.browser import AppPage

DATA = "example"


def test_found_opened_and_found_again_without_the_mouse(desktop: AppPage) -> None:
    desktop.press("Control+k")
    desktop.wait_for_route("/search")
    desktop.field("Cari").wait_for()
    desktop.type_into("Cari", "konten")
    desktop.role("button", re.compile("Rapat konten mingguan")).wait_for()
    # Up and down choose, and leave the cursor where one types on.
    desktop.press("ArrowDown")
    desktop.press("ArrowUp")
    desktop.page.keyboard.type(" ming")
    desktop.role("heading", "Goal").wait_for(state="detached")
    desktop.press("Enter")
    desktop.page.wait_for_url(re.compile("/task/"))
    desktop.back()
    desktop.wait_for_route("/search?q=konten+ming")
    # Out of the field letters are keys of the rows.
    desktop.tab_to("Simpan sebagai filter")
    desktop.press("j")
    desktop.press_until("x", "1 dipilih")
    desktop.leave(desktop.text("1 dipilih").first)
    desktop.leave(desktop.field("Cari"))
    # The keys are shortcuts again.
    desktop.press("g")
    desktop.press("t")
    desktop.wait_for_route("/timeline")


def test_a_search_becomes_a_list(phone: AppPage) -> None:
    phone.click("Cari")
    phone.type_into("Cari", "#reels ")
    phone.click("Simpan sebagai filter")
    phone.type_into("Nama", "Semua reels", then="Enter")
    phone.page.wait_for_url(re.compile("/todo/filter/"))
    phone.role("button", re.compile(r"Semua reels · \d")).wait_for()
    phone.sees("Reels: 5 kebiasaan produktif")
    phone.click("Ubah filter")
    phone.type_into("Nama", "Reels", then="Enter")
    phone.role("button", re.compile(r"^Reels · \d")).wait_for()
