"""The board of a month, and lightening its days, on the command line."""

from __future__ import annotations

from tests.views.cli.conftest import Cli


def test_the_next_month_is_shown_unless_another_is_given(cli: Cli):
    cli.add("Reels", "--due", "2026-12-11", "--time", "16:00", "--lead", "1h", "--estimate", "7h")
    lines = cli("board").out.splitlines()
    assert lines[:2] == ["December 2026", "1 of 22 slots filled · 1 day over capacity"]
    at = lines.index("Fri 11 Dec · 7 h / 6 h")
    assert lines[at + 1] == "  16:00  Reels"
    assert "Fri 25 Dec · Christmas Day" in lines
    found = cli.record("board", "2026-12")
    day = found["days"][10]
    assert (day["day"], day["is_over"], day["load"]) == ("2026-12-11", True, "PT7H")
    assert day["slots"][0]["task"]["summary"] == "Reels"
    assert cli.refused("board", "2026-13") == "ImpossibleDate"


def test_moves_are_suggested_then_made_and_taken_back(cli: Cli):
    cli.add("Large", "--due", "2026-12-11", "--time", "17:00", "--estimate", "5h")
    small = cli.add("Small", "--due", "2026-12-11", "--time", "12:00", "--estimate", "2h")
    lines = cli("balance", "2026-12").out.splitlines()
    assert lines[:2] == ["1 move suggested", "Fri 11 Dec → Thu 10 Dec  Small (2 h)"]
    assert cli.record("show", small)["due_date"] == "2026-12-11"
    made = cli.record("balance", "2026-12", "--apply")
    assert made["moves"][0]["to"] == "2026-12-10"
    assert cli.record("show", small)["due_date"] == "2026-12-10"
    assert cli("balance", "2026-12").out == "No day is over its capacity.\n"
    cli("undo")
    assert cli.record("show", small)["due_date"] == "2026-12-11"
    said = cli("balance", "2026-12", "--apply").out.splitlines()[0]
    assert said == "Moved “Small” to a day with room"
