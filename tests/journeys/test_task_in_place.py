"""A task, changed where it stands: no Save button, and all of it is kept."""

from tests.journeys.conftest import House, OpenWindow
from tests.rig.browser import PHONE, AppPage
from tests.screenshots import data_folders

DATA = "example"
TITLE = "Koordinasi visual dengan desainer"


def test_title_and_notes_are_kept(house: House, window: OpenWindow) -> None:
    page = window(PHONE)
    uid = data_folders.uid_of(house.folder, TITLE)
    page.go(f"/task/{uid}")
    page.type_into("Judul", "Koordinasi visual dengan Raka", then="Enter")
    page.role("checkbox", "Koordinasi visual dengan Raka").wait_for()
    page.click("Ubah catatan")
    page.field("Catatan").wait_for()
    page.type_into("Catatan", "Bawa moodboard.")
    page.click("Selesai mengubah catatan")
    page.sees("Bawa moodboard.")
    page.reload()
    page.role("checkbox", "Koordinasi visual dengan Raka").wait_for()
    page.sees("Bawa moodboard.")


def test_a_slow_press_ends_the_notes(house: House, desktop: AppPage) -> None:
    uid = data_folders.uid_of(house.folder, "Rencana konten Desember")
    desktop.go(f"/task/{uid}")
    desktop.click("Ubah catatan")
    desktop.type_into("Catatan", "Bawa moodboard.")
    desktop.role("button", "Selesai mengubah catatan").hover()
    # The field is left as the button goes down, and what that leads to is drawn before it is up.
    desktop.page.mouse.down()
    desktop.role("button", "Bawa moodboard.").wait_for()
    desktop.page.mouse.up()
    desktop.settled()
    desktop.role("button", "Bawa moodboard.").wait_for()


def test_steps_are_added_one_after_the_other(desktop: AppPage, house: House) -> None:
    uid = data_folders.uid_of(house.folder, "Balas komentar & DM")
    desktop.go(f"/task/{uid}")
    for step in ("Buka Instagram", "Buka TikTok"):
        desktop.type_into("Langkah baru", step, then="Enter")
        desktop.role("checkbox", step).wait_for()
    desktop.role("checkbox", "Buka Instagram").click()
    desktop.sees("1 dari 2 langkah")
