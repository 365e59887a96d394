"""Fixtures of the whole suite: the browser, the app's server, pages on it.

Owns: when browser journeys are left out and how the summary says so. With CI=true they never
are: a browser that cannot be had fails the run. Also how Hypothesis runs, and that of several
workers one has the browser: two would have to share a small machine's processors and memory.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright
from xdist.scheduler import LoadScopeScheduling

from tests.rig.browser import DESKTOP, LAUNCH_ARGUMENTS, PAGES, PHONE, AppPage, Device, OpenPage
from tests.rig.chromium import Unavailable, find_or_get_chromium
from tests.rig.server import AppServer, StartServer

# An example's time is the machine's, not the code's: benchmarks measure the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

JOURNEYS = Path(__file__).parent / "journeys"

#: Where tests need the browser.
_IN_BROWSER = ("tests/journeys/", "tests/views/serve/test_in_chromium.py")
_LEFT_OUT = "left_out_tests"

_why_left_out = pytest.StashKey[str]()
_left_out = pytest.StashKey[list[str]]()


def _is_ci() -> bool:
    return os.environ.get("CI", "").lower() in ("1", "true", "yes")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_left_out] = []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if JOURNEYS in item.path.parents:
            item.add_marker("journey")


class _OneBrowser(LoadScopeScheduling):
    """Deals out one test after the other, but all that need the browser to the same worker."""

    def _split_scope(self, nodeid: str) -> str:
        return "browser" if nodeid.startswith(_IN_BROWSER) else nodeid


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling:
    return _OneBrowser(config, log)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker's own summary is never printed: it tells what it left out."""
    config = session.config
    why = config.stash.get(_why_left_out, None)
    output: dict[str, Any] | None = getattr(config, "workeroutput", None)
    if why is not None and output is not None:
        output[_LEFT_OUT] = (why, config.stash[_left_out])


def pytest_testnodedown(node: Any) -> None:
    told = getattr(node, "workeroutput", {}).get(_LEFT_OUT)
    if told is not None:
        why, tests = told
        node.config.stash[_why_left_out] = why
        node.config.stash[_left_out].extend(tests)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report: pytest.TestReport = yield  # type: ignore[assignment]
    if report.failed:
        for page in item.stash.get(PAGES, []):
            report.sections.append((f"browser page, {report.when}", page.failure()))
    return report  # type: ignore[return-value]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    config = terminalreporter.config
    why = config.stash.get(_why_left_out, None)
    if why is None:
        return
    terminalreporter.section("no browser", sep="=", red=_is_ci(), yellow=not _is_ci())
    left_out = config.stash[_left_out]
    if _is_ci():
        terminalreporter.line(
            f"CI needs the browser journeys, and no Chromium was to be had: {why}"
        )
    else:
        terminalreporter.line(f"{len(left_out)} browser tests were left out: {why}")
    terminalreporter.line("Name a Chromium or Chrome in DOCHECK_CHROMIUM, or install one.")


@pytest.fixture(scope="session", autouse=True)
def no_data_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whatever forgets to say where its data is finds an empty folder, never the user's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOCHECK_DATA_DIR", str(tmp_path_factory.mktemp("stray-data")))
        yield


@pytest.fixture(scope="session")
def chromium_or_reason(pytestconfig: pytest.Config) -> Path | Unavailable:
    capture: Any = pytestconfig.pluginmanager.getplugin("capturemanager")
    reporter: Any = pytestconfig.pluginmanager.getplugin("terminalreporter")

    def tell(message: str) -> None:
        if capture is not None and reporter is not None:
            with capture.global_and_fixture_disabled():
                reporter.ensure_newline()
                reporter.line(message)

    return find_or_get_chromium(tell=tell)


@pytest.fixture
def chromium(request: pytest.FixtureRequest, chromium_or_reason: Path | Unavailable) -> Path:
    """A Chromium that starts; without one the test is left out, or with CI=true fails."""
    if isinstance(chromium_or_reason, Path):
        return chromium_or_reason
    request.config.stash[_why_left_out] = chromium_or_reason.reason
    if _is_ci():
        pytest.fail(f"no browser: {chromium_or_reason.reason}", pytrace=False)
    request.config.stash[_left_out].append(request.node.nodeid)
    pytest.skip(f"no browser: {chromium_or_reason.reason}")


@pytest.fixture(scope="session")
def _launch() -> Iterator[Callable[[Path], Browser]]:
    """Starts the session's one browser at its first use."""
    with ExitStack() as cleanup:
        running: list[Browser] = []

        def launch(executable: Path) -> Browser:
            if not running:
                playwright = cleanup.enter_context(sync_playwright())
                running.append(
                    playwright.chromium.launch(
                        executable_path=executable, args=list(LAUNCH_ARGUMENTS)
                    )
                )
                cleanup.callback(running[0].close)
            return running[0]

        yield launch


@pytest.fixture
def browser(chromium: Path, _launch: Callable[[Path], Browser]) -> Browser:
    return _launch(chromium)


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """An empty folder for one app's data."""
    path = tmp_path / "data"
    path.mkdir()
    return path


@pytest.fixture
def server(data_dir: Path) -> Iterator[StartServer]:
    """Starts DoCheck's own server: `server(now=..., tz=..., data_dir=..., more=[...])`."""
    with ExitStack() as running:

        def start(**options: object) -> AppServer:
            folder = options.pop("data_dir", data_dir)
            return running.enter_context(AppServer.docheck(folder, **options))  # type: ignore[arg-type]

        yield start


@pytest.fixture
def open_page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[OpenPage]:
    """Opens a window: `open_page(url, device=PHONE, route="/")`; its complaints fail the test."""
    pages: list[AppPage] = []
    request.node.stash[PAGES] = pages

    def open_one(url: str, device: Device = PHONE, route: str = "/") -> AppPage:
        pages.append(AppPage(browser, url, device))
        return pages[-1].open(route)

    yield open_one
    complaints = [complaint for page in pages for complaint in page.complaints]
    for page in pages:
        page.close()
    assert complaints == []


@pytest.fixture
def phone(server: StartServer, open_page: OpenPage) -> AppPage:
    """DoCheck on a phone, with an empty database."""
    return open_page(server().url, PHONE)


@pytest.fixture
def desktop(server: StartServer, open_page: OpenPage) -> AppPage:
    """DoCheck in a wide window, with an empty database."""
    return open_page(server().url, DESKTOP)
