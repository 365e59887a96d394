"""One page of the app in Chromium, and everything that is timed in it.

Owns what is done and what is waited for. Times are taken inside the page, from the key, the click
or the beginning of the load until the semantics tree shows the outcome. It must know no limit.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, Error, Page, WebSocket

from benchmarks.data_folder import open_population
from benchmarks.population import NOW, ZONE, population
from models.lists import ListName
from services import lists, tasks
from services.workspace import Workspace
from tests.rig.browser import PHONE, WAIT_MS, AppPage
from tests.rig.server import AppServer
from views import theme
from views.app import routes
from views.text import Dates, Words

_CLOCK = Path(__file__).with_name("browser_clock.js")
#: The population's language.
_WORDS = Words("en")
#: No preview, animation or late frame of the step before is in the way after this.
_SETTLED_MS = 700
#: By then a struck row has folded away.
_FOLDED_MS = theme.DONE_PAUSE_MS + theme.CALM_MS


@dataclass(frozen=True)
class Crowd:
    """What is known beforehand of the long list and the large goal of a population.

    Attributes:
        tomorrow: the first row of Tomorrow.
        goal: the name of the goal that the crowd is for, and `in_goal` its first row.
    """

    tomorrow: str
    goal: str
    in_goal: str


def crowd_of(desk: Workspace) -> Crowd:
    """What Tomorrow and the first goal show first."""
    goal = population(1).goals[0]
    return Crowd(
        tomorrow=lists.page(desk, ListName.TOMORROW, limit=1).lines[0].summary,
        goal=goal.name,
        in_goal=lists.goal_page(desk, goal.uid, limit=1).lines[0].summary,
    )


class Window:
    """One page on one server, and the measurements that can be taken of it."""

    def __init__(self, browser: Browser, server: AppServer, folder: Path) -> None:
        self._folder = folder
        self._received = 0
        self._count = 0
        self._weights: list[float] = []
        with self._desk() as desk:
            self._crowd = crowd_of(desk)
        self._app = AppPage(browser, server.url, PHONE)
        self._app.context.add_init_script(path=_CLOCK)
        self._page.on("websocket", self._listen)

    @property
    def _page(self) -> Page:
        return self._app.page

    def open(self) -> None:
        """Go to Today for the first time."""
        self._page.goto(self._app.url + routes.todo_route(), wait_until="commit")
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
        """From the click on a ring in Tomorrow until its row is struck."""
        self._stay_at_crowd()
        ring = self._page.get_by_role("checkbox", checked=False).first
        name = ring.get_attribute("aria-label") or ""
        before = self._received
        taken = self._taken("pointerdown", "checked", name, lambda: ring.click(force=True))
        self._weights.append(self._received - before)
        # The next click must not meet the list while it folds.
        self._app.role("checkbox", name).first.wait_for(state="detached")
        self._settle()
        return taken

    def weigh_check(self) -> float:
        """Bytes that are sent until a row is struck."""
        self.check()
        return self._weights[-1]

    def weigh_check_in_all(self) -> float:
        """Bytes that are sent for a completion: with its Undo, the counts, and the row that
        moves up in its place."""
        self._stay_at_crowd()
        before = self._received
        self.check()
        self._page.wait_for_timeout(_FOLDED_MS)
        return self._received - before

    def weigh_name(self) -> float:
        """Bytes that are sent when another process gives one row of the list another name."""
        self._stay_at_crowd()
        self._count += 1
        ring = self._page.get_by_role("checkbox", checked=False).first
        old, new = ring.get_attribute("aria-label") or "", f"Renamed {self._count}"
        before = self._received
        with self._desk() as desk:
            uid = next(
                line.uid
                for line in lists.every_line(desk, ListName.TOMORROW)
                if line.summary == old
            )
            tasks.edit(desk, uid, {"summary": new})
        self._app.role("checkbox", new).first.wait_for(state="attached")
        self._settle()
        return self._received - before

    def switch(self) -> float:
        """From the click on Tomorrow, a list of five hundred, until its first row is there."""
        row = self._crowd.tomorrow
        taken = self._taken("pointerdown", "row", row, lambda: self._click("Tomorrow"))
        self._settle()
        self._app.back()
        self._app.role("checkbox", row).first.wait_for(state="detached")
        self._settle()
        return taken

    def goal(self) -> float:
        """From the click on a goal of more than five hundred until its first row is there."""
        self._app.go(routes.GOALS)
        self._app.text(self._crowd.goal).first.wait_for(state="attached")
        self._settle()
        row = self._crowd.in_goal
        taken = self._taken("pointerdown", "row", row, lambda: self._click(self._crowd.goal))
        self._settle()
        self._app.go(routes.todo_route())
        self._app.role("heading", _WORDS.say("To-do")).first.wait_for(state="attached")
        self._settle()
        return taken

    def month(self) -> float:
        """From the click on the next month until its days are there with their tasks."""
        first = NOW.date().replace(day=1)
        later = (first + timedelta(days=31)).replace(day=15)
        name = _WORDS.say("Next month")
        self._app.go(routes.month_route(first.year, first.month))
        self._app.role("button", name).wait_for()
        self._settle()
        day = Dates("en", ZoneInfo(ZONE)).long_day(later)
        taken = self._taken("pointerdown", "text", f"{day},", lambda: self._click(name))
        self._app.go(routes.todo_route())
        self._settle()
        return taken

    def close(self) -> None:
        """Close the page."""
        self._app.close()

    def _stay_at_crowd(self) -> None:
        """Be in Tomorrow; whoever is there already stays."""
        if self._app.route != (route := routes.todo_route(ListName.TOMORROW)):
            self._app.go(route)
            self._app.role("checkbox", self._crowd.tomorrow).first.wait_for(state="attached")
            self._settle()

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

    @contextlib.contextmanager
    def _desk(self) -> Iterator[Workspace]:
        """The server's data, as another process sees them."""
        desk = open_population(self._folder)
        with contextlib.closing(desk):
            yield desk

    def _settle(self) -> None:
        self._page.wait_for_timeout(_SETTLED_MS)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._hear)

    def _hear(self, frame: str | bytes) -> None:
        self._received += len(frame)
