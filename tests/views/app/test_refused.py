"""The app when its data cannot be opened: it says why, and leads on."""

from pathlib import Path

import pytest

from models.errors import StorageBusy, StorageDamaged, StorageNewer, StorageRefusal
from services import care, lists
from services.workspace import Workspace, open_workspace
from tests.rig.flet_session import AppSession, run_app
from tests.views.app.screens.desk_for_screens import ZONE, HandClock, add, new_desk
from views.app.refused import refused_app_for
from views.serve.launch import AppMain
from views.text import Words


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def reopen(folder: Path) -> Workspace:
    return open_workspace(folder, clock=HandClock(), zone=ZONE)


def damage(folder: Path) -> StorageDamaged:
    """A damaged file, and what opening it is refused with."""
    (folder / "docheck.db").write_bytes(b"\x00not a database" * 500)
    with pytest.raises(StorageDamaged) as refused:
        reopen(folder)
    return refused.value


def app_of(folder: Path, refusal: StorageRefusal, language: str = "id") -> AppMain:
    return refused_app_for(
        refusal,
        folder=folder,
        words=Words("en" if language == "en" else "id"),
        reopen=lambda: reopen(folder),
        clock=HandClock(),
    )


def test_a_damaged_file_is_kept_and_its_backup_restored_into_the_app(folder: Path):
    async def check() -> None:
        desk = new_desk(folder)
        add(desk, "Reels")
        care.backup_now(desk)
        desk.close()
        refusal = damage(folder)
        damaged = (folder / "docheck.db").read_bytes()
        main = app_of(folder, refusal)
        async with AppSession(main) as app:
            assert app.shows("Datamu perlu diperbaiki")
            assert app.shows("Cadangan: hari ini")
            await app.click("Pulihkan cadangan terbaru")
            assert app.shows("Selamat sore")
        (kept,) = (folder / "backups").glob("*-damaged")
        assert kept.read_bytes() == damaged
        async with AppSession(main) as other:
            assert other.shows("Selamat sore")
        again = reopen(folder)
        assert lists.total_open(again) == 1
        again.close()

    run_app(check)


def test_without_a_backup_only_trying_again_is_offered(folder: Path):
    async def check() -> None:
        async with AppSession(app_of(folder, damage(folder))) as app:
            assert not app.shows("Pulihkan cadangan")
            await app.click("Coba lagi")
            assert app.shows("Datamu perlu diperbaiki")

    run_app(check)


def test_trying_again_opens_the_app_once_the_data_opens(folder: Path):
    async def check() -> None:
        new_desk(folder).close()
        busy = StorageBusy(folder / "docheck.db")
        async with AppSession(app_of(folder, busy, "en")) as app:
            assert app.shows("Another program holds your data")
            await app.click("Try again")
            assert app.shows("Selamat sore")

    run_app(check)


def test_each_refusal_is_said_in_both_languages(folder: Path):
    async def check() -> None:
        newer = StorageNewer(folder / "docheck.db")
        async with AppSession(app_of(folder, newer)) as app:
            assert app.shows("Data ini lebih baru")
        async with AppSession(app_of(folder, newer, "en"), width=1440, height=900) as app:
            assert app.shows("This data is newer")

    run_app(check)
