"""A Chromium for the browser journeys: the one that is there, else one that can be had.

Owns: where a Chromium or Chrome may be, and the ways to get one, each bounded in time. Knows
nothing of Playwright's API or of the app. `Machine` is all it touches of the computer.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from platformdirs import user_cache_path

DOWNLOAD_LIMIT_S = 240.0
INSTALL_LIMIT_S = 420.0
PROBE_LIMIT_S = 20.0
FORGET_FAILURE_AFTER_S = 24 * 3600.0

_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "chrome-headless-shell",
    "microsoft-edge",
)
_MAC_APPS = ("Google Chrome", "Chromium", "Microsoft Edge")
_WINDOWS_PROGRAMS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
_PACKAGE_MANAGERS: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = (
    (
        "apt-get",
        (
            ("apt-get", "update", "-q"),
            ("apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium"),
        ),
    ),
    ("dnf", (("dnf", "install", "-y", "-q", "chromium"),)),
    ("pacman", (("pacman", "-Sy", "--noconfirm", "chromium"),)),
    ("apk", (("apk", "add", "--no-progress", "chromium"),)),
    ("zypper", (("zypper", "--non-interactive", "install", "chromium"),)),
)
_WHERE_PLAYWRIGHT_KEEPS_ITS_OWN = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as p: print(p.chromium.executable_path)"
)


@dataclass(frozen=True)
class Unavailable:
    """No browser could be had, and why, for the test summary."""

    reason: str


@dataclass(frozen=True)
class Outcome:
    """How a command ended: its exit code (124 when stopped for time) and what it printed."""

    code: int
    output: str

    @property
    def last_line(self) -> str:
        lines = [line.strip() for line in self.output.splitlines() if line.strip()]
        errors = [line for line in lines if "error" in line.lower()]
        return (errors or lines or [f"exit code {self.code}"])[-1][:200]


class Run(Protocol):
    """Runs a command without input for at most `limit` seconds."""

    def __call__(self, command: Sequence[str], limit: float) -> Outcome: ...


def run_bounded(command: Sequence[str], limit: float) -> Outcome:
    """Run a command; a missing program, a failure and a timeout are all outcomes.

    It is stopped with everything it started, and writes to a file: a pipe that a grandchild
    keeps open would hold up the test run.
    """
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with tempfile.TemporaryFile() as output:
        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=environment,
                start_new_session=True,
            )
        except OSError as error:
            return Outcome(127, str(error))
        try:
            code = process.wait(limit)
        except subprocess.TimeoutExpired:
            _stop_group(process)
            return Outcome(124, f"gave up after {limit:g} s")
        output.seek(0)
        return Outcome(code, output.read().decode(errors="replace"))


def _stop_group(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _may_become_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


@dataclass(frozen=True)
class Machine:
    """What the search may see and do."""

    env: Mapping[str, str]
    platform: str
    is_root: bool
    which: Callable[[str], str | None]
    is_file: Callable[[Path], bool]
    run: Run
    now: Callable[[], float]
    failure_note: Path

    @classmethod
    def this(cls) -> "Machine":
        return cls(
            env=os.environ,
            platform=sys.platform,
            is_root=_may_become_root(),
            which=shutil.which,
            is_file=Path.is_file,
            run=run_bounded,
            now=time.time,
            failure_note=user_cache_path("docheck") / "browser-download-failed",
        )


def find_or_get_chromium(
    machine: Machine | None = None, tell: Callable[[str], None] = lambda _: None
) -> Path | Unavailable:
    """A Chromium that starts, by the first way that gives one.

    DOCHECK_CHROMIUM, then what is installed, then Playwright's download (a failure is remembered
    for a day), then the package manager where root is at hand. `tell` hears of each attempt
    that may take long.
    """
    machine = machine or Machine.this()
    chosen = machine.env.get("DOCHECK_CHROMIUM")
    if chosen:
        path = Path(chosen)
        if _starts(machine, path):
            return path
        return Unavailable(f"DOCHECK_CHROMIUM names {chosen}, which does not start")
    installed = _installed(machine)
    if installed is not None:
        return installed
    reasons: list[str] = []
    for attempt in (_download, _install):
        result = attempt(machine, tell)
        if isinstance(result, Path):
            return result
        reasons.append(result.reason)
    return Unavailable("; ".join(reasons))


def _installed(machine: Machine) -> Path | None:
    candidates = [Path(found) for name in _NAMES if (found := machine.which(name))]
    if machine.platform == "darwin":
        homes = (Path("/Applications"), Path(machine.env.get("HOME", "/")) / "Applications")
        candidates += [
            home / f"{app}.app" / "Contents" / "MacOS" / app for home in homes for app in _MAC_APPS
        ]
    if machine.platform == "win32":
        roots = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
        candidates += [
            Path(machine.env[root]) / program
            for root in roots
            if root in machine.env
            for program in _WINDOWS_PROGRAMS
        ]
    return next((path for path in candidates if _starts(machine, path)), None)


def _starts(machine: Machine, path: Path) -> bool:
    """Whether a browser is there and its libraries are; Ubuntu's snap stub, for one, fails."""
    if not machine.is_file(path):
        return False
    if machine.platform == "win32":  # There, --version opens a window.
        return True
    return machine.run([str(path), "--version"], PROBE_LIMIT_S).code == 0


