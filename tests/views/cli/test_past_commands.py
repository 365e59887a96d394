"""Undo, redo, the history of a task, and the trash, on the command line."""

import pytest

from tests.views.cli.conftest import Cli

TITLES = {"a": "Brief", "b": "Kuis", "c": "Skrip"}


@pytest.fixture
def uids(cli: Cli) -> dict[str, str]:
    """Three tasks, by letter."""
    return {letter: cli.add(title) for letter, title in TITLES.items()}


def test_undo_and_redo_go_back_and_forth(cli: Cli):
    uid = cli.add("Brief")
    cli("done", uid)
    assert [cli.record("undo")["action"] for _ in range(2)] == ["complete", "capture"]
    assert cli.refused("undo") == "NothingToUndo"
    assert [cli.record("redo") for _ in range(2)] == [
        {"action": action, "tasks": [uid], "summary": "Brief"} for action in ("capture", "complete")
    ]
    assert cli.refused("redo") == "NothingToRedo"
    assert cli.record("show", uid)["status"] == "COMPLETED"


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Done again · Completed “Brief”\n"), ("id", "Diulangi · Selesai: Brief\n")],
)
def test_redo_says_what_it_did_again(cli: Cli, language: str, said: str):
    cli("done", cli.add("Brief"))
    cli("undo")
    cli.language = language
    assert cli("redo").out == said


class TestHistory:
    def test_every_change_is_told_with_old_and_new(self, cli: Cli):
        parent = cli.add("Konten")
        uid = cli.add("Brief", "--due", "2026-11-24", "--goal", "Kuis")
        cli("edit", uid, "--due", "2026-11-25", "--parent", parent, "--note", "Hook")
        cli("undo")
        undone, edited, made = cli.record("history", uid)
        assert [each["action"] for each in (undone, edited, made)] == ["undo", "edit", "capture"]
        assert (made["before"], made["after"]["summary"]) == (None, "Brief")
        assert (edited["at"], edited["origin"]) == ("2026-11-23T07:13:00+00:00", "command")
        assert edited["text"] == (
            "Edited · Due: Tue 24 Nov → Wed 25 Nov · Notes: none → “Hook”"
            " · Step of: none → “Konten”"
        )
        assert "Wed 25 Nov → Tue 24 Nov" in undone["text"]

    def test_it_reads_well_in_indonesian(self, cli: Cli):
        uid = cli.add("Brief")
        cli("edit", uid, "--priority", "p1")
        cli.language = "id"
        assert cli("history", uid).out.splitlines() == [
            "Diubah · hari ini 14.13 · lewat baris perintah",
            "  Prioritas: Tanpa prioritas → Tinggi",
            "Ditambahkan · hari ini 14.13 · lewat baris perintah",
        ]

    def test_what_is_gone_for_good_still_has_one(self, cli: Cli):
        uid = cli.add("Brief")
        cli("delete", uid, "--for-good")
        gone, _ = cli.record("history", uid)
        assert (gone["action"], gone["after"]) == ("delete-for-good", None)
        assert cli.refused("history", "nobody") == "UnknownTask"


class TestTrash:
    def test_for_good_takes_it_out_and_undo_brings_it_back(self, cli: Cli):
        uid = cli.add("Brief")
        cli.add("Langkah", "--parent", uid)
        assert cli.record("delete", uid, "--for-good") == {
            "uid": uid,
            "summary": "Brief",
            "deleted_for_good": 2,
        }
        assert cli.refused("show", uid) == "UnknownTask"
        assert cli.record("undo")["action"] == "delete-for-good"
        assert cli.record("show", uid)["deleted"] is None

    def test_it_says_how_many_days_are_left(self, cli: Cli):
        cli("delete", cli.add("Brief"))
        cli.now = "2026-12-11T14:13"
        assert [task["days_left"] for task in cli.record("list", "trash")] == [12]
        assert "deleted for good in 12 days" in cli("list", "trash").out
        cli.language = "id"
        assert "dihapus permanen 12 hari lagi" in cli("list", "trash").out

    def test_looking_at_it_lets_go_of_what_has_expired(self, cli: Cli):
        cli("delete", cli.add("Brief"))
        cli.now = "2026-12-23T14:13"
        assert cli.record("list", "trash") == []

    def test_emptying_says_how_many(self, cli: Cli, uids: dict[str, str]):
        cli("delete", uids["a"])
        cli("delete", uids["b"])
        assert cli("empty-trash").out == "2 tasks deleted for good\n"
        cli("delete", uids["c"])
        assert cli("empty-trash").out == "1 task deleted for good\n"
        assert cli.record("empty-trash") == {"deleted_for_good": 0}
        assert cli("undo").out == "Undone · Trash emptied\n"
        assert [task["uid"] for task in cli.record("list", "trash")] == [uids["c"]]

    def test_several_or_all_are_restored(self, cli: Cli, uids: dict[str, str]):
        for uid in uids.values():
            cli("delete", uid)
        assert cli.record("restore", uids["a"], uids["b"])["restored"] == 2
        assert cli("restore", "--all").out == "1 task restored\n"
        assert cli.record("list", "trash") == []
        answer = cli("restore")
        assert (answer.code, answer.err.splitlines()[-1]) == (2, "missing: UID")
