"""The daily review: offered on Home, gone through, and put off with a reason."""

from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from models.ledger import Reason
from services import daily_review, record, tasks, undo
from services.settings import change_settings
from services.workspace import Workspace
from tests.rig.flet_session import AppSession, run_app
from tests.views.app.screens.desk_for_screens import HandClock, add, at, new_desk
from views.app.app import app_for

EVENING = datetime(2026, 11, 23, 11, 30, tzinfo=UTC)
MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Workspace:
    clock.instant = EVENING
    return new_desk(tmp_path, clock=clock)


def test_home_offers_it_in_the_evening_and_takes_no_for_an_answer(desk: Workspace):
    async def check() -> None:
        add(desk, "Reels", at(24, time(16)))
        async with AppSession(app_for(desk)) as app:
            assert app.shows("Dua menit untuk hari ini?")
            await app.click("Tidak, makasih")
            assert not app.shows("Dua menit untuk hari ini?")
            assert desk.settings.review == "off"

    run_app(check)


def test_beginning_it_switches_it_on(desk: Workspace):
    async def check() -> None:
        add(desk, "Reels", at(24, time(16)))
        async with AppSession(app_for(desk)) as app:
            await app.click("Tinjau hari ini")
            assert app.page.route == "/review/evening"
            assert desk.settings.review == "on"
            await app.click("Sudah")
            assert app.page.route == "/"

    run_app(check)


def test_the_morning_is_only_offered_once_it_is_on(desk: Workspace, clock: HandClock):
    clock.instant = MORNING
    assert daily_review.offered(desk) == ""
    change_settings(desk, review="on")
    assert daily_review.offered(desk) == "morning"
    change_settings(desk, review="off")
    assert daily_review.offered(desk) == ""


def test_what_slipped_goes_to_tomorrow_with_its_reason(desk: Workspace):
    async def check() -> None:
        uid = add(desk, "Story", at(23, time(9)))
        async with AppSession(app_for(desk), route="/review/evening") as app:
            await app.click("Menunggu tim")
            await app.click("Besok 10.00")
            due = tasks.task(desk, uid).due
            assert due is not None
            assert due.instant(desk.zone) == at(24, time(10)).instant(desk.zone)
            assert record.entries(desk, uid)[-1].reason == Reason.TEAM.value
            assert app.shows("Tidak ada yang tertinggal.")
        undo.undo(desk)
        assert tasks.task(desk, uid).due == at(23, time(9))

    run_app(check)


def test_three_are_picked_for_tomorrow_and_a_fourth_is_not(desk: Workspace):
    async def check() -> None:
        uids = [add(desk, f"Tugas {number}", at(24, time(9 + number))) for number in range(4)]
        async with AppSession(app_for(desk), route="/review/evening") as app:
            for number in range(4):
                await app.click(f"Tugas {number}")
            picked = [uid for uid in uids if tasks.task(desk, uid).pinned]
            assert picked == uids[:3]
            assert app.shows("Tiga sudah cukup untuk sehari. Lepas satu dulu.")
            await app.click("Tugas 0")
            assert not tasks.task(desk, uids[0]).pinned

    run_app(check)


def test_the_morning_says_whether_it_fits(desk: Workspace, clock: HandClock):
    async def check() -> None:
        clock.instant = MORNING
        uid = add(desk, "Reels", at(23, time(16)), lead=60)
        tasks.edit(desk, uid, {"estimate": desk.settings.daily_capacity * 2})
        async with AppSession(app_for(desk), route="/review/morning") as app:
            assert app.shows("12 j dari 6 j: kelebihan 6 j. Ada yang mau dipindah?")
            assert app.shows("Dahulukan: Reels, siap sebelum 15.00.")

    run_app(check)


def test_a_day_that_is_nearly_full_is_said_to_be(desk: Workspace, clock: HandClock):
    async def check() -> None:
        clock.instant = MORNING
        uid = add(desk, "Reels", at(23, time(16)))
        tasks.edit(desk, uid, {"estimate": desk.settings.daily_capacity * 0.8})
        async with AppSession(app_for(desk), route="/review/morning") as app:
            assert app.shows("4 j 48 m dari 6 j: muat, tapi harinya hampir penuh.")
            await app.click("Mulai hari ini")
            assert app.page.route == "/"

    run_app(check)
