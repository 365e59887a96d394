"""How long people wait at the screen, in Chromium: `uv run benchmarks/screens.py`.

The server is started as users start it. Times are taken inside the page, from the key, the
click or the beginning of the load until the semantics tree shows the outcome.
"""

from __future__ import annotations

import contextlib
import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from playwright.sync_api import Browser, Error, Page, WebSocket, sync_playwright

from benchmarks.data_folder import Populations, open_population
from benchmarks.measure import Result
from benchmarks.population import NOW, ZONE
from benchmarks.report import report
from models.lists import ListName
from services import lists
from tests.rig.browser import LAUNCH_ARGUMENTS, PHONE, WAIT_MS, AppPage
from tests.rig.chromium import find_or_get_chromium
from tests.rig.server import AppServer
from views.app.routes import month_route, todo_route
from views.text import Dates, Words

SIZES = (10_000, 100_000)
CROWD = 500
GROWTH = 1.3
_CLOCK = Path(__file__).with_name("browser_clock.js")
#: The population's language.
_WORDS = Words("en")
#: No preview, animation or late frame of the step before is in the way after this.
_SETTLED_MS = 700


class Window:
    """One page on one server, and the measurements that can be taken of it."""

    def __init__(self, browser: Browser, server: AppServer, crowd_row: str) -> None:
        self.bytes_of_check = 0
        self._received = 0
        self._crowd_row = crowd_row
        self._count = 0
        self._app = AppPage(browser, server.url, PHONE)
        self._app.context.add_init_script(path=_CLOCK)
        self._page.on("websocket", self._listen)

    @property
    def _page(self) -> Page:
        return self._app.page

    def open(self) -> None:
        """Go to Today for the first time."""
        self._page.goto(self._app.url + todo_route(), wait_until="commit")
        self._awaited("firstRow", "the first row")
        self._settle()

    def reload(self) -> float:
        """From the start of loading Today again until its first row is there."""
        self._page.reload(wait_until="commit")
        taken = self._awaited("firstRow", "the first row")
        self._settle()
        return taken

    def add(self) -> float:
        """From Enter until the sheet says that the task was added."""
        self._count += 1
        summary = f"Measured {self._count}"
        self._page.keyboard.press("n")
        self._page.get_by_role("textbox").first.wait_for()
        self._page.keyboard.type(summary)
        self._settle()
        added = _WORDS.say("Added “{summary}”", summary=summary)
        taken = self._taken("keydown", "text", added, lambda: self._page.keyboard.press("Enter"))
        self._settle()
        self._page.keyboard.press("Escape")
        self._settle()
        return taken

    def check(self) -> float:
        """From the click on a ring until its row is struck."""
        ring = self._page.get_by_role("checkbox", checked=False).first
        name = ring.get_attribute("aria-label") or ""
        before = self._received
        taken = self._taken("pointerdown", "checked", name, lambda: ring.click(force=True))
        self._settle()
        self.bytes_of_check = self._received - before
        return taken

    def switch(self) -> float:
        """From the click on Tomorrow, a list of five hundred, until its first row is there."""
        taken = self._taken("pointerdown", "row", self._crowd_row, lambda: self._click("Tomorrow"))
        self._settle()
        self._app.back()
        self._app.role("checkbox", self._crowd_row).first.wait_for(state="detached")
        self._settle()
        return taken

    def month(self) -> float:
        """From the click on the next month until its days are there with their tasks."""
        first = NOW.date().replace(day=1)
        later = (first + timedelta(days=31)).replace(day=15)
        name = _WORDS.say("Next month")
        self._app.go(month_route(first.year, first.month))
        self._app.role("button", name).wait_for()
        self._settle()
        day = Dates("en", ZoneInfo(ZONE)).long_day(later)
        taken = self._taken("pointerdown", "text", f"{day},", lambda: self._click(name))
        self._app.go(todo_route())
        self._settle()
        return taken

    def close(self) -> None:
        """Close the page."""
        self._app.close()

    def _click(self, name: str) -> None:
        place = self._page.evaluate("name => browserClock.placeOf(name)", name)
        if place is None:
            raise Error(f"nothing on the screen is named {name}:\n{self._app.tree()}")
        self._page.mouse.click(*place)

    def _taken(self, event: str, kind: str, name: str, act: Callable[[], None]) -> float:
        self._page.evaluate(
            "([event, kind, name]) => { browserClock.arm(event, kind, name) }", [event, kind, name]
        )
        act()
        return self._awaited("taken", name)

    def _awaited(self, promise: str, name: str) -> float:
        """Milliseconds that the page's clock tells.

        Raises:
            Error: nothing of that name came in time.
        """
        taken = self._page.evaluate(f"browserClock.within(browserClock.{promise}, {WAIT_MS})")
        if taken < 0:
            raise Error(f"waited in vain for: {name}")
        return taken

    def _settle(self) -> None:
        self._page.wait_for_timeout(_SETTLED_MS)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._hear)

    def _hear(self, frame: str | bytes) -> None:
        self._received += len(frame)


