"""The report: from Home to a month, to the tasks behind a number, and away as a file."""

import re

from tests.rig.browser import AppPage

DATA = "example"


def test_the_month_is_read_and_taken_along(desktop: AppPage) -> None:
    desktop.role("button", re.compile("Tepat bulan ini")).click()
    desktop.wait_for_route("/report")
    desktop.sees("Hasilnya")
    desktop.click("Bulan sebelumnya")
    desktop.page.wait_for_url(re.compile(r"/report/\d{4}-\d{2}$"))
    desktop.click("Bulan berikutnya")
    desktop.role("button", re.compile("Selesai terlambat")).click()
    behind = desktop.role("button", re.compile("Reels: to-do list ala Dhila"))
    behind.wait_for()
    desktop.leave(behind)
    desktop.click("Simpan atau bagikan")
    with desktop.page.expect_download() as download:
        desktop.role("menuitem", re.compile("CSV")).click()
    assert download.value.suggested_filename.endswith(".csv")
