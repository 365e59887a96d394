"""Manual order: one row a move, nothing else in another place, room that does not run out."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import ImpossibleValue, UnknownGoal, UnknownTask
from models.position import POSITION_LIMIT
from services import copying, goals, lists, ordering, tasks, undo
from services.changes import Changed
from services.clock import FixedClock
from services.workspace import Workspace
from tests.rig.desk import ScratchDesk, add, rows

TITLES = ("satu", "dua", "tiga", "empat")


def _four(desk: Workspace) -> dict[str, str]:
    return {title: add(desk, title, position=f"a{at}").uid for at, title in enumerate(TITLES, 1)}


def _order(desk: Workspace) -> list[str]:
    undated = lists.every_line(desk, lists.ListName.NO_DATE)
    return [line.summary for line in undated]


@pytest.mark.parametrize(
    ("uid", "after", "before", "expected"),
    [
        ("satu", "dua", "tiga", "dua satu tiga empat"),
        ("empat", None, "satu", "empat satu dua tiga"),
        ("satu", "empat", None, "dua tiga empat satu"),
        ("tiga", "satu", None, "satu tiga dua empat"),
        ("tiga", None, "dua", "satu tiga dua empat"),
        ("dua", "satu", "tiga", "satu dua tiga empat"),
        ("empat", "tiga", "satu", "satu dua tiga empat"),
    ],
)
def test_a_task_moves_between_two(
    desk: Workspace, uid: str, after: str | None, before: str | None, expected: str
) -> None:
    of = _four(desk)
    ordering.reorder(
        desk, of[uid], after=of[after] if after else None, before=of[before] if before else None
    )
    assert _order(desk) == expected.split()


def test_a_move_writes_one_row_and_is_undone_as_one(desk: Workspace) -> None:
    of = _four(desk)
    told: list[Changed] = []
    desk.changes.subscribe(told.append)
    moved = ordering.reorder(desk, of["empat"], before=of["satu"])
    assert [change.tasks for change in told] == [{of["empat"]}]
    assert tasks.task(desk, of["empat"]) == moved
    undo.undo(desk)
    assert _order(desk) == list(TITLES)


def test_where_it_stands_already_nothing_is_written(desk: Workspace) -> None:
    of = _four(desk)
    told: list[Changed] = []
    desk.changes.subscribe(told.append)
    ordering.reorder(desk, of["dua"], after=of["satu"])
    ordering.reorder(desk, of["dua"], before=of["tiga"])
    assert told == []


def test_what_is_moved_to_the_end_stays_in_front_of_what_is_made_later(desk: Workspace) -> None:
    of = _four(desk)
    ordering.reorder(desk, of["satu"], after=of["empat"])
    desk.clock = FixedClock(desk.now() + timedelta(minutes=1))
    add(desk, "lima")
    assert _order(desk) == ["dua", "tiga", "empat", "satu", "lima"]


@pytest.mark.parametrize("same", ["m1", "m1" + "i" * 62, "a0"])
def test_equal_and_endless_positions_are_given_anew(
    desk: Workspace, folder: object, same: str
) -> None:
    of = {title: add(desk, title).uid for title in TITLES}
    by_uid = sorted(of, key=lambda title: of[title])
    rows(desk.paths.folder, "UPDATE tasks SET position = ?", same)
    desk.poll()
    first, second, third, last = by_uid
    ordering.reorder(desk, of[last], after=of[first], before=of[second])
    assert _order(desk) == [first, last, second, third]
    kept = [line.position for line in lists.every_line(desk, lists.ListName.NO_DATE)]
    assert kept == sorted(set(kept))
    assert max(map(len, kept)) <= POSITION_LIMIT
    undo.undo(desk)
    assert _order(desk) == by_uid


def test_room_does_not_run_out(desk: Workspace) -> None:
    of = _four(desk)
    for turn in range(300):
        ordering.reorder(desk, of[("tiga", "dua")[turn % 2]], after=of["satu"])
    assert _order(desk) == ["satu", "dua", "tiga", "empat"]
    kept = [line.position for line in lists.every_line(desk, lists.ListName.NO_DATE)]
    assert max(map(len, kept)) <= POSITION_LIMIT


def test_a_task_that_is_copied_again_and_again_keeps_its_place(desk: Workspace) -> None:
    first, last = add(desk, "satu", position="m1"), add(desk, "dua", position="m2")
    for _ in range(300):
        copying.duplicate(desk, first.uid)
    found = lists.every_line(desk, lists.ListName.NO_DATE)
    assert (found[0].uid, found[-1].uid) == (first.uid, last.uid)
    assert max(len(line.position) for line in found) <= POSITION_LIMIT


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.booleans()), max_size=20))
def test_any_moves_give_the_order_that_a_list_would(
    scratch: ScratchDesk, moves: list[tuple[int, int, bool]]
) -> None:
    with scratch() as desk:
        uids = [add(desk, str(at), position="mm").uid for at in range(6)]
        order = sorted(uids)
        for one, other, is_after in moves:
            uid, beside = uids[one], uids[other]
            if uid == beside:
                continue
            order.remove(uid)
            order.insert(order.index(beside) + is_after, uid)
            if is_after:
                ordering.reorder(desk, uid, after=beside)
            else:
                ordering.reorder(desk, uid, before=beside)
        found = lists.every_line(desk, lists.ListName.NO_DATE)
        assert [line.uid for line in found] == order


def test_there_must_be_another_task_to_stand_beside(desk: Workspace) -> None:
    of = _four(desk)
    with pytest.raises(ImpossibleValue):
        ordering.reorder(desk, of["satu"])
    with pytest.raises(ImpossibleValue):
        ordering.reorder(desk, of["satu"], after=of["satu"])
    with pytest.raises(UnknownTask):
        ordering.reorder(desk, of["satu"], after="tidak ada")
    with pytest.raises(UnknownTask):
        ordering.reorder(desk, "tidak ada", after=of["satu"])


def _goal_names(desk: Workspace) -> str:
    return " ".join(goal.name for goal in goals.goals(desk))


def test_goals_have_an_order_of_their_own(desk: Workspace) -> None:
    of = {}
    for title in TITLES:
        desk.clock = FixedClock(desk.now() + timedelta(minutes=1))
        of[title] = goals.create_goal(desk, {"name": title}).uid
    goals.reorder_goal(desk, of["empat"], before=of["dua"])
    assert _goal_names(desk) == "satu empat dua tiga"
    goals.reorder_goal(desk, of["satu"], after=of["tiga"])
    assert _goal_names(desk) == "empat dua tiga satu"
    undo.undo(desk)
    undo.undo(desk)
    assert _goal_names(desk) == "satu dua tiga empat"
    with pytest.raises(UnknownGoal):
        goals.reorder_goal(desk, of["satu"], after="tidak ada")


def test_goals_of_one_position_are_put_in_order_too(desk: Workspace) -> None:
    of = {title: goals.create_goal(desk, {"name": title, "position": "m"}).uid for title in TITLES}
    first, second, *_, last = sorted(of, key=lambda title: of[title])
    goals.reorder_goal(desk, of[last], before=of[second])
    assert _goal_names(desk).split()[:3] == [first, last, second]
