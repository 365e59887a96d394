"""Whether typing loses keys while everything around changes: `uv run benchmarks/keystrokes.py`.

Two hundred characters at twenty a second into quick add and into a task's title, in Chromium,
while another process adds tasks and changes others. What is kept in the end is counted.
"""

from __future__ import annotations

import contextlib
import string
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from playwright.sync_api import Error, sync_playwright

from benchmarks.data_folder import Populations, open_population
from benchmarks.measure import Result
from benchmarks.population import NOW, ZONE
from benchmarks.report import report
from models.lists import ListName
from services import lists, tasks
from services.workspace import Workspace
from tests.rig.browser import LAUNCH_ARGUMENTS, PHONE, AppPage
from tests.rig.chromium import find_or_get_chromium
from tests.rig.server import AppServer
from views.app import routes

SIZES = (100, 10_000, 100_000)
CROWD = 500
COUNT = 200
#: Twenty a second.
PAUSE_MS = 50
#: After so many keys the other process changes something.
EVERY = 10
_TEXT = (string.ascii_lowercase * (COUNT // len(string.ascii_lowercase) + 1))[:COUNT]


def measure_keystrokes(populations: Populations, sizes: Sequence[int] = SIZES) -> list[Result]:
    """A line for each field and size; without a browser one line says why."""
    chromium = find_or_get_chromium(tell=lambda text: print(text, file=sys.stderr))
    if not isinstance(chromium, Path):
        return [Result("keys in Chromium", sizes[0], note=chromium.reason)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=[*LAUNCH_ARGUMENTS])
        results: list[Result] = []
        for size in sizes:
            folder = populations.copy(size, "keys", crowd=CROWD)
            with (
                AppServer.docheck(folder, now=NOW.isoformat(), tz=ZONE) as server,
                contextlib.closing(open_population(folder)) as desk,
            ):
                page = AppPage(browser, server.url, PHONE)
                try:
                    results += _typed_everywhere(page, desk, size)
                except (AssertionError, Error) as error:
                    note = " ".join(str(error).split())[:120]
                    results.append(Result("keys in Chromium", size, is_met=False, note=note))
                finally:
                    page.close()
        browser.close()
    return results


def _typed_everywhere(page: AppPage, desk: Workspace, size: int) -> list[Result]:
    task = lists.page(desk, ListName.TOMORROW, limit=1).lines[0].uid
    page.open(routes.todo_route(ListName.TOMORROW))
    page.click("New task")
    page.field("Title").wait_for()
    _type(page, desk)
    page.press("Enter")
    kept = [_kept(page, lambda: _newest(desk))]
    page.open(routes.task_route(task))
    page.settled()
    page.field("Title").click()
    page.press("ControlOrMeta+A")
    _type(page, desk)
    page.press("Enter")
    kept.append(_kept(page, lambda: tasks.line(desk, task).summary))
    names = ("quick add", "a task's title")
    return [
        Result(
            f"typed into {name}, 20 a second",
            size,
            count,
            target=f"{COUNT} keys",
            is_met=count == COUNT,
            unit="keys",
        )
        for name, count in zip(names, kept, strict=True)
    ]


def _type(page: AppPage, desk: Workspace) -> None:
    """The text, and a change of the other process after every few keys."""
    for at in range(0, COUNT, EVERY):
        page.page.keyboard.type(_TEXT[at : at + EVERY], delay=PAUSE_MS)
        done = tasks.capture(desk, {"summary": f"Meanwhile {at}"})
        tasks.complete(desk, done.uid)
        line = lists.page(desk, ListName.TOMORROW, limit=9).lines[8]
        tasks.edit(desk, line.uid, {"summary": f"Changed {at}"})


def _newest(desk: Workspace) -> str:
    found = (line.summary for line in lists.every_line(desk, ListName.TOMORROW))
    return max(found, key=_alike)


def _kept(page: AppPage, read: Callable[[], str]) -> int:
    """How much of the text is in the file, from its first character on, once it has come."""
    with contextlib.suppress(AssertionError):
        page.until(lambda: read() == _TEXT)
    return _alike(read())


def _alike(text: str) -> int:
    """How many characters of the text it begins with."""
    pairs = zip(text, _TEXT, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other), len(text))


def main() -> int:
    """Measure, print the table, and tell by the exit code whether every target was met."""
    return report(
        __doc__,
        lambda populations, asked: measure_keystrokes(populations, asked.sizes),
        sizes=SIZES,
    )


if __name__ == "__main__":
    sys.exit(main())
