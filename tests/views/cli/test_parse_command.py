"""`parse`: what a line says, for people, for programs and for a stream, with no data opened."""

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.views.cli.conftest import Cli

REPOSITORY = Path(__file__).resolve().parents[3]
LINE = "Tayang Jumat depan 16.00 WITA siap 1 jam sebelumnya selama 2 jam #reels @Konten p1"


def stream(cli: Cli, monkeypatch: pytest.MonkeyPatch, *lines: object) -> list[dict[str, Any]]:
    """The answers to a stream of lines; an object is sent as JSON."""
    sent = "".join(
        f"{line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)}\n"
        for line in lines
    )
    monkeypatch.setattr(sys, "stdin", io.StringIO(sent))
    answer = cli("parse", "-")
    assert (answer.code, answer.err) == (0, "")
    return [json.loads(line) for line in answer.out.splitlines()]


class TestRecord:
    def test_every_field_with_its_place_in_the_text(self, cli: Cli):
        record = cli.record("parse", LINE)
        assert record["title"] == "Tayang"
        assert (record["due_date"], record["due_time"]) == ("2026-12-04", "16:00")
        assert (record["due"], record["due_zone"]) == ("2026-12-04T16:00+08:00", "Asia/Makassar")
        assert (record["lead"], record["lead_seconds"]) == ("PT1H", 3600)
        assert (record["estimate"], record["estimate_seconds"]) == ("PT2H", 7200)
        assert (record["categories"], record["goal"], record["priority"]) == (
            ["reels"],
            "Konten",
            1,
        )
        said = {
            name: [LINE[start:end] for start, end in spans]
            for name, spans in record["spans"].items()
        }
        assert said == {
            "due": ["Jumat depan 16.00 WITA"],
            "lead": ["siap 1 jam sebelumnya"],
            "estimate": ["selama 2 jam"],
            "categories": ["#reels"],
            "goal": ["@Konten"],
            "priority": ["p1"],
        }

    def test_what_else_it_could_be(self, cli: Cli):
        (alternative,) = cli.record("parse", "rapat Jumat depan")["alternatives"]
        assert (alternative["reading"], alternative["due_date"]) == ("coming", "2026-11-27")

    def test_why_something_was_not_taken(self, cli: Cli):
        record = cli.record("parse", "kirim kemarin")
        assert (record["title"], record["due"]) == ("kirim kemarin", None)
        assert record["hints"] == [{"hint": "past", "span": [6, 13], "text": "kemarin"}]

    def test_a_repeat(self, cli: Cli):
        record = cli.record("parse", "siram setiap 3 hari setelah selesai, ingatkan H-1")
        assert (record["rrule"], record["repeat_from"]) == ("FREQ=DAILY;INTERVAL=3", "completion")
        assert record["reminders"] == [{"anchor": "due", "offset_seconds": -86400, "at": None}]

    def test_which_of_two_numbers_is_the_day(self, cli: Cli):
        assert cli.record("parse", "5/12")["due_date"] == "2026-12-05"
        assert cli.record("parse", "--day-first", "5/12")["due_date"] == "2026-12-05"
        assert cli.record("parse", "--month-first", "5/12")["due_date"] == "2027-05-12"
        assert cli("parse", "--month-first", "--day-first", "5/12").code == 2

    def test_a_line_that_says_nothing(self, cli: Cli):
        record = cli.record("parse", "beli 2 jam tangan")
        assert record["title"] == "beli 2 jam tangan"
        assert (record["spans"], record["repeat_from"], record["priority"]) == ({}, None, None)

    def test_the_language_breaks_a_tie(self, cli: Cli):
        cli.language = "en"
        assert cli.record("parse", "in 2 hr")["due"] == "2026-11-23T16:13"
        cli.language = "id"
        assert cli.record("parse", "dalam 2 hr")["due"] == "2026-11-25"


