"""Starts DoCheck: one of its commands, or the app. Decides which, and does neither itself."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path

from models.errors import StorageRefusal
from views.cli import AppWish, run

ASSETS = Path(__file__).parent / "assets"


def show(wish: AppWish) -> int:
    """Open the data and show the app, in a window or in the browser."""
    # Flet takes a second to import, which no command should wait for.
    from views.app.app import app_for
    from views.app.look import dress
    from views.serve import LaunchRequest, launch

    request = LaunchRequest(wish.surface, wish.host, wish.port, wish.opens_browser)
    show_it = partial(launch, request, assets=ASSETS, write=partial(print, flush=True), dress=dress)
    try:
        desk = wish.open()
    except StorageRefusal as refusal:
        from views.app.refused import refused_app_for
        from views.text.refusals import refusal_text

        words = wish.words()
        print(refusal_text(words, refusal), flush=True)
        app = refused_app_for(
            refusal, folder=wish.place.paths.folder, words=words, reopen=wish.open
        )
        return show_it(app, words=words)
    return show_it(app_for(desk), words=wish.words(desk))


def main() -> int:
    """Do what the command line asks for; its exit code."""
    # A package that Flet built runs on a device, where nobody types arguments for us.
    is_packaged = "FLET_PLATFORM" in os.environ
    return run([] if is_packaged else sys.argv[1:], show=show)


if __name__ == "__main__":
    sys.exit(main())
