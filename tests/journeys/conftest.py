"""What the journeys stand on: one server and one window of a kind for each module.

A module says which data it begins with: ``DATA = "empty"`` or ``"example"`` (Dhila's month, in
Indonesian); and ``NOW``, where it begins at another time of that day. Its tests follow one
another on the same data, as a user's day does; each begins at Home in a window without a sheet.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from services.settings import change_settings
from services.workspace import open_workspace
from tests.rig.browser import DESKTOP, PAGES, PHONE, AppPage, Device
from tests.rig.server import AppServer
from tests.screenshots import data_folders
from tests.screenshots.data_folders import NOW_TYPED, ZONE

#: What Home says, whatever there is to do.
HOME = re.compile("Senin, 23 November|Monday, 23 November")


class House:
    """A data folder, the server on it, and the windows that look at it."""

    def __init__(self, folder: Path, now: str = NOW_TYPED) -> None:
        self.folder = folder
        self._now = now
        self._server: AppServer | None = None
        self._windows: dict[str, AppPage] = {}

    @property
    def server(self) -> AppServer:
        """The server, started at the first use and after `close_server`."""
        if self._server is None:
            self._server = AppServer.docheck(self.folder, now=self._now, tz=ZONE)
        return self._server

    def close_server(self) -> None:
        """End the process; its windows are closed first."""
        self.close_windows()
        if self._server is not None:
            self._server.stop()
            self._server = None

    def window(self, browser: Browser, device: Device, name: str) -> AppPage:
        """The window of that name, opened at the first use."""
        if name not in self._windows:
            self._windows[name] = AppPage(browser, self.server.url, device).open()
        return self._windows[name]

    def close_windows(self) -> None:
        for window in self._windows.values():
            window.close()
        self._windows.clear()

    def take_complaints(self) -> list[str]:
        """What the windows complained of since the last call."""
        complaints = [each for window in self._windows.values() for each in window.complaints]
        for window in self._windows.values():
            window.complaints.clear()
        return complaints


OpenWindow = Callable[..., AppPage]


@pytest.fixture(scope="session")
def _folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A folder of each kind, made once and copied."""
    made = {name: tmp_path_factory.mktemp(name) for name in ("empty", "example", "new")}
    data_folders.empty(made["empty"])
    data_folders.example(made["example"], "id")
    for name in ("empty", "example"):
        desk = open_workspace(made[name])
        change_settings(desk, language="id", zone=ZONE)
        desk.close()
    return made


@pytest.fixture(scope="module")
def house(
    request: pytest.FixtureRequest,
    _folders: dict[str, Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[House]:
    """The module's own house, on a copy of the data that it names in ``DATA``."""
    folder = tmp_path_factory.mktemp("house") / "data"
    shutil.copytree(_folders[request.module.DATA], folder)
    with ExitStack() as open_things:
        house = House(folder, getattr(request.module, "NOW", NOW_TYPED))
        open_things.callback(house.close_server)
        yield house


@pytest.fixture
def window(request: pytest.FixtureRequest, house: House, browser: Browser) -> Iterator[OpenWindow]:
    """``window(device, name)``: one of the module's windows, at Home. Complaints fail the test."""
    pages: list[AppPage] = []
    request.node.stash[PAGES] = pages
    failed_before = request.session.testsfailed

    def open_one(device: Device = PHONE, name: str = "") -> AppPage:
        page = house.window(browser, device, name or f"{device.width}")
        pages.append(page)
        page.go("/").wait_for_route("/")
        page.sees(HOME)
        return page

    yield open_one
    complaints = house.take_complaints()
    if request.session.testsfailed > failed_before:
        # Nobody knows what they show now.
        house.close_windows()
    assert complaints == []


@pytest.fixture
def phone(window: OpenWindow) -> AppPage:
    """The module's data on a phone."""
    return window(PHONE)


@pytest.fixture
def desktop(window: OpenWindow) -> AppPage:
    """The module's data in a wide window."""
    return window(DESKTOP)
