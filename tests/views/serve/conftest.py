"""The tiny app on the real server."""

import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.rig.server import AppServer, StartServer

TINY_APP = Path(__file__).with_name("tiny_app.py")


@pytest.fixture
def start_tiny() -> Iterator[StartServer]:
    """Starts the tiny app: `start_tiny(surface="web", host="127.0.0.1", port="0", env={})`."""
    with ExitStack() as running:

        def start(
            surface: str = "web",
            host: str = "127.0.0.1",
            port: str = "0",
            env: dict[str, str] | None = None,
        ) -> AppServer:
            command = [sys.executable, str(TINY_APP), surface, host, port]
            return running.enter_context(AppServer(command, env=env))

        yield start


@pytest.fixture(scope="module")
def tiny_url() -> Iterator[str]:
    """A running tiny app's URL, shared by a module's tests."""
    with AppServer([sys.executable, str(TINY_APP), "web", "127.0.0.1", "0"]) as server:
        yield server.wait_until_listening().url


@pytest.fixture
def busy_port() -> Iterator[int]:
    """A port that something else listens on."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        yield taken.getsockname()[1]
