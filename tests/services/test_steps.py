"""Steps of any depth: they follow by their offsets, count upwards, are done and moved together."""

from datetime import date, timedelta

import pytest

from models.errors import CircularParent, ImpossibleDate, ImpossibleValue, NotAStep
from models.series import Scope
from models.steps import OFFSET_LIMIT
from models.task import Status
from services import copying, goals, series, steps, tasks, time_spent, undo
from services.workspace import Workspace
from tests.rig.desk import NEW_YORK, TODAY, OpenDesk, add, at, plain

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
FRIDAY = date(2026, 12, 25)
MONDAY = date(2026, 12, 28)


def due_of(desk: Workspace, uid: str) -> object:
    return tasks.task(desk, uid).due


class TestFollowing:
    def test_a_step_is_due_by_its_offset(self, desk: Workspace) -> None:
        reel = add(desk, "Reel", due=at(FRIDAY, "16:00"))
        script = add(desk, "Naskah", parent=reel.uid, offset=-7 * DAY)
        assert script.due == at(date(2026, 12, 18), "16:00")
        edit = tasks.edit(desk, script.uid, {"offset": -2 * HOUR})
        assert edit.due == at(FRIDAY, "14:00")
        assert tasks.edit(desk, script.uid, {"offset": None}).due == at(FRIDAY, "14:00")

    def test_steps_of_steps_follow_in_one_gesture_and_are_undone_with_it(
        self, desk: Workspace
    ) -> None:
        reel = add(desk, due=at(FRIDAY, "16:00"))
        script = add(desk, parent=reel.uid, offset=-2 * DAY)
        draft = add(desk, parent=script.uid, offset=-3 * HOUR)
        loose = add(desk, parent=reel.uid, due=at(TODAY))
        before = {each.uid: plain(tasks.task(desk, each.uid)) for each in (reel, script, draft)}
        tasks.reschedule(desk, reel.uid, at(MONDAY, "10:00"))
        assert due_of(desk, script.uid) == at(date(2026, 12, 26), "10:00")
        assert due_of(desk, draft.uid) == at(date(2026, 12, 26), "07:00")
        assert due_of(desk, loose.uid) == at(TODAY)
        undo.undo(desk)
        assert {uid: plain(tasks.task(desk, uid)) for uid in before} == before

    def test_many_that_move_take_their_steps_along(self, desk: Workspace) -> None:
        two = [add(desk, due=at(FRIDAY)) for _ in range(2)]
        below = [add(desk, parent=each.uid, offset=-DAY) for each in two]
        tasks.reschedule_many(desk, [each.uid for each in two], at(MONDAY))
        assert [due_of(desk, each.uid) for each in below] == [at(date(2026, 12, 27))] * 2
        tasks.reschedule_each(desk, {two[0].uid: at(FRIDAY), two[1].uid: None})
        assert [due_of(desk, each.uid) for each in below] == [at(date(2026, 12, 24)), None]

    def test_a_due_of_its_own_follows_no_longer(self, desk: Workspace) -> None:
        reel = add(desk, due=at(FRIDAY))
        script = add(desk, parent=reel.uid, offset=-DAY)
        assert tasks.reschedule(desk, script.uid, at(TODAY)).offset is None
        tasks.reschedule(desk, reel.uid, at(MONDAY))
        assert due_of(desk, script.uid) == at(TODAY)

    def test_done_steps_stay_and_reopened_ones_follow_again(self, desk: Workspace) -> None:
        reel = add(desk, due=at(FRIDAY))
        script = add(desk, parent=reel.uid, offset=-DAY)
        tasks.complete(desk, script.uid)
        tasks.reschedule(desk, reel.uid, at(MONDAY))
        assert due_of(desk, script.uid) == at(date(2026, 12, 24))
        assert tasks.reopen(desk, script.uid).due == at(date(2026, 12, 27))

    def test_without_a_due_to_count_from_the_offset_is_kept(self, desk: Workspace) -> None:
        reel = add(desk)
        script = add(desk, parent=reel.uid, offset=-DAY)
        assert (script.due, script.offset) == (None, -DAY)
        tasks.edit(desk, reel.uid, {"due": at(FRIDAY)})
        assert due_of(desk, script.uid) == at(date(2026, 12, 24))
        tasks.reschedule(desk, reel.uid, None)
        assert (due_of(desk, script.uid), tasks.task(desk, script.uid).offset) == (None, -DAY)

    def test_days_keep_the_wall_clock_across_a_dst_change(self, open_desk: OpenDesk) -> None:
        desk = open_desk(NEW_YORK)
        reel = add(desk, due=at(date(2026, 3, 6), "09:00", NEW_YORK))
        script = add(desk, parent=reel.uid, offset=-DAY)
        hours = add(desk, parent=reel.uid, offset=-23 * HOUR)
        tasks.reschedule(desk, reel.uid, at(date(2026, 3, 8), "09:00", NEW_YORK))
        assert due_of(desk, script.uid) == at(date(2026, 3, 7), "09:00", NEW_YORK)
        assert due_of(desk, hours.uid) == at(date(2026, 3, 7), "09:00", NEW_YORK)

    def test_what_comes_out_of_the_trash_is_where_its_task_is(self, desk: Workspace) -> None:
        reel = add(desk, due=at(FRIDAY))
        script = add(desk, parent=reel.uid, offset=-DAY)
        tasks.delete(desk, script.uid)
        tasks.reschedule(desk, reel.uid, at(MONDAY))
        assert tasks.restore(desk, script.uid).due == at(date(2026, 12, 27))

    def test_only_a_step_has_an_offset(self, desk: Workspace) -> None:
        with pytest.raises(NotAStep):
            add(desk, "Reel", offset=-DAY)
        with pytest.raises(NotAStep):
            tasks.edit(desk, add(desk).uid, {"offset": -DAY})

    @pytest.mark.parametrize("offset", [OFFSET_LIMIT + DAY, -OFFSET_LIMIT - DAY, DAY / 86_400_001])
    def test_an_offset_has_bounds(self, desk: Workspace, offset: timedelta) -> None:
        with pytest.raises(ImpossibleValue):
            add(desk, parent=add(desk).uid, offset=offset)

    def test_a_move_that_takes_a_step_out_of_the_calendar_is_refused_whole(
        self, desk: Workspace
    ) -> None:
        reel = add(desk, due=at(FRIDAY))
        script = add(desk, parent=reel.uid, offset=-7 * DAY)
        with pytest.raises(ImpossibleDate):
            tasks.reschedule(desk, reel.uid, at(date(1970, 1, 2)))
        assert due_of(desk, reel.uid) == at(FRIDAY)
        assert due_of(desk, script.uid) == at(date(2026, 12, 18))

    def test_three_hundred_steps_follow(self, desk: Workspace) -> None:
        reel = add(desk, due=at(FRIDAY))
        made = tasks.capture_many(
            desk,
            [
                {"summary": f"Langkah {n}", "parent": reel.uid, "offset": -n * DAY}
                for n in range(300)
            ],
        )
        tasks.reschedule(desk, reel.uid, at(MONDAY))
        assert due_of(desk, made[299].uid) == at(MONDAY - 299 * DAY)
        assert len(tasks.steps(desk, reel.uid)) == 300


