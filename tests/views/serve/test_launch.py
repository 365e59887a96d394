"""Window or browser: the choice, and what stands in a window's way."""

import sys
from pathlib import Path

import pytest

from views.serve import LaunchRequest, desktop, is_embedded, launch
from views.serve.desktop import Obstacle, has_display
from views.serve.launch import _NO_WINDOW_BECAUSE, _SERVED_BECAUSE, Surface
from views.text import Words


@pytest.mark.parametrize(
    ("platform", "env", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_where_windows_can_be_shown(platform: str, env: dict[str, str], expected: bool):
    assert has_display(platform, env) is expected


def test_an_app_inside_a_package_is_told_by_its_environment(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("FLET_PLATFORM", raising=False)
    assert not is_embedded()
    monkeypatch.setenv("FLET_PLATFORM", "android")
    assert is_embedded()


@pytest.mark.parametrize("surface", ["auto", "desktop"])
def test_a_window_opens_where_nothing_is_in_its_way(
    monkeypatch: pytest.MonkeyPatch, surface: Surface
):
    opened: list[Path] = []
    said: list[str] = []
    monkeypatch.setattr(desktop, "obstacle", lambda on_fetching: None)
    monkeypatch.setattr(desktop, "open_window", lambda app, assets, dress: opened.append(assets))
    request = LaunchRequest(surface)
    code = launch(
        request, lambda page: None, assets=Path("a"), words=Words("en"), write=said.append
    )
    assert (code, opened, said) == (0, [Path("a")], ["DoCheck opens in a window of its own."])


def test_every_obstacle_has_its_words():
    assert set(_SERVED_BECAUSE) == set(_NO_WINDOW_BECAUSE) == set(Obstacle)


@pytest.mark.skipif(sys.platform == "win32", reason="reads a Linux home and ldd")
class TestObstacle:
    """In the order in which they are met, on a Linux with a display."""

    @pytest.fixture(autouse=True)
    def linux(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setattr(desktop.sys, "platform", "linux")
        monkeypatch.setenv("DISPLAY", ":7")
        monkeypatch.setenv("HOME", str(tmp_path))
        for name in ("FLET_FORCE_WEB_SERVER", "FLET_VIEW_PATH"):
            monkeypatch.delenv(name, raising=False)

    def obstacle(self) -> tuple[Obstacle | None, int]:
        fetched: list[None] = []
        return desktop.obstacle(lambda: fetched.append(None)), len(fetched)

    def test_no_display(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.delenv("DISPLAY")
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
        assert self.obstacle() == (Obstacle.NO_DISPLAY, 0)

    def test_forced(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setenv("FLET_FORCE_WEB_SERVER", "true")
        assert self.obstacle() == (Obstacle.FORCED_TO_WEB, 0)

    def test_no_package(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(desktop.util, "find_spec", lambda name: None)
        assert self.obstacle() == (Obstacle.NO_PACKAGE, 0)

    def test_a_client_that_cannot_be_fetched(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setenv("FLET_CLIENT_URL", "http://127.0.0.1:9/none.tar.gz")
        assert self.obstacle() == (Obstacle.NO_CLIENT, 1)

    def test_a_client_that_was_fetched_before(self, tmp_path: Path):
        (tmp_path / ".flet" / "client" / "flet-desktop-light-1.0.5" / "flet").mkdir(parents=True)
        assert self.obstacle() == (None, 0)

    def test_a_client_without_its_libraries(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
        (tmp_path / "flet").write_bytes(b"")
        monkeypatch.setenv("FLET_VIEW_PATH", str(tmp_path))
        ldd = tmp_path / "ldd"
        ldd.write_text("#!/bin/sh\necho 'libgtk-3.so.0 => not found'\n")
        ldd.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
        assert self.obstacle() == (Obstacle.NO_LIBRARIES, 0)
