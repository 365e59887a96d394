"""Random gestures: all of them undone is the start, all of them done again is the end."""

from contextlib import ExitStack
from datetime import timedelta
from typing import Any, ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from models.errors import ChangedSince, NothingToRedo, NothingToUndo, Refusal
from models.goal import GoalColor
from models.ledger import Outcome, commitment, promise_of
from models.lists import ListName
from models.steps import due_of_step
from models.storage import ledger_rows, promise_rows
from models.task import Status
from services import (
    care,
    copying,
    goals,
    lists,
    series,
    steps,
    tasks,
    templates,
    time_spent,
    trash,
    undo,
)
from services.changes import Changed
from services.clock import FixedClock
from services.template_start import start_template
from services.workspace import Workspace
from tests.rig.desk import TODAY, ScratchDesk, add, at, plain, rows

number = st.integers(0, 9)


def everything(desk: Workspace) -> dict[str, Any]:
    """All that the account has, but for counters of changes."""
    found = [uid for (uid,) in rows(desk.paths.folder, "SELECT uid FROM tasks")]
    made = [uid for (uid,) in rows(desk.paths.folder, "SELECT uid FROM goals")]
    return {
        **{uid: plain(tasks.task(desk, uid)) for uid in found},
        **{uid: plain(goals.goal(desk, uid)) for uid in made},
        "time": {uid: time_spent.of_task(desk, uid) for uid in found},
        "templates": templates.templates(desk, "en"),
    }


def require_ledger_to_agree(desk: Workspace) -> None:
    """What the ledger comes to is what each task says."""
    with desk.reading() as unit:
        told = {
            uid: commitment(ledger_rows.of_task(unit, uid))
            for (uid,) in rows(desk.paths.folder, "SELECT uid FROM tasks")
        }
        assert list(promise_rows.wrong(unit)) == []
    for uid, found in told.items():
        task = tasks.task(desk, uid)
        last = found.promises[-1] if found and found.promises else None
        assert (last.due if last else None) == promise_of(task), task
        outcome = found.outcome if found else Outcome.OPEN
        assert (outcome is Outcome.DONE) is (task.status is Status.COMPLETED), task
        assert (outcome is Outcome.LET_GO) is (task.status is Status.CANCELLED), task
        assert (found is not None and found.trashed is not None) is (task.deleted is not None)


