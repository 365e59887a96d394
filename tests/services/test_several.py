"""Several tasks at once: their goal, tags, priority, pin and copies, each as one undo step."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from models.errors import ImpossibleValue, TextTooLong, UnknownGoal, UnknownTask
from services import copying, filters, goals, lists, several, tags, tasks, undo
from services.changes import Changed
from services.workspace import Workspace
from tests.rig.desk import TODAY, add, at, plain

Change = Callable[[Workspace, tuple[str, ...]], object]


@pytest.fixture
def uids(desk: Workspace) -> tuple[str, ...]:
    return tuple(add(desk, title, categories=("Pagi",)).uid for title in ("satu", "dua", "tiga"))


@pytest.mark.parametrize(
    ("action", "change"),
    [
        ("prioritise", lambda desk, uids: several.prioritise_many(desk, uids, 1)),
        ("pin", lambda desk, uids: several.pin_many(desk, uids, True)),
        ("tag", lambda desk, uids: tags.tag_many(desk, uids, add=("baru",), remove=("pagi",))),
    ],
)
def test_each_is_one_undo_step(
    desk: Workspace, uids: tuple[str, ...], action: str, change: Change
) -> None:
    before = [plain(tasks.task(desk, uid)) for uid in uids]
    told: list[Changed] = []
    desk.changes.subscribe(told.append)
    assert change(desk, (*uids, uids[0])) == 3
    assert [(each.action, each.tasks) for each in told] == [(action, frozenset(uids))]
    assert change(desk, uids) == 0
    undo.undo(desk)
    assert [plain(tasks.task(desk, uid)) for uid in uids] == before


def test_they_move_to_a_goal_and_out_of_it(desk: Workspace, uids: tuple[str, ...]) -> None:
    goal = goals.create_goal(desk, {"name": "Desember"})
    assert several.assign_many(desk, uids, goal.uid) == 3
    assert {line.uid for line in lists.goal_lines(desk, goal.uid)} == set(uids)
    assert several.assign_many(desk, uids[:1], None) == 1
    assert goals.count_held(desk, goal.uid) == 2
    undo.undo(desk)
    undo.undo(desk)
    assert goals.count_held(desk, goal.uid) == 0


def test_one_that_is_refused_leaves_all_as_they_were(
    desk: Workspace, uids: tuple[str, ...]
) -> None:
    with pytest.raises(UnknownTask):
        several.pin_many(desk, (*uids, "tidak ada"), True)
    with pytest.raises(UnknownGoal):
        several.assign_many(desk, uids, "tidak ada")
    with pytest.raises(ImpossibleValue):
        several.prioritise_many(desk, uids, 10)
    with pytest.raises(TextTooLong):
        tags.tag_many(desk, uids, add=("x" * 121,))
    assert not any(tasks.task(desk, uid).pinned for uid in uids)


def test_tags_are_spelled_as_they_are_already(desk: Workspace, uids: tuple[str, ...]) -> None:
    other = add(desk, "lain").uid
    assert tags.tag_many(desk, (*uids, other), add=("#PAGI",)) == 1
    assert tasks.task(desk, other).categories == ("Pagi",)


def test_copies_of_several_are_one_step_and_a_step_is_not_copied_twice(desk: Workspace) -> None:
    parent = add(desk, "induk").uid
    step = add(desk, "langkah", parent=parent).uid
    made = copying.duplicate_many(desk, (step, parent))
    assert [task.summary for task in made] == ["induk"]
    assert len(tasks.steps(desk, made[0].uid)) == 1
    undo.undo(desk)
    assert lists.total_open(desk) == 2


def test_of_what_is_pinned_only_what_was_missed_stands_in_missed(desk: Workspace) -> None:
    late, ahead = (
        add(desk, "Reels", due=at(TODAY + days * timedelta(days=1))).uid for days in (-1, 1)
    )
    several.pin_many(desk, (late, ahead), True)
    assert [line.uid for line in lists.pinned(desk, lists.ListName.MISSED)] == [late]


def test_pinned_ones_are_had_apart(desk: Workspace, uids: tuple[str, ...]) -> None:
    goal = goals.create_goal(desk, {"name": "Desember"})
    several.pin_many(desk, uids[1:], True)
    several.assign_many(desk, uids[:2], goal.uid)
    for name in (lists.ListName.NO_DATE, lists.ListName.ALL):
        assert [line.uid for line in lists.pinned(desk, name)] == list(uids[1:])
    assert lists.pinned(desk, lists.ListName.TODAY) == ()
    assert [line.uid for line in lists.goal_pinned(desk, goal.uid)] == [uids[1]]
    tasks.complete_many(desk, uids)
    assert lists.pinned(desk, lists.ListName.ALL) == ()
    assert lists.pinned(desk, lists.ListName.DONE) == ()


def test_filters_follow_a_renamed_tag_and_go_back_with_it(
    desk: Workspace, uids: tuple[str, ...]
) -> None:
    filters.save_filter(desk, "Pagi", "#pagi due:today")
    filters.save_filter(desk, "Lain", "pagi")
    tags.rename_tag(desk, "pagi", "Jam kerja")
    assert [each.query for each in filters.filters(desk)] == ['#"Jam kerja" due:today', "pagi"]
    assert tasks.task(desk, uids[0]).categories == ("Jam kerja",)
    undo.undo(desk)
    assert [each.query for each in filters.filters(desk)] == ["#pagi due:today", "pagi"]
    assert tasks.task(desk, uids[0]).categories == ("Pagi",)


@pytest.mark.usefixtures("uids")
def test_filters_follow_a_merged_tag(desk: Workspace) -> None:
    add(desk, "lain", categories=("Siang",))
    filters.save_filter(desk, "Pagi", "tag:pagi or tag:siang")
    tags.rename_tag(desk, "Pagi", "siang")
    assert [each.query for each in filters.filters(desk)] == ["tag:Siang or tag:siang"]


def test_filters_follow_a_renamed_goal_unless_another_has_its_name(desk: Workspace) -> None:
    one = goals.create_goal(desk, {"name": "Desember"}).uid
    filters.save_filter(desk, "Tujuan", "goal:desember p1")
    goals.edit_goal(desk, one, {"name": "Januari", "color": goals.GoalColor.BLUE})
    assert [each.query for each in filters.filters(desk)] == ["goal:Januari p1"]
    undo.undo(desk)
    assert [each.query for each in filters.filters(desk)] == ["goal:desember p1"]
    assert goals.goal(desk, one).name == "Desember"
    goals.create_goal(desk, {"name": "DESEMBER"})
    goals.edit_goal(desk, one, {"name": "Januari"})
    assert [each.query for each in filters.filters(desk)] == ["goal:desember p1"]
