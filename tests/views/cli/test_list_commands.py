"""The lists and the timeline, for people and for programs."""

from contextlib import closing
from datetime import timedelta

import pytest

from models.lists import ListName
from services.settings import change_settings
from services.workspace import open_workspace
from tests.views.cli.conftest import Cli
from views.cli.terminal import cells


@pytest.fixture
def busy(cli: Cli) -> Cli:
    """A few tasks, one for each list that one can be on."""
    cli.add("Kemarin", "--due", "kemarin")
    cli.add("Tadi pagi", "--time", "9")
    cli.add("Sore", "--time", "16", "--lead", "1h", "--goal", "Konten", "--tag", "reels")
    cli.add("Besok", "--due", "besok", "--time", "10", "--with", "Raka", "--priority", "p1")
    cli.add("Minggu depan", "--due", "2026-12-01")
    cli.add("Kapan saja")
    cli("done", cli.add("Beres", "--due", "today"))
    cli("delete", cli.add("Buang"))
    return cli


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("today", ["Tadi pagi", "Sore"]),
        ("tomorrow", ["Besok"]),
        ("week", ["Tadi pagi", "Sore", "Besok"]),
        ("next-week", ["Minggu depan"]),
        ("missed", ["Kemarin", "Tadi pagi"]),
        ("no-date", ["Kapan saja"]),
        ("all", ["Kemarin", "Tadi pagi", "Sore", "Besok", "Minggu depan", "Kapan saja"]),
        ("done", ["Beres"]),
        ("trash", ["Buang"]),
    ],
)
def test_each_list_in_json_and_in_words(busy: Cli, name: str, titles: list[str]):
    assert [task["summary"] for task in busy.record("list", name)] == titles
    told = busy("list", name).out
    places = [told.index(title) for title in titles]
    assert places == sorted(places)


def test_today_is_the_list_that_is_meant(busy: Cli):
    assert busy("list").out == busy("list", "today").out


def test_what_a_record_of_a_list_holds(busy: Cli):
    record = busy.record("list", "today")[1]
    assert record["goal"] == "Konten"
    assert record["goal_uid"]
    assert (record["due"], record["ready_by"]) == (
        "2026-11-23T16:00+07:00",
        "2026-11-23T15:00+07:00",
    )
    assert (record["lead"], record["lead_seconds"]) == ("PT1H", 3600)
    assert (record["categories"], record["steps_done"], record["steps_total"]) == (["reels"], 0, 0)


@pytest.mark.parametrize(
    ("language", "first", "row"),
    [
        ("en", "Today · 2", "16:00  Sore       ready by 15:00 · Konten · #reels"),
        ("id", "Hari ini · 2", "16.00  Sore       siap sebelum 15.00 · Konten · #reels"),
    ],
)
def test_rows_are_aligned_and_in_the_readers_words(busy: Cli, language: str, first: str, row: str):
    busy.language = language
    lines = busy("list", "today").out.splitlines()
    assert lines[0] == first
    assert lines[2].endswith(row)
    assert lines[2].startswith("○ ")


def test_a_week_is_told_day_by_day(busy: Cli):
    busy.language = "id"
    lines = busy("list", "week").out.splitlines()
    assert [line for line in lines if "·" in line and not line.startswith("○")] == [
        "Minggu ini · 3",
        "Hari ini · 2",
        "Besok · 1",
    ]


def test_when_things_were_done_or_deleted(busy: Cli):
    assert "today 14:13" in busy("list", "done").out
    assert "today 14:13" in busy("list", "trash").out


@pytest.mark.parametrize("name", [each.value for each in ListName])
@pytest.mark.parametrize(("language", "said"), [("en", "nothing here."), ("id", "kosong.")])
def test_an_empty_list_says_so(cli: Cli, name: str, language: str, said: str):
    cli.language = language
    assert cli("list", name).out.endswith(f": {said}\n")
    assert cli.record("list", name) == []


def test_steps_are_told_with_their_task(cli: Cli):
    parent = cli.add("Reels")
    cli.add("Skrip", "--parent", parent, "--due", "today")
    assert "Skrip ‹ Reels" in cli("list", "today").out


@pytest.mark.parametrize("width", [36, 50, 80, 120])
def test_no_line_is_wider_than_the_terminal(busy: Cli, width: int):
    busy.environ["COLUMNS"] = str(width)
    busy.add("Judul yang panjang sekali " * 8, "--due", "today", "--tag", "panjang-sekali")
    busy.add("会議の準備をする " * 8, "--due", "today")
    lines = busy("list", "today").out.splitlines()
    assert max(cells(line) for line in lines) <= width


def test_a_title_cannot_steer_the_terminal(cli: Cli):
    cli.add("aman \u202e terbalik \u2066x", "--due", "today")
    told = cli("list", "today").out
    assert not set(told) & set("\u202e\u2066\x1b")


class TestTimeline:
    def test_every_day_of_the_range_and_its_load(self, busy: Cli):
        busy.add("Skrip", "--due", "besok", "--time", "11", "--estimate", "90")
        days = busy.record("timeline", "--from", "2026-11-23", "--to", "2026-11-25")
        assert [day["day"] for day in days] == ["2026-11-23", "2026-11-24", "2026-11-25"]
        assert [len(day["tasks"]) for day in days] == [3, 2, 0]
        assert (days[1]["load"], days[1]["load_seconds"]) == ("PT1H30M", 5400)

    def test_a_day_holds_what_its_weekday_does(self, cli: Cli):
        with closing(open_workspace(cli.folder)) as desk:
            change_settings(desk, capacities=(timedelta(hours=2), *(None,) * 6))
        cli.add("Skrip", "--due", "today", "--estimate", "180")
        days = cli.record("timeline", "--to", "besok")
        assert [day["capacity_seconds"] for day in days] == [7200, 21600]
        assert cli("timeline", "--to", "today").out.splitlines()[0].endswith("3 h / 2 h")

    def test_it_is_a_week_from_today_on(self, cli: Cli):
        days = cli.record("timeline")
        assert (days[0]["day"], days[-1]["day"]) == ("2026-11-23", "2026-11-29")

    @pytest.mark.parametrize(
        ("language", "heading"),
        [("en", "Monday, 23 November  — / 6 h"), ("id", "Senin, 23 November  — dari 6 j")],
    )
    def test_days_in_the_readers_words(self, busy: Cli, language: str, heading: str):
        busy.language = language
        assert busy("timeline", "--to", "today").out.splitlines()[0] == heading
