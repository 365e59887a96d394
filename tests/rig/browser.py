"""The app in a real browser, found and used through its semantics tree.

Owns: devices, opening a page, acting by role and name, waiting, pictures, and the complaints a
page makes (console errors, blocked or foreign requests). Knows no screen of DoCheck.
"""

import io
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Browser, ConsoleMessage, FloatRect, Locator, Page, Request, expect
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import TimeoutError as PlaywrightTimeout

LAUNCH_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")

WAIT_MS = 15_000
START_MS = 60_000
_STILL_PICTURES = 25
_FRAME_MS = 120
_FOCUS_MS = 1_000
_SWIPE_STEPS = 12
_SWIPE_STEP_MS = 16

Role = Literal[
    "button",
    "checkbox",
    "textbox",
    "tab",
    "menuitem",
    "radio",
    "switch",
    "link",
    "heading",
    "img",
    "group",
    "dialog",
    "alertdialog",
    "slider",
    "progressbar",
    "list",
    "listitem",
    "status",
    "option",
    "combobox",
]


@dataclass(frozen=True)
class Device:
    """What the app is looked at with. Sizes are CSS pixels."""

    width: int
    height: int
    is_touch: bool = False
    is_dark: bool = False
    locale: str = "id-ID"
    zone: str = "Asia/Jakarta"
    scale: float = 1.0
    has_reduced_motion: bool = False


PHONE = Device(390, 844, is_touch=True)
DESKTOP = Device(1440, 900)


@dataclass(frozen=True)
class Box:
    """A control of the tree, in CSS pixels from the window's left edge."""

    name: str
    left: float
    right: float


#: What Flutter gives no role of its own is not looked at: texts, groups.
_NAMELESS = """() => [...document.querySelectorAll(
    'flt-semantics[role=button], flt-semantics[role=checkbox], flt-semantics[role=switch],'
    + 'flt-semantics[role=tab], flt-semantics[role=radio], flt-semantics[role=menuitem],'
    + 'flt-semantics input, flt-semantics textarea, flt-semantics[role=slider]')]
  .filter(e => !(e.getAttribute('aria-label') || e.innerText || '').trim())
  .map(e => { const b = e.getBoundingClientRect();
    return `${e.getAttribute('role') || e.tagName.toLowerCase()} at ${b.x | 0},${b.y | 0}` })"""
_BOXES = """() => [...document.querySelectorAll('flt-semantics[role=button]'
    + ', flt-semantics[role=checkbox], flt-semantics[role=heading]')]
  .filter(e => !e.closest('[style*="overflow-x: scroll"]'))
  .map(e => { const b = e.getBoundingClientRect();
    return [(e.getAttribute('aria-label') || e.innerText).slice(0, 40), b.left, b.right] })"""


#: Flutter asks for fonts of its own where ours have not arrived yet, and does without.
_FALLBACK_FONT = "/assets/fonts/noto"
#: What the client says into a connection that a test has just broken; Flet says it again later.
_TOO_LATE = "WebSocket is already in CLOSING or CLOSED state"
#: Keeps the page's sockets, for a connection that breaks.
_KEEP_SOCKETS = """
window.sockets = [];
window.WebSocket = class extends WebSocket {
  constructor(...of) { super(...of); window.sockets.push(this) }
};
"""


