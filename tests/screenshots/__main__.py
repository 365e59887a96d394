"""``uv run python -m tests.screenshots``: every screen, on a phone and a desktop, light and dark,
in both languages, into ``out/screenshots``; with ``--docs`` the few that the README shows.
"""

import argparse
import io
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import cast

from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from tests.rig.browser import DESKTOP, LAUNCH_ARGUMENTS, PHONE, AppPage, Device
from tests.rig.chromium import Unavailable, find_or_get_chromium
from tests.rig.server import REPOSITORY, AppServer
from tests.screenshots import data_folders
from tests.screenshots.scenes import SCENES, Scene, Stage, View
from views.text import Language, Words

EVERYTHING = REPOSITORY / "out" / "screenshots"
DOCS = REPOSITORY / "docs" / "screenshots"
#: A picture in the README holds no more colours than this, and no more bytes.
COLOURS = 128
DOCS_LIMIT = 170_000


@dataclass(frozen=True)
class Shot:
    """One picture: a scene in a language, on a device."""

    scene: Scene
    language: Language
    is_desktop: bool
    is_dark: bool

    @property
    def name(self) -> str:
        device = "desktop" if self.is_desktop else "phone"
        brightness = "dark" if self.is_dark else "light"
        return f"{device}-{brightness}-{self.language}-{self.scene.name}.png"

    def device(self, scale: float) -> Device:
        locale = {"id": "id-ID", "en": "en-US"}[self.language]
        base = DESKTOP if self.is_desktop else PHONE
        return replace(base, is_dark=self.is_dark, locale=locale, scale=scale)


def every_shot() -> list[Shot]:
    """All scenes, wherever they exist."""
    return [
        Shot(scene, language, is_desktop, is_dark)
        for language in ("id", "en")
        for is_desktop in (False, True)
        for is_dark in (False, True)
        for scene in SCENES
        if (scene.on_desktop if is_desktop else scene.on_phone)
    ]


def docs_shots() -> list[Shot]:
    """The dozen of the README."""
    scenes = {scene.name: scene for scene in SCENES}

    def some(language: Language, is_desktop: bool, is_dark: bool, *names: str) -> list[Shot]:
        return [Shot(scenes[name], language, is_desktop, is_dark) for name in names]

    return [
        *some("id", False, False, "home", "todo-today", "timeline-day"),
        *some("id", False, False, "quick-add", "task", "reschedule"),
        *some("en", False, True, "home", "timeline-day"),
        *some("en", True, True, "timeline-week", "task-beside-week"),
        *some("id", True, False, "home", "todo-today"),
    ]


def take(shots: Sequence[Shot], save: Callable[[Shot, bytes], None], scale: float) -> list[str]:
    """Take every picture; what could not be reached is told, and the rest goes on."""
    failures: list[str] = []
    found = find_or_get_chromium(tell=print)
    if isinstance(found, Unavailable):
        raise SystemExit(f"no browser: {found.reason}")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as scratch:
        browser = playwright.chromium.launch(executable_path=found, args=list(LAUNCH_ARGUMENTS))
        by_language = sorted(shots, key=lambda shot: shot.language)
        for language, of_language in groupby(by_language, lambda shot: shot.language):
            kept = list(of_language)
            folder = Path(scratch) / language
            for stage, server, found_in in _stages(folder, language, {s.scene.stage for s in kept}):
                here = [shot for shot in kept if shot.scene.stage is stage]
                for device, of_device in groupby(here, lambda shot: shot.device(scale)):
                    words = Words(cast(Language, language))
                    with _page(browser, server.url, device) as page:
                        view = View(page, words, found_in)
                        failures += _take_all(view, list(of_device), save)
        browser.close()
    return failures


def _take_all(view: View, shots: list[Shot], save: Callable[[Shot, bytes], None]) -> list[str]:
    failures = []
    for shot in shots:
        try:
            before = b"" if shot.scene.stage is Stage.DAMAGED else view.start()
            shot.scene.reach(view)
        except (AssertionError, PlaywrightError) as error:
            # A missing picture must not cost the others.
            failures.append(f"{shot.name}: {error}\n{view.page.failure()}")
            print(f"{shot.name}: not reached", flush=True)
            view.page.open()
            view.page.press("Escape")
            continue
        save(shot, view.page.picture(unlike=before))
        print(shot.name, flush=True)
        if shot.scene.leave is not None:
            shot.scene.leave(view)
        elif shot.scene.leaves:
            view.page.press("Escape")
    return failures


@contextmanager
def _page(browser: Browser, url: str, device: Device) -> Iterator[AppPage]:
    page = AppPage(browser, url, device)
    try:
        yield page.open()
    finally:
        page.close()


def _stages(
    folder: Path, language: str, wanted: set[Stage]
) -> Iterator[tuple[Stage, AppServer, data_folders.Found]]:
    """Each stage that is wanted, with a server that stands on it."""

    def started(at: Path) -> AppServer:
        return AppServer.docheck(
            at, now=data_folders.NOW_TYPED, tz=data_folders.ZONE, more=["--lang", language]
        )

    with ExitStack() as running:
        example = folder / "example"
        found = data_folders.example(example, language)
        if wanted & {Stage.EXAMPLE, Stage.TALKED, Stage.FINISHED, Stage.UNREADABLE}:
            server = running.enter_context(started(example))
            yield Stage.EXAMPLE, server, found
            if Stage.TALKED in wanted:
                data_folders.talk(example)
                data_folders.accustom(example)
                yield Stage.TALKED, server, found
            if Stage.FINISHED in wanted:
                data_folders.finish_today(example)
                yield Stage.FINISHED, server, found
            if Stage.UNREADABLE in wanted:
                data_folders.make_unreadable(example)
                yield Stage.UNREADABLE, server, found
    for stage, prepare in (
        (Stage.EMPTY, data_folders.empty),
        (Stage.DAMAGED, data_folders.damage),
    ):
        if stage in wanted:
            prepare(folder / stage)
            with started(folder / stage) as server:
                yield stage, server, found


def small(picture: bytes) -> bytes:
    """The same picture with a palette of its own."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    reduced = image.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    out = io.BytesIO()
    reduced.save(out, "PNG", optimize=True)
    return out.getvalue()


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks for; its exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description=__doc__)
    parser.add_argument("--docs", action="store_true", help="the README's, into docs/screenshots")
    parser.add_argument("--only", default="", help="those whose name holds this text")
    parser.add_argument("--out", type=Path, help="another folder")
    chosen = parser.parse_args(arguments)
    shots = docs_shots() if chosen.docs else every_shot()
    shots = [shot for shot in shots if chosen.only in shot.name]
    out: Path = chosen.out or (DOCS if chosen.docs else EVERYTHING)
    out.mkdir(parents=True, exist_ok=True)
    heavy: list[str] = []

    def save(shot: Shot, picture: bytes) -> None:
        kept = small(picture) if chosen.docs else picture
        (out / shot.name).write_bytes(kept)
        if chosen.docs and len(kept) > DOCS_LIMIT:
            heavy.append(f"{shot.name}: {len(kept):,} bytes, more than {DOCS_LIMIT:,}")

    failures = take(shots, save, scale=1.0) + heavy
    print(f"{len(shots) - len(failures)} of {len(shots)} pictures in {out}")
    print("\n".join(failures), file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    raise SystemExit(main())
