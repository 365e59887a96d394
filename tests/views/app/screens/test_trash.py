"""The trash: how long things are kept, restoring all, emptying after a question."""

from datetime import timedelta
from pathlib import Path

import flet as ft
import pytest

from services import tasks, trash
from services.workspace import Workspace
from tests.rig.flet_session import AppSession
from tests.views.app.screens.desk_for_screens import HandClock, add, new_desk
from tests.views.app.screens.opened import run_on
from views.app import routes


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Workspace:
    return new_desk(tmp_path, clock=clock)


def test_rows_say_how_many_days_are_left(desk: Workspace, clock: HandClock):
    uid = add(desk, "Lama")
    tasks.delete(desk, uid)
    clock.instant += timedelta(days=18)

    async def check(app: AppSession) -> None:
        assert app.shows("dihapus permanen 12 hari lagi")

    run_on(desk, check, route="/todo/trash")


def test_all_are_restored_and_put_back_by_undo(desk: Workspace):
    several = [add(desk, title) for title in ("Satu", "Dua")]
    tasks.delete_many(desk, several)

    async def check(app: AppSession) -> None:
        await app.click("Pulihkan semua")
        assert app.shows("2 tugas dipulihkan")
        assert trash.count(desk) == 0
        await app.click("Urungkan")
        assert trash.count(desk) == 2

    run_on(desk, check, route="/todo/trash")


def test_emptying_asks_first_and_says_how_many(desk: Workspace):
    several = [add(desk, title) for title in ("Satu", "Dua")]
    tasks.delete_many(desk, several)

    async def check(app: AppSession) -> None:
        await app.click("Kosongkan sampah")
        assert app.shows("2 tugas di sampah akan dihapus permanen.")
        await app.click("Batal")
        assert trash.count(desk) == 2
        await app.click("Kosongkan sampah")
        await app.click("Hapus permanen")
        assert app.shows("2 tugas dihapus permanen")
        assert app.shows("Sampah kosong")
        await app.click("Urungkan")
        assert trash.count(desk) == 2

    run_on(desk, check, route="/todo/trash")


def test_an_empty_trash_has_nothing_to_delete(desk: Workspace):
    async def check(app: AppSession) -> None:
        await app.click("Kosongkan sampah")
        (button,) = app.named_all("Hapus permanen", ft.FilledButton)
        assert button.disabled

    run_on(desk, check, route="/todo/trash")


def test_one_task_is_deleted_for_good_from_its_own_page(desk: Workspace):
    uid = add(desk, "Lama")
    tasks.delete(desk, uid)

    async def check(app: AppSession) -> None:
        assert app.shows("Di sampah · baru saja · dihapus permanen 30 hari lagi")
        await app.click("Hapus permanen")
        assert trash.count(desk) == 0
        assert app.shows("Dihapus permanen: Lama")
        await app.click("Urungkan")
        assert tasks.task(desk, uid).deleted

    run_on(desk, check, route=routes.task_route(uid))
