"""Goal templates on the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.views.cli.conftest import Cli


@pytest.fixture
def goal(cli: Cli) -> str:
    """A goal of two tasks, a week apart; its name."""
    cli.add("Brief", "--goal", "Konten", "--due", "2026-11-23", "--time", "10:00")
    # What is made at one instant stands in any order.
    cli.now = "2026-11-23T14:14"
    reels = cli.add("Reels", "--goal", "Konten", "--due", "2026-11-30", "--lead", "1h")
    cli.add("Skrip", "--parent", reels)
    return "Konten"


def _titles(cli: Cli, goal: str) -> dict[str, Any]:
    tasks = cli.record("search", f'goal:"{goal}"')["tasks"]
    return {task["summary"]: task["due"] for task in tasks}


def test_without_own_ones_those_of_docheck_are_shown(cli: Cli):
    assert [each["uid"] for each in cli.record("templates")] == [
        "content-campaign",
        "quiz",
        "event",
        "thesis",
        "house-move",
    ]
    lines = cli("templates").out.splitlines()
    assert lines[0] == "Content campaign     15 tasks · 4 weeks · From DoCheck"
    cli.language = "id"
    assert cli("templates").out.splitlines()[3].startswith("Skripsi ")


def test_a_goal_is_kept_shown_and_started(cli: Cli, goal: str):
    saved = cli.record("template", "save", goal, "--name", "Bulanan")
    assert (saved["name"], saved["days"], saved["tasks_total"]) == ("Bulanan", 8, 2)
    shown = cli("template", "show", "bulanan").out.splitlines()
    assert shown[:2] == ["Bulanan", "2 tasks · 8 days"]
    assert shown[2:] == ["Day 1 10:00  Brief", "Day 8        Reels", "               Skrip"]
    answer = cli("template", "start", "Bulanan", "--on", "2027-01-04", "--name", "Januari")
    assert answer.out == "Started “Januari” from a template · 2 tasks\n"
    dues = _titles(cli, "Januari")
    assert dues["Brief"].startswith("2027-01-04T10:00")
    assert dues["Reels"] == "2027-01-11"
    assert cli("undo").out == "Undone · Started “Januari” from a template\n"
    assert [each["name"] for each in cli.record("goals")] == [goal]


def test_by_names_the_day_that_it_leads_up_to(cli: Cli):
    assert cli.record("template", "start", "event", "--by", "2027-03-20")["tasks_total"] == 17
    dues = _titles(cli, "Event")
    assert dues["The day of the event 🎪"] == "2027-03-20T09:00"
    assert dues["Set up the room"] == "2027-03-20T06:00"
    assert dues["Settle the concept"] == "2027-02-06T10:00"


def test_without_a_day_it_begins_today(cli: Cli):
    cli.record("template", "start", "quiz")
    assert _titles(cli, "Quiz with followers")["Set the quiz's aim"] == "2026-11-23T10:00"


def test_one_of_docheck_is_copied_renamed_and_deleted(cli: Cli):
    assert cli("template", "copy", "thesis", "--name", "Mine").out == "Saved template “Mine”\n"
    assert cli("template", "rename", "Mine", "Yours").out == "Changed template “Yours”\n"
    assert cli("template", "delete", "yours").out == "Deleted template “Yours”\n"
    assert len(cli.record("templates")) == 5
    assert cli("undo").out == "Undone · Deleted template “Yours”\n"
    assert cli.record("templates")[0]["name"] == "Yours"
    assert cli.refused("template", "delete", "Thesis") == "BuiltInTemplate"


def test_a_template_travels_as_a_file(cli: Cli, goal: str, tmp_path: Path):
    file = tmp_path / "konten.json"
    cli("template", "save", goal)
    assert cli("template", "export", goal, str(file)).out == f"Exported to {file}\n"
    assert json.loads(file.read_text("utf-8"))["docheck"] == "goal-template"
    assert cli.refused("template", "export", goal, str(file)) == "FileExists"
    assert cli.record("template", "export", goal, str(file), "--overwrite")["path"] == str(file)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["konten.json"]
    assert cli.refused("template", "import", str(file)) == "TemplateExists"
    brought = cli.record("template", "import", str(file), "--name", "Kiriman")
    shown = [cli.record("template", "show", name)["tasks"] for name in (goal, "Kiriman")]
    assert shown[0] == shown[1]
    assert cli.record("templates")[1]["uid"] == brought["uid"]


@pytest.mark.parametrize(
    ("content", "kind", "said"),
    [
        (b"halo", "UnreadableTemplate", "bukan JSON"),
        (b"{}", "UnreadableTemplate", "tidak berisi template"),
        (b'{"docheck": "goal-template", "version": 9}', "UnreadableTemplate", "lebih baru"),
        (
            b'{"docheck": "goal-template", "version": 1, "name": "x", "first_day": "besok"}',
            "UnreadableTemplate",
            "“first_day”",
        ),
        (b" " * 2_000_001, "TemplateTooLarge", "2.000.001"),
    ],
)
def test_a_file_that_is_none_is_refused_in_words(
    cli: Cli, tmp_path: Path, content: bytes, kind: str, said: str
):
    file = tmp_path / "bukan.json"
    file.write_bytes(content)
    assert cli.refused("template", "import", str(file)) == kind
    cli.language = "id"
    assert said in cli("template", "import", str(file)).err
    assert len(cli.record("templates")) == 5


def test_files_that_cannot_be_reached_are_refused(cli: Cli, tmp_path: Path):
    missing = str(tmp_path / "tidak-ada.json")
    assert cli.refused("template", "import", missing) == "FileMissing"
    assert cli.refused("template", "import", str(tmp_path)) == "StorageUnreachable"
    assert cli.refused("template", "export", "quiz", f"{missing}/x") == "StorageUnreachable"


@pytest.mark.parametrize(
    ("argv", "kind"),
    [
        (["template", "show", "entah"], "UnknownTemplate"),
        (["template", "save", "entah"], "UnknownGoal"),
        (["template", "start", "quiz", "--on", "kapan"], "ImpossibleDate"),
        (["template", "start", "quiz", "--on", "9000-12-30"], "ImpossibleDate"),
        (["template", "start", "quiz", "--name", " "], "EmptySummary"),
        (["template", "rename", "quiz", "x"], "BuiltInTemplate"),
    ],
)
def test_what_cannot_be_done_is_refused(cli: Cli, argv: list[str], kind: str):
    assert cli.refused(*argv) == kind
    assert cli.record("goals") == []


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["template", "rename", "quiz"], "template rename NAME NAME\nmissing: NAME\n"),
        (["template", "export", "quiz"], "template export NAME FILE\nmissing: FILE\n"),
        (["template", "delete", "a", "b"], "template delete NAME\nnot understood: b\n"),
    ],
)
def test_too_few_and_too_many_names_change_nothing(cli: Cli, argv: list[str], said: str):
    answer = cli(*argv)
    assert (answer.code, answer.err) == (2, f"Usage: main.py {said}")


def test_two_days_do_not_go_together(cli: Cli):
    answer = cli("template", "start", "quiz", "--on", "besok", "--by", "lusa")
    assert (answer.code, "does not go with" in answer.err) == (2, True)
