"""What reminds and when, one more reminder, and once more later, from the command line."""

import pytest

from tests.rig.desk import rows
from tests.views.cli.conftest import Cli


def kinds(cli: Cli, *argv: str) -> list[tuple[str, str]]:
    return [(each["kind"], each["at"]) for each in cli.record("reminders", *argv)]


def test_what_falls_due_is_told_with_when_it_is_given(cli: Cli):
    uid = cli.add("Reels", "--time", "23", "--lead", "1h")
    assert cli.record("reminders") == [
        {
            "uid": uid,
            "summary": "Reels",
            "kind": kind,
            "at": at,
            "give_at": given,
            "is_exact": False,
            "due": "2026-11-23T23:00+07:00",
            "ready_by": "2026-11-23T22:00+07:00",
        }
        for kind, at, given in (
            ("almost-due", "2026-11-23T14:30:00+00:00", "2026-11-23T14:30:00+00:00"),
            ("ready-missed", "2026-11-23T15:00:00+00:00", "2026-11-23T23:00:00+00:00"),
            ("due-missed", "2026-11-23T16:00:00+00:00", "2026-11-23T23:00:00+00:00"),
        )
    ]


def test_the_interval_takes_its_beginning_and_leaves_its_end(cli: Cli):
    cli.add("Reels", "--due", "besok", "--time", "16")
    due = ("due-missed", "2026-11-24T09:00:00+00:00")
    assert kinds(cli, "--from", "besok 16.00", "--to", "lusa") == [due]
    assert kinds(cli, "--from", "2026-11-24T16:00+07:00", "--to", "2026-11-25 00:00") == [due]
    assert due not in kinds(cli, "--to", "2026-11-24 16:00")
    assert kinds(cli, "--from", "2026-12-05") == []


def test_days_are_whole(cli: Cli):
    cli.add("Whole", "--due", "besok")
    assert kinds(cli, "--from", "besok", "--to", "besok") == [
        ("almost-due", "2026-11-24T02:00:00+00:00")
    ]
    assert kinds(cli, "--from", "lusa", "--to", "lusa") == [
        ("due-missed", "2026-11-24T17:00:00+00:00")
    ]


def test_people_read_rows_in_their_words(cli: Cli):
    uid = cli.add("Reels", "--time", "16", "--lead", "1h")
    english = cli("reminders").out.splitlines()
    assert len(english) == 3
    assert english[0] == f"{uid[:13]}  today 14:30  Reels  Almost due · ready by 15:00"
    assert english[2].endswith("today 16:00  Reels  Missed · due 16:00")
    cli.language = "id"
    indonesian = cli("reminders").out.splitlines()
    assert indonesian[0].endswith("Reels  Hampir deadline · siap sebelum 15.00")
    assert indonesian[1].endswith("Reels  Terlewat waktu siap · deadline 16.00")
    assert indonesian[2].endswith("Reels  Terlewat · deadline 16.00")


def test_nothing_ahead_is_said(cli: Cli):
    assert cli("reminders").out == "Nothing reminds in that time.\n"


@pytest.mark.parametrize(
    ("options", "reminder"),
    [
        (("--before", "30m"), ("due", -1_800, None)),
        (("--before", "1h", "--of", "ready"), ("ready", -3_600, None)),
        (("--before", "P1D", "--of", "start"), ("start", -86_400, None)),
        (("--before", "0"), ("due", 0, None)),
        (("--at", "2026-11-23T15:00"), ("at", 0, "2026-11-23T08:00:00+00:00")),
        (("--at", "2026-11-23T15:00+09:00"), ("at", 0, "2026-11-23T06:00:00+00:00")),
        (("--at", "besok"), ("at", 0, "2026-11-24T02:00:00+00:00")),
    ],
)
def test_a_task_is_given_a_reminder(
    cli: Cli, options: tuple[str, ...], reminder: tuple[str, int, str | None]
):
    uid = cli.add("Reels", "--time", "16", "--lead", "1h", "--start", "2026-11-23 10.00")
    anchor, offset, at = reminder
    assert cli.record("remind", uid, *options)["reminders"] == [
        {"anchor": anchor, "offset_seconds": offset, "at": at}
    ]


