"""Settings of reminders: each choice is kept as it is made."""

from datetime import time, timedelta
from pathlib import Path

import flet as ft
import pytest

from services.settings import change_settings
from services.workspace import Workspace
from tests.rig.flet_session import AppSession
from tests.views.app.screens.desk_for_screens import new_desk
from tests.views.app.screens.opened import run_on


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return new_desk(tmp_path)


async def pick(app: AppSession, name: str, at: time) -> None:
    await app.click(name)
    picker = app.find(ft.TimePicker)
    await app.fire(picker, "change", None, value=at)
    await app.dismiss(picker)


def test_how_early_and_at_what_time_are_kept(desk: Workspace):
    # No other time of the screen is to be the same.
    change_settings(desk, work_start=time(8, 15))

    async def check(app: AppSession) -> None:
        await app.click("15 mnt sebelumnya")
        await pick(app, "09.00", time(7, 30))
        await pick(app, "22.00", time(21))
        await pick(app, "06.00", time(5, 30))
        assert app.shows("05.30")

    run_on(desk, check, route="/settings")
    kept = desk.settings
    assert kept.almost_due == timedelta(minutes=15)
    assert kept.day_reminder == time(7, 30)
    assert (kept.quiet_start, kept.quiet_end) == (time(21), time(5, 30))


def test_a_lead_from_elsewhere_is_shown_too(desk: Workspace):
    change_settings(desk, almost_due=timedelta(minutes=45))

    async def check(app: AppSession) -> None:
        assert app.shows("45 min before")

    run_on(desk, check, route="/settings", language="en")


def test_quiet_hours_are_switched_off_and_on(desk: Workspace):
    async def check(app: AppSession) -> None:
        assert app.shows("22.00")
        await app.click("Selalu ingatkan")
        assert not desk.settings.has_quiet_hours
        assert not app.shows("22.00")
        await app.click("Tenang dulu")
        assert desk.settings.has_quiet_hours

    run_on(desk, check, route="/settings")


def test_without_reminders_nothing_else_is_asked(desk: Workspace):
    async def check(app: AppSession) -> None:
        await app.click("Mati")
        assert not desk.settings.has_reminders
        assert not app.shows("Jam tenang")
        await app.click("Nyala")
        assert desk.settings.has_reminders
        assert app.shows("Jam tenang")

    run_on(desk, check, route="/settings")
