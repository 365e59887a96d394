"""A wide window with the hands on the keyboard all the time."""

import re

from tests.rig.browser import AppPage

DATA = "example"


def test_going_about_with_two_keys(desktop: AppPage) -> None:
    for keys, route in (("gt", "/timeline"), ("gl", "/todo/today"), ("gg", "/goals"), ("gh", "/")):
        for key in keys:
            desktop.press(key)
        desktop.wait_for_route(route)
        desktop.settled()


def test_a_task_written_down_then_the_list_of_keys(desktop: AppPage) -> None:
    desktop.press("n")
    desktop.field("Judul").wait_for()
    desktop.page.keyboard.type("Pesan studio")
    desktop.press("Enter")
    desktop.sees("Ditambahkan: Pesan studio")
    desktop.leave(desktop.field("Judul"))
    # The keys are shortcuts again.
    desktop.press_until("?", "Tombol pintas")
    desktop.sees("Ke Timeline")
    desktop.press("Escape")
    desktop.sees_no("Ke Timeline")


def test_the_rows_of_a_list(desktop: AppPage) -> None:
    desktop.press("g")
    desktop.press("l")
    desktop.role("checkbox", "Kirim brief kuis ke tim").wait_for()
    for key in "jjk":
        desktop.press(key)
    desktop.press("e")
    desktop.page.wait_for_url(re.compile("/task/"))
    desktop.field("Judul").wait_for()
    desktop.leave(desktop.field("Judul"))
    desktop.wait_for_route("/todo/today")
    desktop.press("r")
    desktop.role("button", "Besok pagi", exact=False).wait_for()
    desktop.leave(desktop.role("button", "Besok pagi", exact=False))
    desktop.press_until("Delete", "Dipindah ke sampah: Kirim brief kuis ke tim")
    desktop.press("Space")
    desktop.sees("Selesai: Rekap insight mingguan")
    desktop.press("Control+z")
    desktop.sees("Diurungkan: Rekap insight mingguan")
    desktop.press("Control+z")
    desktop.sees("Diurungkan: Kirim brief kuis ke tim")
    desktop.role("checkbox", "Kirim brief kuis ke tim").wait_for()
    desktop.role("checkbox", "Rekap insight mingguan").wait_for()


def test_the_menu_of_a_row(desktop: AppPage) -> None:
    desktop.go("/todo/today").wait_for_route("/todo/today")
    row = desktop.role("button", "Balas komentar & DM", exact=False).first
    row.click(button="right")
    desktop.role("menuitem", "Sematkan").click()
    desktop.sees("Disematkan: Balas komentar & DM")
    desktop.click("Urungkan")
    desktop.sees("Diurungkan: Balas komentar & DM")
    desktop.press("j")
    desktop.press("Shift+F10")
    desktop.role("menuitem", "Hapus").wait_for()
    for key in ("Tab", "Enter"):
        desktop.press(key)
    desktop.page.wait_for_url(re.compile("/task/"))
    desktop.field("Judul").wait_for()
    desktop.leave(desktop.field("Judul"))
    desktop.wait_for_route("/todo/today")


def test_rows_are_walked_and_controls_tabbed_to_one_at_a_time(desktop: AppPage) -> None:
    desktop.go("/tags/reels").wait_for_route("/tags/reels")
    desktop.role("checkbox", "Finalisasi caption & cover reels").wait_for()
    desktop.settled()
    desktop.press("j")
    desktop.press_until("Shift+J", "2 dipilih")
    desktop.leave(desktop.text("2 dipilih").first)
    desktop.tab_to("Semua tag")
    # On to the third row: Enter is for it, and no longer for the way back, however fast it comes.
    desktop.press("j")
    desktop.press("Enter")
    desktop.page.wait_for_url(re.compile("/task/"))
    desktop.field("Judul").wait_for()
    desktop.leave(desktop.field("Judul"))
    desktop.wait_for_route("/tags/reels")