class TestRepeating:
    def test_the_next_occurrence_has_its_steps_by_their_offsets(self, desk: Workspace) -> None:
        reel = add(desk, due=at(FRIDAY, "16:00"), rrule="FREQ=WEEKLY")
        script = add(desk, "Naskah", parent=reel.uid, offset=-2 * DAY)
        draft = add(desk, "Draf", parent=script.uid, offset=-HOUR)
        tasks.complete(desk, script.uid)
        tasks.reschedule(desk, reel.uid, at(MONDAY, "16:00"))
        done = tasks.complete(desk, reel.uid)
        following = series.open_occurrence(desk, done.series)
        assert following is not None
        assert following.due == at(date(2027, 1, 1), "16:00")
        (copied,) = tasks.steps(desk, following.uid)
        assert (copied.due, copied.offset) == (at(date(2026, 12, 30), "16:00"), -2 * DAY)
        (deep,) = tasks.steps(desk, copied.uid)
        assert deep.due == at(date(2026, 12, 30), "15:00")
        assert due_of(desk, draft.uid) == at(date(2026, 12, 23), "15:00")

    def test_skipping_moves_the_steps_by_their_offsets(self, desk: Workspace) -> None:
        reel = add(desk, due=at(FRIDAY), rrule="FREQ=WEEKLY")
        script = add(desk, parent=reel.uid, offset=-2 * DAY)
        done = add(desk, parent=reel.uid, offset=-DAY)
        tasks.complete(desk, done.uid)
        series.skip(desk, reel.uid)
        assert due_of(desk, script.uid) == at(date(2026, 12, 30))
        assert due_of(desk, done.uid) == at(date(2026, 12, 31))
        assert tasks.task(desk, script.uid).offset == -2 * DAY

    def test_a_step_that_repeats_goes_on_by_its_rule(self, desk: Workspace) -> None:
        reel = add(desk, due=at(FRIDAY))
        daily = add(desk, parent=reel.uid, offset=-2 * DAY, rrule="FREQ=DAILY")
        done = tasks.complete(desk, daily.uid)
        following = series.open_occurrence(desk, done.series)
        assert following is not None
        assert (following.due, following.offset) == (at(date(2026, 12, 24)), None)

    def test_a_moved_series_takes_the_steps_of_its_open_task_along(self, desk: Workspace) -> None:
        reel = add(desk, due=at(FRIDAY), rrule="FREQ=WEEKLY")
        script = add(desk, parent=reel.uid, offset=-DAY)
        series.edit_series(desk, reel.uid, {"due": at(MONDAY)}, Scope.FOLLOWING)
        assert due_of(desk, script.uid) == at(date(2026, 12, 27))