@dataclass(frozen=True)
class Measurement:
    """What is timed, and its limit in milliseconds at the smallest size; None: only told."""

    operation: str
    take: Callable[[Window], float]
    limit: float | None


MEASUREMENTS = (
    Measurement("Enter to visible", Window.add, 75),
    Measurement("switch to a list of 500", Window.switch, 350),
    Measurement("next month with its tasks", Window.month, 300),
    Measurement("check to struck", Window.check, None),
    Measurement("reload to first usable list", Window.reload, 2_300),
)


def measure_screens(
    populations: Populations, sizes: Sequence[int] = SIZES, *, rounds: int = 11
) -> list[Result]:
    """Every line of the table; without a browser one line says why."""
    chromium = find_or_get_chromium(tell=lambda text: print(text, file=sys.stderr))
    if not isinstance(chromium, Path):
        return [Result("screens in Chromium", sizes[0], note=chromium.reason)]
    with contextlib.ExitStack() as cleanup:
        playwright = cleanup.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=chromium, args=[*LAUNCH_ARGUMENTS])
        cleanup.callback(browser.close)
        windows: dict[int, Window] = {}
        for size in sizes:
            folder = populations.copy(size, "screens", crowd=CROWD)
            row = _first_of_crowd(folder)
            try:
                server = AppServer.docheck(folder, now=NOW.isoformat(), tz=ZONE)
                cleanup.enter_context(server)
                windows[size] = Window(browser, server, row)
                cleanup.callback(windows[size].close)
                windows[size].open()
            except (AssertionError, Error) as error:
                return [Result("screens in Chromium", size, is_met=False, note=_line(error))]
        results = [
            result
            for measurement in MEASUREMENTS
            for result in _measured(measurement, windows, rounds)
        ]
        return results + [_weight(size, window) for size, window in windows.items()]


def _measured(measurement: Measurement, windows: dict[int, Window], rounds: int) -> list[Result]:
    """One measurement in all windows, which take turns."""
    samples: dict[int, list[float]] = {size: [] for size in windows}
    try:
        for _ in range(rounds):
            for size, window in windows.items():
                samples[size].append(measurement.take(window))
    except Error as error:
        return [
            Result(measurement.operation, size, is_met=False, note=_line(error)) for size in windows
        ]
    base = min(windows)
    smallest = statistics.median(samples[base])
    results: list[Result] = []
    for size in windows:
        ours = statistics.median(samples[size])
        told = Result(measurement.operation, size, ours, note=f"best {min(samples[size]):,.0f}")
        if size != base:
            told = replace(
                told,
                other=smallest,
                other_name=f"at {base:,}",
                target=f"<= {GROWTH:g} x",
                is_met=ours <= GROWTH * smallest,
            )
        elif measurement.limit is not None:
            target = f"<= {measurement.limit:,.0f} ms"
            told = replace(told, target=target, is_met=ours <= measurement.limit)
        results.append(told)
    return results


def _weight(size: int, window: Window) -> Result:
    """What the server sent for one changed row."""
    return Result("sent for one checked row", size, window.bytes_of_check or None, unit="bytes")


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:120]


def _first_of_crowd(folder: Path) -> str:
    desk = open_population(folder)
    with contextlib.closing(desk):
        return lists.page(desk, ListName.TOMORROW, limit=1).lines[0].summary


def main() -> int:
    """Measure, print the table, and tell by the exit code whether every target was met."""
    return report(
        __doc__,
        lambda populations, asked: measure_screens(populations, asked.sizes, rounds=asked.rounds),
        sizes=SIZES,
        rounds=11,
    )


if __name__ == "__main__":
    sys.exit(main())
