"""What a Linux desktop is told, by a `notify-send` that writes down its arguments."""

import logging
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from models.reminding import Notice, NoticeKind
from tests.rig.desk import JAKARTA, NOW, TODAY, at
from views.app.desktop_notices import DesktopNotifier
from views.text import Dates, Language


def notice(title: str = "Reels", kind: NoticeKind = NoticeKind.ALMOST_DUE) -> Notice:
    due, ready = at(TODAY, "16:00", JAKARTA), at(TODAY, "15:00", JAKARTA)
    return Notice(NOW, kind, title, title, due, ready, NOW)


def notifier(language: Language = "id") -> DesktopNotifier:
    dates = Dates(language, ZoneInfo(JAKARTA))
    return DesktopNotifier(lambda: (dates, NOW))


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the arguments land, one a line."""
    told = tmp_path / "told"
    program = tmp_path / "notify-send"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{told}"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    return told


@pytest.mark.parametrize(
    ("language", "said"),
    [("id", "Hampir tenggat · siap sebelum 15.00"), ("en", "Almost due · ready by 15:00")],
)
def test_one_notice_has_the_tasks_title(desktop: Path, language: Language, said: str):
    notifier(language).give((notice(),))
    assert desktop.read_text().splitlines()[-3:] == ["--", "Reels", said]


def test_several_are_one_that_names_the_first(desktop: Path):
    notifier().give(tuple(notice(f"Tugas {number}") for number in range(1, 7)))
    told = desktop.read_text().splitlines()
    assert told[told.index("--") + 1 :] == ["6 pengingat", *(f"Tugas {n}" for n in range(1, 5))]


def test_a_title_is_neither_an_option_nor_markup(desktop: Path):
    notifier().give((notice("--urgency=critical"), notice("<b>a & b</b> \\n")))
    told = desktop.read_text().splitlines()
    assert told[told.index("--") :] == [
        "--",
        "2 pengingat",
        "--urgency=critical",
        "&lt;b&gt;a &amp; b&lt;/b&gt; \\\\n",
    ]
    notifier().give((notice("--urgency=critical"),))
    told = desktop.read_text().splitlines()
    assert told.index("--") < told.index("--urgency=critical")


@pytest.mark.parametrize("script", [None, "#!/bin/sh\necho no service >&2\nexit 1\n", "no program"])
def test_a_desktop_without_the_service_is_logged_once(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    script: str | None,
):
    monkeypatch.setenv("PATH", str(tmp_path))
    if script is not None:
        (tmp_path / "notify-send").write_text(script)
        (tmp_path / "notify-send").chmod(0o755)
    one = notifier()
    with caplog.at_level(logging.WARNING):
        one.give((notice(),))
        one.give((notice(),))
    assert len(caplog.records) == 1
    assert "only in the app" in caplog.text
