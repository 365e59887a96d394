"""What a screen reader finds on each screen, in both languages, beside what it found before.

And that everything it can press there says a name.

The trees stand in ``snapshots/<language>/<screen>.yaml``. After a change that is meant, write
them anew, and read what ``git diff`` says of it::

    RENEW_SNAPSHOTS=1 uv run pytest tests/journeys/test_snapshots.py
"""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from services.settings import change_settings
from services.workspace import open_workspace
from tests.journeys.conftest import House, OpenWindow
from tests.rig.browser import AppPage
from tests.screenshots import data_folders
from tests.screenshots.data_folders import ZONE
from views.text import Language, Words
from views.version import VERSION

DATA = "example"
SNAPSHOTS = Path(__file__).parent / "snapshots"
RENEWED = os.environ.get("RENEW_SNAPSHOTS") == "1"

_TASK = "Reels: 5 kebiasaan produktif"
_GOAL = "Kuis 10k followers"
_MISSED = "Kirim brief kuis ke tim"
#: The minutes pass while the screens are walked through: the time now, and how long from now.
_PASSING = (
    (re.compile(r"\b14([.:])1\d\b"), r"14\g<1>1x"),
    (re.compile(r"\b4\d m"), "4x m"),
    (re.compile(r"· (diubah|changed) .*"), r"· \g<1> (a while ago)"),
    (re.compile(r"(Terakhir|Last one): [^\"]*"), r"\g<1>: (a backup)"),
)
_STATES = """() => [...document.querySelectorAll(
    'flt-semantics[aria-current=true], flt-semantics[aria-expanded]')]
  .map(e => { const name = e.getAttribute('aria-label') || e.innerText;
    const state = e.hasAttribute('aria-expanded')
      ? (e.getAttribute('aria-expanded') === 'true' ? 'open' : 'closed') : 'selected';
    return `${state}: ${name.replaceAll('\\n', ' ')}` })"""


@dataclass(frozen=True)
class Station:
    """A screen: its route, what is seen once it is there, and what opens a sheet on it.

    `has_hours`: blocks stand side by side, of which the client tells in one order or another.
    """

    name: str
    route: str
    sees: str
    opens: Callable[[AppPage, Words], None] | None = None
    has_hours: bool = False


def _add(page: AppPage, words: Words) -> None:
    page.click(words.say("New task"))
    page.role("button", words.say("Add")).first.wait_for()


def _decide(page: AppPage, words: Words) -> None:
    page.click(words.say("Decide on {title}", title=_MISSED))
    page.role("button", words.say("Save")).first.wait_for()


def stations(folder: Path, words: Words) -> Iterator[Station]:
    """Every screen, as it is named in `words`."""
    say = words.say
    task = data_folders.uid_of(folder, _TASK)
    yield Station("home", "/", _TASK)
    yield Station("todo", "/todo/today", _MISSED)
    yield Station("timeline-agenda", "/timeline/agenda", _TASK)
    yield Station("timeline-day", "/timeline/day/2026-11-23", _TASK, has_hours=True)
    yield Station("timeline-week", "/timeline/week/2026-11-23", _TASK, has_hours=True)
    yield Station("timeline-month", "/timeline/2026-12", "31 (Desember|December)")
    yield Station("task", f"/task/{task}", _TASK)
    yield Station("goals", "/goals", _GOAL)
    yield Station("goal", f"/goal/{data_folders.goal_uid_of(folder, _GOAL)}", "pemenang kuis")
    yield Station("templates", "/templates", say("Start {name}", name=""))
    yield Station("search", "/search?q=caption", "caption")
    yield Station("tags", "/tags", "#?reels")
    yield Station("settings", "/settings", say("What you are called"))
    yield Station("welcome", "/welcome", say("Go on with my tasks"))
    yield Station("quick-add", "/todo/today", _MISSED, _add)
    yield Station("slip", "/todo/today", _MISSED, _decide)


def tree_of(page: AppPage, folder: Path, *, has_hours: bool = False) -> str:
    """The tree of a screen that has come to rest, without what another day or place changes.

    What is selected or open stands under it: roles such as a button's leave that out.
    """
    page.page.mouse.move(0, 0)
    page.settled()
    tree = page.tree().replace(str(folder), "(folder)").replace(VERSION, "(version)")
    for passing, instead in _PASSING:
        tree = passing.sub(instead, tree)
    if has_hours:
        tree = "\n".join(sorted(tree.splitlines()))
    states = page.evaluate(_STATES)
    return "\n".join([tree, *(f"# {state}" for state in states), ""])


@pytest.mark.parametrize("language", ["id", "en"])
def test_each_screen_says_what_it_said(house: House, window: OpenWindow, language: Language):
    desk = open_workspace(house.folder, zone=ZONE)
    change_settings(desk, language=language)
    desk.close()
    page, words = window(), Words(language)
    page.role("tab", words.say("Home"), exact=False).first.wait_for()
    changed: list[str] = []
    nameless: dict[str, list[str]] = {}
    for station in stations(house.folder, words):
        # By way of a place where none of it is: what is seen then has come anew.
        page.go("/nowhere")
        page.sees(words.say("This page does not exist"))
        page.go(station.route)
        page.sees(re.compile(station.sees))
        if station.opens is not None:
            station.opens(page, words)
        file = SNAPSHOTS / language / f"{station.name}.yaml"
        tree = tree_of(page, house.folder, has_hours=station.has_hours)
        if found := page.nameless():
            nameless[station.name] = found
        if RENEWED:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(tree, encoding="utf-8")
        elif not file.exists() or file.read_text(encoding="utf-8") != tree:
            changed.append(f"{file.relative_to(SNAPSHOTS)} is now:\n{tree}")
        if station.opens is not None:
            page.press("Escape")
            page.settled()
    assert nameless == {}
    assert not changed, "\n".join(changed)
