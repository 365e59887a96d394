"""Slips and answers on the command line."""

from pathlib import Path

import pytest
from icalendar import Calendar

from tests.views.cli.conftest import Cli


@pytest.fixture
def missed(cli: Cli) -> str:
    """A task that was due an hour ago."""
    uid = cli.add("Carousel", "--due", "2026-11-23 16:00", "--lead", "1h")
    cli.now = "2026-11-23T16:10"
    return uid


def test_what_is_suggested_changes_nothing(cli: Cli, missed: str):
    found = cli.record("slip", missed, "--suggest")
    assert found["standing"] == "due-missed"
    assert found["suggested"] == "tomorrow"
    assert found["offered"] == {
        "later": "2026-11-23T18:00+07:00",
        "tomorrow": "2026-11-24T10:00+07:00",
        "slot": "2026-11-24T16:00+07:00",
    }
    lines = cli("slip", missed, "--suggest").out.splitlines()
    assert lines[0] == "Carousel"
    assert "* Tomorrow 10:00" in lines
    assert [each["kind"] for each in cli.record("ledger", missed)] == ["promised"]


def test_another_deadline_with_its_reason(cli: Cli, missed: str):
    found = cli.record("slip", missed, "--new", "besok 10.00", "--reason", "team")
    assert found["due"] == "2026-11-24T10:00+07:00"
    assert found["decision"] == "new-due"
    assert cli.record("ledger", missed)[-1]["reason"] == "team"
    assert "New deadline: “Carousel”" in cli("slip", missed, "--new", "2026-11-25 10:00").out
    assert cli.refused("slip", missed, "--new", "kemarin") == "DeadlinePassed"


def test_rescheduling_takes_what_is_suggested(cli: Cli, missed: str):
    found = cli.record("reschedule", missed, "--reason", "design")
    assert (found["due"], found["decision"]) == ("2026-11-24T10:00+07:00", "new-due")
    assert found["ready_by"] == "2026-11-24T09:00+07:00"
    assert cli.record("ledger", missed)[-1]["reason"] == "design"
    found = cli.record("reschedule", missed, "2026-11-26", "10.00", "--text", "Power cut")
    assert found["due"] == "2026-11-26T10:00+07:00"
    last = cli.record("ledger", missed)[-1]
    assert (last["reason"], last["reason_text"]) == ("other", "Power cut")
    assert cli("reschedule", missed, "besok").out.startswith("New deadline: “Carousel”")
    assert cli.refused("reschedule", missed, "kemarin") == "DeadlinePassed"
    cli("done", missed)
    assert cli.refused("reschedule", missed) == "TaskClosed"


def test_a_lead_longer_than_the_days_ahead_leaves_nothing_to_suggest(cli: Cli, missed: str):
    cli("edit", missed, "--lead", "60d")
    assert "missing: DAY" in cli("reschedule", missed).err


def test_those_that_follow_move_too(cli: Cli):
    uid = cli.add("Weekly", "--due", "2026-11-23 16:00", "--repeat", "FREQ=WEEKLY")
    cli.record("reschedule", uid, "2026-11-24", "10.00", "--scope", "following")
    cli("done", uid)
    assert [each["due"] for each in cli.record("list", "next-week")] == ["2026-12-01T10:00+07:00"]


def test_a_weekday_is_understood_in_the_readers_language(cli: Cli, missed: str):
    cli.language = "id"
    found = cli.record("slip", missed, "--new", "Kamis 10.00")
    assert found["due"] == "2026-11-26T10:00+07:00"
    assert cli.refused("slip", missed, "--new", "entah kapan") == "ImpossibleDate"


def test_a_stand_in_and_the_original_put_off(cli: Cli, missed: str):
    found = cli.record("slip", missed, "--replace", "One picture", "--until", "besok 10.00")
    assert (found["summary"], found["replaces"]) == ("One picture", missed)
    assert cli.record("show", missed)["due"] == "2026-11-24T10:00+07:00"
    assert cli.record("ledger", missed)[-1]["other"] == found["uid"]


def test_letting_go_in_ones_own_words(cli: Cli, missed: str):
    cli("slip", missed, "--let-go", "--text", "Power cut")
    last = cli.record("ledger", missed)[-1]
    assert (last["kind"], last["reason"], last["reason_text"]) == ("let-go", "other", "Power cut")
    assert cli.refused("slip", missed, "--let-go") == "TaskClosed"


def test_a_proposal_writes_its_message_and_its_calendar_file(cli: Cli, missed: str, tmp_path: Path):
    cli("people", "--add", "Raka", "--language", "id", "--channel", "raka@example.com")
    file = tmp_path / "ask.ics"
    found = cli.record(
        "slip", missed, "--propose", "2026-11-26 10:00", "--to", "Raka", "--ics", str(file)
    )
    assert found["message"].startswith("Hai Raka, “Carousel” seharusnya selesai Sen 23 Nov 16.00.")
    assert (found["waiting_for"], found["follow_up"]) == ("Raka", "2026-11-24")
    (todo,) = Calendar.from_ical(file.read_bytes()).walk("VTODO")
    assert str(todo["ATTENDEE"]) == "mailto:raka@example.com"
    assert todo.decoded("DUE").isoformat() == "2026-11-26T03:00:00+00:00"
    assert cli.refused("slip", missed, "--hand-over", "Raka", "--ics", str(file)) == "FileExists"
    assert "missing: --to" in cli("slip", missed, "--propose", "besok 10.00").err


def test_answers_are_written_down(cli: Cli, missed: str):
    assert cli.refused("answer", missed, "accept") == "NothingProposed"
    cli("slip", missed, "--propose", "besok 10.00", "--to", "Raka")
    found = cli.record("answer", missed, "counter", "--when", "2026-11-26 10:00")
    assert (found["answer"], found["counter"]) == ("countered", "2026-11-26T10:00+07:00")
    assert found["task"]["waiting_for"] is None
    assert "Accepted" in cli("answer", missed, "accept").out
    assert cli.record("show", missed)["due"] == "2026-11-26T10:00+07:00"


def test_waiting_can_be_set_by_hand_and_asked_after(cli: Cli, missed: str):
    cli("edit", missed, "--waiting-for", "Sinta", "--follow-up", "2026-11-23")
    assert cli.record("show", missed)["follow_up"] == "2026-11-23"
    assert cli.record("slip", missed, "--ask-again")["waiting_for"] == "Sinta"
    assert cli.record("show", missed)["follow_up"] == "2026-11-24"
    cli("edit", missed, "--no-waiting-for", "--no-follow-up")
    assert cli.record("show", missed)["waiting_for"] is None


def test_a_locked_step_stays(cli: Cli, missed: str):
    step = cli.add("Script", "--parent", missed, "--offset=-1d", "--lock")
    cli("slip", missed, "--new", "2026-11-26 10:00")
    assert cli.record("show", step)["due"] == "2026-11-22T16:00+07:00"
    cli("edit", step, "--no-lock")
    assert cli.record("show", step)["due"] == "2026-11-25T10:00+07:00"
