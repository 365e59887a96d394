"""Blocks of the timeline moved: by a mouse and by keys in a wide window, by a finger on a phone."""

import re
from contextlib import suppress

from playwright.sync_api import TimeoutError

from tests.rig.browser import WAIT_MS, AppPage

DATA = "example"

_BLOCK = re.compile("^Balas komentar & DM, ")


def _at(page: AppPage, time: str, wait_ms: float = WAIT_MS) -> None:
    block = page.role("button", re.compile(f"^Balas komentar & DM, {re.escape(time)}"))
    block.first.wait_for(timeout=wait_ms)


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


def _drag_until(page: AppPage, down: float, time: str) -> None:
    """Drag the block so many pixels down with the mouse.

    With the tree of a screen reader on, the client may take a press for a click on a busy machine;
    then it is dragged once more.
    """
    mouse = page.page.mouse
    for wait_ms in (4_000, 4_000, 12_000):
        x, y = _place_of(page)
        mouse.move(x, y)
        mouse.down()
        page.page.wait_for_timeout(400)
        for step in range(1, 9):
            mouse.move(x, y + down * step / 8)
            page.page.wait_for_timeout(40)
        mouse.up()
        with suppress(TimeoutError):
            _at(page, time, wait_ms)
            return
    raise AssertionError(f"the block was not dragged to {time}")


def test_a_mouse_drags_a_block_keys_move_it_on_and_undo_brings_it_back(desktop: AppPage) -> None:
    desktop.go("/timeline")
    _drag_until(desktop, 60, "17.45 – 18.30")
    desktop.sees("Dipindah ke hari ini 17.45 – 18.30")
    desktop.press("Alt+ArrowDown")
    _at(desktop, "18.00 – 18.45")
    assert desktop.route == "/timeline"
    desktop.press("Control+z")
    _at(desktop, "17.45 – 18.30")
    desktop.press("Control+z")
    _at(desktop, "16.45 – 17.30")


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
    _at(phone, "17.15 – 18.00")
    phone.sees("Dipindah ke hari ini 17.15 – 18.00")
    phone.click("Menu Balas komentar & DM")
    phone.click("Pindah…")
    phone.click("16.00")
    phone.click("Pindah ke hari ini 16.00")
    _at(phone, "15.15 – 16.00")
