"""One run: usage, help, language, streams, faults, and the place that all commands share."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from services import tasks
from services.paths import Paths
from tests.views.cli.conftest import NOW, ZONE, Cli
from views.cli import run
from views.cli.asked import Asked
from views.cli.commands import COMMANDS
from views.version import VERSION

REPOSITORY = Path(__file__).resolve().parents[3]


class TestUsage:
    @pytest.mark.parametrize(
        ("argv", "en", "id"),
        [
            (("frob",), "none of these: add, list,", "bukan salah satu dari: add, list,"),
            (("list", "someday"), "LIST: “someday” is none of", "DAFTAR: “someday” bukan salah"),
            (("done",), "missing: UID", "belum diisi: UID"),
            (("list", "--frob"), "not understood: --frob", "tidak dipahami: --frob"),
            (("add", "x", "--due"), "--due needs a value", "--due perlu diisi"),
            (("--port", "x"), "--port: “x” is not a number", "--port: “x” bukan angka"),
            (("--web", "--desktop"), "--desktop does not go with", "--desktop tidak bisa dipakai"),
            (("demo", "--force=1"), "--force takes no value", "--force tidak perlu diisi"),
        ],
    )
    def test_what_makes_no_sense_is_told(self, cli: Cli, argv: tuple[str, ...], en: str, id: str):
        for language, said in (("en", en), ("id", id)):
            answer = cli.raw(*argv, "--lang", language)
            assert (answer.code, answer.out) == (2, "")
            assert said in answer.err.splitlines()[-1]

    def test_in_json_too(self, cli: Cli):
        answer = cli("done", "--json")
        assert answer.code == 2
        assert answer.json == {"error": "Usage", "message": "missing: UID"}

    def test_an_unknown_language(self, cli: Cli):
        assert cli.raw("list", "--lang", "xx").code == 2

    @pytest.mark.parametrize(
        ("language", "said"),
        [("en", ("Usage: ", "options:")), ("id", ("Cara pakai: ", "opsi:"))],
    )
    def test_help_is_translated(self, cli: Cli, language: str, said: tuple[str, ...]):
        for argv in ((), *((name,) for name in COMMANDS)):
            answer = cli.raw(*argv, "--help", "--lang", language)
            assert (answer.code, answer.err) == (0, "")
            assert all(part in answer.out for part in said)

    def test_help_names_every_command(self, cli: Cli):
        told = cli.raw("--help").out
        assert all(f"    {name}" in told for name in COMMANDS)

    def test_version(self, cli: Cli):
        assert cli.raw("--version").out == f"{VERSION}\n"


class TestLanguage:
    def test_the_account_has_the_last_word_but_for_the_option(self, cli: Cli):
        from services.settings import change_settings
        from services.workspace import open_workspace

        desk = open_workspace(cli.folder)
        change_settings(desk, language="id")
        desk.close()
        place = ("--data-dir", str(cli.folder))
        assert cli.raw("list", *place).out == "Hari ini: kosong.\n"
        assert cli.raw("list", *place, "--lang", "en").out == "Today: nothing here.\n"
        assert cli.raw("done", "x", *place).err.startswith("Tugas “x”")

    def test_else_the_systems(self, cli: Cli):
        cli.environ["LANG"] = "id_ID.UTF-8"
        assert cli.raw("list", "--data-dir", str(cli.folder)).out == "Hari ini: kosong.\n"


class TestPlace:
    def test_the_options_may_stand_before_the_command(self, cli: Cli):
        uid = cli.add("x", "--due", "today")
        before = cli.raw(
            *("--data-dir", str(cli.folder), "--now", NOW, "--tz", ZONE, "--lang", "en"),
            *("list", "--json"),
        )
        assert before.json[0]["uid"] == uid

    def test_the_folder_may_come_from_the_environment(self, cli: Cli):
        cli.environ["DOCHECK_DATA_DIR"] = str(cli.folder)
        cli.add("x")
        assert len(cli.raw("list", "no-date", "--json").json) == 1

    @pytest.mark.parametrize(
        ("zone", "now", "created"),
        [
            # Spring skips 2:30, autumn has 1:30 twice and the first is meant.
            ("America/New_York", "2026-03-08T02:30", "2026-03-08T07:30:00+00:00"),
            ("America/New_York", "2026-11-01T01:30", "2026-11-01T05:30:00+00:00"),
            ("America/New_York", "2026-11-01T01:30-05:00", "2026-11-01T06:30:00+00:00"),
            ("Asia/Jakarta", "2026-11-23", "2026-11-22T17:00:00+00:00"),
            ("Asia/Jakarta", "2026-11-23T10:00Z", "2026-11-23T10:00:00+00:00"),
        ],
    )
    def test_the_present_on_a_wall_clock(self, cli: Cli, zone: str, now: str, created: str):
        cli.zone, cli.now = zone, now
        assert cli.record("add", "x")["created"] == created

    def test_today_is_the_zones_own(self, cli: Cli):
        cli.now = "2026-11-23T20:00Z"
        assert cli.record("add", "x", "--due", "today")["due"] == "2026-11-24"

    @pytest.mark.parametrize("now", ["soon", "2026-02-30", "2026-11-23T25:61", "0001-01-01"])
    def test_a_present_that_is_none(self, cli: Cli, now: str):
        cli.now = now
        answer = cli("list", "--json")
        assert (answer.code, answer.json["error"]) == (1, "ImpossibleDate")

    @pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../../etc/passwd"])
    def test_a_zone_that_is_none(self, cli: Cli, zone: str):
        cli.zone = zone
        answer = cli("list", "--json")
        assert (answer.code, answer.json["error"]) == (1, "UnknownZone")


class TestApp:
    def test_without_a_command_the_app_is_wished_for(self, cli: Cli):
        assert cli.raw("--data-dir", str(cli.folder)).code == 0
        (wish,) = cli.shown
        assert (wish.surface, wish.host, wish.port) == ("auto", "127.0.0.1", None)
        assert wish.opens_browser
        assert wish.place.paths == Paths(cli.folder)

    def test_how_it_is_wished_for(self, cli: Cli):
        cli.raw("--web", "--host", "::1", "--port", "0", "--no-open")
        cli.raw("--desktop")
        web, desktop = cli.shown
        assert (web.surface, web.host, web.port) == ("web", "::1", 0)
        assert not web.opens_browser
        assert desktop.surface == "desktop"


class TestStreams:
    def test_a_fault_of_ours_is_logged_and_shows_no_traceback(
        self, cli: Cli, monkeypatch: pytest.MonkeyPatch
    ):
        def fail(*_: object) -> None:
            raise ZeroDivisionError("inner life")

        monkeypatch.setattr(tasks, "resolve", fail)
        answer = cli("show", "x", "--json")
        assert (answer.code, answer.json["error"]) == (1, "Fault")
        assert "inner life" not in answer.out + answer.err
        assert "ZeroDivisionError: inner life" in Paths(cli.folder).log.read_text("utf-8")

    def test_whoever_stops_reading_is_not_told_off(self, cli: Cli):
        class Closed(io.StringIO):
            def write(self, text: str) -> int:
                raise BrokenPipeError

            def writelines(self, lines: object) -> None:
                raise BrokenPipeError

        argv = ("list", "--data-dir", str(cli.folder))
        err = io.StringIO()
        assert run(argv, show=lambda _: 0, stdout=Closed(), stderr=err, environ={}) == 0
        assert err.getvalue() == ""

    def test_ctrl_c_is_quiet(self, cli: Cli, monkeypatch: pytest.MonkeyPatch):
        def interrupt(_: Asked) -> int:
            raise KeyboardInterrupt

        behaviour = COMMANDS["list"].load()
        monkeypatch.setattr(
            "views.cli.list_commands.LIST_COMMANDS",
            {"list": type(behaviour)(behaviour.arguments, interrupt)},
        )
        answer = cli("list")
        assert (answer.code, answer.out, answer.err) == (130, "", "")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX pipes and locales")
class TestProcess:
    """What only a process of its own can show."""

    def test_output_is_utf_8_in_the_c_locale(self, cli: Cli):
        cli.add("Rapat 会議 🎉", "--due", "today")
        done = _process(cli, "list", env={"LC_ALL": "C", "PYTHONUTF8": "0"})
        assert done.returncode == 0
        assert "Rapat 会議 🎉" in done.stdout.decode("utf-8")

    def test_a_closed_pipe(self, cli: Cli):
        cli("demo")
        command = " ".join(_command(cli, "list", "all", "--json"))
        done = subprocess.run(
            ["bash", "-c", f"set -o pipefail; {command} | head -c 1"],
            cwd=REPOSITORY,
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, b"[", b"")

    def test_no_command_imports_flet(self, cli: Cli):
        probe = (
            "import json, sys; from views.cli import run\n"
            "for argv in json.loads(sys.argv[1]):\n"
            "    code = run([*argv, *sys.argv[2:]], show=lambda wish: 0)\n"
            "    heavy = {'flet', 'flet_web', 'flet_desktop', 'alembic'} & set(sys.modules)\n"
            "    if code or heavy: sys.exit(f'{argv}: {code} {heavy}')"
        )
        uid = cli.add("x", "--due", "today", "--goal", "Kuis")
        every = (
            ("--help",),
            ("add", "y", "--due", "besok"),
            ("edit", uid, "--title", "z"),
            *((name, uid) for name in ("show", "duplicate", "done", "reopen", "delete", "restore")),
            ("list", "week"),
            ("timeline",),
            ("undo",),
            ("redo",),
            ("history", uid),
            ("goals",),
            ("goal", "delete", "Kuis"),
            ("start", uid),
            ("timer",),
            ("stop",),
            ("time", uid, "--add", "45m"),
            ("list", "trash"),
            ("delete", uid, "--for-good"),
            ("empty-trash",),
            ("demo", "--force"),
            ("doctor",),
            ("backup", str(cli.folder / "copy.db")),
            ("restore-backup", str(cli.folder / "copy.db")),
            (),
        )
        done = _process(cli, json.dumps(every), start=["-c", probe])
        assert (done.returncode, done.stderr) == (0, b"")

    def test_listing_today_imports_little(self, cli: Cli):
        cli.add("x", "--time", "16")
        probe = (
            "import sys; from views.cli import run; "
            "run(sys.argv[1:], show=lambda wish: 0); "
            "slow = {'babel', 'services.care', 'services.example', 'tzlocal'}; "
            "sys.exit(7 if slow & set(sys.modules) else 0)"
        )
        assert _process(cli, "list", "today", start=["-c", probe]).returncode == 0


def _command(cli: Cli, *argv: str, start: list[str] | None = None) -> list[str]:
    place = ["--data-dir", str(cli.folder), "--now", NOW, "--tz", ZONE, "--lang", "en"]
    return [sys.executable, *(start or ["main.py"]), *argv, *place]


def _process(
    cli: Cli, *argv: str, start: list[str] | None = None, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        _command(cli, *argv, start=start),
        cwd=REPOSITORY,
        env={**os.environ, **(env or {})},
        capture_output=True,
        check=False,
    )