class Machine(RuleBasedStateMachine):
    """One person at work, with a clock that moves on a minute before each gesture."""

    scratch: ClassVar[ScratchDesk]
    is_in_order: ClassVar[bool] = True

    @initialize()
    def open(self) -> None:
        self.stack = ExitStack()
        self.desk: Workspace = self.stack.enter_context(self.scratch())
        self.made: list[str] = []
        self.start = everything(self.desk)

        def heard(changed: Changed) -> None:
            if changed.action not in ("undo", "redo"):
                self.made.append(changed.gesture)

        self.stack.callback(self.desk.changes.subscribe(heard))
        self.create_goal(0)
        for one, two in ((0, 0), (1, 0), (2, 1), (1, 1), (4, 0)):
            self.capture(one, two)
        self.start_timer(0)
        self.gesture(1, tasks.delete)

    def tick(self) -> None:
        clock = self.desk.clock
        assert isinstance(clock, FixedClock)
        clock.advance(timedelta(minutes=1))

    def pick(self, which: int) -> str | None:
        every = (ListName.ALL, ListName.DONE, ListName.TRASH)
        known = sorted({line.uid for name in every for line in lists.every_line(self.desk, name)})
        return known[which % len(known)] if known else None

    def pick_goal(self, which: int) -> str | None:
        known = goals.goals(self.desk)
        return known[which % len(known)].uid if known else None

    def do(self, service: Any, *args: Any, **more: Any) -> None:
        self.tick()
        if args and args[0] is None:
            return
        try:
            service(self.desk, *args, **more)
        except Refusal:
            return

    @rule(one=number, two=number)
    def capture(self, one: int, two: int) -> None:
        parent = self.pick(two) if one % 2 else None
        due = at(TODAY, "09:00") if two % 2 else None
        offset = timedelta(hours=-12 * two) if parent and one % 3 == 0 else None
        goal = self.pick_goal(two)
        self.do(lambda desk: add(desk, f"t{one}", parent=parent, due=due, goal=goal, offset=offset))

    @rule(one=number, two=number)
    def edit(self, one: int, two: int) -> None:
        self.do(
            tasks.edit,
            self.pick(one),
            {"summary": f"e{two}", "categories": (str(two),) * (two % 2)},
        )

    @rule(one=number, two=number)
    def promise(self, one: int, two: int) -> None:
        due = at(TODAY, f"1{two % 4}:00") if two % 3 else None
        self.do(tasks.reschedule, self.pick(one), due)

    @rule(one=number, two=number)
    def repeat(self, one: int, two: int) -> None:
        rrule = "FREQ=DAILY" if two % 3 else None
        self.do(tasks.edit, self.pick(one), {"rrule": rrule, "lead": timedelta(hours=two % 2)})

    @rule(one=number, two=number)
    def move(self, one: int, two: int) -> None:
        fields = {"parent": self.pick(two), "goal": self.pick_goal(one)}
        self.do(tasks.edit, self.pick(one), fields)

    @rule(one=number, two=number)
    def move_under(self, one: int, two: int) -> None:
        self.do(steps.move_under, self.pick(one), self.pick(two) if two % 3 else None)

    @rule(one=number, two=number)
    def set_offset(self, one: int, two: int) -> None:
        offset = timedelta(days=-two) if two else None
        self.do(tasks.edit, self.pick(one), {"offset": offset})

    @rule(one=number, days=st.integers(0, 40))
    def reschedule(self, one: int, days: int) -> None:
        due = at(TODAY + timedelta(days=days), "09:00" if days % 2 else None) if days else None
        self.do(tasks.reschedule, self.pick(one), due)

    @rule(one=number)
    def complete_with_steps(self, one: int) -> None:
        uid = self.pick(one)
        self.do(steps.complete_with_steps, (uid,) if uid else None)

    @rule(one=number, two=number)
    def set_status(self, one: int, two: int) -> None:
        self.do(tasks.edit, self.pick(one), {"status": list(Status)[two % 4]})

    @rule(
        one=number,
        service=st.sampled_from(
            [tasks.complete, tasks.reopen, tasks.delete, copying.duplicate, series.skip]
        ),
    )
    def gesture(self, one: int, service: Any) -> None:
        self.do(service, self.pick(one))

    @rule(one=number, service=st.sampled_from([tasks.restore, trash.delete_for_good]))
    def out_of_the_trash(self, one: int, service: Any) -> None:
        found = lists.every_line(self.desk, ListName.TRASH)
        self.do(service, found[one % len(found)].uid if found else None)

    @rule(service=st.sampled_from([trash.empty, trash.restore_all]))
    def whole_trash(self, service: Any) -> None:
        self.do(service)

    @rule(one=number)
    def create_goal(self, one: int) -> None:
        self.do(goals.create_goal, {"name": f"g{one}", "color": GoalColor.ROSE})

    @rule(one=number, with_tasks=st.booleans())
    def delete_goal(self, one: int, with_tasks: bool) -> None:
        self.do(goals.delete_goal, self.pick_goal(one), with_tasks=with_tasks)

    @rule(one=number)
    def keep_goal(self, one: int) -> None:
        self.do(templates.save_goal_as_template, self.pick_goal(one))

    @rule(one=number, which=st.integers(0, 2))
    def use_template(self, one: int, which: int) -> None:
        own = [each for each in templates.templates(self.desk, "en") if not each.is_built_in]
        uid = own[one % len(own)].uid if own else None
        if which == 0:
            self.do(start_template, uid, "en", TODAY)
        elif which == 1:
            self.do(templates.edit_template, uid, name=f"t{one}")
        else:
            self.do(templates.delete_template, uid)

    @rule(one=number)
    def start_timer(self, one: int) -> None:
        self.do(time_spent.start, self.pick(one))

    @rule()
    def stop_timer(self) -> None:
        self.do(time_spent.stop)

    @rule(one=number, minutes=st.integers(1, 90), which=st.integers(0, 2))
    def put_time_right(self, one: int, minutes: int, which: int) -> None:
        uid = self.pick(one)
        known = time_spent.of_task(self.desk, uid) if uid else ()
        span = timedelta(minutes=minutes)
        if not known or which == 0:
            self.do(time_spent.add, uid, span)
        elif which == 1:
            self.do(time_spent.change, known[-1].uid, span=span)
        else:
            self.do(time_spent.delete, known[-1].uid)

    @rule()
    def take_back(self) -> None:
        self.do(undo.undo)

    @rule()
    def do_again(self) -> None:
        self.do(undo.redo)

    @invariant()
    def open_steps_with_an_offset_follow_their_task(self) -> None:
        for line in lists.every_line(self.desk, ListName.ALL):
            if self.is_in_order and line.offset is not None and line.parent is not None:
                due = tasks.task(self.desk, line.parent).due
                assert line.due == due_of_step(due, line.offset)

    @invariant()
    def one_timer_runs_at_most_and_only_for_open_work(self) -> None:
        running = time_spent.running(self.desk)
        if running is not None:
            assert tasks.task(self.desk, running.entry.task).is_open

    def teardown(self) -> None:
        with self.stack:
            end = everything(self.desk)
            require_ledger_to_agree(self.desk)
            steps = 0
            while True:
                self.tick()
                try:
                    undo.undo(self.desk)
                except NothingToUndo:
                    break
                steps += 1
            assert everything(self.desk) == self.start
            require_ledger_to_agree(self.desk)
            for _ in range(steps):
                self.tick()
                undo.redo(self.desk)
            assert everything(self.desk) == end
            require_ledger_to_agree(self.desk)
            assert care.doctor(self.desk.paths.folder).is_sound


class Sessions(Machine):
    """Several people at work, each of whom takes back and does again gestures of their own.

    A step whose completion is taken back after its task has moved follows from the next move on.
    """

    is_in_order = False

    @rule(one=number, service=st.sampled_from([undo.undo, undo.redo]))
    def switch_an_older_one(self, one: int, service: Any) -> None:
        """What another session may do: its own last gesture, not the newest of all."""
        before = everything(self.desk)
        self.tick()
        if not self.made:
            return
        try:
            service(self.desk, self.made[-1 - one % len(self.made)])
        except ChangedSince:
            assert everything(self.desk) == before
        except (NothingToUndo, NothingToRedo):
            return

    def teardown(self) -> None:
        """Not all can be taken back: what others changed since stays as it is."""
        with self.stack:
            require_ledger_to_agree(self.desk)
            assert care.doctor(self.desk.paths.folder).is_sound


def test_all_undone_is_the_start_and_all_redone_is_the_end(
    scratch: ScratchDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Machine, "scratch", staticmethod(scratch), raising=False)
    run_state_machine_as_test(Machine, settings=settings(max_examples=30, stateful_step_count=30))


def test_what_sessions_switch_out_of_order_is_done_whole_or_refused_whole(
    scratch: ScratchDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Sessions, "scratch", staticmethod(scratch), raising=False)
    run_state_machine_as_test(Sessions, settings=settings(max_examples=20, stateful_step_count=30))
