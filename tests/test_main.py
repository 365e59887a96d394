"""The entrance: a command, the app, or the app inside a package."""

import logging
import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

import main
from services.paths import Paths
from tests.rig.server import REPOSITORY, StartServer
from views import serve
from views.app import app as views_app
from views.serve import LaunchRequest

WAIT_S = 20


class Launched:
    """Stands where the window or server would be: notes what was to be shown."""

    def __init__(self) -> None:
        self.requests: list[LaunchRequest] = []
        self.languages: list[str] = []
        self.apps: list[object] = []

    def __call__(self, request: LaunchRequest, app: object, **more: object) -> int:
        self.requests.append(request)
        self.apps.append(app)
        self.languages.append(getattr(more["words"], "language", ""))
        assert Path(str(more["assets"])).is_dir()
        return 0


@pytest.fixture
def launched(monkeypatch: pytest.MonkeyPatch) -> Launched:
    launched = Launched()
    monkeypatch.setattr(serve, "launch", launched)
    monkeypatch.setattr(views_app, "app_for", lambda desk: desk)
    monkeypatch.delenv("FLET_PLATFORM", raising=False)
    # The app adds its log to what is there; it goes with the test.
    monkeypatch.setattr(logging.getLogger(), "handlers", [*logging.getLogger().handlers])
    return launched


def start(monkeypatch: pytest.MonkeyPatch, *argv: str) -> int:
    """What `main.py` with these arguments ends with."""
    monkeypatch.setattr(sys, "argv", ["main.py", *argv])
    return main.main()


def test_without_a_command_the_app_opens_on_its_data(
    launched: Launched, monkeypatch: pytest.MonkeyPatch, data_dir: Path
):
    options = ("--web", "--port", "0", "--no-open", "--lang", "id", "--tz", "Asia/Jakarta")
    assert start(monkeypatch, "--data-dir", str(data_dir), *options) == 0
    assert launched.requests == [LaunchRequest("web", "127.0.0.1", 0, False)]
    assert launched.languages == ["id"]
    assert Paths(data_dir).database.is_file()


def test_the_language_of_one_run_is_not_kept(
    launched: Launched, monkeypatch: pytest.MonkeyPatch, data_dir: Path
):
    start(monkeypatch, "--data-dir", str(data_dir), "--lang", "id")
    with closing(sqlite3.connect(Paths(data_dir).database)) as connection:
        kept = connection.execute("SELECT name FROM settings").fetchall()
    assert ("language",) not in kept


def test_the_days_copy_is_kept_from_the_start(
    launched: Launched, monkeypatch: pytest.MonkeyPatch, data_dir: Path
):
    start(monkeypatch, "--data-dir", str(data_dir))
    until = time.monotonic() + WAIT_S
    while not list(Paths(data_dir).backups.glob("*-daily.db")):
        assert time.monotonic() < until
        time.sleep(0.02)


@pytest.mark.parametrize(("language", "said"), [("en", "is damaged"), ("id", "rusak")])
def test_damaged_data_opens_an_app_that_says_so(
    launched: Launched,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    data_dir: Path,
    language: str,
    said: str,
):
    Paths(data_dir).database.write_bytes(b"no database" * 400)
    assert start(monkeypatch, "--data-dir", str(data_dir), "--lang", language) == 0
    assert said in capsys.readouterr().out
    (app,) = launched.apps
    assert callable(app)
    assert Paths(data_dir).database.read_bytes() == b"no database" * 400


def test_a_zone_that_is_none_is_refused_at_once(
    launched: Launched,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    data_dir: Path,
):
    options = ("--tz", "Mars/Olympus", "--lang", "en")
    assert start(monkeypatch, "--data-dir", str(data_dir), *options) == 1
    assert "no time zone “Mars/Olympus”" in capsys.readouterr().err
    assert launched.requests == []


def test_a_package_is_given_no_arguments(
    launched: Launched, monkeypatch: pytest.MonkeyPatch, data_dir: Path
):
    monkeypatch.setenv("FLET_PLATFORM", "android")
    monkeypatch.setenv("DOCHECK_DATA_DIR", str(data_dir))
    assert start(monkeypatch, "list", "--frob") == 0
    assert launched.requests == [LaunchRequest()]


def test_a_command_does_without_flet(data_dir: Path):
    probe = (
        "import sys, main; sys.argv = ['main.py', 'list', '--data-dir', sys.argv[1]]; "
        "main.main(); sys.exit('flet' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe, str(data_dir)],
        cwd=REPOSITORY,
        env={**os.environ, "LANG": "C", "LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "Today: nothing here.\n")


def test_the_servers_clock_starts_where_it_is_told(server: StartServer, data_dir: Path):
    running = server(now="2026-11-23T14:13", tz="Asia/Jakarta")
    assert running.url.startswith("http://127.0.0.1:")
    with closing(sqlite3.connect(Paths(data_dir).database)) as connection:
        ((created,),) = connection.execute("SELECT created FROM accounts").fetchall()
    # 14:13 in Jakarta, in microseconds since 1970, and what has passed since.
    assert 0 <= created - 1_795_417_980_000_000 < 120_000_000
