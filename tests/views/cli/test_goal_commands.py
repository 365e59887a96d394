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
