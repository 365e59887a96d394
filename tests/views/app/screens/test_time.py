"""Timers on the screens: the bar, the task's row, and the sheet of its entries."""

from datetime import timedelta
from pathlib import Path

import pytest

from models.time_spent import spent
from services import tasks, time_spent
from services.workspace import Workspace
from tests.rig.flet_session import AppSession
from tests.views.app.screens.desk_for_screens import HandClock, add, new_desk
from tests.views.app.screens.opened import run_on
from views.app import routes

MINUTE = timedelta(minutes=1)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Workspace:
    return new_desk(tmp_path, clock=clock)


def test_the_running_timer_stands_on_every_screen_and_is_stopped_there(
    desk: Workspace, clock: HandClock
):
    uid = add(desk, "Reels")
    time_spent.start(desk, uid)
    clock.instant += 12 * MINUTE

    async def check(app: AppSession) -> None:
        assert app.shows("12 mnt")
        await app.navigate("/timeline")
        assert app.shows("12 mnt")
        await app.click("Hentikan timer")
        assert time_spent.running(desk) is None
        assert app.shows("Timer dihentikan: Reels")
        await app.click("Urungkan")
        assert time_spent.running(desk) is not None

    run_on(desk, check, route="/todo/no-date")


def test_a_task_tells_what_was_planned_and_tracked(desk: Workspace):
    uid = add(desk, "Reels", estimate=timedelta(hours=2))
    time_spent.add(desk, uid, 70 * MINUTE)

    async def check(app: AppSession) -> None:
        assert app.shows("2 j direncanakan · 1 j 10 mnt tercatat")

    run_on(desk, check, route=routes.task_route(uid))


def test_a_timer_is_started_and_stopped_in_the_task(desk: Workspace, clock: HandClock):
    uid = add(desk, "Reels")

    async def check(app: AppSession) -> None:
        await app.click("Mulai timer")
        assert time_spent.running(desk) is not None
        clock.instant += 30 * MINUTE
        await app.settle()
        tasks.edit(desk, uid, {"priority": 1})
        await app.settle()
        await app.click("Hentikan timer · 30 mnt")
        assert spent(time_spent.of_task(desk, uid), clock.now()) == 30 * MINUTE
        assert app.shows("30 mnt tercatat")
        await app.click("Selesai")
        assert not app.shows("Mulai timer")

    run_on(desk, check, route=routes.task_route(uid))


def test_entries_are_added_changed_and_removed_in_their_sheet(desk: Workspace):
    uid = add(desk, "Reels")

    async def check(app: AppSession) -> None:
        await app.click("Waktu kerja")
        assert app.shows("Belum ada waktu tercatat.")
        await app.submit("Tambah waktu", "45")
        (entry,) = time_spent.of_task(desk, uid)
        assert entry.span(desk.now()) == 45 * MINUTE
        await app.submit("Tambah waktu", "sebentar")
        assert app.shows("“sebentar” bukan lama waktu. Coba 1 j 30 mnt.")
        await app.submit("hari ini 13.28 – 14.13", "1 j")
        (entry,) = time_spent.of_task(desk, uid)
        assert entry.span(desk.now()) == 60 * MINUTE
        await app.click("Hapus hari ini 13.13 – 14.13")
        assert time_spent.of_task(desk, uid) == ()

    run_on(desk, check, route=routes.task_route(uid))


def test_the_history_tells_of_the_timer(desk: Workspace, clock: HandClock):
    uid = add(desk, "Reels")
    time_spent.start(desk, uid)
    clock.instant += 45 * MINUTE
    tasks.complete(desk, uid)

    async def check(app: AppSession) -> None:
        await app.click("Lihat riwayat")
        assert app.shows("45 mnt · hari ini 14.13 – 14.58 tercatat")
        assert app.shows("Timer berjalan sejak hari ini 14.13")

    run_on(desk, check, route=routes.task_route(uid))
