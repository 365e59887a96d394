"""Settings of work and publishing: each is kept as it is made."""

from datetime import time, timedelta
from pathlib import Path

import flet as ft
import pytest

from services.workspace import Workspace
from tests.rig.flet_session import AppSession, run_app
from tests.views.app.screens.desk_for_screens import new_desk
from views.app.app import app_for


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return new_desk(tmp_path)


def test_days_holidays_and_the_review_are_kept(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route="/settings") as app:
            # The first chip of that day is that of the days off.
            await app.click(app.named_all("Jumat", ft.Container)[0])
            await app.click("Singapura")
            await app.click("Setiap hari")
        kept = desk.settings
        assert kept.days_off == (4, 5, 6)
        assert kept.holiday_country == "SG"
        assert kept.review == "on"

    run_app(check)


def test_capacity_by_weekday_and_publishing_times_are_kept(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route="/settings") as app:
            await app.click("Tambah jam Senin")
            await app.click("Hapus 16.00")
        kept = desk.settings
        assert kept.capacity_of(0) == timedelta(hours=6, minutes=30)
        assert kept.capacity_of(1) == timedelta(hours=6)
        assert kept.slot_times == ()

    run_app(check)


def test_a_publishing_time_is_changed_where_it_stands_and_others_added(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route="/settings") as app:
            await app.click(app.named_all("16.00", ft.Container)[-1])
            picker = app.find(ft.TimePicker)
            await app.fire(picker, "change", None, value=time(16, 30))
            await app.dismiss(picker)
            assert desk.settings.slot_times == (time(16, 30),)
            await app.click("Tambah jam")
            await app.fire(app.find(ft.TimePicker), "change", None, value=time(9))
        assert desk.settings.slot_times == (time(9), time(16, 30))

    run_app(check)


def test_a_time_is_chosen_on_its_dial(desk: Workspace):
    async def check() -> None:
        async with AppSession(app_for(desk), route="/settings") as app:
            await app.click("10.00")
            picker = app.find(ft.TimePicker)
            await app.fire(picker, "change", None, value=time(11))
            await app.dismiss(picker)
        assert desk.settings.slip_hour == time(11)

    run_app(check)
