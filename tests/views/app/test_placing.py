"""A row that is moved gets the neighbours that it is shown between."""

from typing import Any, cast

import pytest

from services import lists
from services.workspace import Workspace
from tests.rig.desk import add, clock, desk, folder, open_desk, template
from tests.rig.quiet_loop import run_app
from views.app.placing import Placing, Where
from views.app.session import AppSession

__all__ = ["clock", "desk", "folder", "open_desk", "template"]


class Session:
    """Does at once what it is asked to do."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    async def act(self, service: Any, *args: Any) -> Any:
        return service(self._workspace, *args)


@pytest.fixture
def placing(desk: Workspace) -> Placing:
    """Two groups of two, each under a heading."""
    uids = [add(desk, title, position=f"a{at}").uid for at, title in enumerate("abcd", 1)]
    placing = Placing.of_tasks(cast(AppSession, Session(desk)))
    placing.groups = ((uids[0], uids[1]), (uids[2], uids[3]))
    placing.slots = ("", uids[0], uids[1], "", uids[2], uids[3], "")
    return placing


def _order(desk: Workspace) -> str:
    return "".join(line.summary for line in lists.every_line(desk, lists.ListName.NO_DATE))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (1, 2, "bacd"),
        (5, 4, "abdc"),
        (1, 5, "bacd"),
        (5, 0, "abdc"),
        (0, 4, "abcd"),
        (2, 2, "abcd"),
        (None, 2, "abcd"),
        (9, 2, "abcd"),
    ],
)
def test_a_dropped_row_stays_in_its_group(
    desk: Workspace, placing: Placing, old: int | None, new: int, expected: str
) -> None:
    run_app(lambda: placing.drop(old, new))
    assert _order(desk) == expected


@pytest.mark.parametrize(
    ("title", "where", "expected"),
    [
        ("a", Where.DOWN, "bacd"),
        ("b", Where.UP, "bacd"),
        ("d", Where.TOP, "abdc"),
        ("c", Where.BOTTOM, "abdc"),
        ("a", Where.UP, "abcd"),
        ("d", Where.DOWN, "abcd"),
    ],
)
def test_a_row_moves_by_its_menu(
    desk: Workspace, placing: Placing, title: str, where: Where, expected: str
) -> None:
    uid = dict(zip("abcd", (uid for group in placing.groups for uid in group), strict=True))
    run_app(lambda: placing.place(uid[title], where))
    assert _order(desk) == expected


def test_what_is_no_row_of_the_list_is_left_alone(desk: Workspace, placing: Placing) -> None:
    run_app(lambda: placing.place("lain", Where.UP))
    assert _order(desk) == "abcd"
