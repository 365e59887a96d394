"""Opening: whose zone counts, where the data is, what time it is."""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from models.errors import UnknownZone
from models.lists import ListName
from services import lists
from services.clock import FixedClock, ShiftedClock, SystemClock
from services.paths import data_folder
from services.workspace import Workspace, open_workspace, system_zone
from tests.rig.desk import NOW, TODAY, OpenDesk, add


@pytest.mark.parametrize(("told", "expected"), [("Asia/Makassar", "Asia/Makassar"), (None, "UTC")])
def test_the_machines_zone_counts_when_none_was_chosen(
    monkeypatch: pytest.MonkeyPatch, told: str | None, expected: str
) -> None:
    machine = SimpleNamespace(get_localzone_name=lambda: told)
    monkeypatch.setitem(sys.modules, "tzlocal", machine)
    assert system_zone().key == expected


def test_a_machine_that_does_not_know_its_zone_is_in_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    def confused() -> str:
        raise LookupError

    machine = SimpleNamespace(get_localzone_name=confused)
    monkeypatch.setitem(sys.modules, "tzlocal", machine)
    assert system_zone().key == "UTC"


def test_today_is_the_day_of_the_zone(open_desk: OpenDesk, clock: FixedClock) -> None:
    clock.instant = datetime(2026, 11, 23, 16, 59, tzinfo=UTC)
    assert open_desk().today() == TODAY
    clock.advance(timedelta(minutes=1))
    assert open_desk().today() == TODAY + timedelta(days=1)
    assert open_desk(zone="America/New_York").today() == TODAY


def test_an_unknown_zone_opens_nothing(tmp_path: Path) -> None:
    with pytest.raises(UnknownZone):
        open_workspace(tmp_path / "data", zone="Mars/Olympus")
    assert not (tmp_path / "data").exists()


def test_the_same_account_is_found_again(desk: Workspace, open_desk: OpenDesk) -> None:
    task = add(desk)
    assert [line.uid for line in lists.every_line(open_desk(), ListName.ALL)] == [task.uid]


def test_the_data_folder_is_the_first_that_is_told(tmp_path: Path) -> None:
    ours, flets = str(tmp_path / "ours"), str(tmp_path / "flet")
    both = {"DOCHECK_DATA_DIR": ours, "FLET_APP_STORAGE_DATA": flets}
    assert data_folder(tmp_path, both) == tmp_path
    assert data_folder(None, both) == Path(ours)
    assert data_folder(None, {**both, "DOCHECK_DATA_DIR": ""}) == Path(flets)
    assert data_folder(None, {}).name == "docheck"
    assert data_folder(Path("here"), {}).is_absolute()


def test_clocks_tell_utc() -> None:
    assert SystemClock().now().tzinfo is UTC
    jakarta = FixedClock(NOW.astimezone(system_zone()))
    assert jakarta.now() == NOW
    assert jakarta.now().tzinfo is UTC
    shifted = ShiftedClock(NOW)
    assert timedelta(0) <= shifted.now() - NOW < timedelta(minutes=1)
    with pytest.raises(ValueError, match="naive"):
        FixedClock(NOW.replace(tzinfo=None))
