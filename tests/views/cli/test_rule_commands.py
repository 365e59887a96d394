"""When a repeat rule comes true, asked once or a line at a time."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.views.cli.conftest import Cli

ROOT = Path(__file__).parents[3]


def asked(cli: Cli, *lines: object) -> list[Any]:
    """The answers to `lines`, which are JSON values or texts."""
    cli.typed = "".join(
        f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines
    )
    answer = cli("occurrences", "-")
    assert (answer.code, answer.err) == (0, "")
    return [json.loads(line) for line in answer.out.splitlines()]


def test_a_rule_in_a_zone(cli: Cli):
    start = ("--dtstart", "2026-03-28T02:30", "--tz", "Europe/Berlin")
    answer = cli.raw("occurrences", "freq=daily;count=3", *start, "--json")
    assert answer.json == {
        "rrule": "FREQ=DAILY;COUNT=3",
        "dtstart": "2026-03-28T02:30+01:00",
        "tz": "Europe/Berlin",
        "occurrences": [
            "2026-03-28T02:30+01:00",
            "2026-03-29T03:30+02:00",
            "2026-03-30T02:30+02:00",
        ],
    }


@pytest.mark.parametrize(
    ("argv", "expected"),
    [
        (("--dtstart", "2026-11-24"), ["2026-11-24", "2026-11-25"]),
        (("--dtstart", "20261124"), ["2026-11-24", "2026-11-25"]),
        (("--dtstart", "20261124T090000"), ["2026-11-24T09:00", "2026-11-25T09:00"]),
        (
            ("--dtstart", "20261124T020000Z", "--tz", "Asia/Jakarta"),
            ["2026-11-24T09:00+07:00", "2026-11-25T09:00+07:00"],
        ),
        (
            ("--dtstart", "20261124T020000Z"),
            ["2026-11-24T02:00+00:00", "2026-11-25T02:00+00:00"],
        ),
        (
            ("--dtstart", "2026-11-24", "--exdate", "2026-11-24", "--exdate", "2026-11-26"),
            ["2026-11-25", "2026-11-27"],
        ),
        (("--dtstart", "2026-11-24", "--after", "2026-12-24"), ["2026-12-25", "2026-12-26"]),
        (("--now", "2026-11-24T09:00:30Z"), ["2026-11-24T09:00+00:00", "2026-11-25T09:00+00:00"]),
    ],
)
def test_the_first_time_may_be_said_in_many_ways(
    cli: Cli, argv: tuple[str, ...], expected: list[str]
):
    answer = cli.raw("occurrences", "FREQ=DAILY", "--limit", "2", *argv, "--json")
    assert answer.json["occurrences"] == expected


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Every Tuesday\n  Tue 24 Nov 2026 09:00\n  Tue 1 Dec 2026 09:00\n"),
        ("id", "Setiap Selasa\n  Sel 24 Nov 2026 09.00\n  Sel 1 Des 2026 09.00\n"),
    ],
)
def test_people_read_the_rule_and_its_times(cli: Cli, language: str, said: str):
    cli.language = language
    start = ("--dtstart", "2026-11-24T09:00", "--limit", "2")
    assert cli("occurrences", "FREQ=WEEKLY;BYDAY=TU", *start).out == said


def test_a_rule_that_is_over_says_so(cli: Cli):
    answer = cli("occurrences", "FREQ=DAILY;UNTIL=20250101", "--dtstart", "2026-11-24")
    assert answer.out.splitlines()[-1] == "It does not come again."


@pytest.mark.parametrize(
    ("argv", "kind"),
    [
        (("FREQ=DAILY;INTERVAL=0", "--dtstart", "2026-11-24"), "ImpossibleRule"),
        (("FREQ=SECONDLY", "--dtstart", "2026-11-24"), "ImpossibleRule"),
        (("FREQ=DAILY", "--dtstart", "0001-01-01"), "ImpossibleDate"),
        (("FREQ=DAILY", "--dtstart", "9999-12-31T23:59:59-12:00"), "ImpossibleDate"),
        (("FREQ=DAILY", "--dtstart", "soon"), "ImpossibleDate"),
        (("FREQ=DAILY", "--dtstart", "2026-11-24", "--exdate", "x"), "ImpossibleDate"),
        (("FREQ=DAILY", "--dtstart", "2026-11-24", "--limit", "-1"), "ImpossibleValue"),
        (("FREQ=DAILY", "--dtstart", "2026-11-24", "--limit", "100000"), "ImpossibleValue"),
        (("FREQ=HOURLY", "--dtstart", "2026-11-24"), "ImpossibleRule"),
        (("FREQ=DAILY", "--dtstart", "2026-11-24", "--tz", "Mars/Olympus"), "UnknownZone"),
    ],
)
def test_what_cannot_be_is_refused(cli: Cli, argv: tuple[str, ...], kind: str):
    answer = cli.raw("occurrences", *argv, "--json")
    assert (answer.code, answer.json["error"]) == (1, kind)


def test_each_line_is_answered_and_a_bad_one_stops_nothing(cli: Cli):
    answers = asked(
        cli,
        {"rrule": "FREQ=DAILY", "dtstart": "2026-11-24T09:00", "tz": "Asia/Jakarta", "limit": 1},
        "not JSON",
        [],
        "[" * 100_000,
        {"rrule": "FREQ=DAILY"},
        {"rrule": 7, "dtstart": "2026-11-24"},
        "",
        {"rrule": "FREQ=DAILY;INTERVAL=0", "dtstart": "2026-11-24"},
        {"rrule": "FREQ=DAILY", "dtstart": "2026-11-24", "tz": "Mars/Olympus"},
        {"rrule": "FREQ=DAILY", "dtstart": "2026-11-24", "tz": 7},
        {"rrule": "FREQ=DAILY", "dtstart": "2026-11-24", "limit": "2"},
        {"rrule": "FREQ=DAILY", "dtstart": "2026-11-24", "exdates": "2026-11-24"},
        {"rrule": "FREQ=DAILY", "dtstart": "2026-11-24", "exdates": ["2026-11-24"], "limit": 1},
        {"rrule": "FREQ=DAILY", "dtstart": "2016-01-01", "after": "2026-11-24", "limit": 1},
    )
    assert [answer.get("error") or answer["occurrences"] for answer in answers] == [
        ["2026-11-24T09:00+07:00"],
        *["Unreadable"] * 5,
        "ImpossibleRule",
        "UnknownZone",
        *["ImpossibleValue"] * 3,
        ["2026-11-25"],
        ["2026-11-25"],
    ]
    assert all(set(answer) == {"error", "message"} for answer in answers if "error" in answer)


def test_a_line_without_a_limit_gets_a_few(cli: Cli):
    line = {"rrule": "FREQ=DAILY", "dtstart": "2026-11-24", "limit": None}
    (few,) = asked(cli, line)
    (most,) = asked(cli, {**line, "limit": 100_000})
    assert (len(few["occurrences"]), len(most["occurrences"])) == (10, 1_000)


def test_no_data_is_opened_and_nothing_heavy_imported(tmp_path: Path):
    script = (
        "import sys, main; sys.argv = ['main.py', 'occurrences', 'FREQ=DAILY', '--json',"
        f"'--dtstart', '2026-11-24', '--data-dir', {str(tmp_path / 'data')!r}]; main.main();"
        "print(sorted({'flet', 'alembic', 'babel'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
    assert list(tmp_path.iterdir()) == []
