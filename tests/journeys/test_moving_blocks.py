"""Blocks of the timeline moved: by keys in a wide window, by a finger and a menu on a phone."""

import re

from tests.rig.browser import AppPage

DATA = "example"

_BLOCK = re.compile("^Balas komentar & DM, ")


def _at(page: AppPage, time: str) -> None:
    block = page.role("button", re.compile(f"^Balas komentar & DM, {re.escape(time)}"))
    block.first.wait_for()


def _place_of(page: AppPage) -> tuple[float, float]:
    """A spot on the block, once the hours stand still where now is."""
    block = page.role("button", _BLOCK).first
    seen: list[float] = []

    def is_still_in_sight() -> bool:
        box = block.bounding_box()
        seen.append(box["y"] if box else -1)
        return 0 < seen[-1] < page.device.height - 200 and len(set(seen[-4:])) == 1

    page.until(is_still_in_sight)
    box = block.bounding_box()
    assert box is not None
    return box["x"] + 60, box["y"] + 12


def test_keys_move_the_block_that_is_open_beside_and_undo_brings_it_back(
    desktop: AppPage,
) -> None:
    desktop.go("/timeline/week")
    desktop.click_until(_BLOCK, desktop.field("Judul"))
    desktop.page.wait_for_url(re.compile("/task/"))
    desktop.press("Alt+ArrowDown")
    desktop.sees("Dipindah ke hari ini 17.00 – 17.45")
    _at(desktop, "17.00 – 17.45")
    # The browser takes Alt and an arrow for Back; the page does not let it.
    desktop.press("Alt+ArrowRight")
    desktop.sees("Dipindah ke besok 17.00 – 17.45")
    assert "/task/" in desktop.route
    desktop.press("Control+z")
    desktop.sees("Diurungkan: Balas komentar & DM")
    _at(desktop, "17.00 – 17.45")


def test_a_finger_holds_and_drags_and_the_menu_moves_it_back(phone: AppPage) -> None:
    phone.go("/timeline")
    x, y = _place_of(phone)
    touch = phone.context.new_cdp_session(phone.page)

    def send(kind: str, down: float | None = None) -> None:
        points = [] if down is None else [{"x": x, "y": y + down}]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    send("touchStart", 0)
    # As long as Flutter takes a press for a long one.
    phone.page.wait_for_timeout(800)
    for step in range(1, 9):
        send("touchMove", 26 * step / 8)
        phone.page.wait_for_timeout(40)
    send("touchEnd")
    touch.detach()
    _at(phone, "17.30 – 18.15")
    phone.sees("Dipindah ke hari ini 17.30 – 18.15")
    phone.click("Menu Balas komentar & DM")
    phone.click("Pindah…")
    phone.click("16.00")
    phone.click("Pindah ke hari ini 16.00")
    _at(phone, "15.15 – 16.00")
