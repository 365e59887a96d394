"""The reminders of a task on its screen: its row, and the sheet that adds and takes away."""

from collections.abc import Awaitable, Callable
from datetime import datetime, time, timedelta
from pathlib import Path

import flet as ft
import pytest

from models.task import Reminder, ReminderAnchor, TaskFields
from services import tasks, undo
from services.workspace import Workspace
from tests.rig.control_tree import walk
from tests.rig.flet_session import AppSession
from tests.views.app.screens.desk_for_screens import NOW, add, at, new_desk
from tests.views.app.screens.opened import run_on
from views.app import routes

QUARTER = timedelta(minutes=15)
HOUR = timedelta(hours=1)


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return new_desk(tmp_path)


def on_task(
    desk: Workspace, uid: str, check: Callable[[AppSession], Awaitable[None]], language: str = "id"
) -> None:
    run_on(desk, check, route=routes.task_route(uid), language=language)


def offered(app: AppSession) -> list[str]:
    """What the sheet says, after its title."""
    sheet = app.find(ft.BottomSheet)
    inside = [each for each, above in walk(app.page) if sheet in above]
    return [str(each.value) for each in inside if isinstance(each, ft.Text)][1:]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, ["At a time…"]),
        ({"dtstart": at(24, time(9))}, ["At the start", "At a time…"]),
        ({"due": at(24)}, ["1 d before it is due", "At a time…"]),
        (
            {"due": at(24, time(16)), "lead": HOUR},
            [
                "15 min before it is ready",
                "1 h before it is ready",
                "1 h before it is due",
                "1 d before it is due",
                "At a time…",
            ],
        ),
    ],
)
def test_only_what_the_task_can_count_from_is_offered(
    desk: Workspace, fields: TaskFields, said: list[str]
):
    uid = tasks.capture(desk, {"summary": "Reels", **fields}).uid

    async def check(app: AppSession) -> None:
        await app.click("Reminders")
        told = offered(app)
        if "due" in fields:
            assert told.pop(0).startswith("It reminds of its deadline by itself")
        assert told == said

    on_task(desk, uid, check, "en")


def test_reminders_are_added_shown_and_taken_away_each_a_step_of_undo(desk: Workspace):
    uid = add(desk, "Reels", at(24, time(16)), lead=60)
    ready, due = (
        Reminder(ReminderAnchor.READY, -QUARTER),
        Reminder(ReminderAnchor.DUE, -HOUR),
    )

    async def check(app: AppSession) -> None:
        await app.click("Pengingat")
        await app.click("15 mnt sebelum waktu siap")
        await app.click("1 j sebelum deadline")
        assert tasks.task(desk, uid).reminders == (ready, due)
        await app.click("Hapus 15 mnt sebelum waktu siap")
        assert tasks.task(desk, uid).reminders == (due,)
        await app.dismiss(app.find(ft.BottomSheet))
        assert app.named_all("Pengingat: 1 j sebelum deadline")
        undo.undo(desk)
        await app.settle()
        assert app.named_all("Pengingat: 15 mnt sebelum waktu siap, 1 j sebelum deadline")

    on_task(desk, uid, check)


def test_a_time_of_ones_own_is_chosen_by_day_and_time(desk: Workspace):
    uid = add(desk, "Reels")

    async def check(app: AppSession) -> None:
        await app.click("Pengingat")
        await app.click("Pada waktu…")
        await app.click("Besok")
        await app.click("Pasang Sel 24 Nov")
        assert "besok 09.00" in offered(app)

    on_task(desk, uid, check)
    (kept,) = tasks.task(desk, uid).reminders
    assert kept.anchor is ReminderAnchor.AT
    assert kept.at == datetime(2026, 11, 24, 2, tzinfo=NOW.tzinfo)
