"""`add` understands its line: what it says, what options overrule, and what is left plain."""

import pytest

from tests.views.cli.conftest import Cli


def test_a_line_sets_every_field(cli: Cli):
    record = cli.record(
        "add",
        "Tayang video Jumat 16.00 siap 1 jam sebelumnya selama 30 menit #video @Konten p1",
    )
    assert record["summary"] == "Tayang video"
    assert (record["due"], record["due_zone"]) == ("2026-11-27T16:00+07:00", "Asia/Jakarta")
    assert (record["lead"], record["estimate"]) == ("PT1H", "PT30M")
    assert (record["categories"], record["goal"], record["priority"]) == (["video"], "Konten", 1)


def test_words_of_one_line_may_be_arguments_of_their_own(cli: Cli):
    record = cli.record("add", "rapat", "besok", "jam", "10")
    assert (record["summary"], record["due"]) == ("rapat", "2026-11-24T10:00+07:00")


def test_a_line_repeats(cli: Cli):
    record = cli.record("add", "laporan tiap Senin jam 9 setelah selesai")
    assert record["rrule"] == "FREQ=WEEKLY;BYDAY=MO"
    assert record["due"] == "2026-11-30T09:00+07:00"
    record = cli.record("add", "water plants every! 3 days")
    assert (record["rrule"], record["repeat_from"]) == ("FREQ=DAILY;INTERVAL=3", "completion")


def test_a_zone_that_was_said_is_kept(cli: Cli):
    assert cli.record("add", "rapat besok jam 10 WITA")["due"] == "2026-11-24T10:00+08:00"


@pytest.mark.parametrize(
    ("options", "summary", "due"),
    [
        (("--due", "lusa"), "rapat besok jam 10", "2026-11-25"),
        (("--time", "9"), "rapat", "2026-11-24T09:00+07:00"),
        (("--floating",), "rapat", "2026-11-24T10:00"),
        (("--plain",), "rapat besok jam 10", None),
        (("--plain", "--due", "lusa"), "rapat besok jam 10", "2026-11-25"),
    ],
)
def test_options_win_and_what_they_overrule_stays_in_the_title(
    cli: Cli, options: tuple[str, ...], summary: str, due: str | None
):
    record = cli.record("add", "rapat besok jam 10", *options)
    assert (record["summary"], record["due"]) == (summary, due)


def test_every_other_option_wins_as_well(cli: Cli):
    record = cli.record(
        *("add", "edit #a @Satu p1 selama 2 jam besok", "--tag", "b", "--goal", "Dua"),
        *("--priority", "low", "--estimate", "30"),
    )
    assert (record["categories"], record["goal"], record["priority"]) == (["b"], "Dua", 9)
    assert record["estimate"] == "PT30M"
    assert record["due"] == "2026-11-24"
    assert record["summary"] == "edit #a @Satu p1 selama 2 jam"


def test_a_line_that_is_nothing_but_a_date_is_a_title_too(cli: Cli):
    record = cli.record("add", "besok")
    assert (record["summary"], record["due"]) == ("besok", "2026-11-24")


def test_a_name_is_not_a_date(cli: Cli):
    record = cli.record("add", "nonton film Jumat Kelabu")
    assert (record["summary"], record["due"]) == ("nonton film Jumat Kelabu", None)
