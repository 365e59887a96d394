"""What a Linux desktop is told and answers, by a stand-in `notify-send`."""

import asyncio
import logging
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from models.reminding import Notice, NoticeKind
from tests.rig.desk import JAKARTA, NOW, TODAY, at
from tests.rig.quiet_loop import run_app
from views.app.desktop_notices import Answer, DesktopNotifier
from views.text import Dates, Language


def notice(title: str = "Reels", kind: NoticeKind = NoticeKind.ALMOST_DUE) -> Notice:
    due, ready = at(TODAY, "16:00", JAKARTA), at(TODAY, "15:00", JAKARTA)
    return Notice(NOW, kind, title, title, due, ready, NOW)


def notifier(language: Language = "id") -> DesktopNotifier:
    dates = Dates(language, ZoneInfo(JAKARTA))
    return DesktopNotifier(lambda: (dates, NOW))


def ask(one: DesktopNotifier, *notices: Notice) -> Answer | None:
    return run_app(lambda: one.ask(notices))


def install(folder: Path, script: str) -> None:
    program = folder / "notify-send"
    program.write_text(script, encoding="utf-8")
    program.chmod(0o755)


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the arguments land, one a line; what is pressed stands beside it."""
    told = tmp_path / "told"
    pressed = tmp_path / "pressed"
    pressed.touch()
    # Its own shell has no PATH to find programs in.
    script = f'while read -r one; do echo "$one"; done < "{pressed}"'
    install(tmp_path, f'#!/bin/sh\nprintf "%s\\n" "$@" > "{told}"\n{script}\n')
    monkeypatch.setenv("PATH", str(tmp_path))
    return told


@pytest.mark.parametrize(
    ("language", "said"),
    [("id", "Hampir deadline · siap sebelum 15.00"), ("en", "Almost due · ready by 15:00")],
)
def test_one_notice_has_the_tasks_title(desktop: Path, language: Language, said: str):
    ask(notifier(language), notice())
    assert desktop.read_text().splitlines()[-3:] == ["--", "Reels", said]


@pytest.mark.parametrize(
    ("language", "offered"),
    [("id", ["Buka", "Selesai", "Tunda 10 mnt"]), ("en", ["Open", "Done", "Snooze 10 min"])],
)
def test_one_task_can_be_answered(desktop: Path, language: Language, offered: list[str]):
    ask(notifier(language), notice())
    names = ("default", "done", "snooze")
    wanted = [f"--action={name}={text}" for name, text in zip(names, offered, strict=True)]
    assert desktop.read_text().splitlines()[:3] == wanted


def test_several_can_only_be_opened(desktop: Path):
    ask(notifier(), notice("Satu"), notice("Dua"))
    actions = [each for each in desktop.read_text().splitlines() if each.startswith("--action")]
    assert actions == ["--action=default=Lihat"]


@pytest.mark.parametrize(
    ("pressed", "answer"),
    [
        ("default", Answer.OPEN),
        ("done", Answer.DONE),
        ("snooze", Answer.SNOOZE),
        ("", None),
        ("7", None),
    ],
)
def test_what_is_pressed_is_the_answer(desktop: Path, pressed: str, answer: Answer | None):
    desktop.with_name("pressed").write_text(f"{pressed}\n")
    assert ask(notifier(), notice()) is answer


def test_an_older_notify_send_is_asked_without_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    told = tmp_path / "told"
    install(
        tmp_path,
        "#!/bin/sh\n"
        f'printf "%s\\n" "$1" >> "{told}"\n'
        'case "$1" in --action*) echo "Unknown option $1" >&2; exit 1;; esac\n',
    )
    monkeypatch.setenv("PATH", str(tmp_path))
    one = notifier("en")
    with caplog.at_level(logging.WARNING):
        assert ask(one, notice()) is None
        assert ask(one, notice()) is None
    assert told.read_text().splitlines() == ["--action=default=Open"] + 2 * ["--app-name=DoCheck"]
    assert caplog.records == []


def test_a_session_that_ends_waits_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    began = tmp_path / "began"
    install(
        tmp_path,
        f"#!{sys.executable}\nimport signal\nopen({str(began)!r}, 'w').close()\nsignal.pause()\n",
    )
    monkeypatch.setenv("PATH", str(tmp_path))

    async def end() -> None:
        asking = asyncio.create_task(notifier().ask((notice(),)))
        async with asyncio.timeout(20):
            while not began.exists():
                await asyncio.sleep(0.01)
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking

    run_app(end)


def test_several_are_one_that_names_the_first(desktop: Path):
    ask(notifier(), *(notice(f"Tugas {number}") for number in range(1, 7)))
    told = desktop.read_text().splitlines()
    named = "Hampir deadline: Tugas 1, Tugas 2, Tugas 3, Tugas 4…"
    assert told[told.index("--") + 1 :] == ["6 pengingat", named]


def test_a_title_is_neither_an_option_nor_markup(desktop: Path):
    ask(notifier(), notice("--urgency=critical"), notice("<b>a & b</b> \\n"))
    told = desktop.read_text().splitlines()
    assert told[told.index("--") :] == [
        "--",
        "2 pengingat",
        "Hampir deadline: --urgency=critical, &lt;b&gt;a &amp; b&lt;/b&gt; \\\\n",
    ]
    ask(notifier(), notice("--urgency=critical"))
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
        install(tmp_path, script)
    one = notifier()
    with caplog.at_level(logging.WARNING):
        assert ask(one, notice()) is None
        assert ask(one, notice()) is None
    assert len(caplog.records) == 1
    assert "only in the app" in caplog.text
