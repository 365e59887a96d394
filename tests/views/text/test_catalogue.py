"""The catalogues are complete, and the tool that keeps them does not lose anything."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from views.text import catalogue
from views.text.messages import MessageId, messages_said, placeholders
from views.text.pofile import Entry, is_compiled, read_entries, write_entries

SOURCE = """
def show(words, day, n, late, key):
    words.say("Move to {day}", day=words.say("tomorrow"))
    words.say("Late" if late else "On time")
    words.say(NAMES["key"])
    f"{words.say('inside')}"
    words.count("{count} step", "{count} steps", n)
    words.say_in("list", "Done")
    "text".count("a")
    mark("later"), mark_in("field", "Title")
    words.say(
        "joined "
        "over lines"
    )
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "views"
    folder.mkdir()
    (folder / "screen.py").write_text(SOURCE, encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "locale"


def test_every_message_of_the_app_is_translated_and_compiled() -> None:
    assert catalogue.check() == []


def test_screens_are_found_for_pictures_by_words_that_the_app_says() -> None:
    tests = Path(__file__).parents[2]
    looked_for = messages_said(tests / "screenshots")
    assert looked_for.keys() <= messages_said(tests.parent / "views").keys()


def test_finds_what_is_said(root: Path) -> None:
    assert messages_said(root) == {
        MessageId("Move to {day}"): None,
        MessageId("tomorrow"): None,
        MessageId("Late"): None,
        MessageId("On time"): None,
        MessageId("inside"): None,
        MessageId("{count} step"): "{count} steps",
        MessageId("Done", "list"): None,
        MessageId("later"): None,
        MessageId("Title", "field"): None,
        MessageId("joined over lines"): None,
    }


def test_a_file_that_does_not_parse_changes_nothing(root: Path, folder: Path) -> None:
    catalogue.update(folder, root)
    kept = read_entries(folder, "id")
    (root / "broken.py").write_text("def (", encoding="utf-8")
    with pytest.raises(ValueError, match=r"broken\.py"):
        catalogue.update(folder, root)
    assert read_entries(folder, "id") == kept


def test_one_msgid_has_one_plural(root: Path) -> None:
    (root / "other.py").write_text('words.say("{count} step", count=1)', encoding="utf-8")
    with pytest.raises(ValueError, match="plurals"):
        messages_said(root)


def test_update_keeps_translations_and_drops_what_is_not_said(root: Path, folder: Path) -> None:
    catalogue.add(MessageId("Late"), None, "Lewat", folder)
    catalogue.add(MessageId("Gone"), None, "Hilang", folder)
    catalogue.add(MessageId("{count} step"), "{count} steps", "{count} langkah", folder)
    catalogue.update(folder, root)
    entries = read_entries(folder, "id")
    assert entries[MessageId("Late")].translations == ("Lewat",)
    assert entries[MessageId("{count} step")].translations == ("{count} langkah",)
    assert MessageId("Gone") not in entries
    assert read_entries(folder, "en")[MessageId("{count} step")].translations == (
        "{count} step",
        "{count} steps",
    )


def test_a_changed_plural_keeps_the_indonesian(root: Path, folder: Path) -> None:
    catalogue.add(MessageId("{count} step"), "{count} stepses", "{count} langkah", folder)
    catalogue.update(folder, root)
    entry = read_entries(folder, "id")[MessageId("{count} step")]
    assert entry == Entry(entry.message, "{count} steps", ("{count} langkah",))


def test_check_tells_each_fault(root: Path, folder: Path) -> None:
    catalogue.update(folder, root)
    entries = read_entries(folder, "id")
    late, on_time = MessageId("Late"), MessageId("On time")
    entries[late] = Entry(late, None, ("Lewat",), is_fuzzy=True)
    entries[on_time] = Entry(on_time, None, ("Pas {waktu}",))
    entries[MessageId("Gone")] = Entry(MessageId("Gone"), None, ("Hilang",))
    del entries[MessageId("inside")]
    write_entries(folder, "id", entries)
    (folder / "id" / "LC_MESSAGES" / "docheck.mo").unlink()
    problems = "\n".join(catalogue.check(folder, root))
    assert "id: not translated: 'Move to {day}'" in problems
    assert "id: fuzzy: 'Late'" in problems
    assert "id: placeholders differ: 'On time' and 'Pas {waktu}'" in problems
    assert "id: obsolete: 'Gone'" in problems
    assert "id: not in the catalogue: 'inside'" in problems
    assert "id: docheck.mo is older than docheck.po" in problems
    assert "en:" not in problems


def test_add_refuses_other_placeholders(folder: Path) -> None:
    with pytest.raises(ValueError, match="placeholders differ"):
        catalogue.add(MessageId("Move to {day}"), None, "Pindah ke {hari}", folder)
    assert read_entries(folder, "id") == {}


def test_writing_twice_gives_the_same_bytes(root: Path, folder: Path) -> None:
    catalogue.update(folder, root)
    files = sorted(folder.rglob("docheck.*"))
    assert len(files) == 4
    first = [path.read_bytes() for path in files]
    for path in files:
        if path.suffix == ".mo":
            path.unlink()
    catalogue.update(folder, root)
    assert [path.read_bytes() for path in files] == first


def test_indonesian_has_one_plural_form(root: Path, folder: Path) -> None:
    catalogue.update(folder, root)
    text = (folder / "id" / "LC_MESSAGES" / "docheck.po").read_text(encoding="utf-8")
    assert "nplurals=1; plural=0;" in text
    assert "msgstr[1]" not in text
    assert "POT-Creation-Date" not in text


def test_additions_at_once_lose_nothing(folder: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from views.text import catalogue;"
        "from views.text.messages import MessageId;"
        "[catalogue.add(MessageId(f'{sys.argv[2]}-{n}'), None, 'x', Path(sys.argv[1]))"
        " for n in range(5)]"
    )

    def run(name: str) -> int:
        command = [sys.executable, "-c", script, str(folder), name]
        return subprocess.run(command, cwd=Path(__file__).parents[3], check=False).returncode

    with ThreadPoolExecutor() as pool:
        assert set(pool.map(run, "abc")) == {0}
    assert len(read_entries(folder, "id")) == 15
    assert is_compiled(folder, "id", read_entries(folder, "id"))


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip)


@given(st.lists(st.tuples(texts, texts, texts), max_size=4))
def test_any_text_survives_the_files(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("locale")
    entries = {
        MessageId(text, context): Entry(MessageId(text, context), None, (translation,))
        for text, context, translation in rows
    }
    write_entries(folder, "id", entries)
    assert read_entries(folder, "id") == entries


def test_placeholders() -> None:
    assert placeholders("{hours} h {minutes:02} {{literal}}") == {"hours", "minutes"}


def test_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert catalogue.main(["--add", "Move to {day}", "Pindah"]) == 1
    assert "placeholders differ" in capsys.readouterr().err
