"""The ledger and the record on the command line."""

import pytest

from tests.views.cli.conftest import Cli


@pytest.fixture
def late(cli: Cli) -> str:
    """A task that was promised for noon, moved to the next day, and done then."""
    uid = cli.add("Reels", "--due", "2026-11-23 16:00", "--lead", "1h")
    cli("edit", uid, "--due", "2026-11-24 10:00")
    cli.now = "2026-11-24T09:30"
    cli("done", uid)
    return uid


def test_each_thing_that_befell_a_promise_is_told(cli: Cli, late: str):
    told = cli.record("ledger", late)
    assert [each["kind"] for each in told] == ["promised", "re-promised", "done"]
    assert told[0]["due_at"] == "2026-11-23T09:00:00+00:00"
    assert told[0]["ready_at"] == "2026-11-23T08:00:00+00:00"
    lines = cli("ledger", late).out.splitlines()
    assert lines[0].endswith("· Reels · Promised · Mon 23 Nov, 16:00")
    assert cli.record("ledger") == told


def test_what_was_undone_is_told_as_taken_back(cli: Cli, late: str):
    cli("undo")
    assert cli.record("ledger", late)[-1]["kind"] == "withdrawn"
    assert cli("ledger").out.endswith("Taken back\n")


@pytest.mark.usefixtures("late")
def test_the_record_of_a_month_holds_against_both_promises(cli: Cli):
    found = cli.record("record", "--month", "2026-11")
    assert (found["planned"], found["done_late"], found["re_promised"]) == (1, 1, 1)
    assert found["original"] == {"kept": 0, "judged": 1, "share": 0.0}
    assert found["renegotiated"] == {"kept": 1, "judged": 1, "share": 1.0}
    assert found["slips_by_weekday"] == [{"weekday": 0, "count": 1}]
    said = cli("record").out
    assert said.startswith("November 2026\n")
    assert "100% (1 of 1)" in said
    assert cli.record("record", "--month", "2026-10")["planned"] == 0


def test_nothing_promised_is_said(cli: Cli):
    assert cli("ledger").out == "Nothing was promised yet.\n"
    cli.language = "id"
    assert cli("ledger").out == "Belum ada yang dijanjikan.\n"
    assert "–" in cli("record").out


@pytest.mark.parametrize("month", ["2026-13", "2026", "november", "0001-01"])
def test_what_is_no_month_is_refused(cli: Cli, month: str):
    assert cli.refused("record", "--month", month) == "ImpossibleDate"


def test_a_row_says_how_its_task_stands(cli: Cli):
    cli.add("Reels", "--due", "2026-11-23 15:00", "--lead", "1h")
    cli.add("Brief", "--due", "2026-11-23 09:00")
    cli.add("Naskah", "--due", "2026-11-23 15:00", "--estimate", "2h")
    missed = cli.record("list", "missed")
    assert [(each["summary"], each["standing"]) for each in missed] == [
        ("Brief", "due-missed"),
        ("Reels", "ready-missed"),
    ]
    cli.language = "id"
    said = cli("list", "today").out
    assert "siap terlewat" in said
    assert "berisiko telat" in said
    shown = {each["summary"]: each for each in cli.record("list", "today")}
    assert shown["Naskah"]["standing"] == "at-risk"
    assert shown["Naskah"]["open_work_seconds"] == 7200


def test_new_tasks_of_a_goal_get_its_lead(cli: Cli):
    cli.add("Brief", "--goal", "Kuis")
    edited = cli.record("goal", "edit", "kuis", "--lead", "90m")
    assert edited["default_lead_seconds"] == 5400
    uid = cli.add("Reels", "--goal", "Kuis", "--due", "2026-11-24 16:00")
    assert cli.record("show", uid)["lead_seconds"] == 5400
    whole = cli.add("Sehari", "--goal", "Kuis", "--due", "2026-11-24")
    assert cli.record("show", whole)["lead"] is None
    own = cli.add("Story", "--goal", "Kuis", "--due", "2026-11-24 16:00", "--lead", "10m")
    assert cli.record("show", own)["lead_seconds"] == 600
    assert cli.record("goal", "edit", "Kuis", "--lead", "0")["default_lead_seconds"] == 0
    prompt = cli.add("Siaran", "--goal", "Kuis", "--due", "2026-11-24 16:00")
    assert cli.record("show", prompt)["lead"] is None
    assert cli.record("goal", "edit", "Kuis", "--lead", "none")["default_lead"] is None
    usual = cli.add("Story lain", "--goal", "Kuis", "--due", "2026-11-24 16:00")
    assert cli.record("show", usual)["lead_seconds"] == 3600
    without = cli.add("Story", "--goal", "Kuis", "--due", "2026-11-24 16:00", "--no-lead")
    assert cli.record("show", without)["lead"] is None
    errand = cli.add("Telepon ibu", "--due", "2026-11-24 16:00")
    assert cli.record("show", errand)["lead"] is None
    step = cli.add("Naskah", "--goal", "Kuis", "--due", "2026-11-24 14:00", "--parent", uid)
    assert cli.record("show", step)["lead"] is None
    assert cli.refused("goal", "edit", "Kuis", "--lead", "P400D") == "ImpossibleValue"
