"""What is sent of one changed row is short, however long the list around it."""

import flet as ft
import pytest

from models.lists import ListName
from models.task import Priority
from services import lists, tasks
from services.workspace import Workspace
from tests.rig.desk import TODAY, add, at, clock, desk, folder, open_desk, template
from tests.rig.flet_session import AppSession
from tests.views.app.screens.opened import press, run_on
from views.app import session

__all__ = ["clock", "desk", "folder", "open_desk", "template"]

#: Bytes of all patches.
LIMIT = 2_048
#: Rows above the one that is changed.
COUNT = 30


@pytest.fixture
def uid(desk: Workspace) -> str:
    """A row of everything a row can tell, among others like it."""
    for number in range(COUNT):
        add(desk, f"Tugas {number:02}", due=at(TODAY, "14:00"))
    return add(
        desk,
        "Rekap insight",
        due=at(TODAY, "15:30"),
        priority=Priority.HIGH,
        rrule="FREQ=WEEKLY",
        categories=("ig", "reels", "statistik"),
        attendees=("Ayu",),
    ).uid


def test_a_row_that_is_given_another_name(desk: Workspace, uid: str) -> None:
    async def check(app: AppSession) -> None:
        await app.settle()
        app.client.patch_bytes.clear()
        tasks.edit(desk, uid, {"summary": "Rekap insight mingguan", "priority": Priority.LOW})
        await app.settle()
        assert app.shows("Rekap insight mingguan")
        assert sum(app.client.patch_bytes) < LIMIT

    run_on(desk, check, route="/todo/today")


def test_a_row_that_is_checked_with_its_undo(desk: Workspace, uid: str) -> None:
    tasks.edit(desk, uid, {"rrule": None})
    # The head of what is done today stands there already.
    tasks.complete(desk, add(desk, "Unggah foto", due=at(TODAY)).uid)

    async def check(app: AppSession) -> None:
        await app.settle()
        ring = next(each for each in app.named_all("Rekap insight", ft.Semantics) if each.label)
        assert isinstance(ring.content, ft.Container)
        app.client.patch_bytes.clear()
        await app.click(ring.content)
        assert app.shows("Urungkan")
        assert len(app.client.patch_bytes) >= 2
        assert sum(app.client.patch_bytes) < LIMIT

    run_on(desk, check, route="/todo/today")


def test_what_was_added_is_said_before_the_list_beneath_is_read(
    desk: Workspace, uid: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "PAINT_FIRST_S", 0.3)

    async def check(app: AppSession) -> None:
        await press(app, "N")
        field = app.find(ft.TextField)
        await app.change(field, "Beli kopi")
        app.client.patch_bytes.clear()
        await app.client.event(app.find(ft.TextField), "submit", "Beli kopi")
        await app.settle(soon=0)
        assert app.shows("Ditambahkan: Beli kopi")
        assert sum(app.client.patch_bytes) < LIMIT // 2
        await app.settle()
        assert lists.counts(desk)[ListName.TODAY] == COUNT + 2

    run_on(desk, check, route="/todo/today")