def test_a_duplicate_has_its_steps_by_their_offsets(desk: Workspace) -> None:
    reel = add(desk, due=at(FRIDAY))
    script = add(desk, parent=reel.uid, offset=-DAY)
    tasks.complete(desk, script.uid)
    tasks.reschedule(desk, reel.uid, at(MONDAY))
    (copied,) = tasks.steps(desk, copying.duplicate(desk, reel.uid).uid)
    assert (copied.due, copied.offset) == (at(date(2026, 12, 27)), -DAY)


class TestProgress:
    def test_what_is_done_at_any_depth_moves_all_above(self, desk: Workspace) -> None:
        reel = add(desk)
        one, two = add(desk, parent=reel.uid), add(desk, parent=reel.uid)
        deep = [add(desk, parent=two.uid) for _ in range(4)]
        assert steps.progress(desk, reel.uid) == 0
        tasks.complete(desk, deep[0].uid)
        assert steps.progress(desk, reel.uid) == 0.125
        tasks.complete(desk, one.uid)
        assert steps.progress(desk, reel.uid) == 0.625
        tasks.delete(desk, one.uid)
        assert steps.progress(desk, reel.uid) == steps.progress(desk, two.uid) == 0.25
        tasks.complete(desk, two.uid)
        assert steps.progress(desk, reel.uid) == 1

    def test_without_steps_there_is_none(self, desk: Workspace) -> None:
        assert steps.progress(desk, add(desk).uid) is None
        assert steps.progress(desk, "nobody") is None


class TestCompleting:
    def test_open_steps_are_counted_at_every_depth_each_once(self, desk: Workspace) -> None:
        reel = add(desk)
        script = add(desk, parent=reel.uid)
        deep = add(desk, parent=script.uid)
        tasks.complete(desk, add(desk, parent=reel.uid).uid)
        tasks.delete(desk, add(desk, parent=reel.uid).uid)
        assert steps.count_open_steps(desk, [reel.uid]) == 2
        assert steps.count_open_steps(desk, [reel.uid, script.uid]) == 1
        assert steps.count_open_steps(desk, [deep.uid, "nobody"]) == 0

    def test_a_task_is_done_with_its_steps_as_one_undo_step(self, desk: Workspace) -> None:
        reel = add(desk, "Reel")
        script = add(desk, parent=reel.uid)
        deep = add(desk, parent=script.uid)
        before = add(desk, parent=reel.uid)
        tasks.complete(desk, before.uid)
        time_spent.start(desk, deep.uid)
        assert steps.complete_with_steps(desk, [reel.uid, reel.uid]) == 2
        every = (reel, script, deep)
        assert {tasks.task(desk, each.uid).status for each in every} == {Status.COMPLETED}
        assert time_spent.running(desk) is None
        assert undo.undo(desk).summary == "Reel"
        assert {tasks.task(desk, each.uid).status for each in every} == {Status.NEEDS_ACTION}
        assert not tasks.task(desk, before.uid).status.is_open

    def test_a_repeating_task_opens_the_next_with_open_steps(self, desk: Workspace) -> None:
        reel = add(desk, due=at(FRIDAY), rrule="FREQ=WEEKLY")
        script = add(desk, parent=reel.uid, offset=-DAY, rrule="FREQ=DAILY")
        steps.complete_with_steps(desk, [reel.uid])
        following = series.open_occurrence(desk, tasks.task(desk, reel.uid).series)
        assert following is not None
        assert (following.steps_done, following.steps_total) == (0, 1)
        assert [line.uid for line in tasks.steps(desk, reel.uid)] == [script.uid]

    def test_alone_the_steps_stay_open(self, desk: Workspace) -> None:
        reel = add(desk)
        script = add(desk, parent=reel.uid)
        tasks.complete(desk, reel.uid)
        assert tasks.task(desk, script.uid).is_open


