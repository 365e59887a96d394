"""Settings of quick add: what is chosen is kept, and the next line is read by it."""

from datetime import date, time
from pathlib import Path

import flet as ft
import pytest

from services.quick_add import understand
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


def test_the_order_of_day_and_month_is_kept(desk: Workspace):
    async def check(app: AppSession) -> None:
        await app.click("12 Mei")
        assert not desk.settings.is_day_first
        due = understand(desk, "laporan 5/12", "id").due
        assert due is not None
        assert due.date == date(2027, 5, 12)
        await app.click("5 Des")
        assert desk.settings.is_day_first

    run_on(desk, check, route="/settings")


def test_the_hours_of_the_parts_of_the_day_are_kept(desk: Workspace):
    async def check(app: AppSession) -> None:
        await pick(app, "Pagi · 09.00", time(7, 30))
        await pick(app, "Sore · 16.00", time(17))
        assert app.shows("Pagi · 07.30")
        assert app.shows("Sore · 17.00")

    run_on(desk, check, route="/settings")
    assert (desk.settings.morning, desk.settings.late_afternoon) == (time(7, 30), time(17))
    due = understand(desk, "besok pagi", "id").due
    assert due is not None
    assert due.time == time(7, 30)


def test_english_has_its_own_parts(desk: Workspace):
    async def check(app: AppSession) -> None:
        assert app.shows("Dawn · 05:00")
        assert not app.shows("Midday")
        await pick(app, "Afternoon · 15:00", time(14))
        await pick(app, "Evening · 18:00", time(19))

    run_on(desk, check, route="/settings", language="en")
    assert (desk.settings.afternoon, desk.settings.dusk) == (time(14), time(19))
