"""The banner of what reminds: when it comes, in which sessions, and what can be answered."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from models.lists import ListName
from models.moment import Moment
from services import reminders, tasks
from services.clock import FixedClock
from services.settings import change_settings
from services.workspace import Workspace, open_workspace
from tests.rig.desk import JAKARTA, NOW, TODAY, add, at
from tests.rig.flet_session import AppSession, run_app
from tests.views.app.screens.opened import menu_item, run_on
from views.app import routes
from views.app.app import app_for

HOUR = timedelta(hours=1)


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    desk = open_workspace(tmp_path, clock=FixedClock(NOW), zone=JAKARTA)
    change_settings(desk, language="id", is_welcomed=True)
    return desk


def clock_of(desk: Workspace) -> FixedClock:
    assert isinstance(desk.clock, FixedClock)
    return desk.clock


def today(clock: str) -> Moment:
    return at(TODAY, clock, JAKARTA)


async def until(app: AppSession, is_so: Callable[[], bool]) -> None:
    """Wait for what another process does; the app settles meanwhile."""
    async with asyncio.timeout(20):
        while not is_so():
            await asyncio.sleep(0.01)
            await app.settle()


async def tick(desk: Workspace, app: AppSession, clock: str) -> None:
    """The time moves on, and something happens."""
    clock_of(desk).instant = today(clock).instant(desk.zone)
    add(desk, "Lain")
    await app.settle()


def test_what_fell_due_while_the_app_was_closed_stands_there_at_the_start(desk: Workspace):
    add(desk, "Reels", due=today("11:00"))
    clock_of(desk).advance(2 * HOUR)

    async def check(app: AppSession) -> None:
        assert "Terlewat · deadline 11.00" in app.texts()

    run_on(desk, check, route=routes.GOALS)

    async def again(app: AppSession) -> None:
        assert not app.shows("Terlewat · deadline")

    run_on(desk, again, route=routes.GOALS)


def test_almost_due_is_said_in_both_languages_when_its_time_comes(desk: Workspace):
    add(desk, "Reels", due=today("16:00"), lead=HOUR)

    async def check(app: AppSession) -> None:
        await tick(desk, app, "14:29")
        assert not app.shows("Hampir deadline")
        await tick(desk, app, "14:30")
        assert "Hampir deadline · siap sebelum 15.00" in app.texts()
        change_settings(desk, language="en")
        await app.settle()
        assert "Almost due · ready by 15:00" in app.texts()
        await tick(desk, app, "15:00")
        assert "Ready time missed · due 16:00" in app.texts()

    run_on(desk, check, route=routes.GOALS)


def test_a_press_opens_the_task_where_the_banner_stays(desk: Workspace):
    task = add(desk, "Reels", due=today("11:00"))
    clock_of(desk).advance(2 * HOUR)

    async def check(app: AppSession) -> None:
        await app.click("Terlewat · deadline 11.00")
        assert app.page.route == routes.task_route(task.uid)
        await app.click("Tutup pengingat")
        assert not app.shows("Terlewat · deadline")
        assert tasks.task(desk, task.uid).is_open

    run_on(desk, check, route=routes.GOALS)


def test_done_completes_with_undo(desk: Workspace):
    task = add(desk, "Reels", due=today("11:00"))
    clock_of(desk).advance(2 * HOUR)

    async def check(app: AppSession) -> None:
        await app.click("Selesai")
        assert not tasks.task(desk, task.uid).is_open
        assert not app.shows("Terlewat · deadline")
        await app.click("Urungkan")
        assert tasks.task(desk, task.uid).is_open

    run_on(desk, check, route=routes.GOALS)


def test_snoozed_it_goes_and_comes_again(desk: Workspace):
    add(desk, "Reels", due=today("11:00"))
    clock_of(desk).advance(2 * HOUR)

    async def check(app: AppSession) -> None:
        await app.fire(menu_item(app, "10 mnt"), "click")
        assert not app.shows("Terlewat · deadline")
        assert app.shows("Diingatkan lagi hari ini 12.10")
        await tick(desk, app, "12:09")
        assert not app.shows("Terlewat · deadline")
        await tick(desk, app, "12:10")
        assert app.shows("Terlewat · deadline 11.00")

    run_on(desk, check, route=routes.GOALS)


def test_the_snoozes_offered_are_those_ahead(desk: Workspace):
    add(desk, "Reels", due=today("11:00"))
    clock_of(desk).advance(2 * HOUR)

    async def check(app: AppSession) -> None:
        for label in ("10 mnt", "1 j", "Nanti malam 18.00", "Besok pagi 08.00"):
            assert menu_item(app, label)

    run_on(desk, check, route=routes.GOALS)


def test_several_come_as_one_that_leads_to_the_list(desk: Workspace):
    for title, clock in (("Satu", "11:00"), ("Dua", "11:10"), ("Tiga", "11:20")):
        add(desk, title, due=today(clock))
    clock_of(desk).advance(2 * HOUR)

    async def check(app: AppSession) -> None:
        assert "3 pengingat" in app.texts()
        assert app.shows("Satu, Dua…")
        await app.click("Lihat")
        assert app.page.route == routes.todo_route(ListName.MISSED)
        assert not app.shows("3 pengingat")

    run_on(desk, check, route=routes.GOALS)


def test_what_is_done_elsewhere_leaves_the_banner(desk: Workspace):
    one, other = (add(desk, title, due=today("11:00")) for title in ("Satu", "Dua"))
    clock_of(desk).advance(2 * HOUR)

    async def check(app: AppSession) -> None:
        tasks.complete(desk, one.uid)
        await app.settle()
        assert app.shows("Dua")
        assert app.shows("Terlewat · deadline 11.00")
        tasks.reschedule(desk, other.uid, None)
        await app.settle()
        assert not app.shows("Terlewat · deadline")

    run_on(desk, check, route=routes.GOALS)


def test_what_was_done_while_the_client_was_gone_is_not_shown_when_it_is_back(desk: Workspace):
    task = add(desk, "Reels", due=today("11:00"))
    clock_of(desk).advance(2 * HOUR)

    async def check(app: AppSession) -> None:
        assert app.shows("Terlewat · deadline")
        await app.leave()
        await app.come_back()
        assert app.shows("Terlewat · deadline")
        await app.leave()
        tasks.complete(desk, task.uid)
        await app.come_back()
        assert not app.shows("Terlewat · deadline")

    run_on(desk, check, route=routes.GOALS)


def test_every_open_session_shows_it_and_one_that_comes_later_does_not(desk: Workspace):
    add(desk, "Reels", due=today("11:00"))
    main = app_for(desk)

    async def check() -> None:
        async with (
            AppSession(main, route=routes.GOALS) as first,
            AppSession(main, route=routes.GOALS) as second,
        ):
            await tick(desk, first, "11:00")
            await second.settle()
            assert first.shows("Terlewat · deadline")
            assert second.shows("Terlewat · deadline")
        async with AppSession(main, route=routes.GOALS) as third:
            assert not third.shows("Terlewat · deadline")

    run_app(check)


def test_nothing_is_given_to_a_client_that_is_gone(desk: Workspace):
    add(desk, "Reels", due=today("11:00"))

    async def check() -> None:
        async with AppSession(app_for(desk), route=routes.GOALS) as app:
            await app.leave()
            await tick(desk, app, "11:00")
            waiting = reminders.next_notice_at(desk)
            assert waiting is not None
            assert waiting <= desk.now()
            await app.come_back()
            assert app.shows("Terlewat · deadline")

    run_app(check)


@pytest.mark.parametrize(
    ("web", "platform", "is_told"),
    [(False, "linux", True), (True, "linux", False), (False, "android", False)],
)
def test_only_a_window_of_this_computer_tells_the_desktop(
    desk: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    web: bool,
    platform: str,
    is_told: bool,
):
    told = tmp_path / "told"
    program = tmp_path / "notify-send"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{told}"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    add(desk, "Reels", due=today("11:00"))
    clock_of(desk).advance(2 * HOUR)

    async def check() -> None:
        main = app_for(desk)
        async with AppSession(main, route=routes.GOALS, web=web, platform=platform) as app:
            assert app.shows("Terlewat · deadline")
            if is_told:
                await until(app, told.exists)

    run_app(check)
    assert told.exists() is is_told


@pytest.mark.parametrize("answer", ["default", "done", "snooze"])
def test_what_is_pressed_on_the_desktop_is_done(
    desk: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
):
    program = tmp_path / "notify-send"
    program.write_text(f"#!/bin/sh\necho {answer}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    task = add(desk, "Reels", due=today("11:00"))
    clock_of(desk).advance(2 * HOUR)

    def is_done(app: AppSession) -> bool:
        match answer:
            case "default":
                return app.page.route == routes.task_route(task.uid)
            case "done":
                return not tasks.task(desk, task.uid).is_open
            case _:
                return app.shows("Diingatkan lagi hari ini 12.10")

    async def check() -> None:
        main = app_for(desk)
        async with AppSession(main, route=routes.GOALS, web=False, platform="linux") as app:
            await until(app, lambda: is_done(app))
            if answer != "default":
                assert not app.shows("Terlewat · deadline")

    run_app(check)
