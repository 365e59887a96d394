"""The ways to a browser, in their order, on machines made of dictionaries."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.rig.chromium import Machine, Outcome, Unavailable, find_or_get_chromium, run_bounded

DOWNLOADED = Path("/cache/playwright/chrome")
DAY_S = 24 * 3600.0


@dataclass
class Box:
    """A computer: its programs and files, and what its commands bring."""

    tmp: Path
    programs: set[str] = field(default_factory=set)
    files: set[Path] = field(default_factory=set)
    broken: set[Path] = field(default_factory=set)
    env: dict[str, str] = field(default_factory=dict)
    platform: str = "linux"
    is_root: bool = False
    download: str = "fails"
    apt_code: int = 0
    has_sudo: bool = False
    clock: float = 1_000_000.0
    ran: list[str] = field(default_factory=list)

    def machine(self) -> Machine:
        return Machine(
            env=self.env,
            platform=self.platform,
            is_root=self.is_root,
            which=lambda name: f"/usr/bin/{name}" if name in self.programs else None,
            is_file=lambda path: path in self.files or path.name in self.programs,
            run=self.run,
            now=lambda: self.clock,
            failure_note=self.tmp / "cache" / "failed",
        )

    def run(self, command: Sequence[str], limit: float) -> Outcome:
        assert limit < 600
        line = " ".join(command).replace(sys.executable, "python")
        if command[-1] == "--version":
            return Outcome(127 if Path(command[0]) in self.broken else 0, "Chromium 1")
        self.ran.append(line)
        if "executable_path" in line:
            return Outcome(0, f"{DOWNLOADED}\n")
        if line.endswith("install chromium") and "playwright" in line:
            if self.download == "fails":
                return Outcome(1, "Error: getaddrinfo ENOTFOUND\n}")
            self.files.add(DOWNLOADED)
            return Outcome(0, "")
        if "install-deps" in line:
            self.broken.clear()
        if "apt-get install" in line and self.apt_code == 0:
            self.programs.add("chromium")
        if "sudo -n true" in line:
            return Outcome(0 if self.has_sudo else 1, "")
        return Outcome(self.apt_code if "apt-get" in line else 0, "E: Unable to locate package")

    def find(self) -> Path | Unavailable:
        return find_or_get_chromium(self.machine())

    def reason(self) -> str:
        found = self.find()
        assert isinstance(found, Unavailable)
        return found.reason


@pytest.fixture
def box(tmp_path: Path) -> Box:
    return Box(tmp_path)


def test_the_environment_decides(box: Box):
    box.programs = {"chromium"}
    box.env = {"DOCHECK_CHROMIUM": "/opt/mine"}
    assert "/opt/mine, which does not start" in box.reason()
    box.files = {Path("/opt/mine")}
    assert box.find() == Path("/opt/mine")
    assert box.ran == []


def test_an_installed_browser_is_used_without_asking_anyone(box: Box):
    box.programs = {"google-chrome"}
    assert box.find() == Path("/usr/bin/google-chrome")
    assert box.ran == []


def test_a_stub_that_does_not_start_is_passed_over(box: Box):
    box.programs = {"chromium-browser", "google-chrome"}
    box.broken = {Path("/usr/bin/chromium-browser")}
    assert box.find() == Path("/usr/bin/google-chrome")


@pytest.mark.parametrize(
    ("platform", "env", "path"),
    [
        ("darwin", {}, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
        ("win32", {"PROGRAMFILES": "C:/P"}, "C:/P/Google/Chrome/Application/chrome.exe"),
    ],
)
def test_install_places_of_other_systems(box: Box, platform: str, env: dict[str, str], path: str):
    box.platform, box.env, box.files = platform, env, {Path(path)}
    assert box.find() == Path(path)


def test_a_download_comes_next_and_is_found_again(box: Box):
    box.download = "works"
    assert box.find() == DOWNLOADED
    box.ran.clear()
    assert box.find() == DOWNLOADED
    assert len(box.ran) == 1


def test_a_download_without_libraries_gets_them_where_root(box: Box):
    box.download, box.broken = "works", {DOWNLOADED}
    assert "lacks system libraries" in box.reason()
    box.is_root = True
    box.files.clear()
    assert box.find() == DOWNLOADED


def test_the_package_manager_is_last(box: Box):
    box.programs, box.is_root = {"apt-get"}, True
    assert box.find() == Path("/usr/bin/chromium")
    assert box.ran[-2:] == [
        "apt-get update -q",
        "apt-get install -y -q --no-install-recommends chromium",
    ]


def test_sudo_serves_only_when_it_asks_nothing(box: Box):
    box.programs = {"apt-get", "sudo"}
    assert "apt-get would need root" in box.reason()
    box.has_sudo = True
    assert box.find() == Path("/usr/bin/chromium")
    assert box.ran[-1].startswith("sudo -n apt-get install")


def test_a_failed_download_is_remembered_for_a_day(box: Box):
    assert "ENOTFOUND" in box.reason()
    box.ran.clear()
    assert "within the last day" in box.reason()
    assert not any("install chromium" in line for line in box.ran)
    box.clock += DAY_S + 1
    assert "ENOTFOUND" in box.reason()


def test_the_reasons_are_told_together(box: Box):
    box.programs, box.is_root, box.apt_code = {"apt-get"}, True, 100
    assert box.reason() == (
        "Playwright's download failed (Error: getaddrinfo ENOTFOUND); "
        "apt-get could not install chromium (E: Unable to locate package)"
    )


def test_commands_are_bounded_and_never_raise():
    sleeper = "import time; time.sleep(60)"
    starts_one = f"import subprocess, sys; subprocess.run([sys.executable, '-c', '{sleeper}'])"
    assert run_bounded([sys.executable, "-c", starts_one], 0.5).code == 124
    assert run_bounded(["/nowhere/at/all"], 1).code == 127
    assert run_bounded([sys.executable, "-c", "print(input())"], 20).code == 1
