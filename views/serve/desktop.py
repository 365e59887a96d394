"""The desktop window: whether there can be one, and opening it.

Owns what a window needs: a display, Flet's desktop package, its client (fetched once, in bounded
time) and the client's libraries. Says nothing itself: an obstacle is a value.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from enum import Enum, auto
from importlib import util
from pathlib import Path

import flet as ft

_FETCH_LIMIT_S = 300
_CONNECTION_LIMIT_S = 15
_PROBE_LIMIT_S = 15

_FETCH_CLIENT = (
    f"import socket; socket.setdefaulttimeout({_CONNECTION_LIMIT_S})\n"
    "import flet_desktop; flet_desktop.ensure_client_cached()"
)


class Obstacle(Enum):
    """Why there can be no window."""

    NO_DISPLAY = auto()
    FORCED_TO_WEB = auto()
    NO_PACKAGE = auto()
    NO_CLIENT = auto()
    NO_LIBRARIES = auto()


def obstacle(on_fetching: Callable[[], None]) -> Obstacle | None:
    """The first thing that stands between this computer and a window, or None.

    Fetches Flet's client where it is missing, after calling `on_fetching`.
    """
    if not has_display(sys.platform, os.environ):
        return Obstacle.NO_DISPLAY
    if os.environ.get("FLET_FORCE_WEB_SERVER", "").lower() in ("true", "1", "yes"):
        return Obstacle.FORCED_TO_WEB
    if util.find_spec("flet_desktop") is None:
        return Obstacle.NO_PACKAGE
    client = _client_folder()
    if client is None:
        on_fetching()
        client = _client_folder() if _fetch() else None
    if client is None:
        return Obstacle.NO_CLIENT
    return None if _has_its_libraries(client) else Obstacle.NO_LIBRARIES


def has_display(platform: str, env: Mapping[str, str]) -> bool:
    """Whether windows can be shown. macOS and Windows always can."""
    if platform in ("darwin", "win32"):
        return True
    return bool(env.get("DISPLAY") or env.get("WAYLAND_DISPLAY"))


def open_window(
    app_main: Callable[[ft.Page], object],
    assets: Path,
    dress: Callable[[ft.Page], object] | None = None,
) -> None:
    """Show the app in a window of its own until that is closed; `dress` sees a page first."""
    if sys.platform.startswith("linux"):
        # Flet takes a Linux without DISPLAY for a server, and Wayland needs none.
        os.environ.setdefault("DISPLAY", "")
    ft.run(app_main, before_main=dress, view=ft.AppView.FLET_APP, assets_dir=str(assets))


def _client_folder() -> Path | None:
    """Where the client is, in the places Flet looks; None before it was fetched."""
    import flet_desktop.version

    own = os.environ.get("FLET_VIEW_PATH")
    if own:
        return Path(own) if Path(own).is_dir() else None
    if Path(flet_desktop.get_package_bin_dir(), flet_desktop.get_artifact_filename()).exists():
        return Path(flet_desktop.get_package_bin_dir())
    version = flet_desktop.version.version
    clients = (Path.home() / ".flet" / "client").glob(f"flet-desktop-*-{version}")
    return next(clients, None)


def _fetch() -> bool:
    try:
        done = subprocess.run(
            [sys.executable, "-c", _FETCH_CLIENT],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_FETCH_LIMIT_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _has_its_libraries(client: Path) -> bool:
    """Whether the loader finds all the client links to; taken for granted where none can tell."""
    programs = [path for path in (client / "flet", client / "flet" / "flet") if path.is_file()]
    if not sys.platform.startswith("linux") or not programs or not shutil.which("ldd"):
        return True
    try:
        told = subprocess.run(
            ["ldd", str(programs[0])],
            capture_output=True,
            text=True,
            timeout=_PROBE_LIMIT_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return True
    return "not found" not in told.stdout
