"""The goals, and deleting one, on the command line."""

import pytest

from tests.views.cli.conftest import Cli


@pytest.fixture
def uids(cli: Cli) -> list[str]:
    """Two tasks of the goal "Kuis", the second one done."""
    made = [cli.add(title, "--goal", "Kuis") for title in ("Brief", "Skrip")]
    cli("done", made[1])
    return made


@pytest.mark.usefixtures("uids")
def test_goals_are_shown_with_how_far_they_are(cli: Cli):
    (goal,) = cli.record("goals")
    assert (goal["name"], goal["tasks_done"], goal["tasks_total"]) == ("Kuis", 1, 2)
    assert cli("goals").out.endswith("  Kuis  1 of 2 ready\n")


def test_without_goals_that_is_said(cli: Cli):
    assert cli("goals").out == "No goals yet.\n"
    assert cli.record("goals") == []


def test_tasks_stay_without_the_goal(cli: Cli, uids: list[str]):
    answer = cli("goal", "delete", "kuis")
    assert answer.out == "Deleted goal “Kuis” · 2 tasks stay, without a goal\n"
    assert [cli.record("show", uid)["goal"] for uid in uids] == [None, None]
    cli("undo")
    assert [cli.record("show", uid)["goal"] for uid in uids] == ["Kuis", "Kuis"]


def test_tasks_go_to_the_trash_with_it_and_all_comes_back(cli: Cli, uids: list[str]):
    record = cli.record("goal", "delete", "Kuis", "--with-tasks")
    assert (record["tasks"], record["with_tasks"]) == (2, True)
    assert len(cli.record("list", "trash")) == 2
    cli("undo")
    assert cli.record("list", "trash") == []
    assert [goal["name"] for goal in cli.record("goals")] == ["Kuis"]
    assert cli.record("show", uids[1])["status"] == "COMPLETED"


def test_an_unknown_goal_is_refused(cli: Cli):
    assert cli.refused("goal", "delete", "nobody") == "UnknownGoal"


def test_a_goal_is_made_and_changed_with_its_look(cli: Cli):
    look = ("--category", "Kerja", "--color", "violet", "--icon", "rocket", "--pin")
    made = cli.record("goal", "add", "Rilis", *look, "--description", "Versi 1")
    kept = [made[name] for name in ("name", "category", "color", "icon", "pinned", "description")]
    assert kept == ["Rilis", "Kerja", "violet", "rocket", True, "Versi 1"]
    answer = cli("goal", "edit", "rilis", "--name", "Rilis 2", "--no-pin", "--archive")
    assert answer.out == "Saved goal “Rilis 2”\n"
    (goal,) = cli.record("goals")
    assert (goal["name"], goal["pinned"], goal["archived"]) == ("Rilis 2", False, True)
    assert not cli.record("goal", "edit", "Rilis 2", "--unarchive", "--category", "")["archived"]
    assert cli.record("goals")[0]["category"] is None
    assert cli("goal", "edit", "Rilis 2", "--color", "#ff0000").code == 2


def test_goals_have_an_order(cli: Cli):
    for minute, name in enumerate(("Satu", "Dua", "Tiga")):
        cli.now = f"2026-11-23T14:{minute:02}"
        cli("goal", "add", name)
    assert cli("goal", "move", "Tiga", "--before", "Satu").out == "Moved goal “Tiga”\n"
    assert [goal["name"] for goal in cli.record("goals")] == ["Tiga", "Satu", "Dua"]
    assert cli("goal", "move", "Tiga").code == 2
    cli("undo")
    assert [goal["name"] for goal in cli.record("goals")] == ["Satu", "Dua", "Tiga"]
