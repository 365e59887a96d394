"""Steps on the screen: when they are due, done with their task or not, moved elsewhere."""

from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import flet as ft
import pytest

from models.lists import ListName
from models.moment import Moment
from models.task import Status, TaskFields
from services import tasks, undo
from services.clock import FixedClock
from services.settings import change_settings
from services.workspace import Workspace, open_workspace
from tests.rig.flet_session import AppSession, run_app
from tests.views.app.screens.opened import tick
from views.app import routes
from views.app.app import app_for

ZONE = "Asia/Jakarta"
#: Monday, 14:13 in Jakarta.
NOW = datetime(2026, 11, 23, 7, 13, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    desk = open_workspace(tmp_path, clock=FixedClock(NOW), zone=ZONE)
    change_settings(desk, language="id", is_welcomed=True)
    return desk


def at(day: int, clock: time | None = None) -> Moment:
    return Moment(date(2026, 11, day), clock, ZONE if clock else None)


def add(desk: Workspace, summary: str, fields: TaskFields | None = None) -> str:
    return tasks.capture(desk, {"summary": summary, **(fields or TaskFields())}).uid


@pytest.fixture
def reel(desk: Workspace) -> str:
    return add(desk, "Reel", {"due": at(27, time(16))})


@pytest.fixture
def script(desk: Workspace, reel: str) -> str:
    return add(desk, "Naskah", {"parent": reel, "offset": -DAY})


def on(route: str, desk: Workspace, check: Callable[[AppSession], Awaitable[None]]) -> None:
    async def run() -> None:
        async with AppSession(app_for(desk), route=route) as app:
            await check(app)

    run_app(run)


def status_of(desk: Workspace, *uids: str) -> set[Status]:
    return {tasks.task(desk, uid).status for uid in uids}


class TestWhen:
    def test_a_distance_is_chosen_typed_or_made_a_date_and_none(
        self, desk: Workspace, reel: str, script: str
    ):
        async def check(app: AppSession) -> None:
            assert app.shows("1 hari sebelumnya")
            await app.click("Kapan “Naskah” harus selesai: 1 hari sebelumnya")
            await app.click("7 hari sebelumnya")
            assert tasks.task(desk, script).due == at(20, time(16))
            await app.click("Kapan “Naskah” harus selesai: 7 hari sebelumnya")
            await app.click("Sesudah tugas")
            await app.submit("Jarak lain", "3 hari")
            assert tasks.task(desk, script).offset == 3 * DAY
            await app.click("Kapan “Naskah” harus selesai: 3 hari sesudahnya")
            await app.submit("Jarak lain", "sebentar")
            assert "sebentar" in str(app.find(ft.TextField, label="Jarak lain").error)
            await app.click("Tanpa tanggal")
            assert (tasks.task(desk, script).due, tasks.task(desk, script).offset) == (None, None)
            await app.click("Kapan “Naskah” harus selesai")
            await app.click("Tanggal sendiri…")
            assert app.button("Pilih hari")

        on(routes.task_route(reel), desk, check)

    def test_a_step_tells_its_distance_and_follows_when_its_task_moves(
        self, desk: Workspace, reel: str, script: str
    ):
        async def on_step(app: AppSession) -> None:
            assert app.button("Jarak dari tugas: 1 hari sebelumnya")

        async def on_reel(app: AppSession) -> None:
            await app.click("Atur ulang")
            await app.click("Besok, jam yang sama")
            assert app.shows("Diatur ulang: Reel, beserta 1 langkah → besok 16.00")
            assert tasks.task(desk, script).due == at(23, time(16))
            await app.click("Urungkan")
            assert tasks.task(desk, script).due == at(26, time(16))

        on(routes.task_route(script), desk, on_step)
        on(routes.task_route(reel), desk, on_reel)


class TestDone:
    def test_open_steps_are_asked_about_and_done_as_one_step(
        self, desk: Workspace, reel: str, script: str
    ):
        async def check(app: AppSession) -> None:
            await app.click("Selesai")
            assert app.shows("1 langkah belum selesai.")
            await app.click("Batal")
            assert status_of(desk, reel, script) == {Status.NEEDS_ACTION}
            await app.click("Selesai")
            await app.click("Selesaikan juga langkahnya")
            assert status_of(desk, reel, script) == {Status.COMPLETED}
            assert app.shows("Selesai: Reel, beserta 1 langkah")
            await app.click("Urungkan")
            assert status_of(desk, reel, script) == {Status.NEEDS_ACTION}

        on(routes.task_route(reel), desk, check)

    def test_in_a_list_only_the_task_may_be_done(self, desk: Workspace, reel: str, script: str):
        async def check(app: AppSession) -> None:
            ring = app.find(ft.Semantics, label="Reel").content
            assert ring is not None
            await app.click(ring)
            await app.click("Hanya tugas ini")
            assert status_of(desk, reel) == {Status.COMPLETED}
            assert status_of(desk, script) == {Status.NEEDS_ACTION}
            assert app.shows("Selesai: Reel")

        on(routes.todo_route(ListName.ALL), desk, check)

    def test_without_open_steps_nothing_is_asked(self, desk: Workspace, reel: str):
        async def check(app: AppSession) -> None:
            await app.click("Selesai")
            assert status_of(desk, reel) == {Status.COMPLETED}

        on(routes.task_route(reel), desk, check)


class TestElsewhere:
    def test_a_step_goes_out_and_under_another_task(self, desk: Workspace, reel: str, script: str):
        other = add(desk, "Kampanye Desember")

        async def check(app: AppSession) -> None:
            await app.click("Jadikan tugas tersendiri")
            assert tasks.task(desk, script).parent is None
            await app.click("Pindahkan ke bawah…")
            await app.change("Cari tugas", "kampanye")
            await app.settle()
            assert not app.shows("Reel")
            await app.click("Kampanye Desember")
            assert tasks.task(desk, script).parent == other
            await app.click("Urungkan")
            assert tasks.task(desk, script).parent is None

        on(routes.task_route(script), desk, check)
        undo.undo(desk)
        assert tasks.task(desk, script).parent == reel

    def test_what_does_not_fit_is_not_offered(self, desk: Workspace, reel: str, script: str):
        async def check(app: AppSession) -> None:
            await app.click("Pindahkan ke bawah…")
            assert app.shows("Tidak ada tugas yang cocok.")

        on(routes.task_route(reel), desk, check)


def test_steps_of_steps_open_as_tasks_and_lead_back(desk: Workspace, reel: str):
    chain = [reel]
    for depth in range(4):
        chain.append(add(desk, f"Langkah {depth}", {"parent": chain[-1]}))
    tasks.complete(desk, chain[-1])

    async def check(app: AppSession) -> None:
        assert app.shows("Langkah dari “Langkah 1”")
        assert app.shows("Langkah 3")
        assert app.shows("100%")

    async def above(app: AppSession) -> None:
        assert app.shows("Persiapan 0/1")
        assert app.shows("100%")

    on(routes.task_route(chain[3]), desk, check)
    on(routes.task_route(reel), desk, above)


def test_three_hundred_steps_are_shown_fifty_at_a_time(desk: Workspace, reel: str):
    tasks.capture_many(desk, [{"summary": f"Langkah {n}", "parent": reel} for n in range(300)])

    async def check(app: AppSession) -> None:
        assert app.shows("Persiapan 0/300")
        assert app.shows("Langkah 49")
        assert not app.shows("Langkah 50")
        await app.click("Tampilkan lagi")
        assert app.shows("Langkah 99")

    on(routes.task_route(reel), desk, check)


class TestTheLastStep:
    def test_offers_to_complete_the_task_too(self, desk: Workspace, reel: str, script: str):
        async def check(app: AppSession) -> None:
            await tick(app, "Naskah")
            await app.click("Selesaikan juga “Reel”")
            assert status_of(desk, reel, script) == {Status.COMPLETED}
            await app.click("Urungkan")
            assert tasks.task(desk, reel).status.is_open
            assert not tasks.task(desk, script).status.is_open

        on("/todo/all", desk, check)

    def test_not_while_another_is_open_nor_when_the_task_is_done(
        self, desk: Workspace, reel: str, script: str
    ):
        other = add(desk, "Rekam", {"parent": reel, "due": at(27)})

        async def check(app: AppSession) -> None:
            await tick(app, "Naskah")
            assert app.shows("Selesai: Naskah")
            assert not app.shows("Selesaikan juga")
            tasks.complete(desk, reel)
            await app.settle()
            await tick(app, "Rekam")
            assert not tasks.task(desk, other).status.is_open
            assert app.shows("Selesai: Rekam")
            assert not app.shows("Selesaikan juga")

        on("/todo/all", desk, check)
