"""Recipes and plans on the command line."""

from __future__ import annotations

import pytest

from tests.views.cli.conftest import Cli


@pytest.fixture
def reels(cli: Cli) -> str:
    """A task to publish on Friday 11 December at four."""
    return cli.add("Reels", "--due", "2026-12-11", "--time", "16:00")


def test_recipes_of_docheck_are_told_in_the_readers_language(cli: Cli):
    assert [each["uid"] for each in cli.record("recipes")] == [
        "reels",
        "carousel",
        "quiz",
        "event",
        "article",
    ]
    cli.language = "id"
    assert cli("recipes").out.splitlines()[0] == "Konten Reels  5 langkah · 4 j · Dari DoCheck"


def test_a_dry_run_shows_the_plan_and_changes_nothing(cli: Cli, reels: str):
    lines = cli("plan", reels, "--recipe", "reels", "--dry-run").out.splitlines()
    assert lines[0].startswith("Fri 27 Nov · 15:15 – 16:00  Brainstorm ideas")
    assert lines[0].endswith("14 days before")
    found = cli.record("plan", reels, "--recipe", "reels", "--dry-run")
    assert [step["gap"] for step in found["steps"]] == ["-14d", "-7d", "-3d", "-1d", "-1h"]
    assert found["problems"] == []
    assert cli.record("show", reels)["steps"] == []


def test_a_plan_is_made_and_undone(cli: Cli, reels: str):
    answer = cli("plan", reels, "--recipe", "Reels content")
    assert answer.out.splitlines()[0] == "5 steps planned for “Reels”"
    steps = cli.record("show", reels)["steps"]
    assert [step["due_date"] for step in steps][:2] == ["2026-11-27", "2026-12-04"]
    cli("undo")
    assert cli.record("show", reels)["steps"] == []


def test_what_does_not_fit_is_named(cli: Cli):
    uid = cli.add("Film", "--due", "2026-11-24", "--time", "16:00")
    cli("recipes", "add", "Film", "--step", "Shoot:-2d:40h", "--step", "Cut:-1h")
    answer = cli("plan", uid, "--recipe", "film")
    assert answer.out.splitlines()[0] == "2 steps planned for “Film” · 1 does not fit"
    assert "“Shoot” does not fit" in answer.out


def test_locked_steps_stay_when_it_is_planned_again(cli: Cli, reels: str):
    cli("plan", reels, "--recipe", "reels")
    script = cli.record("show", reels)["steps"][1]["uid"]
    cli("edit", script, "--lock")
    cli("edit", reels, "--due", "2026-12-18")
    dues = [step["due_date"] for step in cli.record("show", reels)["steps"]]
    assert dues[:3] == ["2026-12-04", "2026-12-04", "2026-12-15"]
    cli("edit", script, "--no-lock")
    found = cli.record("plan", reels, "--again")
    assert [step["is_fixed"] for step in found["steps"]] == [False] * 5
    assert cli.record("show", reels)["steps"][1]["due_date"] == "2026-12-11"


def test_planning_again_needs_a_plan(cli: Cli, reels: str):
    assert cli.refused("plan", reels, "--again") == "EmptyRecipe"
    assert cli.refused("plan", reels, "--recipe", "none") == "UnknownRecipe"
    undated = cli.add("Idea")
    assert cli.refused("plan", undated, "--recipe", "reels") == "NoDueTime"


def test_a_recipe_of_ones_own_is_made_changed_and_deleted(cli: Cli, reels: str):
    made = cli.record("recipes", "add", "Thread", "--step", "Draft: first:-2w:1h30m")
    assert made["steps"] == [
        {
            "summary": "Draft: first",
            "gap": "-2w",
            "estimate": "PT1H30M",
            "estimate_seconds": 5400,
        }
    ]
    shown = cli("recipes", "show", "thread").out.splitlines()
    assert shown == ["Thread", "2 working days before  Draft: first 1 h 30"]
    cli("recipes", "rename", "thread", "X thread")
    cli("recipes", "change", "x thread", "--step", "Draft:-1d")
    assert cli.record("recipes", "show", "X thread")["steps"][0]["gap"] == "-1d"
    cli("recipes", "delete", "x thread")
    assert cli.refused("recipes", "show", "x thread") == "UnknownRecipe"
    cli("plan", reels, "--recipe", "quiz")
    saved = cli("recipes", "save", reels, "My quiz")
    assert saved.out == "Saved recipe “My quiz”\n"
    assert len(cli.record("recipes", "show", "my quiz")["steps"]) == 6


@pytest.mark.parametrize(
    ("argv", "kind"),
    [
        (("recipes", "add", "x"), "EmptyRecipe"),
        (("recipes", "add", "x", "--step", "Draft"), "ImpossibleValue"),
        (("recipes", "add", "x", "--step", "Draft:soon"), "ImpossibleValue"),
        (("recipes", "add", "x", "--step", "Draft:-99999d"), "ImpossibleValue"),
        (("recipes", "delete", "reels"), "BuiltInRecipe"),
    ],
)
def test_what_is_no_recipe_is_refused(cli: Cli, argv: tuple[str, ...], kind: str):
    assert cli.refused(*argv) == kind


def test_too_few_and_too_many_names_are_told(cli: Cli):
    assert cli("recipes", "show").code == 2
    assert "not understood: y" in cli("recipes", "show", "x", "y").err


def test_a_move_names_the_planned_steps_that_have_no_time_then(cli: Cli, reels: str):
    cli("recipes", "add", "Film", "--step", "Shoot:-2d:16h", "--step", "Cut:-1h")
    cli("plan", reels, "--recipe", "film")
    assert cli.record("edit", reels, "--title", "Reel")["unplaced"] == []
    found = cli.record("edit", reels, "--due", "2026-11-23")["unplaced"]
    assert [(each["summary"], each["gap"], each["problem"]) for each in found] == [
        ("Shoot", "-2d", "no-room")
    ]
    assert found[0]["why"].startswith("“Shoot” does not fit")
    assert cli.record("slip", reels, "--new", "2026-12-11 16:00")["unplaced"] == []
    said = cli("slip", reels, "--new", "2026-11-24 09:30").out.splitlines()
    assert said[1].startswith("“Shoot” does not fit")
    cli("undo")
    said = cli("edit", reels, "--due", "2026-11-24", "--time", "10:00").out.splitlines()
    assert said[0].startswith("Saved “Reel”, with 1 step")
    assert said[1].startswith("“Shoot” does not fit")
