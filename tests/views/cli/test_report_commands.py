"""Reports and the daily review on the command line."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.views.cli.conftest import Cli


@pytest.fixture
def month(cli: Cli) -> dict[str, str]:
    """One done on time, one done late, one missed; by their titles."""
    made = {
        "Reels": cli.add("Reels", "--due", "2026-11-24 16:00", "--lead", "1h"),
        "Carousel": cli.add("Carousel", "--due", "2026-11-22 09:00"),
        "=Story": cli.add("=Story", "--due", "2026-11-21 09:00"),
    }
    cli.now = "2026-11-24T09:30"
    cli("time", made["Reels"], "--add", "45m")
    cli("done", made["Reels"])
    cli("done", made["Carousel"])
    return made


def test_a_month_is_told_with_the_tasks_behind_each_number(cli: Cli, month: dict[str, str]):
    found = cli.record("report", "--month", "2026-11")
    assert (found["planned"], found["done_on_time"], found["done_late"]) == (3, 1, 1)
    assert found["behind"]["done_on_time"] == [month["Reels"]]
    assert found["behind"]["spent"] == [month["Reels"]]
    assert found["spent_seconds"] == 45 * 60
    said = cli("report").out
    assert said.startswith("November 2026\n1 of 3 were on time.\n")
    assert "Done late" in said


def test_what_the_record_suggests_comes_with_the_report(cli: Cli, month: dict[str, str]):
    found = cli.record("report")
    assert found["best_hours"] is None
    assert (found["best_hours_by_goal"], found["best_hours_by_tag"]) == ([], [])
    for number in range(20):
        cli("done", cli.add(f"Reels {number}", "--due", "2026-11-24 16:00", "--tag", "reels"))
    found = cli.record("report")
    # Reels of the month before them was done on time too.
    assert found["best_hours"] == {"start": "08:00", "end": "10:00", "samples": 21}
    assert found["best_hours_by_tag"] == [
        {"tag": "reels", "start": "08:00", "end": "10:00", "samples": 20}
    ]
    said = cli("report").out
    assert "Most is done on time between 8 and 10 (from 21 tasks)." in said
    assert "#reels  8–10 (from 20 tasks)" in said


@pytest.mark.usefixtures("month")
def test_a_week_and_any_days_can_be_asked_for(cli: Cli):
    assert cli.record("report", "--week")["first"] == "2026-11-23"
    assert cli.record("report", "--week", "2026-11-20")["planned"] == 2
    days = cli.record("report", "--from", "2026-11-22", "--to", "2026-11-22")
    assert (days["planned"], days["done_late"]) == (1, 1)


@pytest.mark.usefixtures("month")
def test_csv_has_a_line_for_each_promise_and_no_formula(cli: Cli):
    rows = list(csv.DictReader(io.StringIO(cli("report", "--format", "csv").out)))
    assert [row["title"] for row in rows] == ["'=Story", "Carousel", "Reels"]
    assert [row["outcome"] for row in rows] == ["missed", "done-late", "done-on-time"]
    assert rows[2]["spent_minutes"] == "45"
    assert rows[1]["due"] == "2026-11-22T09:00"


@pytest.mark.usefixtures("month")
@pytest.mark.parametrize(
    ("format", "begins"),
    [("pdf", b"%PDF-"), ("png", b"\x89PNG"), ("md", b"# Report: November 2026"), ("json", b"{")],
)
def test_a_file_is_written_whole(cli: Cli, tmp_path: Path, format: str, begins: bytes):
    path = tmp_path / f"report.{format}"
    cli("report", "--format", format, "--out", str(path))
    assert path.read_bytes().startswith(begins)
    assert [each.name for each in tmp_path.glob("*report*")] == [path.name]


@pytest.mark.usefixtures("month")
def test_the_ending_says_the_format_and_a_folder_gets_a_name(cli: Cli, tmp_path: Path):
    cli("report", "--out", str(tmp_path / "kept.csv"))
    assert (tmp_path / "kept.csv").read_bytes().startswith(b"\xef\xbb\xbfuid,")
    found = cli.record("report", "--format", "md", "--out", str(tmp_path))
    assert found["path"].endswith("docheck-2026-11.md")


def test_what_is_there_is_not_overwritten_unasked(cli: Cli, tmp_path: Path):
    path = tmp_path / "report.md"
    path.write_text("mine", encoding="utf-8")
    refused = cli("report", "--out", str(path))
    assert refused.code == 1
    assert "already there" in refused.err
    assert path.read_text(encoding="utf-8") == "mine"
    cli("report", "--out", str(path), "--overwrite")
    assert path.read_text(encoding="utf-8").startswith("# Report")


def test_a_folder_that_is_not_there_is_said(cli: Cli, tmp_path: Path):
    refused = cli("report", "--out", str(tmp_path / "gone" / "report.md"))
    assert refused.code == 1
    assert "Check that the folder is there" in refused.err


@pytest.mark.parametrize("format", ["pdf", "png"])
def test_what_no_terminal_shows_needs_a_file(cli: Cli, format: str):
    refused = cli("report", "--format", format)
    assert refused.code == 2
    assert "--out" in refused.err


@pytest.mark.parametrize(
    "span",
    [("--month", "2026-13"), ("--from", "2026-11-30", "--to", "2026-11-01")],
)
def test_days_that_cannot_be_are_refused(cli: Cli, span: tuple[str, ...]):
    assert cli("report", *span).code == 1


def test_the_last_day_alone_is_no_span(cli: Cli):
    refused = cli("report", "--to", "2026-11-30")
    assert refused.code == 2
    assert "--from" in refused.err


def test_nothing_planned_is_said_in_both_languages(cli: Cli):
    assert "Nothing was planned for these days." in cli("report").out
    cli.language = "id"
    assert "Belum ada rencana di periode ini." in cli("report").out


@pytest.mark.usefixtures("month")
def test_the_evening_looks_back_and_ahead(cli: Cli):
    cli.add("Thread", "--due", "2026-11-25 09:00")
    found = cli.record("review", "evening")
    assert {each["summary"] for each in found["done"]} == {"Reels", "Carousel"}
    assert [each["summary"] for each in found["slipped"]] == ["=Story"]
    assert [each["summary"] for each in found["tomorrow"]] == ["Thread"]
    assert "Tomorrow's three" in cli("review", "evening").out


def test_the_morning_weighs_the_day(cli: Cli):
    cli.now = "2026-11-24T08:00"
    cli.add("Reels", "--due", "2026-11-24 16:00", "--lead", "1h", "--estimate", "7h")
    found = json.loads(cli("review", "--json").out)
    assert (found["part"], found["over_seconds"]) == ("morning", 3600)
    assert found["first_ready"]["summary"] == "Reels"
    assert "First ready: Reels, by 15:00." in cli("review").out
