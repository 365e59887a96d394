"""Searching and saved filters from the command line."""

import pytest

from tests.views.cli.conftest import Cli


@pytest.fixture
def busy(cli: Cli) -> Cli:
    """A few tasks to look for."""
    reels = cli.add("Réels pagi", "--time", "16", "--lead", "1h", "--tag", "reels")
    cli.add("Naskah", "--parent", reels)
    cli("done", cli.add("Kirim reels", "--due", "today"))
    cli.add("Rapat", "--due", "besok", "--with", "Raka", "--priority", "p1")
    return cli


def test_a_search_in_json(busy: Cli) -> None:
    found = busy.record("search", "reels")
    assert [task["summary"] for task in found["tasks"]] == ["Réels pagi", "Kirim reels"]
    assert (found["count"], found["is_more"], found["cursor"]) == (2, False, None)


def test_words_may_come_one_by_one(busy: Cli) -> None:
    found = busy.record("search", "reels", "naskah", "or", "with:raka")
    assert [task["summary"] for task in found["tasks"]] == ["Réels pagi", "Rapat"]


def test_a_search_that_begins_with_a_minus(busy: Cli) -> None:
    found = busy.record("search", "--", "-is:open")
    assert [task["summary"] for task in found["tasks"]] == ["Kirim reels"]


def test_a_search_goes_on_behind_a_cursor(busy: Cli) -> None:
    first = busy.record("search", "reels", "--limit", "1")
    assert (len(first["tasks"]), first["count"]) == (1, 2)
    rest = busy.record("search", "reels", "--after", first["cursor"])
    assert [task["summary"] for task in rest["tasks"]] == ["Kirim reels"]


@pytest.mark.parametrize(
    ("language", "heading", "nothing"),
    [("en", "Found · 2", "Nothing was found."), ("id", "Ditemukan · 2", "Tidak ada yang")],
)
def test_a_search_in_the_readers_words(
    busy: Cli, language: str, heading: str, nothing: str
) -> None:
    busy.language = language
    lines = busy("search", "reels").out.splitlines()
    assert lines[0] == heading
    assert [line[0] for line in lines[1:]] == ["○", "✓"]
    assert busy("search", "entah").out.startswith(nothing)


def test_what_cannot_be_read_is_told_with_its_place(busy: Cli) -> None:
    assert busy.refused("search", "reels due:entah") == "UnreadableQuery"
    busy.language = "id"
    assert "Karakter 7: “entah” bukan hari." in busy("search", "reels due:entah").err


def test_a_filter_is_saved_listed_used_renamed_and_deleted(busy: Cli) -> None:
    assert busy.record("filters") == []
    saved = busy.record("filters", "add", "Reels", "#reels", "or", "with:Raka")
    assert (saved["name"], saved["query"]) == ("Reels", "#reels or with:Raka")
    assert busy.record("filters") == [saved]
    listed = busy.record("list", "--filter", "reels")
    assert [task["summary"] for task in listed] == ["Réels pagi", "Rapat"]
    assert busy("list", "--filter", "reels").out.startswith("Reels · 2\n")
    assert busy.record("filters", "rename", "Reels", "Konten")["name"] == "Konten"
    assert busy("filters").out == "Konten  #reels or with:Raka\n"
    assert busy.record("filters", "delete", "konten")["uid"] == saved["uid"]
    assert busy.record("filters") == []
    assert busy("undo").out == "Undone · Deleted filter “Konten”\n"
    assert [each["name"] for each in busy.record("filters")] == ["Konten"]


@pytest.mark.parametrize(
    ("argv", "kind"),
    [
        (["filters", "add", "x"], "EmptyQuery"),
        (["filters", "add", "x", "is:biru"], "UnreadableQuery"),
        (["filters", "delete", "x"], "UnknownFilter"),
        (["list", "--filter", "x"], "UnknownFilter"),
        (["search", "x", "--after", "y"], "ImpossibleValue"),
    ],
)
def test_what_cannot_be_done_is_refused(busy: Cli, argv: list[str], kind: str) -> None:
    assert busy.refused(*argv) == kind


def test_an_empty_list_of_filters_says_so(cli: Cli) -> None:
    assert cli("filters").out == "No filter is saved yet.\n"
