"""The web server: DoCheck's app behind its guard, on a socket of this computer.

Owns the socket and the server's life. Imported only where the browser is to be served: it needs
the web packages, which phones do not have. Says nothing itself.
"""

import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import flet as ft
import flet_web.fastapi
import uvicorn
from starlette.types import ASGIApp

from views.serve.guard import Guard

_STOP_LIMIT_S = 3


def build_app(
    app_main: Callable[[ft.Page], object],
    assets: Path,
    dress: Callable[[ft.Page], object] | None = None,
) -> ASGIApp:
    """The ASGI app. Routes are paths; the client draws with what the server itself has.

    `dress` sees a page before the client's first answer: what it sets is never missed.
    """
    return Guard(
        flet_web.fastapi.app(
            app_main,
            before_main=dress,
            assets_dir=str(assets),
            app_name="DoCheck",
            app_short_name="DoCheck",
            app_description="To-do list and timeline",
            web_renderer=ft.WebRenderer.AUTO,
            route_url_strategy=ft.RouteUrlStrategy.PATH,
            no_cdn=True,
        )
    )


def listen(host: str, ports: Sequence[int]) -> socket.socket:
    """A listening socket on the first of `ports` (0: any) that is free.

    Raises OSError when none is, as the last one's refusal.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for port in ports[:-1]:
        with suppress(OSError):
            return socket.create_server((host, port), family=family)
    return socket.create_server((host, ports[-1]), family=family)


def url_of(listener: socket.socket, host: str) -> str:
    """The address to give a browser."""
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{listener.getsockname()[1]}"


def serve(app: ASGIApp, listener: socket.socket, on_listening: Callable[[], None]) -> None:
    """Serve until the process is told to stop; `on_listening` is called once it answers."""
    config = uvicorn.Config(
        app,
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_STOP_LIMIT_S,
    )
    with suppress(KeyboardInterrupt):
        _Server(config, on_listening).run(sockets=[listener])


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, on_listening: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_listening = on_listening

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._on_listening()