class TestMoving:
    def test_a_goal_is_given_to_the_whole_subtree_as_one_undo_step(self, desk: Workspace) -> None:
        one, two = (goals.create_goal(desk, {"name": name}) for name in ("Satu", "Dua"))
        reel = add(desk, goal=one.uid)
        script = add(desk, parent=reel.uid)
        deep = add(desk, parent=script.uid)
        own = add(desk, parent=reel.uid, goal=two.uid)
        assert deep.goal == one.uid
        tasks.edit(desk, reel.uid, {"goal": two.uid})
        assert {tasks.task(desk, each.uid).goal for each in (script, deep, own)} == {two.uid}
        undo.undo(desk)
        assert tasks.task(desk, deep.uid).goal == one.uid
        tasks.edit(desk, reel.uid, {"goal": None})
        assert tasks.task(desk, deep.uid).goal is None
        assert tasks.task(desk, own.uid).goal == two.uid

    def test_another_parent_gives_its_goal_and_its_due(self, desk: Workspace) -> None:
        goal = goals.create_goal(desk, {"name": "Peluncuran"})
        reel, other = add(desk, due=at(FRIDAY)), add(desk, due=at(MONDAY), goal=goal.uid)
        script = add(desk, parent=reel.uid, offset=-DAY)
        deep = add(desk, parent=script.uid, offset=-DAY)
        moved = steps.move_under(desk, script.uid, other.uid)
        assert (moved.parent, moved.goal) == (other.uid, goal.uid)
        assert moved.due == at(date(2026, 12, 27))
        assert (due_of(desk, deep.uid), tasks.task(desk, deep.uid).goal) == (
            at(date(2026, 12, 26)),
            goal.uid,
        )
        undo.undo(desk)
        assert tasks.task(desk, deep.uid).goal is None
        assert due_of(desk, deep.uid) == at(date(2026, 12, 23))

    def test_a_task_of_its_own_keeps_its_due_and_goal(self, desk: Workspace) -> None:
        goal = goals.create_goal(desk, {"name": "Peluncuran"})
        reel = add(desk, due=at(FRIDAY), goal=goal.uid)
        script = add(desk, parent=reel.uid, offset=-DAY)
        out = steps.move_under(desk, script.uid, None)
        assert (out.parent, out.offset, out.due) == (None, None, at(date(2026, 12, 24)))
        assert out.goal == goal.uid
        tasks.reschedule(desk, reel.uid, at(MONDAY))
        assert due_of(desk, script.uid) == at(date(2026, 12, 24))

    def test_circles_are_refused_at_any_depth(self, desk: Workspace) -> None:
        chain = [add(desk)]
        for _ in range(5):
            chain.append(add(desk, parent=chain[-1].uid))
        for each in chain:
            with pytest.raises(CircularParent):
                steps.move_under(desk, chain[0].uid, each.uid)
        found = steps.possible_parents(desk, chain[2].uid)
        assert not {line.uid for line in found} & {each.uid for each in chain[1:]}

    @pytest.mark.parametrize(
        ("text", "titles"),
        [
            ("", ["Reels Desember", "Kampanye"]),
            ("reels", ["Reels Desember"]),
            ("(reels", []),
            ("due:besok-besok", []),
            ('"', ["Reels Desember", "Kampanye"]),
        ],
    )
    def test_what_it_can_become_a_step_of_is_searched_for(
        self, desk: Workspace, text: str, titles: list[str]
    ) -> None:
        add(desk, "Reels Desember", due=at(TODAY))
        add(desk, "Kampanye")
        done = add(desk, "Reels November")
        tasks.complete(desk, done.uid)
        script = add(desk, "Naskah reels")
        add(desk, "Draf reels", parent=script.uid)
        found = steps.possible_parents(desk, script.uid, text)
        assert [line.summary for line in found] == titles