class AppPage:
    """One browser window on the app: a context of its own, so storage is never shared."""

    def __init__(self, browser: Browser, url: str, device: Device = PHONE) -> None:
        self.url = url.rstrip("/")
        self.device = device
        self.complaints: list[str] = []
        self._was_broken = False
        self.context = browser.new_context(
            viewport={"width": device.width, "height": device.height},
            device_scale_factor=device.scale,
            has_touch=device.is_touch,
            is_mobile=device.is_touch,
            color_scheme="dark" if device.is_dark else "light",
            reduced_motion="reduce" if device.has_reduced_motion else "no-preference",
            locale=device.locale,
            timezone_id=device.zone,
        )
        self.context.set_default_timeout(WAIT_MS)
        self.context.add_init_script(_KEEP_SOCKETS)
        self.page: Page = self.context.new_page()
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(f"page error: {error}"))
        self.page.on("request", self._see)

    def _hear(self, message: ConsoleMessage) -> None:
        if _FALLBACK_FONT in message.location.get("url", ""):
            return
        if self._was_broken and _TOO_LATE in message.text:
            return
        if message.type == "error" or "Content Security Policy" in message.text:
            self.complaints.append(f"console: {message.text}")

    def _see(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("blob", "data") and address.netloc != urlsplit(self.url).netloc:
            self.complaints.append(f"foreign request: {request.url}")

    # --- going somewhere ---------------------------------------------------------------------

    def open(self, route: str = "/") -> "AppPage":
        """Load a route (routes are paths, as in /tasks/1) and wait for the first screen."""
        self.page.goto(self.url + route, wait_until="commit")
        return self._wake()

    def reload(self) -> "AppPage":
        self.page.reload(wait_until="commit")
        return self._wake()

    def go(self, route: str) -> "AppPage":
        """Enter another route in the address bar; the app stays loaded."""
        self.page.evaluate(
            "route => { history.pushState(null, '', route);"
            " dispatchEvent(new PopStateEvent('popstate', {state: null})) }",
            route,
        )
        return self

    def back(self) -> None:
        """Press the browser's Back button; the app stays loaded."""
        self.page.evaluate("history.back()")

    def forward(self) -> None:
        """Press the browser's Forward button; the app stays loaded."""
        self.page.evaluate("history.forward()")

    def lose_connection(self) -> None:
        """Break the connection to the server; Flet's client connects again by itself."""
        self._was_broken = True
        count = self.page.evaluate("sockets.length")
        self.page.evaluate("sockets.at(-1).close()")
        self.page.wait_for_function("count => sockets.length > count", arg=count)

    @property
    def route(self) -> str:
        """The path, query and fragment shown in the address bar."""
        address = urlsplit(self.page.url)
        return address._replace(scheme="", netloc="").geturl()

    def wait_for_route(self, route: str) -> None:
        self.page.wait_for_url(self.url + route)

    def go_by(self, name: str, route: str, role: Role = "button") -> None:
        """Press what leads to `route`.

        Flutter loses a press that falls between two drawings of the thing pressed; as a person
        would, press again.
        """
        for wait_ms in (WAIT_MS / 3, WAIT_MS / 3, WAIT_MS):
            self.click(name, role)
            with suppress(PlaywrightTimeout):
                self.page.wait_for_url(self.url + route, timeout=wait_ms)
                return
        raise AssertionError(f"{name!r} does not lead to {route}")

    def _wake(self) -> "AppPage":
        """Wait for Flutter and turn its semantics tree on, as a screen reader does."""
        placeholder = self.page.locator("flt-semantics-placeholder")
        placeholder.wait_for(state="attached", timeout=START_MS)
        placeholder.evaluate("element => element.click()")
        self.page.locator("flt-semantics-host flt-semantics").first.wait_for(state="attached")
        return self

    # --- finding -----------------------------------------------------------------------------

    def role(self, role: Role, name: str | re.Pattern[str], *, exact: bool = True) -> Locator:
        """The controls of a role with an accessible name."""
        if isinstance(name, re.Pattern):
            return self.page.get_by_role(role, name=name)
        return self.page.get_by_role(role, name=name, exact=exact)

    def field(self, name: str | re.Pattern[str]) -> Locator:
        """A text field; its hint is part of its name."""
        return self.role("textbox", name, exact=False).first

    def text(self, text: str | re.Pattern[str], *, exact: bool = False) -> Locator:
        """What shows or is labelled with a text."""
        found = self.page.get_by_text(text, exact=exact)
        return found.or_(self.page.get_by_label(text, exact=exact))

    def sees(self, text: str | re.Pattern[str], *, exact: bool = False) -> None:
        """Wait until a text is on the screen."""
        expect(self.text(text, exact=exact).first).to_be_attached(timeout=WAIT_MS)

    def sees_no(self, text: str | re.Pattern[str], *, exact: bool = False) -> None:
        """Wait until a text is gone from the screen."""
        expect(self.text(text, exact=exact)).to_have_count(0, timeout=WAIT_MS)

    def nameless(self) -> list[str]:
        """Controls that a screen reader cannot name, as ``role at x,y``."""
        return self.page.evaluate(_NAMELESS)

    def boxes(self) -> list["Box"]:
        """Where every control of the tree is."""
        return [Box(*each) for each in self.page.evaluate(_BOXES)]

    def settled(self) -> None:
        """Wait until the tree has stopped changing."""
        before, tree = "", self.tree()
        while tree != before:
            self.page.wait_for_timeout(_FRAME_MS)
            before, tree = tree, self.tree()

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something that no locator can tell is so."""
        for _ in range(WAIT_MS // _FRAME_MS):
            if is_so():
                return
            self.page.wait_for_timeout(_FRAME_MS)
        raise AssertionError("it never came true")

    def pixel(self, x: int, y: int) -> tuple[int, int, int]:
        """The colour that is drawn at a place, as red, green, blue."""
        clip: FloatRect = {"x": x, "y": y, "width": 1, "height": 1}
        image = Image.open(io.BytesIO(self.page.screenshot(clip=clip))).convert("RGB")
        colour = image.getpixel((0, 0))
        assert isinstance(colour, tuple)
        return colour[0], colour[1], colour[2]

    # --- acting ------------------------------------------------------------------------------

    def click(self, name: str | re.Pattern[str], role: Role = "button") -> None:
        """Press the first control of a role with that name, with a finger where there is one.

        A mouse goes away after: where it rests a tooltip comes, for which Flutter orders its tree
        of semantics anew and loses the focus.
        """
        what = self.role(role, name).first
        if self.device.is_touch:
            what.tap()
        else:
            what.click()
            self._put_mouse_away()

    def _put_mouse_away(self) -> None:
        self.page.mouse.move(0, self.device.height - 1)

    def type_into(self, name: str | re.Pattern[str], text: str, *, then: str = "") -> None:
        """Replace a text field's content; `then` is a key to press after, such as Enter."""
        field = self.field(name)
        field.click()
        expect(field).to_be_focused(timeout=WAIT_MS)
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.type(text)
        if then:
            expect(field).to_have_value(text, timeout=WAIT_MS)
            self.page.keyboard.press(then)

    def press_until(self, keys: str, text: str) -> None:
        """Press keys until a text is seen.

        Keys are lost while Flutter draws, and shortcuts while a sheet is still on its way out.
        """
        for wait_ms in (WAIT_MS / 3, WAIT_MS):
            self.page.keyboard.press(keys)
            with suppress(AssertionError):
                expect(self.text(text).first).to_be_attached(timeout=wait_ms)
                return
        raise AssertionError(f"{keys} does not lead to {text!r}")

    def click_until(self, name: str | re.Pattern[str], what: Locator) -> None:
        """Press a button until `what` is there.

        A press is lost on a connection that breaks, or between two drawings as in `go_by`.
        """
        for wait_ms in (WAIT_MS / 3, WAIT_MS):
            self.click(name)
            with suppress(PlaywrightTimeout):
                what.wait_for(timeout=wait_ms)
                return
        raise AssertionError(f"{name!r} does not lead on")

    def tab_to(self, name: str, most: int = 120) -> None:
        """Press Tab until the control `name` has the focus, each time after the focus has moved.

        Flutter moves it a frame later, or not at all while it draws: then the key comes again.
        """
        seen = "() => document.activeElement.innerText"
        for _ in range(most):
            before = self.evaluate(seen)
            self.press("Tab")
            with suppress(PlaywrightTimeout):
                self.page.wait_for_function(
                    "before => document.activeElement.innerText !== before",
                    arg=before,
                    timeout=_FOCUS_MS,
                )
            if self.evaluate(seen) == name:
                return
        raise AssertionError(f"Tab does not come to {name!r}")

    def leave(self, what: Locator) -> None:
        """Press Escape until `what` is gone, for the reason that `press_until` has."""
        for wait_ms in (WAIT_MS / 3, WAIT_MS):
            self.page.keyboard.press("Escape")
            with suppress(PlaywrightTimeout):
                what.wait_for(state="detached", timeout=wait_ms)
                return
        raise AssertionError("Escape does not lead away")

    def swipe(self, target: Locator, by: float) -> None:
        """Drag a finger over `target`, from its middle `by` pixels to the right (or left).

        As slowly as a finger does: a busy machine would take it all for one jump.
        """
        target.wait_for()
        self.settled()
        box = target.bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        touch = self.context.new_cdp_session(self.page)

        def send(kind: str, at: float | None = None) -> None:
            points = [] if at is None else [{"x": at, "y": y}]
            touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

        send("touchStart", x)
        for step in range(1, _SWIPE_STEPS + 1):
            send("touchMove", x + by * step / _SWIPE_STEPS)
            self.page.wait_for_timeout(_SWIPE_STEP_MS)
        send("touchEnd")
        touch.detach()

    def press(self, keys: str) -> None:
        """Press keys, as in Enter, Escape or Control+K."""
        self.page.keyboard.press(keys)

    # --- reporting ---------------------------------------------------------------------------

    def tree(self) -> str:
        """The semantics tree as YAML, for messages and snapshots."""
        return self.page.locator("body").aria_snapshot()

    def picture(self, unlike: bytes = b"") -> bytes:
        """The window as PNG once two in a row are the same, so that no animation is cut.

        What is drawn comes later than the semantics tree: with the picture `unlike` of the
        screen before, another one is waited for.
        """
        if not self.device.is_touch:
            # Nothing is lit because the mouse happens to rest there.
            self._put_mouse_away()
        before, picture = b"", self._frame()
        for _ in range(_STILL_PICTURES):
            if picture == before != unlike:
                break
            before, picture = picture, self._frame()
        return picture

    def _frame(self) -> bytes:
        """The window a moment later: a busy machine draws after it has told the tree."""
        self.page.wait_for_timeout(_FRAME_MS)
        return self.page.screenshot()

    def screenshot(self, path: Path) -> Path:
        """Save the picture."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.picture())
        return path

    def failure(self) -> str:
        """What to print when a journey fails on this page."""
        try:
            tree = self.tree()
        except PlaywrightError:
            tree = "(no page)"
        return f"{self.page.url}\n{tree}\n" + "\n".join(self.complaints)

    def close(self) -> None:
        self.context.close()

    def evaluate(self, script: str) -> Any:
        """Run JavaScript in the page."""
        return self.page.evaluate(script)


PAGES = pytest.StashKey[list[AppPage]]()
"""A test's windows, by which its report tells what they showed when it failed."""

OpenPage = Callable[..., AppPage]
"""The fixture `open_page`: `open_page(url, device=PHONE, route="/")`."""