def _download(machine: Machine, tell: Callable[[str], None]) -> Path | Unavailable:
    playwright = [sys.executable, "-m", "playwright"]
    where = machine.run([sys.executable, "-c", _WHERE_PLAYWRIGHT_KEEPS_ITS_OWN], PROBE_LIMIT_S)
    if where.code != 0:
        return Unavailable(f"Playwright does not start ({where.last_line})")
    path = Path(where.output.strip().splitlines()[-1])
    if _starts(machine, path):
        return path
    if _failed_lately(machine):
        return Unavailable("Playwright's download failed within the last day")
    tell("no Chromium found: downloading Playwright's, once")
    done = machine.run([*playwright, "install", "chromium"], DOWNLOAD_LIMIT_S)
    if done.code == 0 and not _starts(machine, path) and machine.is_root:
        machine.run([*playwright, "install-deps", "chromium"], INSTALL_LIMIT_S)
    if done.code == 0 and _starts(machine, path):
        return path
    if done.code == 0:
        return Unavailable("Playwright's Chromium lacks system libraries")
    _note_failure(machine)
    return Unavailable(f"Playwright's download failed ({done.last_line})")


def _failed_lately(machine: Machine) -> bool:
    try:
        failed_at = float(machine.failure_note.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return False
    return 0 <= machine.now() - failed_at < FORGET_FAILURE_AFTER_S


def _note_failure(machine: Machine) -> None:
    machine.failure_note.parent.mkdir(parents=True, exist_ok=True)
    machine.failure_note.write_text(str(machine.now()), encoding="ascii")


def _install(machine: Machine, tell: Callable[[str], None]) -> Path | Unavailable:
    if machine.platform != "linux":
        return Unavailable("no package manager to ask on this system")
    manager = next((entry for entry in _PACKAGE_MANAGERS if machine.which(entry[0])), None)
    if manager is None:
        return Unavailable("no known package manager")
    name, commands = manager
    if machine.is_root:
        prefix: list[str] = []
    elif machine.which("sudo") and machine.run(["sudo", "-n", "true"], PROBE_LIMIT_S).code == 0:
        prefix = ["sudo", "-n"]
    else:
        return Unavailable(f"{name} would need root")
    tell(f"no Chromium found: installing it with {name}, once")
    for command in commands:
        done = machine.run([*prefix, *command], INSTALL_LIMIT_S)
        if done.code != 0:
            return Unavailable(f"{name} could not install chromium ({done.last_line})")
    return _installed(machine) or Unavailable(f"{name} installed a chromium that does not start")
