"""Messages: translation, arguments, plurals, and what happens when something does not fit."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from views.text import Words, sentence
from views.text import words as words_module
from views.text.words import Language

ROOT = Path(__file__).parents[3]


@pytest.fixture
def spoiled_indonesian(monkeypatch: pytest.MonkeyPatch) -> Words:
    """Indonesian whose every translation wants a placeholder that nobody gives."""

    class Spoiled:
        def gettext(self, msgid: str) -> str:
            return "{nonsense}"

    monkeypatch.setattr(words_module, "_catalogue", lambda language: Spoiled())
    return Words("id")


def test_says_in_both_languages() -> None:
    assert Words("id").say("tomorrow") == "besok"
    assert Words("en").say("tomorrow") == "tomorrow"
    assert Words("id").say("{duration} ago", duration="5 mnt") == "5 mnt lalu"


def test_a_context_tells_two_meanings_apart() -> None:
    assert Words("id").say("{minutes} min", minutes=5) == "5 mnt"
    assert Words("id").say_in("compact", "{minutes} min", minutes=5) == "5 m"


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("en", 0, "0 tasks completed"),
        ("en", 1, "1 task completed"),
        ("en", 1250, "1,250 tasks completed"),
        ("id", 0, "0 tugas selesai"),
        ("id", 1, "1 tugas selesai"),
        ("id", 1250, "1.250 tugas selesai"),
    ],
)
def test_counts(language: Language, count: int, said: str) -> None:
    words = Words(language)
    assert words.count("{count} task completed", "{count} tasks completed", count) == said


def test_an_unknown_msgid_is_said_as_it_is() -> None:
    assert Words("id").say("Never heard of {thing}", thing="it") == "Never heard of it"
    assert Words("id").count("{count} gnu", "{count} gnus", 2) == "2 gnus"
    assert Words("id").say_in("zoo", "gnu") == "gnu"
    assert Words("id").say("") == ""


def test_a_translation_that_does_not_fit_falls_back_to_english(spoiled_indonesian: Words) -> None:
    assert spoiled_indonesian.say("Hello {name}", name="Dhila") == "Hello Dhila"
    assert spoiled_indonesian.say("Hello {name}") == "Hello {name}"


@given(st.text(), st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.text()))
def test_saying_never_raises(msgid: str, args: dict[str, str]) -> None:
    for language in ("id", "en"):
        assert isinstance(Words(language).say(msgid, **args), str)


@given(st.text())
def test_an_argument_is_never_taken_for_a_template(name: str) -> None:
    assert Words("id").say("Good morning, {name}", name=name) == f"Pagi, {name}"


def test_words_are_values() -> None:
    assert Words("id") == Words("id") != Words("en")
    with pytest.raises(AttributeError):
        Words("id").language = "en"  # pyright: ignore[reportAttributeAccessIssue]


def test_sentence_enlarges_only_the_first_letter() -> None:
    assert sentence("hari ini") == "Hari ini"
    assert sentence("10 WIB") == "10 WIB"
    assert sentence("") == ""


def test_speaks_from_inside_a_zip(tmp_path: Path) -> None:
    archive = tmp_path / "app.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(ROOT / "views" / "__init__.py", "views/__init__.py")
        for path in [*(ROOT / "models").glob("*.py"), *(ROOT / "views" / "text").rglob("*")]:
            if path.is_file() and path.suffix in (".py", ".mo"):
                packed.write(path, path.relative_to(ROOT).as_posix())
    script = "from views.text import Words; print(Words('id').say('tomorrow'))"
    said = subprocess.run(
        [sys.executable, "-c", script],
        env={"PYTHONPATH": str(archive), "PATH": ""},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.stdout.strip() == "besok", said.stderr


def test_missing_catalogues_leave_plain_english(tmp_path: Path) -> None:
    for folder in ("models", "views/text"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("*.mo"))
    (tmp_path / "views" / "__init__.py").touch()
    script = "from views.text import Words; print(Words('id').say('tomorrow'))"
    said = subprocess.run(
        [sys.executable, "-c", script],
        env={"PYTHONPATH": str(tmp_path), "PATH": ""},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.stdout.strip() == "tomorrow", said.stderr


def test_words_come_without_babel_and_flet() -> None:
    script = (
        "import sys; from views.text import Words, Dates; Words('id').say('today');"
        "print(sorted({'babel', 'flet', 'tzlocal'} & set(sys.modules)))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert loaded.stdout.strip() == "[]"