class TestWords:
    @pytest.mark.parametrize(
        ("language", "expected"),
        [
            (
                "en",
                [
                    "send it yesterday",
                    "Due           Fri 4 Dec, 16:00  ← next Friday 4pm",
                    "Ready before  1 h  ← ready 1 h before",
                    "Reminders     −30 min  ← remind me 30 min before",
                    "or Fri 27 Nov, 16:00",
                    "“yesterday” is over, so it stays in the title.",
                ],
            ),
            (
                "id",
                [
                    "send it yesterday",
                    "Deadline      Jum 4 Des 16.00  ← next Friday 4pm",
                    "Siap sebelum  1 j  ← ready 1 h before",
                    "Pengingat     −30 mnt  ← remind me 30 min before",
                    "atau Jum 27 Nov 16.00",
                    "“yesterday” sudah lewat, jadi tetap di judul.",
                ],
            ),
        ],
    )
    def test_it_is_told_in_the_readers_words(self, cli: Cli, language: str, expected: list[str]):
        cli.language = language
        line = "send it next Friday 4pm ready 1 h before remind me 30 min before yesterday"
        assert cli("parse", line).out.splitlines() == expected

    def test_nothing_steers_the_terminal(self, cli: Cli):
        assert "\x1b" not in cli("parse", "x\x1b[31m besok #a\u202e").out


class TestStream:
    def test_one_answer_a_line_with_its_own_present_and_language(
        self, cli: Cli, monkeypatch: pytest.MonkeyPatch
    ):
        first, second, third = stream(
            cli,
            monkeypatch,
            {"text": "rapat besok jam 4"},
            {"text": "besok", "now": "2026-12-31T20:00", "tz": "Asia/Jayapura"},
            {"text": "in 2 hr", "lang": "en", "now": "2026-11-23T00:00Z", "tz": "UTC"},
        )
        assert (first["title"], first["due"]) == ("rapat", "2026-11-24T16:00")
        assert second["due"] == "2027-01-01"
        assert third["due"] == "2026-11-23T02:00"

    def test_each_line_may_say_which_number_is_the_day(
        self, cli: Cli, monkeypatch: pytest.MonkeyPatch
    ):
        answers = stream(
            cli,
            monkeypatch,
            {"text": "5/12"},
            {"text": "5/12", "day_first": False},
            {"text": "5/12", "day_first": True},
            {"text": "5/12", "day_first": "no"},
        )
        dates = ["2026-12-05", "2027-05-12", "2026-12-05", None]
        assert [answer.get("due_date") for answer in answers] == dates
        assert answers[-1]["error"] == "ImpossibleValue"

    def test_a_bad_line_stops_nothing(self, cli: Cli, monkeypatch: pytest.MonkeyPatch):
        answers = stream(
            cli,
            monkeypatch,
            "no json",
            "[" * 100_000,
            ["besok"],
            {"lang": "id"},
            {"text": 5},
            {"text": "x", "lang": "fr"},
            {"text": "x", "now": "soon"},
            {"text": "x", "tz": "Mars/Olympus"},
            "",
            {"text": "besok"},
        )
        assert [answer.get("error") for answer in answers] == [
            *["ImpossibleValue"] * 6,
            "ImpossibleDate",
            "UnknownZone",
            None,
        ]
        assert all(set(answer) == {"error", "message"} for answer in answers[:-1])

    @pytest.mark.parametrize("text", ["", "🎉 besok", "غدا", "\ud800"])
    def test_any_text_is_answered(self, cli: Cli, monkeypatch: pytest.MonkeyPatch, text: str):
        monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps({"text": text}) + "\n"))
        assert cli("parse", "-").code == 0


@pytest.mark.parametrize(
    ("options", "kind"),
    [(("--now", "soon"), "ImpossibleDate"), (("--tz", "Mars/Olympus"), "UnknownZone")],
)
def test_a_present_that_is_none(cli: Cli, options: tuple[str, ...], kind: str):
    answer = cli.raw("parse", "x", "--json", *options)
    assert (answer.code, answer.json["error"]) == (1, kind)


def test_it_opens_no_data_and_needs_neither_flet_nor_storage(tmp_path: Path):
    folder = tmp_path / "data"
    program = (
        "import sys; from views.cli import run; "
        f"code = run(['parse', 'besok jam 4', '--data-dir', {str(folder)!r}], show=lambda _: 9); "
        "print(code, [name for name in ('flet', 'sqlalchemy', 'alembic') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "0 []"
    assert not folder.exists()
