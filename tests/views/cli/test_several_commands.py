"""Several tasks at once, and their order, on the command line."""

import pytest

from tests.views.cli.conftest import Cli


@pytest.fixture
def uids(cli: Cli) -> list[str]:
    """Three tasks, each made a minute after the one before."""
    made: list[str] = []
    for minute, title in enumerate(("Brief", "Skrip", "Rekam")):
        cli.now = f"2026-11-23T14:{minute:02}"
        made.append(cli.add(title))
    return made


def _titles(cli: Cli, name: str = "no-date") -> list[str]:
    return [task["summary"] for task in cli.record("list", name)]


def test_a_task_is_put_before_or_behind_another(cli: Cli, uids: list[str]):
    brief, script, record = uids
    answer = cli("move", record, "--before", brief)
    assert answer.out == "Moved “Rekam” in the order\n"
    assert _titles(cli) == ["Rekam", "Brief", "Skrip"]
    assert cli.record("move", record, "--after", script)["uid"] == record
    assert _titles(cli) == ["Brief", "Skrip", "Rekam"]
    cli("undo")
    assert _titles(cli) == ["Rekam", "Brief", "Skrip"]
    assert cli.refused("move", record, "--after", record) == "ImpossibleValue"


def test_pinned_ones_stand_first(cli: Cli, uids: list[str]):
    assert cli("pin", uids[2]).out == "Pinned “Rekam”\n"
    assert _titles(cli) == ["Rekam", "Brief", "Skrip"]
    assert cli.record("unpin", *uids) == {"action": "unpin", "tasks": uids, "changed": 1}
    assert _titles(cli) == ["Brief", "Skrip", "Rekam"]


def test_several_get_a_goal_a_priority_and_tags(cli: Cli, uids: list[str]):
    cli("goal", "add", "Kuis")
    assert cli("assign", *uids, "--goal", "kuis").out == "3 tasks moved\n"
    assert cli("prioritise", *uids, "--priority", "high").out == "Priority of 3 tasks changed\n"
    assert cli("tag", *uids, "--add", "reels", "--add", "pagi").out == "Tags of 3 tasks changed\n"
    assert cli.record("tag", uids[0], "--remove", "PAGI")["changed"] == 1
    shown = cli.record("show", uids[0])
    assert (shown["goal"], shown["priority"], shown["categories"]) == ("Kuis", 1, ["reels"])
    assert cli.record("assign", uids[0], "--no-goal")["changed"] == 1
    assert cli.refused("tag", uids[0]) == "ImpossibleValue"
    assert cli.refused("assign", uids[0], "--goal", "nobody") == "UnknownGoal"


def test_several_are_done_copied_and_deleted_as_one_step(cli: Cli, uids: list[str]):
    assert cli("duplicate", *uids[:2]).out == "2 tasks duplicated\n"
    assert len(_titles(cli)) == 5
    assert cli("done", *uids).out == "3 tasks completed\n"
    assert cli("delete", *uids).out == "3 tasks moved to the trash\n"
    assert cli.record("delete", *uids, "--for-good") == {"tasks": uids, "deleted_for_good": 3}
    for _ in range(4):
        cli("undo")
    assert _titles(cli) == ["Brief", "Skrip", "Rekam"]
