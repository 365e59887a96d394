"""A web server of the app, started as its user starts it: a command that prints its URL.

Owns: the process, from its start to its end, and what it printed. Knows nothing of the app but
its command line.
"""

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Self

REPOSITORY = Path(__file__).resolve().parents[2]
START_LIMIT_S = 60.0
STOP_LIMIT_S = 10.0

_URL = re.compile(r"https?://[\w.\[\]:-]+")


class AppServer:
    """A running server: `url` has no trailing slash, `output()` is all it printed so far."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        cwd: Path = REPOSITORY,
        env: Mapping[str, str] | None = None,
    ) -> None:
        self._lines: list[str] = []
        self._has_url = threading.Event()
        self.url = ""
        self.process = subprocess.Popen(
            command,
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1", **(env or {})},
        )
        assert self.process.stdout is not None
        self._reader = threading.Thread(target=self._read, args=(self.process.stdout,), daemon=True)
        self._reader.start()

    @classmethod
    def docheck(
        cls,
        data_dir: Path,
        *,
        now: str | None = None,
        tz: str | None = None,
        more: Sequence[str] = (),
        env: Mapping[str, str] | None = None,
    ) -> Self:
        """DoCheck's own server on a free port, its data in `data_dir`.

        `now` (ISO 8601) and `tz` (IANA name) shift its clock; `more` are further options.
        """
        command = [sys.executable, "main.py", "--web", "--no-open", "--port", "0"]
        command += ["--data-dir", str(data_dir)]
        if now is not None:
            command += ["--now", now]
        if tz is not None:
            command += ["--tz", tz]
        return cls([*command, *more], env=env).wait_until_listening()

    def _read(self, stream: IO[str]) -> None:
        for line in stream:
            self._lines.append(line)
            found = _URL.search(line)
            if found and not self._has_url.is_set():
                self.url = found.group().rstrip("/")
                self._has_url.set()
        self._has_url.set()

    def wait_until_listening(self) -> Self:
        """Wait for the printed URL; fail with the output when the server ends or says nothing."""
        self._has_url.wait(START_LIMIT_S)
        if not self.url:
            self.stop()
            raise AssertionError(f"the server printed no URL:\n{self.output()}")
        return self

    def wait_until_over(self, limit: float = START_LIMIT_S) -> int:
        """Wait for the process to end by itself and return its exit code."""
        code = self.process.wait(limit)
        self._reader.join(STOP_LIMIT_S)
        return code

    def output(self) -> str:
        return "".join(self._lines)

    def interrupt(self) -> None:
        """Press Ctrl-C."""
        self.process.send_signal(signal.SIGINT)

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(STOP_LIMIT_S)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self._reader.join(STOP_LIMIT_S)
        if self.process.stdout is not None:
            self.process.stdout.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        self.stop()


StartServer = Callable[..., AppServer]
"""A fixture that starts servers and stops them after the test."""