def test_what_was_added_is_said_and_shown_on_the_card(cli: Cli):
    uid = cli.add("Reels", "--time", "16")
    assert cli("remind", uid, "--before", "30m").out == "“Reels” reminds: 30 min before it is due\n"
    cli("remind", uid, "--at", "besok 9.00")
    assert "30 min before it is due; tomorrow 09:00" in cli("show", uid).out
    cli.language = "id"
    assert "30 mnt sebelum deadline; besok 09.00" in cli("show", uid).out


def test_what_cannot_remind_is_refused(cli: Cli):
    uid = cli.add("Reels")
    assert cli.refused("remind", uid, "--before", "30m") == "NothingToCountFrom"
    assert cli.refused("remind", uid, "--before", "soonish") == "ImpossibleValue"
    assert cli.refused("remind", uid, "--at", "never") == "ImpossibleDate"
    assert cli.refused("remind", "nobody", "--at", "besok") == "UnknownTask"
    assert cli("remind", uid).code == 2
    assert cli("remind", uid, "--before", "1h", "--at", "besok").code == 2


def test_a_new_task_comes_with_reminders_and_an_edited_one_keeps_its_own(cli: Cli):
    uid = cli.add("Reels", "--time", "16", "--lead", "1h", "--remind", "30m", "--remind", "2h")

    def offsets(*argv: str) -> list[tuple[str, int]]:
        record = cli.record("edit", uid, *argv) if argv else cli.record("show", uid)
        return [(each["anchor"], each["offset_seconds"]) for each in record["reminders"]]

    assert offsets() == [("ready", -1_800), ("ready", -7_200)]
    assert offsets("--no-lead", "--remind", "1h") == [
        ("ready", -1_800),
        ("ready", -7_200),
        ("due", -3_600),
    ]
    assert offsets("--no-remind", "--remind", "15") == [("due", -900)]
    assert offsets("--no-remind") == []
    assert cli.refused("add", "Undated", "--remind", "1h") == "NothingToCountFrom"


@pytest.mark.parametrize(
    ("options", "until"),
    [
        (("--for", "1h"), "2026-11-23T08:13:00+00:00"),
        (("--until", "besok 8.00"), "2026-11-24T01:00:00+00:00"),
        (("--until", "2026-11-23T18:00+07:00"), "2026-11-23T11:00:00+00:00"),
    ],
)
def test_a_task_is_snoozed(cli: Cli, options: tuple[str, ...], until: str):
    uid = cli.add("Reels")
    assert cli.record("snooze", uid, *options) == {"uid": uid, "summary": "Reels", "until": until}
    assert rows(cli.folder, "SELECT task_uid FROM held_notices") == [(uid,)]


def test_a_snooze_is_said(cli: Cli):
    uid = cli.add("Reels")
    assert cli("snooze", uid, "--for", "1h").out == "“Reels” reminds again: today 15:13\n"
    cli.language = "id"
    assert cli("snooze", uid, "--for", "1j").out == ("“Reels” mengingatkan lagi: hari ini 15.13\n")


def test_a_snooze_is_let_go_of(cli: Cli):
    uid = cli.add("Reels")
    cli("snooze", uid, "--for", "1h")
    assert cli("snooze", uid, "--off").out == "“Reels” is no longer snoozed\n"
    assert cli.record("snooze", uid, "--off")["until"] is None
    assert rows(cli.folder, "SELECT task_uid FROM held_notices") == []
    assert cli.refused("snooze", "nobody", "--off") == "UnknownTask"


@pytest.mark.parametrize(
    "options", [("--for", "0"), ("--for", "9999999h"), ("--until", "kemarin"), ("--for", "x")]
)
def test_snoozing_into_the_past_or_for_ever_is_refused(cli: Cli, options: tuple[str, ...]):
    uid = cli.add("Reels")
    assert cli.refused("snooze", uid, *options) == "ImpossibleValue"
