"""Timers and time entries on the command line."""

import pytest

from tests.views.cli.conftest import Cli


def test_a_timer_is_started_shown_and_stopped(cli: Cli):
    uid = cli.add("Reels")
    assert cli("start", uid).out == "Timer started: “Reels”\n"
    cli.now = "2026-11-23T15:23"
    running = cli.record("timer")
    assert (running["task"], running["span"], running["is_running"]) == (uid, "PT1H10M", True)
    assert cli("timer").out == "Reels · 1 h 10 min · since today 14:13\n"
    assert cli("stop").out == "Timer stopped: “Reels” · 1 h 10 min · today 14:13 – 15:23\n"
    assert cli.record("timer") is None
    assert cli("timer").out == "No timer is running.\n"
    assert cli.refused("stop") == "NoTimer"


def test_starting_another_stops_the_first_and_says_so(cli: Cli):
    cli("start", cli.add("Reels"))
    cli.now = "2026-11-23T14:43"
    other = cli.add("Kuis")
    assert cli("start", other).out == "Timer stopped: “Reels”\nTimer started: “Kuis”\n"
    assert cli.record("timer")["task"] == other


def test_done_stops_it_and_undo_lets_it_run_on(cli: Cli):
    uid = cli.add("Reels")
    cli("start", uid)
    cli("done", uid)
    assert cli.record("timer") is None
    cli("undo")
    assert cli.record("timer")["task"] == uid
    cli("done", uid)
    assert cli.refused("start", uid) == "TaskClosed"


def test_time_is_added_changed_and_taken_away(cli: Cli):
    uid = cli.add("Reels", "--estimate", "2h")
    record = cli.record("time", uid, "--add", "45m", "--note", "riset")
    (entry,) = record["entries"]
    assert (record["tracked"], record["estimate"], entry["note"]) == ("PT45M", "PT2H", "riset")
    assert cli("time", uid).out.splitlines()[0] == "Reels · 2 h planned · 45 min tracked"
    assert cli.record("time", uid, "--change", entry["uid"], "1h")["tracked"] == "PT1H"
    assert cli.record("time", uid, "--delete", entry["uid"])["entries"] == []
    assert cli.record("undo")["action"] == "time.delete"
    assert cli.record("time", uid)["tracked_seconds"] == 3600


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        (("--add", "sebentar"), "ImpossibleValue"),
        (("--add", "0"), "ImpossibleValue"),
        (("--delete", "nobody"), "UnknownTimeEntry"),
        (("--change", "nobody", "5"), "UnknownTimeEntry"),
    ],
)
def test_what_cannot_be_is_refused(cli: Cli, more: tuple[str, ...], refusal: str):
    assert cli.refused("time", cli.add("Reels"), *more) == refusal


def test_without_time_that_is_said(cli: Cli):
    cli.language = "id"
    assert cli("time", cli.add("Reels")).out == "Reels · Belum ada waktu tercatat.\n"
