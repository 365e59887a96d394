"""How a task stands, and the work that it still takes: in the lists, as by hand."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.lists import ListName
from models.standing import Standing, standing_of
from models.task import Status, Task
from services import lists, tasks
from services.amending import change_task
from services.clock import FixedClock
from services.gesture import Gesture
from services.home import home
from services.workspace import Workspace
from tests.rig.desk import NOW, TODAY, ScratchDesk, add, at

HOUR = timedelta(hours=1)
instants = st.none() | st.integers(-5, 5).map(lambda hours: NOW + hours * HOUR)


def standing(desk: Workspace, task: Task) -> Standing:
    return tasks.line(desk, task.uid).standing(desk.now())


@pytest.mark.parametrize(
    ("clock_time", "expected"),
    [
        ("16:00", Standing.ON_TRACK),
        ("12:59", Standing.AT_RISK),
        ("10:59", Standing.READY_MISSED),
        ("09:59", Standing.DUE_MISSED),
    ],
)
def test_a_task_stands_by_its_two_deadlines(
    desk: Workspace, clock_time: str, expected: Standing
) -> None:
    task = add(desk, due=at(TODAY, clock_time), lead=HOUR, estimate=2 * HOUR)
    assert standing(desk, task) is expected


def test_who_waits_is_not_at_risk_but_can_miss(desk: Workspace, clock: FixedClock) -> None:
    due = at(TODAY, "11:00")
    task = add(desk, due=due, estimate=3 * HOUR, waiting_for="Rani", follow_up=TODAY)
    assert standing(desk, task) is Standing.WAITING
    clock.advance(2 * HOUR)
    assert standing(desk, task) is Standing.DUE_MISSED
    tasks.complete(desk, task.uid)
    assert standing(desk, task) is Standing.DONE


def test_missed_holds_both_kinds_by_the_time_to_be_ready(desk: Workspace) -> None:
    late = add(desk, "late", due=at(TODAY, "10:30"), lead=HOUR)
    over = add(desk, "over", due=at(TODAY, "09:00"))
    add(desk, "ahead", due=at(TODAY, "11:30"), lead=HOUR)
    whole = [line.uid for line in lists.every_line(desk, ListName.MISSED)]
    assert whole == [over.uid, late.uid]
    first = lists.page(desk, ListName.MISSED, limit=1)
    second = lists.page(desk, ListName.MISSED, limit=1, cursor=first.cursor)
    assert [line.uid for line in first.lines + second.lines] == whole
    assert second.cursor is None
    assert lists.counts(desk)[ListName.MISSED] == 2
    assert (home(desk).missed, home(desk).due_missed) == (2, 1)


class TestOpenWork:
    def work(self, desk: Workspace, task: Task) -> timedelta | None:
        return tasks.line(desk, task.uid).open_work

    def test_without_steps_it_is_the_estimate(self, desk: Workspace) -> None:
        assert self.work(desk, add(desk)) is None
        assert self.work(desk, add(desk, estimate=HOUR)) == HOUR

    def test_its_own_estimate_counts_for_what_its_steps_do_not_cover(self, desk: Workspace) -> None:
        task = add(desk, estimate=5 * HOUR)
        one = add(desk, parent=task.uid, estimate=2 * HOUR)
        add(desk, parent=task.uid, estimate=HOUR)
        add(desk, parent=task.uid)
        assert self.work(desk, task) == 5 * HOUR
        tasks.complete(desk, one.uid)
        assert self.work(desk, task) == 3 * HOUR
        tasks.edit(desk, task.uid, {"estimate": HOUR})
        assert self.work(desk, task) == HOUR
        tasks.delete(desk, one.uid)
        assert self.work(desk, task) == HOUR

    def test_of_what_is_done_nothing_is_open(self, desk: Workspace) -> None:
        assert self.work(desk, add(desk, estimate=HOUR, status=Status.COMPLETED)) is None

    @settings(max_examples=60)
    @given(
        st.lists(
            st.tuples(
                st.integers(0, 8),
                st.none() | st.integers(0, 4),
                st.sampled_from(["open", "done", "trashed"]),
            ),
            max_size=8,
        ),
        st.none() | st.integers(0, 9),
    )
    def test_a_walk_down_any_tree_finds_the_same(
        self,
        scratch: ScratchDesk,
        made: list[tuple[int, int | None, str]],
        own: int | None,
    ) -> None:
        with scratch() as desk:
            span = None if own is None else own * HOUR
            nodes: list[Task] = [add(desk, estimate=span)]
            states = ["open"]
            parents = [0]
            for which, hours, state in made:
                parent = which % len(nodes)
                step = add(
                    desk,
                    parent=nodes[parent].uid,
                    estimate=None if hours is None else hours * HOUR,
                )
                nodes.append(step)
                states.append(state)
                parents.append(parent)
            for node, state in zip(nodes, states, strict=True):
                if state == "done":
                    tasks.edit(desk, node.uid, {"status": Status.COMPLETED})
                elif state == "trashed":
                    with desk.writing() as unit:
                        # Alone: what is below it would go with it otherwise.
                        gesture = Gesture(desk, "delete")
                        change_task(unit, gesture, node.uid, {"deleted": desk.now()})
                        gesture.commit(unit, None)

            def covered(node: int) -> list[tuple[timedelta, bool]]:
                found: list[tuple[timedelta, bool]] = []
                for child in range(1, len(nodes)):
                    if parents[child] != node or states[child] == "trashed":
                        continue
                    estimate = nodes[child].estimate
                    if estimate is not None:
                        found.append((estimate, states[child] == "open"))
                    elif states[child] == "open":
                        found += covered(child)
                return found

            below = covered(0)
            expected = span
            if below:
                everything = sum((each for each, _ in below), timedelta(0))
                left = sum((each for each, is_open in below if is_open), timedelta(0))
                expected = left + max((span or timedelta(0)) - everything, timedelta(0))
            assert self.work(desk, nodes[0]) == expected


@given(
    instants,
    st.integers(0, 3),
    st.none() | st.integers(0, 6).map(lambda hours: hours * HOUR),
    st.sampled_from([None, "Rani"]),
    st.booleans(),
)
def test_each_standing_says_what_it_means(
    due_at: datetime | None, lead: int, work: timedelta | None, waiting: str | None, is_done: bool
) -> None:
    ready_at = due_at - lead * HOUR if due_at else None
    found = standing_of(
        is_done=is_done,
        due_at=due_at,
        ready_at=ready_at,
        open_work=work,
        waiting_for=waiting,
        now=NOW,
    )
    assert (found is Standing.DONE) is is_done
    if not is_done and due_at is not None and ready_at is not None:
        assert (found is Standing.DUE_MISSED) is (due_at < NOW)
        assert found.is_missed is (ready_at < NOW)
    if found is Standing.AT_RISK:
        assert ready_at is not None
        assert work is not None
        assert NOW + work > ready_at
