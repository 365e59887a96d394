"""Tags on the command line."""

import pytest

from tests.views.cli.conftest import Cli


@pytest.fixture
def uids(cli: Cli) -> list[str]:
    """Three tasks with tags, the second one done."""
    made = [
        cli.add("Brief", "--tag", "konten"),
        cli.add("Skrip", "--tag", "konten", "--tag", "Reels"),
        cli.add("Rekam", "--tag", "Reels"),
    ]
    cli("done", made[1])
    return made


@pytest.mark.usefixtures("uids")
@pytest.mark.parametrize("argv", [["tags"], ["tags", "list"]])
def test_tags_are_shown_with_their_tasks(cli: Cli, argv: list[str]):
    assert cli.record(*argv) == [
        {"name": "konten", "open": 1, "total": 2},
        {"name": "Reels", "open": 1, "total": 2},
    ]
    assert cli(*argv).out == "#konten  1 of 2 open\n#Reels   1 of 2 open\n"
    cli.language = "id"
    assert cli(*argv).out.startswith("#konten  1 dari 2 belum selesai\n")


def test_without_tags_that_is_said(cli: Cli):
    assert cli("tags").out == "No tags yet.\n"
    assert cli.record("tags") == []


def test_a_tag_is_renamed_and_that_is_taken_back(cli: Cli, uids: list[str]):
    answer = cli("tags", "rename", "konten", "video")
    assert answer.out == "Tag renamed on 2 tasks\n"
    assert [tag["name"] for tag in cli.record("tags")] == ["Reels", "video"]
    told = cli("history", uids[0]).out.splitlines()
    assert (told[0].split(" · ")[0], told[1]) == ("Tag renamed", "  Tags: konten → video")
    assert cli("undo").out == "Undone · Tag renamed on 2 tasks\n"
    assert [tag["name"] for tag in cli.record("tags")] == ["konten", "Reels"]


def test_an_existing_name_merges(cli: Cli, uids: list[str]):
    assert cli.record("tags", "rename", "konten", "reels") == {
        "name": "konten",
        "new_name": "reels",
        "tasks": 2,
    }
    assert cli.record("tags") == [{"name": "Reels", "open": 2, "total": 3}]


@pytest.mark.usefixtures("uids")
def test_a_tag_is_taken_off(cli: Cli):
    assert cli("tags", "delete", "Konten").out == "Tag taken off 2 tasks\n"
    cli("undo")
    assert cli.record("tags", "delete", "#reels") == {"name": "#reels", "tasks": 2}
    assert [tag["name"] for tag in cli.record("tags")] == ["konten"]


@pytest.mark.usefixtures("uids")
@pytest.mark.parametrize(
    ("argv", "kind"),
    [
        (["tags", "rename", "entah", "x"], "UnknownTag"),
        (["tags", "delete", "entah"], "UnknownTag"),
        (["tags", "rename", "konten", " "], "EmptySummary"),
    ],
)
def test_what_cannot_be_done_is_refused(cli: Cli, argv: list[str], kind: str):
    assert cli.refused(*argv) == kind


@pytest.mark.usefixtures("uids")
@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["tags", "rename", "konten"], "Usage: main.py tags rename NAME NAME\nmissing: NAME\n"),
        (["tags", "delete"], "Usage: main.py tags delete NAME\nmissing: NAME\n"),
        (
            ["tags", "delete", "konten", "pagi"],
            "Usage: main.py tags delete NAME\nnot understood: pagi\n",
        ),
        (["tags", "list", "konten"], "Usage: main.py tags list\nnot understood: konten\n"),
    ],
)
def test_too_few_and_too_many_names_change_nothing(cli: Cli, argv: list[str], said: str):
    before = cli.record("tags")
    answer = cli(*argv)
    assert (answer.code, answer.err) == (2, said)
    assert cli.record("tags") == before
