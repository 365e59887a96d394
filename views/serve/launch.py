"""Starting the app: in a window or in the browser, saying which and why.

Owns that choice, the words about it and the exit code. Must not know what the app shows, nor
where its data is.
"""

import errno
import os
import socket
import sys
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Literal

import flet as ft

from views.serve import desktop
from views.serve.desktop import Obstacle
from views.serve.garbage import collect_seldom
from views.serve.messages import LaunchMessage
from views.text import Words

Surface = Literal["auto", "web", "desktop"]
AppMain = Callable[[ft.Page], object]

LOCAL_HOST = "127.0.0.1"
USUAL_PORT = 8550
_TRIED_PORTS = (*range(USUAL_PORT, USUAL_PORT + 10), 0)

DONE, FAILED, MISUSED = 0, 1, 2

_SERVED_BECAUSE = {
    Obstacle.NO_DISPLAY: LaunchMessage.BROWSER_NO_DISPLAY,
    Obstacle.FORCED_TO_WEB: LaunchMessage.BROWSER_FORCED,
    Obstacle.NO_PACKAGE: LaunchMessage.BROWSER_NO_PACKAGE,
    Obstacle.NO_CLIENT: LaunchMessage.BROWSER_NO_CLIENT,
    Obstacle.NO_LIBRARIES: LaunchMessage.BROWSER_NO_LIBRARIES,
}
_NO_WINDOW_BECAUSE = {
    Obstacle.NO_DISPLAY: LaunchMessage.NO_DISPLAY,
    Obstacle.FORCED_TO_WEB: LaunchMessage.FORCED,
    Obstacle.NO_PACKAGE: LaunchMessage.NO_PACKAGE,
    Obstacle.NO_CLIENT: LaunchMessage.NO_CLIENT,
    Obstacle.NO_LIBRARIES: LaunchMessage.NO_LIBRARIES,
}


@dataclass(frozen=True)
class LaunchRequest:
    """How to show the app. `port` None: the usual one, or another where that is taken."""

    surface: Surface = "auto"
    host: str = LOCAL_HOST
    port: int | None = None
    open_browser: bool = True


def is_embedded() -> bool:
    """Whether the app runs inside a package that `flet build` made, or in a browser's Python."""
    return "FLET_PLATFORM" in os.environ or sys.platform == "emscripten"


def launch(
    request: LaunchRequest,
    app_main: AppMain,
    *,
    assets: Path,
    words: Words,
    write: Callable[[str], None] = print,
    dress: AppMain | None = None,
) -> int:
    """Show the app until it is closed or stopped; the exit code says how that went.

    `dress` is called with each page before `app_main` is.
    """
    return _Launch(app_main, assets, words, write, dress).run(request)


@dataclass(frozen=True)
class _Launch:
    app_main: AppMain
    assets: Path
    words: Words
    write: Callable[[str], None]
    dress: AppMain | None

    def run(self, request: LaunchRequest) -> int:
        collect_seldom()
        if is_embedded():
            ft.run(self.app_main, before_main=self.dress, assets_dir="assets")
            return DONE
        if request.surface == "web":
            return self._serve(request, LaunchMessage.BROWSER_ASKED)
        obstacle = desktop.obstacle(lambda: self._say(LaunchMessage.FETCHING_CLIENT))
        if obstacle is None:
            self._say(LaunchMessage.DESKTOP)
            desktop.open_window(self.app_main, self.assets, self.dress)
            return DONE
        if request.surface == "desktop":
            self._say(_NO_WINDOW_BECAUSE[obstacle])
            return FAILED
        return self._serve(request, _SERVED_BECAUSE[obstacle])

    def _serve(self, request: LaunchRequest, why: LaunchMessage) -> int:
        try:
            from views.serve import guard, web
        except ModuleNotFoundError:
            self._say(LaunchMessage.NO_WEB_PACKAGE)
            return FAILED
        if not guard.is_loopback(request.host):
            self._say(LaunchMessage.HOST_REFUSED, host=request.host)
            return MISUSED
        listener = self._listener(request, web.listen)
        if listener is None:
            return FAILED
        url = web.url_of(listener, request.host)

        def announce() -> None:
            self._say(why, url=url)
            self._say(LaunchMessage.STOP_HINT)
            if request.open_browser and desktop.has_display(sys.platform, os.environ):
                Thread(target=webbrowser.open, args=(url,), daemon=True).start()

        with listener:
            web.serve(web.build_app(self.app_main, self.assets, self.dress), listener, announce)
        return DONE

    def _listener(
        self,
        request: LaunchRequest,
        listen: Callable[[str, tuple[int, ...]], socket.socket],
    ) -> socket.socket | None:
        ports = _TRIED_PORTS if request.port is None else (request.port,)
        try:
            return listen(request.host, ports)
        except OSError as error:
            is_busy = error.errno == errno.EADDRINUSE
            message = LaunchMessage.PORT_BUSY if is_busy else LaunchMessage.PORT_REFUSED
            why = os.strerror(error.errno) if error.errno else str(error)
            arguments = {} if is_busy else {"why": why}
            self._say(message, host=request.host, port=ports[-1], **arguments)
            return None

    def _say(self, message: LaunchMessage, **arguments: object) -> None:
        self.write(self.words.say(message.value, **arguments))
