"""The command line in this process, on real SQLite, at an instant of its own."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.rig.desk import folder, template
from views.cli import AppWish, run

__all__ = ["cli", "folder", "template"]

#: A Monday afternoon where the tasks are.
NOW = "2026-11-23T14:13"
ZONE = "Asia/Jakarta"


@dataclass(frozen=True)
class Answer:
    """What one run gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document of stdout."""
        return json.loads(self.out)


class _Stream(io.StringIO):
    """Text in memory that may say of itself that it is a terminal."""

    def __init__(self, is_terminal: bool, text: str = "") -> None:
        super().__init__(text)
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal


class Cli:
    """Runs commands on `folder`; `now`, `zone` and `language` may be changed between runs.

    `typed` is what a command finds on its standard input; `is_terminal` says that a person
    types and reads there.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now = NOW
        self.zone = ZONE
        self.language = "en"
        self.environ: dict[str, str] = {}
        self.typed = ""
        self.is_terminal = False
        self.shown: list[AppWish] = []

    def __call__(self, *argv: str) -> Answer:
        """Run it as it is typed; the place comes after the command's own arguments."""
        place = ["--data-dir", str(self.folder), "--now", self.now, "--tz", self.zone]
        # "--" ends the options: what follows it is titles.
        at = argv.index("--") if "--" in argv else len(argv)
        return self.raw(*argv[:at], *place, "--lang", self.language, *argv[at:])

    def raw(self, *argv: str) -> Answer:
        """Run exactly this."""
        out, err = _Stream(self.is_terminal), io.StringIO()
        typed = _Stream(self.is_terminal, self.typed)
        streams = {"stdout": out, "stderr": err, "stdin": typed}
        code = run(argv, show=self._show, environ=self.environ, **streams)
        assert "Traceback" not in out.getvalue() + err.getvalue()
        return Answer(code, out.getvalue(), err.getvalue())

    def record(self, *argv: str) -> Any:
        """The JSON answer of a command that must work."""
        answer = self(*argv, "--json") if "--" not in argv else self(*self._with_json(argv))
        assert (answer.code, answer.err) == (0, "")
        return answer.json

    def refused(self, *argv: str) -> str:
        """The kind of a refusal, told on both streams, that changed no task."""
        before = self._everything()
        answer = self(*(self._with_json(argv) if "--" in argv else (*argv, "--json")))
        assert answer.code == 1
        assert set(answer.json) == {"error", "message"}
        assert answer.json["message"] == answer.err.strip()
        assert self._everything() == before
        return answer.json["error"]

    def add(self, *argv: str) -> str:
        """A new task's uid."""
        return self.record("add", *argv)["uid"]

    def _everything(self) -> list[Any]:
        names = ("all", "done", "trash")
        return [self("list", name, "--json").out for name in names]

    @staticmethod
    def _with_json(argv: tuple[str, ...]) -> list[str]:
        at = argv.index("--")
        return [*argv[:at], "--json", *argv[at:]]

    def _show(self, wish: AppWish) -> int:
        self.shown.append(wish)
        return 0


@pytest.fixture
def cli(folder: Path) -> Cli:
    """A command line on a folder without tasks, in English."""
    return Cli(folder)
