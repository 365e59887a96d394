"""Repeating tasks on the command line: added, completed, skipped, edited by scope."""

import pytest

from tests.views.cli.conftest import Cli

MONDAYS = "FREQ=WEEKLY;BYDAY=MO"


@pytest.fixture
def uid(cli: Cli) -> str:
    """A task that repeats every Monday, due today."""
    return cli.add("Reels", "--due", "today", "--time", "16", "--repeat", MONDAYS, "--tag", "ig")


def test_a_rule_is_kept_in_its_one_form(cli: Cli):
    record = cli.record("add", "x", "--repeat", "freq=weekly;byday=th,mo")
    assert (record["rrule"], record["repeat_from"]) == ("FREQ=WEEKLY;BYDAY=MO,TH", "due")
    edited = cli.record(
        *("edit", record["uid"], "--repeat", "FREQ=DAILY;INTERVAL=3"),
        *("--repeat-from", "completion"),
    )
    assert (edited["rrule"], edited["repeat_from"]) == ("FREQ=DAILY;INTERVAL=3", "completion")
    assert cli.record("edit", record["uid"], "--no-repeat")["rrule"] is None


def test_done_opens_the_next(cli: Cli, uid: str):
    step = cli.add("Naskah", "--parent", uid, "--due", "kemarin")
    done = cli.record("done", uid, "--alone")
    assert (done["status"], done["series"], done["passed_over"]) == ("COMPLETED", uid, 0)
    assert done["next"]["due"] == "2026-11-30T16:00+07:00"
    following = cli.record("show", done["next"]["uid"])
    assert (following["series"], following["categories"]) == (uid, ["ig"])
    assert (following["recurrence_id"], following["next"]) == (following["due"], None)
    assert [each["due"] for each in following["steps"]] == ["2026-11-29"]
    assert following["steps"][0]["uid"] != step
    assert cli.record("done", uid)["next"]["uid"] == following["uid"]


def test_undo_and_reopen_take_the_next_away(cli: Cli, uid: str):
    for back in (("undo",), ("reopen", uid)):
        cli("done", uid)
        cli(*back)
        assert [task["uid"] for task in cli.record("list", "all")] == [uid]
        assert cli.record("show", uid)["status"] == "NEEDS-ACTION"


def test_skip_moves_to_the_next(cli: Cli, uid: str):
    skipped = cli.record("skip", uid)
    assert (skipped["uid"], skipped["due"]) == (uid, "2026-11-30T16:00+07:00")
    assert skipped["exdates"] == ["2026-11-23T16:00+07:00"]
    assert cli.record("undo")["action"] == "skip"
    assert cli.record("show", uid)["due"] == "2026-11-23T16:00+07:00"


@pytest.mark.parametrize(
    ("scope", "titles"),
    [
        ("this", ["Reels", "Baru", "Reels"]),
        ("following", ["Reels", "Baru", "Baru"]),
        ("all", ["Baru", "Baru", "Baru"]),
    ],
)
def test_an_edit_is_for_one_some_or_all(cli: Cli, uid: str, scope: str, titles: list[str]):
    second = cli.record("done", uid)["next"]["uid"]
    cli.record("edit", second, "--title", "Baru", "--scope", scope)
    third = cli.record("done", second)["next"]["uid"]
    assert [cli.record("show", each)["summary"] for each in (uid, second, third)] == titles


def test_a_due_that_moves_for_those_that_follow_moves_the_rule(cli: Cli, uid: str):
    moved = cli.record("edit", uid, "--due", "2026-11-25", "--scope", "following")
    assert moved["rrule"] == "FREQ=WEEKLY;BYDAY=WE"
    assert cli.record("done", uid)["next"]["due"] == "2026-12-02T16:00+07:00"


@pytest.mark.parametrize(
    ("argv", "kind"),
    [
        (("add", "x", "--repeat", "FREQ=DAILY;INTERVAL=0"), "ImpossibleRule"),
        (("add", "x", "--repeat", ""), "ImpossibleRule"),
        (("skip", "nobody"), "UnknownTask"),
    ],
)
def test_what_cannot_be_is_refused(cli: Cli, argv: tuple[str, ...], kind: str):
    assert cli.refused(*argv) == kind


def test_what_a_series_cannot_do_is_refused(cli: Cli, uid: str):
    single = cli.add("x")
    assert cli.refused("skip", single) == "NotRepeating"
    edit = ("edit", uid, "--repeat", "FREQ=DAILY", "--scope", "this")
    assert cli.refused(*edit) == "ImpossibleValue"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["Skipped “Reels” this time · ", "Completed “Reels” · next: "]),
        ("id", ["Dilewati kali ini: Reels · ", "Selesai: Reels · berikutnya: "]),
    ],
)
def test_each_gesture_is_said(cli: Cli, uid: str, language: str, said: list[str]):
    cli.language = language
    for command, words in zip(("skip", "done"), said, strict=True):
        assert cli(command, uid).out.startswith(words)


@pytest.mark.parametrize(("language", "said"), [("en", "every Monday"), ("id", "setiap Senin")])
def test_a_card_says_the_rule(cli: Cli, uid: str, language: str, said: str):
    cli.language = language
    assert said in cli("show", uid).out


def test_delete_is_for_one_some_or_all(cli: Cli, uid: str):
    assert cli.record("delete", uid, "--scope", "this")["due"] == "2026-11-30T16:00+07:00"
    second = cli.record("done", uid)["next"]["uid"]
    cli("delete", second, "--scope", "all")
    assert {task["uid"] for task in cli.record("list", "trash")} == {uid, second}
