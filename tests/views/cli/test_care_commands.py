"""The example, the doctor, backups: also where the data cannot be opened."""

from pathlib import Path

import pytest

from services.paths import Paths
from tests.views.cli.conftest import Cli


@pytest.fixture
def damaged(cli: Cli) -> Cli:
    """A data file that is none."""
    Paths(cli.folder).database.write_bytes(b"not a database at all" * 100)
    return cli


class TestDemo:
    def test_it_speaks_the_readers_language(self, cli: Cli):
        cli.language = "id"
        answer = cli("demo")
        assert answer.out == f"{len(_all(cli))} tugas contoh ditambahkan\n"
        assert "Reels: 5 kebiasaan produktif" in cli("list", "today").out

    def test_in_json(self, cli: Cli):
        assert cli.record("demo") == {"tasks": len(_all(cli))}
        assert "Reels: 5 productive habits" in cli("list", "today").out

    def test_it_leaves_existing_tasks_alone(self, cli: Cli):
        cli.add("Punyaku")
        assert cli.refused("demo") == "HasTasks"

    def test_unless_told_otherwise(self, cli: Cli):
        mine = cli.add("Punyaku")
        assert cli("demo", "--force").code == 0
        assert cli.record("show", mine)["summary"] == "Punyaku"

    def test_one_undo_takes_all_of_it_back(self, cli: Cli):
        made = cli.record("demo")["tasks"]
        assert len(cli.record("undo")["tasks"]) == made
        assert _all(cli) == []

    def test_what_it_made_is_sound(self, cli: Cli):
        cli("demo")
        assert cli("doctor").code == 0


class TestDoctor:
    def test_sound_data(self, cli: Cli):
        cli.add("x")
        record = cli.record("doctor")
        assert (record["is_sound"], record["problems"]) == (True, [])
        assert record["counts"]["tasks"] == 1
        assert record["database"] == str(Paths(cli.folder).database)

    @pytest.mark.parametrize(("language", "said"), [("en", "All is well."), ("id", "Semua baik.")])
    def test_in_words(self, cli: Cli, language: str, said: str):
        cli.language = language
        assert cli("doctor").out.splitlines()[0] == said

    def test_no_database(self, damaged: Cli):
        before = Paths(damaged.folder).database.read_bytes()
        answer = damaged("doctor", "--json")
        assert (answer.code, answer.json["is_sound"]) == (1, False)
        assert [each["problem"] for each in answer.json["problems"]] == ["not-a-database"]
        assert Paths(damaged.folder).database.read_bytes() == before

    def test_it_points_to_the_newest_good_copy(self, cli: Cli):
        _keep_a_copy(cli)
        Paths(cli.folder).database.write_bytes(b"x" * 4096)
        told = cli("doctor").out
        assert "The data file is not a database." in told
        assert 'main.py restore-backup "' in told

    def test_no_data_yet(self, cli: Cli, tmp_path: Path):
        cli.folder = tmp_path / "nowhere"
        answer = cli("doctor")
        assert answer.code == 1
        assert "There is no data yet." in answer.out
        assert not cli.folder.exists()


class TestBackups:
    def test_there_and_back(self, cli: Cli, tmp_path: Path):
        uid = cli.add("Penting")
        copy = tmp_path / "copy.db"
        assert cli.record("backup", str(copy)) == {"path": str(copy)}
        cli("delete", uid)
        record = cli.record("restore-backup", str(copy))
        assert record["restored"] == str(copy)
        assert Path(record["kept"]).is_file()
        assert [task["uid"] for task in _all(cli)] == [uid]

    @pytest.mark.parametrize(
        ("language", "said"), [("en", "Backed up to "), ("id", "Cadangan disimpan di ")]
    )
    def test_in_words(self, cli: Cli, tmp_path: Path, language: str, said: str):
        cli.language = language
        assert cli("backup", str(tmp_path / "copy.db")).out == f"{said}{tmp_path / 'copy.db'}\n"

    def test_an_existing_file_is_left_alone(self, cli: Cli, tmp_path: Path):
        copy = tmp_path / "copy.db"
        copy.write_text("mine")
        assert cli.refused("backup", str(copy)) == "FileExists"
        assert copy.read_text() == "mine"
        assert cli("backup", str(copy), "--overwrite").code == 0
        assert copy.read_bytes().startswith(b"SQLite format 3")

    def test_a_folder_that_is_not_there(self, cli: Cli, tmp_path: Path):
        assert cli.refused("backup", str(tmp_path / "no" / "copy.db")) == "StorageUnreachable"

    def test_restoring_what_is_not_there_or_no_backup(self, cli: Cli, tmp_path: Path):
        other = tmp_path / "notes.txt"
        other.write_text("notes")
        assert cli.refused("restore-backup", str(tmp_path / "copy.db")) == "FileMissing"
        assert cli.refused("restore-backup", str(other)) == "StorageDamaged"

    def test_restoring_over_damaged_data(self, cli: Cli):
        copy = _keep_a_copy(cli)
        Paths(cli.folder).database.write_bytes(b"x" * 4096)
        answer = cli("restore-backup", str(copy))
        assert answer.code == 0
        assert [task["summary"] for task in _all(cli)] == ["Penting"]


class TestDataThatCannotBeOpened:
    @pytest.mark.parametrize(("language", "said"), [("en", "is damaged"), ("id", "rusak")])
    def test_a_file_that_is_no_database(self, damaged: Cli, language: str, said: str):
        damaged.language = language
        before = Paths(damaged.folder).database.read_bytes()
        answer = damaged("list", "--json")
        assert (answer.code, answer.json["error"]) == (1, "StorageDamaged")
        assert said in answer.err
        assert Paths(damaged.folder).database.read_bytes() == before

    def test_a_folder_that_cannot_be_made(self, cli: Cli, tmp_path: Path):
        (tmp_path / "file").write_text("in the way")
        cli.folder = tmp_path / "file" / "data"
        answer = cli("add", "x", "--json")
        assert (answer.code, answer.json["error"]) == (1, "StorageUnreachable")


def _all(cli: Cli) -> list[dict[str, object]]:
    return cli.record("list", "all") + cli.record("list", "done") + _undated_steps(cli)


def _undated_steps(cli: Cli) -> list[dict[str, object]]:
    """Steps without a date are on no list but their task's."""
    found: list[dict[str, object]] = []
    for task in cli.record("list", "all"):
        if task["steps_total"]:
            steps = cli.record("show", task["uid"])["steps"]
            found += [s for s in steps if s["due"] is None and s["status"] == "NEEDS-ACTION"]
    return found


def _keep_a_copy(cli: Cli) -> Path:
    """A copy among the automatic ones, with one task in it."""
    cli.add("Penting")
    backups = Paths(cli.folder).backups
    backups.mkdir(exist_ok=True)
    copy = backups / "20261120T020000000000Z-daily.db"
    cli("backup", str(copy))
    return copy
