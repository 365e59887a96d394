"""Steps on the command line: their offsets, done with their task or not, moved elsewhere."""

import pytest

from tests.views.cli.conftest import Cli


@pytest.fixture
def reel(cli: Cli) -> str:
    return cli.add("Reel", "--due", "2026-12-25", "--time", "16:00")


class TestOffset:
    @pytest.mark.parametrize(
        ("said", "due", "offset", "seconds"),
        [
            ("-7d", "2026-12-18T16:00+07:00", "-P7D", -604_800),
            ("-PT2H", "2026-12-25T14:00+07:00", "-PT2H", -7_200),
            ("+1d", "2026-12-26T16:00+07:00", "P1D", 86_400),
            ("3 hari sebelumnya", "2026-12-22T16:00+07:00", "-P3D", -259_200),
            ("\N{MINUS SIGN}30m", "2026-12-25T15:30+07:00", "-PT30M", -1_800),
            ("0", "2026-12-25T16:00+07:00", "PT0S", 0),
        ],
    )
    def test_a_step_is_added_by_its_offset(
        self, cli: Cli, reel: str, said: str, due: str, offset: str, seconds: int
    ):
        step = cli.record("add", "Naskah", "--parent", reel, f"--offset={said}")
        assert (step["due"], step["offset"], step["offset_seconds"]) == (due, offset, seconds)

    def test_the_card_and_its_history_say_it(self, cli: Cli, reel: str):
        step = cli.add("Naskah", "--parent", reel, "--offset=-7d")
        cli("edit", step, "--offset", "2h after")
        assert "2 hours after" in cli("show", step).out
        cli.language = "id"
        assert "7 hari sebelumnya → 2 jam sesudahnya" in cli("history", step).out

    def test_moving_a_task_says_how_many_steps_went_along(self, cli: Cli, reel: str):
        step = cli.add("Naskah", "--parent", reel, "--offset=-1d")
        cli.add("Draf", "--parent", step, "--offset=-1h")
        assert cli("edit", reel, "--due", "2026-12-28").out.startswith(
            "Saved “Reel”, with 2 steps · Mon 28 Dec"
        )
        assert cli.record("show", step)["due"] == "2026-12-27T16:00+07:00"
        assert cli.record("edit", step, "--no-offset")["offset"] is None

    def test_a_due_of_its_own_takes_the_offset_away(self, cli: Cli, reel: str):
        step = cli.add("Naskah", "--parent", reel, "--offset=-1d")
        assert cli.record("edit", step, "--due", "besok")["offset"] is None

    def test_two_ways_to_be_due_are_one_too_many(self, cli: Cli, reel: str):
        answer = cli("add", "Naskah", "--parent", reel, "--offset=-1d", "--due", "besok")
        assert (answer.code, answer.err.splitlines()[-1]) == (
            2,
            "--offset does not go with --due",
        )

    @pytest.mark.parametrize("said", ["-soon", "", "before", "-99999d"])
    def test_what_is_no_offset_is_refused(self, cli: Cli, reel: str, said: str):
        refused = cli.refused("add", "x", "--parent", reel, f"--offset={said}")
        assert refused == "ImpossibleValue"

    def test_only_a_step_has_one(self, cli: Cli, reel: str):
        assert cli.refused("edit", reel, "--offset=-1d") == "NotAStep"
        assert cli.refused("add", "x", "--offset=-1d") == "NotAStep"

    def test_outside_the_calendar_it_is_refused(self, cli: Cli, reel: str):
        cli.add("Naskah", "--parent", reel, "--offset=-7d")
        assert cli.refused("edit", reel, "--due", "1970-01-02") == "ImpossibleDate"


class TestDone:
    @pytest.fixture
    def step(self, cli: Cli, reel: str) -> str:
        step = cli.add("Naskah", "--parent", reel)
        cli.add("Draf", "--parent", step)
        return step

    def test_a_program_has_to_say_what_becomes_of_open_steps(self, cli: Cli, reel: str, step: str):
        assert cli.refused("done", reel) == "StepsOpen"
        answer = cli("done", reel)
        assert answer.err == "“Reel” has 2 open steps. Say --with-steps or --alone.\n"
        cli.is_terminal = True
        assert cli.refused("done", reel) == "StepsOpen"

    def test_with_them_it_is_one_undo_step(self, cli: Cli, reel: str, step: str):
        assert cli("done", reel, "--with-steps").out.startswith("Completed “Reel”, with 2 steps")
        assert cli.record("show", step)["status"] == "COMPLETED"
        cli("undo")
        assert {cli.record("show", each)["status"] for each in (reel, step)} == {"NEEDS-ACTION"}

    def test_alone_they_stay_open(self, cli: Cli, reel: str, step: str):
        assert cli.record("done", reel, "--alone")["status"] == "COMPLETED"
        assert cli.record("show", step)["status"] == "NEEDS-ACTION"

    @pytest.mark.parametrize(
        ("typed", "statuses", "code"),
        [
            ("y\n", ("COMPLETED", "COMPLETED"), 0),
            ("ya\n", ("COMPLETED", "COMPLETED"), 0),
            ("n\n", ("COMPLETED", "NEEDS-ACTION"), 0),
            ("tidak\n", ("COMPLETED", "NEEDS-ACTION"), 0),
            ("c\n", ("NEEDS-ACTION", "NEEDS-ACTION"), 1),
            ("", ("NEEDS-ACTION", "NEEDS-ACTION"), 1),
        ],
    )
    def test_a_person_is_asked(
        self, cli: Cli, reel: str, step: str, typed: str, statuses: tuple[str, str], code: int
    ):
        cli.is_terminal, cli.typed = True, typed
        answer = cli("done", reel)
        assert answer.code == code
        assert answer.out.startswith(
            "2 steps of “Reel” are still open.\nComplete them too? [y]es, [n]o, [c]ancel: "
        )
        cli.is_terminal = False
        assert tuple(cli.record("show", each)["status"] for each in (reel, step)) == statuses


class TestElsewhere:
    def test_a_step_moves_with_its_own_steps_and_out_again(self, cli: Cli, reel: str):
        other = cli.add("Kampanye", "--goal", "Peluncuran")
        step = cli.add("Naskah", "--parent", reel)
        deep = cli.add("Draf", "--parent", step)
        moved = cli.record("edit", step, "--parent", other)
        assert (moved["parent"], moved["goal"]) == (other, "Peluncuran")
        assert cli.record("show", deep)["goal"] == "Peluncuran"
        assert cli.record("edit", step, "--no-parent")["parent"] is None
        cli("undo")
        cli("undo")
        assert cli.record("show", deep)["goal"] is None
        assert cli.record("show", step)["parent"] == reel

    def test_circles_are_refused(self, cli: Cli, reel: str):
        deep = cli.add("Draf", "--parent", cli.add("Naskah", "--parent", reel))
        assert cli.refused("edit", reel, "--parent", deep) == "CircularParent"


def test_progress_counts_steps_at_every_depth(cli: Cli, reel: str):
    step = cli.add("Naskah", "--parent", reel)
    cli.add("Rekam", "--parent", reel)
    cli("done", cli.add("Draf", "--parent", step))
    assert cli.record("show", reel)["steps_percent"] == 50
    assert "Prep 0/2 · 50%" in cli("show", reel).out
