"""The line under a task's title: how it stands, the two kinds of missed and at risk told apart."""

from datetime import time, timedelta
from pathlib import Path
from typing import Any

import pytest

from models.moment import Moment
from services.workspace import Workspace
from tests.rig.flet_session import AppSession, run_app
from tests.views.app.screens.desk_for_screens import add, at, new_desk
from views.app import routes
from views.app.app import app_for

HOUR = timedelta(hours=1)


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return new_desk(tmp_path)


@pytest.mark.parametrize(
    ("due", "more", "said"),
    [
        (at(23, time(13)), {}, "Terlewat · lewat 1 j 13 mnt"),
        (at(22), {}, "Terlewat"),
        (at(23, time(14, 30)), {"lead": 60}, "Waktu siap sudah lewat · lewat 43 mnt"),
        (at(25, time(10)), {"lead": 48 * 60}, "Waktu siap sudah lewat · lewat 4 j 13 mnt"),
        (at(24, time(10)), {"estimate": 30 * HOUR}, "Berisiko telat · Deadline 19 j 47 mnt lagi"),
        (at(24), {"estimate": 40 * HOUR}, "Berisiko telat"),
        (at(23, time(16)), {"estimate": HOUR}, "Deadline 1 j 47 mnt lagi"),
        (at(23, time(16)), {"lead": 60}, "Harus siap 47 mnt lagi"),
    ],
)
def test_how_it_stands_is_told(desk: Workspace, due: Moment, more: dict[str, Any], said: str):
    uid = add(desk, "Reels", due=due, **more)

    async def check() -> None:
        async with AppSession(app_for(desk), route=routes.task_route(uid)) as app:
            assert said in app.texts()

    run_app(check)


def test_where_all_is_well_on_another_day_nothing_is_said(desk: Workspace):
    uid = add(desk, "Reels", due=at(25, time(16)), lead=60)

    async def check() -> None:
        async with AppSession(app_for(desk), route=routes.task_route(uid)) as app:
            assert not [text for text in app.texts() if "lagi" in text or "telat" in text]

    run_app(check)
